"""Noise with a chosen spectrum: breath, bows, hammers, snare wires and sweeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.voice import Samples, Voice
from kinescore.sound.audio import SAMPLE_RATE

LOOP = 1 << 16  # Longer noise repeats after 1.5 s, which no ear follows.
FRAME = 2048
Spectrum = Callable[[NDArray], NDArray]
"""Amplitudes at frequencies in Hz; one that is equal to another gives the same."""


@dataclass(frozen=True)
class BandPass:
    """A band-pass filter with gentle sides: they fall by 6 dB per octave times `order`."""

    low_hz: float
    high_hz: float
    order: int = 2

    def __call__(self, hz: NDArray) -> NDArray:
        """Amplitude at frequencies in Hz."""
        low, high = (self.low_hz / hz) ** (2 * self.order), (hz / self.high_hz) ** (2 * self.order)
        return 1.0 / np.sqrt((1.0 + low) * (1.0 + high))


def filtered_noise(
    rng: np.random.Generator, count: int, band: Spectrum, channels: int = 1, width: float = 0.8
) -> Samples:
    """Gaussian noise [channels, count] of unit power in `band`.

    Drawn as a spectrum and transformed once. width: 0 gives the same noise left and right, 1 independent noise.
    """
    size = min(LOOP, 1 << max(6, (count - 1).bit_length()))
    spectra = _random_spectra(rng, channels, width, size // 2 + 1)
    spectra *= _amplitude(band, size)
    noise = np.fft.irfft(spectra, size).astype(np.float32)
    return noise[:, :count] if count <= size else np.tile(noise, -(-count // size))[:, :count]


def time_varying_noise(
    rng: np.random.Generator, count: int, response: Callable[[NDArray, NDArray], NDArray]
) -> Samples:
    """Stereo Gaussian noise [2, count] of unit power, through a filter that moves: amplitude `response(hz, seconds)`.

    Frames with random spectra, overlapped so that their powers add up to one.
    """
    hop = FRAME // 2
    frames = -(-count // hop) + 1
    times = (np.arange(frames) - 0.5) * hop / SAMPLE_RATE
    amplitude = np.zeros((frames, FRAME // 2 + 1), np.float32)
    amplitude[:, 1:] = response(_bin_frequencies(FRAME)[None, :], times[:, None])
    amplitude *= np.sqrt(0.25 * FRAME * FRAME / (np.sum(amplitude**2, axis=1, keepdims=True) + 1e-12))
    pieces = np.fft.irfft(_random_spectra(rng, 2, 0.8, amplitude.shape) * amplitude, FRAME).astype(np.float32)
    pieces *= np.sin(np.pi * (np.arange(FRAME) + 0.5) / FRAME).astype(np.float32)
    noise = pieces[:, :-1, hop:] + pieces[:, 1:, :hop]
    return noise.reshape(2, -1)[:, :count]


def with_strike(sound: Samples, voice: Voice, level: float, band: BandPass, decay: float) -> Samples:
    """Add the short noise of a hammer, mallet or key to `sound` [C, N], in place: it decays in `decay` s, in `band`."""
    count = min(sound.shape[1], int(decay * 6 * SAMPLE_RATE))
    envelope = np.exp(np.arange(count, dtype=np.float32) * (-1.0 / (decay * SAMPLE_RATE)))
    sound[:, :count] += filtered_noise(voice.rng, count, band) * envelope * (level * (0.3 + voice.velocity))
    return sound


@lru_cache(maxsize=32)
def _amplitude(band: Spectrum, size: int) -> NDArray[np.float32]:
    """Amplitudes [size / 2 + 1] of a spectrum whose transform has unit power in `band`."""
    amplitude = np.zeros(size // 2 + 1, np.float32)
    amplitude[1:] = band(_bin_frequencies(size))
    amplitude *= np.sqrt(0.25 * size * size / (np.sum(amplitude**2) + 1e-12))
    return amplitude


@lru_cache(maxsize=16)
def _bin_frequencies(size: int) -> NDArray[np.float32]:
    """Frequencies of a transform of `size` samples in Hz, without zero."""
    return np.fft.rfftfreq(size, 1.0 / SAMPLE_RATE)[1:].astype(np.float32)


def _random_spectra(
    rng: np.random.Generator, channels: int, width: float, shape: int | tuple[int, ...]
) -> NDArray[np.complex64]:
    """Random spectra [channels, *shape], unit power per real part. Their transform is Gaussian by the sum of many bins,
    so plain uniform numbers do."""
    shape = (shape,) if isinstance(shape, int) else shape
    flat = rng.random((channels, *shape[:-1], 2 * shape[-1]), dtype=np.float32)
    flat -= 0.5
    flat *= np.float32(np.sqrt(12.0))
    spectra = flat.view(np.complex64)
    if channels == 2:
        spectra[1] *= width
        spectra[1] += np.sqrt(1.0 - width * width) * spectra[0]
    return spectra
