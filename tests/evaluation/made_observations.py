"""Observed clips made by rule, for which answers are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from kinescore.evaluation.clips.clip import Clip
from kinescore.evaluation.observations.observation import (
    ClipObservations,
    Detector,
    MotionObservation,
    MusicObservation,
)

SECONDS = 5.0
FIRST, PERIOD = 0.05, 0.5
"""Ten beats at 120 BPM: 0.05, 0.55, ... 4.55. In bins of 0.2 s: 0, 2, 5, 7, 10, 12, 15, 17, 20, 22."""


def pulse(first: float = FIRST, period: float = PERIOD, seconds: float = SECONDS) -> np.ndarray:
    """Beats from `first` on, s."""
    return np.arange(first, seconds - 1e-9, period)


def music_of(beats: np.ndarray, tempo_bpm: float = 120.0, seconds: float = SECONDS) -> MusicObservation:
    return MusicObservation(seconds, tempo_bpm, dict.fromkeys(Detector, np.asarray(beats, np.float64)))


def motion_of(
    beats: np.ndarray, hits: np.ndarray | None = None, fps: float = 60.0, seconds: float = SECONDS
) -> MotionObservation:
    hits = beats if hits is None else hits
    return MotionObservation(seconds, fps, 120.0, beats, beats, hits, np.ones(len(hits)))


def clip(name: str, song: str) -> Clip:
    return Clip(name, song, "", None, None, {})


def observed(
    number: int,
    song: str,
    reference: MusicObservation | None,
    generated: Mapping[str, MusicObservation],
    movement: MotionObservation | None = None,
) -> ClipObservations:
    return ClipObservations(clip(f"clip {number:03d}", song), movement, reference, generated)


def random_beats(rng: np.random.Generator, tempo_bpm: float, seconds: float = SECONDS) -> np.ndarray:
    """A pulse with a random phase."""
    return pulse(rng.uniform(0, 60 / tempo_bpm), 60 / tempo_bpm, seconds)


def unrelated(
    rng: np.random.Generator, clips: int, songs: int, systems: Sequence[str] = ("ours",)
) -> list[ClipObservations]:
    """Clips whose generated music has nothing to do with the reference: every pulse and tempo is drawn anew."""

    def any_music() -> MusicObservation:
        tempo = rng.uniform(80, 135)
        return music_of(random_beats(rng, tempo), tempo)

    return [
        observed(n, f"song {n % songs}", any_music(), {system: any_music() for system in systems}) for n in range(clips)
    ]
