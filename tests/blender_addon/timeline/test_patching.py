"""A part of a finished take made anew: outside of it nothing changes, on the timeline or in sound."""

from __future__ import annotations

import json
import wave
from pathlib import Path
from typing import Any

import bpy
import mido
import numpy as np
import pytest

from blender_addon import compat
from blender_addon.run import runs
from blender_addon.timeline.markers import our_markers
from blender_addon.timeline.ownership import PART_PROPERTY, PROVENANCE_PROPERTY, TAKE_PROPERTY, our_strips
from blender_addon.timeline.paths import sound_file
from blender_addon.timeline.take_files import mix_file
from kinescore.sound.audio import audio_from_wav
from tests.blender_addon import rigs, sequencer

pytestmark = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")

FPS = 24
RATE = 44100
FADE_SECONDS = 0.05


@pytest.fixture
def scored(saved_scene) -> bpy.types.Scene:
    """A dancer of 144 frames, six seconds, and a finished take."""
    saved_scene.frame_end = 144
    rigs.add_camera(saved_scene)
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    saved_scene.kinescore.style = "house"
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    return saved_scene


def generate_over(scene: bpy.types.Scene, first: int, last: int) -> None:
    scene.use_preview_range, scene.frame_preview_start, scene.frame_preview_end = True, first, last
    scene.kinescore.seed += 1
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    scene.use_preview_range = False


def heard(scene: bpy.types.Scene, path: Path) -> np.ndarray:
    """What the whole scene sounds like: [N] int16, the left channel."""
    bpy.ops.sound.mixdown(filepath=str(path), container="WAV", codec="PCM", format="S16", mixrate=RATE)
    with wave.open(str(path)) as sound:
        assert sound.getframerate() == RATE
        samples = np.frombuffer(sound.readframes(sound.getnframes()), "<i2").reshape(-1, sound.getnchannels())
    return samples[: sample(145), 0].astype(int)  # what is after the last frame is Blender's filter


def spans(scene: bpy.types.Scene) -> list[tuple[int, int]]:
    return sorted(compat.strip_span(strip) for strip in our_strips(scene))


def sample(frame: int) -> int:
    return round((frame - 1) / FPS * RATE)


@pytest.mark.parametrize(("first", "last"), [(49, 96), (1, 48), (97, 144)], ids=["middle", "start", "end"])
@pytest.mark.parametrize("stems", [False, True], ids=["mix", "stems"])
def test_outside_of_the_part_every_sample_is_the_same(scored, tmp_path, first, last, stems) -> None:
    if stems:
        scored.kinescore.stems = True
        bpy.ops.kinescore.generate()
    before = heard(scored, tmp_path / "before.wav")
    generate_over(scored, first, last)
    after = heard(scored, tmp_path / "after.wav")
    assert len(after) == len(before)
    inside = slice(sample(first), sample(last + 1))
    outside = np.ones(len(before), bool)
    outside[inside] = False
    assert not np.flatnonzero((after != before) & outside).tolist()
    core = slice(inside.start + round(FADE_SECONDS * RATE), inside.stop - round(FADE_SECONDS * RATE))
    assert np.abs(after[core] - before[core]).mean() > 100, "the part is the old one"
    usual = np.abs(np.diff(before)).max()
    for edge in (inside.start, inside.stop):
        assert np.abs(np.diff(after[max(0, edge - 20) : edge + 20])).max(initial=0) <= usual, "a click"


def test_the_strip_stays_as_it_is_and_plays_another_file(scored) -> None:
    (strip,) = our_strips(scored)
    old = strip[TAKE_PROPERTY]
    strip.name, strip.channel, strip.volume, strip.color_tag = "Theme", 3, 0.5, "COLOR_05"
    sequencer.fade(strip, "IN_OUT")
    compat.trim_strip(strip, 1, 140)
    generate_over(scored, 49, 96)
    (strip,) = our_strips(scored)
    assert (strip.name, strip.channel, strip.color_tag) == ("Theme", 3, "COLOR_05")
    assert compat.strip_span(strip) == (1, 140)
    scored.frame_set(70)
    assert strip.volume == 0.5
    assert strip[TAKE_PROPERTY] != old
    card = json.loads(sound_file(strip.sound).with_suffix(".json").read_text("utf-8"))
    assert card["provenance"]["made_anew_of"] == old
    (anew,) = card["made_anew"]
    assert (anew["first_frame"], anew["last_frame"]) == (49, 96)
    assert "Frames 49 to 96 were made anew" in " ".join(runs.last_outcome(scored).notes)


def test_a_patched_take_has_its_notes_and_a_measured_sync(scored) -> None:
    (strip,) = our_strips(scored)
    notes = sound_file(strip.sound).with_suffix(".mid").read_bytes()
    generate_over(scored, 49, 96)
    (strip,) = our_strips(scored)
    patched = sound_file(strip.sound).with_suffix(".mid")
    assert patched.read_bytes() != notes
    assert mido.MidiFile(patched).length == pytest.approx(6.0, abs=0.02)
    card = json.loads(patched.with_suffix(".json").read_text("utf-8"))
    assert card["has_midi"]
    assert 0.5 < card["scores"]["hit_onset_rank"] <= 1.0
    assert scored.kinescore_takes[scored.kinescore_take_index].sync > 0.5


def test_a_part_keeps_tempo_and_style_unless_others_are_asked_for(scored) -> None:
    scored.kinescore.style, scored.kinescore.fixed_tempo, scored.kinescore.tempo_bpm = "techno", True, 140.0
    bpy.ops.kinescore.generate()
    scored.kinescore.style, scored.kinescore.fixed_tempo = "AUTO", False
    generate_over(scored, 49, 96)
    assert made_anew(scored)["provenance"]["style"] == "techno"
    assert made_anew(scored)["provenance"]["tempo_bpm"] == 140.0
    scored.kinescore.style = "house"
    generate_over(scored, 49, 96)
    assert made_anew(scored)["provenance"]["style"] == "house"


