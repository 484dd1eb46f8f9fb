# SPDX-License-Identifier: GPL-3.0-or-later
"""Presets as cards with something to hear."""

from __future__ import annotations

from collections.abc import Sequence

import bpy

from ..settings.presets import DANCE, FILM_AND_GAME, Preset, own_presets
from .drawing import PanelContent


class Presets(PanelContent):
    bl_label = "Presets"
    bl_options = {"DEFAULT_CLOSED"}

    def draw(self, context: bpy.types.Context) -> None:
        """The cards, in groups."""
        layout = self.layout
        _draw_cards(layout, "Film and Game", FILM_AND_GAME)
        _draw_cards(layout, "Dance", DANCE)
        own = own_presets()
        if own:
            _draw_cards(layout, "Your Own", own, removable=True)
        layout.operator("kinescore.save_preset", icon="ADD")


def _draw_cards(layout: bpy.types.UILayout, heading: str, presets: Sequence[Preset], removable: bool = False) -> None:
    layout.label(text=heading)
    grid = layout.grid_flow(row_major=True, columns=0, even_columns=True, align=False)
    for preset in presets:
        row = grid.row(align=True)
        row.operator("kinescore.listen", text="", icon="PLAY").name = preset.name
        row.operator("kinescore.use_preset", text=preset.name).name = preset.name
        if removable:
            row.operator("kinescore.remove_preset", text="", icon="X").name = preset.name
