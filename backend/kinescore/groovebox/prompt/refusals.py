"""Refusals that stand after the thing: "drums: none", "the strings and the choir can be left out"."""

from __future__ import annotations

from collections.abc import Sequence

from kinescore.groovebox.prompt.senses import BREAKS
from kinescore.groovebox.prompt.words import grammar
from kinescore.groovebox.prompt.words.instruments import INSTRUMENT_PHRASES

_LONGEST = 4


def is_refused_later(tokens: Sequence[str], index: int) -> bool:
    """Whether the thing that ends before `index` is refused in what follows: by a phrase that does nothing else anywhere
    in its part of the sentence or that is all of the next, or by a short word ("out", "no") that ends its own."""
    place = _after_all_that_is_joined(tokens, index)
    while tokens[place : place + 1] and tokens[place] in grammar.BEFORE_THEY_SAY_SO:
        place += 1
    for end in range(min(place + _LONGEST, len(tokens)), place, -1):
        if " ".join(tokens[place:end]) in grammar.REFUSED_AT_THE_END and {*tokens[end : end + 1]} <= BREAKS:
            return True
    until = _end(tokens, place)
    said = f" {' '.join(tokens[place:until])} "
    if any(f" {phrase} " in said for phrase in grammar.REFUSED_SO):
        return True
    return (
        until == place and " ".join(tokens[place + 1 : _end(tokens, place + 1)]) in grammar.REFUSED_SO
    )  # "brass, no thanks"


def _end(tokens: Sequence[str], index: int) -> int:
    return next((at for at in range(index, len(tokens)) if tokens[at] in BREAKS), len(tokens))


def _after_all_that_is_joined(tokens: Sequence[str], index: int) -> int:
    """Where what is joined by "and" to the thing ends: after "bass" of "guitar and bass"."""
    while tokens[index : index + 1] and tokens[index] in grammar.JOINING:
        start = index + 1 + (tokens[index + 1 : index + 2] == ["the"])
        length = next((n for n in (3, 2, 1) if " ".join(tokens[start : start + n]) in INSTRUMENT_PHRASES), 0)
        if not length:
            break
        index = start + length
    return index
