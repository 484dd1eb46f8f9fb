# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons for scenes in which several move: who else the music follows."""

from __future__ import annotations

import bpy

from kinescore.errors import KinescoreError
from kinescore.request import MAX_OTHERS

from ..scene.character import find_character
from ..translations import translated


class KINESCORE_OT_add_selected(bpy.types.Operator):
    """Let the music also follow the other selected objects, each with a weight"""

    bl_idname = "kinescore.add_selected"
    bl_label = "Also Follow Selected"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Add what is selected, or the armature that deforms it, unless it is followed already."""
        companions = context.scene.kinescore.companions
        try:
            followed = [find_character(context), *(companion.thing for companion in companions)]
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        for selected in context.selected_objects:
            thing = selected if selected.type == "ARMATURE" else selected.find_armature() or selected
            if thing not in followed and len(companions) < MAX_OTHERS:
                companions.add().thing = thing
                followed.append(thing)
        return {"FINISHED"}


class KINESCORE_OT_remove_companion(bpy.types.Operator):
    """Follow this object no longer"""

    bl_idname = "kinescore.remove_companion"
    bl_label = "Follow No Longer"
    bl_options = {"REGISTER", "UNDO"}

    index: bpy.props.IntProperty(name="Index", description="Place in the list", min=0, options={"HIDDEN"})

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Take it off the list."""
        context.scene.kinescore.companions.remove(self.index)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory((KINESCORE_OT_add_selected, KINESCORE_OT_remove_companion))
