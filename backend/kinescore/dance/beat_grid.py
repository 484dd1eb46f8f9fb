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
