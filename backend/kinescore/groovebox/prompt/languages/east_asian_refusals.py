"""What the tables of Japanese and Chinese refusals hold, and what is played, as parts of patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from kinescore.groovebox.prompt.languages.written import written
from kinescore.groovebox.prompt.lexicon import known_form
from kinescore.groovebox.prompt.words.genres import GENRE_PHRASES
from kinescore.groovebox.prompt.words.instruments import INSTRUMENT_PHRASES, UNAVAILABLE, VOICES

END = r"(?=\s*(?:[,.!?;:()…~♪」]|$)|\s)"
"""Of a clause."""
_PLAYED = frozenset().union(INSTRUMENT_PHRASES, GENRE_PHRASES, UNAVAILABLE, VOICES)


@cache
def rows_of(table: str) -> Mapping[str, str]:
    """The rows of a table of refusals as alternatives of a pattern. A word may stand in more than one."""
    rows = (row.split(": ", 1) for row in written(table).strip().replace("\n    ", " ").splitlines())
    return {name: _any_of(word.strip() for word in phrases.split(",")) for name, phrases in rows}


def things_of(table: Mapping[str, str]) -> str:
    """What is played and sung, as a language calls it, as alternatives of a pattern."""
    named = (word for word, meaning in table.items() if meaning.split() and _is_played(meaning))
    return _any_of(named)


def _is_played(meaning: str) -> bool:
    return known_form(meaning) in _PLAYED or known_form(meaning.split()[-1]) in INSTRUMENT_PHRASES


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, {*words} - {""}), key=len, reverse=True))
