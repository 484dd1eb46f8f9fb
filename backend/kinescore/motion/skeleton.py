"""From the bones of a humanoid in 3D to the seventeen COCO joints."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kinescore.errors import MotionError
from kinescore.motion.bone_map import FACE_JOINTS, PARENT_IN_LIMB, BoneEnd, BoneMap
from kinescore.motion.keypoints import COCO_17

# Face joints from the head joint (base of the skull): (to the character's left, up, forward), in shoulder widths.
# Measured on Blender's own human metarig and rounded.
_FACE_OFFSETS = {
    "nose": (0.0, 0.17, 0.42),
    "left_eye": (0.13, 0.29, 0.25),
    "right_eye": (-0.13, 0.29, 0.25),
    "left_ear": (0.23, 0.20, 0.03),
    "right_ear": (-0.23, 0.20, 0.03),
}
_NECK_ABOVE_SHOULDERS = 0.15
_HEAD_ABOVE_NECK = 0.30
_DERIVED_CONFIDENCE = 0.5


def coco_from_bones(heads: ArrayLike, tails: ArrayLike, bone_map: BoneMap) -> NDArray[np.float64]:
    """The seventeen joints in the space of the bones.

    heads, tails: [T, J, 3], any unit, any right-handed world axes, finite; bone j is `bone_map.bones[j]`.
    Returns [T, 17, 3] in COCO-17 order. Face joints without a bone are placed on the head, missing body joints at the
    nearest joint towards the trunk; `joint_confidence` tells which.
    Raises MotionError when the map is no humanoid or the arrays do not fit it.
    """
    bone_map.require_humanoid()
    heads, tails = np.asarray(heads, dtype=np.float64), np.asarray(tails, dtype=np.float64)
    expected = (len(heads), len(bone_map.bones), 3)
    if heads.shape != expected or tails.shape != expected:
        raise MotionError(f"Bones have shapes {heads.shape} and {tails.shape}; heads and tails are both {expected}.")
    if not (np.isfinite(heads).all() and np.isfinite(tails).all()):
        raise MotionError("A bone's position is not a finite number.", "Check the rig for broken constraints.")
    index = {bone: j for j, bone in enumerate(bone_map.bones)}
    ends = {BoneEnd.HEAD: heads, BoneEnd.TAIL: tails}
    joints = {joint: ends[point.end][:, index[point.bone]] for joint, point in bone_map.points.items()}
    _place_missing_body(joints)
    if "head" in bone_map.points:
        head_axis = tails[:, index[bone_map.points["head"].bone]] - joints["head"]
    else:
        head_axis = np.zeros_like(joints["left_shoulder"])
    _place_missing_face(joints, head_axis)
    return np.stack([joints[joint] for joint in COCO_17], axis=1)


def joint_confidence(bone_map: BoneMap) -> NDArray[np.float32]:
    """[17] in 0..1: 1 for a joint with a bone, 0.5 for a face joint derived from the head, 0 for a missing one."""
    coverage = bone_map.coverage
    values = dict.fromkeys(coverage.found, 1.0) | dict.fromkeys(coverage.derived, _DERIVED_CONFIDENCE)
    return np.array([values.get(joint, 0.0) for joint in COCO_17], dtype=np.float32)


def _place_missing_body(joints: dict[str, NDArray[np.float64]]) -> None:
    for side in ("left", "right"):
        if f"{side}_hip" not in joints:
            joints[f"{side}_hip"] = joints["hips"]
        for joint, nearer in PARENT_IN_LIMB.items():
            joints.setdefault(f"{side}_{joint}", joints[f"{side}_{nearer}"])


def _place_missing_face(joints: dict[str, NDArray[np.float64]], head_axis: NDArray[np.float64]) -> None:
    """head_axis: [T, 3] from head to tail of the head bone, zero where there is none."""
    shoulders = (joints["left_shoulder"] + joints["right_shoulder"]) / 2
    width = np.median(np.linalg.norm(joints["left_shoulder"] - joints["right_shoulder"], axis=1))
    trunk_up = _unit(shoulders - (joints["left_hip"] + joints["right_hip"]) / 2)
    neck = joints.get("neck", shoulders + _NECK_ABOVE_SHOULDERS * width * trunk_up)
    head = joints.get("head", neck + _HEAD_ABOVE_NECK * width * trunk_up)
    up = _head_up(head_axis, head - neck, trunk_up)
    left = _unit(_lateral(joints))
    left = _unit(left - (left * up).sum(axis=1, keepdims=True) * up)
    forward = np.cross(left, up)
    for joint in FACE_JOINTS:
        to_left, upward, ahead = _FACE_OFFSETS[joint]
        joints.setdefault(joint, head + width * (to_left * left + upward * up + ahead * forward))


def _lateral(joints: dict[str, NDArray[np.float64]]) -> NDArray[np.float64]:
    """[T, 3] towards the character's left: across the eyes, ears or, when the face has no bones, the shoulders."""
    part = next((part for part in ("eye", "ear") if {f"left_{part}", f"right_{part}"} <= joints.keys()), "shoulder")
    return joints[f"left_{part}"] - joints[f"right_{part}"]


def _head_up(
    head_axis: NDArray[np.float64], neck_to_head: NDArray[np.float64], trunk_up: NDArray[np.float64]
) -> NDArray[np.float64]:
    """[T, 3] unit vectors up through the head.

    Importers give head bones tails that may point anywhere, so the axis counts only if it leans less than 60 degrees
    from the trunk over the clip; else the neck decides, and else the trunk.
    """
    for axis in (head_axis, neck_to_head):
        if np.mean((_unit(axis) * trunk_up).sum(axis=1)) > 0.5:
            return _unit(axis)
    return trunk_up


def _unit(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    """[T, 3] scaled to length 1; zero stays zero."""
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
