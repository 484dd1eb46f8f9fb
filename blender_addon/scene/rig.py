# SPDX-License-Identifier: GPL-3.0-or-later
"""Which armature is the character, and which of its bones are the joints."""

from __future__ import annotations

from functools import lru_cache

import bpy

from kinescore.errors import MotionError
from kinescore.motion.bone_map import MAPPABLE_JOINTS, BoneEnd, BoneMap, BonePoint, map_bones


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


def find_character(context: bpy.types.Context) -> bpy.types.Object:
    """The armature to score: the one set as character, else the active one (or the one that deforms the active mesh),
    else the only one in the scene. Raises MotionError."""
    scene, active = context.scene, context.active_object
    chosen = scene.kinescore.character
    if chosen is not None:
        return chosen
    if active is not None:
        armature = active if active.type == "ARMATURE" else active.find_armature()
        if armature is not None:
            return armature
    armatures = [thing for thing in scene.objects if thing.type == "ARMATURE"]
    if len(armatures) == 1:
        return armatures[0]
    if armatures:
        raise MotionError(
            f"The scene has {len(armatures)} armatures and none of them is active.",
            "Select the character that the music should follow.",
        )
    raise MotionError("The scene has no armature.", "Add or import a character with an armature and select it.")


def bones_of(armature: bpy.types.Object) -> BoneMap:
    """The joints of `armature`, by name and by its overrides. Raises MotionError for an override that names no bone."""
    settings = armature.kinescore_rig
    overrides = tuple(
        (joint, BonePoint(override.bone, BoneEnd.TAIL if override.at_tail else BoneEnd.HEAD))
        for joint in MAPPABLE_JOINTS
        if (override := getattr(settings, joint)).bone
    )
    return _map(tuple(armature.data.bones.keys()), overrides)


@lru_cache(maxsize=32)  # panels ask at every redraw
def _map(names: tuple[str, ...], overrides: tuple[tuple[str, BonePoint], ...]) -> BoneMap:
    return map_bones(names, dict(overrides))


def require_usable(armature: bpy.types.Object) -> BoneMap:
    """The joints of a character that can be sampled now. Raises MotionError."""
    if armature.mode == "EDIT":
        raise MotionError(
            f"'{armature.name}' is in Edit Mode, where Blender does not evaluate its motion.",
            "Leave Edit Mode (Tab) and try again.",
        )
    bone_map = bones_of(armature)
    try:
        bone_map.require_humanoid()
    except MotionError as error:  # shorter than its list of bones, which the Rig panel shows
        found = len(bone_map.coverage.found)
        raise MotionError(
            f"'{armature.name}' is not recognised as a humanoid: {found} of 17 joints have a bone.",
            "Choose another armature, or assign shoulders, hips and two whole limbs under Rig.",
            code=error.code,
        ) from error
    return bone_map


def clear_overrides(armature: bpy.types.Object) -> None:
    """Leave every joint to the bone names again."""
    for joint in MAPPABLE_JOINTS:
        override = getattr(armature.kinescore_rig, joint)
        override.bone, override.at_tail = "", False
