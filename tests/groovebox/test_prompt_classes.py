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
        ("Omas Kaffeekränzchen", "bossa nova"),
        ("a heartwarming kitten", "piano"),
        ("Kneipenschlägerei", "chase"),
        ("屋上での追跡劇", "chase"),
        ("un osito baila", "comedy"),
        ("Chicago, 1923", "jazz"),
        ("戰鬥機器人，搖滾", "rock"),
        ("lost souls in the attic", "horror"),
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


@pytest.mark.parametrize(
    "prompt",
    [
        "Klavier, sans rythme",
        "musique d'ambiance sans rythme",
        "weder Schlagzeug noch Bass, nur Streicher",
        "schlagzeugfreie Entspannungsmusik",
        "ドラムとベースなし、ピアノ中心",
        "ドラムは使わないで、静かなピアノ",
        "没鼓点的钢琴",
        "ni batterie ni basse, ambiance spatiale",
        "evita la batería, algo suave",
        "strings instead of drums",
    ],
)
def test_drums_are_refused_in_the_grammar_of_each_language(prompt: str) -> None:
    assert "drums" in parse_prompt(prompt).unwanted
    assert "drums" not in parse_prompt(prompt).wanted


@pytest.mark.parametrize(
    "prompt", ["noch ein Klavier, bitte", "せつなくて静かなピアノ", "ピアノだけでなく弦も", "不断变化的钢琴"]
)
def test_what_sounds_like_a_refusal_and_is_none(prompt: str) -> None:
    assert "piano" in parse_prompt(prompt).wanted


def test_accents_tell_words_apart() -> None:
    assert "market" in in_english("le marché aux poissons", is_english)[0]
    assert in_english("une marche militaire", is_english)[0].split()[0] == "march"
    assert "bear" in in_english("ein Bär im Wald", is_english)[0]


def test_one_foreign_word_in_an_english_sentence_makes_it_no_other_language() -> None:
    assert in_english("walkout for a boxing maestra of the ring", is_english)[1] == ""
    assert in_english("whooshes and footsteps on gravel, Kneipenschlägerei", is_english)[1] == "German"


def test_an_instrument_that_is_refused_takes_its_own_style_along() -> None:
    assert "piano" in parse_prompt("sad cello instead of piano").unwanted_styles
    assert "choral" in parse_prompt("church scene, no choir").unwanted_styles
