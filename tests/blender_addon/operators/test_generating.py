"""The button: from a dancer to strips and markers, with the built-in engine in this process."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import bpy
import pytest

from blender_addon import compat
from blender_addon.run import generation, runs
from blender_addon.timeline import markers, moving, ownership, paths
from kinescore.engines.composer import compose
from kinescore.motion.readers import read_motion_file
from kinescore.sound.audio import wav_bytes
from kinescore.wire.request_codec import request_from_json
from tests.blender_addon import movers, rigs
from tests.blender_addon.unchanged import photograph

pytestmark = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")


@pytest.fixture
def stage(saved_scene) -> bpy.types.Scene:
    """A saved scene with a dancer and a camera."""
    rigs.add_camera(saved_scene)
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    return saved_scene


def sound_files() -> list[Path]:
    return [Path(bpy.path.abspath(sound.filepath)) for sound in bpy.data.sounds]


def test_music_lands_on_the_timeline(stage) -> None:
    stage.frame_set(7)
    stage.timeline_markers.new("mine", frame=5)
    stage.kinescore.style = "house"
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    (strip,) = compat.existing_strips(stage)
    assert compat.strip_span(strip) == (1, 49)
    assert json.loads(strip[ownership.PROVENANCE_PROPERTY])["engine"] == "groovebox"
    (path,) = sound_files()
    with wave.open(str(path)) as sound:
        assert (sound.getnframes(), sound.getframerate()) == (2 * 44100, 44100)
    facts = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert facts["request"]["genre"] == "house"
    assert facts["first_frame"] == 1
    assert path.with_suffix(".mid").read_bytes().startswith(b"MThd")
    ours = markers.our_markers(stage)
    assert len(stage.timeline_markers) == len(ours) + 1
    assert len(ours) >= 2
    assert all(1 <= marker.frame < 49 for marker in ours)
    assert stage.frame_current == 7
    assert stage.kinescore.found_bpm > 0
    assert runs.last_outcome(stage).error is None


def test_the_same_settings_give_the_same_file_and_one_strip(stage) -> None:
    bpy.ops.kinescore.generate()
    first = {path: path.read_bytes() for path in sound_files()}
    bpy.ops.kinescore.generate()
    assert {path: path.read_bytes() for path in sound_files()} == first
    assert len(compat.existing_strips(stage)) == 1
    stage.kinescore.seed = 5
    bpy.ops.kinescore.generate()
    assert len(compat.existing_strips(stage)) == 1
    assert sound_files() != list(first)
    frames = [marker.frame for marker in markers.our_markers(stage)]
    assert len(frames) == len(set(frames))  # the earlier take's markers went with it


def test_preview_range_and_fractional_rate(stage) -> None:
    stage.render.fps, stage.render.fps_base = 24, 1.001
    stage.use_preview_range, stage.frame_preview_start, stage.frame_preview_end = True, 11, 46
    bpy.ops.kinescore.generate()
    (strip,) = compat.existing_strips(stage)
    assert compat.strip_span(strip) == (11, 47)
    with wave.open(str(sound_files()[0])) as sound:
        assert sound.getnframes() == round(36 * 1.001 / 24 * 44100)


def test_a_scene_that_is_not_heard_is_told(stage) -> None:
    stage.audio_volume = 0.0
    bpy.ops.kinescore.generate()
    assert "The audio volume of this scene is 0" in " ".join(runs.last_outcome(stage).notes)
    stage.use_audio = False
    bpy.ops.kinescore.generate()
    assert "The audio of this scene is muted" in " ".join(runs.last_outcome(stage).notes)


def test_a_request_file_is_used_instead_of_the_panel(stage, tmp_path) -> None:
    request = tmp_path / "request.json"
    request.write_text(json.dumps({"genre": "techno", "seed": 3, "tempo_bpm": 140.0}), "utf-8")
    stage.kinescore.style = "house"
    bpy.ops.kinescore.generate(request=str(request))
    facts = json.loads(sound_files()[0].with_suffix(".json").read_text("utf-8"))
    assert facts["request"]["genre"] == "techno"
    assert stage.kinescore.found_bpm == 140.0


def test_the_sidecars_request_makes_the_same_take_again(stage, tmp_path) -> None:
    stage.kinescore.prompt, stage.kinescore.seed = "dark techno", 9
    bpy.ops.kinescore.generate()
    (path,) = sound_files()
    facts = json.loads(path.with_suffix(".json").read_text("utf-8"))
    request = tmp_path / "again.json"
    request.write_text(json.dumps(facts["request"]), "utf-8")
    stage.kinescore.prompt, stage.kinescore.seed = "", 0
    bpy.ops.kinescore.generate(request=str(request))
    assert sound_files() == [path]


def test_stems_on_separate_channels(stage) -> None:
    stage.kinescore.stems = True
    bpy.ops.kinescore.generate()
    strips = compat.existing_strips(stage)
    assert len(strips) >= 3
    assert len({strip.channel for strip in strips}) == len(strips)
    assert {compat.strip_span(strip) for strip in strips} == {(1, 49)}


def test_one_undo_takes_it_all_back(stage) -> None:
    bpy.ops.ed.undo_push(message="before")
    before = photograph(stage)
    bpy.ops.kinescore.generate()
    bpy.ops.ed.undo()
    after = photograph(bpy.context.scene)
    assert {key: after[key] for key in ("strips", "markers", "frame", "data-blocks")} == {
        key: before[key] for key in ("strips", "markers", "frame", "data-blocks")
    }
    assert runs.last_outcome(bpy.context.scene) is None, "the panel spoke of music that is gone"
    bpy.ops.ed.redo()
    assert "s of music at" in runs.last_outcome(bpy.context.scene).summary


def test_half_and_double_time_start_from_the_tempo_that_was_found(stage) -> None:
    assert not bpy.ops.kinescore.scale_tempo.poll()
    stage.kinescore.found_bpm = 100.0
    bpy.ops.kinescore.scale_tempo(factor=0.5)
    assert (stage.kinescore.fixed_tempo, stage.kinescore.tempo_bpm) == (True, 50.0)
    assert bpy.ops.kinescore.scale_tempo(factor=0.1) == {"CANCELLED"}
    assert stage.kinescore.tempo_bpm == 50.0


def test_music_of_an_unsaved_file_waits_and_moves_beside_it(scene, dancer, tmp_path) -> None:
    bpy.ops.kinescore.generate()
    assert any("never saved" in note for note in runs.last_outcome(scene).notes)
    (waiting,) = sound_files()
    assert waiting.parent == paths.waiting_folder()
    assert not bpy.ops.kinescore.move_music.poll()
    bpy.ops.wm.save_as_mainfile(filepath=str(tmp_path / "dance.blend"), relative_remap=True)
    assert bpy.ops.kinescore.move_music() == {"FINISHED"}
    (moved,) = sound_files()
    assert moved.parent == tmp_path / "kinescore"
    assert bpy.data.sounds[0].filepath.startswith("//")
    assert {path.suffix for path in moved.parent.iterdir()} == {".wav", ".json", ".mid"}
    assert not list(waiting.parent.glob(f"{waiting.stem}*"))
    assert not moving.waiting_strips(bpy.context.scene)


@pytest.mark.parametrize("ticks", [1, 2, 4])
def test_cancel_leaves_the_scene_as_it_was(stage, ticks) -> None:
    before = photograph(stage)
    run = runs.start_scoring(bpy.context, "")
    for _ in range(ticks):
        run.tick()
    assert runs.current(stage) is run
    assert not bpy.ops.kinescore.generate.poll()  # one run per scene
    bpy.ops.kinescore.cancel()
    assert not bpy.ops.kinescore.cancel.poll()
    finish(run)
    assert run.outcome.summary.startswith("Cancelled")
    assert photograph(stage) == before
    assert bpy.ops.kinescore.generate.poll()


def test_undo_while_the_music_is_made_does_not_disturb_it(stage) -> None:
    for message in ("one", "two"):
        stage.timeline_markers.new(message, frame=3)
        bpy.ops.ed.undo_push(message=message)
    run = runs.start_scoring(bpy.context, "")
    run.tick()
    bpy.ops.ed.undo()
    finish(run)
    scene = bpy.context.scene
    assert run.outcome.error is None
    assert len(compat.existing_strips(scene)) == 1
    assert [marker.name for marker in scene.timeline_markers if marker not in markers.our_markers(scene)] == ["one"]


def test_a_motion_capture_dance_is_scored(saved_scene, shared_motion) -> None:
    path = sorted((shared_motion / "salsa").glob("*.bvh"))[0]
    bpy.ops.import_anim.bvh(filepath=str(path), update_scene_fps=True)
    saved_scene.frame_end = 600
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    (strip,) = compat.existing_strips(saved_scene)
    assert compat.strip_span(strip) == (1, 601)
    assert saved_scene.render.fps == 120


def test_opening_another_file_ends_the_run(stage) -> None:
    run = runs.start_scoring(bpy.context, "")
    run.tick()
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=False)
    assert run.tick() is None
    assert runs.current(bpy.context.scene) is None
    assert not compat.existing_strips(bpy.context.scene)


def test_the_exported_motion_makes_the_same_music_outside_blender(stage, tmp_path) -> None:
    stage.kinescore.style = "house"
    bpy.ops.kinescore.generate()
    (path,) = sound_files()
    bpy.ops.kinescore.export_motion(filepath=str(tmp_path / "dance.npz"))
    keypoints = read_motion_file(tmp_path / "dance.npz")
    request = json.loads(path.with_suffix(".json").read_text("utf-8"))["request"]
    take = compose(request_from_json(json.dumps(request), keypoints))
    assert wav_bytes(take.audio) == path.read_bytes()


def finish(run: generation.Generation) -> None:
    while run.tick() is not None:
        pass


def test_a_ball_is_scored_and_the_take_says_how_it_was_seen(saved_scene) -> None:
    ball = movers.add_mesh(saved_scene, "Ball")
    movers.end_frame(saved_scene, 6.0)
    movers.bounce(ball, saved_scene, 1.5, 0.8)
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    assert "1 moving point was followed; the mover is no humanoid." in runs.last_outcome(saved_scene).notes
    (path,) = sound_files()
    assert path.name.startswith("ball-")
    facts = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert facts["request"]["motion"]["layout"] == "points"
    assert bpy.ops.kinescore.check_takes() == {"FINISHED"}
    assert "the one that the music was made for" in runs.last_outcome(saved_scene).summary


def test_cuts_make_another_take_only_where_they_are_switched_on(stage) -> None:
    bpy.ops.kinescore.generate()
    (calm,) = sound_files()
    cameras = [stage.camera, rigs.add_camera(stage, location=(3, -5, 2)), rigs.add_camera(stage)]
    for frame, camera in zip((1, 11, 29), cameras, strict=True):
        stage.timeline_markers.new("shot", frame=frame).camera = camera
    bpy.ops.kinescore.generate()
    assert sound_files() == [calm]
    stage.kinescore.accents_on_cuts = True
    bpy.ops.kinescore.generate()
    (cut,) = sound_files()
    assert cut != calm
    assert json.loads(cut.with_suffix(".json").read_text("utf-8"))["request"]["cuts"] == [0.4167, 1.1667]
