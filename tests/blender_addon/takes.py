"""A take made by hand: four seconds of a quiet tone at 120 BPM, first beat at 0.1 s."""

from __future__ import annotations

import numpy as np

from kinescore.sound.audio import Audio
from kinescore.take import Section, Take

RATE = 44100


def tone(seconds: float, hz: float) -> Audio:
    wave = 0.1 * np.sin(2 * np.pi * hz * np.arange(round(seconds * RATE)) / RATE)
    return Audio(np.stack([wave, wave]).astype(np.float32), RATE)


def tiny_take(seconds: float = 4.0, hz: float = 220.0, stems: tuple[str, ...] = ()) -> Take:
    return Take(
        audio=tone(seconds, hz),
        beats=0.1 + 0.5 * np.arange(8),
        downbeats=np.array([0, 4]),
        tempo_bpm=120.0,
        sections=(Section("intro", 0.1, 2.1), Section("chorus", 2.1, 4.0)),
        stems={name: tone(seconds, hz * (2 + index)) for index, name in enumerate(stems)},
        midi=b"MThd",
        provenance={"engine": "by hand"},
    )
