"""Whatever is wrong: one clear sentence, and the scene stays as it was."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import bpy
import pytest

from blender_addon import compat
from blender_addon.run import runs
from blender_addon.settings.preferences import preferences
from tests.blender_addon import rigs
from tests.blender_addon.unchanged import photograph

pytestmark = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")


@pytest.fixture
def stage(saved_scene) -> bpy.types.Scene:
    """A saved scene with a dancer, a camera, and something of the user's in every place that we write to."""
    rigs.add_camera(saved_scene)
    rigs.add_dancer(saved_scene, rigs.MIXAMO).select_set(True)
    saved_scene.timeline_markers.new("mine", frame=5)
    saved_scene.frame_set(7)
    return saved_scene


@pytest.fixture
def as_nobody() -> Iterator[None]:
    """Without root's rights, for which no folder is read-only."""
    if not hasattr(os, "geteuid"):
        pytest.skip("needs POSIX permissions")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


def refusal(scene: bpy.types.Scene, **options: str) -> str:
    """Press the button; what it says, having checked that nothing else happened."""
    before = photograph(scene)
    with pytest.raises(RuntimeError) as raised:
        bpy.ops.kinescore.generate(**options)
    assert photograph(scene) == before
    error = runs.last_outcome(scene).error
    assert str(error) in str(raised.value)
    assert "Something unexpected" not in str(error)
    assert error.sentence.endswith(".")
    return str(error)


def still(scene: bpy.types.Scene) -> None:
    bpy.data.objects["Dancer"].animation_data_clear()


def two_bones(scene: bpy.types.Scene) -> None:
    data = bpy.data.armatures.new("Arm")
    scene.kinescore.character = bpy.data.objects.new("Arm", data)
    scene.collection.objects.link(scene.kinescore.character)
    bpy.context.view_layer.objects.active = scene.kinescore.character
    bpy.ops.object.mode_set(mode="EDIT")
    for number in range(2):
        data.edit_bones.new("Bone").tail = (0, 0, 1 + number)
    bpy.ops.object.mode_set(mode="OBJECT")


def snake(scene: bpy.types.Scene) -> None:
    scene.kinescore.character = rigs.add_humanoid(scene, rigs.PLAIN_NUMBERS, "Snake")


def empty_range(scene: bpy.types.Scene) -> None:
    scene.kinescore.frames, scene.kinescore.first_frame, scene.kinescore.last_frame = "CUSTOM", 20, 10


def one_frame(scene: bpy.types.Scene) -> None:
    scene.frame_end = scene.frame_start


def edit_mode(scene: bpy.types.Scene) -> None:
    bpy.ops.object.mode_set(mode="EDIT")


def no_number(scene: bpy.types.Scene) -> None:
    bpy.data.objects["Dancer"].delta_location[0] = float("nan")


def no_armature(scene: bpy.types.Scene) -> None:
    bpy.data.objects.remove(bpy.data.objects["Dancer"])


def full_channels(scene: bpy.types.Scene) -> None:
    for channel in range(1, 129):
        compat.strips(scene).new_meta(name="Meta", channel=channel, frame_start=1)


def file_in_the_way(scene: bpy.types.Scene) -> None:
    Path(bpy.path.abspath("//kinescore")).write_text("not a folder")


def foreign_server(scene: bpy.types.Scene) -> None:
    preferences(bpy.context).address = "tcp://192.0.2.1:8931"


def no_address(scene: bpy.types.Scene) -> None:
    preferences(bpy.context).address = "not an address"


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (still, "'Dancer' does not move in this frame range"),
        (two_bones, "'Arm' does not move in this frame range"),
        (snake, "'Snake' does not move in this frame range"),
        (empty_range, "frame range 20 to 10 has no frames"),
        (one_frame, "has only one frame"),
        (edit_mode, "Leave Edit Mode"),
        (no_number, "is not a finite number in frame 1"),
        (no_armature, "The scene has no armature"),
        (full_channels, "it has 0, the music needs"),
        (file_in_the_way, "Choose another output folder"),
        (foreign_server, "Allow Online Access"),
        (no_address, "'not an address' is not a server address"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_one_clear_sentence(stage, spoil: Callable, sentence: str) -> None:
    spoil(stage)
    assert sentence in refusal(stage)


def test_a_read_only_folder(stage, as_nobody) -> None:
    assert "cannot be written to" in refusal(stage)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "The request is not valid JSON"),
        ('{"tempo": 120}', "'tempo' that is not known"),
        ('{"seed": -1}', "The seed is -1"),
        ('{"tempo_bpm": 1e999}', "not a finite number"),
        ('{"engine": "theremin"}', "no engine named 'theremin'"),
        ('{"genre": "barbershop"}', "barbershop"),
    ],
)
def test_unfit_requests(stage, tmp_path, text: str, sentence: str) -> None:
    request = tmp_path / "request.json"
    request.write_text(text)
    assert sentence in refusal(stage, request=str(request))


def test_a_request_file_that_is_not_there(stage, tmp_path) -> None:
    assert "cannot be read" in refusal(stage, request=str(tmp_path / "none.json"))


def test_without_a_camera_the_front_view_is_used_and_told(stage) -> None:
    bpy.data.objects.remove(stage.camera)
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    assert any("no camera" in note for note in runs.last_outcome(stage).notes)


@pytest.mark.parametrize(
    ("location", "sentence"), [((0, 6, 1), "never in front of the camera"), ((40, -6, 1), "shows only 0%")]
)
def test_out_of_the_camera_s_view_the_front_view_is_used_and_told(stage, location, sentence) -> None:
    stage.camera.location = location
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    assert any(sentence in note and "from the front" in note for note in runs.last_outcome(stage).notes)


def test_when_the_channels_fill_up_meanwhile_the_music_is_kept_on_disk(stage) -> None:
    run = runs.start_scoring(bpy.context, "")
    run.tick()
    full_channels(stage)
    before = photograph(stage)
    while run.tick() is not None:
        pass
    assert run.outcome.error.code == "cannot_place"
    assert photograph(stage) == before
    (path,) = Path(bpy.path.abspath("//kinescore")).glob("*.wav")
    assert any(str(path) in note for note in run.outcome.notes)


def test_a_scene_that_is_deleted_meanwhile(stage) -> None:
    other = bpy.data.scenes.new("Other")
    run = runs.start_scoring(bpy.context, "")
    run.tick()
    bpy.context.window.scene = other
    bpy.data.scenes.remove(stage)
    while run.tick() is not None:
        pass
    assert "removed" in str(run.outcome.error)
    assert not compat.existing_strips(other)
