# SPDX-License-Identifier: GPL-3.0-or-later
"""The movement of a finished take, read again as it is now."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import suppress

import bpy

from kinescore.errors import MotionError

from ..scene.character import Character, character_of
from ..scene.sampling import MotionSampler, SampledMotion
from ..scene.viewing import keypoints_of, seen_by_camera
from ..timeline.origin import Origin, motion_hash

SLICE_SECONDS = 0.03


def hashes_now(scene: bpy.types.Scene, origin: Origin) -> Generator[None, None, list[str]]:
    """Return the hashes by which a take may know the movement that `origin` names, as it is now: today's first, then
    that of version 0.1, which saw the movement through the camera. A slice of reading lies between two yields.

    Raises MotionError where somebody is gone or cannot be read.
    """
    motion, character = yield from _read(scene, origin.character, origin)
    movements = [keypoints_of(motion, character.joints, character.name)[0]]
    for name in origin.others:
        other, companion = yield from _read(scene, name, origin)
        movements.append(keypoints_of(other, companion.joints, name)[0])
    found = [motion_hash(*movements)]
    if character.joints is not None and motion.cameras is not None:
        with suppress(MotionError):  # never in front of the camera
            found.append(motion_hash(seen_by_camera(motion, character.joints)))
    return found


def _read(scene: bpy.types.Scene, name: str, origin: Origin) -> Generator[None, None, tuple[SampledMotion, Character]]:
    thing = scene.objects.get(name)
    if thing is None:
        raise MotionError(
            f"The scene has no object '{name}', for which the music was made.",
            "Give the character its name back, or generate again.",
        )
    character = character_of(thing)
    sampler = MotionSampler(scene, thing, character.bones, origin.frames)
    while not sampler.advance(SLICE_SECONDS):
        yield
    return sampler.motion(), character
