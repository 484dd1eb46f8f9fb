"""Body models' poses (SMPL, SMPL-H, SMPL-X: AMASS, AIST++ and what generators of dance write) -> joints in space.

The bodies' surfaces are licensed and not needed: where the joints of a neutral body rest is published, and turning
them is forward kinematics.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.layouts import LAYOUTS
from kinescore.motion.readers.rotations import from_rotation_vectors
from kinescore.motion.recordings import Places, Skeleton

BODY = 22
"""Joints that all of these models begin with; hands and face follow."""
# From each joint's parent to the joint, in m, of the left side: the offsets in EDGE's vis.py (Tseng et al., CVPR 2023),
# left and right averaged, rounded to cm. x is to the body's left, y up, z forward.
_PARENTS = (-1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 12, 13, 14, 16, 17, 18, 19)
_OFFSETS = {
    "pelvis": (0, 0, 0), "hip": (0.06, -0.09, -0.02), "spine1": (0, 0.12, -0.04), "knee": (0.04, -0.38, 0),
    "spine2": (0, 0.14, 0.03), "ankle": (-0.02, -0.42, -0.04), "spine3": (0, 0.06, 0), "foot": (0.04, -0.06, 0.13),
    "neck": (0, 0.21, -0.03), "collar": (0.08, 0.11, -0.02), "head": (0, 0.09, 0.05), "shoulder": (0.12, 0.05, -0.01),
    "elbow": (0.26, -0.01, -0.03), "wrist": (0.27, 0.01, -0.01),
}  # fmt: skip
_CHUNK = 8192


def skeleton_of_rotations(
    poses: NDArray[np.floating[Any]], place: NDArray[np.floating[Any]] | None, fps: float | None, name: str
) -> Skeleton:
    """A skeleton from rotations of a body model's joints.

    poses: [T, 3 J] or [T, J, 3], axis times angle in rad, J at least 22, of which the first 22 are used.
    place: [T, 3] m, of the pelvis, or None where it stays. Raises MotionError for other shapes.
    """
    poses = poses.reshape(len(poses), -1)
    if poses.shape[1] < 3 * BODY or poses.shape[1] % 3:
        raise MotionError(
            f"The poses in {name} have {poses.shape[1]} numbers a frame; a body model's have at least {3 * BODY}, "
            "three for each joint."
        )
    if place is None:
        place = np.zeros((len(poses), 3))
    if place.shape != (len(poses), 3):
        raise MotionError(
            f"{name} has {len(poses)} poses and places of shape {list(place.shape)}; wanted is [frames, 3]."
        )

    def pose(used: Sequence[int]) -> tuple[Places, Places]:
        joints = np.empty((len(poses), len(used), 3))
        for start in range(0, len(poses), _CHUNK):
            some = slice(start, start + _CHUNK)
            joints[some] = _posed(poses[some, : 3 * BODY].reshape(-1, BODY, 3), place[some])[:, list(used)]
        return joints, joints

    return Skeleton(LAYOUTS["SMPL-22"], len(poses), pose, fps)


def _posed(vectors: NDArray[np.floating[Any]], place: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
    """Joints [T, 22, 3] from rotation vectors [T, 22, 3] and the pelvis's place [T, 3]."""
    local = from_rotation_vectors(vectors)
    turns, joints = np.empty_like(local), np.empty(vectors.shape)
    turns[:, 0], joints[:, 0] = local[:, 0], place
    for joint, parent in enumerate(_PARENTS[1:], start=1):
        joints[:, joint] = joints[:, parent] + turns[:, parent] @ _offset(LAYOUTS["SMPL-22"][joint])
        turns[:, joint] = turns[:, parent] @ local[:, joint]
    return joints


def _offset(joint: str) -> NDArray[np.float64]:
    side, _, part = joint.rpartition("_")
    return np.array(_OFFSETS[part], dtype=np.float64) * [-1 if side == "right" else 1, 1, 1]
