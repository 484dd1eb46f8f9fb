"""Animation that the scene's range leaves out is told, and one button takes all of it."""

from __future__ import annotations

import re
from pathlib import Path

import bpy
import pytest

from blender_addon import compat
from blender_addon.run import runs
from blender_addon.scene.character import animated_frames
from blender_addon.scene.sampling import FrameRange
from blender_addon.settings.coverage import covered, left_out, wrong_rate
from blender_addon.settings.request import frame_range
from tests.blender_addon import movers, rigs
from tests.motion.made_bvh import chain

needs_sound = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")


def imported(folder: Path, frames: int) -> bpy.types.Object:
    """A leg imported from BVH with Blender's defaults, which leave the scene's range alone."""
    path = folder / "dance.bvh"
    path.write_text(chain("ZXY", frames), "utf-8")
    bpy.ops.import_anim.bvh(filepath=str(path))
    return bpy.context.active_object


@needs_sound
@pytest.mark.parametrize(("frames", "first", "last"), [(300, 1, 250), (120, 1, 48), (90, 30, 60)])
def test_what_the_scene_leaves_out_is_told_and_can_be_taken(saved_scene, tmp_path, frames, first, last) -> None:
    saved_scene.frame_start, saved_scene.frame_end = first, last
    imported(tmp_path, frames)
    bpy.ops.kinescore.generate()
    (sentence,) = [note for note in runs.last_outcome(saved_scene).notes if "is animated" in note]
    assert f"frames 1 to {frames}" in sentence
    assert f"frames {first} to {last}" in sentence
    assert bpy.ops.kinescore.take_all_frames() == {"FINISHED"}
    bpy.ops.kinescore.generate()
    assert (1, frames + 1) in [compat.strip_span(strip) for strip in compat.existing_strips(saved_scene)]
    assert not [note for note in runs.last_outcome(saved_scene).notes if "is animated" in note]


@needs_sound
def test_a_dance_longer_than_its_scene(saved_scene, shared_motion) -> None:
    saved_scene.frame_end = 250
    bpy.ops.import_anim.bvh(filepath=str(shared_motion / "cases" / "blender_action_300_frames.bvh"))
    bpy.ops.kinescore.generate()
    assert any("frames 1 to 300" in note and "1 to 250" in note for note in runs.last_outcome(saved_scene).notes)
    bpy.ops.kinescore.take_all_frames()
    bpy.ops.kinescore.generate()
    assert (1, 301) in [compat.strip_span(strip) for strip in compat.existing_strips(saved_scene)]
    assert saved_scene.kinescore.found_bpm == pytest.approx(120, abs=1)


def test_nothing_is_said_where_nothing_is_missing_or_the_user_chose(scene, dancer) -> None:
    assert left_out(scene, dancer, frame_range(scene)) == ""
    scene.frame_end = 400  # more than the animation is no loss
    assert left_out(scene, dancer, frame_range(scene)) == ""
    scene.frame_end = 20
    assert "frames 1 to 47, but" in left_out(scene, dancer, frame_range(scene))
    scene.use_preview_range, scene.frame_preview_start, scene.frame_preview_end = True, 5, 15
    assert left_out(scene, dancer, frame_range(scene)) == ""
    scene.kinescore.frames = "SCENE"
    assert left_out(scene, dancer, frame_range(scene))
    scene.kinescore.frames, scene.kinescore.last_frame = "CUSTOM", 10
    assert left_out(scene, dancer, frame_range(scene)) == ""


def test_strips_shape_keys_and_parents_count(scene, dancer) -> None:
    action = dancer.animation_data.action
    dancer.animation_data.action = None
    strip = dancer.animation_data.nla_tracks.new().strips.new("dance", 101, action)
    assert animated_frames(dancer) == FrameRange(101, 147)
    strip.mute = True
    assert animated_frames(dancer) is None
    strip.mute = False
    face = movers.add_mesh(scene, "Face")
    face.shape_key_add(name="Basis")
    movers.key(face.shape_key_add(name="Open"), "value", 200, 1.0)
    assert animated_frames(face) == FrameRange(200, 200)
    face.parent = dancer
    assert animated_frames(face) == FrameRange(101, 200)


