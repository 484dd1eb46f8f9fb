"""Makes scored_by_0_1_0.blend: a scene as the add-on leaves it, to prove that later versions know it again.

    PYTHONPATH=.:backend python tests/blender_addon/golden/save_scored_scene.py FOLDER

Only what users reach goes in: operators, the scene's settings and an armature's overrides. Run it again for a version
that saves something new, and keep the older files.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import bpy

import kinescore
from tests.blender_addon import rigs

PENDING = {
    "job": "0123456789abcdef0123456789abcdef",
    "address": "tcp://127.0.0.1:7717",
    "origin": {
        "character": "Dancer",
        "frames": {"first": 1, "last": 48},
        "motion_sha256": "0" * 64,
        "request_json": "{}",
    },
}


def save(folder: Path) -> None:
    bpy.ops.wm.read_factory_settings(use_empty=True)
    bpy.ops.preferences.addon_enable(module="blender_addon")
    path = str(folder / f"scored_by_{kinescore.__version__.replace('.', '_')}.blend")
    bpy.ops.wm.save_as_mainfile(filepath=path)
    scene = bpy.context.scene
    scene.frame_start, scene.frame_end = 1, 48
    dancer = rigs.add_dancer(scene, rigs.MIXAMO)
    dancer.kinescore_rig.left_wrist.bone = "mixamorig:LeftHand"
    dancer.kinescore_rig.left_wrist.at_tail = True
    rigs.add_camera(scene)
    scene.timeline_markers.new("mine", frame=5)
    settings = scene.kinescore
    settings.character, settings.prompt, settings.style, settings.seed = dancer, "joyful house", "house", 7
    settings.fixed_tempo, settings.tempo_bpm, settings.loudness_lufs, settings.stems = True, 124.0, -16.0, True
    settings.frames, settings.first_frame, settings.last_frame = "CUSTOM", 1, 48
    settings.markers, settings.run_on, settings.engine = {"BEAT", "SECTION"}, "HERE", "musicgen"
    settings.example = "//song.wav"
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    settings.pending = json.dumps(PENDING)
    bpy.ops.wm.save_as_mainfile(filepath=path, compress=True)


if __name__ == "__main__":
    save(Path(sys.argv[1]).resolve())
    sys.stdout.flush()
    os._exit(0)  # Blender as a module hangs in Python's teardown
