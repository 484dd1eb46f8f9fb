# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons that an error carries: each does what its remedy says."""

from __future__ import annotations

import bpy

from ..compat import ADD_ON
from ..run import runs
from ..translations import translated


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
            self.report({"ERROR"}, translated(str(error).removeprefix("Error: ").strip()))
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


class KINESCORE_OT_leave_edit_mode(bpy.types.Operator):
    """Leave Edit Mode, in which Blender does not evaluate motion"""

    bl_idname = "kinescore.leave_edit_mode"
    bl_label = "Leave Edit Mode"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Back to Object Mode, for all that is being edited."""
        if not bpy.ops.object.mode_set.poll():
            self.report({"WARNING"}, "Press Tab over the 3D View")
            return {"CANCELLED"}
        return bpy.ops.object.mode_set(mode="OBJECT")


class KINESCORE_OT_clear_example(bpy.types.Operator):
    """Go without the example song"""

    bl_idname = "kinescore.clear_example"
    bl_label = "Clear Example"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Clear it; the file stays."""
        context.scene.kinescore.example = ""
        runs.dismiss(context.scene)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory(
    (
        KINESCORE_OT_use_built_in,
        KINESCORE_OT_open_preferences,
        KINESCORE_OT_open_system_preferences,
        KINESCORE_OT_leave_edit_mode,
        KINESCORE_OT_clear_example,
    )
)
