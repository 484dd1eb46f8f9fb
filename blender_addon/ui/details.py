# SPDX-License-Identifier: GPL-3.0-or-later
"""The panels below it, closed at first: music, rig, markers, output."""

from __future__ import annotations

import bpy

from kinescore.errors import KinescoreError
from kinescore.motion.bone_map import MAPPABLE_JOINTS, readable

from ..scene import rig
from ..scene.character import find_character
from ..settings import engine_list
from ..settings.preferences import preferences
from .drawing import PanelContent, as_form, draw_text


class Music(PanelContent):
    bl_label = "Music"
    bl_options = {"DEFAULT_CLOSED"}

    def draw(self, context: bpy.types.Context) -> None:
        """Frames, seed, tempo, engine."""
        layout, settings = as_form(self.layout), context.scene.kinescore
        layout.prop(settings, "frames")
        if settings.frames == "CUSTOM":
            column = layout.column(align=True)
            column.prop(settings, "first_frame", text="First")
            column.prop(settings, "last_frame", text="Last")
        row = layout.row(align=True)
        row.prop(settings, "seed")
        row.operator("kinescore.randomize_seed", text="", icon="FILE_REFRESH")
        layout.prop(settings, "fixed_tempo")
        column = layout.column()
        column.active = settings.fixed_tempo
        column.prop(settings, "tempo_bpm")
        _draw_found_tempo(layout, settings.found_bpm)
        layout.prop(settings, "accents_on_cuts")
        layout.prop(settings, "run_on")
        if preferences(context).address.strip() and settings.run_on == "AUTO":
            _draw_engine(layout, context)
            layout.prop(settings, "priority")
            layout.prop(settings, "example", placeholder="None")
            layout.prop(settings, "guide", slider=True)
            layout.prop(settings, "beat_lock")


class Company(PanelContent):
    bl_label = "Also Followed"
    bl_options = {"DEFAULT_CLOSED"}

    def draw(self, context: bpy.types.Context) -> None:
        """One row for each other object and its weight."""
        layout = self.layout
        for index, companion in enumerate(context.scene.kinescore.companions):
            row = layout.row(align=True)
            row.prop(companion, "thing", text="")
            row.prop(companion, "weight", text="")
            row.operator("kinescore.remove_companion", text="", icon="X").index = index
        layout.operator("kinescore.add_selected", icon="ADD")


class Rig(PanelContent):
    bl_label = "Rig"
    bl_options = {"DEFAULT_CLOSED"}

    def draw(self, context: bpy.types.Context) -> None:
        """One row per joint: the bone chosen by hand, or what the names say."""
        layout = self.layout
        try:
            armature = find_character(context)
            points = rig.bones_of(armature).points if armature.type == "ARMATURE" else None
        except KinescoreError as error:
            draw_text(layout, str(error), icon="ERROR")
            return
        if points is None:
            draw_text(layout, f"'{armature.name}' has no bones; its liveliest points are followed.", icon="INFO")
            return
        column = layout.column(align=True)
        for joint in MAPPABLE_JOINTS:
            override = getattr(armature.kinescore_rig, joint)
            split = column.split(factor=0.74, align=True)  # a bone that was chosen is named on the left as well
            names = split.split(factor=0.54, align=True)
            names.label(text=readable([joint]).title())
            names.label(text=_without_namespace(points[joint].bone) if joint in points else "–")
            row = split.row(align=True)
            row.prop_search(override, "bone", armature.data, "bones", text="")
            row.prop(override, "at_tail", text="", icon="TRACKING_BACKWARDS_SINGLE")
        layout.operator("kinescore.clear_joints", icon="X")


class Markers(PanelContent):
    bl_label = "Markers"
    bl_options = {"DEFAULT_CLOSED"}

    def draw(self, context: bpy.types.Context) -> None:
        """What to mark, and how to be rid of it."""
        layout = self.layout
        layout.row().prop(context.scene.kinescore, "markers")
        layout.operator("kinescore.remove_markers", icon="X")


class Output(PanelContent):
    bl_label = "Output"
    bl_options = {"DEFAULT_CLOSED"}

    def draw(self, context: bpy.types.Context) -> None:
        """Loudness, stems, SoundFont, folder, diagnostics."""
        layout, settings = as_form(self.layout), context.scene.kinescore
        layout.prop(settings, "loudness_lufs")
        layout.prop(settings, "stems")
        layout.prop(settings, "soundfont")
        row = layout.row()
        row.active = bool(settings.soundfont)
        row.prop(settings, "soundfont_parts")
        layout.prop(preferences(context), "folder")
        layout.operator("kinescore.check_takes", icon="FILE_REFRESH")
        layout.operator("kinescore.export_motion", icon="EXPORT")
        layout.operator("kinescore.copy_diagnostics", icon="COPYDOWN")


def _draw_found_tempo(layout: bpy.types.UILayout, found_bpm: float) -> None:
    row = layout.row(align=True)
    row.operator("kinescore.scale_tempo", text="Half").factor = 0.5
    row.operator("kinescore.scale_tempo", text=f"{found_bpm:.1f} BPM" if found_bpm else "Found").factor = 1.0
    row.operator("kinescore.scale_tempo", text="Double").factor = 2.0


def _draw_engine(layout: bpy.types.UILayout, context: bpy.types.Context) -> None:
    settings = context.scene.kinescore
    row = layout.row(align=True)
    row.prop(settings, "engine_choice")
    row.operator("kinescore.test_connection", text="", icon="FILE_REFRESH")
    for note in engine_list.notes(settings.engine, context):
        draw_text(layout, note, icon="INFO")


def _without_namespace(bone: str) -> str:
    """ "mixamorig:LeftLeg" without its first part, which is the same for all bones and fills the row."""
    return bone.rpartition(":")[2]
