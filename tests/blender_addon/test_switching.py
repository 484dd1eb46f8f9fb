"""Switched off and on again: nothing is left behind, nothing is missing."""

from __future__ import annotations

import logging

import addon_utils
import bpy

import blender_addon
from blender_addon import compat
from blender_addon.operators import diagnostics
from blender_addon.settings.preferences import preferences
from blender_addon.ui.preferences_page import KinescorePreferences

CLASSES = (
    "KINESCORE_OT_generate", "KINESCORE_OT_check_takes", "KINESCORE_OT_export_motion", "KINESCORE_PT_view3d",
    "KINESCORE_PT_sequencer_output",
)  # fmt: skip


def traces() -> dict[str, object]:
    """What the add-on adds to Blender, apart from values that files keep."""
    return {
        "classes": [name for name in CLASSES if hasattr(bpy.types, name)],
        "preferences": KinescorePreferences.is_registered,
        "scenes": hasattr(bpy.types.Scene, "kinescore"),
        "objects": hasattr(bpy.types.Object, "kinescore_rig"),
        "markers": hasattr(bpy.types.TimelineMarker, "kinescore_take"),
        "takes": hasattr(bpy.types.Scene, "kinescore_takes") or hasattr(bpy.types.Scene, "kinescore_placings"),
        "handlers": [handler.__module__ for handler in bpy.app.handlers.load_pre].count("blender_addon"),
        "watchers": [
            handler.__module__
            for handlers in (bpy.app.handlers.depsgraph_update_post, bpy.app.handlers.load_post)
            for handler in handlers
            if handler.__module__.startswith("blender_addon.")
        ],
        "logs": logging.getLogger(compat.ADD_ON).handlers.count(diagnostics.recent_log),
        "menus": [
            draw.__module__
            for menu in (bpy.types.SEQUENCER_MT_add, bpy.types.TOPBAR_MT_file_export)
            for draw in menu._dyn_ui_initialize()
            if draw.__module__.startswith("blender_addon.")
        ],
    }


def test_off_and_on_twice(scene) -> None:
    on = traces()
    assert on["classes"] == list(CLASSES)
    assert on["handlers"] == on["logs"] == 1
    assert sorted(on["watchers"]) == ["blender_addon.run.watching"] * 2 + ["blender_addon.timeline.take_list"]
    rooms = ["ui.panels", "operators.motion_export", "operators.exporting"]
    assert on["menus"] == [f"blender_addon.{room}" for room in rooms]
    for _ in range(2):
        addon_utils.disable("blender_addon", default_set=True)
        assert not any(traces().values())
        addon_utils.enable("blender_addon", default_set=True)
        assert traces() == on
    scene.kinescore.seed = 5
    assert preferences(bpy.context).folder == "//kinescore/"


def test_blender_knows_the_add_on_by_the_name_of_its_root(scene) -> None:
    """Preferences, user folder and log are looked up by it in rooms whose own package names are longer."""
    assert compat.ADD_ON == blender_addon.__name__ == "blender_addon"
    assert KinescorePreferences.bl_idname == compat.ADD_ON
