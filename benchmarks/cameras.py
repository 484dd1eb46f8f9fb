"""Tempo of the demo's dance, danced at 112 BPM, under many cameras: read through the camera, and from a fixed place.

    python -m benchmarks.cameras [SECONDS]

Runs in Blender as a Python module (the package bpy). Printed are tempo and confidence of what the camera saw, as
version 0.1 read it, and of the movement itself, as it is read now; then how many cuts were found of those made.
"""

from __future__ import annotations

import os
import sys

import bpy

from blender_addon.scene.sampling import FrameRange, MotionSampler
from blender_addon.scene.viewing import cuts_of, keypoints_of, seen_by_camera
from kinescore.dance.analysis import analyse
from kinescore.errors import MotionError
from kinescore.motion.bone_map import map_bones
from kinescore.motion.keypoints import Keypoints
from tools.demo_cameras import CAMERAS, LEFT_OUT, Shoot
from tools.demo_dance import build_dance


def main() -> None:
    """Print one row per camera."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    print(f"| camera, {seconds:g} s | through the camera | movement itself | cuts found |\n|---|---|---|---|")
    for name, shoot in {**CAMERAS, **LEFT_OUT}.items():
        print("| " + " | ".join((name, *row(shoot, seconds))) + " |", flush=True)


def row(shoot: Shoot, seconds: float) -> tuple[str, str, str]:
    """Tempo and confidence read in either way, and the number of cuts."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    dancer = build_dance(seconds)
    scene = bpy.context.scene
    shoot(scene)
    joints = map_bones(tuple(bone.name for bone in dancer.data.bones))
    sampler = MotionSampler(scene, dancer, joints.bones, FrameRange(scene.frame_start, scene.frame_end))
    while not sampler.advance(1.0):
        pass
    motion = sampler.motion()
    try:
        before = _tempo(seen_by_camera(motion, joints))
    except MotionError as error:
        before = error.sentence
    after = _tempo(keypoints_of(motion, joints, dancer.name)[0])
    return before, after, str(len(cuts_of(motion)))


def _tempo(keypoints: Keypoints) -> str:
    grid = analyse(keypoints).grid
    return f"{grid.tempo_bpm:.2f} ({grid.tempo_confidence:.2f})"


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    os._exit(0)  # some versions of bpy hang when Python takes itself apart
