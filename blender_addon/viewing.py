# SPDX-License-Identifier: GPL-3.0-or-later
"""Which picture the movement is seen in: the camera's, or one from the front."""

from __future__ import annotations

import numpy as np

from kinescore.errors import MotionError
from kinescore.motion.bone_map import BoneMap
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.projection import project_camera, project_front
from kinescore.motion.skeleton import coco_from_bones, joint_confidence

from .sampling import SampledMotion

STILL_METRES = 1e-5
MIN_SEEN_SHARE = 0.5


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
