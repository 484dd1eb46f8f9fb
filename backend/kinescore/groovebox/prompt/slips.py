"""Words that no table has: what they are slips of, what means nearly the same, what the user is told of the rest."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from kinescore.groovebox.prompt.evidence import is_weighed
from kinescore.groovebox.prompt.lexicon import KNOWN, known_form
from kinescore.groovebox.prompt.words.doubles import NO_FORMS
from kinescore.groovebox.prompt.words.neighbours import NEIGHBOURS
from kinescore.groovebox.prompt.words.scenes import SCENE_PHRASES

_CLOSE_ENOUGH = 0.72
_SURELY_MEANT, _SURE_LENGTH = 0.86, 7
"""A shorter word that is not known is likelier another word than a slip: "bridge" is no "bride"."""
_SHORTEST_PART, _SHORTEST_HEARD, _HEARD_ALIKE = 5, 5, 0.8
_HEARD = (
    ("ph", "f"), ("ch", "k"), ("ck", "k"), ("qu", "kw"), ("x", "ks"), ("c", "k"), ("z", "s"), ("rh", "r"), ("th", "t"),
)  # fmt: skip
"""Letters that are mistaken for each other because they sound alike."""
_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST_STEM = 4
_VOWELS = re.compile(r"(?<=.)[aeiouyh]+")


def slip_of(token: str) -> str | None:
    """The known word that an unknown one must be a slip of: it sounds the same, or nearly all of its letters are."""
    if is_weighed(token):
        return None  # another English word: "leather" is no "letter"
    heard = _by_sound().get(_sound(token), ()) if len(token) >= _SHORTEST_HEARD else ()
    heard = [word for word in heard if word[-1] == token[-1]]  # "cringe" is not "crying"
    if alike := difflib.get_close_matches(token, heard, n=1, cutoff=_HEARD_ALIKE):
        return alike[0]
    meant = _near(token, _SURELY_MEANT)
    return meant if meant and len(token) >= _SURE_LENGTH and abs(len(meant) - len(token)) <= 1 else None


def _sound(word: str) -> str:
    """The consonants of a word as they sound, roughly: "xylofone" like "xylophone", "guittar" like "guitar"."""
    for written, heard in _HEARD:
        word = word.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", word))


@cache
def _by_sound() -> Mapping[str, Sequence[str]]:
    """Known single words by their sound."""
    words: dict[str, list[str]] = defaultdict(list)
    for word in sorted(KNOWN):
        if word.isalpha() and len(word) >= _SHORTEST_HEARD:
            words[_sound(word)].append(word)
    return words


def neighbour(token: str) -> str | None:
    """What means nearly the same as a word that no table has; of a compound, its last part: "kickboxing"."""
    if near := neighbour_by_meaning(token):
        return near
    alone = token.removesuffix("'s").removesuffix("'")
    if is_weighed(alone):
        return None  # another English word: there is no cliff in "knowledge"
    parts = (alone[start:] for start in range(3, len(alone) - _SHORTEST_PART + 1))
    return next((form for part in parts if (form := known_form(part)) in SCENE_PHRASES), None)


def neighbour_by_meaning(token: str) -> str | None:
    alone = token.removesuffix("'s").removesuffix("'")
    is_form = len(_stem(alone)) > _SHORTEST_STEM and alone not in NO_FORMS
    kin = _by_stem().get(_stem(alone)) if is_form else None
    return NEIGHBOURS.get(alone) or NEIGHBOURS.get(alone.removesuffix("s")) or kin


@cache
def _by_stem() -> Mapping[str, str]:
    """Known single words by what all their forms begin with."""
    return {_stem(word): word for word in sorted(KNOWN, reverse=True) if word.isalpha() and len(word) > _SHORTEST_STEM}


def _stem(word: str) -> str:
    return next((word.removesuffix(end) for end in _ENDINGS if word.endswith(end)), word)


def _near(word: str, cutoff: float) -> str | None:
    """The known word that is most like `word` and begins alike: "hill" is no slip of "chill"."""
    return next(iter(difflib.get_close_matches(word, _by_beginning().get(word[:2], ()), n=1, cutoff=cutoff)), None)


@cache
def _by_beginning() -> Mapping[str, Sequence[str]]:
    """Known phrases by their first two letters."""
    phrases: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(KNOWN):
        phrases[phrase[:2]].append(phrase)
    return phrases


def unknown_notes(unknown: Sequence[str]) -> list[str]:
    """One sentence for all of them, with the nearest words that would be understood."""
    if not unknown:
        return []
    spoken = []
    for word in dict.fromkeys(unknown):
        close = _near(word, _CLOSE_ENOUGH)
        spoken.append(f"'{word}' (close to it: {close})" if close else f"'{word}'")
    return [f"The built-in engine does not know {', '.join(spoken)}."]


def weighed_notes(weighed: Sequence[str], *, named: bool, decided: bool) -> list[str]:
    """One sentence for words that only the table of evidence has, where it came to nothing. named: the prompt names a
    style; decided: the words speak for some style."""
    spoken = ", ".join(f"'{word}'" for word in dict.fromkeys(weighed))
    if not weighed or (decided and not named):
        return []
    if named:
        return [f"The style is named; {spoken} could only have suggested one."]
    return [f"No style is clearly suggested by {spoken}."]
