"""German compounds, taken apart."""

from __future__ import annotations

from collections.abc import Sequence

from kinescore.genres import GENRE_OF_PHRASE
from kinescore.groovebox.prompt.evidence import is_weighed
from kinescore.groovebox.prompt.languages import german
from kinescore.groovebox.prompt.languages.spaced import Known, Spaced
from kinescore.groovebox.prompt.words.instruments import INSTRUMENT_PHRASES, UNAVAILABLE
from kinescore.groovebox.prompt.words.tables import words

_SHORTEST_PART, _SHORTEST_TAIL, _SHORTEST_HEAD = 3, 4, 5
_SHORTEST_STEM, _SHORTEST_ALONE = 4, 6
_PREFIXES = words("uber unter durch hinter wieder gegen")
"""Before a verb they make another of it; shorter ones are too short for a part that says nothing."""
_SUFFIXES = ("ier", "lich", "heit", "keit", "schaft")
_ENDINGS = ("", "n", "en", "e", "er", "s", "in", "innen")
_LONG_TAIL = 6
"""So long a tail is no chance, whatever is before it."""


def parts(word: str, language: Spaced, known: Known) -> Sequence[str]:
    """A compound that ends in a kind of music or an instrument in its two parts: "kaffeehaus", "jazz"; one whose end
    says nothing as what it begins with; "schlagzeugfrei" as "ohne schlagzeug"."""
    if known(word) or is_weighed(word) or language.meaning([word], 0):
        return [word]
    for ending in german.WITHOUT:
        thing = word.removesuffix(ending)
        meaning, _ = language.meaning([thing], 0) or (thing, 1)
        if word.endswith(ending) and (meaning in INSTRUMENT_PHRASES or meaning in UNAVAILABLE):
            return ["ohne", thing, ","]
    for start in range(len(word) - _SHORTEST_TAIL - 1, _SHORTEST_HEAD - 1, -1):  # "motorrad", "rennen"
        if _means(word[:start], language) and _means(word[start:], language):
            return [word[:start], word[start:]]
    for start in range(_SHORTEST_PART, len(word) - _SHORTEST_TAIL + 1):
        head, tail = word[:start], word[start:]
        if tail in GENRE_OF_PHRASE or _means(tail, language):
            meant = next((part for part in _joints(head) if _may_begin(part, language)), None)
            long = len(tail) >= _LONG_TAIL and len(head) >= _SHORTEST_STEM and not tail.endswith("en")
            if meant or tail in GENRE_OF_PHRASE or long:
                return [meant or head.removesuffix("s"), tail]  # but "ambiente" has no duck ("ente") in it
    for end in range(len(word) - _SHORTEST_PART, _SHORTEST_ALONE - 1, -1):  # "zirkusdirektor" is at home in a circus
        if language.phrases.get(word[:end]) and not word[end:].startswith(_SUFFIXES):
            return [word[:end]]
    return [word]


def _means(part: str, language: Spaced) -> bool:
    """True for a word that the tables have as it stands or in the plural: "vergessen" has no meal ("essen") in it, and
    an ending that verbs take makes no word."""
    return any(language.phrases.get(part.removesuffix(ending)) for ending in _ENDINGS)


def _may_begin(part: str, language: Spaced) -> bool:
    """True for a word that says something, or is as long as "klein" and no prefix."""
    meaning = language.phrases.get(part)
    return bool(meaning) or (meaning == "" and len(part) >= _SHORTEST_STEM and part not in _PREFIXES)


def _joints(head: str) -> Sequence[str]:
    """What the first part of a compound may be by itself: "geburtstags", "kirch"."""
    whole = [head + "e"] if len(head) >= _SHORTEST_STEM else []
    return [head, head.removesuffix("s"), head.removesuffix("n"), *whole]
