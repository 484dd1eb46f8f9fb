"""Refusals other than by a small word before the thing: "nix the drums", "drums: none", "no party without trumpets"."""

from __future__ import annotations

from collections.abc import Sequence

from kinescore.groovebox.prompt.lexicon import known_form
from kinescore.groovebox.prompt.senses import BREAKS
from kinescore.groovebox.prompt.words import grammar, refusing
from kinescore.groovebox.prompt.words.instruments import INSTRUMENT_PHRASES

_LONGEST = 4


def is_refused_later(tokens: Sequence[str], index: int, phrase: str) -> bool:
    """Whether an instrument, which ends before `index`, is refused in what follows: by words that say so anywhere in
    its part of the sentence or that are all of the next, or by a short one ("out", "no") that ends its own."""
    if phrase not in INSTRUMENT_PHRASES or phrase in refusing.PLAYERS:
        return False
    place = _after_all_that_is_joined(tokens, index)
    while tokens[place : place + 1] and tokens[place] in refusing.BEFORE_THAT:
        place += 1
    for end in range(min(place + _LONGEST, len(tokens)), place, -1):
        if " ".join(tokens[place:end]) in refusing.AT_THE_END and {*tokens[end : end + 1]} <= BREAKS:
            return True
    until = _end(tokens, place)
    said = f" {' '.join(tokens[place:until])} "
    if any(f" {refusal} " in said for refusal in refusing.AFTER_IT):
        return True
    return until == place and " ".join(tokens[place + 1 : _end(tokens, place + 1)]) in refusing.AFTER_IT


def is_played_next(tokens: Sequence[str], index: int) -> bool:
    """Whether an instrument stands at `index`, or after small words: "hearing all these"."""
    start = next((at for at in range(index, len(tokens)) if tokens[at] not in refusing.SMALL), len(tokens))
    return bool(_instrument_at(tokens, start))


def is_a_must(tokens: Sequence[str], index: int) -> bool:
    """True for "without" in "no party without trumpets": they are a must."""
    if tokens[index] != "without":
        return False
    start = next((at + 1 for at in range(index - 1, -1, -1) if tokens[at] in BREAKS), 0)
    before = tokens[start:index]
    return not refusing.DENIALS.isdisjoint(before) and not any(token in INSTRUMENT_PHRASES for token in before)


def _end(tokens: Sequence[str], index: int) -> int:
    return next((at for at in range(index, len(tokens)) if tokens[at] in BREAKS), len(tokens))


def _after_all_that_is_joined(tokens: Sequence[str], index: int) -> int:
    """Where what is joined by "and" to the thing ends: after "bass" of "guitar and bass"."""
    while tokens[index : index + 1] and tokens[index] in grammar.JOINING:
        start = index + 1 + (tokens[index + 1 : index + 2] == ["the"])
        length = _instrument_at(tokens, start)
        if not length:
            break
        index = start + length
    return index


def _instrument_at(tokens: Sequence[str], index: int) -> int:
    """How many tokens name an instrument at `index`, 0 where none do."""
    found = ((length, known_form(" ".join(tokens[index : index + length]))) for length in (3, 2, 1))
    return next((length for length, phrase in found if phrase in INSTRUMENT_PHRASES), 0)
