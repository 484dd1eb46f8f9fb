"""Chords as codes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.codes.layout import RELEASE
from kinescore.groovebox.theory.chords import Chord

_FIRST = RELEASE + 1

QUALITIES: tuple[tuple[int, ...], ...] = (
    (0, 4, 7), (0, 3, 7), (0, 4, 7, 11), (0, 3, 7, 10), (0, 4, 7, 10), (0, 5, 7), (0, 3, 6, 9), (0, 3, 6, 10),
    (0, 7), (0, 4, 8),
)  # fmt: skip
"""Chords told apart, semitones above the root; any other is told as the nearest."""

_OF_ROOT = len(QUALITIES) * 2
_CODES = _FIRST + 12 * _OF_ROOT


def chord_code(pitches: Sequence[int], bass: int | None, is_held: bool) -> int:
    """Return the code of a chord that begins. bass: MIDI pitch that sounds below; of chords that fit alike, the one
    whose root it is."""
    classes = {pitch % 12 for pitch in pitches}

    def misfit(candidate: tuple[int, int]) -> tuple[float, int, int]:
        root, quality = candidate
        tones = {(root + step) % 12 for step in QUALITIES[quality]}
        is_inverted = bass is not None and root != bass % 12
        return len(tones - classes) + len(classes - tones) + 0.5 * is_inverted, quality, root

    root, quality = min(((r, q) for r in range(12) for q in range(len(QUALITIES))), key=misfit)
    return _FIRST + root * _OF_ROOT + quality * 2 + is_held


def chord_of(code: int) -> tuple[Chord, bool]:
    """Return the chord of a code that is neither nothing nor a release, and whether it is held."""
    number, is_held = divmod(min(code, _CODES - 1) - _FIRST, 2)
    root, quality = divmod(number, len(QUALITIES))
    return Chord(root, QUALITIES[quality]), bool(is_held)


def transposed_chords(codes: NDArray[np.integer], semitones: int) -> NDArray[np.integer]:
    """Return the codes of CHORD with every root `semitones` higher."""
    root, kind = np.divmod(codes - _FIRST, _OF_ROOT)
    return np.where((codes >= _FIRST) & (codes < _CODES), _FIRST + (root + semitones) % 12 * _OF_ROOT + kind, codes)
