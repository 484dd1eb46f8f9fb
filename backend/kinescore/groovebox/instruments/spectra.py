"""Spectra of waveforms, filters and bodies: amplitudes as functions of harmonic number or frequency."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def saw(number: NDArray) -> NDArray:
    """Harmonics of a sawtooth."""
    return 1.0 / number


def square(number: NDArray) -> NDArray:
    """Harmonics of a square wave."""
    return np.where(number % 2 == 1, 1.0, 0.0) / number


def pulse(number: NDArray, width: float | NDArray) -> NDArray:
    """Harmonics of a pulse that is high for `width` of its period."""
    return np.sin(np.pi * number * width) / number


def plucked(number: NDArray, position: float) -> NDArray:
    """Harmonics of a string plucked at `position` of its length, as velocity at the bridge."""
    return np.sin(np.pi * number * position) / number


def lowpass(hz: NDArray, cutoff_hz: NDArray | float, resonance: float = 0.707, poles: int = 2) -> NDArray:
    """Complex response of a resonant low-pass with 2 or 4 poles; `resonance` is the Q of its sharper half."""
    x = hz / cutoff_hz
    response = 1.0 / (1.0 - x * x + 1j * x / resonance)
    return response if poles == 2 else response / (1.0 - x * x + 1j * x / 0.6)


def resonances(hz: NDArray, *peaks: tuple[float, float, float]) -> NDArray:
    """1 plus resonances, each (centre Hz, width in octaves, height): bodies and formants."""
    response = np.ones_like(hz)
    for centre, octaves, height in peaks:
        response = response + height * np.exp(-0.5 * (np.log2(hz / centre) / octaves) ** 2)
    return response


def waveshaped(cycle: NDArray, drive: float, bias: float, count: int) -> NDArray[np.complex128]:
    """Harmonics 1..count of a cycle through a soft clipper: distortion without aliasing.

    cycle: [N] one period, peak about 1. The clipper is tanh, biased for even harmonics.
    """
    bent = np.tanh(drive * (cycle + bias)) - np.tanh(drive * bias)
    return np.fft.rfft(bent)[1 : count + 1] * (2.0 / len(cycle))
