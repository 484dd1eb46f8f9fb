"""What words say by their meaning, jokes of the mighty at home, and who plays where only some are to."""

from __future__ import annotations

import pytest

from kinescore.groovebox.prompt.evidence import evidence
from kinescore.groovebox.prompt.lexicon import is_english
from kinescore.groovebox.prompt.parse import parse_prompt, read_prompt
from kinescore.groovebox.styles import STYLES


def chosen(prompt: str) -> str:
    intent = parse_prompt(prompt)
    votes = [vote for vote in intent.votes if vote[0] not in intent.unwanted_styles]
    return intent.style or max(votes, key=lambda vote: vote[1], default=("", 0.0))[0]


def test_a_word_that_no_table_has_speaks_for_styles_that_exist() -> None:
    word = "cemeteries"
    found = dict(evidence([word], {}, ()))
    assert found
    assert found.keys() <= STYLES.keys()
    assert max(found, key=found.__getitem__) == "horror"


def test_words_of_no_language_say_nothing_and_order_does_not_matter() -> None:
    assert evidence(["qwrtzp", "xxyyzz"], {}, ()) == ()
    assert evidence(["ocean", "piano"], {}, ()) == evidence(["piano", "ocean"], {}, ())


def test_it_speaks_only_where_a_style_is_likely_to_do() -> None:
    vague = "meanwhile"
    assert not is_english(vague)
    assert evidence([vague], {}, ()) == ()
    assert evidence([vague], {}, (("horror", 4.0),))


def test_moods_players_and_what_tables_suggest_are_evidence_too() -> None:
    def horror(*marks: str) -> float:
        return dict(evidence(["attic"], dict.fromkeys(marks, 1.0), (("horror", 4.0),)))["horror"]

    assert horror("mood playful") < horror() < horror("suggested suspense")


def test_who_only_refuses_leaves_the_style_to_the_movement() -> None:
    assert not parse_prompt("no strings, no drums").votes


def test_what_is_refused_is_no_evidence() -> None:
    assert "ocean" in read_prompt("the ocean, piano").said
    assert "ocean" not in read_prompt("piano, no ocean").said


@pytest.mark.parametrize(
    ("prompt", "is_joke"),
    [
        ("a vampire bakes cupcakes", True),
        ("a viking at the hairdresser's", True),
        ("a vampire in the crypt", False),
        ("a sad vampire bakes cupcakes, tense", False),
    ],
)
def test_the_mighty_at_a_household_s_work_are_a_joke_unless_a_mood_says_otherwise(prompt: str, is_joke: bool) -> None:
    taken = {taken for words, taken in parse_prompt(prompt).readings if " and " in words}
    assert ("comedy" in taken) == is_joke


def test_strings_alone_are_no_piano_piece() -> None:
    assert "piano" in dict(parse_prompt("a mother says farewell, strings").votes)
    assert "piano" not in dict(parse_prompt("a mother says farewell, only strings").votes)
    assert chosen("a mother says farewell, only piano") == "piano"


@pytest.mark.parametrize("prompt", ["night market food stalls", "rival magicians outdo each other"])
def test_one_word_that_is_foreign_too_makes_no_foreign_prompt(prompt: str) -> None:
    assert not any("was read as" in note for note in parse_prompt(prompt).notes)


def test_a_locker_room_is_no_locking() -> None:
    assert parse_prompt("locker room talk").style is None


def test_what_all_words_mean_together_is_said_where_it_decides() -> None:
    prompt = "a lonely lighthouse keeper waits"
    assert ("all words together", chosen(prompt)) in parse_prompt(prompt).readings
    assert all(words != "all words together" for words, _ in parse_prompt("spooky harp").readings)
