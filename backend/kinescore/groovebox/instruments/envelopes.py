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
    return _to_read(np.arange(count, dtype=np.float32) / np.float32(SAMPLE_RATE))


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


@lru_cache(maxsize=16)
def fades(count: int, attack: float, start: float, seconds: float) -> NDArray[np.float32]:
    """Gain [count], to read, of a sound that fades in over `attack` and out from `start` over `seconds`. Kept, since
    strokes and plucks have few lengths."""
    times = sample_times(count / SAMPLE_RATE)
    return _to_read(fade_in(times, attack) * fade_out(times, start, seconds))


def _to_read(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    samples.flags.writeable = False
    return samples


@lru_cache(maxsize=16)
def dying(count: int, seconds: float) -> NDArray[np.float32]:
    """Gain [count], to read, of what decays to 1/e within `seconds`."""
    return _to_read(np.exp(sample_times(count / SAMPLE_RATE) * np.float32(-1.0 / seconds)))


def without_dc_offset(sound: NDArray, envelope: NDArray) -> NDArray:
    """Take out the DC offset that a falling tone leaves, spread over the sound [N] as its `envelope` [N]."""
    offset = envelope * (sound.sum() / envelope.sum())
    return np.subtract(sound, offset, out=offset)


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

    def of_note(self, count: int, held: float) -> NDArray[np.float32]:
        """Gain [count] of every sample, to read: kept, since the notes of a chord are as long."""
        return _of_note(self, count, held)


@lru_cache(maxsize=8)
def _of_note(envelope: Adsr, count: int, held: float) -> NDArray[np.float32]:
    return _to_read(envelope(sample_times(count / SAMPLE_RATE), held))


def vibrato(times: NDArray, cents: float, rate_hz: float, after: float = 0.25, phase: float = 0.0) -> NDArray:
    """Time shift in seconds [N] of a pitch that swings by +-`cents`, growing in from `after` seconds on."""
    depth = (2.0 ** (cents / 1200.0) - 1.0) / (2.0 * np.pi * rate_hz)
    return depth * fade_in(times - after, 0.4) * np.sin(2.0 * np.pi * (rate_hz * times + phase))


def scoop(times: NDArray, cents: float, seconds: float) -> NDArray:
    """Time shift in seconds [N] of a pitch that starts `cents` away and settles within about 3 * `seconds`."""
    return (2.0 ** (cents / 1200.0) - 1.0) * seconds * (1.0 - np.exp(-times / seconds))
