"""Additive synthesis as one matrix product.

A sum of K partials over Q blocks of H samples is [Q, K] block phasors times [K, H] partial waves. BLAS does that at
tens of millions of samples per second, nothing can alias, and every filter is simply a change of the amplitudes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.tuning import TOP_HZ
from kinescore.groovebox.instruments.voice import Samples
from kinescore.sound.audio import SAMPLE_RATE

RINGING_HOP = 256
MOVING_HOP = 64


def harmonics(hz: float, most: int = 80, stiffness: float = 0.0, top_hz: float = TOP_HZ) -> NDArray[np.float64]:
    """Frequencies [K] of a string's or pipe's partials below `top_hz`; stiffness is B in k * sqrt(1 + B k^2)."""
    count = max(1, min(most, int(top_hz / hz)))
    number = np.arange(1, count + 1, dtype=np.float64)
    frequencies = hz * number * np.sqrt((1.0 + stiffness * number**2) / (1.0 + stiffness))
    return frequencies[frequencies < TOP_HZ]


def ringing(
    hz: NDArray[np.float64],
    damping: NDArray[np.float64],
    amplitudes: NDArray,
    seconds: float,
) -> Samples:
    """Sum partials that decay exponentially, as everything struck or plucked does.

    hz: [K]. damping: [K] 1/s. amplitudes: [C, K], real (sine phase) or complex. Returns [C, N].
    """
    count = max(1, round(seconds * SAMPLE_RATE))
    blocks = -(-count // RINGING_HOP)
    wave = _damped_phasors(hz, damping, np.arange(RINGING_HOP))
    heads = _damped_phasors(hz, damping, np.arange(blocks) * RINGING_HOP).T
    left = np.atleast_2d(amplitudes).astype(np.complex64)[:, None, :] * (heads * np.complex64(-1j))
    return _product(left, wave)[:, :count]


def moving(
    hz: NDArray[np.float64],
    amplitudes: NDArray[np.complexfloating],
    hop: int = MOVING_HOP,
) -> Samples:
    """Sum partials whose complex amplitudes move; a turning phase is vibrato or a bend.

    hz: [K]. amplitudes: [C, Q + 1, K] at every `hop` samples, interpolated linearly in between. Returns [C, Q * hop].
    """
    blocks = amplitudes.shape[1] - 1
    still = np.zeros_like(hz)
    wave = _damped_phasors(hz, still, np.arange(hop))
    heads = _damped_phasors(hz, still, np.arange(blocks) * hop).T * np.complex64(-1j)
    ramp = (np.arange(hop) / hop).astype(np.float32)
    left = np.concatenate([amplitudes[:, :-1] * heads, amplitudes[:, 1:] * heads], axis=-1)
    return _product(left.astype(np.complex64), np.concatenate([wave * (1.0 - ramp), wave * ramp]))


def scattered(amplitudes: NDArray, rng: np.random.Generator) -> NDArray[np.complexfloating]:
    """Give partials [K] random phases. The ear does not mind, but aligned partials peak together: chords of them take
    several dB of headroom for nothing."""
    return amplitudes * phase_turns(rng.random(len(amplitudes)))


def block_times(seconds: float, hop: int = MOVING_HOP) -> NDArray[np.float64]:
    """Times [Q + 1] in seconds at which `moving` wants amplitudes for a sound of at least `seconds`."""
    blocks = max(1, int(np.ceil(seconds * SAMPLE_RATE / hop)))
    return np.arange(blocks + 1) * (hop / SAMPLE_RATE)


def phase_turns(turns: NDArray) -> NDArray[np.complex64]:
    """Unit phasors of phases given in whole turns, reduced before they lose precision."""
    angle = ((turns - np.floor(turns)) * (2.0 * np.pi)).astype(np.float32)
    phasors = np.empty(angle.shape, np.complex64)
    np.cos(angle, out=phasors.real)
    np.sin(angle, out=phasors.imag)
    return phasors


def _damped_phasors(hz: NDArray, damping: NDArray, at: NDArray) -> NDArray[np.complex64]:
    """exp((2 pi i hz - damping) t) [K, len(at)] at sample numbers `at`; phases are reduced in double precision."""
    phasors = phase_turns(hz[:, None] * (at / SAMPLE_RATE))
    if damping.any():
        phasors *= np.exp((damping[:, None] * (-at / SAMPLE_RATE)).astype(np.float32))
    return phasors


def _product(left: NDArray[np.complex64], right: NDArray[np.complex64]) -> Samples:
    """Real part of left [C, Q, K] times right [K, H], as a real matrix product; returns [C, Q * H]."""
    channels, blocks, _ = left.shape
    flat = np.concatenate([left.real, left.imag], axis=-1).reshape(channels * blocks, -1)
    waves = np.concatenate([right.real, -right.imag])
    return (flat @ waves).reshape(channels, -1)
