# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons about takes on the timeline: whether the animation is still theirs, and moving them beside a saved file."""

from __future__ import annotations

import bpy

from kinescore.errors import KinescoreError

from ..run import runs
from ..run.outcome import Outcome
from ..run.rereading import has_changed, has_other_rate
from ..settings.preferences import preferences
from ..timeline.moving import move_waiting_music
from ..timeline.origin import Origin
from ..timeline.ownership import PROVENANCE_PROPERTY, TAKE_PROPERTY, our_strips
from ..timeline.paths import output_folder
from ..translations import translated


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
            changed = [origin for origin in origins(context.scene) if _has_changed(context.scene, origin)]
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(runs.refuse(context.scene, error).error)))
            return {"CANCELLED"}
        notes = tuple(_warning(context.scene, origin) for origin in changed)
        summary = "" if notes else "The animation is the one that the music was made for."
        runs.tell(context.scene, Outcome(summary, notes))
        self.report({"WARNING"} if notes else {"INFO"}, translated(" ".join(notes) or summary))
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
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        self.report({"INFO"}, translated(f"Takes moved to {folder}: {count}"))
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((KINESCORE_OT_check_takes, KINESCORE_OT_move_music))


def origins(scene: bpy.types.Scene) -> list[Origin]:
    """Where each take on the timeline comes from. Raises FormatError: a .blend may come from anywhere."""
    texts = {strip[TAKE_PROPERTY]: strip.get(PROVENANCE_PROPERTY, "") for strip in our_strips(scene)}
    return [Origin.from_provenance(text) for text in texts.values()]


def _has_changed(scene: bpy.types.Scene, origin: Origin) -> bool:
    reading = has_changed(scene, origin)
    while True:
        try:
            next(reading)
        except StopIteration as end:
            return bool(end.value)


def _warning(scene: bpy.types.Scene, origin: Origin) -> str:
    if has_other_rate(scene, origin):
        return (
            f"The scene plays at another frame rate than when the music of frames {origin.frames.first} to "
            f"{origin.frames.last} was made. Generate again to follow."
        )
    return (
        f"'{origin.character}' has changed in frames {origin.frames.first} to {origin.frames.last} "
        "since the music was made. Generate again to follow."
    )
