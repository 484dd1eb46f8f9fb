"""Envelopes as functions of time, so that they serve sample by sample or block by block."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kinescore.sound.audio import SAMPLE_RATE


def sample_times(seconds: float) -> NDArray[np.float32]:
    """Times [N] in seconds of every sample, to read."""
    count = max(1, round(seconds * SAMPLE_RATE))
    return _clock(max(1 << 17, 1 << (count - 1).bit_length()))[:count]


@lru_cache(maxsize=4)
def _clock(count: int) -> NDArray[np.float32]:
    times = np.arange(count, dtype=np.float32) / np.float32(SAMPLE_RATE)
    times.flags.writeable = False
    return times


def fade_in(times: NDArray, seconds: float) -> NDArray:
    """Gain [N] from 0 to 1 over `seconds` with flat ends; times ascend."""
    gain = np.ones_like(times)
    risen = np.searchsorted(times, times.dtype.type(seconds))
    x = np.maximum(times[:risen] / seconds, 0.0)
    gain[:risen] = x * x * (3.0 - 2.0 * x)
    return gain


def fade_out(times: NDArray, start: float, seconds: float) -> NDArray:
    """Gain [N]: 1 until `start`, then to exactly 0 over `seconds`, fast at first like a damped string; times ascend."""
    gain = np.ones_like(times)
    held = np.searchsorted(times, times.dtype.type(start))
    x = np.maximum(1.0 - (times[held:] - start) / seconds, 0.0)
    gain[held:] = x * x
    return gain


def without_dc_offset(sound: NDArray, envelope: NDArray) -> NDArray:
    """Take out the DC offset that a falling tone leaves, spread over the sound [N] as its `envelope` [N]."""
    return sound - envelope * (sound.sum() / envelope.sum())


@dataclass(frozen=True)
class Adsr:
    """Attack, exponential decay to the `sustain` level (0..1), release; seconds but for the level."""

    attack: float
    decay: float
    sustain: float
    release: float

    def __call__(self, times: NDArray, held: float) -> NDArray:
        """Gain [N] of a note released after `held` seconds; 0 from held + release on."""
        body = self.sustain + (1.0 - self.sustain) * np.exp(-np.maximum(times - self.attack, 0.0) / self.decay)
        return fade_in(times, self.attack) * body * fade_out(times, held, self.release)


def vibrato(times: NDArray, cents: float, rate_hz: float, after: float = 0.25, phase: float = 0.0) -> NDArray:
    """Time shift in seconds [N] of a pitch that swings by +-`cents`, growing in from `after` seconds on."""
    depth = (2.0 ** (cents / 1200.0) - 1.0) / (2.0 * np.pi * rate_hz)
    return depth * fade_in(times - after, 0.4) * np.sin(2.0 * np.pi * (rate_hz * times + phase))


def scoop(times: NDArray, cents: float, seconds: float) -> NDArray:
    """Time shift in seconds [N] of a pitch that starts `cents` away and settles within about 3 * `seconds`."""
    return (2.0 ** (cents / 1200.0) - 1.0) * seconds * (1.0 - np.exp(-times / seconds))
