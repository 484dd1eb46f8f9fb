# SPDX-License-Identifier: GPL-3.0-or-later
"""The movement as it is seen: by the camera, or from the front."""

from __future__ import annotations

import bpy
import numpy as np

from kinescore.errors import MotionError
from kinescore.motion.bone_map import BoneMap
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.projection import project_camera, project_front
from kinescore.motion.skeleton import coco_from_bones, joint_confidence

from . import rig
from .sampling import FrameRange, MotionSampler, SampledMotion

STILL_METRES = 1e-5
MIN_SEEN_SHARE = 0.5
SLICE_SECONDS = 0.25


def watch(context: bpy.types.Context, armature: bpy.types.Object, frames: FrameRange) -> tuple[Keypoints, list[str]]:
    """The movement of `armature`, read at once, and sentences on how it was seen; shows progress at the mouse.

    For buttons that need nothing but the movement; generating reads it in slices instead. Raises MotionError.
    """
    bone_map = rig.require_usable(armature)
    sampler = MotionSampler(context.scene, armature, bone_map.bones, frames)
    progress = context.window_manager
    progress.progress_begin(0.0, 1.0)
    try:
        while not sampler.advance(SLICE_SECONDS):
            progress.progress_update(sampler.fraction)
    finally:
        progress.progress_end()
    return keypoints_of(sampler.motion(), bone_map, armature.name)


def keypoints_of(motion: SampledMotion, bone_map: BoneMap, character: str) -> tuple[Keypoints, list[str]]:
    """The movement as keypoints, and sentences for the user about how it was seen.

    The camera's picture is used, and the front view instead where there is no camera or it hardly sees the character.
    Raises MotionError for a character that does not move.
    """
    joints = coco_from_bones(motion.heads, motion.tails, bone_map)
    if np.ptp(joints, axis=0).max() < STILL_METRES:
        raise MotionError(
            f"'{character}' does not move in this frame range, so there is nothing for the music to follow.",
            "Choose the animated armature, or a frame range in which it moves.",
            code="no_movement",
        )
    confidence = joint_confidence(bone_map)
    front = project_front(joints, confidence, motion.fps, motion.size)
    if motion.cameras is None:
        return front, ["The scene has no camera; the movement was seen from the front."]
    try:
        keypoints = project_camera(joints, confidence, motion.cameras, motion.fps, motion.size)
    except MotionError as error:
        return front, [f"{error.sentence} The movement was seen from the front instead."]
    seen = _seen_share(keypoints)
    if seen < MIN_SEEN_SHARE:
        return front, [
            f"The camera shows only {seen:.0%} of the character's movement; it was seen from the front instead."
        ]
    return keypoints, []


def _seen_share(keypoints: Keypoints) -> float:
    """Share of all keypoints that lie inside the picture, before the camera."""
    inside = ((keypoints.positions >= 0) & (keypoints.positions <= keypoints.size)).all(axis=2)
    known = keypoints.confidence.max(axis=0) > 0  # joints that the rig has
    return float((inside & (keypoints.confidence > 0))[:, known].mean())
