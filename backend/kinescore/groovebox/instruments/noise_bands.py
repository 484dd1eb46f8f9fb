"""Noise in octave bands that die away each at its own rate: what is heard of sticks, snare wires, cymbals and rooms.

Two banks are made once: plain noise, and "metal", whose bands are made of few, fixed lines, as the modes of a plate
are. A stroke reads a bank from a place of its own, so no two are alike and one costs no transform.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.partials import phasors
from kinescore.groovebox.instruments.tuning import seconds_to_samples
from kinescore.groovebox.instruments.voice import Samples
from kinescore.sound.audio import SAMPLE_RATE

OCTAVES_HZ = (125.0, 250.0, 500.0, 1000.0, 2000.0, 4000.0, 8000.0, 15_000.0)
"""Centres of the bands; every table of levels or decays has one value for each."""
LOOP = 1 << 16
HOP = 256
FRAMES_AT_ONCE = 96
"""So that they stay in the cache, and each product is for one thread: its bits hang on no machine."""
LINES_HZ = 6.0
"""Mean distance of the lines of metal."""
INAUDIBLE_DB = -62.0

Levels = tuple[float, ...]


@dataclass(frozen=True)
class Decaying:
    """One layer of a stroke: levels_db of each band of OCTAVES_HZ at its start (0: unit power), decays: s to 1/e, of
    each band or of all. width: 0 in the middle .. 1 independent left and right. rise: s until it is there."""

    levels_db: Levels
    decays: Levels
    width: float = 0.3
    rise: float = 0.0

    def heard_seconds(self, floor_db: float) -> float:
        """How long any band is louder than `floor_db`."""
        pairs = zip(self.levels_db, self.decays, strict=True)
        return max(decay * (level - floor_db) / 8.686 for level, decay in pairs) + self.rise


def decaying_noise(
    rng: np.random.Generator,
    layers: Sequence[Decaying],
    longest_seconds: float,
    tilt_db: float = 0.0,
    metal: bool = False,
) -> Samples:
    """Sum of layers of one noise, [2, N], as long as it is heard and `longest_seconds` at most.

    tilt_db: added per octave above 500 Hz: a soft touch is darker.
    """
    seconds = min(longest_seconds, max(layer.heard_seconds(INAUDIBLE_DB) for layer in layers))
    count, start = max(1, seconds_to_samples(seconds)), int(rng.integers(LOOP))
    curves = _curves(tuple(layers), tilt_db, -(-count // HOP))
    both = np.zeros((2, -(-count // HOP) * HOP), np.float32)
    room = np.empty(len(curves.starts) * FRAMES_AT_ONCE * HOP, np.float32)
    for band, noise in enumerate(_bank(metal)):
        for first in range(0, curves.lasting[band], FRAMES_AT_ONCE):
            starts = curves.starts[:, band, first : min(first + FRAMES_AT_ONCE, curves.lasting[band])]
            envelopes = room[: starts.shape[0] * starts.shape[1] * HOP].reshape(*starts.shape[:2], HOP)
            np.matmul(starts, curves.within[band], out=envelopes)
            for side, envelope in enumerate(envelopes.reshape(len(starts), -1)):
                at = start + side * LOOP // 2 + first * HOP
                envelope *= noise[at : at + len(envelope)]
                both[side, first * HOP : first * HOP + len(envelope)] += envelope
    both[0] += both[1]  # of middle and sides, left and right
    both[1] *= -2.0
    both[1] += both[0]
    return both[:, :count]


def steady_noise(rng: np.random.Generator, count: int, levels_db: tuple[float, ...], width: float = 0.6) -> Samples:
    """Noise [2, count] with these levels_db in the bands, for as long as a breath or a bow lasts."""
    loop, start = _mixed(levels_db), int(rng.integers(LOOP))
    angle = width * np.pi / 4.0
    middle = np.float32(np.cos(angle)) * read_loop(loop, start, count)
    if not width:
        return np.stack([middle, middle])
    sides = np.float32(np.sin(angle)) * read_loop(loop, start + LOOP // 2, count)
    both = np.empty((2, count), np.float32)
    np.add(middle, sides, out=both[0])
    np.subtract(middle, sides, out=both[1])
    return both


def read_loop(loop: NDArray[np.float32], start: int, count: int) -> NDArray[np.float32]:
    """`count` samples of a loop [..., N] from `start` on, round and round, to read."""
    size = loop.shape[-1]
    at = start % size
    if at + count <= size:
        return loop[..., at : at + count]
    sound = np.empty((*loop.shape[:-1], count), loop.dtype)
    done = size - at
    sound[..., :done] = loop[..., at:]
    while done < count:
        more = min(size, count - done)
        sound[..., done : done + more] = loop[..., :more]
        done += more
    return sound


@lru_cache(maxsize=32)
def _mixed(levels_db: tuple[float, ...]) -> NDArray[np.float32]:
    """A loop [LOOP] of all bands at their levels."""
    levels = 10.0 ** (np.asarray(levels_db) / 20.0)
    return np.sum(levels.astype(np.float32)[:, None] * _bank(False)[:, :LOOP], axis=0)


@lru_cache(maxsize=64)
def around(hz: float, level_db: float, slope_db: float = 5.0) -> tuple[float, ...]:
    """Levels of a hump of noise at `hz` that falls by `slope_db` per octave to both sides."""
    return tuple(level_db - slope_db * abs(float(np.log2(octave / hz))) for octave in OCTAVES_HZ)


@dataclass(frozen=True)
class _Curves:
    """K exponentials in each band: starts [2 or 1, bands, frames, K], middle and sides if there are any, times within
    [bands, K, HOP]; lasting: frames of each band that are heard."""

    starts: NDArray[np.float32]
    within: NDArray[np.float32]
    lasting: tuple[int, ...]


@lru_cache(maxsize=128)
def _curves(layers: tuple[Decaying, ...], tilt_db: float, frames: int) -> _Curves:
    """The layers' envelopes in `frames` of HOP samples; one that rises is an exponential less a quicker one."""
    tilt = tilt_db * np.maximum(np.arange(len(OCTAVES_HZ)) - 2, 0)
    levels = np.array([layer.levels_db for layer in layers]) + tilt
    decays, rises = np.array([layer.decays for layer in layers]), np.array([layer.rise for layer in layers])
    heard = (decays * (levels - INAUDIBLE_DB) / 8.686 + rises[:, None]) * SAMPLE_RATE / HOP
    rising = np.flatnonzero(rises)
    every = np.concatenate([np.arange(len(layers)), rising])
    rates = 1.0 / (decays[every] * SAMPLE_RATE)
    rates[len(layers) :] += 1.0 / (rises[rising, None] * SAMPLE_RATE)
    gains = 10.0 ** (levels[every] / 20.0)
    gains[len(layers) :] *= -1.0
    lasting = np.clip(np.ceil(heard), 0, frames).astype(np.int64)[every].T
    at = np.arange(frames)
    curves = np.exp((-rates.T[:, None] * (HOP * at[:, None])).astype(np.float32)) * (at[:, None] < lasting[:, None])
    angles = np.array([layer.width for layer in layers])[every] * np.pi / 4.0
    shares = np.stack([np.cos(angles), np.sin(angles)])[: 1 + bool(angles.any())]
    starts = curves * (gains.T[:, None] * shares[:, None, None]).astype(np.float32)
    within = np.exp((-rates.T[:, :, None] * np.arange(HOP)).astype(np.float32))
    return _Curves(np.ascontiguousarray(starts), np.ascontiguousarray(within), tuple(map(int, lasting.max(axis=1))))


