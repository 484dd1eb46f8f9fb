"""Keyboards: piano, electric piano and drawbar organ."""

from __future__ import annotations

import numpy as np

from kinescore.groovebox.instruments.envelopes import Adsr, fade_in, fade_out, sample_times
from kinescore.groovebox.instruments.noise import BandPass, with_strike
from kinescore.groovebox.instruments.partials import (
    damped_partials,
    frame_times,
    harmonics,
    modulated_partials,
    with_random_phases,
)
from kinescore.groovebox.instruments.tuning import TOP_HZ, equally_loud
from kinescore.groovebox.instruments.voice import Samples, Voice
from kinescore.sound.audio import gain

LONGEST_SECONDS = 5.0
"""A held piano note is damped then."""

DRAWBARS = ((0.5, 1.0), (1.0, 1.0), (1.5, 0.8), (2.0, 0.35), (3.0, 0.14), (4.0, 0.12), (6.0, 0.03), (8.0, 0.03))
"""(frequency ratio, level)."""


def piano(voice: Voice) -> Samples:
    """Two stiff strings a hair apart, fast then slow decay, a felt hammer whose hardness follows velocity."""
    stiffness = 0.00008 * 2.0 ** (max(voice.pitch - 40, 0) / 9.0)
    hz = harmonics(voice.hz, 48, stiffness, top_hz=9000.0)
    number = np.arange(1, len(hz) + 1)
    hardness = 900.0 + 5200.0 * voice.velocity**1.5
    strength = (np.abs(np.sin(np.pi * number / 7.6)) + 0.08) / number**0.7 * np.exp(-hz / hardness)
    strength = with_random_phases(strength, voice.rng)
    slow = 0.30 * 2.0 ** ((voice.pitch - 48) / 14.0) + 0.9 * (hz / 1000.0) ** 1.2
    fast = slow * 3.5 + 0.8
    beat = 2.0 ** (0.7 / 1200.0)
    side = (voice.pitch - 64) / 90.0
    left, right = 0.7 - side, 0.7 + side
    strength = equally_loud(strength, hz)
    amplitudes = np.stack(
        [
            np.concatenate([0.75 * left * strength, 0.45 * (left + 0.1) * strength]),
            np.concatenate([0.75 * right * strength, 0.45 * (right - 0.1) * strength]),
        ]
    )
    release = 0.18
    seconds = min(voice.seconds, LONGEST_SECONDS) + release
    sound = damped_partials(np.concatenate([hz, hz * beat]), np.concatenate([fast, slow]), amplitudes, seconds)
    times = sample_times(seconds)
    sound *= fade_in(times, 0.0022 - 0.0012 * voice.velocity) * fade_out(times, seconds - release, release)
    return with_strike(sound, voice, gain(-17.0), BandPass(90.0, 900.0), 0.018)


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
    seconds = min(voice.seconds, LONGEST_SECONDS) + release
    sound = damped_partials(hz, damping, equally_loud(strength, hz), seconds)
    times = sample_times(seconds)
    sound *= fade_in(times, 0.002) * fade_out(times, seconds - release, release)
    tremolo = 0.22 * np.sin(2.0 * np.pi * 4.4 * times)
    sound = np.concatenate([sound * (1.0 + tremolo), sound * (1.0 - tremolo)])
    return with_strike(sound, voice, gain(-24.0), BandPass(300.0, 2500.0), 0.006)


def organ(voice: Voice) -> Samples:
    """Drawbars through a rotary speaker, with a key click."""
    ratios, levels = np.array(DRAWBARS).T
    hz = voice.hz * ratios
    hz, levels = hz[hz < TOP_HZ], levels[hz < TOP_HZ]
    release = 0.06
    times = frame_times(voice.seconds + release)
    rotation = 2.0 * np.pi * 6.4 * times
    loudness = Adsr(0.006, 0.3, 0.92, release)(times, voice.seconds)
    shift = np.stack([np.sin(rotation), np.sin(rotation + 1.9)]) * 0.00009
    swell = 1.0 + 0.16 * np.stack([np.cos(rotation), np.cos(rotation + 1.9)])
    amplitudes = (loudness * swell)[..., None] * equally_loud(levels, hz) * np.exp(2j * np.pi * hz * shift[..., None])
    return with_strike(modulated_partials(hz, amplitudes), voice, gain(-22.0), BandPass(900.0, 4500.0), 0.004)
