"""Sections of many players, and pads, as long loops whose partials are smeared in frequency.

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
from kinescore.groovebox.instruments.envelopes import Adsr, dying, fade_in, sample_times
from kinescore.groovebox.instruments.noise_bands import around, read_loop, steady_noise
from kinescore.groovebox.instruments.partials import phasors
from kinescore.groovebox.instruments.tuning import TOP_HZ, loudness_weight, midi_to_hz
from kinescore.groovebox.instruments.voice import Samples, Voice
from kinescore.sound.audio import SAMPLE_RATE

LOOP = 1 << 16
BIN_HZ = SAMPLE_RATE / LOOP
LEADER_SHARE = 0.4  # Share of the power that one steady player has, so that short notes are equally loud.
MONO_BELOW_HZ = 180.0
CONSONANT_SECONDS, CONSONANT_HZ = 0.022, 4200.0
Spectrum = Callable[[NDArray, NDArray], NDArray]  # (harmonic number, frequency in Hz) -> amplitude


@dataclass(frozen=True)
class PadSynth:
    """Many players of one sound.

    spectrum: of each. detune_cents: how far they stray. dark_hz, bright_hz: cutoffs of two low-passes that the note
    moves between: `attack_brightness` (0 dark .. 1 bright) falls away in `brightness_decay` s, `sustain_brightness`
    stays. swell: how much of the level grows over the note. width: of the stereo image, 0..1. breath_db, breath_hz:
    level and place of bows or breath. consonant_db: of what syllables begin with, when loud.
    """

    spectrum: Spectrum
    detune_cents: float
    dark_hz: float
    bright_hz: float
    envelope: Adsr
    attack_brightness: float = 0.5
    brightness_decay: float = 0.4
    sustain_brightness: float = 0.3
    swell: float = 0.0
    width: float = 0.8
    breath_db: float = -90.0
    breath_hz: float = 2800.0
    consonant_db: float = -90.0

    def __call__(self, voice: Voice) -> Samples:
        dark, edge = _loops(self, voice.pitch)
        times = sample_times(voice.seconds + self.envelope.release)
        loudness = self.envelope.of_note(len(times), voice.seconds)
        if self.swell:
            loudness = loudness * (1.0 - self.swell + self.swell * fade_in(times, max(voice.seconds, 0.3)))
        reach = 0.3 + 0.9 * voice.velocity
        bright = _openness(self, len(times)) * np.float32(reach)
        start = int(voice.rng.integers(LOOP))
        sound = read_loop(edge, start, len(times)) * bright
        sound += read_loop(dark, start, len(times))
        sound *= loudness
        if self.breath_db > -60.0:
            breath = steady_noise(voice.rng, len(times), around(self.breath_hz, self.breath_db, 4.0), self.width)
            breath *= loudness
            sound += breath
        if self.consonant_db > -60.0:
            self._articulate(sound, voice)
        return sound

    def _articulate(self, sound: Samples, voice: Voice) -> None:
        """Begin with a consonant: a burst of air at the teeth that dies away as the vowel opens."""
        times = sample_times(min(sound.shape[1] / SAMPLE_RATE, 6.0 * CONSONANT_SECONDS))
        burst = steady_noise(voice.rng, len(times), around(CONSONANT_HZ, self.consonant_db, 3.0), self.width)
        decay = np.exp(times * np.float32(-1.0 / CONSONANT_SECONDS)) * fade_in(times, 0.004)
        sound[:, : len(times)] += burst * (decay * np.float32(voice.velocity))


@dataclass(frozen=True)
class _Across:
    """What of a patch is the same for all its pitches, at frequencies [K]: its low-passes, how much a frequency counts
    towards loudness, and the shares of one noise and another in its right side."""

    dark: NDArray[np.float32]
    bright: NDArray[np.float32]
    weight: NDArray[np.float32]
    same: NDArray[np.float32]
    wide: NDArray[np.float32]


@lru_cache(maxsize=1)
def _frequencies() -> NDArray[np.float32]:
    """Of the partials of a loop, in Hz, without zero."""
    return np.fft.rfftfreq(LOOP, 1.0 / SAMPLE_RATE)[1 : int(TOP_HZ * LOOP / SAMPLE_RATE)].astype(np.float32)


@lru_cache(maxsize=16)
def _across(patch: PadSynth) -> _Across:
    hz = _frequencies()
    wide = patch.width * hz**2 / (hz**2 + MONO_BELOW_HZ**2)
    dark, bright = (np.abs(spectra.lowpass(hz, cutoff)) for cutoff in (patch.dark_hz, patch.bright_hz))
    return _Across(dark, bright, loudness_weight(hz), np.sqrt(1.0 - wide**2), wide)


@lru_cache(maxsize=8)
def _openness(patch: PadSynth, count: int) -> NDArray[np.float32]:
    """How much of the bright loop is heard [count], to read: most where the note begins."""
    return patch.sustain_brightness + patch.attack_brightness * dying(count, patch.brightness_decay)


@lru_cache(maxsize=64)
def _loops(patch: PadSynth, pitch: int) -> tuple[Samples, Samples]:
    """The dark loop, and what must be added to make it bright: two arrays [2, LOOP]."""
    hz = _frequencies()
    tone = np.float32(midi_to_hz(pitch))
    number = np.maximum(np.round(hz / tone), 1.0)
    spread = np.maximum(number**0.85 * tone * np.float32(2.0 ** (patch.detune_cents / 1200.0) - 1.0), 0.45)
    bell = np.exp(-0.5 * ((hz - number * tone) / spread) ** 2) / np.sqrt(spread)
    leader = np.abs(hz - number * tone) <= 0.5 * BIN_HZ
    players = np.sqrt(1.0 - LEADER_SHARE) * bell + leader * np.sqrt(LEADER_SHARE * np.sqrt(np.pi) / BIN_HZ)
    strength = patch.spectrum(number, number * tone) * players
    across = _across(patch)
    dark, bright = strength * across.dark, strength * across.bright
    power = 2.0 * np.sum(((dark + 0.4 * (bright - dark)) * across.weight) ** 2)
    rng = np.random.default_rng([pitch, round(patch.detune_cents * 100), round(patch.dark_hz)])
    first, second = phasors(rng.random((2, len(hz)), dtype=np.float32))
    layers = np.zeros((2, 2, LOOP // 2 + 1), np.complex64)
    inside = layers[:, :, 1 : len(hz) + 1]
    inside[:, 0] = first
    inside[:, 1] = across.same * first + across.wide * second
    inside *= np.stack([dark, bright - dark])[:, None] * (LOOP / np.sqrt(power))
    loops = np.empty((2, 2, LOOP), np.float32)
    for loop, layer in zip(loops.reshape(-1, LOOP), layers.reshape(4, -1), strict=True):
        loop[:] = np.fft.irfft(layer, LOOP)  # one by one they stay in the cache
    return loops[0], loops[1]


def _strings(number: NDArray, hz: NDArray) -> NDArray:
    body = spectra.resonances(hz, (300.0, 0.35, 0.8), (650.0, 0.4, 0.6), (1200.0, 0.5, 0.4), (2800.0, 0.6, 0.5))
    return spectra.saw(number) * body


def _brass(number: NDArray, hz: NDArray) -> NDArray:
    return spectra.resonances(hz, (1250.0, 0.6, 1.6), (3200.0, 0.7, 1.6)) / number**0.9


def _voices(number: NDArray, hz: NDArray) -> NDArray:
    vowel = spectra.resonances(hz, (680.0, 0.25, 5.0), (1120.0, 0.22, 4.0), (2650.0, 0.2, 2.2), (3400.0, 0.2, 1.5))
    return vowel / number**1.25


def _reeds(number: NDArray, hz: NDArray) -> NDArray:
    """Free reeds, two of them beating: strong odd harmonics under a wooden box."""
    box = spectra.resonances(hz, (500.0, 0.6, 0.6), (1700.0, 0.5, 1.2), (3000.0, 0.6, 0.6))
    return box * np.where(number % 2 == 1, 1.0, 0.65) / number**0.9


def _warm(number: NDArray, hz: NDArray) -> NDArray:
    return (spectra.saw(number) + 0.4 * spectra.square(number)) / (1.0 + (hz / 2500.0) ** 2)


def _glass(number: NDArray, hz: NDArray) -> NDArray:
    chosen = np.isin(number, (1, 2, 3, 5, 8, 11, 16))
    return np.where(chosen, 1.0, 0.02) / number**0.75


def _saws(number: NDArray, hz: NDArray) -> NDArray:
    return spectra.saw(number)


warm_pad = PadSynth(
    _warm, 9.0, 700.0, 3200.0, Adsr(0.22, 1.5, 0.85, 0.7),
    attack_brightness=0.1, brightness_decay=1.5, sustain_brightness=0.45,
)  # fmt: skip
glass_pad = PadSynth(
    _glass, 5.0, 1800.0, 9000.0, Adsr(0.12, 2.5, 0.7, 0.9),
    attack_brightness=0.6, brightness_decay=1.2, sustain_brightness=0.35,
)  # fmt: skip
string_section = PadSynth(
    _strings, 11.0, 1600.0, 6000.0, Adsr(0.09, 1.0, 0.9, 0.35),
    attack_brightness=0.25, sustain_brightness=0.5, swell=0.25, breath_db=-27.0, breath_hz=3800.0,
)  # fmt: skip
brass_section = PadSynth(
    _brass, 9.0, 1300.0, 7500.0, Adsr(0.035, 0.5, 0.8, 0.14),
    attack_brightness=0.8, brightness_decay=0.25, sustain_brightness=0.55, breath_db=-25.0, breath_hz=2400.0,
)  # fmt: skip
supersaw = PadSynth(
    _saws, 16.0, 2200.0, 11000.0, Adsr(0.006, 0.8, 0.8, 0.16),
    attack_brightness=0.6, brightness_decay=0.25, sustain_brightness=0.5,
)  # fmt: skip
accordion = PadSynth(
    _reeds, 7.0, 2200.0, 5200.0, Adsr(0.03, 0.6, 0.95, 0.09),
    attack_brightness=0.4, brightness_decay=0.3, sustain_brightness=0.7, width=0.5, breath_db=-32.0,
)  # fmt: skip
choir = PadSynth(
    _voices, 20.0, 1500.0, 6000.0, Adsr(0.08, 1.5, 0.9, 0.45),
    attack_brightness=0.05, sustain_brightness=0.5, breath_db=-40.0, breath_hz=4200.0, consonant_db=-14.0,
)  # fmt: skip
