"""Whether a word for a kind of music means that: "a house on a hill" and "a metal door" are none."""

from __future__ import annotations

from collections.abc import Sequence

from kinescore.groovebox.prompt.lexicon import known_form
from kinescore.groovebox.prompt.words import doubles, grammar
from kinescore.groovebox.prompt.words.genres import GENRE_ADJECTIVES, GENRE_PHRASES
from kinescore.groovebox.prompt.words.moods import MOOD_PHRASES
from kinescore.groovebox.prompt.words.scenes import SCENE_PHRASES
from kinescore.groovebox.prompt.words.tables import words

BREAKS = frozenset(",;.:!?()")
_SOUNDS = MOOD_PHRASES.keys() | GENRE_ADJECTIVES.keys() | GENRE_PHRASES.keys()
"""Words before which "break" and "lock" are kinds of music."""
_NO_THINGS = (
    grammar.MUSIC_NOUNS | grammar.JOINING | grammar.PREPOSITIONS | grammar.PARTICLES | grammar.SCOPE_ENDS
    | grammar.SCOPE_ENDS_AFTER_A_THING | grammar.DETERMINERS | grammar.NEGATIONS | grammar.SUFFIX_NEGATIONS
    | words("as is to of style vibe vibes type like dance dancer dancers dancing band club concert festival show")
)  # fmt: skip
"""What may stand after a kind of music that is one."""


def is_no_music(tokens: Sequence[str], index: int, phrase: str) -> bool:
    """True where `phrase`, which starts at `index`, is a word for music in another sense."""
    word = phrase.removesuffix("s")
    return (
        phrase in doubles.NO_MUSIC
        or (phrase in doubles.NOT_IF_MANY and tokens[index] == f"{phrase}s")
        or (word in doubles.THINGS and phrase in GENRE_PHRASES and _is_thing(tokens, index))
        or (tokens[index] == "breaking" and index > 0 and tokens[index - 1] in doubles.FRAGILE)
        or (word in doubles.MATTERS and _is_what_it_is_made_of(tokens, index))
        or (word in doubles.OF_ANY_KIND and index > 0 and tokens[index - 1] in _SOUNDS | SCENE_PHRASES.keys())
        or (word in doubles.IN_COMPANY and len(tokens) > 1 and not doubles.IN_COMPANY[word] & {*tokens})
    )


def _is_what_it_is_made_of(tokens: Sequence[str], index: int) -> bool:
    """True for "a metal door" and "industrial robots", not for "industrial techno" and "death metal chase"."""
    if index and tokens[index - 1] in doubles.KINDS_OF_METAL:
        return False
    following = " ".join(tokens[index + 1 : index + 2])
    if not following.isalpha() or following in _SOUNDS:
        return False
    return following not in _NO_THINGS


def _is_thing(tokens: Sequence[str], index: int) -> bool:
    """True for "a small house on a hill" and "locks the door", not for "a house track" or "a minimal house"."""
    if tokens[index + 1 : index + 2] and tokens[index + 1] in grammar.MUSIC_NOUNS:
        return False
    if tokens[index + 1 : index + 2] == ["of"]:
        return True  # "house of cards"
    if tokens[index].removesuffix("s") in doubles.DOINGS and not _said_of_music(tokens, index):
        return True
    done = tokens[index] not in doubles.THINGS and {*tokens[index + 1 : index + 2]} & grammar.PARTICLES
    if done or tokens[index].endswith("ed"):
        return True  # "breaks into", "locked room"
    before = tokens[max(0, index - 2) : index]
    if before and (before[-1] in grammar.DETERMINERS or before[-1].endswith(("'s", "s'"))):
        return True  # "grandma's house"
    return len(before) == 2 and before[0] in grammar.DETERMINERS and before[1].isalpha() and not known_form(before[1])


def _said_of_music(tokens: Sequence[str], index: int) -> bool:
    """True where "break" or "locks" stands alone or after a word for how music sounds: "raw breaks"."""
    if grammar.DETERMINERS & {*tokens[index + 1 : index + 2]}:
        return False  # "break the ice"
    before = tokens[index - 1] if index else ","
    return len(tokens) <= 2 or before in BREAKS or before in grammar.JOINING or before in _SOUNDS


def before_music(tokens: Sequence[str], index: int) -> bool:
    """True where a word for music stands at `index`, or after one word more."""
    return bool(grammar.MUSIC_NOUNS & {*tokens[index : index + 2]})
