"""Keypoints -> everything the music needs to know about the movement."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_grid import BeatGrid, even_beats
from kinescore.dance.cues import cues_of
from kinescore.dance.energy import energy_of
from kinescore.dance.hit_points import HitPoints, hit_points_of
from kinescore.dance.keypoints import Keypoints
from kinescore.dance.movement import movement_of
from kinescore.dance.phase import beat_phase
from kinescore.dance.tempo import ranked_tempi

DEFAULT_BPM = 110.0


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
    """Find tempo, beats, energy and hit points in `keypoints`; a given `tempo_bpm` is kept and only its phase is found."""
    movement = movement_of(keypoints)
    cues = cues_of(movement)
    found = ranked_tempi(cues, 5) or (DEFAULT_BPM,)
    tempo = found[0] if tempo_bpm is None else tempo_bpm
    first_beat, clarity = beat_phase(cues, tempo)
    beats = even_beats(first_beat, tempo, keypoints.seconds)
    grid = BeatGrid(beats, np.arange(0, len(beats), 4), tempo, found[1:], clarity)
    energy = energy_of(movement, len(keypoints), keypoints.fps)
    return DanceAnalysis(keypoints.seconds, keypoints.fps, energy, grid, hit_points_of(movement))
