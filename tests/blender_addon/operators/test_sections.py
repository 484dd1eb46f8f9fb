"""The form in Blender: markers that begin sections, cycles scored as loops, one section made anew."""

from __future__ import annotations

import io
import json
from pathlib import Path

import bpy
import mido
import numpy as np
import pytest

from blender_addon import compat
from blender_addon.run import runs
from blender_addon.scene.cycling import cycle_of
from blender_addon.timeline.markers import our_markers
from blender_addon.timeline.ownership import our_strips
from blender_addon.timeline.paths import sound_file
from blender_addon.timeline.remaking import section_at, sections_of
from blender_addon.timeline.section_markers import section_markers
from blender_addon.timeline.take_list import current_take
from blender_addon.ui import panels
from kinescore.sound.audio import audio_from_wav
from tests.blender_addon import rigs
from tests.blender_addon.ui.test_panels import draw

needs_sound = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")

FPS, RATE = 24, 44100


@pytest.fixture
def dancing(saved_scene) -> bpy.types.Scene:
    """A dancer of 288 frames, twelve seconds, and markers of the artist's at two of them."""
    saved_scene.frame_end = 288
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    saved_scene.kinescore.style = "house"
    for name, frame in (("calm", 1), ("chorus", 110), ("blink", 150), ("calm end", 208)):
        saved_scene.timeline_markers.new(name, frame=frame)
    return saved_scene


def choose(scene: bpy.types.Scene, *names: str) -> set[str]:
    for marker in scene.timeline_markers:
        marker.select = marker.name in names
    return bpy.ops.kinescore.sections_from_markers()


def generate() -> None:
    assert bpy.ops.kinescore.generate() == {"FINISHED"}


def card(scene: bpy.types.Scene) -> dict:
    return json.loads(mix(scene).with_suffix(".json").read_text("utf-8"))


def mix(scene: bpy.types.Scene) -> Path:
    return current_take(scene).path()


@needs_sound
def test_sections_begin_with_the_markers_that_were_chosen(dancing) -> None:
    assert choose(dancing, "calm", "chorus", "calm end") == {"FINISHED"}
    generate()
    told = card(dancing)
    assert [section["name"] for section in told["sections"]] == ["calm", "chorus", "calm end"]
    for section, frame in zip(told["sections"], (1, 110, 208), strict=True):
        assert abs(section["start_seconds"] - (frame - 1) / FPS) <= 60 / told["tempo_bpm"] + 0.01
    assert [(s["start_seconds"], s["name"]) for s in told["request"]["sections"]][1] == (round(109 / 24, 4), "chorus")
    assert {marker.name for marker in dancing.timeline_markers} >= {"calm", "chorus", "blink", "calm end"}


@needs_sound
def test_our_markers_are_never_taken_for_the_artists(dancing) -> None:
    generate()
    ours = our_markers(dancing)
    assert ours
    for marker in dancing.timeline_markers:
        marker.select = marker in ours
    before = {marker.name for marker in ours}
    assert bpy.ops.kinescore.sections_from_markers() == {"CANCELLED"}
    assert section_markers(dancing) == []
    for marker in dancing.timeline_markers:
        marker.select = True
    bpy.ops.kinescore.sections_from_markers()
    assert [marker.name for marker in section_markers(dancing)] == ["calm", "chorus", "blink", "calm end"]
    assert before == {marker.name for marker in our_markers(dancing)}


def test_a_section_at_the_playhead_and_none_any_more(scene) -> None:
    scene.frame_current = 20
    assert bpy.ops.kinescore.add_section(name="drop") == {"FINISHED"}
    assert bpy.ops.kinescore.add_section() == {"FINISHED"}
    assert [(marker.name, marker.frame) for marker in section_markers(scene)] == [("drop", 20)]
    assert bpy.ops.kinescore.remove_section(index=0) == {"FINISHED"}
    assert section_markers(scene) == []
    assert [marker.name for marker in scene.timeline_markers] == ["drop"]
    assert bpy.ops.kinescore.remove_section(index=3) == {"CANCELLED"}


@needs_sound
def test_start_and_ending_reach_the_request(dancing) -> None:
    dancing.kinescore_form.start, dancing.kinescore_form.ending = "count-in", "fade"
    generate()
    assert (card(dancing)["request"]["start"], card(dancing)["request"]["ending"]) == ("count-in", "fade")
    dancing.kinescore_form.start = dancing.kinescore_form.ending = "AUTO"
    generate()
    assert not {"start", "ending", "sections"} & set(card(dancing)["request"])


@needs_sound
def test_foley_is_heard_on_strips_of_its_own(dancing) -> None:
    dancing.kinescore_form.foley, dancing.kinescore.stems = {"steps", "whooshes"}, True
    generate()
    assert card(dancing)["request"]["foley"] == ["whooshes", "steps"]
    sounds = [sound_file(strip.sound).stem for strip in our_strips(dancing)]
    assert [sound.partition("-foley-")[2] for sound in sounds if "-foley-" in sound] == ["whooshes", "steps"]


