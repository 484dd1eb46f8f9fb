"""The table of what stands around a thing: its patterns, each compiled when a text first has all of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from kinescore.groovebox.prompt.languages.written import written

_ROW = re.compile(r"^(\w+)(?: (\w+))?: (.*)$")
_BETWEEN_PATTERNS = re.compile(r",(?: |$)")
_OPTIONAL_AFTER_SPACE = re.compile(r" \(([^()]*)\)([?*])(?= |$)")
_HOW_OFTEN = re.compile(r"[?*]|\{[^}]*\}|")
_WORDS = re.compile(r"[a-z']+(?: [a-z']+)*")
_THING = r"(?:(?:ARTICLE) )?(?:[\w'-]+ )??[\w'-]+"
_JOINED = r"(?: (?:AND) (?:(?:ARTICLE) )?[\w'-]+)*?"
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
_ORDER = ("with", "without", "no", "nix")


@dataclass(frozen=True)
class Around:
    """kind: what the pattern means. written: as in the table."""

    kind: str
    written: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """As a regular expression."""
        starts, ends = self.written.startswith("^ "), self.written.endswith(" $")
        text = re.sub(r"^SO ", "(?:(?:SO) )*", self.written.removeprefix("^ ").removesuffix(" $"))
        text = _filled(_OPTIONAL_AFTER_SPACE.sub(r"(?: (?:\1))\2", text.replace(" SO", " (SO)*")))
        return re.compile((_STARTS if starts else _NO_LETTER_BEFORE) + text + (_ENDS if ends else _NO_LETTER_AFTER))

    @cached_property
    def cues(self) -> Sequence[Sequence[str]]:
        """Of each group of them one stands in every text that the pattern finds."""
        return [*_cues(self.written)]

    def may_be_in(self, plain: str) -> bool:
        """Whether a text has the words without which the pattern finds nothing: few are ever compiled."""
        return all(any(word in plain for word in group) for group in self.cues)


def arounds(language: str) -> Sequence[Around]:
    """All patterns of a language: musts first, as "not" stands before a refusal, then the surest refusals."""
    return _of_language()[language]


@cache
def _of_language() -> Mapping[str, Sequence[Around]]:
    found: dict[str, list[Around]] = {}
    for kind in _ORDER:
        for (name, of), patterns in _rows().items():
            if of == kind:
                found.setdefault(name, []).extend(Around(kind, pattern) for pattern in patterns)
    return found


@cache
def _rows() -> Mapping[tuple[str, str], Sequence[str]]:
    """The patterns of each language and kind, and the words of each name, whose kind is ""."""
    lines = re.sub(r"\|\s+", "|", written("taken_apart").strip()).replace("\n    ", " ").splitlines()
    found: dict[tuple[str, str], list[str]] = {}
    for name, kind, text in (row.groups(default="") for row in map(_ROW.match, lines) if row):
        found.setdefault((name, kind), []).extend(one for one in _BETWEEN_PATTERNS.split(text.strip()) if one)
    return found


def _cues(pattern: str) -> Iterator[Sequence[str]]:
    """Words and groups of words of a pattern that are not in brackets themselves, and may not be left out."""
    for part in _outermost(pattern):
        if part.startswith("(") and not part.endswith(("?", "*", "}")):
            words = part.strip("()").split("|")
            if all(_WORDS.fullmatch(word) for word in words):
                yield words
        elif not part.startswith("("):
            yield from ([word] for word in part.split() if _WORDS.fullmatch(word))


def _outermost(pattern: str) -> Iterator[str]:
    """The parts of a pattern: each group with what says how often it stands, and what is between them."""
    depth, start, place = 0, 0, 0
    for place, letter in enumerate(pattern):
        if letter == "(" and depth == 0:
            yield pattern[start:place]
            start = place
        depth += (letter == "(") - (letter == ")")
        if letter == ")" and depth == 0:
            end = _HOW_OFTEN.match(pattern, place + 1)
            stop = end.end() if end else place + 1
            yield pattern[start:stop]
            start = stop
    yield pattern[start:]


def any_of(name: str) -> str:
    """The words of a name of the table as alternatives."""
    return _filled("|".join(_rows()[name, ""]))


def _filled(text: str) -> str:
    """A pattern with what stands for the names in it."""
    names = "|".join(name for name, kind in _rows() if not kind)
    text = re.sub(r"\b[XY]\b", lambda place: _PLACEHOLDERS[place[0]], text)
    return re.sub(rf"\b(?:{names})\b", lambda place: f"(?:{any_of(place[0])})", text)
