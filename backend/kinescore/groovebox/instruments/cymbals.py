"""Hi-hats and cymbals: many inharmonic modes, mostly heard as filtered noise."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinescore.groovebox.instruments.envelopes import fade_in, fade_out, sample_times
from kinescore.groovebox.instruments.noise import BandPass, filtered_noise
from kinescore.groovebox.instruments.partials import damped_partials
from kinescore.groovebox.instruments.voice import Samples, Voice

# Six square waves of the classic analogue hi-hat, as frequency ratios; their upper harmonics make the metallic colour.
ANALOGUE_RATIOS = np.array([1.0, 1.4471, 1.6170, 1.9265, 2.5028, 2.6637])


@dataclass(frozen=True)
class HiHat:
    """Bright noise over a cluster of metallic partials.

    decay, attack: s. low_hz, high_hz: band of the noise. metal: level of the partials, tuned to `tune_hz`.
    """

    decay: float
    low_hz: float = 5200.0
    high_hz: float = 9500.0
    metal: float = 0.35
    tune_hz: float = 410.0
    attack: float = 0.0008

    def __call__(self, voice: Voice) -> Samples:
        seconds = self.decay * 5.0 + 0.03
        times = sample_times(seconds)
        decay = self.decay * (0.7 + 0.4 * voice.velocity)
        sound = filtered_noise(voice.rng, len(times), BandPass(self.low_hz, self.high_hz), 2, width=0.55)
        sound *= np.exp(-times / decay) + 0.5 * np.exp(-times / 0.004)
        sound += self.metal * self._cluster(voice, seconds, decay)
        sound *= 0.5 * fade_in(times, self.attack) * fade_out(times, seconds * 0.5, seconds * 0.5)
        return sound

    def _cluster(self, voice: Voice, seconds: float, decay: float) -> Samples:
        number = np.arange(7, 26, 2)
        hz = (self.tune_hz * ANALOGUE_RATIOS[:, None] * number).ravel()
        hz = hz[(hz > self.low_hz * 0.7) & (hz < 14_000.0)]
        phases = np.exp(2j * np.pi * voice.rng.random(len(hz)))
        strength = phases * np.sqrt(2.0 / len(hz))
        return damped_partials(hz, np.full(len(hz), 1.0 / decay), strength[None], seconds)


@dataclass(frozen=True)
class Cymbal:
    """Crash, ride, china or splash: a bright wash that dies first, a darker body that rings on, and a stick's ping.

    seconds: until it is silent. low_hz: of the wash. wash, ping: levels; the ping is tuned to `ping_hz`.
    """

    seconds: float
    low_hz: float = 2500.0
    wash: float = 0.5
    ping: float = 0.0
    ping_hz: float = 3100.0

    def __call__(self, voice: Voice) -> Samples:
        times = sample_times(self.seconds)
        bright = filtered_noise(voice.rng, len(times), BandPass(self.low_hz * 2.0, 9000.0), 2, width=0.75)
        body = filtered_noise(voice.rng, len(times), BandPass(self.low_hz * 0.45, 5200.0), 2, width=0.6)
        decay = self.seconds / 4.5
        strike = np.exp(-times / (decay * 0.55)) + 0.8 * np.exp(-times / 0.012)
        bright *= self.wash * (0.4 + 0.5 * voice.velocity) * strike
        body *= self.wash * 0.55 * np.exp(-times / decay) * fade_in(times, 0.012)
        sound = bright + body
        if self.ping:
            sound += self._stick(voice)
        return sound * (fade_in(times, 0.001) * fade_out(times, self.seconds * 0.5, self.seconds * 0.5))

    def _stick(self, voice: Voice) -> Samples:
        ratios = np.array([0.31, 0.47, 0.66, 1.0, 1.31, 1.77, 2.23, 2.9])
        strength = np.array([0.3, 0.35, 0.5, 1.0, 0.8, 0.6, 0.4, 0.3]) * np.exp(2j * np.pi * voice.rng.random(8))
        damping = np.array([4.0, 4.5, 6.0, 8.0, 11.0, 15.0, 20.0, 28.0])
        return damped_partials(self.ping_hz * ratios, damping, self.ping * strength[None], self.seconds)
