"""Prompts: every word is understood or reported."""

from __future__ import annotations

import pytest

from kinescore.groovebox.band import INSTRUMENTS
from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.prompt import vocabulary
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.styles import STYLES

ROLES = {"drums", "percussion", "bass", "chords", "melody"}


@pytest.mark.parametrize(
    ("prompt", "style"),
    [
        ("joyful house with piano", "house"),
        ("a hip-hop beat", "hip-hop"),
        ("Hip Hop", "hip-hop"),
        ("drum and bass", "drum and bass"),
        ("some boom-bap", "middle hip-hop"),
        ("west coast hip hop", "la hip-hop"),
        ("salsa!", "latin"),
        ("funky house", "house"),
        ("funky", "funk"),
        ("ballet", "orchestral"),
        ("ballet jazz", "ballet jazz"),
        ("80s synth", "synthwave"),
        ("happy piano", None),
    ],
)
def test_words_choose_the_style(prompt: str, style: str | None):
    intent = parse_prompt(prompt)
    assert intent.style == style
    assert intent.notes == ()


@pytest.mark.parametrize(
    ("word", "mood", "colour"),
    [
        ("joyful", "joyful", Colour.BRIGHT),
        ("melancholic", "sad", Colour.DARK),
        ("ominous", "dark", Colour.TENSE),
        ("heroic", "epic", Colour.DARK),
        ("laid-back", "calm", Colour.MELLOW),
        ("high-energy", "energetic", None),
        ("ethereal", "dreamy", Colour.MELLOW),
        ("suspenseful", "tense", Colour.TENSE),
        ("love", "romantic", Colour.MELLOW),
        ("quirky", "playful", Colour.BRIGHT),
    ],
)
def test_words_choose_the_mood(word: str, mood: str, colour: Colour | None):
    found = parse_prompt(f"a {word} song").mood
    assert found is not None
    assert (found.name, found.colour) == (mood, colour)


@pytest.mark.parametrize(
    ("prompt", "tonic", "is_minor"),
    [
        ("in D minor", 2, True),
        ("F# major", 6, False),
        ("house in F♯ minor", 6, True),
        ("c sharp minor", 1, True),
        ("B flat major", 10, False),
        ("key of Bb", 10, None),
        ("in Am", 9, True),
        ("a minor key", None, True),
        ("in a minor mood", None, True),
        ("in A minor", 9, True),
        ("something major", None, False),
        ("a piano piece", None, None),
        ("I am happy", None, None),
    ],
)
def test_keys_are_read(prompt: str, tonic: int | None, is_minor: bool | None):
    intent = parse_prompt(prompt)
    assert (intent.tonic, intent.is_minor) == (tonic, is_minor)
    assert intent.notes == ()


@pytest.mark.parametrize(
    ("prompt", "wanted", "unwanted", "solo"),
    [
        ("with piano and saxophone", ("piano", "saxophone"), (), False),
        ("no drums", (), ("drums",), False),
        ("without bass", (), ("bass",), False),
        ("without drums or bass, with strings", ("string_section",), ("drums", "bass"), False),
        ("no drums but a piano", ("piano",), ("drums",), False),
        ("only piano", ("piano",), (), True),
        ("solo harp", ("harp",), (), True),
        ("slap bass, congas and trumpets", ("slap_bass", "latin_percussion", "trumpet"), (), False),
        ("808s and a synth bass", ("electronic_kit", "synth_bass"), (), False),
        ("no vocals", (), (), False),
    ],
)
def test_instruments_are_wanted_or_not(prompt: str, wanted: tuple, unwanted: tuple, solo: bool):
    intent = parse_prompt(prompt)
    assert (intent.wanted, intent.unwanted, intent.solo) == (wanted, unwanted, solo)
    assert intent.notes == ()


@pytest.mark.parametrize(("prompt", "bpm"), [("128 bpm", 128.0), ("techno at 127.5bpm", 127.5), ("tempo 90 BPM", 90.0)])
def test_tempo_words(prompt: str, bpm: float):
    assert parse_prompt(prompt).tempo_bpm == bpm


def test_density_feel_and_room():
    intent = parse_prompt("sparse half-time beat in a cathedral")
    assert intent.level_shift < 0
    assert intent.feel == 2.0
    assert intent.room == "hall"
    assert parse_prompt("busy").level_shift > 0


def test_unknown_words_are_reported_with_what_is_close():
    notes = parse_prompt("happy xylofon and frobnicate").notes
    assert any("'xylofon'" in note and "xylophone" in note for note in notes)
    assert any("'frobnicate'" in note for note in notes)
    assert len(notes) == 2


def test_foreign_words_are_reported_not_swallowed():
    notes = parse_prompt("fröhliche 音楽").notes
    assert any("fröhliche" in note for note in notes)
    assert any("音楽" in note for note in notes)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("happy sad song", "pull different ways"),
        ("house techno", "several styles"),
        ("sparse and busy", "neither"),
        ("piano, no piano", "left out"),
        ("in D minor, in C# major", "several keys; the first is followed, not C#"),
        ("in D minor, in C# major", "several modes; the first is followed, not major"),
        ("90 bpm and 120 bpm", "not 120 BPM"),
        ("half-time double-time", "not double time"),
        ("fast", "sets the tempo"),
        ("with a singer", "choir"),
        ("with cello", "string section"),
        ("not dark", "not dark"),
        ("calm and energetic", "pull different ways"),
    ],
)
def test_what_cannot_be_followed_is_told(prompt: str, expected: str):
    notes = parse_prompt(prompt).notes
    assert any(expected in note for note in notes)
    assert all(note.endswith(".") for note in notes)


def test_moods_that_agree_are_joined():
    mood = parse_prompt("dark epic energetic").mood
    assert mood is not None
    assert mood.name == "dark and epic and energetic"
    assert mood.colour is Colour.TENSE
    assert mood.level_shift == pytest.approx(1.2)


def test_every_phrase_means_something_that_exists():
    assert set(vocabulary.GENRE_PHRASES.values()) <= set(STYLES)
    assert set(vocabulary.GENRE_ADJECTIVES.values()) <= set(STYLES)
    assert set(vocabulary.INSTRUMENT_PHRASES.values()) <= set(INSTRUMENTS) | ROLES
    tables = (
        vocabulary.GENRE_PHRASES,
        vocabulary.MOOD_PHRASES,
        vocabulary.INSTRUMENT_PHRASES,
        vocabulary.LEVEL_PHRASES,
    )
    for table in tables:
        for phrase in table:
            assert phrase == phrase.lower().replace("-", " ").strip()
            assert parse_prompt(phrase) != parse_prompt("")


def test_every_style_can_be_named():
    for name in STYLES:
        assert parse_prompt(f"{name} music").style == name
