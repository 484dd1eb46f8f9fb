# SPDX-License-Identifier: GPL-3.0-or-later
"""The panels of the timing: tempo finder, first beat, tempo map, hit points, intensity."""

from __future__ import annotations

import bpy

from kinescore.errors import KinescoreError

from ..scene.character import find_character
from ..settings.timing import TempoRow
from ..timeline.hit_markers import IS_MUTED, hit_markers
from ..translations import translated
from .drawing import PanelContent, as_form, draw_text


class Timing(PanelContent):
    bl_label = "Timing"
    bl_options = {"DEFAULT_CLOSED"}

    def draw(self, context: bpy.types.Context) -> None:
        """The tempi that the movement could have, and where the character's beats fall."""
        _draw_tempi(self.layout, context)
        layout = as_form(self.layout)
        try:
            thing = find_character(context)
        except KinescoreError as error:
            draw_text(layout, str(error), icon="ERROR")
            return
        _draw_first_beat(layout, thing)
        timing = context.scene.kinescore_timing
        layout.prop(timing, "metre")
        row = layout.row(align=True, heading="Downbeat")
        row.prop(timing, "has_downbeat", text="")
        field = row.row(align=True)
        field.active = timing.has_downbeat
        field.prop(timing, "downbeat_frame", text="")
        row.operator("kinescore.set_downbeat", text="", icon="PLAY").source = "PLAYHEAD"
        row.operator("kinescore.set_downbeat", text="", icon="MARKER_HLT").source = "MARKER"
        self.layout.operator("kinescore.overlay", icon="OVERLAY", depress=timing.overlay)


def _draw_tempi(layout: bpy.types.UILayout, context: bpy.types.Context) -> None:
    layout.operator("kinescore.find_tempi", icon="VIEWZOOM")
    settings = context.scene.kinescore
    for row in context.scene.kinescore_timing.tempi:
        box = layout.box().column(align=True)
        line = box.row(align=True)
        in_use = settings.fixed_tempo and abs(settings.tempo_bpm - row.tempo_bpm) < 0.01
        use = line.operator(
            "kinescore.use_tempo",
            text=translated(f"{row.tempo_bpm:.1f} BPM"),
            icon="RADIOBUT_ON" if in_use else "RADIOBUT_OFF",
            translate=False,
        )
        use.tempo_bpm = row.tempo_bpm
        line.operator("kinescore.audition_tempo", text="", icon="PLAY_SOUND").tempo_bpm = row.tempo_bpm
        draw_text(box, _told(row))


def _told(row: TempoRow) -> str:
    """What a composer asks of a tempo, in one sentence."""
    name = f"{row.relation}, {row.confidence}" if row.relation else row.confidence
    total = row.reached + row.near + row.missed
    if not total:
        return f"{name[:1].upper()}{name[1:]}. No hit points."
    return (
        f"{name[:1].upper()}{name[1:]}. {row.reached} of {total} hits reached ({row.reached_by_chance:.0f} by chance), "
        f"{row.near} near, {row.missed} missed; {row.frames_off:.1f} frames off"
    )


def _draw_first_beat(layout: bpy.types.UILayout, thing: bpy.types.Object) -> None:
    row = layout.row(align=True)
    row.prop(thing, "kinescore_beat_shift")
    row.operator("kinescore.reset_beat_shift", text="", icon="LOOP_BACK")
    row = layout.row(align=True)
    row.operator("kinescore.nudge_beats", text="Earlier", icon="TRIA_LEFT").frames = -1
    row.operator("kinescore.nudge_half_beat", text="Half a Beat")
    row.operator("kinescore.nudge_beats", text="Later", icon="TRIA_RIGHT").frames = 1
    layout.operator("kinescore.tap_beat", icon="HAND")


class TempoMap(PanelContent):
    bl_label = "Tempo Map"
    bl_options = {"DEFAULT_CLOSED"}

    def draw_header(self, context: bpy.types.Context) -> None:
        """Whether it is followed."""
        self.layout.prop(context.scene.kinescore_timing, "own_map", text="")

    def draw(self, context: bpy.types.Context) -> None:
        """A row for every change."""
        timing = context.scene.kinescore_timing
        column = self.layout.column(align=True)
        column.active = timing.own_map
        for index, change in enumerate(timing.changes):
            row = column.row(align=True)
            row.prop(change, "frame", text="")
            row.prop(change, "tempo_bpm", text="")
            row.prop(change, "metre", text="")
            row.prop(change, "ramp", text="", icon="IPO_LINEAR")
            row.operator("kinescore.remove_tempo_change", text="", icon="X").index = index
        self.layout.operator("kinescore.add_tempo_change", icon="ADD")


class HitPoints(PanelContent):
    bl_label = "Hit Points"
    bl_options = {"DEFAULT_CLOSED"}

    def draw(self, context: bpy.types.Context) -> None:
        """Markers to edit, the curve of the intensity, and the animation's own nudge."""
        layout, timing = self.layout, context.scene.kinescore_timing
        marked = hit_markers(context.scene)
        row = layout.row(align=True)
        row.operator("kinescore.mark_hits", icon="MARKER")
        row.operator("kinescore.add_hit", text="", icon="ADD")
        row.operator("kinescore.clear_hits", text="", icon="X")
        if marked:
            muted = sum(getattr(marker, IS_MUTED) for marker in marked)
            draw_text(layout, f"{len(marked)} marked, {muted} muted. Move and delete them on the timeline")
            row = layout.row(align=True)
            row.operator("kinescore.mute_hits")
            row.operator("kinescore.weigh_hits")
        layout.operator("kinescore.markers_to_hits")
        form = as_form(layout.column())
        form.prop(timing, "own_hits")
        form.prop(timing, "own_intensity")
        row = form.row()
        row.active = timing.own_intensity
        row.use_property_decorate = True
        row.prop(timing, "intensity")
        layout.operator("kinescore.intensity_curve", icon="FCURVE")
        layout.operator("kinescore.nudge_animation", icon="ANIM")
