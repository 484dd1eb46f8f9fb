# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons for after the click: hear the music, see it, and keep it in step with the picture."""

from __future__ import annotations

import bpy

from .. import compat
from ..timeline.take_list import current_take

SEQUENCER = "SEQUENCE_EDITOR"
GIVES_WAY = ("DOPESHEET_EDITOR", "GRAPH_EDITOR", "NLA_EDITOR", "OUTLINER", "PROPERTIES")
"""Kinds of areas that the Sequencer may take the place of, the likeliest first; never the 3D View."""


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
    """Show the strips of the music: in a Sequencer that is open, else in place of the timeline or another editor"""

    bl_idname = "kinescore.show_in_sequencer"
    bl_label = "Show in Sequencer"

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Open it, with this scene in it."""
        compat.let_sequencer_show(context.workspace, context.scene)
        areas = list(context.screen.areas)
        open_ones = [area for area in areas if area.type == SEQUENCER]
        makes_room = [area for kind in GIVES_WAY for area in areas if area.type == kind]
        area = next(iter([*open_ones, *makes_room]), None)
        if area is None:
            self.report({"WARNING"}, "There is no editor beside the 3D View: split the window first")
            return {"CANCELLED"}
        if area.type != SEQUENCER:
            area.type = SEQUENCER
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


register, unregister = bpy.utils.register_classes_factory(
    (KINESCORE_OT_play, KINESCORE_OT_show_in_sequencer, KINESCORE_OT_sync_to_audio)
)
