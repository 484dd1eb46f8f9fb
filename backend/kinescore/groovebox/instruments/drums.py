"""Drums with a skin: kicks, snares, toms, claps of the hand on congas, timpani."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.envelopes import fall, sample_times, smooth_rise, without_offset
from kinescore.groovebox.instruments.noise import Band, hiss
from kinescore.groovebox.instruments.partials import ringing, scattered
from kinescore.groovebox.instruments.voice import Samples, Voice

# Vibration modes of a round membrane against its lowest (zeros of Bessel functions), strength and extra damping.
MEMBRANE = np.array([[1.0, 1.0, 1.0], [1.59, 0.55, 1.7], [2.14, 0.38, 2.2], [2.30, 0.25, 2.6], [2.65, 0.22, 3.0]])
# With a kettle below the skin the modes pull close to 1 : 1.5 : 2 : 2.44, which is why timpani have a pitch.
KETTLE = np.array([[1.0, 1.0, 1.0], [1.50, 0.7, 1.3], [1.98, 0.45, 1.6], [2.44, 0.25, 2.2], [2.9, 0.15, 3.0]])


@dataclass(frozen=True)
class Kick:
    """A body whose pitch falls from start_hz to end_hz within about `bend` seconds, a beater click and a little air."""

    start_hz: float
    end_hz: float
    bend: float
    ring: float
    drive: float = 1.0
    click: float = 0.35
    click_hz: float = 3500.0
    air: float = 0.05

    def __call__(self, voice: Voice) -> Samples:
        seconds = self.ring * 4.0
        times = sample_times(seconds)
        top = self.start_hz * (0.9 + 0.2 * voice.velocity)
        turns = self.end_hz * times + (top - self.end_hz) * self.bend * (1.0 - np.exp(-times / self.bend))
        body = np.sin(2.0 * np.pi * turns) * np.exp(-times / self.ring)
        body = np.tanh(self.drive * body) / np.tanh(self.drive)
        body = without_offset(body, np.exp(-times / self.ring))
        count = min(len(times), 4096)
        tick = hiss(voice.rng, count, Band(self.click_hz / 2.5, self.click_hz * 2.0))[0]
        body[:count] += tick * np.exp(-times[:count] / 0.0022) * (self.click * (0.4 + 0.8 * voice.velocity))
        puff = hiss(voice.rng, count, Band(150.0, 1200.0))[0]
        body[:count] += puff * np.exp(-times[:count] / 0.018) * self.air
        body *= smooth_rise(times, 0.0007) * fall(times, seconds * 0.6, seconds * 0.4)
        return body[None].astype(np.float32)


@dataclass(frozen=True)
class Snare:
    """Two skin tones that bend down, the crack of the stick and the rattle of the wires."""

    tone_hz: float
    tone: float = 0.55
    tone_ring: float = 0.07
    wires: float = 0.5
    wires_ring: float = 0.11
    wires_low_hz: float = 1400.0
    wires_high_hz: float = 6000.0
    crack: float = 0.6
    swish: bool = False

    def __call__(self, voice: Voice) -> Samples:
        seconds = max(self.wires_ring * 5.0, self.tone_ring * 5.0)
        times = sample_times(seconds)
        hz = self.tone_hz * (0.99 + 0.02 * voice.rng.random())
        bend = 0.35 * hz * 0.009 * (1.0 - np.exp(-times / 0.009))
        skin = np.sin(2.0 * np.pi * (hz * times + bend)) + 0.6 * np.sin(2.0 * np.pi * (1.72 * hz * times + bend))
        skin *= self.tone * np.exp(-times / self.tone_ring)
        rattle = hiss(voice.rng, len(times), Band(self.wires_low_hz, self.wires_high_hz), 2, width=0.5)
        rise = smooth_rise(times, 0.03 if self.swish else 0.0015)
        rattle *= rise * np.exp(-times / (self.wires_ring * (0.6 + 0.5 * voice.velocity))) * self.wires
        stick = hiss(voice.rng, 1024, Band(900.0, 7000.0))[0] * np.exp(-times[:1024] / 0.003)
        sound = rattle + skin
        sound[:, :1024] += stick * (self.crack * (0.3 + 0.9 * voice.velocity))
        return (sound * smooth_rise(times, 0.0005) * fall(times, seconds * 0.6, seconds * 0.4)).astype(np.float32)


@dataclass(frozen=True)
class Skin:
    """A tuned drum: toms, bongos, congas, timbales, timpani.

    modes: rows of ratio, strength, damping factor. bend: how far the pitch falls after a hard stroke. slap: noise of
    hand or stick. rim_hz: brightness of that noise.
    """

    hz: float
    ring: float
    slap: float = 0.3
    slap_hz: float = 1800.0
    bend: float = 0.06
    kettle: bool = False

    def __call__(self, voice: Voice) -> Samples:
        ratios, strength, extra = (KETTLE if self.kettle else MEMBRANE).T
        stroke = 0.55 + 0.25 * voice.rng.random(len(ratios)) + 0.3 * voice.velocity
        strength = np.where(ratios > 1.0, strength * stroke, strength)
        seconds = self.ring * 4.5
        strength = np.append(strength[0], scattered(strength[1:], voice.rng))
        sound = ringing(self.hz * ratios, extra / self.ring, strength[None], seconds * (1.0 + self.bend))
        times = sample_times(seconds)
        sound = _bent(sound[0], times, self.bend * voice.velocity)
        count = min(len(times), 2048)
        hand = hiss(voice.rng, count, Band(self.slap_hz / 3.0, self.slap_hz * 2.0))[0]
        sound[:count] += hand * np.exp(-times[:count] / 0.006) * (self.slap * (0.3 + 0.9 * voice.velocity))
        sound *= smooth_rise(times, 0.0007) * fall(times, seconds * 0.5, seconds * 0.5)
        return sound[None].astype(np.float32)


def _bent(sound: NDArray, times: NDArray, bend: float) -> NDArray:
    """Read `sound` a little fast at first, so that the pitch starts up to `bend` high and settles."""
    at = (times + bend * 0.04 * (1.0 - np.exp(-times / 0.04))) * 44_100.0
    low = np.minimum(at.astype(np.int64), len(sound) - 2)
    part = (at - low).astype(np.float32)
    return sound[low] * (1.0 - part) + sound[low + 1] * part
