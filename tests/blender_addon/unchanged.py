"""A photograph of everything in a file that a failed run must leave alone."""

from __future__ import annotations

import bpy

from blender_addon import compat


def photograph(scene: bpy.types.Scene) -> dict[str, object]:
    return {
        "strips": [(strip.name, strip.channel, *compat.strip_span(strip)) for strip in compat.existing_strips(scene)],
        "has sequencer": scene.sequence_editor is not None,
        "markers": [(marker.name, marker.frame, marker.select) for marker in scene.timeline_markers],
        "frame": (scene.frame_current, scene.frame_start, scene.frame_end),
        "selection": [thing.name for thing in scene.objects if thing.select_get()],
        "hidden": [thing.name for thing in scene.objects if thing.hide_viewport],
        "data-blocks": {
            name: len(getattr(bpy.data, name))
            for name in ("objects", "scenes", "actions", "armatures", "sounds", "collections", "texts", "meshes")
        },
        "pending": scene.kinescore.pending,
    }
