"""Analogue-style synthesisers: detuned oscillators through a moving resonant filter, written out in partials."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments import spectra
from kinescore.groovebox.instruments.envelopes import Adsr, fade_in, vibrato
from kinescore.groovebox.instruments.partials import frame_times, harmonics, modulated_partials, phasors
from kinescore.groovebox.instruments.tuning import equally_loud
from kinescore.groovebox.instruments.voice import Samples, Voice


@dataclass(frozen=True)
class SubtractiveSynth:
    """One synthesiser patch.

    spectrum: the waveform, as amplitudes of harmonics. oscillators: (detune cents, pan -1..1) of each. cutoff_hz: the
    filter at rest for a note at 220 Hz; it follows the keyboard by `key_tracking`, and is opened by `filter_octaves`
    (velocity scales them) that fade in `filter_decay` s. sub: level of a sine one octave down, left out where that
    would be below hearing.
    """

    spectrum: Callable[[NDArray], NDArray]
    oscillators: tuple[tuple[float, float], ...]
    cutoff_hz: float
    filter_octaves: float
    filter_decay: float
    envelope: Adsr
    resonance: float = 0.8
    poles: int = 4
    key_tracking: float = 0.5
    sub: float = 0.0
    vibrato_cents: float = 0.0
    max_partials: int = 70

    def __call__(self, voice: Voice) -> Samples:
        times = frame_times(voice.seconds + self.envelope.release).astype(np.float32)
        top_hz = min(16_000.0, self.cutoff_hz * 2.0 ** (self.filter_octaves + 2.5))
        hz = harmonics(voice.hz, self.max_partials, top_hz=top_hz)
        loudness = self.envelope(times, voice.seconds)
        tone = self._filtered(voice, hz, times) * loudness[:, None]
        if self.vibrato_cents:
            shift = vibrato(times, self.vibrato_cents, 5.4)
            tone *= phasors(hz * shift[:, None])
        sound = self._oscillate(voice, hz, tone)
        if self.sub and voice.hz / 2.0 > LOWEST_SUB_HZ:
            level = self.sub * loudness[None, :, None].astype(np.complex64)
            sound += modulated_partials(np.array([voice.hz / 2.0]), level)
        return sound

    def _filtered(self, voice: Voice, hz: NDArray, times: NDArray) -> NDArray[np.complex64]:
        """The waveform through the moving filter: amplitudes [Q + 1, K]."""
        strength = equally_loud(self.spectrum(np.arange(1, len(hz) + 1)), hz).astype(np.float32)
        opening = self.filter_octaves * (0.35 + 0.75 * voice.velocity)
        rest = self.cutoff_hz * (voice.hz / 220.0) ** self.key_tracking
        cutoff = rest * 2.0 ** (opening * fade_in(times, 0.003) * np.exp(-times / np.float32(self.filter_decay)))
        return strength * spectra.lowpass(hz.astype(np.float32), cutoff[:, None], self.resonance, self.poles)

    def _oscillate(self, voice: Voice, hz: NDArray, tone: NDArray[np.complex64]) -> Samples:
        """The same tone from every oscillator, detuned, out of phase and panned."""
        stereo = any(pan for _, pan in self.oscillators)
        number = np.arange(1, len(hz) + 1)
        sound = np.zeros((1, 1), np.float32)
        for index, (cents, pan) in enumerate(self.oscillators):
            start = phasors(number * (voice.rng.random() if index else 0.0))
            one = modulated_partials(hz * 2.0 ** (cents / 1200.0), (tone * start)[None])
            sound = sound + one * _sides(pan, stereo)[:, None]
        return sound * np.float32(1.0 / np.sqrt(len(self.oscillators)))


def _sides(pan: float, stereo: bool) -> NDArray[np.float32]:
    """Gains [C] that pan an oscillator at equal power."""
    angle = (pan + 1.0) * np.pi / 4.0
    sides = np.sqrt(2.0) * np.array([np.cos(angle), np.sin(angle)]) if stereo else np.ones(1)
    return sides.astype(np.float32)


def _thin_pulse(number: NDArray) -> NDArray:
    return spectra.pulse(number, 0.28)


def _sub_tone(number: NDArray) -> NDArray:
    return np.exp(-1.5 * (number - 1.0))


LOWEST_SUB_HZ = 36.0
ONE = ((0.0, 0.0),)
TWO = ((-4.0, 0.0), (4.0, 0.0))
TWO_WIDE = ((-6.0, -0.5), (6.0, 0.5))
THREE_WIDE = ((0.0, 0.0), (-9.0, -0.7), (9.0, 0.7))

synth_bass = SubtractiveSynth(spectra.saw, TWO, 520.0, 2.5, 0.14, Adsr(0.003, 0.4, 0.75, 0.06), resonance=1.1, sub=0.35)
acid_bass = SubtractiveSynth(
    spectra.saw, ONE, 380.0, 3.0, 0.11, Adsr(0.002, 0.5, 0.7, 0.03),
    resonance=6.0, key_tracking=0.3, max_partials=120,
)  # fmt: skip
sub_bass = SubtractiveSynth(_sub_tone, ONE, 500.0, 1.0, 0.05, Adsr(0.006, 1.0, 0.85, 0.08), poles=2, max_partials=8)
pluck = SubtractiveSynth(spectra.saw, THREE_WIDE, 700.0, 3.4, 0.09, Adsr(0.002, 0.22, 0.12, 0.22), resonance=1.3)
saw_lead = SubtractiveSynth(
    spectra.saw, TWO_WIDE, 2600.0, 1.6, 0.3, Adsr(0.006, 0.6, 0.8, 0.09), resonance=1.0, vibrato_cents=14.0
)
square_lead = SubtractiveSynth(
    _thin_pulse, TWO_WIDE, 2200.0, 1.4, 0.25, Adsr(0.005, 0.5, 0.8, 0.08), resonance=0.9, vibrato_cents=12.0
)
stab = SubtractiveSynth(
    spectra.saw, THREE_WIDE, 1100.0, 2.6, 0.12, Adsr(0.002, 0.25, 0.35, 0.14), resonance=1.2, sub=0.2
)
