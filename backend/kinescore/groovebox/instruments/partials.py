"""Additive synthesis as one matrix product.

A sum of K partials over Q frames of H samples is [Q, K] phasors at the frames' starts times [K, H] waves within one.
BLAS does that at tens of millions of samples per second, nothing can alias, and every filter is simply a change of the
amplitudes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.tuning import TOP_HZ
from kinescore.groovebox.instruments.voice import Samples
from kinescore.mastering.product import product
from kinescore.sound.audio import SAMPLE_RATE

DAMPED_HOP = 256
MODULATED_HOP = 64


def harmonics(hz: float, max_partials: int = 80, stiffness: float = 0.0, top_hz: float = TOP_HZ) -> NDArray[np.float64]:
    """Frequencies [K] of a string's or pipe's partials below `top_hz`; stiffness is B in k * sqrt(1 + B k^2)."""
    count = max(1, min(max_partials, int(top_hz / hz)))
    number = np.arange(1, count + 1, dtype=np.float64)
    frequencies = hz * number * np.sqrt((1.0 + stiffness * number**2) / (1.0 + stiffness))
    return frequencies[frequencies < TOP_HZ]


def damped_partials(
    hz: NDArray[np.float64],
    damping: NDArray[np.float64],
    amplitudes: NDArray,
    seconds: float,
) -> Samples:
    """Sum partials that decay exponentially, as everything struck or plucked does (modal synthesis).

    hz: [K]. damping: [K] 1/s. amplitudes: [C, K], real (sine phase) or complex. Returns [C, N].
    """
    count = max(1, round(seconds * SAMPLE_RATE))
    frames = -(-count // DAMPED_HOP)
    wave = _damped_phasors(hz, damping, np.arange(DAMPED_HOP))
    starts = _damped_phasors(hz, damping, np.arange(frames) * DAMPED_HOP).T
    left = np.atleast_2d(amplitudes).astype(np.complex64)[:, None, :] * (starts * np.complex64(-1j))
    return _product(left, wave)[:, :count]


def modulated_partials(
    hz: NDArray[np.float64],
    amplitudes: NDArray[np.complexfloating],
    hop: int = MODULATED_HOP,
) -> Samples:
    """Sum partials whose complex amplitudes change; a phase that turns is vibrato or a bend.

    hz: [K]. amplitudes: [C, Q + 1, K] at every `hop` samples, interpolated linearly in between. Returns [C, Q * hop].
    """
    frames = amplitudes.shape[1] - 1
    still = np.zeros_like(hz)
    wave = _damped_phasors(hz, still, np.arange(hop))
    starts = _damped_phasors(hz, still, np.arange(frames) * hop).T * np.complex64(-1j)
    ramp = (np.arange(hop) / hop).astype(np.float32)
    left = np.concatenate([amplitudes[:, :-1] * starts, amplitudes[:, 1:] * starts], axis=-1)
    return _product(left.astype(np.complex64), np.concatenate([wave * (1.0 - ramp), wave * ramp]))


def with_random_phases(amplitudes: NDArray, rng: np.random.Generator) -> NDArray[np.complexfloating]:
    """Give partials [K] random phases. The ear does not mind, but aligned partials peak together: chords of them take
    several dB of headroom for nothing."""
    return amplitudes * phasors(rng.random(len(amplitudes)))


def frame_times(seconds: float, hop: int = MODULATED_HOP) -> NDArray[np.float64]:
    """Times [Q + 1] in seconds at which `modulated_partials` wants amplitudes for a sound of at least `seconds`."""
    frames = max(1, int(np.ceil(seconds * SAMPLE_RATE / hop)))
    return np.arange(frames + 1) * (hop / SAMPLE_RATE)


def phasors(cycles: NDArray) -> NDArray[np.complex64]:
    """Unit phasors of phases given in cycles, reduced before they lose precision."""
    angle = ((cycles - np.floor(cycles)) * (2.0 * np.pi)).astype(np.float32)
    unit = np.empty(angle.shape, np.complex64)
    np.cos(angle, out=unit.real)
    np.sin(angle, out=unit.imag)
    return unit


def _damped_phasors(hz: NDArray, damping: NDArray, at: NDArray) -> NDArray[np.complex64]:
    """exp((2 pi i hz - damping) t) [K, len(at)] at sample numbers `at`; phases are reduced in double precision."""
    damped = phasors(hz[:, None] * (at / SAMPLE_RATE))
    if damping.any():
        damped *= np.exp((damping[:, None] * (-at / SAMPLE_RATE)).astype(np.float32))
    return damped


def _product(left: NDArray[np.complex64], right: NDArray[np.complex64]) -> Samples:
    """Real part of left [C, Q, K] times right [K, H], as a real matrix product; returns [C, Q * H]."""
    channels, frames, _ = left.shape
    flat = np.concatenate([left.real, left.imag], axis=-1).reshape(channels * frames, -1)
    waves = np.concatenate([right.real, -right.imag])
    return product(flat, waves).reshape(channels, -1)
