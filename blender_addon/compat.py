# SPDX-License-Identifier: GPL-3.0-or-later
"""Every difference between Blender 4.2 and 5.2 that this add-on meets, and the name that Blender knows it by."""

from __future__ import annotations

import bpy

ADD_ON = __package__
"""This package, under which Blender keeps the preferences and the user folder: "bl_ext.REPOSITORY.kinescore" where it
is installed as an extension. The rooms inside have longer names, which mean nothing to Blender."""
MAX_CHANNEL = 128
RELATIVE_PATH = {"PATH_SUPPORTS_BLEND_RELATIVE"} if bpy.app.version >= (4, 5, 0) else set()
"""Option of a path property that may begin with //; later Blenders warn without it, earlier ones do not know it."""


def has_audio() -> bool:
    """True when this Blender can play sound; some builds of Blender as a Python module cannot."""
    return bpy.app.build_options.audaspace


def strips(scene: bpy.types.Scene) -> bpy.types.StripsTopLevel:
    """The top-level strips of `scene` for adding and removing; makes its sequencer when there is none."""
    editor = scene.sequence_editor or scene.sequence_editor_create()
    return editor.strips if hasattr(editor, "strips") else editor.sequences  # "sequences" until 4.3, gone in 5.0


def existing_strips(scene: bpy.types.Scene) -> list[bpy.types.Strip]:
    """The top-level strips of `scene`, without making a sequencer."""
    return list(strips(scene)) if scene.sequence_editor else []


def strip_span(strip: bpy.types.Strip) -> tuple[int, int]:
    """First frame, and the frame after the last one."""
    if hasattr(strip, "left_handle"):  # 5.1 and later; the older names are due for removal in 6.0
        return strip.left_handle, strip.right_handle
    return strip.frame_final_start, strip.frame_final_end


def show_in_sequencers(scene: bpy.types.Scene) -> str | None:
    """Show `scene` in sequencers that show none; return the name of another scene that an open window's sequencers show
    instead. Before Blender 5.0 sequencers show the window's scene, and there is nothing to do."""
    if "sequencer_scene" not in bpy.types.WorkSpace.bl_rna.properties:
        return None
    for workspace in bpy.data.workspaces:
        workspace.sequencer_scene = workspace.sequencer_scene or scene
    shown = [window.workspace.sequencer_scene for window in bpy.context.window_manager.windows]
    return None if scene in shown or not shown else shown[0].name


def action_curves(action: bpy.types.Action) -> list[bpy.types.FCurve]:
    """All curves of an action: in the channel bags of its layers (4.4 and later), before that in the action itself."""
    if not hasattr(action, "layers"):
        return list(action.fcurves)
    return [
        curve
        for layer in action.layers
        for strip in layer.strips
        for channelbag in strip.channelbags
        for curve in channelbag.fcurves
    ]
