"""What an instrument is, and the single note it is asked to play."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.tuning import midi_to_hz

Samples = NDArray[np.float32]


@dataclass(frozen=True)
class Voice:
    """One note to sound. pitch: MIDI number; seconds until release; velocity: 0..1, for the timbre only (the mixer sets
    the level); rng: seeded per note variant. chord: further pitches struck with it, for instruments that play chords as
    one."""

    pitch: int
    seconds: float
    velocity: float
    rng: np.random.Generator
    chord: tuple[int, ...] = ()

    @property
    def hz(self) -> float:
        """Frequency of the note."""
        return midi_to_hz(self.pitch)


class Length(Enum):
    """How an instrument's sound depends on the written length."""

    ONE_SHOT = "one shot"  # Rings by itself, as drums do.
    HELD = "held"  # Follows the length, to within a few per cent so that notes can be shared.
    EXACT = "exact"  # The end of the note is the point, as in a riser.


Play = Callable[[Voice], Samples]
"""How an instrument sounds: a note's samples [C, N], C 1 or 2, from its onset until it has died away."""


@dataclass(frozen=True)
class Instrument:
    """One chair of the band.

    level_db brings it to the loudness of the others. variants: how many takes of one note alternate (round robin).
    monophonic: a new note ends the one before. chokes: keys of which a new one ends the one before (hi-hats).
    chords_as_one: notes struck together are one sound, as through one amplifier.
    """

    play: Play
    level_db: float = 0.0
    length: Length = Length.HELD
    variants: int = 1
    monophonic: bool = False
    chokes: tuple[int, ...] = ()
    chords_as_one: bool = False
