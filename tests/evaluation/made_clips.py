"""Sounds with clicks at known times and movements that bounce at a known tempo, written as a user's folders."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from kinescore.motion.keypoints import Keypoints
from kinescore.motion.readers.npz import write_npz
from kinescore.sound.audio import Audio

RATE = 22_050
SECONDS = 5.12


def clicks(times: Iterable[float], seconds: float = SECONDS, rate: int = RATE) -> NDArray[np.float32]:
    """Return [N]: a 1 kHz click that dies away within 30 ms at each of `times` s."""
    samples = np.zeros(round(seconds * rate), np.float32)
    age = np.arange(round(0.03 * rate)) / rate
    click = 0.8 * np.sin(2 * np.pi * 1000 * age) * np.exp(-age / 0.005)
    for time in times:
        part = samples[round(time * rate) :][: len(click)]
        part += click[: len(part)]
    return samples


def beats(bpm: float, first: float = 0.3, seconds: float = SECONDS) -> NDArray[np.float64]:
    """Return beat times [N] s that leave room for the last click."""
    return np.arange(first, seconds - 0.1, 60.0 / bpm)


def click_audio(times: Iterable[float], seconds: float = SECONDS, rate: int = RATE) -> Audio:
    """Return mono sound with a click at each of `times` s."""
    return Audio(clicks(times, seconds, rate)[None], rate)


def write_sound(path: Path, times: Iterable[float], seconds: float = SECONDS) -> Path:
    """Write a mono WAV file with a click at each of `times` s."""
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, clicks(times, seconds), RATE)
    return path


def bounce(bpm: float, seconds: float = SECONDS, fps: float = 60.0) -> Keypoints:
    """Return joints that swing with one turning point a beat, the first at 0.3 s."""
    time = np.arange(round(seconds * fps)) / fps
    swing = 60 * np.cos(np.pi * bpm / 60 * (time - 0.3))
    generator = np.random.default_rng(0)
    ways, places = generator.normal(size=(17, 2)), generator.uniform(300, 700, (17, 2))
    return Keypoints(places + swing[:, None, None] * ways, np.ones((len(time), 17)), fps, (1000, 1000))


def write_motion(path: Path, bpm: float) -> Path:
    """Write a movement with one turning point a beat."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_npz(bounce(bpm), path)
    return path


def write_pairs(folder: Path, count: int, systems: Iterable[str] = ("ours",)) -> dict[str, Path]:
    """Write `count` clips with reference, motion and a sound of each system; return the folders by name.

    Each clip has a tempo of its own. The first system plays the reference's beats, the others are late.
    """
    folders = {name: folder / name for name in ("reference", "motion", *systems)}
    for number in range(count):
        bpm = 84.0 + 6 * number
        name = f"clip{number:03d}"
        write_sound(folders["reference"] / f"{name}.wav", beats(bpm))
        write_motion(folders["motion"] / f"{name}.npz", bpm)
        for place, system in enumerate(systems):
            write_sound(folders[system] / f"{name}.wav", beats(bpm, first=0.3 + 0.17 * place))
    return folders
