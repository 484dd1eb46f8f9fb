"""Claps, clicks and scrapes: short sounds of hands and wood."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinescore.groovebox.instruments.envelopes import fall, sample_times, smooth_rise
from kinescore.groovebox.instruments.noise import Band, hiss
from kinescore.groovebox.instruments.partials import ringing
from kinescore.groovebox.instruments.voice import Samples, Voice


@dataclass(frozen=True)
class Clap:
    """Several hands a few milliseconds apart, then the room. The first hand falls on the beat."""

    ring: float = 0.09
    low_hz: float = 850.0
    high_hz: float = 4200.0
    hands: int = 4

    def __call__(self, voice: Voice) -> Samples:
        seconds = 0.05 + self.ring * 5.0
        times = sample_times(seconds)
        gaps = np.arange(self.hands) * 0.0095 * (0.9 + 0.2 * voice.rng.random(self.hands))
        shape = np.zeros_like(times)
        for at in gaps:
            hand = 1.0 if at == 0.0 else 0.75
            shape = np.maximum(shape, np.where(times >= at, hand * np.exp(-(times - at) / 0.0045), 0.0))
        last = gaps[-1]
        shape = np.maximum(shape, np.where(times >= last, 0.5 * np.exp(-(times - last) / self.ring), 0.0))
        sound = hiss(voice.rng, len(times), Band(self.low_hz, self.high_hz), 2, width=0.65)
        return (sound * shape * smooth_rise(times, 0.0006) * fall(times, seconds * 0.5, seconds * 0.5)).astype("f4")


@dataclass(frozen=True)
class Block:
    """Hollow or solid wood: claves, wood block, rim shot. modes: (Hz, strength, damping 1/s)."""

    modes: tuple[tuple[float, float, float], ...]
    tick: float = 0.35

    def __call__(self, voice: Voice) -> Samples:
        hz, strength, damping = np.array(self.modes).T
        seconds = 6.0 / damping.min()
        times = sample_times(seconds)
        tune = 0.995 + 0.01 * voice.rng.random()
        sound = ringing(hz * tune, damping, strength[None], seconds)
        count = min(len(times), 512)
        tick = hiss(voice.rng, count, Band(1500.0, 8000.0)) * np.exp(-times[:count] / 0.0015)
        sound[:, :count] += tick * (self.tick * (0.3 + voice.velocity))
        return sound * (smooth_rise(times, 0.0005) * fall(times, seconds * 0.6, seconds * 0.4))


@dataclass(frozen=True)
class Scrape:
    """A stick drawn over notches (guiro), or beads rattling (vibraslap): a train of small clicks."""

    seconds: float
    per_second: float
    hz: float

    def __call__(self, voice: Voice) -> Samples:
        times = sample_times(self.seconds)
        grain = hiss(voice.rng, len(times), Band(self.hz / 1.6, self.hz * 1.6), 2, width=0.3)
        train = np.exp(-((times * self.per_second) % 1.0) * 4.0)
        return (grain * train * 0.6 * smooth_rise(times, 0.004) * fall(times, 0.0, self.seconds)).astype("f4")


@dataclass(frozen=True)
class Whistled:
    """A short gliding tone: samba whistle, cuica."""

    start_hz: float
    end_hz: float
    seconds: float

    def __call__(self, voice: Voice) -> Samples:
        times = sample_times(self.seconds)
        turns = self.end_hz * times + (self.start_hz - self.end_hz) * 0.06 * (1.0 - np.exp(-times / 0.06))
        tone = np.sin(2.0 * np.pi * turns) + 0.25 * np.sin(4.0 * np.pi * turns)
        tone *= smooth_rise(times, 0.006) * fall(times, self.seconds * 0.6, self.seconds * 0.4)
        return (0.6 * tone)[None].astype(np.float32)
