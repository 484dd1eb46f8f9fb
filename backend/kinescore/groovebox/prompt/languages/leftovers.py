"""Words of a foreign prompt that no table of its language has: learned ones, loans, and what must stay unread."""

from __future__ import annotations

from collections.abc import Sequence

from kinescore.groovebox.prompt.evidence import is_weighed
from kinescore.groovebox.prompt.languages.spaced import SPACED, Known, Spaced
from kinescore.groovebox.prompt.lexicon import KNOWN, known_form
from kinescore.groovebox.prompt.words.grammar import FILLERS
from kinescore.groovebox.prompt.words.instruments import INSTRUMENT_PHRASES, UNAVAILABLE

_SHORTEST_COGNATE, _SHORTEST_STEM = 7, 6
_SHORTEST_BORROWED = 5
_SHORTEST_LOAN = 5
_GERMAN_LETTERS = str.maketrans("k", "c")
_LAST_LETTERS = ("", "e", "y")
_GRAMMAR = frozenset({"no", "without", "only", "with", "instead of", "rhythm", "melody", "music"})


def cognate(word: str, language: Spaced, known: Known) -> str:
    """A learned word as English writes it: "dramatique", "dramatic"."""
    if language.name == "German" and len(word) > _SHORTEST_BORROWED and known(word.translate(_GERMAN_LETTERS)):
        return word.translate(_GERMAN_LETTERS)  # "traktor"
    if len(word) >= _SHORTEST_COGNATE:
        for ending, english in language.cognates:
            stem = word.removesuffix(ending)
            if stem != word and known(stem + english):
                return stem + english
    return word


def leftover(word: str, language: Spaced, known: Known) -> str:
    """What to read a word as that no table of the language has; in « » if as nothing: it is English by accident at
    best ("monde" is no slip of "moon", "gut" are no guts)."""
    if not word.isalpha() or _is_loan(word):
        return word
    learned = cognate(word, language, lambda english: known(english) or is_weighed(english))
    alike = next((form for form in _alike(learned) if form in KNOWN or is_weighed(form)), learned)
    borrowed = _borrowed(alike, language)
    return borrowed if borrowed != word else f"«{word}»"


def _is_loan(word: str) -> bool:
    """True for a word that is meant in English: the tables have just this one, or it is too long for an accident."""
    form = known_form(word)
    if word in FILLERS or form in (word, word.removesuffix("s")):
        return True
    return len(word) >= (_SHORTEST_LOAN if is_weighed(word) else _SHORTEST_COGNATE if form else len(word) + 1)


def _alike(word: str) -> Sequence[str]:
    """A long word with other last letters: "universo", "victima", "positiv"."""
    if len(word) < _SHORTEST_COGNATE:
        return [word]
    stems = (word, word[:-1], word[:-2])
    return [stem + last for stem in stems for last in _LAST_LETTERS if len(stem) >= _SHORTEST_STEM]


def _borrowed(word: str, language: Spaced) -> str:
    """A word for music that only another of the languages has, in English: "Klavier, sans rythme"."""
    if len(word) < _SHORTEST_BORROWED and word not in ("sans", "sin", "ohne"):
        return word
    others = (other.phrases[word] for other in SPACED if other is not language and word in other.phrases)
    return next((e for e in others if e in INSTRUMENT_PHRASES or e in UNAVAILABLE or e in _GRAMMAR), word)
