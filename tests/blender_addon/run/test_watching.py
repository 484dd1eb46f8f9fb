"""Once the hands are off, the add-on notices that the animation is another one than the music was made for."""

from __future__ import annotations

import itertools
from types import SimpleNamespace

import bpy
import pytest

from blender_addon import compat
from blender_addon.run import rereading, watching
from blender_addon.scene import sampling
from blender_addon.timeline.ownership import our_strips
from blender_addon.ui import panels
from tests.blender_addon import rigs
from tests.blender_addon.ui.test_panels import draw
from tests.blender_addon.unchanged import photograph

pytestmark = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")


@pytest.fixture
def scored(saved_scene, monkeypatch) -> bpy.types.Scene:
    """A dancer, a camera and a finished take; nobody has to wait."""
    monkeypatch.setattr(watching, "IDLE_SECONDS", 0.0)
    monkeypatch.setattr(watching, "SLOW_SECONDS", 60.0)
    rigs.add_camera(saved_scene)
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    settle()
    return saved_scene


def settle() -> None:
    """What the timer does in Blender's window."""
    bpy.context.view_layer.update()
    for _ in range(1000):
        if watching.watcher.tick() is None:
            return
    raise AssertionError("the check never ends")


def is_changed(scene: bpy.types.Scene) -> bool:
    return watching.watcher.is_changed(scene)


def move_a_key(by: float) -> None:
    curve = compat.action_curves(bpy.data.objects["Dancer"].animation_data.action)[0]
    curve.keyframe_points[10].co.y += by
    curve.update()


def test_a_moved_key_is_noticed_and_so_is_its_return(scored) -> None:
    assert not is_changed(scored)
    move_a_key(0.05)
    settle()
    assert is_changed(scored)
    move_a_key(-0.05)
    settle()
    assert not is_changed(scored)


def test_another_frame_rate_is_noticed_and_so_is_its_return(scored) -> None:
    scored.render.fps = 30
    settle()
    assert is_changed(scored)
    scored.render.fps = 24
    settle()
    assert not is_changed(scored)


def test_every_scene_of_a_character_notices_that_it_moves_otherwise(scored) -> None:
    bpy.ops.scene.new(type="EMPTY")
    other = bpy.context.scene
    other.frame_end = 48
    other.collection.objects.link(bpy.data.objects["Dancer"])
    bpy.context.view_layer.objects.active = bpy.data.objects["Dancer"]
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    settle()
    assert not is_changed(scored)
    assert not is_changed(other)
    move_a_key(0.05)
    settle()
    assert is_changed(scored)
    assert is_changed(other)


def test_a_moved_camera_changes_no_movement(scored) -> None:
    scored.camera.location.x += 0.5
    settle()
    assert not is_changed(scored)


def test_new_music_fits_again(scored) -> None:
    move_a_key(0.05)
    settle()
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    settle()
    assert not is_changed(scored)
    bpy.ops.kinescore.compare_takes()
    assert is_changed(scored) == (len(scored.kinescore_takes) > 1), "the take before was made for other movement"


def test_checking_changes_nothing_and_is_no_edit_itself(scored) -> None:
    move_a_key(0.05)
    before = photograph(scored)
    settle()
    assert photograph(scored) == before
    bpy.context.view_layer.update()
    assert watching.watcher.tick() is None


def test_playing_and_mixing_are_no_edits(scored) -> None:
    scored.frame_set(20)
    our_strips(scored)[0].volume = 0.5
    bpy.context.view_layer.update()
    assert watching.watcher.tick() is None


def test_a_change_made_while_the_file_was_closed_is_noticed(scored) -> None:
    move_a_key(0.05)
    bpy.ops.wm.save_mainfile()
    bpy.ops.wm.open_mainfile(filepath=bpy.data.filepath)
    settle()
    assert is_changed(bpy.context.scene)


def test_a_slow_rig_is_left_alone(scored, monkeypatch) -> None:
    monkeypatch.setattr(watching, "SLOW_SECONDS", -1.0)
    monkeypatch.setattr(rereading, "SLICE_SECONDS", 0.0)
    calls = itertools.count()
    monkeypatch.setattr(sampling, "time", SimpleNamespace(perf_counter=lambda: next(calls)))  # two frames at a time
    move_a_key(0.05)
    settle()
    assert not is_changed(scored)
    assert "takes too long for it to be watched" in said(scored)
    monkeypatch.undo()
    monkeypatch.setattr(watching, "IDLE_SECONDS", 0.0)
    monkeypatch.setattr(watching, "SLOW_SECONDS", 60.0)
    move_a_key(0.05)
    settle()
    assert is_changed(scored)
    assert "takes too long" not in said(scored)


def said(scene: bpy.types.Scene) -> str:
    """What the panel says of the animation."""
    assert scene == bpy.context.scene
    return " ".join(draw(panels.KINESCORE_PT_view3d))


def test_a_character_that_is_gone_or_renamed_is_told_by_its_name(scored) -> None:
    bpy.data.objects["Dancer"].name = "Hero"
    scored.camera.location.x += 0.5
    settle()
    assert not is_changed(scored)
    assert "The scene has no object 'Dancer', for which the music was made." in said(scored)
    bpy.data.objects["Hero"].name = "Dancer"
    scored.camera.location.x += 0.5
    settle()
    assert "no object" not in said(scored)
