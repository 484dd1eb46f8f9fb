# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the animation is still the one that the takes on the timeline were made for."""

from __future__ import annotations

import bpy

from kinescore.errors import KinescoreError, MotionError
from kinescore.files.strict_json import from_plain, parse

from . import runs
from .generation import Outcome
from .origin import Origin, motion_hash
from .placing import PROVENANCE_PROPERTY, TAKE_PROPERTY, our_strips
from .watching import watch


class KINESCORE_OT_check_takes(bpy.types.Operator):
    """Tell whether the animation or its camera has changed since the music on the timeline was made"""

    bl_idname = "kinescore.check_takes"
    bl_label = "Check for Changed Animation"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        cls.poll_message_set("There is no finished music in this scene")
        return bool(our_strips(context.scene)) and runs.current(context.scene) is None

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Read the movement of every take again, and compare."""
        try:
            changed = [origin for origin in origins(context.scene) if _has_changed(context, origin)]
        except KinescoreError as error:
            self.report({"ERROR"}, str(runs.refuse(context.scene, error).error))
            return {"CANCELLED"}
        notes = tuple(_warning(origin) for origin in changed)
        summary = "" if notes else "The animation is the one that the music was made for."
        runs.tell(context.scene, Outcome(summary, notes))
        self.report({"WARNING"} if notes else {"INFO"}, " ".join(notes) or summary)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((KINESCORE_OT_check_takes,))


def origins(scene: bpy.types.Scene) -> list[Origin]:
    """Where each take on the timeline comes from. Raises FormatError: a .blend may come from anywhere."""
    texts = {strip[TAKE_PROPERTY]: strip.get(PROVENANCE_PROPERTY, "") for strip in our_strips(scene)}
    return [_origin(text) for text in texts.values()]


def _origin(provenance: str) -> Origin:
    told = parse(provenance, "origin on the strip")
    return from_plain(Origin, told.get("origin") if isinstance(told, dict) else None, "origin on the strip")


def _has_changed(context: bpy.types.Context, origin: Origin) -> bool:
    armature = context.scene.objects.get(origin.character)
    if armature is None or armature.type != "ARMATURE":
        raise MotionError(
            f"The scene has no armature '{origin.character}', for which the music was made.",
            "Give the character its name back, or generate again.",
        )
    keypoints, _ = watch(context, armature, origin.frames)
    return motion_hash(keypoints) != origin.motion_sha256


def _warning(origin: Origin) -> str:
    return (
        f"'{origin.character}' or the camera has changed in frames {origin.frames.first} to {origin.frames.last} "
        "since the music was made. Generate again to follow."
    )
