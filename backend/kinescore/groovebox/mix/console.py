"""Plays groups of parts: notes onto buses, with pan, level, ducking, and sends to reverb and delay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.instruments.tuning import seconds_to_samples
from kinescore.groovebox.instruments.voice import Instrument, Samples
from kinescore.groovebox.mix.delay import ping_pong_delay
from kinescore.groovebox.mix.ducking import duck_curve
from kinescore.groovebox.mix.reverb import ROOMS, add_reverb
from kinescore.groovebox.mix.sampler import Sampler
from kinescore.groovebox.score import Note, Part, Score
from kinescore.progress import Report
from kinescore.sound.audio import gain

VELOCITY_CURVE = 1.5  # Amplitude is velocity to this power: half the velocity is 9 dB down.
CUT_FADE = np.linspace(1.0, 0.0, 200, dtype=np.float32)
DELAY_INTO_REVERB = 0.3
AUDIBLE_SEND = 0.04  # A send below -28 dB is not heard and not worth a convolution.


@dataclass
class Bus:
    """Where the notes of a group of parts add up. dry: [2, N]; reverb and delay: mono sends [N / 2] at half rate."""

    dry: Samples
    reverb: Samples
    delay: Samples


def play_groups(
    score: Score,
    groups: Mapping[str, Sequence[Part]],
    instruments: Mapping[str, Instrument],
    count: int,
    seed: int,
    report: Report,
) -> dict[str, Samples]:
    """Every group of parts of `score` as [2, count], with its own share of the reverb and the delay."""
    ducking = duck_curve(score, count)
    played: dict[str, Samples] = {}
    done, total = 0, max(1, sum(len(part.notes) for parts in groups.values() for part in parts))
    for name, parts in groups.items():
        bus = Bus(np.zeros((2, count), np.float32), *np.zeros((2, (count + 1) // 2), np.float32))
        for part in parts:
            report("synthesis", done / total)
            _play_part(part, instruments[part.instrument], bus, ducking, seed)
            done += len(part.notes)
        played[name] = _with_effects(bus, score)
    return played


def _with_effects(bus: Bus, score: Score) -> Samples:
    """The dry sound with its share of delay and reverb added."""
    echoes = None
    if bus.delay.any():
        echoes = ping_pong_delay(bus.delay, score.tempo_bpm)
        bus.reverb += DELAY_INTO_REVERB * echoes.mean(axis=0)
    add_reverb(bus.dry, bus.reverb, echoes, ROOMS[score.room])
    return bus.dry


def _play_part(part: Part, instrument: Instrument, bus: Bus, ducking: NDArray[np.float32], seed: int) -> None:
    sampler = Sampler(part.instrument, instrument, seed)
    angle = (part.pan + 1.0) * np.pi / 4.0
    sides = np.array([[np.cos(angle)], [np.sin(angle)]]) * np.sqrt(2.0)
    level = gain(part.level_db + instrument.level_db)
    ducked = 1.0 - np.float32(part.ducking) * ducking if part.ducking else None
    ducked_half = None if ducked is None else ducked[::2]
    sends = [(bus.reverb, part.reverb), (bus.delay, part.delay)]
    sends = [(send[None], amount) for send, amount in sends if amount >= AUDIBLE_SEND]
    for note, cut in _with_cuts(part.notes, instrument):
        sound = sampler.sound(note)
        start = seconds_to_samples(note.start_seconds)
        length = sound.full.shape[1] if cut is None else cut - start
        strength = level * note.velocity**VELOCITY_CURVE
        _add(bus.dry, sound.full[:, :length], (sides * strength).astype(np.float32), start, ducked)
        for send, amount in sends:
            _add(send, sound.half[None, : (length + 1) // 2], np.float32(strength * amount), start // 2, ducked_half)


def _add(
    bus: Samples, sound: Samples, level: NDArray | np.float32, start: int, ducked: NDArray[np.float32] | None
) -> None:
    """Add `sound` into `bus` from sample `start` on, keeping what falls inside; its last moment is faded, so that a
    sound that was cut short does not click. ducked: gain per sample of the bus of a part that gives way to kicks."""
    first, last = max(start, 0), min(start + sound.shape[1], bus.shape[1])
    if first >= last:
        return
    piece = sound[:, first - start : last - start] * level
    over = min(len(CUT_FADE), piece.shape[1])
    piece[:, -over:] *= CUT_FADE[-over:]
    if ducked is not None:
        piece *= ducked[first:last]
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
