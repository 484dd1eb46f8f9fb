"""Several that the music follows together: the list, the take, and what it remembers."""

from __future__ import annotations

import json
from pathlib import Path

import bpy
import pytest

from blender_addon import compat
from blender_addon.run import runs
from blender_addon.ui import panels
from tests.blender_addon import movers, rigs
from tests.blender_addon.ui.test_panels import draw

needs_sound = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")


@pytest.fixture
def stage(saved_scene) -> bpy.types.Scene:
    """A dancer, active, a ball and a stone."""
    movers.end_frame(saved_scene, 5.0)
    movers.bounce(movers.add_mesh(saved_scene, "Ball"), saved_scene, 1.0, 0.8)
    movers.add_mesh(saved_scene, "Stone")
    rigs.add_camera(saved_scene)
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    return saved_scene


def follow(*names: str) -> None:
    for thing in bpy.context.scene.objects:
        thing.select_set(thing.name in names)
    assert bpy.ops.kinescore.add_selected() == {"FINISHED"}


def test_selected_objects_are_added_once_and_never_the_character_itself(stage) -> None:
    follow("Ball", "Dancer", "Stone")
    follow("Ball")
    companions = stage.kinescore.companions
    assert sorted(companion.thing.name for companion in companions) == ["Ball", "Stone"]
    shown = draw(panels.KINESCORE_PT_view3d_company)
    assert shown.count("weight") == 2
    bpy.ops.kinescore.remove_companion(index=0)
    assert len(companions) == 1


@needs_sound
def test_the_take_follows_all_that_move_and_says_who(stage) -> None:
    bpy.ops.kinescore.generate()
    (alone,) = [Path(bpy.path.abspath(sound.filepath)) for sound in bpy.data.sounds]
    assert "others" not in json.loads(alone.with_suffix(".json").read_text("utf-8"))["request"]
    follow("Ball", "Stone")
    next(other for other in stage.kinescore.companions if other.thing.name == "Ball").weight = 0.5
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    notes = runs.last_outcome(stage).notes
    assert "The music follows 'Dancer' (weight 1) and 'Ball' (weight 0.5)." in notes
    assert "'Stone' does not move in this frame range and was left out." in notes
    (together,) = [Path(bpy.path.abspath(sound.filepath)) for sound in bpy.data.sounds]
    assert together != alone
    request = json.loads(together.with_suffix(".json").read_text("utf-8"))["request"]
    assert [(other["name"], other["weight"], other["motion"]["layout"]) for other in request["others"]] == [
        ("Ball", 0.5, "points")
    ]
    assert request["name"] == "Dancer"


@needs_sound
def test_a_change_of_any_of_them_is_a_change(stage) -> None:
    follow("Ball")
    bpy.ops.kinescore.generate()
    bpy.ops.kinescore.check_takes()
    assert "the one that the music was made for" in runs.last_outcome(stage).summary
    height = compat.action_curves(bpy.data.objects["Ball"].animation_data.action)[2]
    height.keyframe_points[2].co.y += 0.3
    height.update()
    bpy.ops.kinescore.check_takes()
    assert "has changed" in " ".join(runs.last_outcome(stage).notes)


@needs_sound
def test_the_sidecars_request_makes_the_same_take_again(stage, tmp_path) -> None:
    follow("Ball")
    bpy.ops.kinescore.generate()
    (path,) = [Path(bpy.path.abspath(sound.filepath)) for sound in bpy.data.sounds]
    request = tmp_path / "again.json"
    request.write_text(json.dumps(json.loads(path.with_suffix(".json").read_text("utf-8"))["request"]), "utf-8")
    bpy.ops.kinescore.generate(request=str(request))
    assert [Path(bpy.path.abspath(sound.filepath)) for sound in bpy.data.sounds] == [path]
    stage.kinescore.companions.clear()
    with pytest.raises(RuntimeError, match="others that move along"):
        bpy.ops.kinescore.generate(request=str(request))
