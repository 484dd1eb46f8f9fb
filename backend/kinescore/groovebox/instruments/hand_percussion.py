"""Hand percussion: claps, wood and metal struck with a stick, shakers, scrapers and whistles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinescore.groovebox.instruments.envelopes import fade_in, fade_out, fades, sample_times
from kinescore.groovebox.instruments.noise import BandPass, filtered_noise
from kinescore.groovebox.instruments.partials import damped_partials
from kinescore.groovebox.instruments.voice import Samples, Voice


@dataclass(frozen=True)
class HandClap:
    """Several hands a few milliseconds apart, then the room for `decay` s. The first hand falls on the beat."""

    decay: float = 0.09
    low_hz: float = 850.0
    high_hz: float = 4200.0
    hands: int = 4

    def __call__(self, voice: Voice) -> Samples:
        seconds = 0.05 + self.decay * 5.0
        times = sample_times(seconds)
        onsets = np.arange(self.hands) * 0.0095 * (0.9 + 0.2 * voice.rng.random(self.hands))
        envelope = np.zeros_like(times)
        for onset in onsets:
            hand = 1.0 if onset == 0.0 else 0.75
            envelope = np.maximum(envelope, np.where(times >= onset, hand * np.exp(-(times - onset) / 0.0045), 0.0))
        last = onsets[-1]
        envelope = np.maximum(envelope, np.where(times >= last, 0.5 * np.exp(-(times - last) / self.decay), 0.0))
        sound = filtered_noise(voice.rng, len(times), BandPass(self.low_hz, self.high_hz), 2, width=0.65)
        return (sound * envelope * fade_in(times, 0.0006) * fade_out(times, seconds * 0.5, seconds * 0.5)).astype("f4")


@dataclass(frozen=True)
class StruckWood:
    """Hollow or solid wood: claves, wood block, rim shot.

    modes: (Hz, strength, damping 1/s). stick: level of the stick's noise.
    """

    modes: tuple[tuple[float, float, float], ...]
    stick: float = 0.35

    def __call__(self, voice: Voice) -> Samples:
        hz, strength, damping = np.array(self.modes).T
        seconds = 6.0 / damping.min()
        times = sample_times(seconds)
        tune = 0.995 + 0.01 * voice.rng.random()
        sound = damped_partials(hz * tune, damping, strength[None], seconds)
        count = min(len(times), 512)
        stick = filtered_noise(voice.rng, count, BandPass(1500.0, 8000.0)) * np.exp(-times[:count] / 0.0015)
        sound[:, :count] += stick * (self.stick * (0.3 + voice.velocity))
        sound *= fades(len(times), 0.0005, seconds * 0.6, seconds * 0.4)
        return sound


@dataclass(frozen=True)
class StruckMetal:
    """Metal with a few clear modes: cowbell, agogo, triangle, ride bell.

    modes: (Hz, strength, damping 1/s). seconds: until it is silent. stick: level of the stick's noise.
    """

    modes: tuple[tuple[float, float, float], ...]
    seconds: float
    stick: float = 0.2

    def __call__(self, voice: Voice) -> Samples:
        hz, strength, damping = np.array(self.modes).T
        strength = strength * np.exp(0.6j * np.pi * voice.rng.random(len(hz)))
        sound = damped_partials(hz, damping, strength[None], self.seconds)
        times = sample_times(self.seconds)
        count = min(len(times), 1024)
        stick = filtered_noise(voice.rng, count, BandPass(2500.0, 9000.0)) * np.exp(-times[:count] / 0.002)
        sound[:, :count] += stick * (self.stick * (0.3 + voice.velocity))
        sound *= fades(len(times), 0.0008, self.seconds * 0.4, self.seconds * 0.6)
        return sound


@dataclass(frozen=True)
class Shaker:
    """Grains or jingles that are shaken once: shaker, maracas, cabasa, tambourine.

    low_hz, high_hz: band of the grains. attack, decay: s. jingles: level of a tambourine's.
    """

    low_hz: float
    high_hz: float
    attack: float
    decay: float
    jingles: float = 0.0

    def __call__(self, voice: Voice) -> Samples:
        seconds = self.attack * 1.5 + self.decay * 5.0
        times = sample_times(seconds)
        grains = filtered_noise(voice.rng, len(times), BandPass(self.low_hz, self.high_hz), 2, width=0.5)
        attack = self.attack * (1.25 - 0.5 * voice.velocity)
        envelope = fade_in(times, attack) * np.exp(-np.maximum(times - attack, 0.0) / self.decay)
        sound = 0.5 * grains * envelope
        if self.jingles:
            hz = 4300.0 * np.array([1.0, 1.13, 1.37, 1.62, 1.91, 2.3]) * (0.98 + 0.04 * voice.rng.random(6))
            strength = np.exp(2j * np.pi * voice.rng.random(6)) * self.jingles * 0.4
            sound += damped_partials(hz, np.full(6, 1.2 / self.decay), strength[None], seconds) * fade_in(times, attack)
        return (sound * fade_out(times, seconds * 0.5, seconds * 0.5)).astype(np.float32)


@dataclass(frozen=True)
class Scraper:
    """A stick drawn over notches (guiro), or teeth that rattle (vibraslap): `per_second` clicks around `hz`."""

    seconds: float
    per_second: float
    hz: float

    def __call__(self, voice: Voice) -> Samples:
        times = sample_times(self.seconds)
        grain = filtered_noise(voice.rng, len(times), BandPass(self.hz / 1.6, self.hz * 1.6), 2, width=0.3)
        clicks = np.exp(-((times * self.per_second) % 1.0) * 4.0)
        return (grain * clicks * 0.6 * fade_in(times, 0.004) * fade_out(times, 0.0, self.seconds)).astype("f4")


@dataclass(frozen=True)
class Whistle:
    """A short tone that glides: samba whistle, cuica."""

    start_hz: float
    end_hz: float
    seconds: float

    def __call__(self, voice: Voice) -> Samples:
        times = sample_times(self.seconds)
        cycles = self.end_hz * times + (self.start_hz - self.end_hz) * 0.06 * (1.0 - np.exp(-times / 0.06))
        tone = np.sin(2.0 * np.pi * cycles) + 0.25 * np.sin(4.0 * np.pi * cycles)
        tone *= fade_in(times, 0.006) * fade_out(times, self.seconds * 0.6, self.seconds * 0.4)
        return (0.6 * tone)[None].astype(np.float32)
