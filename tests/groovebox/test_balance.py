"""Prompts that ask for more, for less, and for later: what is written, and who comes in when."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.groovebox.arranger.arrange import Arrangement, arrange
from kinescore.groovebox.balance import balanced
from kinescore.groovebox.prompt.parse import parse_prompt, read_prompt
from kinescore.groovebox.prompt.prompt_intent import Place
from kinescore.groovebox.prompt.resolve import table_votes
from kinescore.groovebox.styles import STYLES
from tests.groovebox.made_dances import made_dance
from tests.groovebox.test_prompt_classes import best

DANCE = made_dance()


def played(prompt: str, style: str = "house") -> tuple[Arrangement, list[str]]:
    intent = parse_prompt(prompt)
    return balanced(arrange(DANCE, 40.0, STYLES[style], intent, 1), intent)


def levels(prompt: str, stem: str, style: str = "house") -> list[float]:
    return [part.level_db for part in played(prompt, style)[0].score.parts if part.stem == stem]


@pytest.mark.parametrize(
    "prompt", ["less bass", "quieter bass", "not too much bass", "weniger Bass", "menos bajo", "moins de basse"]
)
def test_less_of_an_instrument_is_quieter_and_not_silent(prompt: str) -> None:
    assert levels(prompt, "bass") == [level - 6 for level in levels("", "bass")]
    assert levels(prompt, "drums") == levels("", "drums")


@pytest.mark.parametrize("prompt", ["more piano", "lots of piano", "mehr Klavier", "focus on piano"])
def test_more_of_an_instrument_plays_and_is_louder(prompt: str) -> None:
    piano = [part.level_db for part in played(prompt)[0].score.parts if part.instrument == "piano"]
    plain = [part.level_db for part in played("piano")[0].score.parts if part.instrument == "piano"]
    assert piano
    assert max(piano) == max(plain) + 4


def test_less_ends_with_its_thing() -> None:
    intent = parse_prompt("less bass and more piano in a dark mood")
    assert intent.balance == (("bass", -6.0), ("piano", 4.0))
    assert intent.mood is not None
    assert intent.mood.name == "dark"
    assert not intent.unwanted


def test_less_of_a_mood_refuses_it() -> None:
    assert parse_prompt("less sad, happy").mood.name == "joyful"
    assert not parse_prompt("less sad, happy").balance


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("no drums until the drop", Place.DROP),
        ("without drums before the chorus", Place.CHORUS),
        ("no drums till halfway", Place.MIDDLE),
        ("no drums until the very end", Place.END),
    ],
)
def test_what_is_refused_until_some_place_comes_in_there(prompt: str, place: Place) -> None:
    assert parse_prompt(prompt).late[0] == ("drums", place)
    arrangement, notes = played(prompt)
    struck = [part for part in arrangement.score.parts if part.stem in ("drums", "percussion")]
    starts = np.array([note.start_seconds for part in struck for note in part.notes])
    (said,) = notes
    enters = float(said.split(" at ")[1].split(" s")[0])
    assert 5.0 < enters < 39.0
    assert starts.min() >= enters - 0.06
    assert starts.min() < enters + 2.5
    assert place.value in said
    before = [
        n for part in arrangement.score.parts if part.stem == "bass" for n in part.notes if n.start_seconds < enters
    ]
    assert before


def test_what_is_refused_for_good_stays_away() -> None:
    arrangement, notes = played("no drums, builds to a drop")
    assert not [part for part in arrangement.score.parts if part.stem == "drums"]
    assert not notes


def test_somebody_who_is_not_there_cannot_be_quieter() -> None:
    assert played("less saxophone", "rock")[1] == ["There is no saxophone in this piece to turn up or down."]


@pytest.mark.parametrize(
    "prompt", ["the hacker breaks into a bank", "she locks the door", "a locked room", "the mother rocks her baby"]
)
def test_what_is_done_is_no_kind_of_music(prompt: str) -> None:
    assert parse_prompt(prompt).style is None


@pytest.mark.parametrize(
    ("prompt", "style"),
    [
        ("a bridge in the rain, jazz", "jazz"),
        ("Kaffeehausjazz", "jazz"),
        ("Partytechno ohne Klavier", "techno"),
        ("没有鼓的爵士", "jazz"),
    ],
)
def test_compounds_and_words_between_others(prompt: str, style: str) -> None:
    intent = parse_prompt(prompt)
    assert intent.style == style
    assert not any("read as 'bride'" in note for note in intent.notes)


def test_a_place_says_less_than_who_is_there_and_a_deserted_one_next_to_nothing() -> None:
    votes = dict(parse_prompt("ghosts on the beach").votes)
    assert votes["horror"] > votes["bossa nova"]
    assert dict(table_votes(read_prompt("an abandoned playground"))).get("comedy", 0.0) < 1.0
    assert best("an abandoned playground") != "comedy"


@pytest.mark.parametrize("prompt", ["killer bass", "monster drop", "sick beat", "filthy groove"])
def test_how_hard_it_hits_is_no_scene(prompt: str) -> None:
    intent = parse_prompt(prompt)
    assert intent.mood is not None
    assert intent.mood.name == "energetic"
    assert not {style for style, _ in table_votes(read_prompt(prompt))} & {"horror", "suspense"}
    assert best(prompt) not in {"horror", "suspense"}
