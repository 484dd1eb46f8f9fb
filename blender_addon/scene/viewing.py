# SPDX-License-Identifier: GPL-3.0-or-later
"""The movement as the music follows it: from a fixed place, so that no camera makes the rhythm; and where it cuts."""

from __future__ import annotations

from dataclasses import dataclass

import bpy
import numpy as np

from kinescore.errors import MotionError
from kinescore.motion.bone_map import BoneMap
from kinescore.motion.cuts import camera_cuts
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.mover import Mover
from kinescore.motion.moving_points import project_points
from kinescore.motion.projection import project_camera, project_front
from kinescore.motion.skeleton import coco_from_bones, joint_confidence

from .character import Character, character_of
from .sampling import FrameRange, MotionSampler, SampledMotion

STILL_METRES = 1e-5
STILL_PIXELS = 0.01
MIN_SEEN_SHARE = 0.5
SLICE_SECONDS = 0.25
UP = 2  # Blender's vertical axis


@dataclass(frozen=True)
class Watched:
    """All that a request needs of the scene. cuts: of the picture, in seconds. name, others: where several move."""

    keypoints: Keypoints
    cuts: tuple[float, ...] = ()
    name: str = ""
    others: tuple[Mover, ...] = ()


def sample(context: bpy.types.Context, thing: bpy.types.Object, frames: FrameRange) -> tuple[SampledMotion, Character]:
    """Where `thing` is in `frames`, read at once, and what it is; shows progress at the mouse.

    For buttons that need nothing but the movement; generating reads it in slices instead. Raises MotionError.
    """
    character = character_of(thing)
    sampler = MotionSampler(context.scene, thing, character.bones, frames)
    progress = context.window_manager
    progress.progress_begin(0.0, 1.0)
    try:
        while not sampler.advance(SLICE_SECONDS):
            progress.progress_update(sampler.fraction)
    finally:
        progress.progress_end()
    return sampler.motion(), character


def keypoints_of(motion: SampledMotion, joints: BoneMap | None, name: str) -> tuple[Keypoints, list[str]]:
    """The movement as keypoints, and sentences for the user about how it was seen.

    A humanoid is seen from the front, anything else by the points that move most. The scene's camera is not looked
    through: what cuts, shakes or follows the dancer would change the rhythm. `joints` is None for what is no humanoid.
    Raises MotionError for what does not move.
    """
    places = np.concatenate([motion.heads, motion.tails], axis=1)
    body = None if joints is None else coco_from_bones(motion.heads, motion.tails, joints)
    if np.ptp(places if body is None else body, axis=0).max() < STILL_METRES:
        raise MotionError(
            f"'{name}' does not move in this frame range, so there is nothing for the music to follow.",
            "Choose what is animated, or a frame range in which it moves. A rigid body moves here once it is baked to "
            "keyframes.",
            code="no_movement",
        )
    if body is None or joints is None:
        return project_points(places, motion.fps, UP, motion.size), []
    return project_front(body, joint_confidence(joints), motion.fps, motion.size), _audience(motion, joints)


def still_end(keypoints: Keypoints) -> float:
    """How many seconds before its end the movement stops; 0.0 where it moves to the end."""
    if not len(keypoints):
        return 0.0
    moving = np.flatnonzero(np.abs(np.diff(keypoints.positions, axis=0)).max(axis=(1, 2)) > STILL_PIXELS)
    return float(len(keypoints) - 2 - moving[-1]) / keypoints.fps if len(moving) else keypoints.seconds


def seen_by_camera(motion: SampledMotion, joints: BoneMap) -> Keypoints:
    """A humanoid as the audience sees it. Raises MotionError where it is never in front of the camera, or none is."""
    if motion.cameras is None:
        raise MotionError("The scene has no camera.")
    body = coco_from_bones(motion.heads, motion.tails, joints)
    return project_camera(body, joint_confidence(joints), motion.cameras, motion.fps, motion.size)


def cuts_of(motion: SampledMotion) -> tuple[float, ...]:
    """When the picture cuts, in seconds: to another camera, or with one that jumps."""
    if motion.cameras is None:
        return ()
    middle = motion.heads.reshape(-1, 3).mean(axis=0)
    changes = np.flatnonzero(np.diff(motion.shots)) + 1
    frames = np.union1d(changes, camera_cuts(motion.cameras, middle))
    return tuple(float(frame) / motion.fps for frame in frames)


def _audience(motion: SampledMotion, joints: BoneMap) -> list[str]:
    """What to know of a camera that shows little of the movement that the music follows."""
    if motion.cameras is None:
        return ["The scene has no camera; the movement was seen from the front."]
    try:
        seen = _seen_share(seen_by_camera(motion, joints))
    except MotionError as error:
        return [f"{error.sentence} The movement was seen from the front all the same."]
    if seen >= MIN_SEEN_SHARE:
        return []
    return [f"The camera shows only {seen:.0%} of the character's movement; all of it was seen from the front."]


def _seen_share(keypoints: Keypoints) -> float:
    """Share of all keypoints that lie inside the picture, before the camera."""
    inside = ((keypoints.positions >= 0) & (keypoints.positions <= keypoints.size)).all(axis=2)
    known = keypoints.confidence.max(axis=0) > 0  # joints that the rig has
    return float((inside & (keypoints.confidence > 0))[:, known].mean())
