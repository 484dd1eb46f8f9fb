# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons that move a character's beats, once for all its music."""

from __future__ import annotations

from collections.abc import Callable

import bpy

from kinescore.dance.beat_grid import SHIFT_RANGE_SECONDS
from kinescore.errors import KinescoreError

from ..scene.character import find_character
from ..settings.beat_shift import beat_seconds
from ..translations import translated


class KINESCORE_OT_nudge_beats(bpy.types.Operator):
    """Let all beats of this character's music come later by frames, or earlier. Generate again to hear it"""

    bl_idname = "kinescore.nudge_beats"
    bl_label = "Nudge Beats"
    bl_options = {"REGISTER", "UNDO"}

    frames: bpy.props.IntProperty(name="Frames", description="Later by this many frames", default=1)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Move them by frames of the scene."""
        render = context.scene.render
        return _moved(self, context, lambda shift: shift + self.frames * render.fps_base / render.fps)


class KINESCORE_OT_nudge_half_beat(bpy.types.Operator):
    """Put all beats of this character's music where the off-beats were, or back again. Generate again to hear it"""

    bl_idname = "kinescore.nudge_half_beat"
    bl_label = "Half a Beat"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        known = beat_seconds(context.scene) is not None
        if not known:
            cls.poll_message_set("Generate once first, or fix the tempo: it says how long half a beat is")
        return known

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Move them by half a beat, to the side of no shift, so that pressing it twice changes nothing."""
        half = (beat_seconds(context.scene) or 0.0) / 2
        return _moved(self, context, lambda shift: shift - half if shift > 0 else shift + half)


class KINESCORE_OT_reset_beat_shift(bpy.types.Operator):
    """Leave the beats of this character where they are found in the movement. Generate again to hear it"""

    bl_idname = "kinescore.reset_beat_shift"
    bl_label = "Reset Beat Shift"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Forget the shift."""
        return _moved(self, context, lambda _: 0.0)


register, unregister = bpy.utils.register_classes_factory(
    (KINESCORE_OT_nudge_beats, KINESCORE_OT_nudge_half_beat, KINESCORE_OT_reset_beat_shift)
)


def _moved(operator: bpy.types.Operator, context: bpy.types.Context, changed: Callable[[float], float]) -> set[str]:
    """Change the shift of the character that the music follows, unless it would leave what is accepted."""
    try:
        thing = find_character(context)
    except KinescoreError as error:
        operator.report({"ERROR"}, translated(str(error)))
        return {"CANCELLED"}
    seconds = changed(thing.kinescore_beat_shift)
    low, high = SHIFT_RANGE_SECONDS
    if not low <= seconds <= high:
        operator.report({"WARNING"}, translated(f"A shift of {seconds:.2f} s is outside {low:g} to {high:g} s"))
        return {"CANCELLED"}
    thing.kinescore_beat_shift = seconds
    return {"FINISHED"}
