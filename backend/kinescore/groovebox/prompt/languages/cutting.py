"""Text without spaces -> words: the cheapest way to cut it, where a word that is known costs least."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kinescore.groovebox.prompt.languages.japanese_endings import Stem

_LONGEST = 12
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]+")
_HIRAGANA = re.compile(r"[\u3041-\u309f]")
_LATIN = re.compile(r"\d/\d|[A-Za-z0-9#♯♭&'.+-]+")
_NEVER_FIRST = frozenset("ゃゅょっぁぃぅぇぉんーャュョッァィゥェォンヽゝ")
_NEVER_A_SENTENCE_BEGINS = frozenset("がのをにはもへとやでなくいてただ")
_WORD, _EMPTY_WORD, _SINGLE, _EMPTY_SINGLE, _BORROWED, _INFLECTED = 1.0, 1.06, 1.25, 1.05, 1.6, 1.04
"""Of two ways to cut a text into as many words, the one whose single characters say nothing is right."""
_UNKNOWN_KATAKANA, _UNKNOWN, _UNKNOWN_LETTER, _STRAY = 3.0, 1.0, 1.6, 1.3
_LONGEST_UNKNOWN = 8
_BY_HALVES = 4


class Piece(NamedTuple):
    """A word as it is written, and its English: "" where it says nothing, None where it is unknown."""

    text: str
    english: str | None


@dataclass(frozen=True)
class Lexicon:
    """words: what the language has. borrowed: what the other one has. stems: of words that are inflected."""

    words: Mapping[str, str]
    borrowed: Mapping[str, str]
    stems: Mapping[str, Sequence[Stem]] = field(default_factory=dict)
    doubles: bool = False
    """Whether a word may be said twice: "kuai kuai le le"."""


def cut(text: str, lexicon: Lexicon) -> tuple[list[Piece], float]:
    """Return the words of `text`, and what they cost in all. A run of katakana is one word unless known words make up
    all of it; an unknown stretch is one word."""
    costs: list[float] = [0.0] + [float("inf")] * len(text)
    last: list[tuple[int, Piece] | None] = [None] * (len(text) + 1)
    for start in range(len(text)):
        for piece, cost in _pieces_at(text, start, lexicon) if costs[start] < float("inf") else ():
            end = start + len(piece.text)
            if costs[start] + cost < costs[end]:
                costs[end], last[end] = costs[start] + cost, (start, piece)
    found: list[Piece] = []
    end = len(text)
    while (step := last[end]) is not None:
        found.append(step[1])
        end = step[0]
    return found[::-1], costs[-1]


def _pieces_at(text: str, start: int, lexicon: Lexicon) -> Iterator[tuple[Piece, float]]:
    if latin := _LATIN.match(text, start):
        yield Piece(latin.group(), latin.group()), _SINGLE
    yield from _known_at(text, start, lexicon)
    yield from _unknown_at(text, start)


def _known_at(text: str, start: int, lexicon: Lexicon) -> Iterator[tuple[Piece, float]]:
    stray = _STRAY if start == 0 and text[0] in _NEVER_A_SENTENCE_BEGINS else 0.0
    shortest = 2 if start and text[start] in _NEVER_FIRST else 1
    for length in range(min(_LONGEST, len(text) - start), shortest - 1, -1):
        word, end = text[start : start + length], start + length
        single = length == 1
        if word in lexicon.words:
            yield Piece(word, lexicon.words[word]), _cost(lexicon.words[word], single) + stray * single
        elif word in lexicon.borrowed and not single:
            yield Piece(word, lexicon.borrowed[word]), _BORROWED
        elif lexicon.doubles and lexicon.words.get(once := _said_once(word)):
            yield Piece(word, lexicon.words[once]), _WORD
        for stem in lexicon.stems.get(word, ()):
            if (ending := stem.ending.match(text, end)) and (ending.group() or length > 1):
                yield Piece(word + ending.group(), _inflected(stem, ending)), _INFLECTED


def _cost(meaning: str, is_single: bool) -> float:
    if is_single:
        return _SINGLE if meaning else _EMPTY_SINGLE
    return _WORD if meaning else _EMPTY_WORD


def _said_once(word: str) -> str:
    """ "AA" and "A yi A" as "A", "AABB" as "AB", else the word."""
    if len(word) == _BY_HALVES and word[0] == word[1] and word[2] == word[3]:
        return word[0] + word[2]
    is_twice = (len(word) == 2 and word[0] == word[1]) or (len(word) == 3 and word[0] == word[2] and word[1] in "一了")
    return word[0] if is_twice else word


def _inflected(stem: Stem, ending: re.Match[str]) -> str:
    """Who "does not sleep" is not asleep, which is no wish of the music; "not frightening" is one."""
    if not any(said for group, said in ending.groupdict().items() if group.startswith("not")):
        return stem.meaning
    is_wish = stem.is_adjective and stem.meaning and ending["not"]
    return f", no {stem.meaning} ," if is_wish else ""


def _unknown_at(text: str, start: int) -> Iterator[tuple[Piece, float]]:
    katakana = _KATAKANA.match(text, start)
    if katakana:
        if start == 0 or not _KATAKANA.match(text[start - 1]):
            yield Piece(katakana.group(), None), _UNKNOWN_KATAKANA
        return
    if _LATIN.match(text, start):
        return
    is_kana = bool(_HIRAGANA.match(text, start))
    for length in range(1, min(_LONGEST_UNKNOWN, len(text) - start) + 1):
        letter = text[start + length - 1]
        if bool(_HIRAGANA.match(letter)) != is_kana or _KATAKANA.match(letter) or _LATIN.match(letter):
            return
        yield Piece(text[start : start + length], None), _UNKNOWN + _UNKNOWN_LETTER * length
