"""BVH motion: forward kinematics, then the front view."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.bone_map import map_bones
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.moving_points import project_points
from kinescore.motion.projection import project_front
from kinescore.motion.readers.bvh_file import BvhFile, Joint, parse_bvh
from kinescore.motion.skeleton import coco_from_bones, joint_confidence

UP = 1
"""The vertical axis of the format; what is exported otherwise only lies on its side in the picture."""


def read_bvh(path: Path) -> Keypoints:
    """Read a skeleton's motion: a humanoid's, seen from the front, or the points that move most of any other.

    Raises MotionError naming the line that is no BVH.
    """
    bvh = parse_bvh(path)
    names = [joint.name for joint in bvh.joints]
    bone_map = map_bones(names)
    heads, tails = pose_bvh(bvh)
    if not bone_map.is_humanoid:
        return project_points(np.concatenate([heads, tails], axis=1), bvh.fps, up=UP)
    used = [names.index(bone) for bone in bone_map.bones]
    joints = coco_from_bones(heads[:, used], tails[:, used], bone_map)
    return project_front(joints, joint_confidence(bone_map), bvh.fps)


def pose_bvh(bvh: BvhFile) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Heads and tails [T, J, 3] of every joint, in the file's units and world axes.

    A tail is the end site, or the middle of the joint's children, or the head itself where there is neither.
    Rotation channels turn about the joint's own axes in file order. Position channels stand in place of the offset.
    """
    frames, count = len(bvh.values), len(bvh.joints)
    turns = np.empty((frames, count, 3, 3))
    heads = np.empty((frames, count, 3))
    tails = np.empty((frames, count, 3))
    for index, joint in enumerate(bvh.joints):
        place, turn = _local_pose(joint, bvh.values)
        if joint.parent < 0:
            heads[:, index], turns[:, index] = place, turn
        else:
            parent_turn = turns[:, joint.parent]
            heads[:, index] = heads[:, joint.parent] + np.einsum("tij,tj->ti", parent_turn, place)
            turns[:, index] = parent_turn @ turn
    for index, joint in enumerate(bvh.joints):
        children = [child for child, other in enumerate(bvh.joints) if other.parent == index]
        if joint.end is not None:
            tails[:, index] = heads[:, index] + turns[:, index] @ np.array(joint.end)
        else:
            tails[:, index] = heads[:, children or [index]].mean(axis=1)
    return heads, tails


def _local_pose(joint: Joint, values: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Place [T, 3] and rotation matrix [T, 3, 3] of a joint in its parent's axes."""
    place = np.tile(joint.offset, (len(values), 1))
    turn = np.broadcast_to(np.eye(3), (len(values), 3, 3))
    for column, channel in enumerate(joint.channels, start=joint.first_column):
        axis = "xyz".index(channel[0])
        if channel.endswith("position"):
            place[:, axis] = values[:, column]
        else:
            turn = turn @ _about_axis(axis, np.radians(values[:, column]))
    return place, turn


def _about_axis(axis: int, angle: NDArray[np.float64]) -> NDArray[np.float64]:
    """[T, 3, 3] rotation matrices about x, y or z (axis 0, 1 or 2), right-handed, from angle [T] in radians."""
    after, last = (axis + 1) % 3, (axis + 2) % 3
    matrices = np.zeros((len(angle), 3, 3))
    matrices[:, axis, axis] = 1.0
    matrices[:, after, after] = matrices[:, last, last] = np.cos(angle)
    matrices[:, last, after] = np.sin(angle)
    matrices[:, after, last] = -matrices[:, last, after]
    return matrices