def test_without_keys_there_are_no_frames_to_take(scene) -> None:
    bpy.context.view_layer.objects.active = rigs.add_humanoid(scene, rigs.MIXAMO)
    assert bpy.ops.kinescore.take_all_frames() == {"CANCELLED"}


def test_what_will_be_covered_is_said_before_the_click(scene, dancer) -> None:
    said = lambda: covered(scene, dancer, frame_range(scene))  # noqa: E731
    assert said() == "Frames 1-48, 2.0 s"
    scene.frame_end = 20
    assert said() == "Frames 1-20, 0.8 s; the animation goes on to 47"
    scene.frame_start, scene.frame_end = 11, 48
    assert said() == "Frames 11-48, 1.6 s; the animation begins at 1"
    scene.frame_start, scene.frame_end = 1, 60
    assert said() == "Frames 1-60, 2.5 s", "half a second more is no matter"
    scene.frame_end = 120
    assert said() == "Frames 1-120, 5.0 s; its last key is in frame 47"


def test_a_new_file_s_range_becomes_the_animation_s_and_a_chosen_one_stays(saved_scene, tmp_path) -> None:
    saved_scene.frame_start, saved_scene.frame_end = 1, 250
    imported(tmp_path, 300)
    bpy.ops.kinescore.take_all_frames()
    assert (saved_scene.frame_start, saved_scene.frame_end, saved_scene.kinescore.frames) == (1, 300, "SCENE")
    saved_scene.frame_start, saved_scene.frame_end = 10, 90
    bpy.ops.kinescore.take_all_frames()
    assert (saved_scene.frame_start, saved_scene.frame_end) == (10, 90)
    assert frame_range(saved_scene) == FrameRange(1, 300)


@needs_sound
def test_a_frozen_end_is_told(saved_scene) -> None:
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    bpy.ops.kinescore.generate()
    assert not [note for note in runs.last_outcome(saved_scene).notes if "nothing moves" in note]
    saved_scene.frame_end = 120
    bpy.ops.kinescore.generate()
    (note,) = [note for note in runs.last_outcome(saved_scene).notes if "nothing moves" in note]
    assert "In the last 3.0 s" in note


@pytest.mark.parametrize(("frame_time", "fps", "base"), [("0.008333", 120, 1.0), ("0.0333667", 30, 1.001)])
def test_an_import_at_another_frame_rate_is_noticed_and_mended(saved_scene, tmp_path, frame_time, fps, base) -> None:
    path = tmp_path / "dance.bvh"
    path.write_text(re.sub(r"Frame Time: .*", f"Frame Time: {frame_time}", chain("ZXY", 300)), "utf-8")
    as_by_hand(path)
    thing = bpy.context.active_object
    assert f"recorded at {fps / base:.4g} fps; the scene's 24 fps play it" in wrong_rate(saved_scene, thing)
    saved_scene.frame_start, saved_scene.frame_end = 1, 250
    assert bpy.ops.kinescore.match_animation() == {"FINISHED"}
    assert (saved_scene.render.fps, round(saved_scene.render.fps_base, 4)) == (fps, base)
    assert frame_range(saved_scene) == FrameRange(1, 300)
    assert wrong_rate(saved_scene, thing) == ""


def test_nothing_is_said_of_a_rate_that_is_not_known(saved_scene, tmp_path) -> None:
    path = tmp_path / "dance.bvh"
    path.write_text(chain("ZXY", 300), "utf-8")
    as_by_hand(path)
    thing = bpy.context.active_object
    path.unlink()
    assert wrong_rate(saved_scene, thing) == ""
    assert bpy.ops.kinescore.match_animation() == {"CANCELLED"}


def as_by_hand(path: Path) -> None:
    """Import as through the menu, after which Blender remembers the file; a script's call leaves no trace."""
    bpy.ops.import_anim.bvh("EXEC_DEFAULT", True, filepath=str(path))
