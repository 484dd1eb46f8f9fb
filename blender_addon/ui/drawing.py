# SPDX-License-Identifier: GPL-3.0-or-later
"""What panels share: a form, and text that wraps."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache, partial

import blf
import bpy

from ..translations import translated

SIDEBAR_WIDTH = 280  # px, as Blender opens it; also stands in where nothing is drawn
MARGINS = 75  # px taken by tabs, frames and scroll bar, and left of the width so that Blender cuts nothing
ICON = 22  # px
LEAST_WIDTH = 80  # px, however narrow the region
FONT = 0  # that of the interface
NEVER_FIRST = "、。，．！？：；）」』】"
"""Marks that begin no line in Japanese and Chinese."""


def draw_text(layout: bpy.types.UILayout, text: str, icon: str = "NONE") -> None:
    """Draw `text`, in the interface's language, on as many lines as the region's width asks for, the icon before the
    first; Blender's own labels cut long text out of the middle instead."""
    column = layout.column(align=True)
    column.scale_y = 0.8
    room = _room(bpy.context) - (ICON if icon != "NONE" else 0)
    for number, line in enumerate(_lines(translated(text), room, _points())):
        column.label(text=line, icon="BLANK1" if number and icon != "NONE" else icon, translate=False)


@lru_cache(maxsize=512)  # letters of fonts that are not the first take 0.4 ms each to measure, at every redraw
def _lines(text: str, room: float, points: float) -> list[str]:
    return wrapped(text, room, partial(_width, points=points))


def wrapped(text: str, room: float, width_of: Callable[[str], float]) -> list[str]:
    """Break `text` into lines no wider than `room`: between words, after any letter of Japanese and Chinese, and
    within a word only where it alone is too wide."""
    lines = [""]
    for piece in _pieces(text):
        parts = piece if width_of(piece.strip()) > room else [piece]
        for part in parts:
            if lines[-1] and width_of(lines[-1] + part) > room and part[0] not in NEVER_FIRST:
                lines.append("")
            lines[-1] += part if lines[-1] else part.lstrip()
    return [line.rstrip() for line in lines if line.strip()]


def _pieces(text: str) -> Iterator[str]:
    """Wide letters one by one, and words of others whole, each with the space before it."""
    word = ""
    for letter in text:
        if word and (_is_wide(letter) or letter == " "):
            yield word
            word = ""
        if _is_wide(letter):
            yield letter
        else:
            word += letter
    if word:
        yield word


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


def fits(text: str) -> bool:
    """Whether `text` fits on one line of the region that is being drawn."""
    return _width(text, _points()) <= _room(bpy.context)


def _width(text: str, points: float) -> float:
    """Of `text` as Blender draws it, px at a scale of 1."""
    blf.size(FONT, points)
    return float(blf.dimensions(FONT, text)[0])


def _points() -> float:
    """Size of the interface's letters."""
    return float(bpy.context.preferences.ui_styles[0].widget.points)


def _room(context: bpy.types.Context) -> float:
    """The px, at a scale of 1, that a line of text may take in the region that is being drawn."""
    region, scale = context.region, context.preferences.system.ui_scale
    width = region.width / scale if region and scale else SIDEBAR_WIDTH
    return max(LEAST_WIDTH, float(width - MARGINS))


class PanelContent:
    """What a panel shows; a class that Blender registers adds the place."""

    layout: bpy.types.UILayout


def as_form(layout: bpy.types.UILayout) -> bpy.types.UILayout:
    """Let `layout` show names and values in two columns, as Blender's own panels do, and return it."""
    layout.use_property_split = True
    layout.use_property_decorate = False
    return layout
