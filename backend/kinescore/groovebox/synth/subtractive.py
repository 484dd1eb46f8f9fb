"""Analogue-style synthesisers: detuned oscillators through a moving resonant filter, written out in partials."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.synth import spectra
from kinescore.groovebox.synth.contours import adsr, smooth_rise, vibrato
from kinescore.groovebox.synth.partials import block_times, harmonics, moving
from kinescore.groovebox.synth.tuning import evened
from kinescore.groovebox.synth.voice import Samples, Voice


@dataclass(frozen=True)
class Subtractive:
    """One synthesiser patch.

    oscillators: (detune cents, pan -1..1) of each. cutoff_hz: the filter at rest for a note at 220 Hz (it follows the
    keyboard by `tracking`), opened by `sweep` octaves that fade over `sweep_seconds`; velocity scales the sweep.
    sub: level of a sine one octave down. attack, decay, sustain, release: the amplitude.
    """

    spectrum: Callable[[NDArray], NDArray]
    oscillators: tuple[tuple[float, float], ...]
    cutoff_hz: float
    sweep: float
    sweep_seconds: float
    attack: float
    decay: float
    sustain: float
    release: float
    resonance: float = 0.8
    poles: int = 4
    tracking: float = 0.5
    sub: float = 0.0
    vibrato_cents: float = 0.0
    most: int = 70

    def __call__(self, voice: Voice) -> Samples:
        times = block_times(voice.seconds + self.release)
        hz = harmonics(voice.hz, self.most, top_hz=min(16_000.0, self.cutoff_hz * 2.0 ** (self.sweep + 3.0)))
        strength = evened(self.spectrum(np.arange(1, len(hz) + 1)), hz)
        opening = self.sweep * (0.35 + 0.75 * voice.velocity)
        cutoff = self.cutoff_hz * (voice.hz / 220.0) ** self.tracking
        cutoff = cutoff * 2.0 ** (opening * smooth_rise(times, 0.003) * np.exp(-times / self.sweep_seconds))
        filtered = strength * spectra.lowpass(hz, cutoff[:, None], self.resonance, self.poles)
        loudness = adsr(times, voice.seconds, self.attack, self.decay, self.sustain, self.release)
        shift = vibrato(times, self.vibrato_cents, 5.4) if self.vibrato_cents else np.zeros_like(times)
        return self._oscillate(voice, hz, filtered * loudness[:, None], shift, loudness)

    def _oscillate(self, voice: Voice, hz: NDArray, filtered: NDArray, shift: NDArray, loudness: NDArray) -> Samples:
        """Lay the oscillators side by side in one sum of partials."""
        frequencies, columns = [], []
        share = 1.0 / np.sqrt(len(self.oscillators))
        for index, (cents, pan) in enumerate(self.oscillators):
            detuned = hz * 2.0 ** (cents / 1200.0)
            start = 0.0 if index == 0 else voice.rng.random()
            turning = np.exp(2j * np.pi * (detuned * shift[:, None] + start * np.arange(1, len(hz) + 1)))
            frequencies.append(detuned)
            columns.append(_sides(pan, self._is_stereo)[:, None, None] * (filtered * turning * share))
        if self.sub:
            frequencies.append(np.array([voice.hz / 2.0]))
            channels = 2 if self._is_stereo else 1
            columns.append(np.broadcast_to(self.sub * loudness[None, :, None], (channels, len(loudness), 1)))
        return moving(np.concatenate(frequencies), np.concatenate(columns, axis=-1))

    @property
    def _is_stereo(self) -> bool:
        return any(pan for _, pan in self.oscillators)


def _sides(pan: float, stereo: bool) -> NDArray[np.float64]:
    """Gains [C] that place an oscillator, equal in power."""
    angle = (pan + 1.0) * np.pi / 4.0
    return np.sqrt(2.0) * np.array([np.cos(angle), np.sin(angle)]) if stereo else np.ones(1)


def _thin_pulse(number: NDArray) -> NDArray:
    return spectra.pulse(number, 0.28)


def _sub_tone(number: NDArray) -> NDArray:
    return np.exp(-1.9 * (number - 1.0))


CENTRE = ((0.0, 0.0),)
TWO_WIDE = ((-6.0, -0.5), (6.0, 0.5))
THREE_WIDE = ((0.0, 0.0), (-9.0, -0.7), (9.0, 0.7))

synth_bass = Subtractive(
    spectra.saw, ((-4.0, 0.0), (4.0, 0.0)), 420.0, 2.2, 0.14, 0.003, 0.4, 0.75, 0.06, resonance=1.1, sub=0.5
)
acid_bass = Subtractive(
    spectra.saw, CENTRE, 380.0, 3.0, 0.11, 0.002, 0.5, 0.7, 0.03, resonance=6.0, tracking=0.3, most=120
)
sub_bass = Subtractive(_sub_tone, CENTRE, 500.0, 1.0, 0.05, 0.006, 1.0, 0.85, 0.08, poles=2, most=8)
pluck = Subtractive(spectra.saw, THREE_WIDE, 700.0, 3.4, 0.09, 0.002, 0.22, 0.12, 0.22, resonance=1.3)
saw_lead = Subtractive(
    spectra.saw, TWO_WIDE, 2600.0, 1.6, 0.3, 0.006, 0.6, 0.8, 0.09, resonance=1.0, vibrato_cents=14.0
)
square_lead = Subtractive(
    _thin_pulse, TWO_WIDE, 2200.0, 1.4, 0.25, 0.005, 0.5, 0.8, 0.08, resonance=0.9, vibrato_cents=12.0
)
