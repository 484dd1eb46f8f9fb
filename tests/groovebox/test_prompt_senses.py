"""Words for music that are things, numbers that are no decades, slips that sound alike, moods that win over scenes."""

from __future__ import annotations

import pytest

from kinescore.groovebox.prompt.lexicon import known_form
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.prompt.slips import slip_of


def chosen(prompt: str) -> str:
    intent = parse_prompt(prompt)
    votes = [vote for vote in intent.votes if vote[0] not in intent.unwanted_styles]
    return intent.style or max(votes, key=lambda vote: vote[1], default=("", 0.0))[0]


@pytest.mark.parametrize(
    "prompt",
    [
        "a girl on a swing", "the metal door closes", "industrial robots at work", "acid rain falls", "my demo reel",
        "he reels in a fish", "a dentist with a drill", "he outruns the guards", "his soul floats away", "a polka dot",
        "a festive atmosphere", "une maison au bord du lac", "das Haus am See", "la casa del pintor", "农村的孩子",
    ],
)  # fmt: skip
def test_things_that_are_no_music(prompt: str) -> None:
    assert parse_prompt(prompt).style is None


@pytest.mark.parametrize(
    ("prompt", "style"),
    [
        ("a swing tune", "jazz"), ("some swing", "jazz"), ("death metal chase", "rock"), ("metal", "rock"),
        ("industrial techno", "techno"), ("an Irish reel", "celtic"), ("outrun", "synthwave"), ("soul", "lock"),
    ],
)  # fmt: skip
def test_the_same_words_are_music_where_they_are_said_of_it(prompt: str, style: str) -> None:
    assert parse_prompt(prompt).style == style


def test_a_number_is_no_decade() -> None:
    for prompt in ("about 30 seconds", "40 penguins", "a 30s spot"):
        assert not any("jazz" in taken for _, taken in parse_prompt(prompt).readings)
    assert chosen("the 30s") == chosen("30's") == "jazz"


@pytest.mark.parametrize(
    ("prompt", "tempo"),
    [
        ("house, around 124", 124.0), ("tempo 96, piano", 96.0), ("tempo: 128", 128.0), ("84bpm", 84.0),
        ("120 beats per minute", 120.0), ("a man around 60, sad", None), ("about 90 seconds", None),
        ("x, ²", None), ("² bpm", None),
    ],
)  # fmt: skip
def test_how_a_tempo_is_told(prompt: str, tempo: float | None) -> None:
    assert parse_prompt(prompt).tempo_bpm == tempo


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("xylofone", "xylophone"), ("guittar", "guitar"), ("orkestra", "orchestra"), ("vialin", "violin"),
     ("creapy", "creepy"), ("cringe", None), ("leather", None), ("course", None), ("dinner", None)],
)  # fmt: skip
def test_slips_sound_alike_and_are_no_other_word(slip: str, meant: str | None) -> None:
    assert slip_of(slip) == meant


@pytest.mark.parametrize(
    ("prompt", "style"),
    [
        ("a sad dog", "piano"), ("a lonely robot", "piano"), ("a friendly monster under the bed", "comedy"),
        ("a happy skeleton dances", "comedy"), ("romantic dinner of two zombies", "comedy"), ("a ghost", "horror"),
    ],
)  # fmt: skip
def test_a_mood_wins_over_what_a_being_is_by_itself(prompt: str, style: str) -> None:
    assert chosen(prompt) == style


def test_verbs_in_phrases_stand_in_any_form() -> None:
    assert [known_form(words) for words in ("runs away", "breaking up")] == ["run away", "break up"]
    assert known_form("drums and bass") is None


def test_what_is_in_a_refused_mood_says_little() -> None:
    intent = parse_prompt("not scary, just a haunted house for toddlers")
    assert chosen("not scary, just a haunted house for toddlers") == "comedy"
    assert intent.mood is not None
    assert intent.mood.name == "playful"


@pytest.mark.parametrize("prompt", ["space marines storm the alien hive", "an old master does tai chi, bamboo flute"])
def test_an_english_sentence_is_in_no_other_language(prompt: str) -> None:
    assert not any("was read as" in note for note in parse_prompt(prompt).notes)


def test_one_instrument_by_itself_plays_alone() -> None:
    assert parse_prompt("a corridor, one violin").solo
    assert not parse_prompt("it begins with one piano note, then drums").solo


def test_musicians_whose_name_is_a_word() -> None:
    assert parse_prompt("rainy night, burial style").style == "dubstep"
    assert parse_prompt("the burial of a friend").style is None


@pytest.mark.parametrize("prompt", ["神社で踊る", "着物の少女", "古寺、琴", "京剧"])
def test_places_of_a_people(prompt: str) -> None:
    assert chosen(prompt) == "asian"


def test_a_word_that_is_weighed_is_not_unknown() -> None:
    weighed = parse_prompt("cemeteries, administrators")
    assert ("administrators", "weighed by what it means") in weighed.readings
    assert not any("administrators" in note for note in weighed.notes)
    assert any("does not know 'qwrtzp'" in note for note in parse_prompt("qwrtzp, piano").notes)
    assert any("'administrators' could only have" in note for note in parse_prompt("techno, administrators").notes)
    assert any("clearly suggested by 'meanwhile'" in note for note in parse_prompt("meanwhile").notes)
    assert any("does not know 'administrators'" in note for note in parse_prompt("piano, no administrators").notes)


@pytest.mark.parametrize(
    ("prompt", "style"), [("Dakar", "afrobeat"), ("Lisbon", "latin"), ("Neapel", "waltz"), ("lima beans", "")]
)
def test_places_have_a_music(prompt: str, style: str) -> None:
    assert chosen(prompt) == style
