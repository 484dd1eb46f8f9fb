"""Keypoints -> everything the music needs to know about the movement."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_grid import BeatGrid
from kinescore.dance.hit_points import HitPoints


@dataclass(frozen=True)
class DanceAnalysis:
    """What the dance does.

    seconds: length of the motion. energy: [T] float32 0..1, smoothed motion energy at `fps` Hz, entry t at t / fps s.
    grid: tempo, beats, downbeats. hits: hit points in time order.
    """

    seconds: float
    fps: float
    energy: NDArray[np.float32]
    grid: BeatGrid
    hits: HitPoints
