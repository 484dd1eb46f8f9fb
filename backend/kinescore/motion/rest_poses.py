"""Rest poses at either end of a piece: a rig stands still in its T-pose, and from one frame to the next it dances."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.jumps import SUDDEN, steps_of
from kinescore.motion.keypoints import COCO_17

OUT_OF_T = 2.0
"""As many times farther than in the frames after, out of a T-pose; a dance may begin in full swing."""
LEVEL = 0.2
"""Tangent of the angle between an arm of a T-pose and the horizontal."""
STILL = 1e-3  # of the least jump

_ARMS = [[COCO_17.index(f"{side}_{joint}") for joint in ("shoulder", "elbow", "wrist")] for side in ("left", "right")]


def rest_poses(positions: NDArray[np.float64], least: float) -> NDArray[np.int64]:
    """Return the frames [K], two at most, into which a joint jumps out of the pose that the piece begins with, or into
    the one that it ends with.

    positions: [T, 17, 2] COCO-17 in px, without pops. least: farther than a joint goes in a frame, px. The pose stands
    exactly, for one frame or more, and beside it the movement goes on, SUDDEN times slower than the jump (out of a
    T-pose, OUT_OF_T times). Often only the arms are lifted, which is no jump of the whole body.
    """
    way = steps_of(positions)
    begin, end = _leaving(way, positions[0], least), _leaving(way[::-1], positions[-1], least)
    frames = ([] if begin is None else [begin + 1]) + ([] if end is None else [len(way) - end])
    return np.unique(np.array(frames, np.int64))


def _leaving(way: NDArray[np.float64], pose: NDArray[np.float64], least: float) -> int | None:
    """The step of way [T - 1, J] that leaves the first `pose` [J, 2], None where that is no jump."""
    moved = np.flatnonzero(way.max(axis=1) > STILL * least)
    if not len(moved) or moved[0] + 2 >= len(way):
        return None
    first = int(moved[0])
    after = way[first + 1 : first + 3]
    sudden = OUT_OF_T if _is_t_pose(pose) else SUDDEN
    goes_on = (after.max(axis=1) > STILL * least).all()
    return first if goes_on and (way[first] > np.maximum(least, sudden * after.max(axis=0))).any() else None


def _is_t_pose(pose: NDArray[np.float64]) -> bool:
    """Whether both arms are held out level, away from each other."""
    bones = np.diff(pose[_ARMS], axis=1)
    across = bones[..., 0]
    is_level = np.abs(bones[..., 1]) <= LEVEL * np.abs(across)
    return bool(is_level.all() and (np.sign(across[0]) == -np.sign(across[1])).all() and across.all())
