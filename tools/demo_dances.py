# SPDX-License-Identifier: GPL-3.0-or-later
"""Eight dances of the project's own dancer, with the beats that they were choreographed to: something to evaluate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import bpy
import numpy as np
from demo_dance import BPM, build_dance
from numpy.typing import NDArray

from blender_addon.scene.sampling import FrameRange, MotionSampler
from blender_addon.scene.viewing import keypoints_of
from kinescore.motion.bone_map import map_bones
from kinescore.motion.keypoints import Keypoints

PROGRAMME = ((16, 126), (18, 104), (20, 112), (22, 96), (24, 120), (26, 108), (28, 132), (30, 100))
"""Seconds at the choreography's own tempo (longer dances have more phrases), and the tempo it is danced at in BPM."""


@dataclass(frozen=True)
class DemoDance:
    """beats: [N] s, where the choreography has them; the first is at 0."""

    name: str
    keypoints: Keypoints
    beats: NDArray[np.float64]


def demo_dances() -> Iterator[DemoDance]:
    """Yield the dances one after the other, each built in Blender and seen by its scene's camera."""
    for seconds, bpm in PROGRAMME:
        danced = seen(seconds)
        keypoints = Keypoints(danced.positions, danced.confidence, danced.fps * bpm / BPM, danced.size)
        beats = np.arange(0.0, keypoints.seconds, 60.0 / bpm)
        yield DemoDance(f"dance-{bpm}bpm", keypoints, beats)


def seen(seconds: float) -> Keypoints:
    """The dance of that length at its own tempo, as its scene's camera sees it."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    dancer = build_dance(seconds)
    scene = bpy.context.scene
    bone_map = map_bones(tuple(bone.name for bone in dancer.data.bones))
    sampler = MotionSampler(scene, dancer, bone_map.bones, FrameRange(scene.frame_start, scene.frame_end))
    while not sampler.advance(1.0):
        pass
    keypoints, _ = keypoints_of(sampler.motion(), bone_map, dancer.name)
    return keypoints
