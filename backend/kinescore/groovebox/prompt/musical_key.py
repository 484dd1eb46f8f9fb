"""Keys in a prompt: "in D minor", "F# major", "c sharp minor", "key of Bb", "a minor key"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kinescore.groovebox.theory.pitch import LETTERS

_NOTE = re.compile(r"([a-g])(#|♯|b|♭|sharp|flat)?(m)?")
_SHIFT = {"#": 1, "♯": 1, "sharp": 1, "b": -1, "♭": -1, "flat": -1}
_MODES = {"major": False, "maj": False, "minor": True, "min": True, "dorian": True, "phrygian": True,
          "aeolian": True, "ionian": False, "lydian": False, "mixolydian": False}  # fmt: skip


@dataclass(frozen=True)
class KeyWords:
    """tonic: pitch class or None; is_minor: or None; length: tokens that were read."""

    tonic: int | None
    is_minor: bool | None
    length: int


def read_key(tokens: Sequence[str], start: int) -> KeyWords | None:
    """Return the key that begins at `tokens[start]`, or None."""
    if tokens[start] in _MODES:
        return KeyWords(None, _MODES[tokens[start]], 1)
    match = _NOTE.fullmatch(tokens[start])
    if not match:
        return None
    letter, accidental, suffix = match.groups()
    length = 1
    if accidental is None and start + 1 < len(tokens) and tokens[start + 1] in ("sharp", "flat"):
        accidental, length = tokens[start + 1], 2
    after = tokens[start + length] if start + length < len(tokens) else ""
    is_key_of = start > 0 and tokens[start - 1] in ("in", "of", "key")
    if after in _MODES:
        is_article = (
            letter == "a" and length == 1 and list(tokens[start + 2 : start + 3]) in (["key"], ["mood"], ["mode"])
        )
        tonic = None if is_article else _pitch_class(letter, accidental)
        return KeyWords(tonic, _MODES[after], length + 1)
    if suffix and is_key_of:
        return KeyWords(_pitch_class(letter, accidental), True, length)
    if (accidental and not suffix) or (is_key_of and letter != "a" and not suffix):
        return KeyWords(_pitch_class(letter, accidental), None, length)
    return None


def _pitch_class(letter: str, accidental: str | None) -> int:
    return (LETTERS[letter] + _SHIFT.get(accidental or "", 0)) % 12
