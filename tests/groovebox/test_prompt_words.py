"""Prompts: every word is understood or reported."""

from __future__ import annotations

import pytest

from kinescore.groovebox.band import INSTRUMENTS
from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.prompt.lexicon import TABLES
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.prompt.prompt_intent import Pace, Shape
from kinescore.groovebox.prompt.words import genres, instruments, moods, scenes
from kinescore.groovebox.styles import STYLES

ROLES = {"drums", "percussion", "bass", "chords", "melody"}
STRUCK = {
    "acoustic_kit", "electronic_kit", "house_kit", "breakbeat_kit", "brush_kit", "body_percussion", "latin_percussion",
    "orchestral_percussion",
}  # fmt: skip


def chosen(prompt: str) -> str | None:
    """The style that the words alone settle on."""
    intent = parse_prompt(prompt)
    return intent.style or max(intent.votes, key=lambda vote: vote[1], default=(None, 0.0))[0]


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
        ("a nice piece of music", None),
    ],
)
def test_words_choose_the_style(prompt: str, style: str | None):
    assert chosen(prompt) == style
    assert parse_prompt(prompt).notes == ()


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
        ("no harp", (), ("harp",), False),
        ("without a distorted guitar, with strings", ("string_section",), ("driven_guitar",), False),
        ("no banjo but a piano", ("piano",), ("banjo",), False),
        ("banjo free, harp", ("harp",), ("banjo",), False),
        ("only piano", ("piano",), (), True),
        ("solo harp", ("harp",), (), True),
        ("slap bass, congas and trumpets", ("slap_bass", "latin_percussion", "trumpet"), (), False),
        ("808s and a synth bass", ("electronic_kit", "synth_bass"), (), False),
        ("no vocals", (), ("choir",), False),
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
    (note,) = parse_prompt("happy celo and frobnicate").notes
    assert "'celo' (close to it: cello)" in note
    assert "'frobnicate'" in note


def test_a_slip_of_the_pen_is_read_as_what_it_must_be_and_told():
    intent = parse_prompt("a saxophne and spoooky strings")
    assert intent.wanted == ("saxophone", "string_section")
    assert "'saxophne' was read as 'saxophone'." in intent.notes
    assert "'spoooky' was read as 'spooky'." in intent.notes


@pytest.mark.parametrize(
    "prompt",
    ["no drums", "without any drums", "no percussion", "drumless", "percussion-free", "no beat", "don't use drums",
     "ohne Schlagzeug", "sin batería", "sans percussions", "ドラムなし", "没有鼓"],
)  # fmt: skip
def test_no_drums_means_nothing_struck(prompt: str):
    assert {"drums", "percussion", *STRUCK} <= set(parse_prompt(prompt).unwanted)


def test_a_general_name_refuses_the_family_and_a_narrow_one_itself():
    assert {"clean_guitar", "driven_guitar", "muted_guitar", "acoustic_guitar", "nylon_guitar"} <= set(
        parse_prompt("rock without guitars").unwanted
    )
    assert parse_prompt("no muted guitar").unwanted == ("muted_guitar",)


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
        ("with a singer", "choir"),
        ("with cello", "string section"),
        ("not a crescendo", "left out of account"),
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
    hints = [*scenes.SCENE_PHRASES.values(), *instruments.INSTRUMENT_STYLES.values()]
    styles = {style for hint in hints for style in hint.styles} | set(genres.SCENE_STYLES)
    styles |= {style for suggested in moods.MOOD_STYLES.values() for style in suggested}
    for table in (genres.GENRE_PHRASES, genres.GENRE_ADJECTIVES, genres.ARTIST_PHRASES):
        styles |= set(table.values())
    assert styles <= set(STYLES)
    assert {hint.mood for hint in hints} <= {*moods.MOODS, ""}
    assert set(instruments.INSTRUMENT_PHRASES.values()) <= set(INSTRUMENTS) | ROLES
    assert {key for family in instruments.FAMILIES.values() for key in family} <= set(INSTRUMENTS) | ROLES
    for table in TABLES:
        for phrase in table:
            assert phrase == phrase.lower().replace("-", " ").strip()
            assert parse_prompt(phrase) != parse_prompt(""), phrase


def test_every_style_can_be_named():
    for name in STYLES:
        assert chosen(f"{name} music") == name


@pytest.mark.parametrize(
    ("prompt", "styles"),
    [
        ("sad piano", "piano"),
        ("spooky", "horror"),
        ("comedy pizzicato", "comedy"),
        ("gregorian choir in a cathedral", "choral"),
        ("western showdown", "western"),
        ("slow emotional strings, no percussion", "orchestral"),
        ("Daft Punk", "house"),
        ("a commercial for toothpaste", "corporate"),
        ("two penguins falling in love on ice", "comedy, piano, orchestral"),
        ("lonely astronaut drifting through space", "ambient, cinematic"),
        ("high speed motorcycle chase", "chase, rock"),
        ("baby elephant learns to walk", "comedy"),
        ("haunted dollhouse, music box", "horror"),
        ("8-bit boss battle", "chiptune"),
        ("EDM festival drop", "house"),
        ("tense heist, upright bass", "suspense"),
        ("epic orchestral trailer with taiko drums", "epic"),
        ("orchestral waltz", "waltz"),
        ("traurige Klaviermusik", "piano"),
        ("lustige Zirkusmusik", "circus, comedy"),
        ("schnelle Verfolgungsjagd mit Streichern", "chase"),
        ("música triste de piano", "piano"),
        ("una persecución rápida", "chase"),
        ("valse mélancolique", "waltz"),
        ("悲しいピアノ", "piano"),
        ("明るいポップス", "pop"),
        ("紧张的追逐音乐", "chase"),
        ("欢快的桑巴", "samba"),
    ],
)
def test_words_that_name_no_style_choose_one_that_fits(prompt: str, styles: str):
    assert chosen(prompt) in styles.split(", ")


def test_refused_styles_and_moods_are_never_chosen():
    assert "horror" in parse_prompt("not spooky").unwanted_styles
    assert "jazz" in parse_prompt("anything but jazz, no jazz").unwanted_styles
    assert parse_prompt("not sad").avoided_colours == (Colour.DARK,)


@pytest.mark.parametrize(
    ("prompt", "shape"),
    [("starts quiet and builds", Shape.BUILD), ("builds to a huge drop", Shape.DROP), ("calms down", Shape.WIND_DOWN),
     ("a steady loop", Shape.STEADY), ("rises and falls", Shape.ARCH), ("steigert sich", Shape.BUILD), ("piano", None)],
)  # fmt: skip
def test_words_give_the_piece_a_shape(prompt: str, shape: Shape | None):
    assert parse_prompt(prompt).shape is shape


@pytest.mark.parametrize(("prompt", "players"), [("jazz trio", 3), ("a violin and piano duo", 2), ("jazz", None)])
def test_the_size_of_the_band(prompt: str, players: int | None):
    assert parse_prompt(prompt).players == players


def test_the_pace_is_read():
    assert parse_prompt("slow and sad").pace is Pace.SLOW
    assert parse_prompt("uptempo").pace is Pace.FAST
    assert parse_prompt("not too fast").pace is None


def test_how_words_were_read_is_kept_and_told_in_the_language_of_the_engine():
    assert ("spooky", "horror, dark mood") in parse_prompt("spooky harp").readings
    (note,) = parse_prompt("traurige Geige, kein Klavier").notes
    assert note == "The prompt was read as German: sad violin , no piano."
    assert parse_prompt("a sad violin").notes == ()
