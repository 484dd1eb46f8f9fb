"""The plot of one clip: lanes of beats over time, above the movement's energy, kinematic beats and hits."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.analysis import analyse
from kinescore.evaluation.observations.observation import ClipObservations, MotionObservation
from kinescore.evaluation.tables.protocols import PRIMARY, PRIMARY_BINS
from kinescore.motion.keypoints import Keypoints
from kinescore.report.media import MAX_DRAWN_FPS

REFERENCE_NAME = "Reference"
HIT_RISE = 36.0  # px above the plot's floor that a hit of weight 1 stands
MOST_TICKS = 10


@dataclass(frozen=True)
class PlottedBeat:
    """time: s. aligned: with a beat of the reference, under the primary protocol."""

    time: float
    aligned: bool


@dataclass(frozen=True)
class BeatLane:
    """The beats of one sound."""

    name: str
    reference: bool
    beats: tuple[PlottedBeat, ...]


@dataclass(frozen=True)
class PlottedHit:
    """time: s. rise: px, downwards, of its sign's tip: less for a heavier hit."""

    time: float
    rise: float


@dataclass(frozen=True)
class MotionLane:
    """energy: an SVG path in seconds and 0 (full) to 1 (none). kinematic_beats: s."""

    energy: str
    kinematic_beats: tuple[float, ...]
    hits: tuple[PlottedHit, ...]


def beat_lanes(observations: ClipObservations) -> Iterator[BeatLane]:
    """Yield the lane of the reference, where there is one, and of each system, as the primary protocol has them."""
    reference = None if observations.reference is None else observations.reference.beats[PRIMARY.detector]
    if reference is not None:
        yield BeatLane(REFERENCE_NAME, True, _plotted(reference, reference))
    for system, music in observations.generated.items():
        yield BeatLane(system, False, _plotted(music.beats[PRIMARY.detector], reference))


def motion_lane(motion: MotionObservation, keypoints: Keypoints) -> MotionLane:
    """Return the lane of a movement, its energy thinned to MAX_DRAWN_FPS. Raises MotionError."""
    energy = analyse(keypoints).energy
    kept = range(0, len(energy), max(1, math.ceil(keypoints.fps / MAX_DRAWN_FPS)))
    points = " ".join(f"L{k / keypoints.fps:.3f} {1 - energy[k]:.3f}" for k in kept)
    hits = tuple(
        PlottedHit(float(time), HIT_RISE * (1 - float(weight)))
        for time, weight in zip(motion.hits, motion.hit_weights, strict=True)
    )
    path = f"M0 1 {points} L{kept[-1] / keypoints.fps:.3f} 1"
    return MotionLane(path, tuple(map(float, motion.kinematic_beats)), hits)


def time_ticks(seconds: float) -> tuple[int, ...]:
    """Return where the time axis of a clip has ticks, s: few, and round numbers."""
    step = next((step for step in (1, 2, 5, 10, 20, 30, 60) if seconds / step <= MOST_TICKS), 300)
    return tuple(range(0, int(seconds) + 1, step))


def _plotted(times: NDArray[np.float64], reference: NDArray[np.float64] | None) -> tuple[PlottedBeat, ...]:
    aligned = np.zeros(len(times), bool)
    if reference is not None:
        aligned = np.isin(PRIMARY_BINS.bins_of(times), PRIMARY_BINS.bins_of(reference))
    return tuple(PlottedBeat(float(time), bool(hit)) for time, hit in zip(times, aligned, strict=True))
