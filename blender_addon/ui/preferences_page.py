# SPDX-License-Identifier: GPL-3.0-or-later
"""The add-on's page in Blender's preferences."""

from __future__ import annotations

import bpy

from ..compat import ADD_ON
from ..settings import connection
from ..settings.preferences import Preferences
from .drawing import draw_text
from .servers_panel import draw_servers


class KinescorePreferences(Preferences, bpy.types.AddonPreferences):
    """Preferences of the whole installation."""

    bl_idname = ADD_ON

    def draw(self, context: bpy.types.Context) -> None:
        """Draw the preferences."""
        layout = self.layout
        layout.use_property_split = True
        layout.prop(self, "address", placeholder="Built-In Engine, No Server")
        column = layout.column()
        column.active = bool(self.address)
        column.prop(self, "key_file")
        column.operator("kinescore.test_connection", icon="URL")
        for line in connection.summary():
            draw_text(column, line)
        layout.separator()
        draw_servers(layout, context)
        layout.separator()
        layout.prop(self, "folder")


register, unregister = bpy.utils.register_classes_factory((KinescorePreferences,))
