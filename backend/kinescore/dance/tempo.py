"""Tempo from movement cues: the metrical comb that explains most of their variation."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.cues import Cue
from kinescore.dance.movement import RATE_HZ

SLOWEST_BPM, FASTEST_BPM = 50.0, 200.0
LIKELY_BPM, SPREAD_OCTAVES = 105.0, 0.4
"""A smooth prior on dance tempo, log-normal, after van Noorden & Moelants 1999."""
METRE = ((0.5, 0.5), (1.0, 1.0), (2.0, 0.7))
"""Levels of the comb as multiples of the beat rate, and how much each counts."""


def tempo_salience(cues: tuple[Cue, ...]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return candidate tempi [K] BPM, evenly spaced in octaves, and their salience [K]."""
    power, step_hz = _fused_power(cues)
    seconds = len(cues[0].curve) / RATE_HZ
    octaves = np.log2(FASTEST_BPM / SLOWEST_BPM)
    count = int(octaves * 12 * max(seconds, 10.0)) + 1
    tempi = SLOWEST_BPM * 2 ** np.linspace(0.0, octaves, count)
    salience = np.zeros(count)
    for multiple, share in METRE:
        salience += share * np.interp(tempi / 60 * multiple / step_hz, np.arange(len(power)), power)
    return tempi, salience * np.exp(-0.5 * (np.log2(tempi / LIKELY_BPM) / SPREAD_OCTAVES) ** 2)


def ranked_tempi(cues: tuple[Cue, ...], count: int) -> tuple[float, ...]:
    """Return up to `count` tempi in BPM, the most salient first, no two within 4 %."""
    tempi, salience = tempo_salience(cues)
    inner = salience[1:-1]
    peaks = np.flatnonzero((inner >= salience[:-2]) & (inner > salience[2:])) + 1
    chosen: list[float] = []
    for peak in peaks[np.argsort(-salience[peaks], kind="stable")]:
        if all(abs(np.log(tempi[peak] / other)) > 0.04 for other in chosen):
            chosen.append(float(tempi[peak]))
        if len(chosen) == count:
            break
    return tuple(chosen)


def _fused_power(cues: tuple[Cue, ...]) -> tuple[NDArray[np.float64], float]:
    """Return the mean share of variance explained at each frequency, and the frequency step in Hz."""
    length = len(cues[0].curve)
    padded = 1 << int(np.ceil(np.log2(8 * length)))
    window = np.hanning(length)
    power = np.zeros(padded // 2 + 1)
    for cue in cues:
        power += np.abs(np.fft.rfft(cue.curve * window, padded)) ** 2
    return power * 4 / (len(cues) * max(window.sum(), 1e-9) ** 2), RATE_HZ / padded
