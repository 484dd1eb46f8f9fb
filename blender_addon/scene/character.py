# SPDX-License-Identifier: GPL-3.0-or-later
"""What the music follows: an armature, or any other object that moves."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import bpy

from kinescore.errors import MotionError
from kinescore.motion.bone_map import BoneMap

from .. import compat
from .rig import bones_of
from .sampling import FrameRange

LOOKERS = ("CAMERA", "LIGHT", "LIGHT_PROBE", "SPEAKER")
"""Often active and animated without being what the scene is about; followed where chosen, or where all else stands."""
STILL_MODIFIERS = {
    "BEVEL",
    "DECIMATE",
    "EDGE_SPLIT",
    "MIRROR",
    "MULTIRES",
    "SOLIDIFY",
    "SUBSURF",
    "TRIANGULATE",
    "WELD",
}


@dataclass(frozen=True)
class Character:
    """What is known of a character before it is sampled.

    name: the object's. bones: those to sample; none of an object without an armature. joints: which of them are which
    joints of a humanoid, None for anything else.
    """

    name: str
    bones: tuple[str, ...] = ()
    joints: BoneMap | None = None


@dataclass(frozen=True)
class CastMember:
    """thing: not to be kept beyond this moment of Blender's. weight: beside that of the first, which is 1."""

    thing: bpy.types.Object
    character: Character
    weight: float


def find_character(context: bpy.types.Context) -> bpy.types.Object:
    """The object to score: the one set as character, else the active one (or the armature that deforms it), else the
    only armature of the scene, else the only object that may move. Raises MotionError."""
    scene, active = context.scene, context.active_object
    chosen = scene.kinescore.character
    if chosen is not None:
        return chosen
    if active is not None:
        armature = active if active.type == "ARMATURE" else active.find_armature()
        if armature is not None:
            return armature
        if active.type not in LOOKERS and may_move(active):
            return active
    armatures = [thing for thing in scene.objects if thing.type == "ARMATURE"]
    if len(armatures) > 1:
        raise MotionError(
            f"The scene has {len(armatures)} armatures and none of them is active.",
            "Select the character that the music should follow.",
        )
    movers = armatures or _leading([thing for thing in scene.objects if may_move(thing)], active)
    if len(movers) == 1:
        return movers[0]
    if movers:
        raise MotionError(
            f"The scene has no armature and {len(movers)} objects that move, none of which is active.",
            "Select the one that the music should follow.",
        )
    raise MotionError(
        "The scene has no armature and no object that moves.",
        "Animate an object, or add or import a character with an armature, and select it.",
    )


def _leading(movers: list[bpy.types.Object], active: bpy.types.Object | None) -> list[bpy.types.Object]:
    """Those of `movers` that the scene may be about."""
    if active in movers:
        return [active]
    return [thing for thing in movers if thing.type not in LOOKERS] or movers


def animated_frames(thing: bpy.types.Object) -> FrameRange | None:
    """The frames in which `thing`, its shape or what carries it has keys or strips; None where nothing has."""
    spans: list[tuple[float, float]] = []
    carried: bpy.types.Object | None = thing
    while carried is not None:
        for block in (carried, carried.data, getattr(carried.data, "shape_keys", None)):
            spans += _spans(getattr(block, "animation_data", None))
        carried = carried.parent
    if not spans:
        return None
    return FrameRange(math.floor(min(span[0] for span in spans)), math.ceil(max(span[1] for span in spans)))


def _spans(animation: bpy.types.AnimData | None) -> list[tuple[float, float]]:
    if animation is None:
        return []
    strips = [strip for track in animation.nla_tracks if not track.mute for strip in track.strips if not strip.mute]
    spans = [(strip.frame_start, strip.frame_end) for strip in strips]
    if animation.action is not None and compat.action_curves(animation.action):
        spans.append(tuple(animation.action.frame_range))
    return spans


def may_move(thing: bpy.types.Object) -> bool:
    """Whether anything could move `thing` or change its shape; only sampling tells whether it does."""
    data = thing.data
    animated: Iterable[bpy.types.ID | None] = (thing, data, getattr(data, "shape_keys", None))
    return (
        any(_is_animated(block) for block in animated)
        or any(not constraint.mute for constraint in thing.constraints)
        or any(modifier.type not in STILL_MODIFIERS for modifier in thing.modifiers)
        or thing.rigid_body is not None
        or (thing.parent is not None and (thing.parent.type == "ARMATURE" or may_move(thing.parent)))
    )


def _is_animated(block: bpy.types.ID | None) -> bool:
    animation = getattr(block, "animation_data", None)
    return animation is not None and bool(animation.action or animation.drivers or animation.nla_tracks)


def cast_of(leader: bpy.types.Object, companions: Iterable[tuple[bpy.types.Object | None, float]]) -> list[CastMember]:
    """`leader`, with weight 1, and those of `companions` (object and weight) that are others. Raises MotionError."""
    cast = [CastMember(leader, character_of(leader), 1.0)]
    for thing, weight in companions:
        if thing is not None and all(thing != member.thing for member in cast):
            cast.append(CastMember(thing, character_of(thing), weight))
    return cast


def character_of(thing: bpy.types.Object) -> Character:
    """What `thing` is, if it can be sampled now. Raises MotionError."""
    if thing.mode == "EDIT":
        raise MotionError(
            f"'{thing.name}' is in Edit Mode, where Blender does not evaluate its motion.",
            "Leave Edit Mode (Tab) and try again.",
            code="edit_mode",
        )
    if thing.type != "ARMATURE":
        return Character(thing.name)
    joints = bones_of(thing)
    if joints.is_humanoid:
        return Character(thing.name, joints.bones, joints)
    bones = thing.data.bones
    if not bones:
        raise MotionError(f"The armature '{thing.name}' has no bones.", "Choose another object.")
    deforming = tuple(bone.name for bone in bones if bone.use_deform)
    return Character(thing.name, deforming or tuple(bones.keys()))
