# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of takes."""

from __future__ import annotations

import bpy

from ..settings.engine_list import engine_title
from ..timeline.strips import holds_take
from ..timeline.take_list import UNKNOWN_SYNC, KinescoreTake
from .drawing import PanelContent, draw_text

ROWS = 4


class KINESCORE_UL_takes(bpy.types.UIList):
    """Star, name and sync of each take; a speaker beside those on the timeline."""

    def draw_item(
        self,
        context: bpy.types.Context,
        layout: bpy.types.UILayout,
        data: bpy.types.Scene,
        item: KinescoreTake,
        icon: int,
        active_data: bpy.types.Scene,
        active_property: str,
    ) -> None:
        """Draw one row."""
        row = layout.row(align=True)
        row.prop(item, "starred", text="", icon="SOLO_ON" if item.starred else "SOLO_OFF", emboss=False)
        row.prop(item, "name", text="", emboss=False, icon="SPEAKER" if holds_take(data, item.take_id) else "BLANK1")
        sync = row.row()
        sync.alignment = "RIGHT"
        sync.label(text="" if item.sync == UNKNOWN_SYNC else f"{item.sync:.1%}", translate=False)


class Takes(PanelContent):
    bl_label = "Takes"
    bl_options = {"DEFAULT_CLOSED"}

    def draw(self, context: bpy.types.Context) -> None:
        """The list, what is known of the selected take, and what can be done with it."""
        layout, scene = self.layout, context.scene
        takes, index = scene.kinescore_takes, scene.kinescore_take_index
        if not takes:
            draw_text(layout, "Each soundtrack that you generate is listed here.")
            _draw_files(layout)
            return
        chosen = (scene, "kinescore_take_index")
        layout.template_list("KINESCORE_UL_takes", "", scene, "kinescore_takes", *chosen, rows=ROWS)
        if 0 <= index < len(takes):
            _draw_take(layout, takes[index])
        row = layout.row(align=True)
        row.operator("kinescore.use_take", text="Swap In", icon="FILE_REFRESH").beside = False
        row.operator("kinescore.use_take", text="Beside", icon="ADD").beside = True
        layout.operator("kinescore.compare_takes", icon="ARROW_LEFTRIGHT")
        layout.operator("kinescore.export_soundtrack", icon="EXPORT")
        _draw_files(layout)


def _draw_files(layout: bpy.types.UILayout) -> None:
    column = layout.column(align=True)  # side by side their names would be cut
    column.operator("kinescore.check_files", icon="VIEWZOOM")
    column.operator("kinescore.list_found", icon="FILE_FOLDER")
    column.operator("kinescore.clean_takes", icon="TRASH")


def _draw_take(layout: bpy.types.UILayout, take: KinescoreTake) -> None:
    prompt = f"“{take.prompt}”, " if take.prompt else ""
    made = f"{prompt}{engine_title(take.engine)}, seed {take.seed}"
    length = f"{take.seconds:.1f} s at {take.tempo_bpm:.1f} BPM, frames {take.first_frame}-{take.last_frame}"
    draw_text(layout, f"{made}, {length}", icon="INFO")
    if take.sync != UNKNOWN_SYNC:
        where = f"on hits and beats the sound is stronger than at {take.sync:.0%} of all moments"
        draw_text(layout, f"Sync {take.sync:.1%}: {where}. Chance is 50%")


register, unregister = bpy.utils.register_classes_factory((KINESCORE_UL_takes,))
