"""Lines of single notes as codes: in every frame the pitch, and whether it begins, is held, or was the last one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.codes.layout import Codebook, nearest

PITCHES = 60
"""Five octaves that a line has; what lies outside is told an octave or more away."""


class State(IntEnum):
    """What a line does in a frame. BEGINS and what is above: a note begins, with one of a line's strengths."""

    RESTS = 0
    HELD = 1
    BEGINS = 2


_STATES = State.BEGINS + 2
LINE_CODES = 1 + PITCHES * _STATES
"""Codes that a line has; 0 is no note yet. Those above are read as that."""


@dataclass(frozen=True)
class Line:
    """lowest: MIDI pitch of the lowest note told. strengths: velocities, of which a note's is told as the nearest."""

    lowest: int
    strengths: tuple[float, float]

    def begins(self, pitch: int, velocity: float) -> int:
        """Return the code of a note that begins."""
        above = pitch - self.lowest
        above = above % 12 if above < 0 else above if above < PITCHES else PITCHES - 12 + above % 12
        return 1 + above * _STATES + State.BEGINS + nearest(velocity, self.strengths)

    def note(self, code: int) -> tuple[int, float]:
        """Return MIDI pitch and velocity of a code by which a note begins."""
        above, state = divmod(code - 1, _STATES)
        return self.lowest + above, self.strengths[state - State.BEGINS]


LINES: Mapping[Codebook, Line] = {
    Codebook.BASS: Line(24, (0.66, 0.84)),
    Codebook.FIGURE: Line(36, (0.5, 0.66)),
    Codebook.MELODY: Line(48, (0.66, 0.84)),
}


def continued(code: int, state: State) -> int:
    """Return the code of a note's pitch in a later frame. code: that by which it begins. state: RESTS or HELD."""
    return 1 + (code - 1) // _STATES * _STATES + state


def transposed_line(codes: NDArray[np.integer], semitones: int) -> NDArray[np.integer]:
    """Return a line's codes with every pitch `semitones` higher (-11 to 11), or an octave from there where it would
    leave PITCHES."""
    above, state = np.divmod(codes - 1, _STATES)
    above = above + semitones
    above = above + 12 * (above < 0) - 12 * (above >= PITCHES)
    return np.where((codes > 0) & (codes < LINE_CODES), 1 + above * _STATES + state, codes)


def is_begun(codes: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Return where a note begins, in the shape of `codes`, which are a line's."""
    return (codes > 0) & (codes < LINE_CODES) & ((codes - 1) % _STATES >= State.BEGINS)


def is_held(codes: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Return where a note goes on, in the shape of `codes`, which are a line's."""
    return (codes > 0) & (codes < LINE_CODES) & ((codes - 1) % _STATES == State.HELD)
