"""Plucked strings in modal form: what a Karplus-Strong loop converges to, exactly in tune and with chosen damping."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinescore.groovebox.instruments.envelopes import fade_in, fade_out, sample_times
from kinescore.groovebox.instruments.noise import BandPass, filtered_noise
from kinescore.groovebox.instruments.partials import damped_partials, harmonics, with_random_phases
from kinescore.groovebox.instruments.spectra import plucked, resonances
from kinescore.groovebox.instruments.tuning import equally_loud
from kinescore.groovebox.instruments.voice import Samples, Voice
from kinescore.sound.audio import gain

LONGEST_SECONDS = 6.0


@dataclass(frozen=True)
class PluckedString:
    """A plucked string with its body.

    position: where it is plucked, as a part of its length; pickup: where it is heard (0: at the bridge).
    brightness_hz: how hard the plucking finger or pick is. damping: 1/s of the fundamental at 110 Hz; high_damping: 1/s
    more per kHz. spread_cents: detuning between the two polarisations, heard left and right (0: mono). body: its
    resonances, as in `spectra.resonances`. pick_db, pick_hz: level and brightness of the finger's or pick's noise.
    """

    position: float
    brightness_hz: float
    damping: float
    high_damping: float
    pickup: float = 0.0
    stiffness: float = 0.0
    spread_cents: float = 0.0
    body: tuple[tuple[float, float, float], ...] = ()
    attack: float = 0.0015
    release: float = 0.08
    pick_db: float = -26.0
    pick_hz: float = 2500.0
    max_partials: int = 60

    def __call__(self, voice: Voice) -> Samples:
        hz = harmonics(voice.hz, self.max_partials, self.stiffness)
        number = np.arange(1, len(hz) + 1)
        strength = plucked(number, self.position * (0.94 + 0.12 * voice.rng.random())) * resonances(hz, *self.body)
        if self.pickup:
            strength = strength * (np.abs(np.sin(np.pi * number * self.pickup)) + 0.15)
        strength = strength * np.exp(-hz / (self.brightness_hz * (0.2 + 1.1 * voice.velocity)))
        strength = with_random_phases(strength, voice.rng)
        damping = self.damping * (voice.hz / 110.0) ** 0.5 + self.high_damping * hz / 1000.0
        seconds = min(voice.seconds, LONGEST_SECONDS) + self.release
        if self.spread_cents:
            sound = self._two_polarisations(hz, damping, equally_loud(strength, hz), seconds)
        else:
            sound = damped_partials(hz, damping, equally_loud(strength, hz), seconds)
        times = sample_times(seconds)
        sound *= fade_in(times, self.attack) * fade_out(times, seconds - self.release, self.release)
        self._add_pick(sound, voice)
        return sound

    def _two_polarisations(self, hz: np.ndarray, damping: np.ndarray, strength: np.ndarray, seconds: float) -> Samples:
        """The string vibrates in two planes, slightly apart in pitch and decay: a slow, wide beating."""
        ratio = 2.0 ** (self.spread_cents / 2400.0)
        sides = np.array([[0.80, 0.45], [0.45, 0.80]])
        return damped_partials(
            np.concatenate([hz / ratio, hz * ratio]),
            np.concatenate([damping, damping * 1.25]),
            np.concatenate([sides[:, :1] * strength, sides[:, 1:] * strength], axis=1),
            seconds,
        )

    def _add_pick(self, sound: Samples, voice: Voice) -> None:
        count = min(sound.shape[1], 900)
        pick = filtered_noise(voice.rng, count, BandPass(self.pick_hz / 2, self.pick_hz * 2))
        times = sample_times(count / 44_100)[:count]
        sound[:, :count] += pick * np.exp(-times / 0.004) * gain(self.pick_db) * 2 * voice.velocity
