"""Flute, saxophone, trumpet, violin, whistle: brightness follows loudness, the pitch scoops, breath is heard."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.envelopes import Adsr, fade_in, sample_times, scoop, vibrato
from kinescore.groovebox.instruments.noise_bands import around, steady_noise
from kinescore.groovebox.instruments.partials import frame_times, harmonics, modulated_partials, phasors
from kinescore.groovebox.instruments.spectra import resonances
from kinescore.groovebox.instruments.tuning import equally_loud
from kinescore.groovebox.instruments.voice import Samples, Voice
from kinescore.sound.audio import SAMPLE_RATE

DRIFT_CENTS = 3.0


@dataclass(frozen=True)
class BlownOrBowed:
    """One breath or bow stroke.

    slope: how fast harmonics fall (amplitude ~ number ** -slope). formants: the tube or body, as in
    `spectra.resonances`. brightness_hz: when loud. attack, release: s. vibrato_after: seconds until the vibrato sets
    in. even: level of even against odd harmonics. scoop_cents: where the pitch starts from. breath_db, breath_hz: the
    noise of air or bow. width: how far right differs from left, in cycles of phase.
    """

    slope: float
    formants: tuple[tuple[float, float, float], ...]
    brightness_hz: float
    attack: float
    release: float
    vibrato_cents: float
    vibrato_hz: float = 5.3
    vibrato_after: float = 0.18
    even: float = 1.0
    scoop_cents: float = 0.0
    breath_db: float = -90.0
    breath_hz: float = 2500.0
    width: float = 0.55
    max_partials: int = 50

    def __call__(self, voice: Voice) -> Samples:
        times = frame_times(voice.seconds + self.release)
        hz = harmonics(voice.hz, self.max_partials, top_hz=12_000.0)
        number = np.arange(1, len(hz) + 1)
        strength = resonances(hz, *self.formants) * np.where(number % 2 == 0, self.even, 1.0) / number**self.slope
        loudness = Adsr(self.attack, 0.35, 0.82, self.release)(times, voice.seconds)
        reach = self.brightness_hz * (0.25 + 0.9 * voice.velocity) * (0.25 + 0.75 * loudness)
        strength = equally_loud(strength * np.exp(-hz / self.brightness_hz), hz) * np.exp(hz / self.brightness_hz)
        brightness = np.exp(-hz / reach[:, None])
        shift = vibrato(times, self.vibrato_cents, self.vibrato_hz, self.vibrato_after, voice.rng.random())
        shift = shift - scoop(times, self.scoop_cents, 0.03) + _drift(times, voice)
        tremolo = 1.0 + 0.06 * fade_in(times - self.vibrato_after, 0.4) * np.sin(2 * np.pi * self.vibrato_hz * times)
        level = ((loudness * tremolo)[:, None] * strength * brightness).astype(np.float32)
        mono = level * phasors(hz * shift[:, None])
        sound = modulated_partials(hz, np.stack([mono, mono * self._right_side(voice, len(hz))]))
        if self.breath_db > -60.0:
            self._breathe(sound, voice)
        return sound

    def _right_side(self, voice: Voice, count: int) -> np.ndarray:
        """Phases [K] that make the right side a slightly different room position of the same player."""
        return phasors(self.width * 0.5 * (voice.rng.random(count) - 0.5))

    def _breathe(self, sound: Samples, voice: Voice) -> None:
        """Air or bow: strongest where the tone begins, then as loud as the tone is."""
        times = sample_times(sound.shape[1] / SAMPLE_RATE)
        loudness = Adsr(self.attack * 0.5, 0.08, 0.6, self.release)(times, voice.seconds)
        breath = steady_noise(voice.rng, len(times), around(self.breath_hz, self.breath_db, 4.0))
        sound += breath * (loudness * np.float32(0.5 + 0.6 * voice.velocity))


def _drift(times: NDArray, voice: Voice) -> NDArray:
    """Time shift in seconds [N] of a pitch that no lip or finger holds quite still: a few cents, slowly."""
    rates = np.array([0.8, 1.9, 3.4]) * (0.8 + 0.4 * voice.rng.random(3))
    phases = 2.0 * np.pi * voice.rng.random(3)
    depth = (2.0 ** (DRIFT_CENTS / 1200.0) - 1.0) / (2.0 * np.pi * rates)
    return depth @ (np.sin(2.0 * np.pi * rates[:, None] * times + phases[:, None]) - np.sin(phases)[:, None])


flute = BlownOrBowed(
    1.9, ((900.0, 0.8, 0.4),), brightness_hz=4500.0, attack=0.045, release=0.09, vibrato_cents=16.0, vibrato_hz=5.0,
    even=0.75, scoop_cents=-12.0, breath_db=-19.0,
)  # fmt: skip
saxophone = BlownOrBowed(
    0.95, ((620.0, 0.35, 1.4), (1350.0, 0.4, 1.6), (2400.0, 0.4, 2.4)), brightness_hz=2600.0, attack=0.028,
    release=0.08, vibrato_cents=17.0, vibrato_hz=5.2, scoop_cents=-35.0, breath_db=-25.0, breath_hz=2200.0,
)  # fmt: skip
trumpet = BlownOrBowed(
    0.7, ((1300.0, 0.5, 1.6), (2700.0, 0.6, 1.6)), brightness_hz=5200.0, attack=0.022, release=0.07,
    vibrato_cents=11.0, vibrato_hz=5.4, scoop_cents=-22.0, breath_db=-28.0, breath_hz=2800.0,
)  # fmt: skip
violin = BlownOrBowed(
    1.0, ((280.0, 0.25, 1.0), (460.0, 0.25, 1.0), (1000.0, 0.4, 0.7), (2700.0, 0.5, 1.3)), brightness_hz=4800.0,
    attack=0.055, release=0.11, vibrato_cents=19.0, vibrato_hz=5.9, breath_db=-26.0, breath_hz=4500.0, width=0.5,
)  # fmt: skip
whistle_lead = BlownOrBowed(
    2.8, (), brightness_hz=5000.0, attack=0.025, release=0.08, vibrato_cents=13.0, vibrato_hz=5.6, scoop_cents=-25.0,
    breath_db=-29.0, breath_hz=3000.0,
)  # fmt: skip
