"""Struck instruments: piano, electric piano, mallets and bells, and the drawbar organ."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kinescore.groovebox.instruments.envelopes import adsr, fall, sample_times, smooth_rise
from kinescore.groovebox.instruments.noise import Band, hiss
from kinescore.groovebox.instruments.partials import block_times, harmonics, moving, ringing, scattered
from kinescore.groovebox.instruments.tuning import TOP_HZ, evened
from kinescore.groovebox.instruments.voice import Samples, Voice
from kinescore.sound.audio import SAMPLE_RATE, gain

PIANO_RING_SECONDS = 5.0
DRAWBARS = ((0.5, 0.8), (1.0, 1.0), (1.5, 0.7), (2.0, 0.7), (3.0, 0.35), (4.0, 0.45), (6.0, 0.12), (8.0, 0.2))


def piano(voice: Voice) -> Samples:
    """Two stiff strings a hair apart, fast then slow decay, a felt hammer whose hardness follows velocity."""
    stiffness = 0.00008 * 2.0 ** (max(voice.pitch - 40, 0) / 9.0)
    hz = harmonics(voice.hz, 48, stiffness, top_hz=9000.0)
    number = np.arange(1, len(hz) + 1)
    hardness = 900.0 + 5200.0 * voice.velocity**1.5
    strength = (np.abs(np.sin(np.pi * number / 7.6)) + 0.08) / number**0.7 * np.exp(-hz / hardness)
    strength = scattered(strength, voice.rng)
    slow = 0.30 * 2.0 ** ((voice.pitch - 48) / 14.0) + 0.9 * (hz / 1000.0) ** 1.2
    fast = slow * 3.5 + 0.8
    beat = 2.0 ** (0.7 / 1200.0)
    side = (voice.pitch - 64) / 90.0
    left, right = 0.7 - side, 0.7 + side
    strength = evened(strength, hz)
    amplitudes = np.stack(
        [
            np.concatenate([0.75 * left * strength, 0.45 * (left + 0.1) * strength]),
            np.concatenate([0.75 * right * strength, 0.45 * (right - 0.1) * strength]),
        ]
    )
    release = 0.18
    seconds = min(voice.seconds, PIANO_RING_SECONDS) + release
    sound = ringing(np.concatenate([hz, hz * beat]), np.concatenate([fast, slow]), amplitudes, seconds)
    times = sample_times(seconds)
    sound *= smooth_rise(times, 0.0022 - 0.0012 * voice.velocity) * fall(times, seconds - release, release)
    return _with_knock(sound, voice, 1.0 * gain(-17.0), Band(90.0, 900.0), 0.018)


def electric_piano(voice: Voice) -> Samples:
    """A tine before a pickup: harmonics that grow with velocity and die away first, and a bell-like tine partial."""
    number = np.arange(1, 11)
    bend = 0.18 + 0.55 * voice.velocity
    hz = np.append(voice.hz * number, [voice.hz * 7.11, voice.hz * 14.3])
    strength = np.append(bend ** (number - 1.0) / number**0.35, [0.28 * voice.velocity, 0.10 * voice.velocity])
    damping = np.append(0.7 + 0.75 * (number - 1.0), [9.0, 16.0]) * (voice.hz / 260.0) ** 0.35
    keep = hz < TOP_HZ
    hz, strength, damping = hz[keep], strength[keep], damping[keep]
    release = 0.14
    seconds = min(voice.seconds, PIANO_RING_SECONDS) + release
    sound = ringing(hz, damping, evened(strength, hz), seconds)
    times = sample_times(seconds)
    sound *= smooth_rise(times, 0.002) * fall(times, seconds - release, release)
    sway = 0.22 * np.sin(2.0 * np.pi * 4.4 * times)
    sound = np.concatenate([sound * (1.0 + sway), sound * (1.0 - sway)])
    return _with_knock(sound, voice, gain(-24.0), Band(300.0, 2500.0), 0.006)


def organ(voice: Voice) -> Samples:
    """Drawbars through a turning speaker, with a key click."""
    ratios, levels = np.array(DRAWBARS).T
    hz = voice.hz * ratios
    hz, levels = hz[hz < TOP_HZ], levels[hz < TOP_HZ]
    release = 0.06
    times = block_times(voice.seconds + release)
    turn = 2.0 * np.pi * 6.4 * times
    loudness = adsr(times, voice.seconds, 0.006, 0.3, 0.92, release)
    shift = np.stack([np.sin(turn), np.sin(turn + 1.9)]) * 0.00009
    swell = 1.0 + 0.16 * np.stack([np.cos(turn), np.cos(turn + 1.9)])
    amplitudes = (loudness * swell)[..., None] * evened(levels, hz) * np.exp(2j * np.pi * hz * shift[..., None])
    return _with_knock(moving(hz, amplitudes), voice, gain(-22.0), Band(900.0, 4500.0), 0.004)


@dataclass(frozen=True)
class Bar:
    """A struck bar, bell or plate.

    modes: (frequency ratio, strength, damping 1/s at middle C); hard: how much velocity opens the upper modes.
    tremolo: depth of the vibraphone's motor. knock_db: the mallet itself.
    """

    modes: tuple[tuple[float, float, float], ...]
    ring_seconds: float
    release: float
    hard: float = 1.0
    tremolo: float = 0.0
    knock_db: float = -24.0
    width_cents: float = 0.0

    def __call__(self, voice: Voice) -> Samples:
        ratios, strength, damping = np.array(self.modes).T
        hz = voice.hz * ratios
        keep = hz < TOP_HZ
        hz = hz[keep]
        strength = strength[keep] * np.where(ratios[keep] > 1.01, 0.1 + self.hard * voice.velocity, 1.0)
        damping = damping[keep] * (voice.hz / 262.0) ** 0.6
        seconds = min(voice.seconds, self.ring_seconds) + self.release
        wide = 2.0 ** (self.width_cents / 2400.0)
        amplitudes = np.array([[0.8, 0.5], [0.5, 0.8]])[:, :, None] * evened(strength, hz)
        sound = ringing(np.append(hz / wide, hz * wide), np.tile(damping, 2), amplitudes.reshape(2, -1), seconds)
        times = sample_times(seconds)
        sound *= smooth_rise(times, 0.0012) * fall(times, seconds - self.release, self.release)
        if self.tremolo:
            sound *= 1.0 - self.tremolo * (0.5 - 0.5 * np.cos(2.0 * np.pi * 5.2 * times))
        return _with_knock(sound, voice, gain(self.knock_db), Band(250.0, 1800.0), 0.008)


def _with_knock(sound: Samples, voice: Voice, level: float, knock: Band, decay: float) -> Samples:
    """Add the short noise of hammer, mallet or key."""
    count = min(sound.shape[1], int(decay * 6 * SAMPLE_RATE))
    shape = np.exp(np.arange(count, dtype=np.float32) * (-1.0 / (decay * SAMPLE_RATE)))
    sound[:, :count] += hiss(voice.rng, count, knock) * shape * (level * (0.3 + voice.velocity))
    return sound


vibraphone = Bar(
    ((1.0, 1.0, 0.9), (3.98, 0.35, 3.2), (9.9, 0.12, 9.0)), 3.5, 0.35, hard=1.2, tremolo=0.35, width_cents=1.5
)
marimba = Bar(((1.0, 1.0, 5.5), (3.95, 0.40, 16.0), (9.4, 0.16, 34.0)), 1.2, 0.25, hard=2.0, knock_db=-18.0)
bell = Bar(
    ((1.0, 1.0, 1.6), (2.0, 0.35, 2.2), (2.99, 0.42, 3.0), (4.16, 0.30, 4.2), (5.43, 0.22, 6.0), (8.2, 0.12, 10.0)),
    3.0,
    0.6,
    hard=1.1,
    width_cents=3.0,
)
