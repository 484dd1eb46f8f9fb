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
    names = tuple(bones.keys())
    found = _map(names, overrides)
    if found.is_humanoid or overrides:
        return found
    parents = tuple(bones.find(bone.parent.name) if bone.parent else -1 for bone in bones)
    return _map_by_shape(names, parents, tuple(tuple(bone.head_local) for bone in bones))


@lru_cache(maxsize=32)  # panels ask at every redraw
def _map(names: tuple[str, ...], overrides: tuple[tuple[str, BonePoint], ...]) -> BoneMap:
    return map_bones(names, dict(overrides))


@lru_cache(maxsize=32)
def _map_by_shape(
    names: tuple[str, ...], parents: tuple[int, ...], heads: tuple[tuple[float, float, float], ...]
) -> BoneMap:
    return map_bones(names, rest=RestPose(parents, np.array(heads)))


def clear_overrides(armature: bpy.types.Object) -> None:
    """Leave every joint to the bone names again."""
    for joint in MAPPABLE_JOINTS:
        override = getattr(armature.kinescore_rig, joint)
        override.bone, override.at_tail = "", False
