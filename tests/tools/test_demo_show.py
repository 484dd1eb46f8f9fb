"""The demo movie's lights and overlay: on the beats and hits they are given, and never in front of the dancer."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

bpy = pytest.importorskip("bpy")

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path.append(str(TOOLS))  # the demo runs as a program, whose folder is on the path

from bpy_extras.object_utils import world_to_camera_view  # noqa: E402
from demo_dance import FPS, build_dance  # noqa: E402
from demo_overlay import add_overlay  # noqa: E402
from demo_show import Cues, frame_at, light_the_stage  # noqa: E402

from kinescore.dance.hit_points import HitKind, HitPoint  # noqa: E402

SECONDS = 20.0
BEATS = np.arange(0.2, SECONDS, 0.53)
HITS = (HitPoint(4.0, 0.3, HitKind.CONTACT), HitPoint(9.0, 1.0, HitKind.STOP))


@pytest.fixture(scope="module")
def scene() -> bpy.types.Scene:
    bpy.ops.wm.read_factory_settings(use_empty=True)
    build_dance(SECONDS)
    scene = bpy.context.scene
    scene.render.resolution_x, scene.render.resolution_y = 854, 480
    energy = np.linspace(0.0, 1.0, round(SECONDS * FPS), dtype=np.float32)
    cues = Cues("funk   113.2 BPM", BEATS, BEATS[::4], HITS, energy, FPS, SECONDS)
    light_the_stage(scene, cues)
    add_overlay(scene, cues)
    return scene


def show(scene: bpy.types.Scene, seconds: float) -> None:
    frame = frame_at(scene, seconds)
    scene.frame_set(int(frame), subframe=frame % 1)


def brightness(name: str) -> float:
    return max(bpy.data.materials[name].diffuse_color[:3])


def test_tubes_are_bright_on_the_beats_and_dark_between(scene) -> None:
    for beat, following in pairwise(BEATS):
        show(scene, beat)
        on_the_beat = brightness("teal light")
        show(scene, (beat + 2 * following) / 3)
        assert brightness("teal light") < on_the_beat / 5


def test_the_ends_of_the_wall_are_bright_on_downbeats_alone(scene) -> None:
    for number, beat in enumerate(BEATS):
        show(scene, beat)
        assert (brightness("pink light") > 0.5) == (number % 4 == 0)


def test_a_ring_runs_out_from_the_dancer_on_a_hit_and_farther_on_a_heavy_one(scene) -> None:
    rings = [thing for thing in scene.objects if thing.name.startswith("Ring ")]
    widest = []
    for hit in HITS:
        sizes = []
        for after in (-0.1, 0.0, 0.3, 0.55, 1.0):
            show(scene, hit.time_s + after)
            sizes.append(max(ring.scale.x for ring in rings))
        before, at, later, last, gone = sizes
        assert before < 0.01 < at < later < last
        assert gone < 0.01
        widest.append(last)
    assert widest[0] < widest[1]


def test_the_playhead_is_where_the_music_is(scene) -> None:
    playhead = bpy.data.objects["Playhead"]
    places = []
    for seconds in (0.0, 5.0, 10.0, 20.0):
        show(scene, seconds)
        places.append(world_to_camera_view(scene, scene.camera, playhead.matrix_world.translation).x)
    start, quarter, half, end = places
    assert 0.0 < start < 0.1
    assert 0.9 < end < 1.0
    assert np.allclose([quarter, half], [start + (end - start) / 4, start + (end - start) / 2], atol=1e-3)


def test_the_moving_camera_sees_the_dancer_whole_above_the_overlay(scene) -> None:
    dancer = next(thing for thing in scene.objects if thing.type == "ARMATURE")
    strip = bpy.data.objects["Strip"]
    places = set()
    for seconds in np.arange(0.0, SECONDS, 0.2):
        show(scene, seconds)
        scene.view_layers[0].update()
        camera = scene.camera
        places.add(tuple(round(value, 3) for value in camera.matrix_world.translation))
        upper_edge = max(world_to_camera_view(scene, camera, strip.matrix_world @ v.co).y for v in strip.data.vertices)
        heads = [
            world_to_camera_view(scene, camera, dancer.matrix_world @ end)
            for bone in dancer.pose.bones
            for end in (bone.head, bone.tail)
            if bone.name.startswith("mixamorig:")
        ]
        assert min(head.y for head in heads) > upper_edge, seconds
        assert max(head.y for head in heads) < 1.0, seconds
        assert all(0.0 < head.x < 1.0 for head in heads), seconds
    assert len(places) > 50
