"""Old records and worn tape: what they do to an instrument, and what they sound like by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.envelopes import sample_times
from kinescore.groovebox.instruments.noise import BandPass, filtered_noise
from kinescore.groovebox.instruments.voice import Play, Samples, Voice
from kinescore.mastering.product import product
from kinescore.sound.audio import SAMPLE_RATE

WOW_HZ, FLUTTER_HZ = 0.85, 6.3
"""A record that is not centred turns once in 1.2 s; a worn capstan shakes the tape."""
FLUTTER_SHARE = 0.25
HISS_LEVEL, RUMBLE_LEVEL = 0.02, 0.018
CRACKLES_PER_SECOND, POPS_PER_SECOND = 14.0, 0.7
CLICK_SECONDS = 0.0012
EDGE_SECONDS = 0.05
RINGS = 96
"""Samples after which a low-pass at 1500 Hz or more has died away, by 100 dB."""


@dataclass(frozen=True)
class Worn:
    """`play` as from a worn tape: wow and flutter of `wow_cents`, saturation, nothing above `high_hz`.

    Every note begins at the same place of the wow, as chords that were sampled once and are played again.
    """

    play: Play
    high_hz: float
    wow_cents: float = 0.0
    drive: float = 1.5

    def __call__(self, voice: Voice) -> Samples:
        """The note."""
        sound = np.atleast_2d(self.play(voice)).astype(np.float32)
        if self.wow_cents:
            sound = _bent(sound, self.wow_cents)
        peak = np.float32(np.abs(sound).max() + 1e-9)
        sound = np.tanh(sound * np.float32(self.drive / peak)) * (peak / np.float32(np.tanh(self.drive)))
        return _without_treble(sound, self.high_hz)


def vinyl(voice: Voice) -> Samples:
    """The surface of a record for the length of the note: hiss, rumble, crackle and a pop now and then; its edges are
    faded so that one piece goes over into the next."""
    count = len(sample_times(voice.seconds))
    sound = filtered_noise(voice.rng, count, _surface, 2) * np.float32(np.hypot(HISS_LEVEL, RUMBLE_LEVEL))
    sound += _clicks(voice.rng, count, CRACKLES_PER_SECOND, (0.05, 0.35))
    sound += _clicks(voice.rng, count, POPS_PER_SECOND, (0.5, 1.0))
    edge = min(count // 2, round(EDGE_SECONDS * SAMPLE_RATE))
    rising = np.sin(np.linspace(0.0, 0.5 * np.pi, edge, endpoint=False, dtype=np.float32))
    sound[:, :edge] *= rising
    sound[:, count - edge :] *= rising[::-1]
    return sound


def _surface(hz: NDArray) -> NDArray:
    """Amplitudes of hiss and rumble together at frequencies in Hz, each of its level."""
    hiss, rumble = BandPass(900.0, 7000.0, 1)(hz), BandPass(28.0, 70.0, 2)(hz)
    return np.hypot(HISS_LEVEL * hiss / np.linalg.norm(hiss), RUMBLE_LEVEL * rumble / np.linalg.norm(rumble))


def _clicks(rng: np.random.Generator, count: int, per_second: float, levels: tuple[float, float]) -> NDArray:
    """Dust in the groove, [2, count]: each speck somewhere between left and right."""
    sound = np.zeros((2, count))
    length = round(6 * CLICK_SECONDS * SAMPLE_RATE)
    shape = np.exp(-np.arange(length) / (CLICK_SECONDS * SAMPLE_RATE))
    starts = np.flatnonzero(rng.random(count) < per_second / SAMPLE_RATE)
    noise = filtered_noise(rng, length * max(len(starts), 1), BandPass(500.0, 5500.0, 1))[0].reshape(-1, length) * shape
    angles = rng.uniform(0.2, 0.8, len(starts)) * np.pi / 2.0
    strengths = rng.uniform(*levels, len(starts)) * np.array([np.cos(angles), np.sin(angles)])
    for start, click, (left, right) in zip(starts, noise, strengths.T, strict=False):
        place = sound[:, start : start + length]
        place[0] += left * click[: place.shape[1]]
        place[1] += right * click[: place.shape[1]]
    return sound


def _bent(sound: NDArray, cents: float) -> NDArray:
    """`sound` [C, N] whose pitch sways by +-`cents` at WOW_HZ, and by less at FLUTTER_HZ."""
    count = sound.shape[1]
    low, part = _swaying(cents, 1 << (count - 1).bit_length())
    low, part = low[:count], part[:count]
    padded = np.pad(sound, ((0, 0), (1, 0)))  # before the note there is silence
    return np.take(padded, low, axis=1) * (1.0 - part) + np.take(padded[:, 1:], low, axis=1) * part


@lru_cache(maxsize=8)
def _swaying(cents: float, count: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """From which sample on, and how far to the next, each of `count` is read of a sound that one of silence leads."""
    times = np.arange(count) / SAMPLE_RATE
    shift = np.zeros_like(times)
    for hz, share in ((WOW_HZ, 1.0), (FLUTTER_HZ, FLUTTER_SHARE)):
        depth = (2.0 ** (share * cents / 1200.0) - 1.0) / (2.0 * np.pi * hz)
        shift += depth * (1.0 - np.cos(2.0 * np.pi * hz * times))
    at = np.maximum((times - shift) * SAMPLE_RATE + 1.0, 0.0)
    low = np.floor(at).astype(np.int64)
    return low, (at - low).astype(np.float32)


def _without_treble(sound: NDArray, high_hz: float) -> Samples:
    """`sound` [C, N] through a low-pass of 12 dB per octave, of which nothing comes before its cause."""
    blocks = -(-sound.shape[1] // RINGS)
    padded = np.zeros((len(sound), (blocks + 1) * RINGS), np.float32)
    padded[:, RINGS : RINGS + sound.shape[1]] = sound
    lines = padded.reshape(len(sound), blocks + 1, RINGS)
    before_and_now = np.concatenate([lines[:, :-1], lines[:, 1:]], axis=2)
    filtered = product(before_and_now.reshape(-1, 2 * RINGS), _low_pass(high_hz))
    return filtered.reshape(len(sound), -1)[:, : sound.shape[1]]


@lru_cache(maxsize=8)
def _low_pass(high_hz: float) -> NDArray[np.float32]:
    """Butterworth's filter of second order on RINGS samples and those before them, [2 RINGS, RINGS]."""
    damping = 2.0 * np.pi * high_hz / np.sqrt(2.0)  # and as many radians per second: poles at 45 degrees
    times = np.arange(RINGS) / SAMPLE_RATE
    answer = np.exp(-damping * times) * np.sin(damping * times)
    answer /= answer.sum()
    ago = RINGS + np.arange(RINGS) - np.arange(2 * RINGS)[:, None]
    return np.where((ago >= 0) & (ago < RINGS), answer[ago % RINGS], 0.0).astype(np.float32)
