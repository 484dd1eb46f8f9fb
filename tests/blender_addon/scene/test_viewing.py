"""No camera makes the rhythm: the demo's dance keeps its tempo however it is filmed; where it cuts is known."""

from __future__ import annotations

import bpy
import numpy as np
import pytest

from blender_addon.scene.character import character_of
from blender_addon.scene.sampling import FrameRange, MotionSampler, SampledMotion
from blender_addon.scene.viewing import Watched, cuts_of, keypoints_of, seen_by_camera
from blender_addon.settings.request import request_from_settings
from kinescore.dance.analysis import analyse
from kinescore.dance.hit_points import HitKind
from tools.demo_cameras import CAMERAS, cuts_every, jumps_every, shake
from tools.demo_dance import BPM, build_dance

FILMED = [
    *("calm", "orbit in 2 s", "dolly in 0.8 s", "zoom in 0.8 s", "carried by the head"),
    *(f"cuts every {frames} frames" for frames in (20, 25, 30, 37)),
    *(f"shake of {degrees} degrees every {every} frame(s)" for degrees, every in ((0.5, 3), (1, 1), (2, 8), (2, 20))),
]


@pytest.fixture
def dancer(scene) -> bpy.types.Object:
    return build_dance(14.0)


def sample(dancer: bpy.types.Object) -> SampledMotion:
    scene = bpy.context.scene
    sampler = MotionSampler(scene, dancer, character_of(dancer).bones, FrameRange(scene.frame_start, scene.frame_end))
    while not sampler.advance(10.0):
        pass
    return sampler.motion()


@pytest.mark.parametrize("camera", FILMED)
def test_the_tempo_is_the_dances_under_any_camera(dancer, camera) -> None:
    CAMERAS[camera](bpy.context.scene)
    keypoints, _ = keypoints_of(sample(dancer), character_of(dancer).joints, "Dancer")
    assert analyse(keypoints).grid.tempo_bpm == pytest.approx(BPM, abs=1.0)


def test_a_camera_changes_nothing_of_the_movement_but_much_of_its_picture(dancer) -> None:
    joints = character_of(dancer).joints
    still = sample(dancer)
    shake(2.0, 5)(bpy.context.scene)
    shaken = sample(dancer)
    assert np.array_equal(
        keypoints_of(still, joints, "Dancer")[0].positions, keypoints_of(shaken, joints, "Dancer")[0].positions
    )
    apart = seen_by_camera(still, joints).positions - seen_by_camera(shaken, joints).positions
    assert np.abs(apart).max() > 30


@pytest.mark.parametrize("every", [9, 20, 37, 100])
@pytest.mark.parametrize("film", [cuts_every, jumps_every], ids=["markers", "one camera"])
def test_every_cut_is_found_to_the_frame(dancer, film, every) -> None:
    scene = bpy.context.scene
    film(every)(scene)
    expected = np.arange(scene.frame_start + every, scene.frame_end, every) - scene.frame_start
    assert np.array(cuts_of(sample(dancer))) * scene.render.fps == pytest.approx(expected)


@pytest.mark.parametrize("camera", ["calm", "orbit in 2 s", "dolly in 0.8 s", "zoom in 0.8 s", "carried by the head"])
def test_a_camera_that_only_moves_makes_no_cut(dancer, camera) -> None:
    CAMERAS[camera](bpy.context.scene)
    assert cuts_of(sample(dancer)) == ()


def test_two_markers_of_one_camera_and_a_scene_without_one_make_no_cut(dancer) -> None:
    scene = bpy.context.scene
    for frame in (20, 60):
        scene.timeline_markers.new("again", frame=frame).camera = scene.camera
    assert cuts_of(sample(dancer)) == ()
    scene.timeline_markers.clear()
    scene.camera = None
    assert cuts_of(sample(dancer)) == ()


def test_cuts_are_accents_only_where_they_are_switched_on(dancer) -> None:
    scene = bpy.context.scene
    cuts_every(37)(scene)
    motion = sample(dancer)
    keypoints, _ = keypoints_of(motion, character_of(dancer).joints, "Dancer")
    cuts = cuts_of(motion)
    request = request_from_settings(scene.kinescore, Watched(keypoints, cuts), False, None)
    assert request.cuts == ()
    scene.kinescore.accents_on_cuts = True
    request = request_from_settings(scene.kinescore, Watched(keypoints, cuts), False, None)
    found = analyse(keypoints, cuts=request.cuts)
    assert [hit.time_s for hit in found.hits if hit.kind is HitKind.CUT] == pytest.approx(list(cuts), abs=1e-4)
    assert found.grid.tempo_bpm == analyse(keypoints).grid.tempo_bpm
