# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons for hit points on the timeline: mark those of the movement, then move, mute, weigh, add and clear them."""

from __future__ import annotations

import bpy

from kinescore.dance.hit_points import HitKind
from kinescore.errors import KinescoreError

from ..run.observing import observe_scene
from ..timeline import hit_markers
from ..timeline.hit_markers import KIND
from ..translations import translated


class KINESCORE_OT_mark_hits(bpy.types.Operator):
    """Mark every hit point of the movement on the timeline; music then lands on the markers as you leave them"""

    bl_idname = "kinescore.mark_hits"
    bl_label = "Mark Hit Points"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Read the movement and mark."""
        try:
            seen = observe_scene(context)
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        scene, frames = context.scene, seen.frames
        count = hit_markers.mark_hits(scene, seen.observed.found.hits, frames.first, frames.last)
        scene.kinescore_timing.own_hits = True
        self.report({"INFO"}, translated(f"{count} hit points marked; music follows the markers"))
        return {"FINISHED"}


class KINESCORE_OT_add_hit(bpy.types.Operator):
    """Add a hit point at the playhead"""

    bl_idname = "kinescore.add_hit"
    bl_label = "Add Hit Point"
    bl_options = {"REGISTER", "UNDO"}

    weight: bpy.props.FloatProperty(name="Weight", min=0.0, max=1.0, default=1.0, subtype="FACTOR")

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Add it."""
        hit_markers.add_hit(context.scene, context.scene.frame_current, HitKind.MARKER, self.weight)
        context.scene.kinescore_timing.own_hits = True
        return {"FINISHED"}


class _OnSelected:
    """What works on the selected markers."""

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return any(marker.select for marker in context.scene.timeline_markers)


class KINESCORE_OT_markers_to_hits(_OnSelected, bpy.types.Operator):
    """Let the selected markers be hit points as well. They stay yours"""

    bl_idname = "kinescore.markers_to_hits"
    bl_label = "Use as Hit Points"
    bl_options = {"REGISTER", "UNDO"}

    weight: bpy.props.FloatProperty(name="Weight", min=0.0, max=1.0, default=1.0, subtype="FACTOR")

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Let those that are none yet be some."""
        for marker in context.scene.timeline_markers:
            if marker.select and not getattr(marker, KIND):
                hit_markers.become_hit(marker, HitKind.MARKER, self.weight)
        context.scene.kinescore_timing.own_hits = True
        return {"FINISHED"}


class KINESCORE_OT_mute_hits(_OnSelected, bpy.types.Operator):
    """Leave the selected hit points out of the music, or take them in again"""

    bl_idname = "kinescore.mute_hits"
    bl_label = "Mute"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Mute them, unless all are muted."""
        chosen = [marker for marker in hit_markers.hit_markers(context.scene) if marker.select]
        is_muted = not all(getattr(marker, hit_markers.IS_MUTED) for marker in chosen)
        for marker in chosen:
            hit_markers.mute(marker, is_muted)
        return {"FINISHED"}


class KINESCORE_OT_weigh_hits(_OnSelected, bpy.types.Operator):
    """Say how heavily the music lands on the selected hit points"""

    bl_idname = "kinescore.weigh_hits"
    bl_label = "Weigh"
    bl_options = {"REGISTER", "UNDO"}

    weight: bpy.props.FloatProperty(name="Weight", min=0.0, max=1.0, default=1.0, subtype="FACTOR")

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Set it."""
        for marker in hit_markers.hit_markers(context.scene):
            if marker.select:
                hit_markers.weigh(marker, self.weight)
        return {"FINISHED"}


class KINESCORE_OT_clear_hits(bpy.types.Operator):
    """Remove the hit point markers; the music follows the movement again. Markers of your own stay"""

    bl_idname = "kinescore.clear_hits"
    bl_label = "Clear Hit Points"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return bool(hit_markers.hit_markers(context.scene))

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Clear all."""
        hit_markers.clear_hits(context.scene, hit_markers.hit_markers(context.scene))
        context.scene.kinescore_timing.own_hits = False
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory(
    (
        KINESCORE_OT_mark_hits,
        KINESCORE_OT_add_hit,
        KINESCORE_OT_markers_to_hits,
        KINESCORE_OT_mute_hits,
        KINESCORE_OT_weigh_hits,
        KINESCORE_OT_clear_hits,
    )
)
