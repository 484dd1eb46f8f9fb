"""Envelopes as functions of time, so that they serve sample by sample or block by block."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.sound.audio import SAMPLE_RATE


def sample_times(seconds: float) -> NDArray[np.float32]:
    """Times [N] in seconds of every sample."""
    return np.arange(max(1, round(seconds * SAMPLE_RATE)), dtype=np.float32) / np.float32(SAMPLE_RATE)


def smooth_rise(times: NDArray, seconds: float) -> NDArray:
    """0 to 1 over `seconds` with flat ends; times [N] ascend."""
    shape = np.ones_like(times)
    risen = np.searchsorted(times, times.dtype.type(seconds))
    x = np.maximum(times[:risen] / seconds, 0.0)
    shape[:risen] = x * x * (3.0 - 2.0 * x)
    return shape


def fall(times: NDArray, start: float, seconds: float) -> NDArray:
    """1 until `start`, then down to exactly 0 over `seconds`, fast at first as a damped string is; times [N] ascend."""
    shape = np.ones_like(times)
    held = np.searchsorted(times, times.dtype.type(start))
    x = np.maximum(1.0 - (times[held:] - start) / seconds, 0.0)
    shape[held:] = x * x
    return shape


def without_offset(sound: NDArray, shape: NDArray) -> NDArray:
    """Take out what is left of zero frequency, spread over the sound [N] as `shape` [N]. Falling tones leave some."""
    return sound - shape * (sound.sum() / shape.sum())


def adsr(times: NDArray, held: float, attack: float, decay: float, sustain: float, release: float) -> NDArray:
    """Attack, exponential decay to `sustain`, release after `held` seconds; 0 at held + release."""
    body = sustain + (1.0 - sustain) * np.exp(-np.maximum(times - attack, 0.0) / decay)
    return smooth_rise(times, attack) * body * fall(times, held, release)


def vibrato(times: NDArray, cents: float, rate_hz: float, after: float = 0.25, phase: float = 0.0) -> NDArray:
    """Time shift in seconds [N] of a pitch that swings by +-`cents`, growing in from `after` seconds on."""
    depth = (2.0 ** (cents / 1200.0) - 1.0) / (2.0 * np.pi * rate_hz)
    return depth * smooth_rise(times - after, 0.4) * np.sin(2.0 * np.pi * (rate_hz * times + phase))


def scoop(times: NDArray, cents: float, seconds: float) -> NDArray:
    """Time shift in seconds [N] of a pitch that starts `cents` away and settles within about 3 * `seconds`."""
    return (2.0 ** (cents / 1200.0) - 1.0) * seconds * (1.0 - np.exp(-times / seconds))
