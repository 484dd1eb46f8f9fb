"""One reverb per piece: the synthetic impulse response of a room, and convolution with it and the mix's tone in blocks.

The room runs at half the sample rate. Rooms are dark, so nothing above 10 kHz is missed, and it costs half.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.voice import Samples
from kinescore.groovebox.mix.tone import Tone, filter_of
from kinescore.sound.audio import SAMPLE_RATE

HALF_RATE = SAMPLE_RATE // 2
TRANSFORM = 3 << 15  # Large powers of two are slower than this: their strides collide in the cache.
MARGIN = 64
DECAY_HEARD = 0.8  # Of the time to -60 dB; the rest is faded out and lies below everything else.
BANDS_HZ = (150.0, 400.0, 1000.0, 2500.0, 5500.0)


@dataclass(frozen=True)
class Room:
    """decay_seconds: RT60 in each of BANDS_HZ. predelay_seconds: until the first reflection. early: level of the early
    reflections, spread over `size_seconds`. level: of the whole at a send of 1."""

    decay_seconds: tuple[float, float, float, float, float]
    predelay_seconds: float
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
    """[2, N] at half rate, as loud as what enters at level 1: early reflections, then noise that dies band by band."""
    count = round((DECAY_HEARD * max(room.decay_seconds) + room.predelay_seconds) * HALF_RATE)
    size = 1 << (count - 1).bit_length()
    rng = np.random.default_rng(0x4007)
    times = np.arange(count) / HALF_RATE
    hz = np.fft.rfftfreq(size, 1.0 / HALF_RATE)
    spectrum = np.fft.rfft(rng.standard_normal((2, size)))
    tail = np.zeros((2, count))
    for index, decay in enumerate(room.decay_seconds):
        tail += np.fft.irfft(spectrum * _band(hz, index), size)[:, :count] * np.exp(-6.9 * times / decay)
    start = round(room.predelay_seconds * HALF_RATE)
    build_up = 1.0 - np.exp(-np.maximum(times - room.predelay_seconds, 0.0) / room.size_seconds)
    tail *= build_up
    tail /= _pink_gain(tail)
    for channel in range(2):
        at = start + np.sort(rng.integers(0, round(room.size_seconds * HALF_RATE), 9))
        tail[channel, at] += room.early * rng.choice([-1.0, 1.0], 9) * np.linspace(0.45, 0.15, 9)
    tail *= np.cos(np.linspace(0.0, np.pi / 2.0, count)) * room.level
    return tail.astype(np.float32)


def _pink_gain(tail: np.ndarray) -> float:
    """How much louder a tail [2, M] makes pink noise, the spectrum that most music has."""
    power = np.mean(np.abs(np.fft.rfft(tail)) ** 2, axis=0)[1:]
    share = 1.0 / np.arange(1, len(power) + 1)
    low = len(power) * 60 * 2 // HALF_RATE
    return float(np.sqrt(np.sum(power[low:] * share[low:]) / np.sum(share[low:])))


def _band(hz: np.ndarray, index: int) -> np.ndarray:
    """Amplitudes of one band of BANDS_HZ, overlapping its neighbours in octaves; nothing rumbles and nothing hisses."""
    place = np.interp(np.log2(np.maximum(hz, 1.0)), np.log2(BANDS_HZ), np.arange(len(BANDS_HZ)))
    share = np.clip(1.0 - np.abs(place - index), 0.0, 1.0)
    return share / (1.0 + (180.0 / np.maximum(hz, 1.0)) ** 3) / (1.0 + (hz / 5200.0) ** 2) / np.sqrt(1 + hz / 900.0)


@lru_cache(maxsize=4)
def _response(room: Room) -> tuple[np.ndarray, np.ndarray, int]:
    """Spectra of the room and of a mere delay, both MARGIN samples late so that the resampler's ringing before a sound
    has a place, and the block length whose tail fits one transform. Their gain of 2 makes up for the step in rate."""
    impulse = np.pad(impulse_response(room), ((0, 0), (MARGIN, 0)))
    late = np.zeros(MARGIN + 1)
    late[MARGIN] = 1.0
    response, delay = (2.0 * np.fft.rfft(signal, TRANSFORM) for signal in (impulse, late))
    return response, delay, TRANSFORM - impulse.shape[1]


@lru_cache(maxsize=4)
def _coloured(tone: Tone) -> tuple[np.ndarray, np.ndarray]:
    """Spectrum [TRANSFORM + 1] at the full rate of a tone that is 2 * MARGIN late, as everything is, and of the tone by
    itself at the frequencies of the half rate [TRANSFORM / 2 + 1]."""
    taps = filter_of(tone)
    late = np.fft.rfft(np.pad(taps, (2 * MARGIN, 0)), 2 * TRANSFORM)
    return late, np.fft.rfft(taps, 2 * TRANSFORM)[: TRANSFORM // 2 + 1]


class Reverb:
    """A room that answers sound that comes in blocks, and the tone that both have.

    Convolution by overlap-add; the inverse transform is twice as long as the transform, which is the step up to the
    full rate. Silent blocks cost nothing.
    """

    def __init__(self, room: Room, tone: Tone | None = None) -> None:
        """tone: None leaves the sound as it is."""
        self._response, self._late, hop = _response(room)
        self._tone = None
        if tone is not None:
            self._tone, colour = _coloured(tone)
            self._response, self._late = self._response * colour, self._late * colour
        self.block = 2 * hop
        """Samples of every block but the last."""
        self._answers: list[NDArray[np.float64]] = []
        self._waiting: Samples = np.zeros((2, 0), np.float32)

    def added(self, dry: Samples, send: Samples, delayed: Samples | None) -> Samples:
        """Add to dry [2, N] what the room answers to a mono send [M], and the delay's echoes [2, M], all in the tone;
        return what is ready: all but the last 2 * MARGIN samples, which the next block still reaches.

        send and delayed are at half rate, M half of `block`.
        """
        waiting = self._waiting.shape[1]
        bus = np.concatenate([self._waiting, dry if self._tone is None else np.zeros_like(dry)], axis=1)
        rest = [_added(bus[:, waiting:], answer) for answer in self._answers]
        self._answers = [answer for answer in rest if answer.shape[1]]
        toned = self._tone is not None and dry.any()
        if toned or send.any() or (delayed is not None and delayed.any()):
            early = 2 * MARGIN - waiting  # before the piece begins, nothing is heard
            answer = self._answer(send, delayed, dry if toned else None)
            self._answers.append(_added(bus, answer[:, early:]))
        ready = max(0, bus.shape[1] - 2 * MARGIN)
        self._waiting = bus[:, ready:]
        return bus[:, :ready]

    def rest(self) -> Samples:
        """The last samples, after the last block."""
        return self._waiting

    def _answer(self, send: Samples, delayed: Samples | None, toned: Samples | None) -> NDArray[np.float64]:
        """[2, 2 * TRANSFORM] at the full rate, from 2 * MARGIN samples before the block on. toned: [2, N], what is to
        be heard in the tone beside it."""
        spectrum = np.fft.rfft(send, TRANSFORM) * self._response
        if delayed is not None:
            spectrum += np.fft.rfft(delayed, TRANSFORM) * self._late
        if toned is not None and self._tone is not None:
            whole = np.fft.rfft(toned, 2 * TRANSFORM)
            whole *= self._tone
            whole[:, : spectrum.shape[1]] += spectrum
            spectrum = whole
        return np.fft.irfft(spectrum, 2 * TRANSFORM)


def _added(bus: Samples, answer: NDArray[np.float64]) -> NDArray[np.float64]:
    """Add the beginning of an answer [2, M] to bus [2, N], in place, and return what is left of it."""
    count = min(bus.shape[1], answer.shape[1])
    bus[:, :count] += answer[:, :count]
    return answer[:, count:]
