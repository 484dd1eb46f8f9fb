"""The button that tells whether music on the timeline still fits the animation."""

from __future__ import annotations

import bpy
import pytest

from blender_addon import compat
from blender_addon.run import runs
from blender_addon.timeline import ownership
from tests.blender_addon import rigs
from tests.blender_addon.unchanged import photograph

pytestmark = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")


@pytest.fixture
def scored(saved_scene) -> bpy.types.Scene:
    """A dancer, a camera and a finished take."""
    rigs.add_camera(saved_scene)
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    bpy.ops.kinescore.generate()
    return saved_scene


def verdict(scene: bpy.types.Scene) -> str:
    assert bpy.ops.kinescore.check_takes() == {"FINISHED"}
    outcome = runs.last_outcome(scene)
    return " ".join([outcome.summary, *outcome.notes]).strip()


def test_what_was_not_touched_has_not_changed(scored) -> None:
    before = photograph(scored)
    scored.frame_set(20)
    scored.frame_end = 30  # the take keeps the frames it was made for
    assert verdict(scored) == "The animation is the one that the music was made for."
    scored.frame_set(before["frame"][0])
    scored.frame_end = 48
    assert photograph(scored) == before


def test_one_moved_key_is_a_change(scored) -> None:
    curve = compat.action_curves(bpy.data.objects["Dancer"].animation_data.action)[0]
    curve.keyframe_points[10].co.y += 0.05
    curve.update()
    assert verdict(scored).startswith("'Dancer' has changed in frames 1 to 48")


def test_another_frame_rate_is_a_change(scored) -> None:
    scored.render.fps_base = 1.001
    assert verdict(scored).startswith("The scene plays at another frame rate than when the music of frames 1 to 48")
    bpy.ops.kinescore.generate()
    assert verdict(scored) == "The animation is the one that the music was made for."


def test_a_moved_camera_changes_no_music(scored) -> None:
    scored.camera.location.x += 0.1
    assert verdict(scored) == "The animation is the one that the music was made for."


def test_without_music_there_is_nothing_to_check(saved_scene) -> None:
    assert not bpy.ops.kinescore.check_takes.poll()


def test_a_character_that_is_gone_is_named(scored) -> None:
    bpy.data.objects["Dancer"].name = "Performer"
    with pytest.raises(RuntimeError, match="no object 'Dancer', for which the music was made"):
        bpy.ops.kinescore.check_takes()


@pytest.mark.parametrize("told", ["", "nonsense", "[1]", "{}", '{"origin": {"character": 3}}'])
def test_a_strip_that_tells_nonsense_is_one_sentence(scored, told) -> None:
    ownership.our_strips(scored)[0][ownership.PROVENANCE_PROPERTY] = told
    with pytest.raises(RuntimeError, match="origin on the strip"):
        bpy.ops.kinescore.check_takes()
    assert runs.last_outcome(scored).error.code == "bad_format"
