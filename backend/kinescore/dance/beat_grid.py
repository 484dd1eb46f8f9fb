"""Tempo, beats and downbeats found in the motion."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class BeatGrid:
    """A constant-tempo grid over the motion.

    beats: [N] float64 s, increasing, all inside [0, seconds).
    downbeats: [M] int64 indices into beats (the "one" of each bar of `beats_per_bar`).
    tempo_bpm: beats per minute. alternatives_bpm: the same pulse at half and double time, and near rivals, best first.
    confidence: 0..1; 0 means that the motion has no pulse and the tempo was chosen to fit the hit points.
    """

    beats: NDArray[np.float64]
    downbeats: NDArray[np.int64]
    tempo_bpm: float
    alternatives_bpm: tuple[float, ...]
    confidence: float
    beats_per_bar: int = 4


def even_beats(first_beat: float, tempo_bpm: float, seconds: float) -> NDArray[np.float64]:
    """Return the beats first_beat + k * 60 / tempo_bpm that lie in [0, seconds), [N] s, at least one."""
    period = 60.0 / tempo_bpm
    first = first_beat % period
    count = max(1, int(np.ceil((seconds - first) / period - 1e-9)))
    return np.minimum(first, seconds / 2) + period * np.arange(count)
