"""Seconds to MIDI ticks: the tempi and time signatures whose bar lines fall on the downbeats of a grid."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kinescore.dance.beat_grid import BeatGrid
from kinescore.dance.metre import Metre
from kinescore.files.standard_midi import SLOWEST_US, Event, tempo, time_signature

TICKS_PER_QUARTER = 1920
SIXTEENTH = TICKS_PER_QUARTER // 4
LONGEST_BAR = 255
"""Notes in a bar, of which a time signature counts no more."""
SLOWEST_BPM = 4.0
"""A quarter note of a MIDI file lasts at most 16.7 s."""
DRIFT_SECONDS = 5e-5
"""A tempo goes on, as MIDI rounds it, until its beats would be this far from the grid's."""

Signature = tuple[int, int]
"""Numerator and denominator."""


@dataclass(frozen=True)
class TempoEvent:
    """From `tick`, at `seconds`, on, a quarter note lasts so many whole microseconds."""

    tick: int
    seconds: float
    microseconds: int

    def seconds_at(self, tick: int) -> float:
        """Return the time of a later tick, s."""
        return self.seconds + (tick - self.tick) * self.microseconds / TICKS_PER_QUARTER / 1e6


@dataclass(frozen=True)
class TempoClock:
    """tempi: the first at tick 0. signatures: from which tick each holds."""

    tempi: tuple[TempoEvent, ...]
    signatures: tuple[tuple[int, Signature], ...]

    def ticks(self, seconds: float) -> int:
        """Return the tick nearest to a time."""
        tempo = self.tempi[max(0, bisect(self._starts, seconds + 1e-9) - 1)]
        return tempo.tick + round((seconds - tempo.seconds) * 1e6 / tempo.microseconds * TICKS_PER_QUARTER)

    def events(self) -> list[Event]:
        """Return the tempi and time signatures for the first track of a file."""
        tempi = [(event.tick, 1, tempo(event.microseconds)) for event in self.tempi]
        return tempi + [(tick, 2, time_signature(n, d.bit_length() - 1)) for tick, (n, d) in self.signatures]

    @cached_property
    def _starts(self) -> list[float]:
        return [tempo.seconds for tempo in self.tempi]


def clock_of(grid: BeatGrid) -> TempoClock:
    """Return the clock of a grid.

    What comes before its first downbeat is a bar of its own with its own tempo, and so is a bar that the next one cuts
    short: bar lines fall on downbeats in any sequencer. Tempi follow the beats, within DRIFT_SECONDS.
    """
    if len(grid.downbeats) == 0:
        quarter = _microseconds(60.0 / max(SLOWEST_BPM, grid.tempo_bpm), 1.0)
        return TempoClock((TempoEvent(0, 0.0, quarter),), ((0, (4, 4)),))
    lead = float(grid.beats[grid.downbeats[0]])
    tempi, signatures, tick = _lead_in(grid, lead) if lead >= 1e-6 else ([], [], 0)
    now = tempi[0].seconds_at(tick) if tempi else 0.0
    for first, beats, metre in _bars(grid):
        signature = (beats * metre.numerator // metre.beats, metre.denominator)
        if not signatures or signatures[-1][1] != signature:
            signatures.append((tick, signature))
        for beat in range(first, min(first + beats, len(grid.beats) - 1)):
            after = tick + round(_quarters(metre) * TICKS_PER_QUARTER)
            target = float(grid.beats[beat + 1])
            if not tempi or abs(tempi[-1].seconds_at(after) - target) > DRIFT_SECONDS:
                tempi.append(TempoEvent(tick, now, _microseconds(target - now, _quarters(metre))))
            tick, now = after, tempi[-1].seconds_at(after)
    alone = TempoEvent(0, 0.0, _microseconds(60.0 / max(SLOWEST_BPM, grid.tempo_bpm), _quarters(grid.metre)))
    return TempoClock(tuple(tempi) or (alone,), tuple(signatures))


def _lead_in(grid: BeatGrid, seconds: float) -> tuple[list[TempoEvent], list[tuple[int, Signature]], int]:
    """Tempo, signature and length in ticks of the bar before the first downbeat."""
    beats = seconds * max(SLOWEST_BPM, grid.tempo_bpm) / 60
    sixteenths = min(LONGEST_BAR, max(1, round(beats * _quarters(grid.metre_of(0)) * 4)))
    signature = (sixteenths // 4, 4) if sixteenths % 4 == 0 else (sixteenths, 16)
    event = TempoEvent(0, 0.0, _microseconds(seconds, sixteenths / 4))
    return [event], [(0, signature)], sixteenths * SIXTEENTH


def _bars(grid: BeatGrid) -> Iterator[tuple[int, int, Metre]]:
    """First beat, felt beats and metre of each bar; where a downbeat is late, whole bars go on before it. The last bar
    counts as whole, whether its beats are there or not."""
    downbeats = grid.downbeats.tolist()
    for bar, (first, end) in enumerate(zip(downbeats, [*downbeats[1:], None], strict=True)):
        metre = grid.metre_of(bar)
        last = len(grid.beats) if end is None else end
        for start in range(first, last, metre.beats):
            yield start, metre.beats if end is None else min(metre.beats, end - start), metre


def _microseconds(seconds: float, quarters: float) -> int:
    return min(SLOWEST_US, max(1, round(seconds * 1e6 / quarters)))


def _quarters(metre: Metre) -> float:
    """Quarter notes in a felt beat."""
    return metre.numerator / metre.beats * 4 / metre.denominator
