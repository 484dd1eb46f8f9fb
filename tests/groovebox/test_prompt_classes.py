"""Classes of words that no table can hold one by one: compounds, cognates, Japanese without kana, moods over jokes."""

from __future__ import annotations

import pytest

from kinescore.groovebox.prompt.languages.translation import in_english
from kinescore.groovebox.prompt.lexicon import is_english
from kinescore.groovebox.prompt.parse import parse_prompt


def best(prompt: str) -> str:
    intent = parse_prompt(prompt)
    return intent.style or max(intent.votes, key=lambda vote: vote[1])[0]


@pytest.mark.parametrize(
    ("prompt", "style"),
    [
        ("Zirkusdirektor begrüßt das Publikum", "circus"),
        ("Friedhofsgärtner bei der Arbeit", "horror"),
        ("un château au bord du lac", "orchestral"),
        ("un moment dramatique", "epic"),
        ("Omas Kaffeekränzchen, gemütlich", "bossa nova"),
        ("a kitten sleeps, heartwarming", "ambient"),
    ],
)
def test_words_of_a_class_are_read(prompt: str, style: str) -> None:
    assert best(prompt) == style


@pytest.mark.parametrize(
    ("prompt", "language"),
    [
        ("海辺散歩", "Japanese"),
        ("卒業式", "Japanese"),
        ("桜満開", "Japanese"),
        ("海边散步", "Chinese"),
        ("毕业典礼", "Chinese"),
    ],
)
def test_kanji_without_kana_are_told_by_their_shape(prompt: str, language: str) -> None:
    assert in_english(prompt, is_english)[1] == language


def test_a_tail_that_is_a_word_by_chance_makes_no_compound() -> None:
    assert "duck" not in in_english("ambiente tranquilo y romantico", is_english)[0]


def test_who_wants_no_vocals_wants_no_choir_unless_it_is_asked_for() -> None:
    assert "choir" in parse_prompt("horror, no vocals").unwanted
    assert "choir" in parse_prompt("choir in a cave, no vocals").wanted
    assert "choir" not in parse_prompt("choir in a cave, no vocals").unwanted
