"""Keypoints -> everything the music needs to know about the movement."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_grid import BeatGrid
from kinescore.dance.beat_tracking import beat_grid_of
from kinescore.dance.energy import energy_of
from kinescore.dance.hit_detection import hit_points_of
from kinescore.dance.hit_points import HitPoints
from kinescore.dance.keypoints import Keypoints
from kinescore.dance.movement import movement_of
from kinescore.request import require_tempo


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


def analyse(keypoints: Keypoints, tempo_bpm: float | None = None) -> DanceAnalysis:
    """Find tempo, beats, energy and hit points in `keypoints`.

    A given `tempo_bpm` is kept and only the place of its beats is found. Every valid motion has an analysis: one that
    does not move, or has no pulse, gets a tempo that fits its hit points, with confidence 0.

    Raises RequestError for an impossible tempo.
    """
    require_tempo(tempo_bpm)
    movement = movement_of(keypoints)
    hits = hit_points_of(keypoints)
    grid = beat_grid_of(movement, hits, keypoints.seconds, tempo_bpm)
    energy = energy_of(movement, len(keypoints), keypoints.fps)
    return DanceAnalysis(keypoints.seconds, keypoints.fps, energy, grid, hits)
