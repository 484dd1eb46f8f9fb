"""Where the beat falls, once the tempo is known: several cues vote, each by how clearly it pulses."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.cues import Cue
from kinescore.dance.movement import RATE_HZ

STEPS = 96
VOTES = {"hips low": 1.0, "shoulders low": 1.0, "stop": 1.0, "acceleration": 0.5, "hips pushed up": 0.5}


def beat_phase(cues: tuple[Cue, ...], tempo_bpm: float) -> tuple[float, float]:
    """Return the time of the first beat in [0, period) seconds and the clarity of the pulse, 0..1."""
    beat_hz = tempo_bpm / 60
    turns = np.arange(STEPS) / STEPS
    vote = np.zeros(STEPS)
    for cue in cues:
        for multiple in (1, 2):
            amplitude = _amplitude(cue.curve, beat_hz * multiple)
            vote += VOTES.get(cue.name, 0.0) * np.real(amplitude * np.exp(2j * np.pi * multiple * turns))
    best = int(np.argmax(vote))
    return float(turns[best] / beat_hz), float(np.clip(vote[best] / sum(VOTES.values()), 0.0, 1.0))


def _amplitude(curve: NDArray[np.float64], hz: float) -> complex:
    """Return the complex amplitude of `curve` at `hz`; its phase is that of the curve's crest after time zero."""
    times = np.arange(len(curve)) / RATE_HZ
    window = np.hanning(len(curve))
    return complex((curve * window * np.exp(-2j * np.pi * hz * times)).sum() * 2 / max(window.sum(), 1e-9))
