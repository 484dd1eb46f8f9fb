# SPDX-License-Identifier: GPL-3.0-or-later
"""What panels share: a form, and text that wraps."""

from __future__ import annotations

import textwrap

import bpy

SIDEBAR_WIDTH = 280  # px, as Blender opens it; also stands in where nothing is drawn
MARGINS = 96  # px taken by tabs, frames, icon and scroll bar
CHARACTER_WIDTH = 6.2  # px of an average letter of Blender's font
FEWEST_CHARACTERS = 16


def draw_text(layout: bpy.types.UILayout, text: str, icon: str = "NONE") -> None:
    """Draw `text` on as many lines as the region's width asks for, the icon before the first; Blender's own labels cut
    long text out of the middle instead."""
    column = layout.column(align=True)
    column.scale_y = 0.8
    for number, line in enumerate(textwrap.wrap(text, _line_length(bpy.context))):
        column.label(text=line, icon="BLANK1" if number and icon != "NONE" else icon)


def _line_length(context: bpy.types.Context) -> int:
    """Characters that fit beside each other in the region that is being drawn."""
    region, scale = context.region, context.preferences.system.ui_scale
    width = region.width / scale if region and scale else SIDEBAR_WIDTH
    return max(FEWEST_CHARACTERS, int((width - MARGINS) / CHARACTER_WIDTH))


class PanelContent:
    """What a panel shows; a class that Blender registers adds the place."""

    layout: bpy.types.UILayout


def as_form(layout: bpy.types.UILayout) -> bpy.types.UILayout:
    """Let `layout` show names and values in two columns, as Blender's own panels do, and return it."""
    layout.use_property_split = True
    layout.use_property_decorate = False
    return layout
