# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons that edit the scene or its settings: markers, tempo, seed, assigned bones."""

from __future__ import annotations

import random

import bpy

from kinescore.dance.beat_grid import TEMPO_RANGE_BPM
from kinescore.errors import KinescoreError
from kinescore.request import MAX_SEED

from ..scene import rig
from ..scene.character import find_character
from ..timeline import markers
from ..translations import translated


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
            self.report({"WARNING"}, translated(f"{tempo_bpm:.1f} BPM is outside {low:g} to {high:g} BPM"))
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
            character = find_character(context)
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        rig.clear_overrides(character)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory(
    (
        KINESCORE_OT_remove_markers,
        KINESCORE_OT_scale_tempo,
        KINESCORE_OT_randomize_seed,
        KINESCORE_OT_clear_joints,
    )
)
