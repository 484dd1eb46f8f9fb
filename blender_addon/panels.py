# SPDX-License-Identifier: GPL-3.0-or-later
"""The Soundtrack tab: short in the 3D View, full in the Sequencer."""

from __future__ import annotations

import bpy

from kinescore.errors import KinescoreError
from kinescore.motion.bone_map import MAPPABLE_JOINTS, readable

from . import engine_list, moving, rig, runs
from .generation import Generation, Outcome
from .labels import draw_text
from .preferences import preferences

TAB = "Soundtrack"
BUTTON_HEIGHT = 1.5  # in rows


class _InView3D:
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = TAB


class _InSequencer:
    bl_space_type = "SEQUENCE_EDITOR"
    bl_region_type = "UI"
    bl_category = TAB


class _Soundtrack:
    bl_label = "Soundtrack"

    def draw(self, context: bpy.types.Context) -> None:
        """What everybody needs: character, prompt, style, the button, and how it went."""
        layout, settings = self.layout, context.scene.kinescore
        layout.use_property_split = True
        layout.use_property_decorate = False
        usable = _draw_character(layout, context)
        layout.prop(settings, "prompt", text="", placeholder="Prompt, such as “joyful house with piano”")
        layout.prop(settings, "style")
        run = runs.current(context.scene)
        if run is not None:
            _draw_progress(layout, run)
            return
        row = layout.row()
        row.scale_y = BUTTON_HEIGHT
        row.operator("kinescore.generate", icon="PLAY_SOUND")
        if settings.pending:
            _draw_pending(layout)
        outcome = runs.last_outcome(context.scene)
        if outcome is not None and (usable or outcome.error is None):  # one complaint at a time
            _draw_outcome(layout, outcome)
        if moving.waiting_strips(context.scene):
            layout.operator("kinescore.move_music", icon="FILE_FOLDER")


class _Music:
    bl_label = "Music"
    bl_options = {"DEFAULT_CLOSED"}

    def draw(self, context: bpy.types.Context) -> None:
        """Frames, seed, tempo, engine."""
        layout, settings = self.layout, context.scene.kinescore
        layout.use_property_split = True
        layout.use_property_decorate = False
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
        layout.prop(settings, "run_on")
        if preferences(context).address.strip() and settings.run_on == "AUTO":
            _draw_engine(layout, context)
            layout.prop(settings, "example", placeholder="None")


class _Rig:
    bl_label = "Rig"
    bl_options = {"DEFAULT_CLOSED"}

    def draw(self, context: bpy.types.Context) -> None:
        """One row per joint: the bone chosen by hand, or what the names say."""
        layout = self.layout
        try:
            armature = rig.find_character(context)
            points = rig.bones_of(armature).points
        except KinescoreError as error:
            draw_text(layout, str(error), icon="ERROR")
            return
        column = layout.column(align=True)
        for joint in MAPPABLE_JOINTS:
            override = getattr(armature.kinescore_rig, joint)
            split = column.split(factor=0.6, align=True)
            names = split.row(align=True)
            names.label(text=readable([joint]).title())
            names.label(text=_without_namespace(points[joint].bone) if joint in points else "–")
            row = split.row(align=True)
            row.prop_search(override, "bone", armature.data, "bones", text="")
            row.prop(override, "at_tail", text="", icon="TRACKING_BACKWARDS_SINGLE")
        layout.operator("kinescore.clear_joints", icon="X")


class _Markers:
    bl_label = "Markers"
    bl_options = {"DEFAULT_CLOSED"}

    def draw(self, context: bpy.types.Context) -> None:
        """What to mark, and how to be rid of it."""
        layout = self.layout
        layout.row().prop(context.scene.kinescore, "markers")
        layout.operator("kinescore.remove_markers", icon="X")


class _Output:
    bl_label = "Output"
    bl_options = {"DEFAULT_CLOSED"}

    def draw(self, context: bpy.types.Context) -> None:
        """Loudness, stems, folder, diagnostics."""
        layout, settings = self.layout, context.scene.kinescore
        layout.use_property_split = True
        layout.use_property_decorate = False
        layout.prop(settings, "loudness_lufs")
        layout.prop(settings, "stems")
        layout.prop(preferences(context), "folder")
        layout.operator("kinescore.check_takes", icon="FILE_REFRESH")
        layout.operator("kinescore.export_motion", icon="EXPORT")
        layout.operator("kinescore.copy_diagnostics", icon="COPYDOWN")


