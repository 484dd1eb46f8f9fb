"""Presets, prompts used before, and two seconds to hear."""

from __future__ import annotations

import os
from pathlib import Path

import bpy
import numpy as np
import pytest

from blender_addon.background import WorkFinished, WorkThread
from blender_addon.run import cards
from blender_addon.settings import presets, prompt_history, style_menu
from blender_addon.settings.presets import OURS, Preset, own_presets
from blender_addon.settings.prompt_history import recent_prompts
from blender_addon.ui import panels, prompt_menus
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.styles import STYLES
from kinescore.sound.audio import audio_from_wav
from kinescore.word_bank import EMOTIONS, INSTRUMENTS
from tests.blender_addon import rigs
from tests.blender_addon.ui.test_panels import draw

SAVED_BY_0_1_0 = (
    "AUTO break house ballet_jazz street_jazz krump la_hip-hop lock middle_hip-hop popping waack techno hip-hop funk "
    "pop rock latin jazz orchestral ambient cinematic drum_and_bass lo-fi synthwave trap"
)


@pytest.fixture(autouse=True)
def user_folder(scene, tmp_path, monkeypatch) -> Path:
    """A user folder of this test's own, with a name that is not ASCII."""
    folder = tmp_path / "Nutzer Zoë"
    for module in (presets, prompt_history, cards):
        monkeypatch.setattr(module, "user_folder", lambda: folder)
    return folder


def test_every_style_is_in_one_group_film_and_game_first() -> None:
    grouped = [name for _, names in style_menu.GROUPS for name in names]
    assert sorted(grouped) == sorted(STYLES)
    assert style_menu.GROUPS[0][0] == "Film and Game"
    assert sorted(style_menu.SAVED_ORDER) == sorted(STYLES)


def test_files_of_0_1_0_keep_their_style_though_the_menu_has_another_order(scene) -> None:
    for number, name in enumerate(SAVED_BY_0_1_0.split()):
        scene.kinescore.style = name.replace("_", " ")
        assert scene.kinescore.bl_rna.properties["style"].enum_items[scene.kinescore.style].value == number


def test_every_preset_of_ours_is_understood_to_the_last_word() -> None:
    assert len({preset.name for preset in OURS}) == len(OURS)
    for preset in OURS:
        assert preset.style in STYLES
        assert preset.words
        assert parse_prompt(preset.prompt).notes == (), preset.name


def test_a_card_sets_prompt_and_style(scene) -> None:
    assert bpy.ops.kinescore.use_preset(name="Chase") == {"FINISHED"}
    assert (scene.kinescore.prompt, scene.kinescore.style) == ("tense with driving drums", "chase")
    with pytest.raises(RuntimeError, match="no preset 'Nothing'"):
        bpy.ops.kinescore.use_preset(name="Nothing")
    shown = draw(panels.KINESCORE_PT_view3d_presets)
    assert shown.count("kinescore.use_preset") == len(OURS) == shown.count("kinescore.listen")
    assert shown.index("Film and Game") < shown.index("Dance")


def test_own_presets_are_kept_for_all_files(scene, user_folder) -> None:
    scene.kinescore.prompt, scene.kinescore.style = "踊る sad piano", "lo-fi"
    assert bpy.ops.kinescore.save_preset(name="Mein Stück") == {"FINISHED"}
    scene.kinescore.prompt = "happy"
    bpy.ops.kinescore.save_preset(name="Second")
    bpy.ops.kinescore.save_preset(name="Second")
    assert [preset.name for preset in own_presets()] == ["Mein Stück", "Second"]
    bpy.ops.kinescore.use_preset(name="Mein Stück")
    assert (scene.kinescore.prompt, scene.kinescore.style) == ("踊る sad piano", "lo-fi")
    assert "Your Own" in draw(panels.KINESCORE_PT_view3d_presets)
    assert bpy.ops.kinescore.remove_preset(name="Mein Stück") == {"FINISHED"}
    assert [preset.name for preset in own_presets()] == ["Second"]
    with pytest.raises(RuntimeError, match="You have no preset 'Chase'"):
        bpy.ops.kinescore.remove_preset(name="Chase")


@pytest.mark.parametrize("name", ["", "  ", "x" * 41])
def test_a_preset_needs_a_name(scene, name) -> None:
    with pytest.raises(RuntimeError, match="from 1 to 40 characters"):
        bpy.ops.kinescore.save_preset(name=name)


def test_a_file_that_is_something_else_is_not_written_over(scene, user_folder) -> None:
    user_folder.mkdir()
    foreign = user_folder / "presets.json"
    foreign.write_text('{"mine": 1}')
    assert own_presets() == ()
    with pytest.raises(RuntimeError, match="presets"):
        bpy.ops.kinescore.save_preset(name="New")
    assert foreign.read_text() == '{"mine": 1}'


