"""Keypoints -> everything the music needs to know about the movement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_grid import BeatGrid, require_beats, require_shift, require_tempo
from kinescore.dance.beat_tracking import beat_grid_of, beat_grid_of_music
from kinescore.dance.hit_detection import hit_points_of
from kinescore.dance.hit_points import HitPoints, with_cuts
from kinescore.dance.movement import RATE_HZ, Movement, movement_of, moving_mean
from kinescore.motion.keypoints import Keypoints, Layout
from kinescore.motion.repair import repaired

SMOOTHING_SECONDS = 0.5
LIVELY_SPEED = 0.25
"""Mean speed of the parts, in body sizes per second, that is full energy in a piece with no livelier moment."""


@dataclass(frozen=True)
class DanceAnalysis:
    """What the dance does.

    seconds: length of the motion. energy: [T] float32 0..1, smoothed motion energy at `fps` Hz, entry t at t / fps s.
    grid: tempo, beats, downbeats. hits: hit points in time order.
    notes: sentences for the user about what in the file was no movement, and what moved if it was no humanoid.
    """

    seconds: float
    fps: float
    energy: NDArray[np.float32]
    grid: BeatGrid
    hits: HitPoints
    notes: tuple[str, ...] = ()

    @property
    def keeps_time(self) -> bool:
        """Whether music for this movement should have a beat: a tempo was given, or the limbs keep one."""
        return self.grid.tempo_confidence > 0.0


def analyse(
    keypoints: Keypoints,
    tempo_bpm: float | None = None,
    *,
    music_beats: Sequence[float] = (),
    beat_shift_seconds: float = 0.0,
    cuts: Sequence[float] = (),
) -> DanceAnalysis:
    """Find tempo, beats, energy and hit points in `keypoints`; `cuts` of the picture, in seconds, become hit points.

    A given `tempo_bpm` is kept and only the place of its beats is found. `music_beats`, [N] s from frame 0, are the
    beats of music that is known: they are taken as they are. All beats come later by `beat_shift_seconds`. Every valid
    motion has an analysis: one that does not move, or has no pulse, gets a tempo that fits its hit points, with
    confidence 0.

    Raises RequestError for an impossible tempo, shift or beats.
    """
    require_tempo(tempo_bpm)
    require_beats(music_beats, tempo_bpm)
    require_shift(beat_shift_seconds)
    repair = repaired(keypoints)
    keypoints = repair.keypoints
    movement = movement_of(keypoints)
    hits = with_cuts(hit_points_of(keypoints), [cut for cut in cuts if cut < keypoints.seconds])
    if len(music_beats):
        grid = beat_grid_of_music(movement, music_beats, keypoints.seconds, beat_shift_seconds)
    else:
        grid = beat_grid_of(movement, hits, keypoints.seconds, tempo_bpm, shift_seconds=beat_shift_seconds)
    energy = energy_of(movement, len(keypoints), keypoints.fps)
    return DanceAnalysis(keypoints.seconds, keypoints.fps, energy, grid, hits, (*_seen_as(keypoints), *repair.notes))


def _seen_as(keypoints: Keypoints) -> tuple[str, ...]:
    if keypoints.layout is Layout.COCO_17:
        return ()
    count = len(keypoints.followed)
    return (f"{count} moving {'point was' if count == 1 else 'points were'} followed; the mover is no humanoid.",)


def energy_of(movement: Movement, frames: int, fps: float) -> NDArray[np.float32]:
    """Return the motion energy [T] 0..1 at `fps`: smoothed speed against the piece's own lively level.

    That level is the 95th percentile, so one leap does not flatten the rest; a calm piece stays low.
    """
    level = moving_mean(moving_mean(movement.body_speed, SMOOTHING_SECONDS), SMOOTHING_SECONDS)
    lively = max(float(np.percentile(level, 95)), LIVELY_SPEED)
    at_frames = np.interp(np.arange(frames) / fps, np.arange(len(level)) / RATE_HZ, level / lively)
    return np.clip(at_frames, 0.0, 1.0).astype(np.float32)
