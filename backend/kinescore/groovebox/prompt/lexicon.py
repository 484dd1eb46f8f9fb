"""Everything that one phrase can mean, gathered from all tables of words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kinescore.groovebox.prompt.words import doubles, genres, grammar, instruments, moods, scenes
from kinescore.groovebox.prompt.words import forms as f

TABLES: tuple[Mapping[str, object], ...] = (
    genres.GENRE_PHRASES, genres.GENRE_ADJECTIVES, genres.ARTIST_PHRASES, scenes.SCENE_PHRASES, moods.MOOD_PHRASES,
    instruments.INSTRUMENT_PHRASES, instruments.INSTRUMENT_STYLES, instruments.UNAVAILABLE, f.LEVEL_PHRASES,
    f.FEEL_PHRASES, f.METRE_PHRASES, f.PACE_PHRASES, f.ROOM_PHRASES, f.SHAPE_PHRASES, f.SIZE_PHRASES,
    dict.fromkeys(grammar.SOLO_WORDS),
    dict.fromkeys(instruments.ENSEMBLES),
)  # fmt: skip
KNOWN = frozenset().union(*TABLES) | doubles.NO_MUSIC
LONGEST_PHRASE = max(len(phrase.split()) for phrase in KNOWN)

_AFTER_HISSING = tuple((f"{end}es", end) for end in ("s", "x", "z", "ch", "sh", "o"))
"""Rates are of a rate, not of a rat."""
_INFLECTIONS = (("s", ""), ("ies", "y"), ("'s", ""), ("", "s"), *_AFTER_HISSING)
_DERIVATIONS = (
    ("ly", ""), ("ing", ""), ("ing", "e"), ("ish", ""), ("ish", "e"), ("y", ""), ("y", "e"), ("ed", ""), ("ed", "e"),
    ("like", ""), ("esque", ""), ("ness", ""), ("ful", ""), ("er", ""), ("er", "e"), ("est", ""), ("ier", "y"),
    ("iest", "y"), ("ily", "y"), ("iness", "y"), ("ic", ""), ("ist", ""), ("ist", "e"),
    ("ist", "o"), ("ian", ""), ("ping", "p"), ("nning", "n"),
)  # fmt: skip
_SHORTEST_STEM, _SHORTEST_VERB = 4, 2


@lru_cache(maxsize=4096)
def known_form(phrase: str) -> str | None:
    """Return the phrase as a table holds it: a plural counts as its singular, "spookily" as "spooky"; a number is no
    decade ("30 seconds" are none of the thirties)."""
    if phrase[:1].isdigit() and phrase.replace("'", "").isalnum():
        return phrase.replace("'", "") if phrase.replace("'", "") in KNOWN else None
    if phrase in doubles.NO_FORMS:
        return phrase if phrase in KNOWN else None
    for old, new in (("", ""), *_INFLECTIONS):
        form = phrase.removesuffix(old) + new if phrase.endswith(old) else ""
        if form in KNOWN:
            return form
    if " " in phrase:
        first, rest = phrase.split(" ", 1)
        if rest.startswith("and "):
            return None  # "drums and bass" are two
        return next((form for verb in _verb_forms(first) if (form := f"{verb} {rest}") in KNOWN), None)
    for old, new in _DERIVATIONS:
        form = phrase.removesuffix(old) + new
        if phrase.endswith(old) and len(form) >= _SHORTEST_STEM and form in KNOWN and form not in doubles.THINGS:
            return form
    return None


def _verb_forms(word: str) -> list[str]:
    """A verb in its other forms: who "runs away" does "run away" and is "running away"."""
    stem = next((word.removesuffix(end) for end in ("ing", "es", "ed", "s") if word.endswith(end)), word)
    return [stem + end for end in ("", "s", "ing", "ning", "e", "es", "ed")] if len(stem) > _SHORTEST_VERB else []


def is_english(word: str) -> bool:
    """True for a word that the tables know, or that says nothing."""
    return known_form(word) is not None or word in grammar.FILLERS or word in _SMALL_WORDS


_SMALL_WORDS = (
    grammar.NEGATIONS | grammar.LESSENINGS | grammar.INCREASES | grammar.SCOPE_ENDS | grammar.SUFFIX_NEGATIONS
)
