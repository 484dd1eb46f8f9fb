"""Sections of many players, as long loops whose partials are smeared in frequency.

After Nasca Octavian Paul's PADsynth: draw every harmonic as a narrow bell of random phases in one long spectrum and
transform once. The loop is exactly periodic, cannot alias, and sounds like many slightly detuned players.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments import spectra
from kinescore.groovebox.instruments.envelopes import adsr, sample_times, smooth_rise
from kinescore.groovebox.instruments.noise import Band, hiss
from kinescore.groovebox.instruments.partials import phase_turns
from kinescore.groovebox.instruments.tuning import TOP_HZ, ear_weight, hertz
from kinescore.groovebox.instruments.voice import Samples, Voice
from kinescore.sound.audio import SAMPLE_RATE, gain

LOOP = 1 << 16
BIN_HZ = SAMPLE_RATE / LOOP
LEADING = 0.4  # Share of the power that one steady player has, so that short notes are equally loud.
MONO_BELOW_HZ = 180.0
Spectrum = Callable[[NDArray, NDArray], NDArray]  # (harmonic number, frequency in Hz) -> amplitude


@dataclass(frozen=True)
class Ensemble:
    """Many players of one sound.

    spectrum: what each plays. cents: how far they stray. dark_hz and bright_hz: two low-passes that the note moves
    between: `bite` is how bright the attack is (fading over `settle` seconds) and `sustain_bright` where it stays.
    """

    spectrum: Spectrum
    cents: float
    dark_hz: float
    bright_hz: float
    attack: float
    decay: float
    sustain: float
    release: float
    bite: float = 0.5
    settle: float = 0.4
    sustain_bright: float = 0.3
    swell: float = 0.0
    width: float = 0.8
    air_db: float = -90.0

    def __call__(self, voice: Voice) -> Samples:
        dark, edge = _loops(self, voice.pitch)
        times = sample_times(voice.seconds + self.release)
        loudness = adsr(times, voice.seconds, self.attack, self.decay, self.sustain, self.release)
        if self.swell:
            loudness *= 1.0 - self.swell + self.swell * smooth_rise(times, max(voice.seconds, 0.3))
        reach = 0.3 + 0.9 * voice.velocity
        bright = (self.sustain_bright + self.bite * np.exp(times * np.float32(-1.0 / self.settle))) * np.float32(reach)
        start = int(voice.rng.integers(LOOP))
        sound = _around(edge, start, len(times)) * bright
        sound += _around(dark, start, len(times))
        sound *= loudness
        if self.air_db > -60.0:
            start = int(voice.rng.integers(LOOP))
            sound += _around(_air(), start, len(times)) * (loudness * gain(self.air_db))
        return sound


def _around(loop: Samples, start: int, count: int) -> Samples:
    """`count` samples of a loop [2, LOOP] from `start` on."""
    turns = -(-(start + count) // LOOP)
    return np.tile(loop, turns)[:, start : start + count]


@lru_cache(maxsize=1)
def _air() -> Samples:
    """Bows and breath: a loop of noise [2, LOOP] of unit power that every note reads from a place of its own."""
    return hiss(np.random.default_rng(0xA19), LOOP, Band(1500.0, 6000.0), 2)


@lru_cache(maxsize=64)
def _loops(ensemble: Ensemble, pitch: int) -> tuple[Samples, Samples]:
    """The dark loop, and what must be added to make it bright: two arrays [2, LOOP]."""
    hz = np.fft.rfftfreq(LOOP, 1.0 / SAMPLE_RATE)[1 : int(TOP_HZ * LOOP / SAMPLE_RATE)].astype(np.float32)
    tone = np.float32(hertz(pitch))
    number = np.maximum(np.round(hz / tone), 1.0)
    spread = np.maximum(number**0.85 * tone * np.float32(2.0 ** (ensemble.cents / 1200.0) - 1.0), 0.45)
    bell = np.exp(-0.5 * ((hz - number * tone) / spread) ** 2) / np.sqrt(spread)
    leader = np.abs(hz - number * tone) <= 0.5 * BIN_HZ
    players = np.sqrt(1.0 - LEADING) * bell + leader * np.sqrt(LEADING * np.sqrt(np.pi) / BIN_HZ)
    strength = ensemble.spectrum(number, number * tone) * players
    dark = strength * np.abs(spectra.lowpass(hz, ensemble.dark_hz))
    bright = strength * np.abs(spectra.lowpass(hz, ensemble.bright_hz))
    power = 2.0 * np.sum((dark + 0.4 * (bright - dark)) ** 2 * ear_weight(hz) ** 2)
    rng = np.random.default_rng([pitch, round(ensemble.cents * 100), round(ensemble.dark_hz)])
    first, second = phase_turns(rng.random((2, len(hz)), dtype=np.float32))
    wide = ensemble.width * hz**2 / (hz**2 + MONO_BELOW_HZ**2)
    layers = np.zeros((2, 2, LOOP // 2 + 1), np.complex64)
    inside = layers[:, :, 1 : len(hz) + 1]
    inside[:, 0] = first
    inside[:, 1] = np.sqrt(1.0 - wide**2) * first + wide * second
    inside *= np.stack([dark, bright - dark])[:, None] * (LOOP / np.sqrt(power))
    loops = np.fft.irfft(layers, LOOP).astype(np.float32)
    return loops[0], loops[1]


def _strings(number: NDArray, hz: NDArray) -> NDArray:
    body = spectra.peaks(hz, (300.0, 0.35, 0.8), (650.0, 0.4, 0.6), (1200.0, 0.5, 0.4), (2800.0, 0.6, 0.5))
    return spectra.saw(number) * body


def _brass(number: NDArray, hz: NDArray) -> NDArray:
    return spectra.peaks(hz, (600.0, 0.6, 1.0), (1400.0, 0.6, 0.8)) / number**1.0


def _voices(number: NDArray, hz: NDArray) -> NDArray:
    vowel = spectra.peaks(hz, (680.0, 0.25, 5.0), (1120.0, 0.22, 4.0), (2650.0, 0.2, 2.2), (3400.0, 0.2, 1.5))
    return vowel / number**1.25


def _warm(number: NDArray, hz: NDArray) -> NDArray:
    return (spectra.saw(number) + 0.4 * spectra.square(number)) / (1.0 + (hz / 2500.0) ** 2)


def _glass(number: NDArray, hz: NDArray) -> NDArray:
    chosen = np.isin(number, (1, 2, 3, 5, 8, 11, 16))
    return np.where(chosen, 1.0, 0.02) / number**0.75


def _saws(number: NDArray, hz: NDArray) -> NDArray:
    return spectra.saw(number)


warm_pad = Ensemble(_warm, 9.0, 700.0, 3200.0, 0.22, 1.5, 0.85, 0.7, bite=0.1, settle=1.5, sustain_bright=0.45)
glass_pad = Ensemble(_glass, 5.0, 1800.0, 9000.0, 0.12, 2.5, 0.7, 0.9, bite=0.6, settle=1.2, sustain_bright=0.35)
string_section = Ensemble(
    _strings, 11.0, 1600.0, 6000.0, 0.09, 1.0, 0.9, 0.35, bite=0.25, sustain_bright=0.5, swell=0.25, air_db=-40.0
)
brass_section = Ensemble(_brass, 6.0, 900.0, 3600.0, 0.035, 0.5, 0.8, 0.14, bite=0.8, settle=0.25, sustain_bright=0.4)
supersaw = Ensemble(_saws, 16.0, 2200.0, 11000.0, 0.006, 0.8, 0.8, 0.16, bite=0.6, settle=0.25, sustain_bright=0.5)
choir = Ensemble(_voices, 13.0, 1500.0, 6000.0, 0.16, 1.5, 0.9, 0.45, bite=0.05, sustain_bright=0.5, air_db=-36.0)