def test_presets_are_bounded(scene, monkeypatch) -> None:
    monkeypatch.setattr(presets, "MAX_OWN", 2)
    for name in ("a", "b"):
        bpy.ops.kinescore.save_preset(name=name)
    with pytest.raises(RuntimeError, match="2 presets are saved already"):
        bpy.ops.kinescore.save_preset(name="c")


@pytest.mark.skipif(not bpy.app.build_options.audaspace, reason="this bpy was built without Audaspace")
def test_prompts_that_were_used_are_offered_newest_first(scene) -> None:
    rigs.add_dancer(scene, rigs.MIXAMO)
    assert recent_prompts() == []
    for prompt in ("joyful house", "sad piano", "", "joyful house"):
        scene.kinescore.prompt = prompt
        bpy.ops.kinescore.generate()
    assert recent_prompts() == ["joyful house", "sad piano"]
    assert prompt_history.suggestions(scene.kinescore, bpy.context, "PIANO") == ["sad piano"]
    bpy.ops.kinescore.use_prompt(prompt="sad piano")
    assert scene.kinescore.prompt == "sad piano"


def test_prompts_are_bounded_and_nonsense_is_none(user_folder) -> None:
    for number in range(40):
        prompt_history.remember_prompt(f"prompt {number}")
    assert recent_prompts() == [f"prompt {number}" for number in range(39, 9, -1)]
    (user_folder / "prompts.json").write_text("[1, 2]")
    assert recent_prompts() == []


def test_a_card_is_two_seconds_of_music_made_once(user_folder) -> None:
    (path,) = made([Preset("Club", "joyful with piano", "house")])
    sound = audio_from_wav(path.read_bytes())
    assert sound.seconds == pytest.approx(2.0, abs=0.001)
    assert np.abs(sound.samples).max() > 0.1
    assert np.abs(sound.samples[:, -3:]).max() < 0.01, "it does not end in a click"
    assert path.stat().st_size < 200_000
    assert path == cards.card_file(Preset("Club", "joyful with piano", "house"))
    assert path != cards.card_file(Preset("Club", "sad", "house"))


def test_cards_that_were_not_heard_for_long_make_room(user_folder, monkeypatch) -> None:
    monkeypatch.setattr(cards, "MAX_CARDS", 2)
    first, second = made([Preset("a", "", "house"), Preset("b", "", "house")])
    os.utime(first, (1, 1))
    stranger = first.with_name("mine.wav")
    stranger.write_bytes(b"")
    (third,) = made([Preset("c", "", "house")])
    assert not first.exists()
    assert all(path.exists() for path in (second, third, stranger))


def made(wanted: list[Preset]) -> list[Path]:
    results = []
    for preset in wanted:
        worker = WorkThread(cards.making(preset))
        worker.join(60)
        (event,) = worker.events()
        assert isinstance(event, WorkFinished), event
        results.append(event.result)
    return results


def test_listening_says_so_where_it_cannot_be(scene) -> None:
    """Where there is a sound device it plays; where there is none, one sentence tells."""
    if not bpy.ops.kinescore.listen.poll():
        pytest.skip("this bpy does not give its sound library to Python")
    try:
        assert bpy.ops.kinescore.listen(name="Club") == {"FINISHED"}
    except RuntimeError as error:
        assert "cannot play sound" in str(error)  # noqa: PT017
    assert cards.card_file(presets.find_preset("Club")).is_file()


def test_the_word_bank_helps_with_a_prompt(scene, user_folder) -> None:
    settings = scene.kinescore
    drawn = set()
    for _ in range(5):
        assert bpy.ops.kinescore.suggest_prompt() == {"FINISHED"}
        drawn.add(settings.prompt)
        assert " music" in settings.prompt
        assert " featuring " in settings.prompt
    assert len(drawn) > 1
    settings.prompt = "house"
    bpy.ops.kinescore.add_to_prompt(word="joyful")
    bpy.ops.kinescore.add_to_prompt(word="piano")
    bpy.ops.kinescore.add_to_prompt(word="flute")
    assert settings.prompt == "joyful house with piano and flute"
    prompt_history.remember_prompt("calm strings")
    shown = draw(prompt_menus.KINESCORE_MT_prompts)
    assert shown.index("kinescore.suggest_prompt") < shown.index("kinescore.use_prompt")
    assert draw(prompt_menus.KINESCORE_MT_moods).count("kinescore.add_to_prompt") == len(EMOTIONS)
    assert draw(prompt_menus.KINESCORE_MT_instruments).count("kinescore.add_to_prompt") == len(INSTRUMENTS)
