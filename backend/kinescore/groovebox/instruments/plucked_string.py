"""Plucked strings in modal form: what a Karplus-Strong loop converges to, exactly in tune and with chosen damping."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.envelopes import dying, fade_out, fades, sample_times
from kinescore.groovebox.instruments.noise_bands import Decaying, around, decaying_noise, steady_noise
from kinescore.groovebox.instruments.partials import damped_partials, harmonics, with_random_phases
from kinescore.groovebox.instruments.spectra import plucked, resonances
from kinescore.groovebox.instruments.tuning import equally_loud
from kinescore.groovebox.instruments.voice import Samples, Voice
from kinescore.sound.audio import SAMPLE_RATE

LONGEST_SECONDS = 6.0
BEATING_HZ = 0.9
RUB_DECAY = 0.3
PICK_DECAYS = (0.03, 0.025, 0.020, 0.014, 0.010, 0.008, 0.006, 0.004)
KNOCK_DECAYS = (0.055, 0.045, 0.030, 0.020, 0.012, 0.008, 0.006, 0.004)


@lru_cache(maxsize=16)
def _rubbing(count: int) -> NDArray[np.float32]:
    """How loud what the string rubs against is [count], to read."""
    times = sample_times(count / SAMPLE_RATE)
    last = times[-1]
    return dying(count, RUB_DECAY) * fade_out(times, float(last) * 0.7, last * 0.3)


@dataclass(frozen=True)
class PluckedString:
    """A plucked string with its body.

    position: where it is plucked, as a part of its length; pickup: where it is heard (0: at the bridge).
    brightness_hz: how hard the plucking finger or pick is. damping: 1/s of the fundamental at 110 Hz; high_damping: 1/s
    more per kHz. spread_cents: detuning between the two polarisations, heard left and right (0: mono). body: its
    resonances, as in `spectra.resonances`. pick_db, pick_hz: level and brightness of the finger's or pick's noise.
    rub_db: level of frets and fingers on the string while it sounds. top_hz: where its loudspeaker falls off steeply.
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
    rub_db: float = -34.0
    max_partials: int = 60
    top_hz: float = 18_000.0

    def __call__(self, voice: Voice) -> Samples:
        hz = harmonics(voice.hz, self.max_partials, self.stiffness)
        number = np.arange(1, len(hz) + 1)
        strength = plucked(number, self.position * (0.94 + 0.12 * voice.rng.random())) * resonances(hz, *self.body)
        if self.pickup:
            strength = strength * (np.abs(np.sin(np.pi * number * self.pickup)) + 0.15)
        strength = strength * np.exp(-hz / (self.brightness_hz * (0.2 + 1.1 * voice.velocity)))
        strength = with_random_phases(strength / (1.0 + (hz / self.top_hz) ** 6), voice.rng)
        damping = self.damping * (voice.hz / 110.0) ** 0.5 + self.high_damping * hz / 1000.0
        seconds = min(voice.seconds, LONGEST_SECONDS) + self.release
        if self.spread_cents:
            sound = self._two_polarisations(hz, damping, equally_loud(strength, hz), seconds)
        else:
            sound = self._beating(hz, damping, equally_loud(strength, hz), voice, seconds)
        sound *= fades(sound.shape[1], self.attack, seconds - self.release, self.release)
        return self._with_noise(sound, voice)

    def _two_polarisations(self, hz: np.ndarray, damping: np.ndarray, strength: np.ndarray, seconds: float) -> Samples:
        """The string vibrates in two planes, slightly apart in pitch and decay: a slow, wide beating."""
        ratio = 2.0 ** (self.spread_cents / 2400.0)
        sides = np.array([[0.88, 0.26], [0.26, 0.88]])
        return damped_partials(
            np.concatenate([hz / ratio, hz * ratio]),
            np.concatenate([damping, damping * 1.25]),
            np.concatenate([sides[:, :1] * strength, sides[:, 1:] * strength], axis=1),
            seconds,
        )

    def _beating(
        self, hz: np.ndarray, damping: np.ndarray, strength: np.ndarray, voice: Voice, seconds: float
    ) -> Samples:
        """Both planes through one pickup: every partial beats a little, each at its own pace."""
        apart = BEATING_HZ * (0.5 + voice.rng.random(len(hz)))
        return damped_partials(
            np.concatenate([hz, hz + apart]),
            np.concatenate([damping, damping * 1.6]),
            np.concatenate([0.7 * strength, 0.3 * strength]),
            seconds,
        )

    def _with_noise(self, sound: Samples, voice: Voice) -> Samples:
        """The pick's or finger's noise, the knock of the body, and what the string rubs against while it sounds."""
        noise = decaying_noise(voice.rng, self._touch, sound.shape[1] / SAMPLE_RATE, 5.0 * (voice.velocity - 0.75))
        noise = noise[: len(sound), : sound.shape[1]] * np.float32(0.35 + 0.9 * voice.velocity)
        noise[:, :24] *= np.linspace(0.0, 1.0, 24, dtype=np.float32)[: noise.shape[1]]
        over = min(noise.shape[1], 400)
        noise[:, -over:] *= np.linspace(1.0, 0.0, over, dtype=np.float32)
        sound[:, : noise.shape[1]] += noise
        rub = steady_noise(voice.rng, sound.shape[1], around(2200.0, self.rub_db), 0.5)[: len(sound)]
        rub *= _rubbing(sound.shape[1])
        sound += rub
        return sound

    @cached_property
    def _touch(self) -> tuple[Decaying, ...]:
        """The pick's or finger's noise and the knock of the body."""
        pick, knock = around(self.pick_hz, self.pick_db + 9.0), around(160.0, self.pick_db + 3.0, 9.0)
        return Decaying(pick, PICK_DECAYS, width=0.3), Decaying(knock, KNOCK_DECAYS, width=0.3)
