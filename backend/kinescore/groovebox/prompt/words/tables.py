"""How the tables of words are written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Hint:
    """What a phrase says of the music without naming a genre.

    styles: names of styles that would suit, the best first. mood: the name of a mood, or "".
    """

    styles: tuple[str, ...]
    mood: str = ""


def read_table(text: str) -> dict[str, str]:
    """Read lines "meaning: phrase, phrase" (indented lines go on) as {phrase: meaning}."""
    table: dict[str, str] = {}
    for line in text.strip().replace("\n    ", " ").splitlines():
        meaning, phrases = line.split(": ", 1)
        table.update((phrase.strip(), meaning) for phrase in phrases.split(","))
    return table


def read_hints(text: str) -> Mapping[str, Hint]:
    """Read lines "style, style / mood: phrase, phrase" as {phrase: Hint}; either side of the stroke may be missing."""
    return {phrase: _hint(meaning) for phrase, meaning in read_table(text).items()}


def _hint(meaning: str) -> Hint:
    styles, _, mood = meaning.partition("/")
    return Hint(tuple(style.strip() for style in styles.split(",") if style.strip()), mood.strip())


def words(text: str) -> frozenset[str]:
    """Read words between spaces."""
    return frozenset(text.split())
