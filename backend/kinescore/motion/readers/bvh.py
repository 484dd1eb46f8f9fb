"""BVH motion: forward kinematics."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.bone_map import RestPose
from kinescore.motion.readers.bvh_file import BvhFile, Joint, parse_bvh
from kinescore.motion.readers.rotations import about_axis
from kinescore.motion.recordings import Skeleton

_CHUNK = 4096  # frames posed at once, which bounds the memory


def read_bvh(path: Path) -> Skeleton:
    """Read a skeleton and its motion. Raises MotionError naming the line that is no BVH."""
    bvh = parse_bvh(path)
    names = [joint.name for joint in bvh.joints]
    rest = RestPose([joint.parent for joint in bvh.joints], _rest_heads(bvh.joints))
    return Skeleton(names, len(bvh.values), lambda used: pose_bvh(bvh, used), bvh.fps, rest, bvh.notes)


def pose_bvh(bvh: BvhFile, used: Sequence[int] | None = None) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Heads and tails [T, J, 3] of the joints `used` (all where None), in the file's units and world axes.

    A tail is the end site, or the middle of the joint's children, or the head itself where there is neither.
    Rotation channels turn about the joint's own axes in file order. Position channels stand in place of the offset.
    """
    used = range(len(bvh.joints)) if used is None else used
    children: list[list[int]] = [[] for _ in bvh.joints]
    for index, joint in enumerate(bvh.joints):
        if joint.parent >= 0:
            children[joint.parent].append(index)
    needed = _with_ancestors([*used, *(child for index in used for child in children[index])], bvh.joints)
    heads, tails = np.empty((2, len(bvh.values), len(used), 3))
    for start in range(0, len(bvh.values), _CHUNK):
        values = bvh.values[start : start + _CHUNK]
        places, turns = _posed(bvh.joints, needed, values)
        for column, index in enumerate(used):
            end = bvh.joints[index].end
            heads[start : start + _CHUNK, column] = places[index]
            if end is not None:
                tail = places[index] + turns[index] @ np.array(end)
            else:
                tail = np.mean([places[other] for other in children[index] or [index]], axis=0)
            tails[start : start + _CHUNK, column] = tail
    return heads, tails


def _with_ancestors(wanted: Sequence[int], joints: Sequence[Joint]) -> list[int]:
    """The indices wanted and all above them, parents first."""
    found: set[int] = set()
    for index in wanted:
        while index >= 0 and index not in found:
            found.add(index)
            index = joints[index].parent
    return sorted(found)


def _posed(
    joints: Sequence[Joint], needed: Sequence[int], values: NDArray[np.float64]
) -> tuple[dict[int, NDArray[np.float64]], dict[int, NDArray[np.float64]]]:
    """Places [T, 3] and rotation matrices [T, 3, 3] in the world of the joints needed."""
    places: dict[int, NDArray[np.float64]] = {}
    turns: dict[int, NDArray[np.float64]] = {}
    for index in needed:
        place, turn = _local_pose(joints[index], values)
        parent = joints[index].parent
        if parent >= 0:
            place = places[parent] + np.einsum("tij,tj->ti", turns[parent], place)
            turn = turns[parent] @ turn
        places[index], turns[index] = place, turn
    return places, turns


def _local_pose(joint: Joint, values: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Place [T, 3] and rotation matrix [T, 3, 3] of a joint in its parent's axes."""
    place = np.tile(joint.offset, (len(values), 1))
    turn = np.broadcast_to(np.eye(3), (len(values), 3, 3))
    for column, channel in enumerate(joint.channels, start=joint.first_column):
        axis = "xyz".index(channel[0])
        if channel.endswith("position"):
            place[:, axis] = values[:, column]
        else:
            turn = turn @ about_axis(axis, np.radians(values[:, column]))
    return place, turn


def _rest_heads(joints: Sequence[Joint]) -> NDArray[np.float64]:
    """[J, 3], every joint at its offset and nothing turned."""
    heads = np.array([joint.offset for joint in joints])
    for index, joint in enumerate(joints):
        if joint.parent >= 0:
            heads[index] += heads[joint.parent]
    return heads
