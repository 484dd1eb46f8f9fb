# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel of the form: how the music begins and ends, where sections begin, and those that the take has."""

from __future__ import annotations

import bpy

from kinescore.errors import KinescoreError

from ..scene.character import find_character
from ..scene.cycling import cycle_of
from ..timeline.markers import section_label
from ..timeline.remaking import names_given, section_at, sections_of
from ..timeline.section_markers import section_markers
from ..timeline.take_list import KinescoreTake, current_take
from ..translations import translated
from .drawing import PanelContent, as_form, draw_text


class Sections(PanelContent):
    bl_label = "Form"
    bl_options = {"DEFAULT_CLOSED"}

    def draw(self, context: bpy.types.Context) -> None:
        """Start, ending, foley, the cycle where there is one, section markers, and the sections of the take."""
        layout, scene = as_form(self.layout), context.scene
        layout.prop(scene.kinescore_form, "start")
        layout.prop(scene.kinescore_form, "ending")
        layout.column().prop(scene.kinescore_form, "foley")
        _draw_cycle(layout, context)
        _draw_markers(self.layout, scene)
        entry = current_take(scene)
        if entry is not None and sections_of(entry):
            _draw_take(self.layout, scene, entry)


def _draw_cycle(layout: bpy.types.UILayout, context: bpy.types.Context) -> None:
    try:
        cycle = cycle_of(find_character(context))
    except KinescoreError:
        return
    if cycle is not None and context.scene.kinescore_form.ending != "loop":
        draw_text(layout, f"The animation repeats every {cycle.last - cycle.first + 1} frames.", icon="FILE_REFRESH")
        layout.operator("kinescore.loop_cycle", icon="FILE_REFRESH")


def _draw_markers(layout: bpy.types.UILayout, scene: bpy.types.Scene) -> None:
    markers = section_markers(scene)
    if markers:
        draw_text(layout, "Sections begin with these markers of yours:")
    column = layout.column(align=True)
    for index, marker in enumerate(markers):
        row = column.row(align=True)
        row.prop(marker, "name", text="")
        row.prop(marker, "frame", text="")
        row.operator("kinescore.remove_section", text="", icon="X").index = index
    column.operator("kinescore.sections_from_markers", icon="MARKER_HLT")
    column.operator("kinescore.add_section", icon="ADD")


def _draw_take(layout: bpy.types.UILayout, scene: bpy.types.Scene, entry: KinescoreTake) -> None:
    """One row for each section, the one under the playhead marked, with the button that makes it anew."""
    fps = scene.render.fps / scene.render.fps_base
    here = section_at(scene, entry, scene.frame_current)
    draw_text(layout, f"Sections of '{entry.name}':")
    column, named = layout.column(align=True), names_given(entry)
    for index, section in enumerate(sections_of(entry)):
        row = column.row(align=True)
        frame = entry.first_frame + round(section.start_seconds * fps)
        name = section.name if section.name in named else translated(section_label(section.name))
        row.label(text=f"{name}, {frame}", icon="TRIA_RIGHT" if index == here else "BLANK1", translate=False)
        row.operator("kinescore.remake_section", text="", icon="FILE_REFRESH").index = index
    column.operator("kinescore.remake_section", icon="FILE_REFRESH")
