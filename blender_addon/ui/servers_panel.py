# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of servers."""

from __future__ import annotations

import bpy

from kinescore.errors import KinescoreError

from ..settings.connection import WAITING, Greeting
from ..settings.preferences import Preferences, ServerEntry, preferences
from ..settings.server_list import watch
from .drawing import PanelContent, draw_text

ROWS = 3
ADDRESS_SHARE = 0.75


class KINESCORE_UL_servers(bpy.types.UIList):
    """State, address and response time of each server."""

    def draw_item(
        self,
        context: bpy.types.Context,
        layout: bpy.types.UILayout,
        data: Preferences,
        item: ServerEntry,
        icon: int,
        active_data: Preferences,
        active_property: str,
    ) -> None:
        """Draw one row."""
        said = watch.outcome(item.address)
        split = layout.split(factor=ADDRESS_SHARE, align=True)
        split.label(text=item.address.removeprefix("tcp://"), icon=_state_icon(item.address), translate=False)
        answer = f"{said.latency_ms:.0f} ms" if isinstance(said, Greeting) else ""
        split.label(text=answer, translate=False)


class Servers(PanelContent):
    bl_label = "Servers"
    bl_options = {"DEFAULT_CLOSED"}

    def draw(self, context: bpy.types.Context) -> None:
        """The list, and what the selected server said."""
        draw_servers(self.layout, context)


def draw_servers(layout: bpy.types.UILayout, context: bpy.types.Context) -> None:
    """The list with its buttons; in the panel and on the preferences' page."""
    chosen = preferences(context)
    watch.note_seen()
    row = layout.row()
    row.template_list("KINESCORE_UL_servers", "", chosen, "servers", chosen, "server_index", rows=ROWS)
    buttons = row.column(align=True)
    buttons.operator("kinescore.add_server", text="", icon="ADD")
    buttons.operator("kinescore.remove_server", text="", icon="REMOVE")
    buttons.operator("kinescore.check_servers", text="", icon="FILE_REFRESH")
    if not chosen.servers:
        draw_text(layout, "Music is made in this Blender. A server brings other engines")
    elif 0 <= chosen.server_index < len(chosen.servers):
        _draw_server(layout, chosen.servers[chosen.server_index].address)


def _draw_server(layout: bpy.types.UILayout, address: str) -> None:
    said = watch.outcome(address)
    if isinstance(said, Greeting):
        for line in said.lines():
            draw_text(layout, line)
    elif isinstance(said, KinescoreError):
        draw_text(layout, said.sentence, icon="ERROR")
        draw_text(layout, said.remedy)
    elif watch.is_asking(address):
        draw_text(layout, WAITING)


def _state_icon(address: str) -> str:
    said = watch.outcome(address)
    if isinstance(said, Greeting):
        return "CHECKMARK"
    if isinstance(said, KinescoreError):
        return "ERROR"
    return "SORTTIME" if watch.is_asking(address) else "QUESTION"


register, unregister = bpy.utils.register_classes_factory((KINESCORE_UL_servers,))
