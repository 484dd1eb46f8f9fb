"""Anything that moves, as keypoints: the points that move most, seen from where most of their movement shows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kinescore.errors import MotionError, counted
from kinescore.motion.gaps import fill_gaps
from kinescore.motion.keypoints import Keypoints, Layout, require_frame_rate
from kinescore.motion.projection import FRONT_VIEW_SIZE

MOST_POINTS = 17
INDEPENDENT_SHARE = 0.1
"""A point counts if so much of its movement, against that of the liveliest, is not already told by those chosen."""
DRIFT_SECONDS = 1.5
TRAVEL_SHARE = 0.2
"""Travel slower than DRIFT_SECONDS carries everything along and counts by this much beside what swings and bounces."""
STILL = 1e-6
"""Of the distances in a movement; what goes less far in all is rounding."""
LOOKED_AT = 2000
"""Frames at most, evenly spread, by which points are compared."""
_MARGIN = 0.1  # of the picture, on every side
_FRONT_PULL = 0.02  # share of the movement by which the view in front is preferred among equals


def project_points(
    points: ArrayLike, fps: float, up: int, size: tuple[int, int] = FRONT_VIEW_SIZE, most: int = MOST_POINTS
) -> Keypoints:
    """Look at the moving ones of `points` from a fixed place, so far away that there is no perspective.

    points: [T, J, 3], finite, any unit, right-handed world axes, of which `up` (0, 1 or 2) is the vertical. The view is
    along the direction in which least moves, and aslant where all directions are moved in, so that every contact is
    seen. The points that were chosen come first; where most of the movement is shared by all, their middle leads them.
    Raises MotionError where nothing moves, and for points that are no finite numbers.
    """
    points = np.asarray(points, dtype=np.float64)
    if points.ndim != 3 or points.shape[2] != 3 or not points.shape[1]:
        raise MotionError(f"Points have shape {list(points.shape)}; points in space are [frames, points, 3].")
    if len(points) < 2:
        raise MotionError(
            f"The motion has {counted(len(points), 'frame')}; music needs at least 2.", "Choose a longer frame range."
        )
    if not np.isfinite(points).all():
        raise MotionError("A point's position in space is not a finite number.", "Fill gaps first.")
    require_frame_rate(fps)
    middle = points.mean(axis=1, keepdims=True)
    first = (0,) if _is_carried(points, middle, fps) else ()
    points = np.concatenate([middle, points], axis=1) if first else points
    chosen = points[:, choose_moving_points(points, fps, most, first)]
    flat = chosen @ _view_axes(chosen, fps, up)[:2].T
    low, high = flat.min(axis=(0, 1)), flat.max(axis=(0, 1))
    scale = ((1 - 2 * _MARGIN) * np.array(size) / np.maximum(high - low, 1e-12)).min()
    positions = np.full((len(points), MOST_POINTS, 2), np.nan)
    positions[:, : chosen.shape[1]] = (flat - (low + high) / 2) * [scale, -scale] + np.array(size) / 2
    confidence = np.zeros(positions.shape[:2])
    confidence[:, : chosen.shape[1]] = 1.0
    filled, seen = fill_gaps(positions.astype(np.float32), confidence)
    return Keypoints(filled, seen, fps, size, Layout.POINTS)


def _is_carried(points: NDArray[np.float64], middle: NDArray[np.float64], fps: float) -> bool:
    """Whether `points` [T, J, 3] do more together, as their `middle` [T, 1, 3] does, than by themselves: what spins as
    it bounces is met as a whole. What all do alike has no need of a middle."""
    shared = np.sum(_liveliness(middle, fps) ** 2)
    own = np.sum(_liveliness(points - middle, fps) ** 2) / points.shape[1]
    return bool(shared > own > INDEPENDENT_SHARE**2 * shared)


def choose_moving_points(
    points: NDArray[np.float64], fps: float, most: int = MOST_POINTS, first: Sequence[int] = ()
) -> NDArray[np.int64]:
    """Return which of `points` [T, J, 3] to follow, [K] with 1 <= K <= most, by how much they add to those before;
    `first` of all those that are given.

    A QR decomposition with column pivoting (Businger & Golub 1965) over the points' velocities: what moves with a point
    already chosen, or is a mixture of several such, adds nothing. So a ball is one point however many vertices it has.
    Raises MotionError where nothing moves.
    """
    span = float(np.ptp(points, axis=0).max())
    if span <= STILL * max(float(np.abs(points).max()), 1e-300):
        raise MotionError(
            "Nothing moves in this time, so there is nothing for the music to follow.",
            "Choose something that is animated, or a time in which it moves.",
            code="no_movement",
        )
    rest = _liveliness(points, fps)
    power = np.sum(rest**2, axis=0)
    enough = INDEPENDENT_SHARE**2 * float(power.max())
    chosen: list[int] = []
    while len(chosen) < min(most, points.shape[1]):
        best = first[len(chosen)] if len(chosen) < len(first) else int(np.argmax(power))
        if power[best] < enough or power[best] <= 0:
            break
        chosen.append(best)
        direction = rest[:, best] / np.sqrt(power[best])
        rest = rest - np.outer(direction, direction @ rest)
        power = np.sum(rest**2, axis=0)
        power[chosen] = 0.0
    return np.array(chosen or [0])


def _liveliness(points: NDArray[np.float64], fps: float) -> NDArray[np.float64]:
    """[M, J]: per point, its velocity free of drift, then TRAVEL_SHARE of the velocity itself, over time and axes."""
    velocity = np.diff(points, axis=0)
    half = max(1, round(DRIFT_SECONDS * fps / 2))
    sums = np.concatenate([np.zeros_like(velocity[:1]), np.cumsum(velocity, axis=0)])
    index = np.arange(len(velocity))
    first, last = np.maximum(index - half, 0), np.minimum(index + half + 1, len(velocity))
    drift = (sums[last] - sums[first]) / (last - first)[:, None, None]
    shown = np.concatenate([velocity - drift, TRAVEL_SHARE * velocity])[:: max(1, len(velocity) // LOOKED_AT)]
    return shown.transpose(0, 2, 1).reshape(-1, points.shape[1])


def _view_axes(points: NDArray[np.float64], fps: float, up: int) -> NDArray[np.float64]:
    """[3, 3], rows: right in the picture, up, towards the viewer, who stands where least of the movement is lost.

    What moves in every direction is seen aslant: the more of its movement lies in the direction that has least of it,
    the more of that is shown. Among equals the viewer stands in front: at -Y where Z is up, as in Blender, at +Z where
    Y is up, as in BVH.
    """
    lively = _liveliness(points, fps).reshape(-1, 3, points.shape[1])
    spread = np.einsum("mij,mkj->ik", lively, lively)
    upwards = np.eye(3)[up]
    front = -np.eye(3)[1] if up == 2 else np.roll(upwards, 1)
    pulled = spread + _FRONT_PULL * np.trace(spread) * (np.eye(3) - np.outer(front, front))
    axes = np.linalg.eigh(pulled)[1].T
    sides = [axis @ front if abs(axis @ front) > 1e-6 else axis @ upwards for axis in axes]
    axes = axes * np.where(np.array(sides) >= 0, 1.0, -1.0)[:, None]
    moved = np.maximum(np.einsum("ai,ij,aj->a", axes, spread, axes), 1e-12 * np.trace(spread))
    towards = np.sqrt(np.minimum(moved[0] / moved, 1.0)) @ axes
    towards = towards / np.linalg.norm(towards)
    rising = upwards - (upwards @ towards) * towards
    if np.linalg.norm(rising) < 0.1:  # seen from above: what lies behind is up in the picture
        rising = -front - (-front @ towards) * towards
    rising = rising / np.linalg.norm(rising)
    return np.stack([np.cross(rising, towards), rising, towards])
