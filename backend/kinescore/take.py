"""What comes back: the music, how it is built, and where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kinescore.sound.audio import Audio


@dataclass(frozen=True)
class Section:
    """A part of the piece ("intro", "verse", "drop", ...), start inclusive, end exclusive, in seconds."""

    name: str
    start_seconds: float
    end_seconds: float


@dataclass(frozen=True)
class Take:
    """One piece of music for one movement.

    audio: the mix. beats: [N] float64 s. downbeats: [M] int64 indices into beats. sections cover the piece in order.
    stems: named stems that sum to the mix, sample by sample (empty unless asked for). midi: a Standard MIDI File, or
    b"" from engines that do not play notes. scores: named sync figures. provenance: engine, version, seed, tempo,
    licence ...; plain JSON values. notes: sentences for the user about anything that differs from what was asked.
    """

    audio: Audio
    beats: NDArray[np.float64]
    downbeats: NDArray[np.int64]
    tempo_bpm: float
    sections: tuple[Section, ...]
    stems: Mapping[str, Audio] = field(default_factory=dict)
    midi: bytes = b""
    scores: Mapping[str, float] = field(default_factory=dict)
    provenance: Mapping[str, str | int | float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
