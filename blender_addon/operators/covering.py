# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons that let the music cover what is animated, at the speed it was recorded at."""

from __future__ import annotations

import bpy

from kinescore.errors import KinescoreError

from ..scene.character import animated_frames, find_character
from ..scene.sampling import FrameRange
from ..scene.source_rate import source_fps, use_rate
from ..settings.coverage import DEFAULT_RANGE
from ..translations import translated


class KINESCORE_OT_take_all_frames(bpy.types.Operator):
    """Let the music cover all frames in which the character is animated. A scene whose range is still that of a new
    file gets them as its range, any other keeps its own"""

    bl_idname = "kinescore.take_all_frames"
    bl_label = "Use All Frames"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Choose them."""
        try:
            thing = find_character(context)
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        frames = animated_frames(thing)
        if frames is None:
            self.report({"WARNING"}, translated(f"'{thing.name}' has no keyframes"))
            return {"CANCELLED"}
        _cover(context.scene, frames)
        return {"FINISHED"}


class KINESCORE_OT_match_animation(bpy.types.Operator):
    """Play the scene at the frame rate that the character was recorded at, and let the music cover all its frames"""

    bl_idname = "kinescore.match_animation"
    bl_label = "Use Its Frame Rate and All Frames"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Set the rate, then choose the frames."""
        try:
            thing = find_character(context)
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        fps = source_fps(thing)
        if fps is None:
            self.report({"WARNING"}, translated(f"The frame rate at which '{thing.name}' was recorded is not known"))
            return {"CANCELLED"}
        use_rate(context.scene, fps)
        return bpy.ops.kinescore.take_all_frames()


register, unregister = bpy.utils.register_classes_factory((KINESCORE_OT_take_all_frames, KINESCORE_OT_match_animation))


def _cover(scene: bpy.types.Scene, frames: FrameRange) -> None:
    settings = scene.kinescore
    if FrameRange(scene.frame_start, scene.frame_end) == DEFAULT_RANGE and not scene.use_preview_range:
        settings.frames = "SCENE"
        scene.frame_start, scene.frame_end = frames.first, frames.last
    else:
        settings.frames, settings.first_frame, settings.last_frame = "CUSTOM", frames.first, frames.last
