# SPDX-License-Identifier: GPL-3.0-or-later
"""The smaller buttons: markers, tempo, seed, joints, files, diagnostics, connection."""

from __future__ import annotations

import random

import bpy

from kinescore.dance.beat_grid import TEMPO_RANGE_BPM
from kinescore.errors import KinescoreError
from kinescore.request import MAX_SEED

from . import connection, diagnostics, markers, moving, rig
from .background import run_ticks
from .paths import output_folder
from .preferences import configured_server, preferences


class KINESCORE_OT_remove_markers(bpy.types.Operator):
    """Remove the beat, downbeat and section markers. Your own markers stay"""

    bl_idname = "kinescore.remove_markers"
    bl_label = "Remove Beat Markers"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return bool(markers.our_markers(context.scene))

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Remove them."""
        markers.remove_markers(context.scene, markers.our_markers(context.scene))
        return {"FINISHED"}


class KINESCORE_OT_scale_tempo(bpy.types.Operator):
    """Fix the tempo at a multiple of the one that was found"""

    bl_idname = "kinescore.scale_tempo"
    bl_label = "Scale Tempo"
    bl_options = {"REGISTER", "UNDO"}

    factor: bpy.props.FloatProperty(name="Factor", description="Multiple of the found tempo", default=1.0)

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        found = context.scene.kinescore.found_bpm > 0
        if not found:
            cls.poll_message_set("Generate once first: the tempo is found in the movement")
        return found

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Set the tempo unless it leaves the range that engines play."""
        settings = context.scene.kinescore
        tempo_bpm = settings.found_bpm * self.factor
        low, high = TEMPO_RANGE_BPM
        if not low <= tempo_bpm <= high:
            self.report({"WARNING"}, f"{tempo_bpm:.1f} BPM is outside {low:g} to {high:g} BPM")
            return {"CANCELLED"}
        settings.fixed_tempo = True
        settings.tempo_bpm = tempo_bpm
        return {"FINISHED"}


class KINESCORE_OT_randomize_seed(bpy.types.Operator):
    """Draw another seed, for another take of the same request"""

    bl_idname = "kinescore.randomize_seed"
    bl_label = "Randomize Seed"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Draw it."""
        context.scene.kinescore.seed = random.randint(0, MAX_SEED)
        return {"FINISHED"}


class KINESCORE_OT_clear_joints(bpy.types.Operator):
    """Find all joints by their bone names again"""

    bl_idname = "kinescore.clear_joints"
    bl_label = "Clear Assigned Bones"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Clear every override of the character."""
        try:
            armature = rig.find_character(context)
        except KinescoreError as error:
            self.report({"ERROR"}, str(error))
            return {"CANCELLED"}
        rig.clear_overrides(armature)
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
            count = moving.move_waiting_music(context.scene, folder)
        except KinescoreError as error:
            self.report({"ERROR"}, str(error))
            return {"CANCELLED"}
        self.report({"INFO"}, f"Moved {count} take(s) to {folder}")
        return {"FINISHED"}


class KINESCORE_OT_copy_diagnostics(bpy.types.Operator):
    """Copy versions, rig, the last message and the log to the clipboard, for a bug report"""

    bl_idname = "kinescore.copy_diagnostics"
    bl_label = "Copy Diagnostics"

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Copy."""
        context.window_manager.clipboard = diagnostics.describe(context)
        self.report({"INFO"}, "Diagnostics are in the clipboard")
        return {"FINISHED"}


class KINESCORE_OT_test_connection(bpy.types.Operator):
    """Ask the server which engines it has, its version and response time"""

    bl_idname = "kinescore.test_connection"
    bl_label = "Test Connection"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        cls.poll_message_set("Enter the address of a server first")
        return bool(preferences(context).address.strip())

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Ask in the background; once at a time."""
        if connection.test.is_running:  # polling for it would leave the button grey under a mouse that stays there
            return {"CANCELLED"}
        try:
            connection.test.start(configured_server(context).connect)
        except KinescoreError as error:
            connection.test.outcome = error
        run_ticks(connection.test.tick)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory(
    (
        KINESCORE_OT_remove_markers,
        KINESCORE_OT_scale_tempo,
        KINESCORE_OT_randomize_seed,
        KINESCORE_OT_clear_joints,
        KINESCORE_OT_move_music,
        KINESCORE_OT_copy_diagnostics,
        KINESCORE_OT_test_connection,
    )
)
