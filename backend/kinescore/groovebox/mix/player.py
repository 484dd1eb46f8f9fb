"""One player: the notes of a part onto a bus, block after block, with pan, level, cuts and ducking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.tuning import seconds_to_samples
from kinescore.groovebox.instruments.voice import Instrument, Samples
from kinescore.groovebox.mix.sampler import Sampler
from kinescore.groovebox.score import Note, Part
from kinescore.sound.audio import gain

VELOCITY_CURVE = 1.5  # Amplitude is velocity to this power: half the velocity is 9 dB down.
CUT_FADE = np.linspace(1.0, 0.0, 200, dtype=np.float32)
AUDIBLE_SEND = 0.04  # A send below -28 dB is not heard and not worth a convolution.


@dataclass
class Bus:
    """A block of what a group of parts plays, from sample `first` of the piece on, an even one.

    dry: [2, N]; reverb and delay: mono sends [N / 2] at half rate. scratch: [2, N]. count: samples of the whole piece;
    what would lie behind them is not played.
    """

    first: int
    count: int
    dry: Samples
    reverb: Samples
    delay: Samples
    scratch: Samples

    @classmethod
    def silent(cls, first: int, length: int, count: int) -> Bus:
        """A block of `length` samples, an even number, with nothing on it yet."""
        reverb, delay = np.zeros((2, length // 2), np.float32)
        return cls(first, count, np.zeros((2, length), np.float32), reverb, delay, np.empty((2, length), np.float32))

    @property
    def last(self) -> int:
        """The sample of the piece behind the block."""
        return self.first + self.dry.shape[1]


@dataclass(frozen=True)
class _Line:
    """A sound on its way to one line of the bus: samples [C, N], from sample `start` of that line on, times `level`."""

    samples: Samples
    start: int
    level: NDArray[np.float32] | np.float32

    def add_to(
        self, line: Samples, first: int, count: int, ducked: NDArray[np.float32] | None, scratch: Samples
    ) -> None:
        """Add what of it falls on `line` [C, N], which begins at sample `first` of `count`. Its last moment is faded,
        so that a sound that was cut short does not click. ducked: [N], the gain of a part that gives way to kicks.
        scratch: [2, N] to overwrite: fresh memory for every note would cost more than the note."""
        begin, end = max(self.start, 0), min(self.start + self.samples.shape[1], count)
        low, high = max(begin, first), min(end, first + line.shape[1])
        if low >= high:
            return
        piece = scratch[: len(line), : high - low]
        np.multiply(self.samples[:, low - self.start : high - self.start], self.level, out=piece)
        fade = max(end - len(CUT_FADE), begin)
        if high > fade:
            faded = slice(max(low, fade) - end, high - end or None)
            piece[:, max(fade - low, 0) :] *= CUT_FADE[faded]
        if ducked is not None:
            piece *= ducked[low - first : high - first]
        line[:, low - first : high - first] += piece


@dataclass(frozen=True)
class _Sounding:
    """A note on all the lines that it is heard on, until sample `end` of the piece."""

    dry: _Line
    reverb: _Line | None
    delay: _Line | None
    end: int


class Player:
    """Plays a part in blocks that follow each other: what a block holds does not depend on where blocks begin."""

    def __init__(self, part: Part, instrument: Instrument, sampler: Sampler, loop: int | None) -> None:
        """loop: samples of one round, where the piece is played round and round."""
        self._part, self._sampler = part, sampler
        angle = (part.pan + 1.0) * np.pi / 4.0
        self._sides = np.array([[np.cos(angle)], [np.sin(angle)]]) * np.sqrt(2.0)
        self._level = gain(part.level_db + instrument.level_db)
        self._coming = _with_cuts(part.notes, instrument, loop)
        self._next = next(self._coming, None)
        self._sounding: list[_Sounding] = []

    def play(self, bus: Bus, ducking: NDArray[np.float32]) -> None:
        """Add the part to `bus`, which follows the one before. ducking: [N], how far kicks push others down."""
        while self._next is not None and seconds_to_samples(self._next[0].start_seconds) < bus.last:
            self._sounding.append(self._struck(*self._next))
            self._next = next(self._coming, None)
        ducked = 1.0 - np.float32(self._part.ducking) * ducking if self._part.ducking else None
        ducked_half = None if ducked is None else ducked[::2]
        half_count = (bus.count + 1) // 2
        for note in self._sounding:
            note.dry.add_to(bus.dry, bus.first, bus.count, ducked, bus.scratch)
            for send, line in ((note.reverb, bus.reverb), (note.delay, bus.delay)):
                if send is not None:
                    send.add_to(line[None], bus.first // 2, half_count, ducked_half, bus.scratch)
        self._sounding = [note for note in self._sounding if note.end > bus.last]

    def _struck(self, note: Note, cut: int | None) -> _Sounding:
        sound = self._sampler.sound(note)
        start = seconds_to_samples(note.start_seconds)
        length = sound.full.shape[1] if cut is None else cut - start
        strength = self._level * note.velocity**VELOCITY_CURVE
        half = sound.half[None, : (length + 1) // 2]

        def send(amount: float) -> _Line | None:
            return _Line(half, start // 2, np.float32(strength * amount)) if amount >= AUDIBLE_SEND else None

        dry = _Line(sound.full[:, :length], start, (self._sides * strength).astype(np.float32))
        end = max(start + dry.samples.shape[1], 2 * (start // 2 + half.shape[1]))
        return _Sounding(dry, send(self._part.reverb), send(self._part.delay), end)


def _with_cuts(notes: tuple[Note, ...], instrument: Instrument, loop: int | None) -> Iterator[tuple[Note, int | None]]:
    """Notes in order of time, each with the sample at which a later note silences it, if one does; in a loop of `loop`
    samples those of the next round do so too."""
    ordered = sorted(notes, key=lambda note: (note.start_seconds, note.pitch))
    if not (instrument.monophonic or instrument.chokes):
        yield from ((note, None) for note in ordered)
        return
    silencing = [note for note in ordered if instrument.monophonic or note.pitch in instrument.chokes]
    upcoming = loop + seconds_to_samples(silencing[0].start_seconds) if loop and silencing else None
    cuts: list[int | None] = []
    for note in reversed(ordered):
        chokes = instrument.monophonic or note.pitch in instrument.chokes
        start = seconds_to_samples(note.start_seconds)
        cuts.append(upcoming if chokes and upcoming is not None and upcoming > start else None)
        if chokes:
            upcoming = start
    yield from zip(ordered, reversed(cuts), strict=True)