@lru_cache(maxsize=2)
def _bank(metal: bool) -> NDArray[np.float32]:
    """[bands, 4 LOOP]: a loop of unit power for each band, repeated. Half a loop apart it is another noise, which is
    heard at the sides."""
    rng = np.random.default_rng([0xBA2D, metal])
    hz = np.fft.rfftfreq(LOOP, 1.0 / SAMPLE_RATE)[1:]
    place = np.interp(np.log2(hz), np.log2(OCTAVES_HZ), np.arange(len(OCTAVES_HZ)))
    share = np.cos(np.clip(place - np.arange(len(OCTAVES_HZ))[:, None], -1.0, 1.0) * np.pi / 2.0)
    share *= hz < 19_000.0
    if metal:
        lines = rng.random(len(hz)) < hz[0] / LINES_HZ * (0.35 + 0.65 * np.minimum(hz / 4000.0, 1.0))
        share = share * np.where(lines, rng.exponential(1.0, len(hz)), 0.02)
    share *= LOOP / np.sqrt(2.0 * np.sum(share**2, axis=1, keepdims=True))
    spectrum = np.zeros((len(OCTAVES_HZ), LOOP // 2 + 1), np.complex64)
    spectrum[:, 1:] = share * phasors(rng.random(len(hz), dtype=np.float32))
    return np.tile(np.fft.irfft(spectrum, LOOP).astype(np.float32), (1, 4))
