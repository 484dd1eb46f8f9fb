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
LINES_HZ = 6.0
"""Mean distance of the lines of metal."""
INAUDIBLE_DB = -62.0

Levels = Sequence[float]


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
    middle, sides = np.zeros((2, max(1, seconds_to_samples(seconds))), np.float32)
    start = int(rng.integers(LOOP))
    for index, band in enumerate(_bank(metal)):
        tilt = tilt_db * max(index - 2, 0)
        for layer in layers:
            angle = layer.width * np.pi / 4.0
            envelope = _envelope(layer, index, tilt, len(middle), float(np.cos(angle)))
            count, other = len(envelope), start + LOOP // 2
            if not count:
                continue
            middle[:count] += envelope * band[start : start + count]
            if layer.width:
                envelope *= np.float32(np.tan(angle))
                envelope *= band[other : other + count]
                sides[:count] += envelope
    return np.stack([middle + sides, middle - sides])


def steady_noise(rng: np.random.Generator, count: int, levels_db: tuple[float, ...], width: float = 0.6) -> Samples:
    """Noise [2, count] with these levels_db in the bands, for as long as a breath or a bow lasts."""
    loop, start = _mixed(levels_db), int(rng.integers(LOOP))
    turns = -(-(start + LOOP // 2 + count) // LOOP)
    long = np.tile(loop, turns)
    angle = width * np.pi / 4.0
    middle = np.float32(np.cos(angle)) * long[start : start + count]
    sides = np.float32(np.sin(angle)) * long[start + LOOP // 2 :][:count]
    return np.stack([middle + sides, middle - sides])


@lru_cache(maxsize=32)
def _mixed(levels_db: tuple[float, ...]) -> NDArray[np.float32]:
    """A loop [LOOP] of all bands at their levels."""
    levels = 10.0 ** (np.asarray(levels_db) / 20.0)
    return np.sum(levels.astype(np.float32)[:, None] * _bank(False)[:, :LOOP], axis=0)


def around(hz: float, level_db: float, slope_db: float = 5.0) -> tuple[float, ...]:
    """Levels of a hump of noise at `hz` that falls by `slope_db` per octave to both sides."""
    return tuple(level_db - slope_db * abs(float(np.log2(octave / hz))) for octave in OCTAVES_HZ)


def _envelope(layer: Decaying, index: int, tilt_db: float, longest: int, share: float) -> NDArray[np.float32]:
    """One band's times `share`, as long as it is heard: an exponential is one per frame times one within."""
    level_db, decay = layer.levels_db[index] + tilt_db, layer.decays[index]
    heard = decay * (level_db - INAUDIBLE_DB) / 8.686 + layer.rise
    count = min(longest, max(0, seconds_to_samples(heard)))
    if not count:
        return np.zeros(0, np.float32)
    rate = 1.0 / (decay * SAMPLE_RATE)
    starts = share * 10.0 ** (level_db / 20.0) * np.exp(-rate * HOP * np.arange(-(-count // HOP)))
    within = np.exp(-rate * np.arange(HOP))
    envelope = (starts.astype(np.float32)[:, None] * within.astype(np.float32)).reshape(-1)[:count]
    if layer.rise:
        rising = min(count, seconds_to_samples(6.0 * layer.rise))
        times = np.arange(rising, dtype=np.float32)
        envelope[:rising] *= 1.0 - np.exp(times * np.float32(-1.0 / (layer.rise * SAMPLE_RATE)))
    return envelope


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
