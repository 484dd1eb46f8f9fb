"""Guitars, electric and acoustic basses, harp: plucked strings, and a string through an overdriven amplifier."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments import spectra
from kinescore.groovebox.instruments.envelopes import fade_in, fade_out, sample_times
from kinescore.groovebox.instruments.noise_bands import Decaying, around, decaying_noise, steady_noise
from kinescore.groovebox.instruments.partials import damped_partials, harmonics, with_random_phases
from kinescore.groovebox.instruments.plucked_string import PluckedString
from kinescore.groovebox.instruments.tuning import midi_to_hz
from kinescore.groovebox.instruments.voice import Samples, Voice
from kinescore.sound.audio import SAMPLE_RATE

AMPLIFIER_DRIVE, BIAS = 9.0, np.float32(0.25)
LONGEST_SECONDS = 6.0

electric_bass = PluckedString(
    0.24, brightness_hz=560.0, damping=0.35, high_damping=3.5, pickup=0.17, stiffness=1e-4,
    body=((290.0, 0.6, 1.1),), attack=0.012, pick_db=-34.0, pick_hz=500.0, rub_db=-50.0, max_partials=40,
)  # fmt: skip
slap_bass = PluckedString(
    0.14, brightness_hz=2200.0, damping=0.9, high_damping=5.0, pickup=0.10, stiffness=1.5e-4, attack=0.001,
    release=0.05, pick_db=-20.0, pick_hz=1800.0, rub_db=-44.0,
)  # fmt: skip
upright_bass = PluckedString(
    0.32, brightness_hz=800.0, damping=1.9, high_damping=9.0, stiffness=5e-5,
    body=((105.0, 0.4, 1.2), (220.0, 0.4, 0.8), (700.0, 0.5, 0.5)), attack=0.008, release=0.10, pick_db=-20.0,
    pick_hz=500.0, max_partials=30,
)  # fmt: skip
clean_guitar = PluckedString(
    0.13, brightness_hz=4600.0, damping=0.9, high_damping=0.8, pickup=0.09, stiffness=6e-5, spread_cents=4.0,
    body=((200.0, 0.4, 0.3), (3000.0, 0.4, 4.5)), top_hz=4600.0, pick_db=-24.0, pick_hz=2600.0, rub_db=-34.0,
)  # fmt: skip
muted_guitar = PluckedString(
    0.12, brightness_hz=3600.0, damping=9.0, high_damping=10.0, pickup=0.10, spread_cents=3.0,
    body=((560.0, 0.7, 1.0), (2700.0, 0.4, 2.4)), top_hz=4200.0, release=0.04, pick_db=-27.0, pick_hz=1800.0,
)  # fmt: skip
harp = PluckedString(
    0.37, brightness_hz=2000.0, damping=0.75, high_damping=1.9, stiffness=2e-5, spread_cents=1.2,
    body=((280.0, 0.6, 0.5), (520.0, 0.5, 0.3)), attack=0.003, release=0.35, pick_db=-30.0,
)  # fmt: skip


def driven_guitar(voice: Voice) -> Samples:
    """Two takes of a guitar through a clipping amplifier and a cabinet, left and right.

    All strings of a chord go through one amplifier, so that they intermodulate, as do pick and string. As they decay
    the clipping lets go: the tone cleans up while the level holds. Clipped at twice the sample rate.
    """
    release = 0.07
    seconds = min(voice.seconds, LONGEST_SECONDS) + release
    pitches = (voice.pitch, *voice.chord)
    takes = np.concatenate([_strings(voice, pitches, cents, seconds) for cents in (-3.5, 3.5)])
    times = sample_times(seconds)
    takes *= fade_in(times, 0.002) * fade_out(times, seconds - release, release)
    played = _through_amplifier(takes, AMPLIFIER_DRIVE * (0.15 + 0.85 * voice.velocity**1.5))
    played = np.stack([0.92 * played[0] + 0.25 * played[1], 0.25 * played[0] + 0.92 * played[1]])
    return played * (fade_out(times, seconds - release, release) * np.float32(0.75 * len(pitches) ** 0.4))


def _strings(voice: Voice, pitches: tuple[int, ...], cents: float, seconds: float) -> Samples:
    """What the pickup gives of one take: strings struck a few milliseconds apart, and the pick on them, [1, N]."""
    hz, damping, strength = [], [], []
    for pitch in pitches:
        string = harmonics(midi_to_hz(pitch + cents / 100.0), 14, 5e-5, top_hz=4200.0)
        number = np.arange(1, len(string) + 1)
        amplitude = spectra.plucked(number, 0.13 + 0.04 * voice.rng.random()) * np.exp(-string / 2600.0)
        hz.append(string)
        damping.append(0.8 + 0.9 * string / 1000.0)
        strength.append(with_random_phases(amplitude / np.sqrt(np.sum(amplitude**2)), voice.rng))
    sound = damped_partials(np.concatenate(hz), np.concatenate(damping), np.concatenate(strength)[None], seconds)
    pick = decaying_noise(voice.rng, (Decaying(around(1800.0, -14.0), (0.006,) * 8, 0.0),), seconds)[:1]
    sound[:, : pick.shape[1]] += pick[:, : sound.shape[1]]
    return sound + steady_noise(voice.rng, sound.shape[1], around(1500.0, -52.0), 0.0)[:1]


def _through_amplifier(strings: Samples, drive: float) -> Samples:
    """Clip takes [C, N] softly, biased for even harmonics, and hear them through a closed speaker box.

    The samples between two come from a half-band filter of seven taps and go with it: strings have nothing above 5 kHz,
    below which it is flat to 0.02 dB, and what would fold back there is 55 dB down.
    """
    count = strings.shape[1]
    padded = np.pad(strings, ((0, 0), (2, 2)))
    between = 9.0 * (padded[:, 1:-2] + padded[:, 2:-1]) - (padded[:, :-3] + padded[:, 3:])
    between *= np.float32(drive / 16.0)  # [count + 1], the first of them before the first sample
    between += BIAS
    np.tanh(between, out=between)
    clipped = strings * np.float32(drive)
    clipped += BIAS
    np.tanh(clipped, out=clipped)
    around = np.pad(between, ((0, 0), (1, 1)), mode="edge")
    clipped += np.float32(9.0 / 16.0) * (around[:, 1:-2] + around[:, 2:-1])
    clipped -= np.float32(1.0 / 16.0) * (around[:, :-3] + around[:, 3:])
    size = 1 << (count - 1).bit_length() if count < 1 << 14 else -(-count // 8192) * 8192
    heard = np.fft.rfft(clipped, size) * _cabinet(size)
    return np.fft.irfft(heard, size).astype(np.float32)[:, :count]


@lru_cache(maxsize=16)
def _cabinet(size: int) -> NDArray[np.float64]:
    """[size / 2 + 1] at half the level: a closed speaker box, lean below 500 Hz, forward at 3 kHz, gone above 5 kHz."""
    hz = np.maximum(np.fft.rfftfreq(size, 1.0 / SAMPLE_RATE), 1.0)
    colour = spectra.resonances(hz, (360.0, 0.7, -0.45), (3000.0, 0.5, 5.5))
    return 0.5 * colour / (1.0 + (hz / 4900.0) ** 5) / (1.0 + (70.0 / hz) ** 4)
