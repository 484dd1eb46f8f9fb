"""The written music: what the arranger hands to the band, before any sound exists."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.metre import Metre
from kinescore.take import Section

STEMS: tuple[str, ...] = ("drums", "percussion", "bass", "harmony", "melody", "accents")


@dataclass(frozen=True)
class Note:
    """start_seconds from the start of the piece; seconds until release; pitch: MIDI number (drums: General MIDI key);
    velocity 0..1; chord: further pitches struck with it as one sound, see `mix.chords`."""

    start_seconds: float
    seconds: float
    pitch: int
    velocity: float
    chord: tuple[int, ...] = ()


@dataclass(frozen=True)
class Part:
    """One player. instrument: a key of `band.INSTRUMENTS`; stem: one of STEMS; level_db: fader, 0 is nominal;
    pan: -1 left .. 1 right; reverb, delay: send levels 0..1; ducking: 0..1, how far kicks push this part down."""

    name: str
    instrument: str
    stem: str
    notes: tuple[Note, ...]
    level_db: float = 0.0
    pan: float = 0.0
    reverb: float = 0.15
    delay: float = 0.0
    ducking: float = 0.0


@dataclass(frozen=True)
class Score:
    """A whole piece. seconds: exact length. beats: [N] s. downbeats: [M] indices into beats. metres: [M], of each bar.
    key: such as "A minor". room: "dry" | "club" | "hall", the character of the shared reverb. tone: a name in
    `mix.tone.TONES`. fade_in_seconds, fade_out_seconds: of the whole. loops: what still rings at the end is heard at
    the beginning, and notes may be held across."""

    seconds: float
    tempo_bpm: float
    beats: NDArray[np.float64]
    downbeats: NDArray[np.int64]
    metres: tuple[Metre, ...]
    key: str
    sections: tuple[Section, ...]
    parts: tuple[Part, ...]
    room: str = "club"
    tone: str = "full"
    fade_in_seconds: float = 0.0
    fade_out_seconds: float = 0.0
    loops: bool = False
