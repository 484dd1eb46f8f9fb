"""Refusals and musts whose words stand around the thing: "keep the drums out of it", "nimm das Klavier raus", "fuera
la trompeta", "n'hésite pas à envoyer la batterie". Of English, German, Spanish and French.

Rows of the table are "language kind: pattern, pattern": regular expressions without accents, in which X is the thing
with its article, Y what is none that plays, "^ " the beginning and " $" the end of a part of the sentence, and a word
in capitals one of a row of that name. "with" is a must, "without" and "no" a refusal, whose part ends with the thing
or may go on, and "nix" one only where nothing else is said of the thing: not in "streich die Geige sanft".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from kinescore.groovebox.prompt.languages.spaced import Spaced
from kinescore.groovebox.prompt.languages.written import written
from kinescore.groovebox.prompt.lexicon import known_form
from kinescore.groovebox.prompt.words.instruments import INSTRUMENT_PHRASES, UNAVAILABLE, VOICES

_PLAYED = INSTRUMENT_PHRASES.keys() | UNAVAILABLE.keys() | VOICES
_ROW = re.compile(r"^(\w+)(?: (\w+))?: (.*)$")
_BETWEEN_PATTERNS = re.compile(r",(?: |$)")
_OPTIONAL_AFTER_SPACE = re.compile(r" \(([^()]*)\)([?*])(?= |$)")
_UP_TO_TWO_WORDS = re.compile(r"(?: [\w'-]+){0,2}")
_LONGEST_NAME = 3
_THING = r"(?:l'|(?:ARTICLE) )?(?:[\w'-]+ )??[\w'-]+"
_JOINED = r"(?: (?:AND) (?:l'|(?:ARTICLE) )?[\w'-]+)*?"
_PLACEHOLDERS: Mapping[str, str] = {
    "X": rf"(?P<x>(?!(?:LINK) ){_THING}{_JOINED})(?![\w-]|'(?!s\b))",
    "Y": r"(?P<y>[\w-]+)",
}
_STARTS = (
    r"(?:^|(?<=\bpero )|(?<=\bmais )|(?<=\baber )|(?<=\bojo que )|(?<=[,.;:!?(])|(?<=[,.;:!?(] ))"
    r"(?:(?:aber|und|also|nur|pero|y|mais|et|puis|ach|please|but|and|so) )?"
)
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![\w-])", r"(?![\w-])"
_ENDS = r"\s*(?=$|[,.;:!?)])"
_SAID: Mapping[str, Mapping[str, str]] = {
    "English": {"without": "without {} ,", "no": "without {}", "nix": "nix {}", "with": "with {} ,"},
    "German": {"without": "ohne {} ,", "no": "ohne {}", "nix": "verschone mich mit {}", "with": "mit {} ,"},
    "Spanish": {"without": "sin {} ,", "no": "sin {}", "nix": "olvidate de {}", "with": "con {} ,"},
    "French": {"without": "sans {} ,", "no": "sans {}", "nix": "epargne {}", "with": "avec {} ,"},
}
_ORDER = ("with", "without", "no", "nix")
"""How the tables of a language say the same before the thing."""


def put_together(text: str, language: Spaced) -> str:
    """A text in small letters in which what refuses an instrument, or calls it a must, stands before it."""
    for said, pattern in _patterns(language.name):
        text = _replaced(text, pattern, said, language)
    return text


def _replaced(text: str, pattern: re.Pattern[str], said: str, language: Spaced) -> str:
    """The text with `said` for all that the pattern finds around instruments."""
    plain = "".join(unicodedata.normalize("NFD", letter)[0] for letter in text).replace("’", "'")
    parts, done, place = list[str](), 0, 0
    while found := pattern.search(plain, place):
        end = _end_of_the_thing(plain, found, language)
        if end is None:
            place = found.start() + 1
            continue
        parts += [text[done : found.start()], said.format(text[found.start("x") : end])]
        done = place = max(end, found.end())
    return "".join(parts) + text[done:] if parts else text


def _end_of_the_thing(plain: str, found: re.Match[str], language: Spaced) -> int | None:
    """Where the instruments end that stand at X, with up to two words more where the pattern ends there."""
    other = found.groupdict().get("y")
    if other and _is_played(other, language):
        return None
    more = _UP_TO_TWO_WORDS.match(plain, found.end())[0] if found.end("x") == found.end() else ""  # type: ignore[index]
    ends = [found.end("x") + place for place in _ends_of_words(more)]
    in_order = reversed(ends) if re.match(f" (?:{_any_of('AND')}) ", more) else ends  # "bells or harp"
    return next((end for end in in_order if _is_played(plain[found.start("x") : end], language)), None)


def _ends_of_words(text: str) -> Sequence[int]:
    """Where a text begins, and where its words end."""
    return [0, *(found.end() for found in re.finditer(r"[\w'-]+", text))]


def _is_played(things: str, language: Spaced) -> bool:
    """True where each of the things that "and" joins ends in an instrument or a voice."""
    return all(_ends_in_music(thing, language) for thing in re.split(f" (?:{_any_of('AND')}) ", things))


def _ends_in_music(thing: str, language: Spaced) -> bool:
    """True for "laute gitarre", not for "gitarre laut" nor "gitarre zum"."""
    said, english, index, meaning = language.words(thing), list[str](), 0, ""
    while index < len(said):
        meaning, length = language.meaning(said, index) or (said[index], 1)
        english += meaning.split()
        index += length
    ends = (" ".join(english[-length:]) for length in range(1, _LONGEST_NAME + 1))
    return bool(meaning) and any((known_form(end) or end) in _PLAYED for end in ends)


@cache
def _patterns(language: str) -> Sequence[tuple[str, re.Pattern[str]]]:
    """How it is said, and the pattern: musts first, as "not" stands before a refusal, then the surest refusals."""
    found = [
        (_ORDER.index(kind), _SAID[language][kind], _compiled(pattern))
        for (name, kind), patterns in _rows().items()
        if name == language
        for pattern in patterns
    ]
    return [(said, pattern) for _, said, pattern in sorted(found, key=lambda one: one[0])]


@cache
def _rows() -> Mapping[tuple[str, str], Sequence[str]]:
    """The patterns of each language and kind, and the words of each name, whose kind is ""."""
    lines = re.sub(r"\|\s+", "|", written("taken_apart").strip()).replace("\n    ", " ").splitlines()
    rows = (row.groups(default="") for row in map(_ROW.match, lines) if row)
    return {(name, kind): [one for one in _BETWEEN_PATTERNS.split(text.strip()) if one] for name, kind, text in rows}


def _any_of(name: str) -> str:
    """The words of a name as alternatives."""
    return _filled("|".join(_rows()[name, ""]))


def _filled(text: str) -> str:
    """A pattern with what stands for the names in it."""
    names = "|".join(name for name, kind in _rows() if not kind)
    text = re.sub(r"\b[XY]\b", lambda place: _PLACEHOLDERS[place[0]], text)
    return re.sub(rf"\b(?:{names})\b", lambda place: f"(?:{_any_of(place[0])})", text)


def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the table as a regular expression."""
    starts, ends = pattern.startswith("^ "), pattern.endswith(" $")
    text = re.sub(r"^SO ", "(?:(?:SO) )*", pattern.removeprefix("^ ").removesuffix(" $"))
    text = _filled(_OPTIONAL_AFTER_SPACE.sub(r"(?: (?:\1))\2", text.replace(" SO", " (SO)*")))
    return re.compile((_STARTS if starts else _NO_LETTER_BEFORE) + text + (_ENDS if ends else _NO_LETTER_AFTER))
