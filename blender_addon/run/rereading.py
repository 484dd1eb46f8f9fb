# SPDX-License-Identifier: GPL-3.0-or-later
"""The movement of a finished take, read again as it is now."""

from __future__ import annotations

from collections.abc import Generator

import bpy

from kinescore.errors import MotionError

from ..scene.character import Character, character_of
from ..scene.sampling import FrameRange, MotionSampler, SampledMotion
from ..scene.viewing import keypoints_of, seen_by_camera
from ..timeline.origin import Origin, motion_hash

SLICE_SECONDS = 0.03
SAME_RATE = 1e-6
"""Relative: Blender keeps the base of a frame rate in single precision."""


def has_other_rate(scene: bpy.types.Scene, origin: Origin) -> bool:
    """Whether `scene` plays at another frame rate than the movement that `origin` names was read at."""
    return origin.fps is not None and abs(origin.fps * scene.render.fps_base / scene.render.fps - 1) > SAME_RATE


def hash_now(scene: bpy.types.Scene, origin: Origin) -> Generator[None, None, str]:
    """Return the hash of the movement that `origin` names, as it is now; a slice of reading between two yields.

    Raises MotionError where somebody who moved is gone or cannot be read.
    """
    found, _, _ = yield from _hashed(scene, origin)
    return found


def has_changed(scene: bpy.types.Scene, origin: Origin) -> Generator[None, None, bool]:
    """Return whether the movement that `origin` names, or its speed, is another one now. Reads and raises as
    `hash_now`."""
    if has_other_rate(scene, origin):
        return True
    found, motion, character = yield from _hashed(scene, origin)
    if found == origin.motion_sha256:
        return False
    if character.joints is None or motion.cameras is None:
        return True
    try:  # version 0.1 saw the movement through the camera
        return motion_hash(seen_by_camera(motion, character.joints)) != origin.motion_sha256
    except MotionError:
        return True


def _hashed(scene: bpy.types.Scene, origin: Origin) -> Generator[None, None, tuple[str, SampledMotion, Character]]:
    motion, character = yield from _read(scene, origin.character, origin.frames)
    movements = [keypoints_of(motion, character.joints, character.name)[0]]
    for name in origin.others:
        other, companion = yield from _read(scene, name, origin.frames)
        movements.append(keypoints_of(other, companion.joints, name)[0])
    return motion_hash(*movements), motion, character


def _read(
    scene: bpy.types.Scene, name: str, frames: FrameRange
) -> Generator[None, None, tuple[SampledMotion, Character]]:
    thing = scene.objects.get(name)
    if thing is None:
        raise MotionError(
            f"The scene has no object '{name}', for which the music was made.",
            "Give the character its name back, or generate again.",
        )
    character = character_of(thing)
    sampler = MotionSampler(scene, thing, character.bones, frames)
    while not sampler.advance(SLICE_SECONDS):
        yield
    return sampler.motion(), character
