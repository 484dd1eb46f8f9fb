"""Renders each different note once and hands it out as often as it is played."""

from __future__ import annotations

import math
import zlib
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np

from kinescore.groovebox.instruments.voice import Instrument, Length, Samples, Voice
from kinescore.groovebox.score import Note

LENGTHS_PER_DOUBLING = 6
VELOCITY_LAYERS = 4
MEMORY_BYTES = 96 * 2**20
HALF_BAND = np.array([-1.0, 0.0, 9.0, 16.0, 9.0, 0.0, -1.0], np.float32) / 32.0

Key = tuple[tuple[int, ...], float, int, int]


@dataclass(frozen=True)
class RenderedNote:
    """A rendered note. full: [C, N] at the full rate; half: [N / 2] mono at half the rate, for reverb and delay."""

    full: Samples
    half: Samples

    @property
    def bytes(self) -> int:
        """The memory it takes."""
        return self.full.nbytes + self.half.nbytes


class RenderedNotes:
    """The last used notes of a group of samplers; what falls out is simply rendered again, the same."""

    def __init__(self) -> None:
        self._sounds: OrderedDict[tuple[str, Key], RenderedNote] = OrderedDict()
        self._bytes = 0

    def get(self, instrument: str, key: Key) -> RenderedNote | None:
        """A note of an instrument, if it is still there."""
        if sound := self._sounds.get((instrument, key)):
            self._sounds.move_to_end((instrument, key))
        return sound

    def keep(self, instrument: str, key: Key, sound: RenderedNote) -> None:
        """Remember a note, and forget others where memory is full."""
        self._sounds[instrument, key] = sound
        self._bytes += sound.bytes
        while self._bytes > MEMORY_BYTES and len(self._sounds) > 1:
            self._bytes -= self._sounds.popitem(last=False)[1].bytes


class Sampler:
    """One instrument's notes, kept in a memory that it may share."""

    def __init__(self, name: str, instrument: Instrument, seed: int, memory: RenderedNotes) -> None:
        self.instrument = instrument
        self._name = name
        self._seed = [seed, zlib.crc32(name.encode())]
        self._memory = memory
        self._takes: dict[int, int] = {}

    def sound(self, note: Note) -> RenderedNote:
        """The sound of `note`, before its level."""
        take = self._takes.get(note.pitch, 0)
        self._takes[note.pitch] = take + 1
        layer = min(VELOCITY_LAYERS - 1, int(note.velocity * VELOCITY_LAYERS))
        key = ((note.pitch, *note.chord), self._length(note.seconds), layer, take % self.instrument.variants)
        sound = self._memory.get(self._name, key)
        if sound is None:
            sound = self._render(key)
            self._memory.keep(self._name, key, sound)
        return sound

    def _length(self, seconds: float) -> float:
        if self.instrument.length is Length.ONE_SHOT:
            return 0.0
        if self.instrument.length is Length.EXACT:
            return seconds
        return 2.0 ** (round(math.log2(max(seconds, 0.03)) * LENGTHS_PER_DOUBLING) / LENGTHS_PER_DOUBLING)

    def _render(self, key: Key) -> RenderedNote:
        pitches, seconds, layer, variant = key
        rng = np.random.default_rng([*self._seed, *pitches, round(seconds * 1e6), layer, variant])
        voice = Voice(pitches[0], seconds, (layer + 0.5) / VELOCITY_LAYERS, rng, pitches[1:])
        full = np.ascontiguousarray(self.instrument.play(voice), dtype=np.float32)
        return RenderedNote(full, _halved(full[0] if len(full) == 1 else np.float32(0.5) * (full[0] + full[1])))


def _halved(mono: Samples) -> Samples:
    """A sound [N] at half the rate [ceil(N / 2)], low-passed by HALF_BAND."""
    count = (len(mono) + 1) // 2
    padded = np.zeros((count + 3, 2), np.float32)
    padded.reshape(-1)[3 : 3 + len(mono)] = mono
    even_and_odd = np.ascontiguousarray(padded.T)
    half, weighted = np.zeros(count, np.float32), np.empty(count, np.float32)
    for tap, weight in enumerate(HALF_BAND):
        if weight:
            half += np.multiply(weight, even_and_odd[tap % 2, tap // 2 : tap // 2 + count], out=weighted)
    return half
