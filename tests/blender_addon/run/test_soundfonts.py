"""SoundFonts in Blender: a file anywhere plays the parts that are named, one that is broken is told, one that is not
there leaves the built-in sounds."""

from __future__ import annotations

import json
from importlib.util import find_spec

import bpy
import pytest

from blender_addon.timeline.ownership import our_strips
from blender_addon.timeline.paths import sound_file
from tests.blender_addon import rigs
from tests.groovebox.made_fonts import font_bytes

needs_sound = pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")
needs_player = pytest.mark.skipif(find_spec("tinysoundfont") is None, reason="tinysoundfont is not installed")
FONT = "Made GM.sf2"


@pytest.fixture
def dancing(saved_scene, tmp_path) -> bpy.types.Scene:
    """A dancer of four seconds, a piano, and a path to a SoundFont that is not there yet."""
    saved_scene.frame_end = 96
    rigs.add_dancer(saved_scene, rigs.MIXAMO)
    saved_scene.kinescore.prompt = "solo piano"
    saved_scene.kinescore.soundfont = str(tmp_path / FONT)
    saved_scene.kinescore.soundfont_parts = "piano"
    return saved_scene


def taken(scene: bpy.types.Scene) -> dict:
    """What stands beside the take that is made now."""
    bpy.ops.kinescore.generate()
    card = sound_file(our_strips(scene)[0].sound).with_suffix(".json")
    return json.loads(card.read_text("utf-8"))


@needs_sound
@needs_player
def test_a_font_from_any_folder_plays_the_parts_that_are_named(dancing, tmp_path) -> None:
    (tmp_path / FONT).write_bytes(font_bytes())
    card = taken(dancing)
    assert f"piano: {FONT} (Sine Piano)" in card["provenance"]["instrument_sources"]


@needs_sound
def test_a_font_that_is_not_there_leaves_the_built_in_sounds_and_a_note(dancing) -> None:
    card = taken(dancing)
    assert any(FONT in note and "built-in sounds play" in note for note in card["notes"])


@needs_player
def test_a_broken_font_is_one_sentence(dancing, tmp_path) -> None:
    (tmp_path / FONT).write_bytes(font_bytes()[:600])
    with pytest.raises(RuntimeError, match="is cut off"):
        bpy.ops.kinescore.generate()
    assert not our_strips(dancing)
