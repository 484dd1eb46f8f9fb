"""Mallet percussion and bells: vibraphone, marimba, glockenspiel-like bell."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinescore.groovebox.instruments.envelopes import fade_in, fade_out, sample_times
from kinescore.groovebox.instruments.noise import BandPass, with_strike
from kinescore.groovebox.instruments.partials import damped_partials
from kinescore.groovebox.instruments.tuning import TOP_HZ, equally_loud
from kinescore.groovebox.instruments.voice import Samples, Voice
from kinescore.sound.audio import gain


@dataclass(frozen=True)
class MalletInstrument:
    """A struck bar, bell or plate.

    modes: (frequency ratio, strength, damping 1/s at middle C). longest_seconds: a held note is damped then.
    hardness: how much velocity opens the upper modes. tremolo: depth 0..1 of the vibraphone's motor. mallet_db: level
    of the mallet's noise. width_cents: detuning between left and right.
    """

    modes: tuple[tuple[float, float, float], ...]
    longest_seconds: float
    release: float
    hardness: float = 1.0
    tremolo: float = 0.0
    mallet_db: float = -24.0
    width_cents: float = 0.0

    def __call__(self, voice: Voice) -> Samples:
        ratios, strength, damping = np.array(self.modes).T
        hz = voice.hz * ratios
        keep = hz < TOP_HZ
        hz = hz[keep]
        strength = strength[keep] * np.where(ratios[keep] > 1.01, 0.1 + self.hardness * voice.velocity, 1.0)
        damping = damping[keep] * (voice.hz / 262.0) ** 0.6
        seconds = min(voice.seconds, self.longest_seconds) + self.release
        wide = 2.0 ** (self.width_cents / 2400.0)
        amplitudes = np.array([[0.8, 0.5], [0.5, 0.8]])[:, :, None] * equally_loud(strength, hz)
        sound = damped_partials(
            np.append(hz / wide, hz * wide), np.tile(damping, 2), amplitudes.reshape(2, -1), seconds
        )
        times = sample_times(seconds)
        sound *= fade_in(times, 0.0012) * fade_out(times, seconds - self.release, self.release)
        if self.tremolo:
            sound *= 1.0 - self.tremolo * (0.5 - 0.5 * np.cos(2.0 * np.pi * 5.2 * times))
        return with_strike(sound, voice, gain(self.mallet_db), BandPass(250.0, 1800.0), 0.008)


vibraphone = MalletInstrument(
    ((1.0, 1.0, 0.9), (3.98, 0.35, 3.2), (9.9, 0.12, 9.0)), 3.5, 0.35, hardness=1.2, tremolo=0.35, width_cents=1.5
)
marimba = MalletInstrument(
    ((1.0, 1.0, 5.5), (3.95, 0.40, 16.0), (9.4, 0.16, 34.0)), 1.2, 0.25, hardness=2.0, mallet_db=-18.0
)
bell = MalletInstrument(
    ((1.0, 1.0, 1.6), (2.0, 0.35, 2.2), (2.99, 0.42, 3.0), (4.16, 0.30, 4.2), (5.43, 0.22, 6.0), (8.2, 0.12, 10.0)),
    3.0,
    0.6,
    hardness=1.1,
    width_cents=3.0,
)