def test_a_part_of_a_song_of_its_own_stays_in_its_key(scored) -> None:
    scored.kinescore.song = "OWN"
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    whole = json.loads(our_strips(scored)[0][PROVENANCE_PROPERTY])
    assert whole["song_seed"] != whole["seed"]
    scored.use_preview_range, scored.frame_preview_start, scored.frame_preview_end = True, 49, 96
    assert bpy.ops.kinescore.generate() == {"FINISHED"}
    part = made_anew(scored)["provenance"]
    assert (part["seed"], part["key"]) == (whole["song_seed"], whole["key"])


def made_anew(scene: bpy.types.Scene) -> dict[str, Any]:
    """What the sidecar tells of the part that was made last."""
    card = json.loads(sound_file(our_strips(scene)[0].sound).with_suffix(".json").read_text("utf-8"))
    return card["made_anew"][-1]


def test_a_part_of_a_part_and_then_all_of_it(scored) -> None:
    for first, last in ((49, 96), (60, 80), (40, 120), (1, 144)):
        generate_over(scored, first, last)
        assert spans(scored) == [(1, 145)]
    assert len(bpy.data.sounds) == 1


def test_new_stems_in_an_old_mix_and_the_other_way_round(scored) -> None:
    scored.kinescore.stems = True
    generate_over(scored, 49, 96)
    assert [strip[PART_PROPERTY] for strip in our_strips(scored)] == ["mix"], "a part keeps the layout of the whole"
    generate_over(scored, 1, 144)
    assert len(our_strips(scored)) >= 3
    scored.kinescore.stems = False
    generate_over(scored, 49, 96)
    stems = our_strips(scored)
    assert len(stems) >= 3
    total = sum(samples(strip).astype(float) for strip in stems)
    mix = mix_file(sound_file(stems[0].sound), stems[0][PART_PROPERTY])
    assert np.abs(total - audio_from_wav(mix.read_bytes()).samples).max() < 1e-5


def samples(strip: bpy.types.Strip) -> np.ndarray:
    return audio_from_wav(sound_file(strip.sound).read_bytes()).samples


def test_markers_outside_of_the_part_stay(scored) -> None:
    def outside() -> set[tuple[str, int]]:
        return {(marker.name, marker.frame) for marker in our_markers(scored) if not 49 <= marker.frame < 97}

    before = {frame for _, frame in outside()}
    scored.timeline_markers.new("mine", frame=70)
    generate_over(scored, 49, 96)
    after = {frame for _, frame in outside()}
    assert before
    assert before <= after <= before | {97}  # where the part ends, a section may begin
    assert any(49 <= marker.frame < 97 for marker in our_markers(scored))
    assert "mine" in scored.timeline_markers
    frames = [marker.frame for marker in our_markers(scored)]
    assert len(frames) == len(set(frames))


def test_the_animation_is_checked_against_the_part_made_anew(scored) -> None:
    curve = next(
        curve
        for curve in compat.action_curves(bpy.data.objects["Dancer"].animation_data.action)
        if curve.data_path == "location"
    )
    for key in curve.keyframe_points:
        if 60 <= key.co.x <= 80:
            key.co.y += 0.2
    curve.update()
    assert "has changed" in verdict()
    generate_over(scored, 49, 96)
    assert verdict() == "The animation is the one that the music was made for."


def verdict() -> str:
    assert bpy.ops.kinescore.check_takes() == {"FINISHED"}
    outcome = runs.last_outcome(bpy.context.scene)
    return " ".join([outcome.summary, *outcome.notes]).strip()


def test_a_locked_strip_is_not_touched(scored) -> None:
    (strip,) = our_strips(scored)
    strip.lock = True
    take = strip[TAKE_PROPERTY]
    generate_over(scored, 49, 96)
    assert spans(scored) == [(1, 145), (49, 97)]
    assert compat.strip_span(strip) == (1, 145)
    assert strip[TAKE_PROPERTY] == take


def test_a_take_whose_files_are_gone_is_cut_around_the_part(scored) -> None:
    for path in Path(bpy.data.filepath).parent.glob("kinescore/*.wav"):
        path.unlink()
    generate_over(scored, 49, 96)
    assert spans(scored) == [(1, 49), (49, 97), (97, 145)]
    generate_over(scored, 1, 144)
    assert spans(scored) == [(1, 145)]


def test_music_that_reaches_out_of_a_take_cuts_it(scored) -> None:
    (strip,) = our_strips(scored)
    old, path = strip[TAKE_PROPERTY], strip.sound.filepath
    strip.name = "Theme"
    sequencer.fade(strip, "IN_OUT", 0.5)
    generate_over(scored, 97, 200)
    before, new = sorted(our_strips(scored), key=compat.strip_span)
    assert spans(scored) == [(1, 97), (97, 201)]
    assert (before[TAKE_PROPERTY], before.sound.filepath, before.name) == (old, path, "Theme")
    assert new.channel == before.channel
    scored.frame_set(120)
    assert new.volume == 1.0


def test_the_rest_of_a_cut_strip_keeps_its_name(scored) -> None:
    (strip,) = our_strips(scored)
    strip.name = "Theme"
    move = -20
    scored.frame_start = 1 + move
    generate_over(scored, 1 + move, 48)
    rest = max(our_strips(scored), key=compat.strip_span)
    assert (rest.name, compat.strip_span(rest)) == ("Theme", (49, 145))
    generate_over(scored, 1 + move, 144)
    assert spans(scored) == [(1 + move, 145)]
