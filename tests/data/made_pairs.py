"""Folders of movement and music as users have them, made small."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import soundfile

from kinescore.motion.keypoints import Keypoints
from kinescore.motion.readers.npz import write_npz

RATE = 8000
SEQUENCES = {
    "train": ("gBR_sBM_cAll_d04_mBR1_ch01", "gBR_sBM_cAll_d05_mBR1_ch02", "gHO_sBM_cAll_d20_mHO0_ch01"),
    "val": ("gHO_sBM_cAll_d21_mHO5_ch01",),
    "test": ("gHO_sBM_cAll_d22_mHO5_ch02",),
}


def bouncing(frames: int, period: int, seed: int) -> np.ndarray:
    """[frames, 17, 2] px: joints that swing with `period` frames, and a little unrest."""
    generator = np.random.default_rng(seed)
    swing = 40 * np.abs(np.sin(np.pi * np.arange(frames) / period))[:, None, None]
    place = generator.uniform(300, 700, (17, 2))
    return place + swing * generator.normal(size=(17, 2)) + generator.normal(scale=0.3, size=(frames, 17, 2))


def write_clicks(path: Path, seconds: float, bpm: float) -> None:
    """Write mono sound with a short noise on every beat."""
    samples = np.random.default_rng(0).normal(scale=0.001, size=round(seconds * RATE))
    for beat in np.arange(0.0, seconds - 0.1, 60.0 / bpm):
        start = round(beat * RATE)
        samples[start : start + 400] += np.random.default_rng(1).normal(scale=0.2, size=400)
    soundfile.write(path, samples, RATE)


def write_aist(folder: Path) -> tuple[Path, Path]:
    """Write five basic dances to three songs in the layout of AIST++; return annotations and music."""
    annotations, music = folder / "aist_plusplus_final", folder / "songs"
    (annotations / "keypoints2d").mkdir(parents=True)
    (annotations / "splits").mkdir()
    music.mkdir()
    for split, names in SEQUENCES.items():
        (annotations / "splits" / f"crossmodal_{split}.txt").write_text("\n".join(names) + "\n")
    for seed, (name, seconds, period) in enumerate(_dances()):
        frames = round(seconds * 60)
        views = np.zeros((9, frames, 17, 3))
        views[0] = np.concatenate([bouncing(frames, period, seed), np.ones((frames, 17, 1))], axis=2)
        views[0, 7, 3] = np.nan
        content = {"keypoints2d": views, "timestamps": (np.arange(frames) * 1e6 / 60).astype(np.int64)}
        (annotations / "keypoints2d" / f"{name}.pkl").write_bytes(pickle.dumps(content))
    for song, bpm in (("mBR1", 90), ("mHO0", 110), ("mHO5", 135)):
        write_clicks(music / f"{song}.wav", 12.0, bpm)
    return annotations, music


def _dances() -> list[tuple[str, float, int]]:
    """Name, seconds, frames per beat of each sequence."""
    facts = {"mBR1": (60 / 90 * 16, 40), "mHO0": (60 / 110 * 16, 33), "mHO5": (60 / 135 * 16, 27)}
    return [(name, *facts[name.split("_")[4]]) for names in SEQUENCES.values() for name in names]


def write_folder(folder: Path, genres: tuple[str, ...] = ("house", "salsa"), each: int = 2) -> tuple[Path, Path]:
    """Write pairs of the same stem at 30 fps, `each` in a folder per genre; return motion and music."""
    motion, music = folder / "dances", folder / "tracks"
    for number in range(len(genres) * each):
        genre = genres[number // each]
        for parent in (motion, music):
            (parent / genre).mkdir(parents=True, exist_ok=True)
        positions = bouncing(330, 15 + number, number)
        keypoints = Keypoints(positions, np.ones((330, 17)), 30.0, (1000, 1000))
        write_npz(keypoints, motion / genre / f"take.{number}.npz")
        write_clicks(music / genre / f"take.{number}.wav", 10.5, 120.0)
    return motion, music
