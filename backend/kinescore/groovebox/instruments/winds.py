"""Blown, bowed and whistled leads: brightness follows loudness, pitch leans in and sways, breath is heard."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinescore.groovebox.instruments.envelopes import adsr, sample_times, scoop, smooth_rise, vibrato
from kinescore.groovebox.instruments.noise import Band, hiss
from kinescore.groovebox.instruments.partials import block_times, harmonics, moving, phase_turns
from kinescore.groovebox.instruments.spectra import peaks
from kinescore.groovebox.instruments.tuning import evened
from kinescore.groovebox.instruments.voice import Samples, Voice
from kinescore.sound.audio import gain


@dataclass(frozen=True)
class Blown:
    """One breath or bow stroke.

    slope: how fast harmonics fall (amplitude ~ number ** -slope); odd: level of even against odd harmonics.
    formants: the tube or body, as in `spectra.peaks`. edge_hz: brightness when loud. vibrato_after: seconds until the
    pitch starts to sway. scoop_cents: where the pitch starts from. breath_db and breath_hz: the noise of air or bow.
    width: how far right differs from left, in turns of phase.
    """

    slope: float
    formants: tuple[tuple[float, float, float], ...]
    edge_hz: float
    attack: float
    release: float
    vibrato_cents: float
    vibrato_hz: float = 5.3
    vibrato_after: float = 0.18
    even: float = 1.0
    scoop_cents: float = 0.0
    breath_db: float = -90.0
    breath_hz: float = 2500.0
    width: float = 0.35
    most: int = 50

    def __call__(self, voice: Voice) -> Samples:
        times = block_times(voice.seconds + self.release)
        hz = harmonics(voice.hz, self.most, top_hz=12_000.0)
        number = np.arange(1, len(hz) + 1)
        strength = peaks(hz, *self.formants) * np.where(number % 2 == 0, self.even, 1.0) / number**self.slope
        loudness = adsr(times, voice.seconds, self.attack, 0.35, 0.82, self.release)
        edge = self.edge_hz * (0.25 + 0.9 * voice.velocity) * (0.25 + 0.75 * loudness)
        strength = evened(strength * np.exp(-hz / self.edge_hz), hz) * np.exp(hz / self.edge_hz)
        brightness = np.exp(-hz / edge[:, None])
        shift = vibrato(times, self.vibrato_cents, self.vibrato_hz, self.vibrato_after, voice.rng.random())
        shift = shift - scoop(times, self.scoop_cents, 0.03)
        wobble = 1.0 + 0.06 * smooth_rise(times - self.vibrato_after, 0.4) * np.sin(2 * np.pi * self.vibrato_hz * times)
        level = ((loudness * wobble)[:, None] * strength * brightness).astype(np.float32)
        mono = level * phase_turns(hz * shift[:, None])
        sound = moving(hz, np.stack([mono, mono * self._other_side(voice, len(hz))]))
        if self.breath_db > -60.0:
            self._breathe(sound, voice)
        return sound

    def _other_side(self, voice: Voice, count: int) -> np.ndarray:
        """Phase turns [K] that make the right side a slightly different room position of the same player."""
        return phase_turns(self.width * 0.5 * (voice.rng.random(count) - 0.5))

    def _breathe(self, sound: Samples, voice: Voice) -> None:
        times = sample_times(sound.shape[1] / 44_100)
        air = adsr(times, voice.seconds, self.attack * 0.5, 0.06, 0.45, self.release)
        sound += (
            hiss(voice.rng, len(times), Band(self.breath_hz / 2, self.breath_hz * 2), 2) * air * gain(self.breath_db)
        )


flute = Blown(1.9, ((900.0, 0.8, 0.4),), 4500.0, 0.045, 0.09, 16.0, 5.0, even=0.75, scoop_cents=-12.0, breath_db=-25.0)
saxophone = Blown(
    0.95,
    ((520.0, 0.35, 1.6), (1250.0, 0.35, 1.4), (2600.0, 0.4, 0.9)),
    3200.0,
    0.028,
    0.08,
    17.0,
    5.2,
    scoop_cents=-35.0,
    breath_db=-31.0,
    breath_hz=3200.0,
)
trumpet = Blown(0.75, ((1150.0, 0.5, 1.6), (2300.0, 0.5, 1.0)), 3600.0, 0.022, 0.07, 11.0, 5.4, scoop_cents=-15.0)
violin = Blown(
    1.0,
    ((280.0, 0.25, 1.0), (460.0, 0.25, 1.0), (1000.0, 0.4, 0.7), (2700.0, 0.5, 1.3)),
    4800.0,
    0.055,
    0.11,
    19.0,
    5.9,
    breath_db=-36.0,
    breath_hz=4500.0,
    width=0.5,
)
whistle_lead = Blown(2.8, (), 5000.0, 0.025, 0.08, 13.0, 5.6, scoop_cents=-25.0, breath_db=-34.0, breath_hz=3000.0)
