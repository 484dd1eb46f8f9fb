# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts of one language. A text may have places {0}, {1} ... for values, in the translation in any order."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

FOLDER = Path(__file__).parent
CATALOGUES = {"de_DE": "de.json", "ja_JP": "ja.json", "zh_HANS": "zh_HANS.json"}
"""Blender's locale -> file."""
PLACE = re.compile(r"(\{\d\})")
BORDER = re.compile(r"(?<=[.!?…]) ")
WITHOUT_SPACES = re.compile(r"[\u3000-\u9fff\uff00-\uffef]$")
"""Ends of sentences after which Japanese and Chinese have no space."""
MOST_REMEMBERED = 1000


@dataclass(frozen=True)
class _Shape:
    """A text with places. names: which of them are in quotes: what somebody named stays as it is."""

    pattern: re.Pattern[str]
    names: tuple[bool, ...]
    words: str

    @classmethod
    def of(cls, text: str, words: str) -> _Shape:
        parts = PLACE.split(text)
        pattern = "".join("(.*?)" if PLACE.fullmatch(part) else re.escape(part) for part in parts)
        names = tuple(parts[index - 1].endswith("'") for index in range(1, len(parts), 2))
        return cls(re.compile(pattern, re.DOTALL), names, words)


class Catalogue:
    """texts: text -> translation."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)
        self._known: dict[str, str] = {}

    def translated(self, text: str) -> str:
        """Return `text` in this language as far as it is known, sentence by sentence."""
        if not self.texts:
            return text
        if text not in self._known:
            if len(self._known) > MOST_REMEMBERED:
                self._known.clear()
            self._known[text] = self._look_up(text)
        return self._known[text]

    def _look_up(self, text: str) -> str:
        told, rest = "", text
        if text in self.texts:
            return self.texts[text]
        while rest:
            words, rest = self._next(rest)
            told += words if not told or WITHOUT_SPACES.search(told) else f" {words}"
        return told

    def _next(self, text: str) -> tuple[str, str]:
        """What `text` begins with, translated, and the rest. A value may hold a full stop: then what is known goes on
        to a later one. A sentence that is not known stays as it is."""
        ends = [border.start() for border in BORDER.finditer(text)]
        for end in [*ends, len(text)]:
            words = self._sentence(text[:end])
            if words is not None:
                return words, text[end + 1 :]
        end = ends[0] if ends else len(text)
        return text[:end], text[end + 1 :]

    def _sentence(self, text: str) -> str | None:
        if text in self.texts:
            return self.texts[text]
        for shape in self._shapes:
            found = shape.pattern.fullmatch(text)
            if found:
                values = zip(found.groups(), shape.names, strict=True)
                return shape.words.format(*(value if is_name else self._value(value) for value, is_name in values))
        return None

    def _value(self, value: str) -> str:
        """A value that may be words of ours, which have a space somewhere, or several such with semicolons between."""
        return "; ".join(self.translated(part) for part in value.split("; ")) if " " in value else value

    @cached_property
    def _shapes(self) -> list[_Shape]:
        """Texts with places, those with the most words of their own first."""
        texts = [text for text in self.texts if PLACE.search(text)]
        texts.sort(key=lambda text: len(PLACE.sub("", text)), reverse=True)
        return [_Shape.of(text, self.texts[text]) for text in texts]


@cache
def read(locale: str) -> Catalogue:
    """Return the catalogue of a locale in CATALOGUES."""
    return Catalogue(json.loads((FOLDER / CATALOGUES[locale]).read_text("utf-8")))