class KINESCORE_PT_view3d(_InView3D, _Soundtrack, bpy.types.Panel):
    pass


class KINESCORE_PT_view3d_music(_InView3D, _Music, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_view3d"


class KINESCORE_PT_view3d_rig(_InView3D, _Rig, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_view3d"


class KINESCORE_PT_sequencer(_InSequencer, _Soundtrack, bpy.types.Panel):
    pass


class KINESCORE_PT_sequencer_music(_InSequencer, _Music, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_sequencer"


class KINESCORE_PT_sequencer_rig(_InSequencer, _Rig, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_sequencer"


class KINESCORE_PT_sequencer_markers(_InSequencer, _Markers, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_sequencer"


class KINESCORE_PT_sequencer_output(_InSequencer, _Output, bpy.types.Panel):
    bl_parent_id = "KINESCORE_PT_sequencer"


PANELS = (
    KINESCORE_PT_view3d,
    KINESCORE_PT_view3d_music,
    KINESCORE_PT_view3d_rig,
    KINESCORE_PT_sequencer,
    KINESCORE_PT_sequencer_music,
    KINESCORE_PT_sequencer_rig,
    KINESCORE_PT_sequencer_markers,
    KINESCORE_PT_sequencer_output,
)
_register_panels, _unregister_panels = bpy.utils.register_classes_factory(PANELS)


def register() -> None:
    """Add the panels, and the button to the Sequencer's Add menu."""
    _register_panels()
    bpy.types.SEQUENCER_MT_add.append(_draw_add_menu)


def unregister() -> None:
    """Remove them."""
    bpy.types.SEQUENCER_MT_add.remove(_draw_add_menu)
    _unregister_panels()


def _draw_add_menu(menu: bpy.types.Menu, context: bpy.types.Context) -> None:
    menu.layout.separator()
    menu.layout.operator("kinescore.generate", text="Soundtrack from Movement", icon="PLAY_SOUND")


def _draw_character(layout: bpy.types.UILayout, context: bpy.types.Context) -> bool:
    """Who is scored and how much of the body is known, or why nobody can be; returns whether somebody can."""
    layout.prop(context.scene.kinescore, "character", placeholder="Active")
    try:
        armature = rig.find_character(context)
        bones = rig.require_usable(armature)
    except KinescoreError as error:
        draw_text(layout, str(error), icon="ERROR")
        return False
    coverage = bones.coverage
    text = f"{armature.name}: {len(coverage.found) + len(coverage.derived)} of 17 joints"
    if coverage.missing:
        text += f"; missing: {readable(coverage.missing)}"
    draw_text(layout, text, icon="ARMATURE_DATA")
    return True


def _draw_progress(layout: bpy.types.UILayout, run: Generation) -> None:
    progress = run.progress
    text = "Cancelling..." if run.is_cancelling else progress.phase
    if progress.eta_seconds is not None and not run.is_cancelling:
        text += f", {progress.eta_seconds:.0f} s left"
    row = layout.row(align=True)
    row.scale_y = BUTTON_HEIGHT  # takes the place of the button; what is below must not jump
    row.progress(factor=progress.fraction, text=text)
    row.operator("kinescore.cancel", text="", icon="X")


def _draw_pending(layout: bpy.types.UILayout) -> None:
    row = layout.row(align=True)
    row.operator("kinescore.resume", icon="FILE_REFRESH")
    row.operator("kinescore.forget_job", text="", icon="X")


def _draw_outcome(layout: bpy.types.UILayout, outcome: Outcome) -> None:
    box = layout.box()
    if outcome.error is not None:
        column = box.column()
        column.alert = True
        draw_text(column, outcome.error.sentence, icon="ERROR")
        if outcome.error.remedy:
            draw_text(box, outcome.error.remedy, icon="INFO")
    elif outcome.summary:
        draw_text(box, outcome.summary, icon="CHECKMARK" if outcome.take_id else "INFO")
    for note in outcome.notes:
        draw_text(box, note, icon="INFO")
    buttons = box.column(align=True)  # side by side their names would be cut
    if outcome.error is not None:
        buttons.operator("kinescore.copy_diagnostics", icon="COPYDOWN")
    buttons.operator("kinescore.dismiss", icon="X")


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
