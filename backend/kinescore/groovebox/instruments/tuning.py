"""Pitch and level: the units that every instrument shares."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.sound.audio import SAMPLE_RATE

TOP_HZ = 17_000.0  # No partial is written above this, so nothing can fold back at half the sample rate.


def midi_to_hz(pitch: float) -> float:
    """Frequency of a MIDI note number in equal temperament, A4 = 69 = 440 Hz."""
    return 440.0 * 2.0 ** ((pitch - 69.0) / 12.0)


def seconds_to_samples(seconds: float) -> int:
    """Nearest sample."""
    return round(seconds * SAMPLE_RATE)


def loudness_weight(hz: NDArray[np.floating]) -> NDArray[np.floating]:
    """How strongly a frequency counts towards loudness: the shape of BS.1770's K-weighting, simplified.

    hz: [K]. Returns amplitude factors [K]: falling below 60 Hz, 1 in the middle, +4 dB from about 2 kHz.
    """
    low = hz**2 / (hz**2 + 38.0**2)
    shelf = 1.0 + 0.585 * hz**2 / (hz**2 + 1500.0**2)
    return low * shelf


def equally_loud(amplitudes: NDArray, hz: NDArray[np.float64]) -> NDArray:
    """Scale partials so that every pitch sounds equally loud.

    amplitudes: [..., K] of partials at hz [K]. Returns the same shape with unit weighted power per channel.
    """
    power = np.mean(np.sum(np.abs(amplitudes * loudness_weight(hz)) ** 2, axis=-1))
    return amplitudes / np.sqrt(power + 1e-12)
