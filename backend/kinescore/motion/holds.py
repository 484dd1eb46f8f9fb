"""Stepped animation: poses held for two, three or four frames, as drawings are, and the movement between them.

Holds are exact in animation on keys; in moving holds, and where the frames were tracked in a film, the pose drifts or
trembles a little.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from kinescore.motion.jumps import steps_of
from kinescore.motion.keypoints import Keypoints, body_size

STILL = 2e-4
"""Body sizes; a frame in which no joint goes farther shows the pose before it again."""
DRIFT, DRIFT_SECONDS = 0.15, 0.25
"""Share of the largest step within so long before or after; in a moving hold no joint goes farther in a frame."""
LONGEST_HOLD_SECONDS = 0.34
"""A pose that stands for longer is a pause of the performance, not of the animation."""
STEPPED_SHARE = 0.4
"""Of all changes of pose, as many are followed by a held frame if stepped; in captured motion next to none."""
LEAST_CHANGES = 6


@dataclass(frozen=True)
class Stepping:
    """keys: [K] the frames in which a new pose begins, first and last frame included. hold: frames a pose usually
    stands."""

    keys: NDArray[np.int64]
    hold: int


def find_stepping(keypoints: Keypoints) -> Stepping | None:
    """Return how `keypoints` are stepped, None where they are not."""
    way = steps_of(keypoints.positions.astype(np.float64)).max(axis=1)
    reach = max(1, round(DRIFT_SECONDS * keypoints.fps))
    largest = sliding_window_view(np.pad(way, reach), 2 * reach + 1).max(axis=1)
    still = np.full(len(way), STILL * body_size(keypoints))
    for held in (way <= still, way <= np.maximum(still, DRIFT * largest)):
        stepping = _stepping(held, keypoints.fps)
        if stepping is not None:
            return stepping
    return None


def _stepping(held: NDArray[np.bool_], fps: float) -> Stepping | None:
    """held: [T - 1], whether the next frame shows the same pose again."""
    changes = np.flatnonzero(~held) + 1
    if len(changes) < LEAST_CHANGES:
        return None
    holds = np.diff(changes)
    short = holds[holds <= max(2.0, LONGEST_HOLD_SECONDS * fps)]
    if len(short) < LEAST_CHANGES - 1 or np.mean(short > 1) < STEPPED_SHARE:
        return None
    hold = max(2, round(float(np.median(short[short > 1]))))
    pauses = changes[:-1][holds > 2 * hold] + hold  # a pause stands still from here until the next pose
    keys = np.unique(np.concatenate([[0], changes, pauses, _before(changes[1:][holds > 2 * hold], hold)]))
    return Stepping(np.append(keys[keys < len(held)], len(held)), hold)


def _before(frames: NDArray[np.int64], hold: int) -> NDArray[np.int64]:
    """Where the movement towards the pose of each frame begins."""
    return np.maximum(frames - hold, 0)


def unstepped(keypoints: Keypoints, stepping: Stepping) -> Keypoints:
    """Return the movement through the poses of `stepping`, each reached in the frame in which it was first shown."""
    keys = stepping.keys
    positions = _through(keypoints.positions[keys].astype(np.float64), keys, len(keypoints))
    return replace(keypoints, positions=positions.astype(np.float32))


def _through(poses: NDArray[np.float64], keys: NDArray[np.int64], frames: int) -> NDArray[np.float64]:
    """Catmull-Rom spline over uneven keys: poses [K, J, D] at frames keys [K] -> [frames, J, D].

    A pose that equals one of its neighbours is a rest: there the movement stands, as it would with flat handles.
    """
    time = keys.astype(np.float64)
    slope = np.diff(poses, axis=0) / np.diff(time)[:, None, None]
    tangent = np.zeros_like(poses)
    if len(poses) > 2:
        span = (time[2:] - time[:-2])[:, None, None]
        before, after = np.diff(time)[:-1, None, None], np.diff(time)[1:, None, None]
        tangent[1:-1] = (slope[:-1] * after + slope[1:] * before) / span
        rests = (slope == 0).all(axis=(1, 2))
        tangent[1:-1][rests[:-1] | rests[1:]] = 0.0
    at = np.arange(frames)
    left = np.clip(np.searchsorted(keys, at, side="right") - 1, 0, len(keys) - 2)
    width = (time[left + 1] - time[left])[:, None, None]
    t = ((at - time[left]) / (time[left + 1] - time[left]))[:, None, None]
    p0, p1, m0, m1 = poses[left], poses[left + 1], tangent[left] * width, tangent[left + 1] * width
    return p0 + t * (m0 + t * (3 * (p1 - p0) - 2 * m0 - m1 + t * (2 * (p0 - p1) + m0 + m1)))
