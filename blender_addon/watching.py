# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a movement at once, for buttons that need nothing but it; generating reads it in slices instead."""

from __future__ import annotations

import bpy

from kinescore.motion.keypoints import Keypoints

from . import rig
from .origin import FrameRange
from .sampling import MotionSampler
from .viewing import keypoints_of

SLICE_SECONDS = 0.25


def watch(context: bpy.types.Context, armature: bpy.types.Object, frames: FrameRange) -> tuple[Keypoints, list[str]]:
    """The movement of `armature` and sentences on how it was seen; shows progress at the mouse. Raises MotionError."""
    bone_map = rig.require_usable(armature)
    sampler = MotionSampler(context.scene, armature, bone_map.bones, frames.first, frames.last)
    progress = context.window_manager
    progress.progress_begin(0.0, 1.0)
    try:
        while not sampler.advance(SLICE_SECONDS):
            progress.progress_update(sampler.fraction)
    finally:
        progress.progress_end()
    return keypoints_of(sampler.motion(), bone_map, armature.name)
