"""Noise with a chosen spectrum: breath, bows, hammers, snares and sweeps."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.synth.tuning import SAMPLE_RATE
from kinescore.groovebox.synth.voice import Samples


def hiss(
    rng: np.random.Generator, count: int, response: Callable[[NDArray], NDArray], channels: int = 1, width: float = 0.8
) -> Samples:
    """Gaussian noise [channels, count] of unit power with amplitude `response(hz)`.

    Drawn as a spectrum and transformed once. width: 0 gives the same noise left and right, 1 independent noise.
    """
    size = 1 << max(6, (count - 1).bit_length())
    hz = np.fft.rfftfreq(size, 1.0 / SAMPLE_RATE)
    amplitude = np.zeros_like(hz)
    amplitude[1:] = response(hz[1:])
    amplitude *= np.sqrt(0.25 * size * size / (np.sum(amplitude**2) + 1e-12))
    draws = rng.standard_normal((channels, len(hz), 2), dtype=np.float32).view(np.complex64)[..., 0]
    if channels == 2:
        draws[1] = np.sqrt(1.0 - width * width) * draws[0] + width * draws[1]
    return np.fft.irfft(draws * amplitude, size)[:, :count].astype(np.float32)


def band(low_hz: float, high_hz: float, slope: int = 2) -> Callable[[NDArray], NDArray]:
    """Response of a band-pass with gentle sides; slope 2 falls by 12 dB per octave."""

    def response(hz: NDArray) -> NDArray:
        return 1.0 / np.sqrt((1.0 + (low_hz / hz) ** (2 * slope)) * (1.0 + (hz / high_hz) ** (2 * slope)))

    return response
