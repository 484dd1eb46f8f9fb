"""Which SoundFont plays what, as a request says it: by the name of a file, never by a path."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kinescore.errors import RequestError

MAX_CHOICES = 16
MAX_NAME_CHARACTERS = 128
SUFFIXES = (".sf2", ".sf3")
_OPTION = re.compile(r"(?P<file>.*\.sf[23])(?::(?P<parts>[^/\\]*))?", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class SoundFontChoice:
    """font: the name of a .sf2 or .sf3 file in the fonts' folder of whoever plays. parts: stems ("drums", "bass") or
    instruments ("piano") that it plays; empty: every one that it has.

    Raises RequestError for what is no name of such a file: a path is never taken from a request.
    """

    font: str
    parts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        plain = self.font.lower()
        named = plain.endswith(SUFFIXES) and len(self.font) <= MAX_NAME_CHARACTERS and self.font.isprintable()
        if not named or any(mark in self.font for mark in "/\\:") or plain.startswith("."):
            raise RequestError(
                f"'{self.font[:MAX_NAME_CHARACTERS]}' is no SoundFont; the plain name of a .sf2 or .sf3 file is taken.",
                "Put the file into the folder of SoundFonts and give its name without folders.",
            )


def soundfont_option(text: str) -> tuple[str, tuple[str, ...]]:
    """Split FILE[:part,...] into the file's path and the parts. Raises RequestError where FILE ends in neither .sf2 nor
    .sf3."""
    found = _OPTION.fullmatch(text)
    if found is None:
        raise RequestError(
            f"'{text}' names no SoundFont.", "Write it as FILE.sf2 or FILE.sf2:drums,bass; .sf3 does too."
        )
    parts = tuple(part.strip() for part in (found["parts"] or "").split(",") if part.strip())
    return found["file"], parts
