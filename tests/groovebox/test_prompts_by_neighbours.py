"""Words that no table has, names that are everyday words, and kinds of music that colour each other."""

from __future__ import annotations

import pytest

from kinescore.groovebox.prompt.lexicon import is_english, known_form
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.prompt.words.neighbours import NEIGHBOURS


def chosen(prompt: str) -> str:
    intent = parse_prompt(prompt)
    return intent.style or max(intent.votes, key=lambda vote: vote[1], default=("", 0.0))[0]


def test_every_neighbour_is_a_phrase_of_the_tables_and_no_known_word_has_one() -> None:
    assert all(known_form(phrase) for phrase in NEIGHBOURS.values())
    strangers = [word for word in NEIGHBOURS if not is_english(word)]
    assert len(strangers) > 0.9 * len(NEIGHBOURS)


def test_an_unknown_word_is_read_as_its_neighbour_and_it_is_told() -> None:
    intent = parse_prompt("galactic in autumn light")
    assert any("'galactic' is taken for 'galaxy'" in note for note in intent.notes)
    assert not any("does not know" in note and "galactic" in note for note in intent.notes)


def test_a_neighbour_can_be_refused() -> None:
    assert "asian" in parse_prompt("no korean").unwanted_styles


@pytest.mark.parametrize(
    ("prompt", "style"),
    [
        ("Queen style anthem", "rock"),
        ("the queen enters the throne room", "orchestral or epic"),
        ("Prince type beat", "funk"),
        ("a prince rides home", "orchestral"),
        ("pop punk rebellion", "rock"),
        ("acid jazz groove", "jazz"),
        ("a gang of raccoons", "comedy"),
        ("slam dunk highlight reel", "hip-hop"),
        ("the child's funeral", "piano"),
        ("kickboxing at dusk", "rock"),
        ("hackers break into the bank", "suspense"),
        ("soft guitar, no drums", "ambient"),
    ],
)
def test_what_is_meant_is_chosen(prompt: str, style: str) -> None:
    assert chosen(prompt) in style.split(" or ")


@pytest.mark.parametrize("prompt", ["house of cards", "break the ice", "the drill sergeant"])
def test_more_things_that_are_no_music(prompt: str) -> None:
    assert parse_prompt(prompt).style is None


def test_small_words_alone_show_the_language() -> None:
    notes = parse_prompt("un torero entra en la plaza").notes
    assert any("read as Spanish" in note for note in notes)
    assert not any("'la'" in note for note in notes)
