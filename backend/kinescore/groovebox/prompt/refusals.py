"""Refusals other than by a small word before the thing: "nix the drums", "drums: none", "no party without trumpets"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from kinescore.groovebox.prompt.lexicon import known_form
from kinescore.groovebox.prompt.senses import BREAKS
from kinescore.groovebox.prompt.words import grammar, refusing
from kinescore.groovebox.prompt.words.genres import GENRE_PHRASES
from kinescore.groovebox.prompt.words.instruments import INSTRUMENT_PHRASES, VOICES
from kinescore.groovebox.prompt.words.scenes import SCENE_PHRASES

_LONGEST, _FARTHEST = 4, 5
_PLAYED = INSTRUMENT_PHRASES.keys() | VOICES | GENRE_PHRASES.keys()
_ENDS = BREAKS | grammar.SCOPE_ENDS_AFTER_A_THING | {"here", "there", "anymore", "please"}
_ENDS_A_VERB_S = _ENDS | grammar.SCOPE_ENDS | {"and", "nor", "no", "too", "so", "music"}
"""After what a verb refuses: "scrap the drums and ..."."""


def refused_later(tokens: Sequence[str], index: int, phrase: str, length: int) -> int | None:
    """How many tokens refuse an instrument, which ends before `index`, at once: a phrase ("are off limits"), a short
    word that ends its part of the sentence ("out", "no"), or thanks for it in the next; None where nothing does.

    length: of the phrase as it stands. 0 where what refuses it stands after another thing that is joined to it: it is
    read with that. What comes "with" the thing goes out with it: "he walks with the drum out".
    """
    if phrase not in INSTRUMENT_PHRASES or phrase in refusing.PLAYERS:
        return None
    before = [token for token in tokens[max(0, index - length - 2) : index - length] if token not in refusing.SMALL]
    joined = place = _after_all_that_is_joined(tokens, index)
    while tokens[place : place + 1] and tokens[place] in refusing.BEFORE_THAT:
        place += 1
    until = next((at for at in range(place + 1, len(tokens)) if tokens[at] in BREAKS), len(tokens))
    for end in range(min(place + _LONGEST, len(tokens)), place, -1):
        said, following = " ".join(tokens[place:end]), {*tokens[end : end + 1]}
        if before[-1:] == ["with"] and said in refusing.TAKEN_ALONG:
            continue
        if (said in refusing.AT_THE_END and following <= BREAKS) or (said in refusing.AFTER_IT and following <= _ENDS):
            return end - index if joined == index else 0
    if tokens[place : place + 1] == [","] and " ".join(tokens[place + 1 : until]) in refusing.NO_THANKS:
        return until - index if joined == index else 0
    return None


def is_played_next(tokens: Sequence[str], index: int) -> bool:
    """Whether what plays or is played stands at `index`, or after small words ("hearing all these"), and its part of
    the sentence ends after it: not in "strip out the piano part"."""
    start = next((at for at in range(index, len(tokens)) if tokens[at] not in refusing.SMALL), len(tokens))
    length = _length_of(tokens, start, _PLAYED)
    end = _after_all_that_is_joined(tokens, start + length)
    return bool(length) and {*tokens[end : end + 1]} <= _ENDS_A_VERB_S


def is_a_must(tokens: Sequence[str], index: int) -> bool:
    """True for "without" in "no party without trumpets": they are a must. Not in "not too fast, without drums"."""
    if tokens[index] != "without" or known_form(tokens[index - 1]) not in SCENE_PHRASES:
        return False
    before = [*tokens[max(0, index - _FARTHEST) : index]]
    denials = [at for at, token in enumerate(before) if token in refusing.DENIALS]
    between = {*before[denials[-1] + 1 :]} if denials else {","}
    return between.isdisjoint(BREAKS | grammar.JOINING | grammar.SCOPE_ENDS | _PLAYED)


def _after_all_that_is_joined(tokens: Sequence[str], index: int) -> int:
    """Where what is joined by "and" to the thing ends: after "bass" of "guitar and bass"."""
    while tokens[index : index + 1] and tokens[index] in grammar.JOINING:
        start = index + 1 + (tokens[index + 1 : index + 2] == ["the"])
        length = _length_of(tokens, start, _PLAYED)
        if not length:
            break
        index = start + length
    return index


def _length_of(tokens: Sequence[str], index: int, phrases: Set[str]) -> int:
    """How many tokens make one of `phrases` at `index`, 0 where none do."""
    found = ((length, known_form(" ".join(tokens[index : index + length]))) for length in (3, 2, 1))
    return next((length for length, phrase in found if phrase in phrases), 0)
