# SPDX-License-Identifier: GPL-3.0-or-later
"""Which bones of an armature are the joints of a humanoid."""

from __future__ import annotations

from functools import lru_cache

import bpy
import numpy as np

from kinescore.motion.bone_map import MAPPABLE_JOINTS, BoneEnd, BoneMap, BonePoint, RestPose, map_bones


class JointOverride(bpy.types.PropertyGroup):
    """A bone chosen by hand for one joint; empty leaves it to the names."""

    bone: bpy.props.StringProperty(
        name="Bone",
        description="Bone that stands for this joint. Leave empty to find it by its name",
        override={"LIBRARY_OVERRIDABLE"},
    )
    at_tail: bpy.props.BoolProperty(
        name="At Tail",
        description="The joint lies at the tail of the bone instead of its head",
        override={"LIBRARY_OVERRIDABLE"},
    )


class RigSettings(bpy.types.PropertyGroup):
    """Overrides of one armature object, one member per joint, saved with it."""

    __annotations__ = {
        joint: bpy.props.PointerProperty(type=JointOverride, name=joint.replace("_", " ").title())
        for joint in MAPPABLE_JOINTS
    }


def register() -> None:
    """Give armature objects their joint overrides."""
    bpy.utils.register_class(JointOverride)
    bpy.utils.register_class(RigSettings)
    bpy.types.Object.kinescore_rig = bpy.props.PointerProperty(type=RigSettings, override={"LIBRARY_OVERRIDABLE"})


def unregister() -> None:
    """Take them away again."""
    del bpy.types.Object.kinescore_rig
    bpy.utils.unregister_class(RigSettings)
    bpy.utils.unregister_class(JointOverride)


def bones_of(armature: bpy.types.Object) -> BoneMap:
    """The joints of `armature`: by its overrides, by name, and where names mean nothing by the shape of its skeleton.

    Raises MotionError for an override that names no bone.
    """
    settings = armature.kinescore_rig
    overrides = tuple(
        (joint, BonePoint(override.bone, BoneEnd.TAIL if override.at_tail else BoneEnd.HEAD))
        for joint in MAPPABLE_JOINTS
        if (override := getattr(settings, joint)).bone
    )
    bones = armature.data.bones
    index = {name: number for number, name in enumerate(bones.keys())}
    parents = tuple(index[bone.parent.name] if bone.parent else -1 for bone in bones)
    heads = np.empty(3 * len(bones), np.float32)
    bones.foreach_get("head_local", heads)
    return _map(tuple(index), parents, heads.tobytes(), overrides)


@lru_cache(maxsize=32)  # panels ask at every redraw
def _map(
    names: tuple[str, ...], parents: tuple[int, ...], heads: bytes, overrides: tuple[tuple[str, BonePoint], ...]
) -> BoneMap:
    rest = RestPose(parents, np.frombuffer(heads, np.float32).reshape(-1, 3).astype(np.float64))
    return map_bones(names, dict(overrides), None if overrides else rest)


def clear_overrides(armature: bpy.types.Object) -> None:
    """Leave every joint to the bone names again."""
    for joint in MAPPABLE_JOINTS:
        override = getattr(armature.kinescore_rig, joint)
        override.bone, override.at_tail = "", False
