"""Drums and cymbals as microphones hear them: modes of head and shell, noise of stick and wires, and the room.

Levels and decays of bands are those of recorded kits, measured in octaves and rounded. Every stroke is another: where
the stick lands weighs the modes, and noise and room are read from elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from kinescore.groovebox.instruments.drums import pitch_bent
from kinescore.groovebox.instruments.envelopes import dying, fades, sample_times, without_dc_offset
from kinescore.groovebox.instruments.noise_bands import OCTAVES_HZ, Decaying, Levels, decaying_noise
from kinescore.groovebox.instruments.partials import damped_partials
from kinescore.groovebox.instruments.voice import Play, Samples, Voice
from kinescore.sound.audio import SAMPLE_RATE, gain

TILT_DB = 4.5
"""How much the noise opens per octave from the softest to the hardest stroke."""
ROOM_DECAYS = (0.09, 0.095, 0.10, 0.10, 0.09, 0.08, 0.06, 0.04)
"""To 1/e: about 0.6 s to -60 dB, as in the live room of a studio."""
ROOM_RISE = 0.006
LONGEST_SECONDS = 3.2
MICROPHONES_DB = (0.0, 0.0, 0.0, -0.3, -1.0, -3.0, -7.0, -11.0)
"""What distance and tape take off the top by octave: the fall of a first-order low-pass at 4 kHz. An ear trained on
records takes brighter drums for machines."""
HEARD_SAMPLES = 1 << 14
"""Of a sound, by which the room answers it."""


def _recorded(levels_db: Levels) -> tuple[float, ...]:
    """Levels of bands as the microphones pass them on."""
    return tuple(level + lost for level, lost in zip(levels_db, MICROPHONES_DB, strict=True))


def _all(seconds: float) -> tuple[float, ...]:
    return (seconds,) * len(OCTAVES_HZ)


@dataclass(frozen=True)
class AcousticDrum:
    """A drum with a head.

    modes: (Hz, level dB, decay s). noise_db, noise_decays: of beater, stick or wires by octave. stick_db: its first
    moment, over the noise. bend: how far the pitch starts too high after the hardest stroke, as a part of it.
    room_db: what the room answers, against the noise and the body. scatter_db: how far the modes stray from stroke to
    stroke. attack: s.
    """

    modes: tuple[tuple[float, float, float], ...]
    noise_db: Levels
    noise_decays: Levels
    stick_db: float = 3.0
    stick_decay: float = 0.004
    bend: float = 0.05
    room_db: float = -17.0
    scatter_db: float = 2.0
    attack: float = 0.0006

    def __call__(self, voice: Voice) -> Samples:
        hz, level, decay = np.array(self.modes).T
        tilt = TILT_DB * (voice.velocity - 0.75)
        level = level + self.scatter_db * voice.rng.standard_normal(len(hz)) * (hz > hz[0])
        level = level + tilt * np.log2(hz / hz[0])
        hz = hz * (1.0 + 0.003 * voice.rng.standard_normal(len(hz)))
        seconds = float(np.max(decay * (level + 62.0))) / 8.686
        modes = damped_partials(hz, 1.0 / decay, 10.0 ** (level[None] / 20.0), seconds * (1.0 + self.bend))[0]
        times = sample_times(seconds)
        modes = pitch_bent(modes, times, self.bend * voice.velocity)
        modes = without_dc_offset(modes, dying(len(modes), float(decay[0])))
        sound = decaying_noise(voice.rng, self._layers, LONGEST_SECONDS, tilt)
        return _finished(sound, modes, self.attack)

    @cached_property
    def _layers(self) -> tuple[Decaying, ...]:
        """Noise of head or wires, the stick's first moment, and what the room answers."""
        noise = _recorded(self.noise_db)
        room = tuple(max(n, body) + self.room_db for n, body in zip(noise, self._body_db(), strict=True))
        return (
            Decaying(noise, self.noise_decays),
            Decaying(tuple(n + self.stick_db for n in noise), _all(self.stick_decay), width=0.0),
            Decaying(room, ROOM_DECAYS, width=1.0, rise=ROOM_RISE),
        )

    def _body_db(self) -> tuple[float, ...]:
        """Level of the modes in each octave, which the room answers as it does the noise."""
        power = np.full(len(OCTAVES_HZ), 1e-9)
        for hz, level, _ in self.modes:
            power[int(np.argmin(np.abs(np.log2(np.array(OCTAVES_HZ) / hz))))] += gain(level) ** 2
        return tuple(float(level) for level in 10.0 * np.log10(power) - 6.0)


