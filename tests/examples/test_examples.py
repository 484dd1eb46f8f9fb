"""The examples run as they stand, each in a process of its own, on movement that a user might have."""

from __future__ import annotations

import os
import subprocess
import sys
import wave
from pathlib import Path

import mido
import numpy as np
import pytest

import kinescore as ks
from tests.cli.bouncers import write_bouncer
from tests.motion.made_bvh import humanoid

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def run(example: str, folder: Path, *arguments: str) -> str:
    """Return what an example prints when it is run in `folder`."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    command = [sys.executable, str(EXAMPLES / example), *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0, done.stderr
    return done.stdout


def samples_of(path: Path) -> np.ndarray:
    """The samples [N, C] of a 24-bit WAV file, full scale 1."""
    with wave.open(str(path)) as file:
        raw = np.frombuffer(file.readframes(file.getnframes()), np.uint8).reshape(-1, 3)
        channels = file.getnchannels()
    wide = np.zeros((len(raw), 4), np.uint8)
    wide[:, 1:] = raw
    return (wide.view("<i4").ravel() / 2**31).reshape(-1, channels)


def test_every_example_is_run_here() -> None:
    told = Path(__file__).read_text("utf-8")
    assert all(f'"{path.name}"' in told for path in EXAMPLES.glob("*.py"))


def test_a_bvh_is_scored(tmp_path: Path) -> None:
    (tmp_path / "dance.bvh").write_text(humanoid(240), "utf-8")
    said = run("score_a_bvh.py", tmp_path, "dance.bvh")
    assert "8.00 s at 30 fps" in said
    mix = samples_of(tmp_path / "dance.wav")
    assert len(mix) == 8 * 44_100
    stems = [samples_of(path) for path in (tmp_path / "dance-stems").iterdir()]
    assert len(stems) >= 3
    assert np.abs(sum(stems) - mix).max() < 1e-5
    assert mido.MidiFile(tmp_path / "dance.mid").length > 4


def test_an_engine_of_ones_own_lands_on_the_beats(tmp_path: Path) -> None:
    write_bouncer(tmp_path / "dance.npz", bpm=120.0)
    said = run("an_engine_of_your_own.py", tmp_path, "dance.npz")
    grid = ks.analyse(ks.read_motion(tmp_path / "dance.npz")).grid
    assert f"{len(grid.beats)} beats at {grid.tempo_bpm:.2f} BPM" in said
    sound = np.abs(samples_of(tmp_path / "dance-woodblock.wav")[:, 0])
    loudness = [sound[round(beat * 44_100) :][:1000].max() for beat in grid.beats]
    assert min(loudness) > 0.15
    assert min(loudness) > 2 * np.median(sound)


def test_a_folder_is_evaluated_against_chance(tmp_path: Path) -> None:
    pytest.importorskip("librosa")
    (tmp_path / "dances").mkdir()
    for number, bpm in enumerate((96.0, 108.0, 132.0)):
        write_bouncer(tmp_path / "dances" / f"dance{number}.npz", bpm=bpm)
    said = run("evaluate_a_folder.py", tmp_path, "dances", "results")
    assert "3 clips" in said
    values = {line.partition(",")[0]: float(line.rpartition(" ")[2]) for line in said.splitlines() if "BAS" in line}
    assert values["groovebox"] > values["clicks"]
    assert "random phase: " in said
    assert (tmp_path / "results" / "evaluation.json").is_file()


@pytest.mark.parametrize("example", ["score_a_bvh.py", "an_engine_of_your_own.py"])
def test_examples_use_the_front_door_only(example: str) -> None:
    lines = (EXAMPLES / example).read_text("utf-8").splitlines()
    assert [line for line in lines if "kinescore." in line and "import" in line] == []
