# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons that an error carries: each does what its remedy says."""

from __future__ import annotations

import bpy

from ..compat import ADD_ON
from ..run import runs


class KINESCORE_OT_use_built_in(bpy.types.Operator):
    """Make the music of this scene in this Blender, without a server, and start"""

    bl_idname = "kinescore.use_built_in"
    bl_label = "Use Built-In Engine"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return bpy.ops.kinescore.generate.poll()

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Choose it and generate."""
        context.scene.kinescore.run_on = "HERE"
        runs.dismiss(context.scene)
        try:
            return bpy.ops.kinescore.generate()
        except RuntimeError as error:  # what generate reports; it is in the panel too
            self.report({"ERROR"}, str(error).removeprefix("Error: ").strip())
            return {"CANCELLED"}


class KINESCORE_OT_open_preferences(bpy.types.Operator):
    """Show the add-on's preferences: server, key file, output folder"""

    bl_idname = "kinescore.open_preferences"
    bl_label = "Open Preferences"

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Open them with the add-on's page unfolded."""
        if bpy.app.background:
            return {"CANCELLED"}
        bpy.ops.screen.userpref_show()
        return bpy.ops.preferences.addon_show(module=ADD_ON)


class KINESCORE_OT_open_system_preferences(bpy.types.Operator):
    """Show where Blender's online access is allowed"""

    bl_idname = "kinescore.open_system_preferences"
    bl_label = "Open System Preferences"

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Open them."""
        if bpy.app.background:
            return {"CANCELLED"}
        context.preferences.active_section = "SYSTEM"
        return bpy.ops.screen.userpref_show()


register, unregister = bpy.utils.register_classes_factory(
    (KINESCORE_OT_use_built_in, KINESCORE_OT_open_preferences, KINESCORE_OT_open_system_preferences)
)
