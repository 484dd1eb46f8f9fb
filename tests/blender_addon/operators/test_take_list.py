"""The list of takes: what was made, which one is heard, and what becomes of the files."""

from __future__ import annotations

import json
from pathlib import Path

import bpy
import pytest

from blender_addon import compat
from blender_addon.run import runs
from blender_addon.timeline.cleaning import leftovers
from blender_addon.timeline.markers import our_markers
from blender_addon.timeline.ownership import PROVENANCE_PROPERTY, TAKE_PROPERTY, our_strips
from blender_addon.timeline.paths import sound_file
from kinescore.fit.sync import sync_of
from tests.blender_addon import rigs, sequencer

pytestmark = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")


@pytest.fixture
def scored(saved_scene) -> bpy.types.Scene:
    """A dancer with two takes, of which the second is on the timeline."""
    rigs.add_camera(saved_scene)
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    settings = saved_scene.kinescore
    settings.style, settings.prompt = "house", "joyful house"
    generate(saved_scene)
    generate(saved_scene)
    return saved_scene


def generate(scene: bpy.types.Scene) -> None:
    scene.kinescore.seed += 1
    assert bpy.ops.kinescore.generate() == {"FINISHED"}


def ids(scene: bpy.types.Scene) -> list[str]:
    return [entry.take_id for entry in scene.kinescore_takes]


def heard(scene: bpy.types.Scene) -> set[str]:
    return {strip[TAKE_PROPERTY] for strip in our_strips(scene)}


def folder() -> Path:
    return Path(bpy.data.filepath).parent / "kinescore"


def test_every_take_is_listed_with_what_made_it(scored) -> None:
    assert [entry.name for entry in scored.kinescore_takes] == ["Take 1", "Take 2"]
    entry = scored.kinescore_takes[1]
    assert (entry.prompt, entry.engine, entry.seed) == ("joyful house", "groovebox", 2)
    assert (entry.seconds, entry.frames().first, entry.frames().last) == (2.0, 1, 48)
    assert entry.tempo_bpm == pytest.approx(scored.kinescore.found_bpm)
    facts = json.loads(entry.path().with_suffix(".json").read_text("utf-8"))
    assert entry.sync == pytest.approx(sync_of(facts["scores"]))
    assert facts["request"]["seed"] == 2, "provenance lies beside the file"
    assert json.loads(our_strips(scored)[0][PROVENANCE_PROPERTY])["seed"] == 2, "and on the strip"
    assert scored.kinescore_take_index == 1
    scored.kinescore.seed -= 1
    generate(scored)
    assert len(scored.kinescore_takes) == 2, "the same take once"


def test_names_and_stars_outlive_saving_and_undo(scored) -> None:
    scored.kinescore_takes[0].name, scored.kinescore_takes[0].starred = "The one", True
    bpy.ops.ed.undo_push(message="named")
    generate(scored)
    bpy.ops.ed.undo()
    scene = bpy.context.scene
    assert [entry.name for entry in scene.kinescore_takes] == ["The one", "Take 2"]
    bpy.ops.wm.save_mainfile()
    bpy.ops.wm.open_mainfile(filepath=bpy.data.filepath)
    scene = bpy.context.scene
    assert [(entry.name, entry.starred) for entry in scene.kinescore_takes] == [("The one", True), ("Take 2", False)]
    assert heard(scene) == {scene.kinescore_takes[1].take_id}


def test_one_key_switches_between_two_takes_in_place(scored) -> None:
    first, second = ids(scored)
    (strip,) = our_strips(scored)
    strip.name, strip.pan, strip.channel = "Theme", 0.5, 6
    sequencer.fade(strip, "IN", 0.5)
    beats = {take: {marker.frame for marker in our_markers(scored)} for take in heard(scored)}
    for expected in (first, second, first):
        assert bpy.ops.kinescore.compare_takes() == {"FINISHED"}
        (strip,) = our_strips(scored)
        assert strip[TAKE_PROPERTY] == expected
        assert sound_file(strip.sound).stem.endswith(expected)
        assert (strip.name, strip.pan, strip.channel) == ("Theme", 0.5, 6)
        assert {marker.kinescore_take for marker in our_markers(scored)} == {expected}
        beats.setdefault(expected, {marker.frame for marker in our_markers(scored)})
        assert {marker.frame for marker in our_markers(scored)} == beats[expected]
    assert len(bpy.data.sounds) == 1
    bpy.ops.ed.undo_push(message="compared")


