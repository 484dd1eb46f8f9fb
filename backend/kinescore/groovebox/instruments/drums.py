"""Drums with a head: bass drum, snare drum, and all that are tuned, from toms and congas to timpani."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.envelopes import fade_in, fade_out, fades, sample_times, without_dc_offset
from kinescore.groovebox.instruments.noise import BandPass, filtered_noise
from kinescore.groovebox.instruments.partials import damped_partials, with_random_phases
from kinescore.groovebox.instruments.voice import Samples, Voice
from kinescore.sound.audio import SAMPLE_RATE

BEND_SECONDS = 0.04
"""In which the pitch of a struck head settles to 1/e."""

# Vibration modes of a round membrane against its lowest (zeros of Bessel functions), strength and extra damping.
MEMBRANE = np.array([[1.0, 1.0, 1.0], [1.59, 0.55, 1.7], [2.14, 0.38, 2.2], [2.30, 0.25, 2.6], [2.65, 0.22, 3.0]])
# With a kettle below the head the modes pull close to 1 : 1.5 : 2 : 2.44, which is why timpani have a pitch.
KETTLE = np.array([[1.0, 1.0, 1.0], [1.50, 0.7, 1.3], [1.98, 0.45, 1.6], [2.44, 0.25, 2.2], [2.9, 0.15, 3.0]])


@dataclass(frozen=True)
class Kick:
    """The bass drum: a tone whose pitch falls from start_hz to end_hz, the beater's click and a puff of air.

    pitch_decay, decay, click_decay: s in which pitch, level and click fall to 1/e. drive: saturation. click, air:
    levels.
    """

    start_hz: float
    end_hz: float
    pitch_decay: float
    decay: float
    drive: float = 1.0
    click: float = 0.35
    click_hz: float = 3500.0
    click_decay: float = 0.0022
    air: float = 0.05

    def __call__(self, voice: Voice) -> Samples:
        seconds = self.decay * 4.0
        times = sample_times(seconds)
        top = self.start_hz * (0.9 + 0.2 * voice.velocity)
        cycles = self.end_hz * times + (top - self.end_hz) * self.pitch_decay * (
            1.0 - np.exp(-times / self.pitch_decay)
        )
        body = np.sin(2.0 * np.pi * cycles) * np.exp(-times / self.decay)
        body = np.tanh(self.drive * body) / np.tanh(self.drive)
        body = without_dc_offset(body, np.exp(-times / self.decay))
        count = min(len(times), 4096)
        click = filtered_noise(voice.rng, count, BandPass(self.click_hz / 2.5, self.click_hz * 2.0))[0]
        body[:count] += click * np.exp(-times[:count] / self.click_decay) * (self.click * (0.4 + 0.8 * voice.velocity))
        puff = filtered_noise(voice.rng, count, BandPass(150.0, 1200.0))[0]
        body[:count] += puff * np.exp(-times[:count] / 0.018) * self.air
        body *= fade_in(times, 0.0007) * fade_out(times, seconds * 0.6, seconds * 0.4)
        return body[None].astype(np.float32)


@dataclass(frozen=True)
class Snare:
    """Two tones of the heads that bend down, the crack of the stick and the rattle of the wires.

    head, wires, crack: levels. head_decay, wires_decay: s. brushed: swept with a brush, which has no onset.
    """

    head_hz: float
    head: float = 0.55
    head_decay: float = 0.07
    wires: float = 0.5
    wires_decay: float = 0.11
    wires_low_hz: float = 1400.0
    wires_high_hz: float = 6000.0
    crack: float = 0.6
    brushed: bool = False

    def __call__(self, voice: Voice) -> Samples:
        seconds = max(self.wires_decay * 5.0, self.head_decay * 5.0)
        times = sample_times(seconds)
        hz = self.head_hz * (0.99 + 0.02 * voice.rng.random())
        bend = 0.35 * hz * 0.009 * (1.0 - np.exp(-times / 0.009))
        heads = np.sin(2.0 * np.pi * (hz * times + bend)) + 0.6 * np.sin(2.0 * np.pi * (1.72 * hz * times + bend))
        heads *= self.head * np.exp(-times / self.head_decay)
        wires = filtered_noise(voice.rng, len(times), BandPass(self.wires_low_hz, self.wires_high_hz), 2, width=0.5)
        onset = fade_in(times, 0.03 if self.brushed else 0.0015)
        wires *= onset * np.exp(-times / (self.wires_decay * (0.6 + 0.5 * voice.velocity))) * self.wires
        stick = filtered_noise(voice.rng, 1024, BandPass(900.0, 7000.0))[0] * np.exp(-times[:1024] / 0.003)
        sound = wires + heads
        sound[:, :1024] += stick * (self.crack * (0.3 + 0.9 * voice.velocity))
        return (sound * fade_in(times, 0.0005) * fade_out(times, seconds * 0.6, seconds * 0.4)).astype(np.float32)


@dataclass(frozen=True)
class TunedDrum:
    """A drum whose pitch is heard: toms, bongos, congas, timbales, timpani.

    decay: s, of the lowest mode. slap, slap_hz: level and brightness of the noise of hand or stick. pitch_bend: how far
    the pitch starts too high after the hardest stroke, as a part of it. kettle: has one, as timpani do.
    """

    hz: float
    decay: float
    slap: float = 0.3
    slap_hz: float = 1800.0
    pitch_bend: float = 0.06
    kettle: bool = False

    def __call__(self, voice: Voice) -> Samples:
        ratios, strength, extra = (KETTLE if self.kettle else MEMBRANE).T
        stroke = 0.55 + 0.25 * voice.rng.random(len(ratios)) + 0.3 * voice.velocity
        strength = np.where(ratios > 1.0, strength * stroke, strength)
        seconds = self.decay * 4.5
        strength = np.append(strength[0], with_random_phases(strength[1:], voice.rng))
        longest = seconds * (1.0 + self.pitch_bend)
        sound = damped_partials(self.hz * ratios, extra / self.decay, strength[None], longest)
        times = sample_times(seconds)
        sound = pitch_bent(sound[0], times, self.pitch_bend * voice.velocity)
        count = min(len(times), 2048)
        slap = filtered_noise(voice.rng, count, BandPass(self.slap_hz / 3.0, self.slap_hz * 2.0))[0]
        sound[:count] += slap * np.exp(-times[:count] / 0.006) * (self.slap * (0.3 + 0.9 * voice.velocity))
        sound *= fades(len(times), 0.0007, seconds * 0.5, seconds * 0.5)
        return sound[None].astype(np.float32, copy=False)


def pitch_bent(sound: NDArray, times: NDArray, bend: float) -> NDArray:
    """Read `sound` [N] at `times` [M] s, a sample each, a little fast at first: the pitch starts up to `bend` high and
    settles, after which all is read from as far ahead."""
    bending = min(len(times), round(14 * BEND_SECONDS * SAMPLE_RATE))
    at = (times[:bending] + bend * BEND_SECONDS * (1.0 - np.exp(-times[:bending] / BEND_SECONDS))) * SAMPLE_RATE
    low = np.minimum(at.astype(np.int64), len(sound) - 2)
    part = (at - low).astype(np.float32)
    bent = sound[low] * (1.0 - part) + sound[low + 1] * part
    if bending == len(times):
        return bent
    ahead, share = divmod(bend * BEND_SECONDS * SAMPLE_RATE, 1.0)
    left = max(0, len(times) + int(ahead) + 1 - len(sound))
    straight = np.pad(sound[bending + int(ahead) :], (0, left), mode="edge")[: len(times) - bending + 1]
    whole = np.empty(len(times), np.float32)
    whole[:bending] = bent
    np.multiply(straight[:-1], np.float32(1.0 - share), out=whole[bending:])
    whole[bending:] += straight[1:] * np.float32(share)
    return whole
