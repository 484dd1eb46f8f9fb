"""What the catalogues make of texts and of sentences with values in them, and how they are broken into lines."""

from __future__ import annotations

import pytest

from blender_addon.translations import CONTEXTS, catalogue_of, texts_for, translated
from blender_addon.translations.catalogue import CATALOGUES, read
from blender_addon.ui.drawing import wrapped


def test_a_sentence_keeps_its_values() -> None:
    german = catalogue_of("de_DE")
    assert german.translated("0.5 s of music at 120.0 BPM, 8 beats, made in 2.4 s").startswith(
        "0.5 s Musik bei 120.0 BPM"
    )
    assert german.translated("Generate Soundtrack") == "Soundtrack erzeugen"
    assert german.translated("There is no such sentence") == "There is no such sentence"


def test_sentences_that_follow_each_other_are_translated_one_by_one() -> None:
    text = "No Kinescore server answers at host.local:7717. The job was cancelled. Nobody knows this. Choose WAV."
    told = catalogue_of("de_DE").translated(text)
    assert told == (
        "Unter host.local:7717 antwortet kein Kinescore-Server. Der Auftrag wurde abgebrochen. Nobody knows this. "
        "WAV wählen."
    )
    assert catalogue_of("ja_JP").translated("The job was cancelled. Choose WAV.") == (
        "ジョブはキャンセルされました。WAV を選んでください。"
    )


def test_a_name_that_somebody_gave_stays() -> None:
    """Even where it is a text of ours."""
    assert catalogue_of("de_DE").translated("'Boss Fight' is on the timeline") == "'Boss Fight' ist auf der Zeitleiste"
    assert (
        catalogue_of("de").translated("The armature 'A. Hero' has no bones.")
        == "Das Skelett 'A. Hero' hat keine Knochen."
    )


def test_sections_have_names_in_every_language_that_clash_with_no_word_of_blenders() -> None:
    """A head is a bone's end to Blender, and jazz's theme to us."""
    german = catalogue_of("de_DE")
    assert (german.translated("♪ Head"), german.translated("Head")) == ("♪ Thema", "Head")
    assert catalogue_of("ja_JP").translated("♪ Chorus") == "♪ サビ"
    assert catalogue_of("zh_HANS").translated("♪ Chorus") == "♪ 副歌"


def test_a_value_of_our_own_words_is_translated_too() -> None:
    told = catalogue_of("zh_HANS").translated("2 of 3: Reading movement")
    assert told == "第 2 个，共 3 个：正在读取动作"


def test_values_with_braces_are_harmless() -> None:
    told = catalogue_of("de_DE").translated("'{0} {evil} %s' is on the timeline")
    assert told == "'{0} {evil} %s' ist auf der Zeitleiste"


@pytest.mark.parametrize("locale", ["", "en_US", "fr_FR", "zh_HANT", "zh_TW"])
def test_other_languages_read_english(locale: str) -> None:
    assert catalogue_of(locale).translated("Generate Soundtrack. Choose WAV.") == "Generate Soundtrack. Choose WAV."


def test_blender_gets_every_text_for_buttons_and_for_all_else(add_on) -> None:
    """This Blender has no languages of its own and stays English; it takes the catalogues all the same."""
    assert translated("Generate Soundtrack") == "Generate Soundtrack"
    assert len(CONTEXTS) == 2
    assert all(len(read(locale).texts) > 300 for locale in CATALOGUES)


def test_tooltips_with_values_are_given_to_blender_filled_in(add_on) -> None:
    told = texts_for("de_DE")
    homes = [text for text in told if text.startswith("At home from ") and "{" not in text]
    assert len(homes) > 10
    assert all(told[text].startswith("Zu Hause bei ") for text in homes)
    (address,) = (
        text for text in told if text.startswith("Address of a Kinescore server, such as ") and "{" not in text
    )
    assert told[address].endswith("Leer lassen, um alle Musik in Blender zu machen")


def test_lines_are_broken_between_words_and_between_wide_letters() -> None:
    assert wrapped("one two three", 8, len) == ["one two", "three"]
    assert wrapped("to tcp://workstation:7717 now", 12, len) == ["to tcp://wor", "kstation:771", "7 now"]
    japanese = "このファイルは未保存なので、音楽はアドオンの .blend にあります。"
    lines = wrapped(japanese, 10, len)
    assert "".join(lines).replace(" ", "") == japanese.replace(" ", "")
    assert len(lines) == 4
    assert not any(line[0] in "。、" for line in lines)
    assert wrapped("", 20, len) == []
