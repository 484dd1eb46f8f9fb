# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons for after the click: hear the music, see it, and keep it in step with the picture."""

from __future__ import annotations

import bpy

from .. import compat
from ..timeline.take_list import current_take

SEQUENCER = "SEQUENCE_EDITOR"
LOWEST = 150  # px, below which a Sequencer shows no strips
SHARE = 0.35  # of the largest area, for a new Sequencer


class KINESCORE_OT_play(bpy.types.Operator):
    """Play from the start of the music, or stop"""

    bl_idname = "kinescore.play"
    bl_label = "Play"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        cls.poll_message_set("There is no finished music in this scene")
        return current_take(context.scene) is not None

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Go to its first frame and play; stop where it plays."""
        take = current_take(context.scene)
        if take is None:
            return {"CANCELLED"}
        if not context.screen.is_animation_playing:
            context.scene.frame_set(take.first_frame)
        return bpy.ops.screen.animation_play()


class KINESCORE_OT_show_in_sequencer(bpy.types.Operator):
    """Show the strips of the music: in a Sequencer that is open, else in a new one below the largest editor"""

    bl_idname = "kinescore.show_in_sequencer"
    bl_label = "Show in Sequencer"

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Open it, with this scene in it."""
        compat.let_sequencer_show(context.workspace, context.scene)
        scale = context.preferences.system.ui_scale
        open_ones = [area for area in context.screen.areas if area.type == SEQUENCER and area.height > LOWEST * scale]
        area = open_ones[0] if open_ones else _below_the_largest(context)
        if area is None:
            self.report({"WARNING"}, "There is no room for a Sequencer in this window")
            return {"CANCELLED"}
        if area.spaces.active.view_type == "PREVIEW":
            area.spaces.active.view_type = "SEQUENCER_PREVIEW"
        region = next(region for region in area.regions if region.type == "WINDOW")
        with context.temp_override(area=area, region=region):
            if bpy.ops.sequencer.view_all.poll():
                bpy.ops.sequencer.view_all()
        return {"FINISHED"}


class KINESCORE_OT_sync_to_audio(bpy.types.Operator):
    """Let playback follow the sound: where the picture is slow, frames are dropped"""

    bl_idname = "kinescore.sync_to_audio"
    bl_label = "Sync to Audio"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return context.scene.sync_mode != "AUDIO_SYNC"

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Switch it on, and the sound too where it is muted."""
        context.scene.sync_mode = "AUDIO_SYNC"
        context.scene.use_audio = True
        return {"FINISHED"}


def _below_the_largest(context: bpy.types.Context) -> bpy.types.Area | None:
    """A new Sequencer that takes the lower part of the largest area; None where that is too small to split."""
    largest = max(context.screen.areas, key=lambda area: area.width * area.height)
    known = [area.as_pointer() for area in context.screen.areas]
    region = next(region for region in largest.regions if region.type == "WINDOW")
    with context.temp_override(area=largest, region=region):
        if bpy.ops.screen.area_split(direction="HORIZONTAL", factor=SHARE) != {"FINISHED"}:
            return None
    new = next((area for area in context.screen.areas if area.as_pointer() not in known), None)
    if new is None:
        return None
    area = min(new, largest, key=lambda half: half.y)
    area.type = SEQUENCER
    return area


register, unregister = bpy.utils.register_classes_factory(
    (KINESCORE_OT_play, KINESCORE_OT_show_in_sequencer, KINESCORE_OT_sync_to_audio)
)
