"""Chords from Roman numerals.

Degrees count from the major scale, accidentals are always written ("bVI", "#iv"); capitals are major, small letters
minor: in A minor "i bVI bIII bVII" is Am F C G. A comma splits a bar: "ii7,V7 Imaj7" is half a bar each of ii7 and V7,
then a bar of Imaj7.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kinescore.groovebox.theory.pitch import Key

_DEGREES = {"i": 0, "ii": 2, "iii": 4, "iv": 5, "v": 7, "vi": 9, "vii": 11}
_NUMERAL = re.compile(r"(?P<accidental>[b#]?)(?P<degree>[ivIV]+)(?P<suffix>.*)")

_MAJOR_SUFFIXES: dict[str, tuple[int, ...]] = {
    "": (0, 4, 7), "6": (0, 4, 7, 9), "7": (0, 4, 7, 10), "maj7": (0, 4, 7, 11), "add9": (0, 4, 7, 14),
    "9": (0, 4, 7, 10, 14), "maj9": (0, 4, 7, 11, 14), "13": (0, 4, 10, 14, 21), "7b9": (0, 4, 7, 10, 13),
    "sus2": (0, 2, 7), "sus4": (0, 5, 7), "7sus4": (0, 5, 7, 10), "aug": (0, 4, 8), "5": (0, 7),
}  # fmt: skip
_MINOR_SUFFIXES: dict[str, tuple[int, ...]] = {
    "": (0, 3, 7), "6": (0, 3, 7, 9), "7": (0, 3, 7, 10), "maj7": (0, 3, 7, 11), "add9": (0, 3, 7, 14),
    "9": (0, 3, 7, 10, 14), "5": (0, 7), "dim": (0, 3, 6), "dim7": (0, 3, 6, 9), "ø7": (0, 3, 6, 10),
}  # fmt: skip


@dataclass(frozen=True)
class Chord:
    """root: pitch class 0..11; intervals: semitones above the root, ascending, the root first."""

    root: int
    intervals: tuple[int, ...]

    @property
    def pitch_classes(self) -> frozenset[int]:
        """The pitch classes that sound."""
        return frozenset((self.root + step) % 12 for step in self.intervals)

    def tone(self, number: int) -> int:
        """Semitones above the root of the chord's 3rd, 5th or 7th; the nearest tone it has where it lacks that one."""
        wanted = {3: 4, 5: 7, 7: 10}[number]
        return min((step for step in self.intervals if step < 12), key=lambda step: abs(step - wanted))


@lru_cache(maxsize=512)
def _relative(numeral: str) -> tuple[int, tuple[int, ...]]:
    match = _NUMERAL.fullmatch(numeral)
    assert match, f"'{numeral}' is not a Roman numeral"
    degree, shift = match["degree"], {"b": -1, "#": 1, "": 0}[match["accidental"]]
    suffixes = _MAJOR_SUFFIXES if degree.isupper() else _MINOR_SUFFIXES
    return (_DEGREES[degree.lower()] + shift) % 12, suffixes[match["suffix"]]


def chord_in(key: Key, numeral: str) -> Chord:
    """Return the chord that a Roman numeral such as "bVImaj7" names in `key`."""
    offset, intervals = _relative(numeral)
    return Chord((key.tonic + offset) % 12, intervals)


def melody_tones(key: Key, chord: Chord) -> frozenset[int]:
    """Pitch classes for tunes over `chord`: the scale, bent where the chord leaves it (G# over E7 in A minor)."""
    foreign = chord.pitch_classes - key.pitch_classes
    clashing = {(tone + step) % 12 for tone in foreign for step in (-1, 1)} - chord.pitch_classes
    return (key.pitch_classes - clashing) | chord.pitch_classes
