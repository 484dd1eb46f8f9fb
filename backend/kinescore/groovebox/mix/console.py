"""Plays groups of parts: notes onto buses, with pan, level, ducking, room and echo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.tuning import seconds_to_samples
from kinescore.groovebox.instruments.voice import Instrument, Samples
from kinescore.groovebox.mix.delay import echo
from kinescore.groovebox.mix.ducking import duck_curve
from kinescore.groovebox.mix.reverb import ROOMS, add_room
from kinescore.groovebox.mix.sampler import Sampler
from kinescore.groovebox.score import Note, Part, Score
from kinescore.progress import Report
from kinescore.sound.audio import gain

TOUCH_CURVE = 1.5  # Amplitude is velocity to this power: half the velocity is 9 dB down.
CUT_FADE = np.linspace(1.0, 0.0, 200, dtype=np.float32)
ECHO_INTO_ROOM = 0.3
AUDIBLE_SEND = 0.04  # A send below -28 dB is not heard and not worth a convolution.


@dataclass
class Bus:
    """Where the notes of a group of parts add up. dry: [2, N]; room and echo: mono sends [N / 2] at half rate."""

    dry: Samples
    room: Samples
    echo: Samples


def play_groups(
    score: Score,
    groups: Mapping[str, Sequence[Part]],
    instruments: Mapping[str, Instrument],
    count: int,
    seed: int,
    report: Report,
) -> dict[str, Samples]:
    """Every group of parts of `score` as [2, count], with its own share of the room and the echoes."""
    ducking = duck_curve(score, count)
    played: dict[str, Samples] = {}
    done, total = 0, max(1, sum(len(part.notes) for parts in groups.values() for part in parts))
    for name, parts in groups.items():
        bus = Bus(np.zeros((2, count), np.float32), *np.zeros((2, (count + 1) // 2), np.float32))
        for part in parts:
            report("synthesis", done / total)
            _play_part(part, instruments[part.instrument], bus, ducking, seed)
            done += len(part.notes)
        played[name] = _with_space(bus, score)
    return played


def _with_space(bus: Bus, score: Score) -> Samples:
    """The dry sound with its echoes and its share of the room added."""
    bounced = None
    if bus.echo.any():
        bounced = echo(bus.echo, score.tempo_bpm)
        bus.room += ECHO_INTO_ROOM * bounced.mean(axis=0)
    add_room(bus.dry, bus.room, bounced, ROOMS[score.room])
    return bus.dry


def _play_part(part: Part, instrument: Instrument, bus: Bus, ducking: NDArray[np.float32], seed: int) -> None:
    sampler = Sampler(part.instrument, instrument, seed)
    angle = (part.pan + 1.0) * np.pi / 4.0
    sides = np.array([[np.cos(angle)], [np.sin(angle)]]) * np.sqrt(2.0)
    level = gain(part.level_db + instrument.level_db)
    pushed = 1.0 - np.float32(part.ducking) * ducking if part.ducking else None
    pushed_half = None if pushed is None else pushed[::2]
    sends = [(bus.room, part.reverb), (bus.echo, part.delay)]
    sends = [(line[None], amount) for line, amount in sends if amount >= AUDIBLE_SEND]
    for note, cut in _with_cuts(part.notes, instrument):
        sound = sampler.sound(note)
        start = seconds_to_samples(note.start_seconds)
        length = sound.full.shape[1] if cut is None else cut - start
        strength = level * note.velocity**TOUCH_CURVE
        _add(bus.dry, sound.full[:, :length], (sides * strength).astype(np.float32), start, pushed)
        for line, amount in sends:
            _add(line, sound.half[None, : (length + 1) // 2], np.float32(strength * amount), start // 2, pushed_half)


def _add(
    bus: Samples, sound: Samples, level: NDArray | np.float32, start: int, pushed: NDArray[np.float32] | None
) -> None:
    """Add `sound` into `bus` from sample `start` on, keeping what falls inside; its last moment is faded, so that a
    sound that was cut short does not click. pushed: gain per sample of the bus of a part that gives way to kicks."""
    first, last = max(start, 0), min(start + sound.shape[1], bus.shape[1])
    if first >= last:
        return
    piece = sound[:, first - start : last - start] * level
    over = min(len(CUT_FADE), piece.shape[1])
    piece[:, -over:] *= CUT_FADE[-over:]
    if pushed is not None:
        piece *= pushed[first:last]
    bus[:, first:last] += piece


def _with_cuts(notes: tuple[Note, ...], instrument: Instrument) -> Iterator[tuple[Note, int | None]]:
    """Notes in order of time, each with the sample at which a later note silences it, if one does."""
    ordered = sorted(notes, key=lambda note: (note.start_seconds, note.pitch))
    if not (instrument.monophonic or instrument.chokes):
        yield from ((note, None) for note in ordered)
        return
    upcoming: int | None = None
    cuts: list[int | None] = []
    for note in reversed(ordered):
        chokes = instrument.monophonic or note.pitch in instrument.chokes
        start = seconds_to_samples(note.start_seconds)
        cuts.append(upcoming if chokes and upcoming is not None and upcoming > start else None)
        if chokes:
            upcoming = start
    yield from zip(ordered, reversed(cuts), strict=True)
