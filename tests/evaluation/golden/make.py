"""Write this folder's sounds, movements and results anew with the `kinescore` on the Python path: see README.md."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import soundfile
import torch
from transformers import ClapAudioConfig, ClapConfig, ClapFeatureExtractor, ClapModel, ClapTextConfig

HERE = Path(__file__).resolve().parent
RATE, SECONDS, FPS = 8000, 3.0, 60.0
CLIPS = {"first": ("mBR2", 100.0), "second": ("mPO2", 96.0), "third": ("mHO3", 110.0)}
"""Song and tempo in BPM by clip."""
FIRST_BEATS = {"reference": 0.2, "ours": 0.2, "late": 0.37}
"""Seconds, by system."""
TIME_NS = 1_700_000_000 * 10**9
"""Of every input: stored observations hold the time of their file, and a checkout gives files times of its own."""


def main() -> None:
    for folder in ("music", "motion", "results"):
        shutil.rmtree(HERE / folder, ignore_errors=True)
    write_inputs()
    with tempfile.TemporaryDirectory() as name:
        save_tiny_clap(Path(name) / "tiny-clap")
        command = ["evaluate", "--list", "list.csv", "-o", "results", "--draws", "20"]
        command += ["--clap", str(Path(name) / "tiny-clap"), "--device", "cpu"]
        subprocess.run([sys.executable, "-m", "kinescore", *command], cwd=HERE, check=True)


def write_inputs() -> None:
    """Clicks and movements that turn on the beat, and the list of them."""
    rows = [["clip", "song", "motion", *FIRST_BEATS]]
    for name, (song, bpm) in CLIPS.items():
        motion = HERE / "motion" / f"{name}.npz"
        motion.parent.mkdir(exist_ok=True)
        np.savez_compressed(motion, positions=bounce(bpm), fps=FPS, size=np.array([400, 400]))
        sounds = []
        for system, first in FIRST_BEATS.items():
            sounds.append(HERE / "music" / system / f"{name}.flac")
            sounds[-1].parent.mkdir(parents=True, exist_ok=True)
            soundfile.write(sounds[-1], clicks(np.arange(first, SECONDS - 0.1, 60 / bpm)), RATE)
        for path in (motion, *sounds):
            os.utime(path, ns=(TIME_NS, TIME_NS))
        rows.append([name, song, *(path.relative_to(HERE).as_posix() for path in (motion, *sounds))])
    (HERE / "list.csv").write_text("".join(f"{','.join(row)}\n" for row in rows))


def clicks(times: np.ndarray) -> np.ndarray:
    """[N], a tone of 20 ms at each of `times` s."""
    samples = np.zeros(round(SECONDS * RATE))
    age = np.arange(round(0.02 * RATE)) / RATE
    for time in times:
        samples[round(time * RATE) :][: len(age)] += 0.8 * np.sin(2000 * np.pi * age) * np.exp(-age / 0.005)
    return samples


def bounce(bpm: float) -> np.ndarray:
    """[T, 17, 2] px, whole numbers: joints that turn once a beat."""
    swing = 60 * np.cos(np.pi * bpm / 60 * (np.arange(round(SECONDS * FPS)) / FPS - 0.2))
    joints = np.arange(17)
    ways, places = (
        np.stack([np.cos(joints), np.sin(joints)], 1),
        200 + 80 * np.stack([np.sin(joints), np.cos(joints)], 1),
    )
    return np.round(places + swing[:, None, None] * ways).astype(np.float32)


def save_tiny_clap(folder: Path) -> None:
    """A CLAP of the real architecture with random weights."""
    audio = {"spec_size": 64, "num_mel_bins": 16, "patch_embeds_hidden_size": 16, "hidden_size": 32, "depths": [1, 1],
             "num_attention_heads": [2, 2], "window_size": 4, "projection_dim": 8}  # fmt: skip
    text = {"vocab_size": 40, "hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2,
            "intermediate_size": 16, "projection_dim": 8}  # fmt: skip
    torch.manual_seed(0)
    texts, sounds = ClapTextConfig(**text).to_dict(), ClapAudioConfig(**audio).to_dict()
    config = ClapConfig(text_config=texts, audio_config=sounds, projection_dim=8)
    ClapModel(config).save_pretrained(folder)
    ClapFeatureExtractor(feature_size=16, max_length_s=2, truncation="rand_trunc").save_pretrained(folder)


if __name__ == "__main__":
    main()
