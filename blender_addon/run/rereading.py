# SPDX-License-Identifier: GPL-3.0-or-later
"""The movement of a finished take, read again as it is now."""

from __future__ import annotations

from collections.abc import Generator

import bpy

from kinescore.errors import MotionError

from ..scene import rig
from ..scene.sampling import MotionSampler
from ..scene.viewing import keypoints_of
from ..timeline.origin import Origin, motion_hash

SLICE_SECONDS = 0.03


def hash_now(scene: bpy.types.Scene, origin: Origin) -> Generator[None, None, str]:
    """Return the hash of the movement that `origin` names, as it is now; a slice of reading between two yields.

    Raises MotionError where the character is gone or cannot be read.
    """
    armature = scene.objects.get(origin.character)
    if armature is None or armature.type != "ARMATURE":
        raise MotionError(
            f"The scene has no armature '{origin.character}', for which the music was made.",
            "Give the character its name back, or generate again.",
        )
    bones = rig.require_usable(armature)
    sampler = MotionSampler(scene, armature, bones.bones, origin.frames)
    while not sampler.advance(SLICE_SECONDS):
        yield
    keypoints, _ = keypoints_of(sampler.motion(), bones, origin.character)
    return motion_hash(keypoints)