@needs_sound
@pytest.mark.parametrize("stems", [False, True], ids=["mix", "stems"])
def test_one_section_is_made_anew_and_all_else_is_the_same_to_the_sample(dancing, stems) -> None:
    dancing.kinescore.stems = stems
    choose(dancing, "calm", "chorus", "calm end")
    generate()
    old_take, strips = current_take(dancing).take_id, [compat.strip_span(strip) for strip in our_strips(dancing)]
    old = [audio_from_wav(sound_file(strip.sound).read_bytes()).samples for strip in our_strips(dancing)]
    whole, notes = audio_from_wav(mix(dancing).read_bytes()).samples, mix(dancing).with_suffix(".mid").read_bytes()
    dancing.frame_current = 150
    entry = current_take(dancing)
    assert section_at(dancing, entry, 150) == 1
    section = sections_of(entry)[1]
    assert bpy.ops.kinescore.remake_section() == {"FINISHED"}
    first, stop = round((section.start_seconds - 0.05) * RATE), round(section.end_seconds * RATE)
    new = [audio_from_wav(sound_file(strip.sound).read_bytes()).samples for strip in our_strips(dancing)]
    again = audio_from_wav(mix(dancing).read_bytes()).samples
    for before, after in [*zip(old, new, strict=True), (whole, again)]:
        np.testing.assert_array_equal(before[:, :first], after[:, :first])
        np.testing.assert_array_equal(before[:, stop:], after[:, stop:])
    assert (whole[:, first:stop] != again[:, first:stop]).mean() > 0.9
    assert current_take(dancing).take_id != old_take
    assert [compat.strip_span(strip) for strip in our_strips(dancing)] == strips
    told = card(dancing)
    assert [(one["name"], one["variation"]) for one in told["made_anew"]] == [("chorus", 1)]
    assert told["provenance"]["made_anew_of"] == old_take
    assert told["scores"]["hit_onset_rank"] > 0.5
    assert current_take(dancing).sync > 0.5
    midi = mix(dancing).with_suffix(".mid").read_bytes()
    assert midi != notes
    assert mido.MidiFile(file=io.BytesIO(midi)).length == pytest.approx(12.0, abs=0.02)
    assert any(note.startswith("♪ Chorus, ") and "was made anew" in note for note in runs.last_outcome(dancing).notes)
    assert bpy.ops.kinescore.remake_section(index=1) == {"FINISHED"}
    assert [one["variation"] for one in card(dancing)["made_anew"]] == [1, 2]


@needs_sound
def test_a_take_whose_files_are_gone_is_told(dancing) -> None:
    generate()
    for path in mix(dancing).parent.glob("*.wav"):
        path.unlink()
    with pytest.raises(RuntimeError, match="is gone"):
        bpy.ops.kinescore.remake_section(index=0)


def test_without_music_nothing_can_be_made_anew(scene) -> None:
    assert not bpy.ops.kinescore.remake_section.poll()


def bounce(scene: bpy.types.Scene, last: int = 25) -> bpy.types.Object:
    """A ball that bounces once from frame 1 to `last`, where it is where it was."""
    bpy.ops.mesh.primitive_cube_add()
    ball = bpy.context.object
    for frame, height in ((1, 2.0), ((1 + last) // 2, 0.0), (last, 2.0)):
        ball.location.z = height
        ball.keyframe_insert("location", index=2, frame=frame)
    return ball


def cycled(ball: bpy.types.Object) -> None:
    for curve in compat.action_curves(ball.animation_data.action):
        curve.modifiers.new("CYCLES")


def test_a_cycle_is_noticed(scene) -> None:
    ball = bounce(scene)
    assert cycle_of(ball) is None
    assert bpy.ops.kinescore.loop_cycle() == {"CANCELLED"}
    cycled(ball)
    frames = cycle_of(ball)
    assert (frames.first, frames.last) == (1, 24)
    for curve in compat.action_curves(ball.animation_data.action):
        curve.modifiers[0].mute = True
    assert cycle_of(ball) is None
    action = ball.animation_data.action
    action.use_frame_range, action.use_cyclic = True, True
    action.frame_start, action.frame_end = 1, 13
    assert (cycle_of(ball).first, cycle_of(ball).last) == (1, 12)


@needs_sound
def test_a_cycle_becomes_a_loop_of_its_length(saved_scene) -> None:
    saved_scene.frame_end = 100
    cycled(bounce(saved_scene))
    shown = draw(panels.KINESCORE_PT_view3d_sections)
    assert "The animation repeats every 24 frames." in " ".join(shown)
    said = " ".join(draw(panels.KINESCORE_PT_view3d))
    assert "Frames 1-100" in said
    assert "last key" not in said, "what repeats does not end with its last key"
    assert bpy.ops.kinescore.loop_cycle() == {"FINISHED"}
    generate()
    (strip,) = our_strips(saved_scene)
    assert compat.strip_span(strip) == (1, 25)
    samples = audio_from_wav(sound_file(strip.sound).read_bytes()).samples
    assert samples.shape == (2, RATE)
    assert np.abs(samples[:, :441]).max() > 1e-3
    told = card(saved_scene)
    assert len(told["beats"]) * 60 / told["tempo_bpm"] == pytest.approx(1.0)
    bpy.ops.kinescore.loop_cycle(rounds=4)
    assert (saved_scene.kinescore.first_frame, saved_scene.kinescore.last_frame) == (1, 96)


@needs_sound
def test_the_panel_shows_what_there_is(dancing) -> None:
    choose(dancing, "chorus")
    assert "name" in draw(panels.KINESCORE_PT_sequencer_sections)
    generate()
    shown = draw(panels.KINESCORE_PT_sequencer_sections)
    assert any(text.startswith("chorus, ") for text in shown), "a name that the artist gave"
    assert any(text.startswith("♪ ") and text.endswith(", 1") for text in shown), "a name of ours"
    assert any("Sections of" in text for text in shown)
