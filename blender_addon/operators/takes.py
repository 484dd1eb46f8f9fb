# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons about takes on the timeline: whether the animation is still theirs, and moving them beside a saved file."""

from __future__ import annotations

import bpy

from kinescore.errors import KinescoreError, MotionError

from ..run import runs
from ..run.outcome import Outcome
from ..scene.viewing import keypoints_of, sample, seen_by_camera
from ..settings.preferences import preferences
from ..timeline.moving import move_waiting_music
from ..timeline.origin import Origin, motion_hash
from ..timeline.paths import output_folder
from ..timeline.strips import PROVENANCE_PROPERTY, TAKE_PROPERTY, our_strips


class KINESCORE_OT_check_takes(bpy.types.Operator):
    """Tell whether the animation has changed since the music on the timeline was made"""

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


class KINESCORE_OT_move_music(bpy.types.Operator):
    """Move music that was made before this file was first saved into its output folder"""

    bl_idname = "kinescore.move_music"
    bl_label = "Move Music Beside File"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        cls.poll_message_set("Save the file first")
        return bool(bpy.data.filepath)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Move the files, then point the strips there."""
        folder = output_folder(preferences(context).folder).path
        try:
            count = move_waiting_music(context.scene, folder)
        except KinescoreError as error:
            self.report({"ERROR"}, str(error))
            return {"CANCELLED"}
        self.report({"INFO"}, f"Moved {count} take(s) to {folder}")
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((KINESCORE_OT_check_takes, KINESCORE_OT_move_music))


def origins(scene: bpy.types.Scene) -> list[Origin]:
    """Where each take on the timeline comes from. Raises FormatError: a .blend may come from anywhere."""
    texts = {strip[TAKE_PROPERTY]: strip.get(PROVENANCE_PROPERTY, "") for strip in our_strips(scene)}
    return [Origin.from_provenance(text) for text in texts.values()]


def _has_changed(context: bpy.types.Context, origin: Origin) -> bool:
    motion, character = sample(context, _found(context, origin.character), origin.frames)
    movements = [keypoints_of(motion, character.joints, character.name)[0]]
    for name in origin.others:
        other, companion = sample(context, _found(context, name), origin.frames)
        movements.append(keypoints_of(other, companion.joints, name)[0])
    if motion_hash(*movements) == origin.motion_sha256:
        return False
    if character.joints is None or motion.cameras is None:
        return True
    try:  # version 0.1 saw the movement through the camera
        return motion_hash(seen_by_camera(motion, character.joints)) != origin.motion_sha256
    except MotionError:
        return True


def _found(context: bpy.types.Context, name: str) -> bpy.types.Object:
    thing = context.scene.objects.get(name)
    if thing is None:
        raise MotionError(
            f"The scene has no object '{name}', for which the music was made.",
            "Give the character its name back, or generate again.",
        )
    return thing


def _warning(origin: Origin) -> str:
    return (
        f"'{origin.character}' has changed in frames {origin.frames.first} to {origin.frames.last} "
        "since the music was made. Generate again to follow."
    )