def test_there_is_nothing_to_compare_with_one_take(saved_scene) -> None:
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    assert not bpy.ops.kinescore.compare_takes.poll()
    generate(saved_scene)
    assert not bpy.ops.kinescore.compare_takes.poll()


def test_takes_of_other_frames_are_no_rivals(scored) -> None:
    bpy.data.objects.remove(bpy.data.objects["Dancer"])
    scored.frame_start, scored.frame_end = 49, 96
    rigs.add_dancer(scored, rigs.MIXAMO)
    generate(scored)
    first, _, other = ids(scored)
    scored.frame_set(10)
    bpy.ops.kinescore.compare_takes()
    assert heard(scored) == {first, other}
    scored.frame_set(60)
    assert not bpy.ops.kinescore.compare_takes.poll()


def test_a_take_from_the_list_replaces_the_current_one_or_stands_beside_it(scored) -> None:
    first, second = ids(scored)
    assert bpy.ops.kinescore.use_take(take=first) == {"FINISHED"}
    assert heard(scored) == {first}
    assert bpy.ops.kinescore.use_take(take=second, beside=True) == {"FINISHED"}
    assert heard(scored) == {first, second}
    assert len({strip.channel for strip in our_strips(scored)}) == 2
    generate(scored)
    assert heard(scored) == {second, ids(scored)[2]}, "what stands beside is the artist's"


def test_a_mix_and_stems_swap(scored) -> None:
    scored.kinescore.stems = True
    generate(scored)
    *_, stems = ids(scored)
    count = len(our_strips(scored))
    assert count >= 3
    bpy.ops.kinescore.compare_takes()
    assert len(our_strips(scored)) == 1
    bpy.ops.kinescore.compare_takes()
    assert (heard(scored), len(our_strips(scored))) == ({stems}, count)


def test_a_take_without_its_file_is_one_sentence(scored) -> None:
    entry = scored.kinescore_takes[0]
    entry.path().unlink()
    before = heard(scored)
    with pytest.raises(RuntimeError, match="The sound of 'Take 1' is gone"):
        bpy.ops.kinescore.use_take(take=entry.take_id)
    assert heard(scored) == before
    assert bpy.ops.kinescore.check_files() == {"FINISHED"}
    assert "'Take 1' has lost its sound" in " ".join(runs.last_outcome(scored).notes)


def test_files_that_no_list_has_are_found_and_left_alone(scored) -> None:
    scored.kinescore_takes.remove(0)
    before = sorted(folder().iterdir())
    assert bpy.ops.kinescore.check_files() == {"FINISHED"}
    assert "that no list of this file has: 1 (" in " ".join(runs.last_outcome(scored).notes)
    assert leftovers() == []
    assert sorted(folder().iterdir()) == before


def test_takes_that_were_undone_are_found_listed_and_cleaned_up(scored) -> None:
    bpy.ops.ed.undo_push(message="two takes")
    for seed in (10, 11, 12):
        bpy.context.scene.kinescore.seed = seed
        generate(bpy.context.scene)
        bpy.ops.ed.undo()
    scene = bpy.context.scene
    assert len(scene.kinescore_takes) == 2
    strange = next(path for path in folder().glob("*.json") if path.stem[-8:] not in ids(scene))
    card = json.loads(strange.read_text("utf-8"))
    strange.write_text(json.dumps({**card, "blend": "another.blend"}), "utf-8")
    assert bpy.ops.kinescore.check_files() == {"FINISHED"}
    told = " ".join(runs.last_outcome(scene).notes)
    assert "that no list of this file has: 3 (" in told
    assert "before an undo: 2 of them; List Found Takes" in told
    assert bpy.ops.kinescore.list_found() == {"FINISHED"}
    assert len(scene.kinescore_takes) == 4
    found = scene.kinescore_takes[3]
    kept = found.take_id
    assert (found.prompt, found.engine, found.seconds, found.frames().last) == ("joyful house", "groovebox", 2.0, 48)
    assert found.sync > 0.5
    assert heard(scene) == {ids(scene)[1]}, "nothing on the timeline changes"
    assert bpy.ops.kinescore.list_found() == {"CANCELLED"}
    assert bpy.ops.kinescore.use_take(take=kept) == {"FINISHED"}
    assert bpy.ops.kinescore.clean_takes(takes=" ".join(ids(scene))) == {"FINISHED"}
    assert {path.stem[-8:] for path in folder().glob("*.wav")} == {kept, strange.stem[-8:]}


