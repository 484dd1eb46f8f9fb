"""Effects that mark moments of the movement: impact, riser, downlifter, cymbal swell, orchestra hit."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.cymbals import Cymbal
from kinescore.groovebox.instruments.envelopes import fade_in, fade_out, sample_times, without_dc_offset
from kinescore.groovebox.instruments.noise import BandPass, filtered_noise, time_varying_noise
from kinescore.groovebox.instruments.partials import frame_times, harmonics, modulated_partials
from kinescore.groovebox.instruments.sections import brass_section, string_section
from kinescore.groovebox.instruments.tuning import seconds_to_samples
from kinescore.groovebox.instruments.voice import Samples, Voice
from kinescore.sound.audio import SAMPLE_RATE

RISER_TAIL_SECONDS = 0.03
SWELL_TAIL_SECONDS = 1.2
HIT_SECONDS = 0.4
SWEEP_HZ = (250.0, 9000.0)


def impact(voice: Voice) -> Samples:
    """A low boom that falls in pitch under a burst of noise."""
    times = sample_times(2.2)
    cycles = 38.0 * times + 80.0 * 0.09 * (1.0 - np.exp(-times / 0.09))
    boom = np.tanh(1.8 * np.sin(2.0 * np.pi * cycles) * np.exp(-times / 0.55))
    boom = without_dc_offset(boom, np.exp(-times / 0.55))
    burst = filtered_noise(voice.rng, len(times), BandPass(120.0, 3800.0, 1), 2)
    burst *= 0.22 * np.exp(-times / 0.22) + 0.5 * np.exp(-times / 0.015)
    return (np.tanh(0.7 * (boom + burst)) * fade_in(times, 0.0008) * fade_out(times, 1.2, 1.0)).astype(np.float32)


def riser(voice: Voice) -> Samples:
    """Noise and a tone that climb and cut off at the note's end."""
    seconds = max(voice.seconds, 0.1)
    noise = _swept_noise(voice, seconds, start=0.0, end=1.0)
    times = frame_times(seconds)
    progress = np.clip(times / seconds, 0.0, 1.0)
    hz = harmonics(voice.hz, 14)
    # The pitch climbs an octave: time runs from half speed to full speed. A shift of half the time left does that.
    shift = 0.5 * (progress**2 / 2.0 - progress) * seconds
    amplitudes = 0.25 * (progress**2)[:, None] / np.arange(1, len(hz) + 1) * np.exp(2j * np.pi * hz * shift[:, None])
    tone = modulated_partials(hz, np.stack([amplitudes, amplitudes]))[:, : noise.shape[1]]
    noise[:, : tone.shape[1]] += tone
    end = sample_times(noise.shape[1] / SAMPLE_RATE)
    noise *= fade_out(end, seconds - 0.004, 0.004 + RISER_TAIL_SECONDS / 4)
    return noise


def downlifter(voice: Voice) -> Samples:
    """Noise that falls away from the note's start."""
    seconds = max(voice.seconds, 0.4)
    sound = _swept_noise(voice, seconds, start=1.0, end=0.0)
    times = sample_times(sound.shape[1] / SAMPLE_RATE)
    return sound * (fade_in(times, 0.004) * fade_out(times, 0.0, seconds)).astype(np.float32)


def cymbal_swell(voice: Voice) -> Samples:
    """A cymbal rolled with soft mallets that peaks at the note's end and rings on."""
    crash = Cymbal(2.0, low_hz=1800.0)
    seconds = max(voice.seconds, 0.2)
    times = sample_times(seconds + SWELL_TAIL_SECONDS)
    roll = filtered_noise(voice.rng, len(times), BandPass(2200.0, 9000.0, 1), 2)
    before = np.clip(times / seconds, 0.0, 1.0) ** 2.5
    sound = roll * (0.45 * before * np.exp(-np.maximum(times - seconds, 0.0) / 0.3))
    ring = crash(voice)
    at = seconds_to_samples(seconds)
    count = min(ring.shape[1], sound.shape[1] - at)
    sound[:, at : at + count] += 0.5 * ring[:, :count]
    return (sound * fade_out(times, seconds, SWELL_TAIL_SECONDS)).astype(np.float32)


def orchestra_hit(voice: Voice) -> Samples:
    """Everybody at once: brass and strings in octaves, with a timpani stroke."""
    short = Voice(voice.pitch, HIT_SECONDS, 0.9, voice.rng)
    low = Voice(voice.pitch - 12, short.seconds, 0.9, voice.rng)
    fifth = Voice(voice.pitch + 7, short.seconds, 0.9, voice.rng)
    times = sample_times(0.9)
    sound = np.zeros((2, len(times)), np.float32)
    for player, note in ((brass_section, short), (brass_section, low), (string_section, short), (brass_section, fifth)):
        played = player(note)[:, : len(times)]
        sound[:, : played.shape[1]] += 0.6 * played
    stroke = np.sin(2.0 * np.pi * (voice.hz / 4.0) * times) * np.exp(-times / 0.25)
    thump = filtered_noise(voice.rng, len(times), BandPass(80.0, 1500.0), 2) * np.exp(-times / 0.02)
    sound += stroke + 0.5 * thump
    return (np.tanh(0.4 * sound) * fade_in(times, 0.002) * fade_out(times, 0.5, 0.4)).astype(np.float32)


def _swept_noise(voice: Voice, seconds: float, start: float, end: float) -> Samples:
    """Noise whose band moves between the bottom (0) and the top (1) of SWEEP_HZ, louder as it is higher."""

    def place(times: NDArray) -> NDArray:
        return start + (end - start) * np.clip(times / seconds, 0.0, 1.0)

    def response(hz: NDArray, times: NDArray) -> NDArray:
        centre = SWEEP_HZ[0] * (SWEEP_HZ[1] / SWEEP_HZ[0]) ** place(times)
        return np.exp(-0.5 * (np.log2(hz / centre) / 0.8) ** 2) / np.sqrt(hz)

    times = sample_times(seconds + RISER_TAIL_SECONDS)
    loudness = 0.05 + 0.95 * place(times) ** 1.6
    return time_varying_noise(voice.rng, len(times), response) * loudness.astype(np.float32)
