"""Keypoints -> everything the music needs to know about the movement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_grid import BeatGrid
from kinescore.dance.beat_tracking import beat_grid_of
from kinescore.dance.fixed_grid import FindGrid, fixed_grid
from kinescore.dance.hit_detection import hit_points_of
from kinescore.dance.hit_points import HitPoints, with_cuts
from kinescore.dance.movement import RATE_HZ, Movement, movement_of, moving_mean
from kinescore.dance.timing import AS_FOUND, Timing
from kinescore.motion.keypoints import Keypoints, Layout
from kinescore.motion.repair import FAR_APART, repaired

SMOOTHING_SECONDS = 0.5
SAME_RATE, DOUBTED = 0.015, 0.25
FEW_FRAMES = 12.5
"""A film of so few frames a second is as good as stepped."""
SURE_OF_ITSELF = 0.8
"""Where each beat has three or four poses, a tempo that is found as surely as this is the movement's own."""
LIVELY_SPEED = 0.25
"""Mean speed of the parts, in body sizes per second, that is full energy in a piece with no livelier moment."""


@dataclass(frozen=True)
class DanceAnalysis:
    """What the dance does.

    seconds: length of the motion. energy: [T] float32 0..1, smoothed motion energy at `fps` Hz, entry t at t / fps s.
    grid: tempo, beats, downbeats. hits: hit points in time order.
    notes: sentences for the user about what in the file was no movement, and what moved if it was no humanoid.
    as_found: the same movement with nothing fixed, where the artist fixed something; None where it is this.
    """

    seconds: float
    fps: float
    energy: NDArray[np.float32]
    grid: BeatGrid
    hits: HitPoints
    notes: tuple[str, ...] = ()
    as_found: DanceAnalysis | None = None

    @property
    def has_found_hits(self) -> bool:
        """Whether the hit points are those found, to choose from, and not a set that the artist edited."""
        return self.as_found is None or self.hits == self.as_found.hits

    @property
    def has_found_energy(self) -> bool:
        """Whether the energy is the movement's own, and not a curve that the artist drew."""
        return self.as_found is None or self.energy is self.as_found.energy

    @property
    def keeps_time(self) -> bool:
        """Whether music for this movement should have a beat: a tempo was given, or the limbs keep one."""
        return self.grid.tempo_confidence > 0.0


@dataclass(frozen=True)
class Observed:
    """One movement, or several together, looked at once: what was `found`, and how to `find` beats again."""

    found: DanceAnalysis
    movement: Movement
    find: FindGrid

    def with_timing(self, timing: Timing) -> DanceAnalysis:
        """Return the analysis with what `timing` fixes in place of what was found."""
        found = self.found
        if timing == AS_FOUND:
            return found
        hits = found.hits if timing.hits is None else tuple(hit for hit in timing.hits if hit.time_s < found.seconds)
        grid = fixed_grid(timing, self.movement, hits, found.seconds, self.find)
        energy = _spread(timing.intensity, len(found.energy)) if timing.intensity else found.energy
        return replace(found, grid=grid, hits=hits, energy=energy, as_found=found)


def analyse(keypoints: Keypoints, timing: Timing = AS_FOUND, *, cuts: Sequence[float] = ()) -> DanceAnalysis:
    """Find tempo, beats, energy and hit points in `keypoints`, as far as `timing` does not fix them.

    `cuts` of the picture, in seconds, become hit points, unless `timing` has its own. Every valid motion has an
    analysis: one that does not move, or has no pulse, gets a tempo that fits its hit points, with confidence 0.
    """
    return observe(keypoints, cuts=cuts).with_timing(timing)


def observe(keypoints: Keypoints, *, cuts: Sequence[float] = ()) -> Observed:
    """Look at `keypoints` with nothing fixed; see `analyse`."""
    repair = repaired(keypoints)
    keypoints = repair.keypoints
    movement = movement_of(keypoints)
    seconds, fps = keypoints.seconds, keypoints.fps

    def find(hits: HitPoints, tempo_bpm: float | None, shift_seconds: float) -> BeatGrid:
        grid = beat_grid_of(movement, hits, seconds, tempo_bpm, shift_seconds=shift_seconds)
        few = fps / repair.hold if repair.hold > 1 or fps <= FEW_FRAMES else None
        return grid if tempo_bpm is not None or few is None else _doubted(grid, few)

    hits = with_cuts(hit_points_of(keypoints), [cut for cut in cuts if cut < seconds])
    energy = energy_of(movement, len(keypoints), fps)
    notes = (*_seen_as(keypoints), *repair.notes)
    return Observed(DanceAnalysis(seconds, fps, energy, find(hits, None, 0.0), hits, notes), movement, find)


def _doubted(grid: BeatGrid, poses_per_second: float) -> BeatGrid:
    """Return `grid`, of stepped animation or few frames, with less confidence where each beat has just one or two
    poses, or three or four and is not found surely: then the rate of the poses may be all that was found. Poses so far
    apart as FAR_APART show too little of any beat."""
    poses = poses_per_second * 60.0 / grid.tempo_bpm
    most = 2 if grid.tempo_confidence >= SURE_OF_ITSELF else 4
    is_rate = 1 <= round(poses) <= most and abs(poses / round(poses) - 1.0) <= SAME_RATE
    if not is_rate and poses_per_second * FAR_APART > 1.0 + 1e-3:
        return grid
    sure, beats = (min(DOUBTED, confidence) for confidence in (grid.tempo_confidence, grid.beat_confidence))
    return replace(grid, tempo_confidence=sure, beat_confidence=beats)


def _spread(values: Sequence[float], frames: int) -> NDArray[np.float32]:
    """Evenly spaced `values` as [frames], the first on the first frame and the last on the last."""
    at = np.linspace(0.0, len(values) - 1, frames)
    return np.interp(at, np.arange(len(values)), values).astype(np.float32)


def _seen_as(keypoints: Keypoints) -> tuple[str, ...]:
    if keypoints.layout is Layout.COCO_17:
        return ()
    count = len(keypoints.followed)
    if count == 1:
        return (f"{count} moving point was followed; the mover is no humanoid.",)
    return (f"{count} moving points were followed; the mover is no humanoid.",)


def energy_of(movement: Movement, frames: int, fps: float) -> NDArray[np.float32]:
    """Return the motion energy [T] 0..1 at `fps`: smoothed speed against the piece's own lively level.

    That level is the 95th percentile, so one leap does not flatten the rest; a calm piece stays low.
    """
    level = moving_mean(moving_mean(movement.body_speed, SMOOTHING_SECONDS), SMOOTHING_SECONDS)
    lively = max(float(np.percentile(level, 95)), LIVELY_SPEED)
    at_frames = np.interp(np.arange(frames) / fps, np.arange(len(level)) / RATE_HZ, level / lively)
    return np.clip(at_frames, 0.0, 1.0).astype(np.float32)