def test_clean_up_removes_what_was_named_and_is_neither_starred_nor_used(scored) -> None:
    generate(scored)
    first, second, third = ids(scored)
    scored.kinescore_takes[0].starred = True
    stranger = folder() / f"song-{second}.wav"
    stranger.write_bytes(b"mine")
    assert [leftover.take_id for leftover in leftovers()] == [second]
    with pytest.raises(AttributeError):
        leftovers()[0].size = 0
    assert bpy.ops.kinescore.clean_takes() == {"CANCELLED"}, "nothing was named"
    assert bpy.ops.kinescore.clean_takes(takes=" ".join([first, third])) == {"CANCELLED"}
    assert bpy.ops.kinescore.clean_takes(takes=" ".join([first, second, third])) == {"FINISHED"}
    assert ids(scored) == [first, third]
    left = {path.name for path in folder().iterdir()}
    assert {name for name in left if second in name} == {stranger.name}
    assert {name.rpartition(".")[2] for name in left if third in name} == {"wav", "mid", "json"}


@pytest.mark.parametrize("use", ["meta strip", "muted copy", "other scene", "speaker"])
def test_clean_up_leaves_takes_that_are_used_anywhere(scored, use) -> None:
    (strip,) = our_strips(scored)
    if use == "meta strip":
        sequencer.into_meta(strip)
    elif use == "muted copy":
        sequencer.duplicate(strip).mute = True
    elif use == "other scene":
        bpy.ops.scene.new(type="FULL_COPY")
        bpy.context.window.scene = scored
    else:
        speaker = bpy.data.speakers.new("Radio")
        speaker.sound = strip.sound
    generate(scored)
    first, _, _ = ids(scored)
    assert [leftover.take_id for leftover in leftovers()] == [first]


def test_clean_up_leaves_files_without_our_description(scored) -> None:
    entry = scored.kinescore_takes[0]
    entry.path().with_suffix(".json").unlink()
    assert leftovers() == []


def test_the_list_follows_music_that_moves_beside_its_file(scene, tmp_path) -> None:
    rigs.add_dancer(scene, rigs.MIXAMO)
    generate(scene)
    generate(scene)
    bpy.ops.wm.save_as_mainfile(filepath=str(tmp_path / "dance.blend"), relative_remap=True)
    assert bpy.ops.kinescore.move_music() == {"FINISHED"}
    assert scene.kinescore_takes[1].path().parent == tmp_path / "kinescore"
    assert bpy.ops.kinescore.compare_takes() == {"FINISHED"}


def test_the_list_finds_its_files_when_the_blend_is_saved_elsewhere(scored, tmp_path) -> None:
    (tmp_path / "other").mkdir()
    bpy.ops.wm.save_as_mainfile(filepath=str(tmp_path / "other" / "dance.blend"), relative_remap=True)
    assert all(entry.path().is_file() for entry in bpy.context.scene.kinescore_takes)
    assert bpy.ops.kinescore.compare_takes() == {"FINISHED"}


def test_the_list_finds_them_still_when_new_music_was_made_there(scored, tmp_path) -> None:
    """Then no sound on the timeline lies where they do any more."""
    (tmp_path / "other").mkdir()
    bpy.ops.wm.save_as_mainfile(filepath=str(tmp_path / "other" / "dance.blend"), relative_remap=True)
    generate(bpy.context.scene)
    bpy.ops.wm.save_mainfile()
    bpy.ops.wm.open_mainfile(filepath=bpy.data.filepath)
    scene = bpy.context.scene
    assert [entry.path().is_file() for entry in scene.kinescore_takes] == [True] * 3
    assert bpy.ops.kinescore.compare_takes() == {"FINISHED"}
    assert heard(scene) == {ids(scene)[1]}


def test_clean_up_leaves_takes_that_another_version_of_the_file_plays(scored) -> None:
    second = ids(scored)[1]
    bpy.ops.wm.save_mainfile()  # plays the second
    scored.kinescore_takes[0].starred = True
    path = Path(bpy.data.filepath)
    path.with_name("broken.blend").write_bytes(b"no blend")
    bpy.ops.wm.save_as_mainfile(filepath=str(path.with_name("dance_v2.blend")))
    scene = bpy.context.scene
    generate(scene)
    libraries = len(bpy.data.libraries)
    assert leftovers() == []
    assert len(bpy.data.libraries) == libraries
    path.unlink()
    assert [leftover.take_id for leftover in leftovers()] == [second]


def test_strips_that_tell_nonsense_are_not_listed(scored) -> None:
    scored.kinescore_takes.clear()
    our_strips(scored)[0][PROVENANCE_PROPERTY] = "nonsense"
    generate(scored)
    assert len(scored.kinescore_takes) == 1
    assert compat.existing_strips(scored)
