"""Guitars, electric and acoustic basses, harp: plucked strings, and a string through an overdriven amplifier."""

from __future__ import annotations

import numpy as np

from kinescore.groovebox.instruments import spectra
from kinescore.groovebox.instruments.envelopes import fade_in, fade_out
from kinescore.groovebox.instruments.noise import BandPass, filtered_noise
from kinescore.groovebox.instruments.partials import frame_times, harmonics, modulated_partials
from kinescore.groovebox.instruments.plucked_string import PluckedString
from kinescore.groovebox.instruments.tuning import equally_loud
from kinescore.groovebox.instruments.voice import Samples, Voice

DRIVES = (0.4, 1.2, 3.0, 7.0, 14.0)
"""Of the amplifier, for which its spectrum is computed."""

electric_bass = PluckedString(
    0.19, brightness_hz=1500.0, damping=0.9, high_damping=3.5, pickup=0.11, stiffness=1e-4, attack=0.003, pick_db=-24.0,
    pick_hz=900.0, max_partials=40,
)  # fmt: skip
slap_bass = PluckedString(
    0.08, brightness_hz=4200.0, damping=1.3, high_damping=2.2, pickup=0.05, stiffness=1.5e-4, attack=0.001,
    release=0.05, pick_db=-12.0, pick_hz=3000.0,
)  # fmt: skip
upright_bass = PluckedString(
    0.32, brightness_hz=800.0, damping=1.9, high_damping=9.0, stiffness=5e-5,
    body=((105.0, 0.4, 1.2), (220.0, 0.4, 0.8), (700.0, 0.5, 0.5)), attack=0.008, release=0.10, pick_db=-20.0,
    pick_hz=500.0, max_partials=30,
)  # fmt: skip
clean_guitar = PluckedString(
    0.17, brightness_hz=2800.0, damping=0.9, high_damping=1.3, pickup=0.12, stiffness=6e-5, spread_cents=3.0,
    body=((200.0, 0.4, 0.5), (2600.0, 0.5, 0.6)), pick_hz=3500.0,
)  # fmt: skip
muted_guitar = PluckedString(
    0.12, brightness_hz=2400.0, damping=9.0, high_damping=16.0, pickup=0.10, spread_cents=2.0,
    body=((240.0, 0.5, 0.8), (1800.0, 0.5, 0.5)), release=0.04, pick_db=-16.0, pick_hz=2200.0,
)  # fmt: skip
harp = PluckedString(
    0.37, brightness_hz=2000.0, damping=0.75, high_damping=1.9, stiffness=2e-5, spread_cents=1.2,
    body=((280.0, 0.6, 0.5), (520.0, 0.5, 0.3)), attack=0.003, release=0.35, pick_db=-30.0,
)  # fmt: skip


def driven_guitar(voice: Voice) -> Samples:
    """Two takes of a string through a clipping amplifier and a cabinet, left and right.

    As the string decays the clipping lets go, so the tone cleans up while the level holds. The spectrum of the clipped
    cycle is computed for a few drives and interpolated: no aliasing at any drive.
    """
    hz = harmonics(voice.hz, 60, top_hz=7500.0)
    release = 0.07
    times = frame_times(voice.seconds + release, hop=128)
    level = (0.1 + 0.9 * voice.velocity**1.5) * np.exp(-times * 0.9 * (voice.hz / 110.0) ** 0.3)
    bank = _clipped_bank(len(hz)) * _cabinet(hz)
    tone = equally_loud(bank[2:3], hz) / bank[2:3] * bank
    where = np.interp(level * DRIVES[-1], DRIVES, np.arange(len(DRIVES)))
    below = np.minimum(where.astype(int), len(DRIVES) - 2)
    part = (where - below)[:, None]
    amplitudes = tone[below] * (1.0 - part) + tone[below + 1] * part
    amplitudes = amplitudes * (fade_in(times, 0.004) * fade_out(times, voice.seconds, release))[:, None]
    ratio = 2.0 ** (3.5 / 1200.0)
    start = np.exp(2j * np.pi * voice.rng.random() * np.arange(1, len(hz) + 1))
    sides = np.array([[0.9, 0.25], [0.25, 0.9]])
    both = [sides[:, i, None, None] * (amplitudes * phase) for i, phase in enumerate((np.ones(len(hz)), start))]
    sound = modulated_partials(np.append(hz / ratio, hz * ratio), np.concatenate(both, axis=-1), hop=128)
    count = min(1500, sound.shape[1])
    scrape = filtered_noise(voice.rng, count, BandPass(1200.0, 4500.0)) * np.exp(-np.arange(count) / 260.0)
    sound[:, :count] += scrape.astype(np.float32) * np.float32(0.25 * voice.velocity)
    return sound


def _clipped_bank(count: int) -> np.ndarray:
    """Harmonics [drives, count] of a plucked cycle at every drive of DRIVES."""
    phase = np.arange(1024) / 1024.0
    number = np.arange(1, 25)
    tone = spectra.plucked(number, 0.14) * np.exp(-number / 3.0)
    cycle = tone @ np.sin(2.0 * np.pi * number[:, None] * phase)
    cycle /= np.abs(cycle).max()
    return np.stack([spectra.waveshaped(cycle, drive, 0.12, count) for drive in DRIVES])


def _cabinet(hz: np.ndarray) -> np.ndarray:
    """A closed speaker box: full at 120 Hz, forward at 2.5 kHz, gone above 5 kHz."""
    colour = spectra.resonances(hz, (130.0, 0.5, 0.5), (2500.0, 0.5, 0.9))
    return colour / (1.0 + (hz / 4600.0) ** 4) / (1.0 + (70.0 / hz) ** 4)
