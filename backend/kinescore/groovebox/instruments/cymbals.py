"""Cymbals, hi-hats, bells and jingles: many inharmonic modes, mostly heard as shaped noise."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinescore.groovebox.instruments.envelopes import fall, sample_times, smooth_rise
from kinescore.groovebox.instruments.noise import Band, hiss
from kinescore.groovebox.instruments.partials import ringing
from kinescore.groovebox.instruments.voice import Samples, Voice

# Six square waves of the classic analogue hat, as frequency ratios; their upper harmonics make the metallic colour.
ANALOGUE_RATIOS = np.array([1.0, 1.4471, 1.6170, 1.9265, 2.5028, 2.6637])


@dataclass(frozen=True)
class Hat:
    """A hi-hat: bright noise over a cluster of metallic partials."""

    ring: float
    low_hz: float = 5200.0
    high_hz: float = 9500.0
    metal: float = 0.35
    tune_hz: float = 410.0
    attack: float = 0.0008

    def __call__(self, voice: Voice) -> Samples:
        seconds = self.ring * 5.0 + 0.03
        times = sample_times(seconds)
        ring = self.ring * (0.7 + 0.4 * voice.velocity)
        sound = hiss(voice.rng, len(times), Band(self.low_hz, self.high_hz), 2, width=0.55)
        sound *= np.exp(-times / ring) + 0.5 * np.exp(-times / 0.004)
        sound += self.metal * self._cluster(voice, seconds, ring)
        sound *= 0.5 * smooth_rise(times, self.attack) * fall(times, seconds * 0.5, seconds * 0.5)
        return sound

    def _cluster(self, voice: Voice, seconds: float, ring: float) -> Samples:
        number = np.arange(7, 26, 2)
        hz = (self.tune_hz * ANALOGUE_RATIOS[:, None] * number).ravel()
        hz = hz[(hz > self.low_hz * 0.7) & (hz < 14_000.0)]
        phases = np.exp(2j * np.pi * voice.rng.random(len(hz)))
        strength = phases * np.sqrt(2.0 / len(hz))
        return ringing(hz, np.full(len(hz), 1.0 / ring), strength[None], seconds)


@dataclass(frozen=True)
class Cymbal:
    """Crash, ride, china or splash: a bright wash that dies first, a darker body that rings on, and a stick's ping."""

    ring_seconds: float
    low_hz: float = 2500.0
    wash: float = 0.5
    ping: float = 0.0
    ping_hz: float = 3100.0
    bow: float = 1.0

    def __call__(self, voice: Voice) -> Samples:
        times = sample_times(self.ring_seconds)
        bright = hiss(voice.rng, len(times), Band(self.low_hz * 2.0, 9000.0), 2, width=0.75)
        body = hiss(voice.rng, len(times), Band(self.low_hz * 0.45, 5200.0), 2, width=0.6)
        decay = self.ring_seconds / 4.5
        strike = np.exp(-times / (decay * 0.55)) + 0.8 * np.exp(-times / 0.012)
        bright *= self.wash * (0.4 + 0.5 * voice.velocity) * strike
        body *= self.wash * 0.55 * np.exp(-times / decay) * smooth_rise(times, 0.012)
        sound = bright + body
        if self.ping:
            sound += self._stick(voice)
        return sound * (smooth_rise(times, 0.001) * fall(times, self.ring_seconds * 0.5, self.ring_seconds * 0.5))

    def _stick(self, voice: Voice) -> Samples:
        ratios = np.array([0.31, 0.47, 0.66, 1.0, 1.31, 1.77, 2.23, 2.9])
        strength = np.array([0.3, 0.35, 0.5, 1.0, 0.8, 0.6, 0.4, 0.3]) * np.exp(2j * np.pi * voice.rng.random(8))
        damping = np.array([4.0, 4.5, 6.0, 8.0, 11.0, 15.0, 20.0, 28.0]) * self.bow
        return ringing(self.ping_hz * ratios, damping, self.ping * strength[None], self.ring_seconds)


@dataclass(frozen=True)
class Metal:
    """A struck piece of metal with a few clear modes: cowbell, agogo, triangle, ride bell.

    modes: (Hz, strength, damping 1/s)."""

    modes: tuple[tuple[float, float, float], ...]
    seconds: float
    tick: float = 0.2

    def __call__(self, voice: Voice) -> Samples:
        hz, strength, damping = np.array(self.modes).T
        strength = strength * np.exp(0.6j * np.pi * voice.rng.random(len(hz)))
        sound = ringing(hz, damping, strength[None], self.seconds)
        times = sample_times(self.seconds)
        count = min(len(times), 1024)
        stick = hiss(voice.rng, count, Band(2500.0, 9000.0)) * np.exp(-times[:count] / 0.002)
        sound[:, :count] += stick * (self.tick * (0.3 + voice.velocity))
        return sound * (smooth_rise(times, 0.0008) * fall(times, self.seconds * 0.4, self.seconds * 0.6))


@dataclass(frozen=True)
class Jingles:
    """Shaken things: tambourine, shaker, maracas, cabasa, brushes. One or two strokes of grainy noise."""

    low_hz: float
    high_hz: float
    attack: float
    ring: float
    jingle: float = 0.0

    def __call__(self, voice: Voice) -> Samples:
        seconds = self.attack * 1.5 + self.ring * 5.0
        times = sample_times(seconds)
        grains = hiss(voice.rng, len(times), Band(self.low_hz, self.high_hz), 2, width=0.5)
        attack = self.attack * (1.25 - 0.5 * voice.velocity)
        shape = smooth_rise(times, attack) * np.exp(-np.maximum(times - attack, 0.0) / self.ring)
        sound = 0.5 * grains * shape
        if self.jingle:
            hz = 4300.0 * np.array([1.0, 1.13, 1.37, 1.62, 1.91, 2.3]) * (0.98 + 0.04 * voice.rng.random(6))
            phases = np.exp(2j * np.pi * voice.rng.random(6)) * self.jingle * 0.4
            sound += ringing(hz, np.full(6, 1.2 / self.ring), phases[None], seconds) * smooth_rise(times, attack)
        return (sound * fall(times, seconds * 0.5, seconds * 0.5)).astype(np.float32)