@dataclass(frozen=True)
class AcousticCymbal:
    """A cymbal, or two of a hi-hat: a stick's moment, then metal that rings octave by octave.

    strike_db, strike_decay: the first moment. ring_db, ring_decays: what follows; it blooms in `bloom` s. modes: (Hz,
    level dB, decay s) of a bell. room_db: against the ring.
    """

    strike_db: Levels
    ring_db: Levels
    ring_decays: Levels
    strike_decay: float = 0.010
    bloom: float = 0.0
    modes: tuple[tuple[float, float, float], ...] = ()
    room_db: float = -19.0
    width: float = 0.35
    longest: float = LONGEST_SECONDS

    def __call__(self, voice: Voice) -> Samples:
        tilt = TILT_DB * (voice.velocity - 0.75)
        sound = decaying_noise(voice.rng, self._layers, self.longest, tilt, metal=True)
        modes = np.zeros(0, np.float32)
        if self.modes:
            hz, level, decay = np.array(self.modes).T
            strength = 10.0 ** ((level + 1.5 * voice.rng.standard_normal(len(hz))) / 20.0)
            strength = strength * np.exp(2j * np.pi * voice.rng.random(len(hz)))
            modes = damped_partials(hz, 1.0 / decay, strength[None], sound.shape[1] / SAMPLE_RATE)[0]
        return _finished(sound, modes, 0.0005)

    @cached_property
    def _layers(self) -> tuple[Decaying, ...]:
        """The stick's moment, the ring, and what the room answers."""
        strike, ring = _recorded(self.strike_db), _recorded(self.ring_db)
        louder = tuple(max(one, two) + self.room_db for one, two in zip(strike, ring, strict=True))
        return (
            Decaying(strike, _all(self.strike_decay), width=0.5 * self.width),
            Decaying(ring, self.ring_decays, self.width, self.bloom),
            Decaying(louder, ROOM_DECAYS, width=1.0, rise=ROOM_RISE),
        )


@dataclass(frozen=True)
class InRoom:
    """Any percussion, with what the room answers: as loud in each octave as the sound was, and `room_db`."""

    play: Play
    room_db: float = -10.0

    def __call__(self, voice: Voice) -> Samples:
        dry = self.play(voice)
        power = np.abs(np.fft.rfft(dry[:, :HEARD_SAMPLES].mean(axis=0), HEARD_SAMPLES)) ** 2
        hz = np.fft.rfftfreq(HEARD_SAMPLES, 1.0 / SAMPLE_RATE)
        edges = [np.sqrt(low * high) for low, high in pairwise(OCTAVES_HZ)]
        energy = np.add.reduceat(power, np.concatenate([[0], np.searchsorted(hz, edges)])) / HEARD_SAMPLES
        heard = 10.0 * np.log10(2.0 * energy / (0.02 * SAMPLE_RATE) + 1e-9)
        room = decaying_noise(voice.rng, (Decaying(tuple(heard + self.room_db), ROOM_DECAYS, 1.0, ROOM_RISE),), 1.0)
        count = max(dry.shape[1], room.shape[1])
        both = np.zeros((2, count), np.float32)
        both[:, : dry.shape[1]] = dry
        room *= fades(room.shape[1], 0.0, 0.0, room.shape[1] / SAMPLE_RATE)
        both[:, : room.shape[1]] += room
        return both


def _finished(sound: Samples, modes: Samples, attack: float) -> Samples:
    """The modes in the middle of the noise [2, N], which is overwritten, without a click at either end."""
    count = max(sound.shape[1], len(modes))
    both = sound if len(modes) < count else np.pad(sound, ((0, 0), (0, count - sound.shape[1])))
    both[:, : len(modes)] += modes
    seconds = count / SAMPLE_RATE
    gain_at_ends = fades(count, attack, seconds * 0.55, seconds * 0.45)
    risen, held = round(attack * SAMPLE_RATE) + 1, int(0.55 * count)  # between them nothing is faded
    both[:, :risen] *= gain_at_ends[:risen]
    both[:, held:] *= gain_at_ends[held:]
    return both
