"""One shared room per piece: a short synthetic impulse response, and convolution with it in blocks.

Everything here runs at half the sample rate. Rooms are dark, so nothing above 10 kHz is missed, and it costs half.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from kinescore.groovebox.synth.tuning import SAMPLE_RATE
from kinescore.groovebox.synth.voice import Samples

HALF_RATE = SAMPLE_RATE // 2
BANDS_HZ = (150.0, 400.0, 1000.0, 2500.0, 5500.0)


@dataclass(frozen=True)
class Room:
    """decay_seconds: RT60 in each of BANDS_HZ. before_seconds: until the first reflection; early: level of the first
    reflections, spread over `size_seconds`. level: of the whole at a send of 1."""

    decay_seconds: tuple[float, float, float, float, float]
    before_seconds: float
    size_seconds: float
    early: float
    level: float


ROOMS = {
    "dry": Room((0.30, 0.35, 0.35, 0.30, 0.22), 0.004, 0.020, 0.9, 0.8),
    "club": Room((0.80, 1.00, 1.05, 0.90, 0.60), 0.014, 0.035, 0.6, 1.0),
    "hall": Room((1.90, 2.20, 2.10, 1.70, 1.00), 0.024, 0.060, 0.5, 1.0),
}


@lru_cache(maxsize=4)
def impulse_response(room: Room) -> Samples:
    """[2, N] at half rate, unit energy per channel at level 1: early reflections, then noise that dies band by band."""
    count = round((max(room.decay_seconds) + room.before_seconds) * HALF_RATE)
    size = 1 << (count - 1).bit_length()
    rng = np.random.default_rng(0x4007)
    times = np.arange(count) / HALF_RATE
    hz = np.fft.rfftfreq(size, 1.0 / HALF_RATE)
    spectrum = np.fft.rfft(rng.standard_normal((2, size)))
    tail = np.zeros((2, count))
    for index, decay in enumerate(room.decay_seconds):
        tail += np.fft.irfft(spectrum * _band(hz, index), size)[:, :count] * np.exp(-6.9 * times / decay)
    start = round(room.before_seconds * HALF_RATE)
    build_up = 1.0 - np.exp(-np.maximum(times - room.before_seconds, 0.0) / room.size_seconds)
    tail *= build_up
    tail /= np.sqrt(np.sum(tail**2, axis=1, keepdims=True))
    for channel in range(2):
        at = start + np.sort(rng.integers(0, round(room.size_seconds * HALF_RATE), 9))
        tail[channel, at] += room.early * rng.choice([-1.0, 1.0], 9) * np.linspace(0.45, 0.15, 9)
    tail *= np.cos(np.linspace(0.0, np.pi / 2.0, count)) * room.level
    return tail.astype(np.float32)


def _band(hz: np.ndarray, index: int) -> np.ndarray:
    """Amplitudes of one band of BANDS_HZ, overlapping its neighbours in octaves; nothing rumbles and nothing hisses."""
    place = np.interp(np.log2(np.maximum(hz, 1.0)), np.log2(BANDS_HZ), np.arange(len(BANDS_HZ)))
    share = np.clip(1.0 - np.abs(place - index), 0.0, 1.0)
    return share / (1.0 + (180.0 / np.maximum(hz, 1.0)) ** 3) / (1.0 + (hz / 5200.0) ** 2) / np.sqrt(1 + hz / 900.0)


@lru_cache(maxsize=4)
def _response(room: Room) -> tuple[np.ndarray, int, int]:
    """Spectrum of the impulse response, the transform size and the block length it allows."""
    impulse = impulse_response(room)
    size = 4 << (impulse.shape[1] - 1).bit_length()
    return np.fft.rfft(impulse, size), size, size - impulse.shape[1]


def reverberate(send: Samples, room: Room) -> Samples:
    """Convolve a mono send [M] at half rate with the room, by overlap-add; returns [2, M]. Skips silent blocks."""
    response, size, hop = _response(room)
    wet = np.zeros((2, len(send)), np.float32)
    for start in range(0, len(send), hop):
        block = send[start : start + hop]
        if not block.any():
            continue
        answer = np.fft.irfft(np.fft.rfft(block, size) * response, size)
        stop = min(len(send), start + size)
        wet[:, start:stop] += answer[:, : stop - start]
    return wet


def add_at_full_rate(bus: Samples, wet: Samples) -> None:
    """Add wet [2, M] at half rate into bus [2, N] at the full rate, in place; in-between samples by 6-point filter."""
    count = bus.shape[1]
    bus[:, 0::2] += wet[:, : (count + 1) // 2]
    padded = np.pad(wet, ((0, 0), (2, 3)))
    between = 0.5859375 * (padded[:, 2:-3] + padded[:, 3:-2])
    between -= 0.09765625 * (padded[:, 1:-4] + padded[:, 4:-1])
    between += 0.01171875 * (padded[:, :-5] + padded[:, 5:])
    bus[:, 1::2] += between[:, : count // 2]
