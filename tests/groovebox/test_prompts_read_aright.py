"""Words that were read as others, and instruments in moods: classes of misses of prompts that were new."""

from __future__ import annotations

import unicodedata
from unittest import mock

import pytest

from kinescore.groovebox.prompt.languages.spaced import SPACED, Spaced
from kinescore.groovebox.prompt.lexicon import KNOWN, known_form
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.prompt.slips import neighbour
from kinescore.groovebox.prompt.words import doubles
from kinescore.groovebox.prompt.words.doubles import NO_FORMS
from kinescore.groovebox.prompt.words.in_moods import IN_MOODS
from kinescore.groovebox.prompt.words.instruments import INSTRUMENT_PHRASES
from kinescore.groovebox.prompt.words.moods import MOODS
from kinescore.groovebox.styles import STYLES
from tests.groovebox.test_prompt_classes import best


@pytest.mark.parametrize(
    ("prompt", "misread"),
    [
        ("a quiet evening by the lake", "form: steady"),
        ("an organic texture", "organ"),
        ("the leading lady arrives", "melody"),
        ("warm lighting, slow pan", "sparser"),
        ("a lazy sunday", "comedy"),
        ("clean and modern", "comedy"),
        ("holding a lantern", "romantic mood"),
        ("dust in the light", "comedy"),
        ("glass breaking in slow motion", "break"),
        ("dawn breaking over the ridge", "break"),
        ("a latin mass in the crypt", "latin"),
        ("una mujer con celos", "string section"),
        ("a bear growls in the cave", "dubstep"),
        ("children jump up and down", "drum and bass"),
        ("one drop falls into the lake", "reggae"),
        ("the priest says amen", "drum and bass"),
        ("a hoover chases the cat", "techno"),
        ("golden era of hollywood", "hip-hop"),
        ("sharks thrash in the water", "rock"),
        ("rollers crash on the beach", "drum and bass"),
        ("he shreds the documents", "rock"),
    ],
)
def test_a_word_is_not_taken_for_another(prompt: str, misread: str) -> None:
    intent = parse_prompt(prompt)
    assert intent.style != misread
    assert all(misread not in meaning.split(", ") for _, meaning in intent.readings)


@pytest.mark.parametrize(
    ("prompt", "style"),
    [
        ("boss fight in the cathedral, latin choir", "choral"),
        ("les lutins dansent dans la forêt, irlandais", "celtic"),
        ("アイドルのダンス動画用、キラキラした曲", "k-pop"),
        ("el traidor se quita la máscara", "suspense"),
        ("tiefes Blech, bedrohlich", "epic"),
        ("zumba but not too fast", "latin"),
    ],
)
def test_words_of_musicians_and_peoples_decide(prompt: str, style: str) -> None:
    assert best(prompt) == style


def test_off_refuses_what_plays_and_nothing_else() -> None:
    assert ("not drums", "left out") in parse_prompt("drums off").readings
    assert all(meaning != "left out" for _, meaning in parse_prompt("rain dripping off the awning").readings)


def test_a_thing_that_is_named_twice_counts_once() -> None:
    once, twice = (parse_prompt(f"an old man on a bench, {place} empty") for place in ("half", "half of the bench"))
    assert once.votes == twice.votes
    assert parse_prompt("Numéro de trapèze sous chapiteau").readings.count(("acrobat", "circus, playful mood")) == 2


def test_a_breaking_battle_is_still_a_dance() -> None:
    assert parse_prompt("a breaking battle").style == "break"
    assert parse_prompt("breaking, heavy drums").style == "break"


def test_each_word_that_only_looks_like_a_form_would_be_read_as_one() -> None:
    with mock.patch.object(doubles, "NO_FORMS", frozenset()):
        known_form.cache_clear()
        read = {word: known_form(word) or neighbour(word) for word in NO_FORMS - KNOWN}
    known_form.cache_clear()
    assert [word for word, form in read.items() if form is None] == []


@pytest.mark.parametrize(
    ("prompt", "said"),
    [("2020年代のポップ", "2020s"), ("80年代のポップ", "80s"), ("20年代のジャズ", "1920s"), ("ｼﾞｬｽﾞ", "jazz")],
)
def test_decades_and_narrow_kana_are_read(prompt: str, said: str) -> None:
    assert said in " ".join(parse_prompt(prompt).notes)


def test_sixteen_beats_are_no_tempo() -> None:
    assert parse_prompt("16拍のループ").tempo_bpm is None
    assert parse_prompt("120拍").tempo_bpm == 120.0


def test_kana_in_pieces_are_whole() -> None:
    whole = parse_prompt("ドラムなしのジャズ")
    assert parse_prompt(unicodedata.normalize("NFD", "ドラムなしのジャズ")) == whole
    assert "drums" in whole.unwanted
    assert whole.style == "jazz"


@pytest.mark.parametrize("language", SPACED, ids=lambda language: language.name)
def test_the_longest_phrases_are_found(language: Spaced) -> None:
    lost = [phrase for phrase in language.phrases if language.meaning(phrase.split(), 0) is None]
    assert lost == []


@pytest.mark.parametrize(
    ("prompt", "styles"),
    [
        ("sad beats", {"lo-fi"}),
        ("dark beats", {"trap"}),
        ("happy guitar", {"pop", "country"}),
        ("lonely guitar", {"country", "bossa nova"}),
        ("angry strings", {"suspense", "horror"}),
        ("dark organ", {"horror"}),
        ("romantic guitar", {"bossa nova", "latin"}),
        ("chill electronic", {"ambient", "lo-fi"}),
        ("tense synth", {"techno", "synthwave"}),
        ("sad piano", {"piano"}),
    ],
)
def test_an_instrument_is_at_home_elsewhere_in_another_mood(prompt: str, styles: set[str]) -> None:
    assert best(prompt) in styles


def test_moods_instruments_and_styles_of_the_table_exist() -> None:
    keys = {*INSTRUMENT_PHRASES.values(), "beat"}
    pairs = [pair.split(" ", 1) for pair in IN_MOODS]
    assert all(mood in MOODS and key in keys for mood, key in pairs)
    assert {*IN_MOODS.values()} <= STYLES.keys()


@pytest.mark.parametrize(
    ("prompt", "styles"),
    [
        ("perfume commercial, sensual, dusk", {"jazz", "bossa nova", "orchestral", "ambient"}),
        ("documentary about a haunted prison", {"suspense", "horror"}),
        ("advertisement, sneakers, street dance crew", {"hip-hop", "middle hip-hop"}),
        ("a commercial", {"corporate"}),
    ],
)
def test_what_is_made_counts_less_than_what_it_is_about(prompt: str, styles: set[str]) -> None:
    assert best(prompt) in styles


@pytest.mark.parametrize(
    ("prompt", "style"),
    [
        ("174 bpm, chopped amen, reese underneath", "drum and bass"),
        ("four to the floor, warm chords, terrace at sunrise", "house"),
        ("plainchant, unaccompanied, long cathedral tail", "choral"),
        ("dabke line at a wedding", "middle eastern"),
        ("boom bap, rainy block", "middle hip-hop"),
        ("melancólico, con bandoneón", "tango"),
        ("toprock into a windmill", "break"),
        ("growls and wobbles, heavy bass", "dubstep"),
        ("thrash metal, no mercy", "rock"),
        ("懐かしいファミコンっぽい音", "chiptune"),
    ],
)
def test_terms_of_musicians_and_dancers_name_a_style(prompt: str, style: str) -> None:
    assert best(prompt) == style
