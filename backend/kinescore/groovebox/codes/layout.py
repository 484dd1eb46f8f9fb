"""What the codes of a score are: eight codebooks at 25 frames a second, as MusicGen's codes are of sound.

| codebook | says, of one frame |
|---|---|
| MOMENT | when in the frame its events are, and how heavy a hit point is marked |
| DRUMS | kick, snare and toms |
| CYMBALS | hi-hats, cymbals, hand percussion |
| BASS, FIGURE, MELODY | a pitch, and whether it begins, is held, or was the last before a rest |
| CHORD | a chord that begins, short or held, or a release |
| SCENE | the style and how full the band plays; the same on and on |

0 is nothing: of MOMENT no event, of a line no note yet. A line says its pitch in every frame, so that a model which
writes the next note always hears the last one; were it told only where a note begins, that would lie dozens of frames
back.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

FRAME_HZ = 25
MOMENTS = 8
"""Parts of a frame that are told apart: events are known to 5 ms, and lie in the middle of them."""
SIZE = 256
"""Codes per codebook, 0 included."""
RELEASE = 1
"""In CHORD: what sounds ends."""
LAYOUT = 2
"""What the codes mean: scores and models of another number have others. 1 told a line's pitch only where it began."""

Codes = NDArray[np.int16]
"""[8, T], T = ceil(seconds * FRAME_HZ)."""


class Codebook(IntEnum):
    """The rows of Codes."""

    MOMENT = 0
    DRUMS = 1
    CYMBALS = 2
    BASS = 3
    CHORD = 4
    FIGURE = 5
    MELODY = 6
    SCENE = 7


def frame_count(seconds: float) -> int:
    """Return T, the frames that a piece has."""
    return int(np.ceil(round(seconds * FRAME_HZ, 6)))


def frame_and_moment(time_s: float) -> tuple[int, int]:
    """Return the frame that a time lies in, and the part of it, 0..MOMENTS - 1."""
    return divmod(int(time_s * FRAME_HZ * MOMENTS + 1e-6), MOMENTS)


def seconds_at(frame: int, moment: int) -> float:
    """Return the middle of a part of a frame, s."""
    return (frame + (moment + 0.5) / MOMENTS) / FRAME_HZ


def packed(digits: tuple[int, ...], sizes: tuple[int, ...]) -> int:
    """Return one number for several, of which each is below its size; the last counts least."""
    number = 0
    for digit, size in zip(digits, sizes, strict=True):
        number = number * size + digit
    return number


def unpacked(number: int, sizes: tuple[int, ...]) -> tuple[int, ...]:
    """Return the several numbers that `packed` made one of; what no packing gives is taken modulo."""
    digits = []
    for size in reversed(sizes):
        number, digit = divmod(number, size)
        digits.append(digit)
    return tuple(reversed(digits))


def nearest(value: float, choices: Sequence[float]) -> int:
    """Return the index of the choice that a value is told as."""
    return min(range(len(choices)), key=lambda index: abs(choices[index] - value))
