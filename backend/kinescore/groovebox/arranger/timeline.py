"""Where bars and beats fall in time."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.metre import Metre

_SAME_INSTANT = 1e-6


@dataclass(frozen=True)
class FeltBar:
    """first: where it begins, in grid beats from the first. beats: felt beats, fewer than the metre's where the next
    bar cuts it short."""

    first: float
    beats: float
    metre: Metre


@dataclass(frozen=True)
class Timeline:
    """The beat grid of the whole piece, and the felt bars that the arrangement is written in.

    beats: [N] s, all grid beats in [0, seconds). downbeats: [M] indices into beats. metres: [M], of each bar.
    beats_per_pulse: grid beats per felt beat: 1 as the grid says, 2 half-time feel (a felt bar is two grid bars), 0.5
    double-time feel. felt: the felt bars, at least one; the end may cut the last one short.
    """

    seconds: float
    tempo_bpm: float
    beats: NDArray[np.float64]
    downbeats: NDArray[np.int64]
    metres: tuple[Metre, ...]
    beats_per_pulse: float
    felt: tuple[FeltBar, ...]

    @property
    def bars(self) -> int:
        """Number of felt bars from the first downbeat on."""
        return len(self.felt)

    def metre_of(self, bar: int) -> Metre:
        """Return the metre of a felt bar; before the first and after the last theirs go on."""
        return self._nearest(bar).metre

    def beats_in(self, bar: int) -> float:
        """Return how many felt beats a bar has: fewer than others where the next one cuts it short."""
        return self.felt[bar].beats if 0 <= bar < len(self.felt) else float(self.metre_of(bar).beats)

    def pulse_at(self, time_s: float) -> float:
        """Return the length of the felt beat at `time_s`, s."""
        index = math.floor(self._index(time_s) + 1e-9)
        return (self._beat(index + 1) - self._beat(index)) * self.beats_per_pulse

    @property
    def pickup_beats(self) -> float:
        """Felt beats before the first felt downbeat."""
        return self.felt[0].first / self.beats_per_pulse + max(0.0, self._beat(0)) / self._pulse_before

    def at(self, bar: int, beat: float) -> float:
        """Return seconds of a position: felt bar (-1 is the pickup) and felt beat in it. Grid beats are exact."""
        index = self._start(bar) + beat * self.beats_per_pulse
        whole = math.floor(index + 1e-9)
        start = self._beat(whole)
        return start + max(0.0, index - whole) * (self._beat(whole + 1) - start)

    def position(self, time_s: float) -> tuple[int, float]:
        """Return the felt bar and felt beat at a time: the inverse of `at`."""
        index = self._index(time_s)
        bar = int(np.searchsorted(self._starts, index + 1e-9, side="right")) - 1
        if bar < 0 or bar == self.bars - 1:
            edge = max(bar, 0)
            whole = self.felt[edge].metre.beats * self.beats_per_pulse
            bar = edge + math.floor((index - self.felt[edge].first) / whole + 1e-9)
        return bar, max(0.0, (index - self._start(bar)) / self.beats_per_pulse)

    def _nearest(self, bar: int) -> FeltBar:
        return self.felt[min(max(bar, 0), len(self.felt) - 1)]

    def _start(self, bar: int) -> float:
        """In grid beats from the first; bars before and after those of the piece are whole ones."""
        if 0 <= bar < len(self.felt):
            return self.felt[bar].first
        nearest = self._nearest(bar)
        outside = bar if bar < 0 else bar - len(self.felt) + 1
        return nearest.first + outside * nearest.metre.beats * self.beats_per_pulse

    def _index(self, time_s: float) -> float:
        """The grid beat at a time, as a fraction."""
        last = len(self.beats) - 1
        if time_s < self.beats[0]:
            return float((time_s - self.beats[0]) / self._outside[0])
        if time_s >= self.beats[last]:
            return float(last + (time_s - self.beats[last]) / self._outside[1])
        whole = int(np.searchsorted(self.beats, time_s + 1e-9, side="right")) - 1
        return float(whole + (time_s - self.beats[whole]) / (self._beat(whole + 1) - self.beats[whole]))

    def _beat(self, index: int) -> float:
        times = self._times
        if 0 <= index < len(times):
            return times[index]
        if index < 0:
            return times[0] + index * self._outside[0]
        return times[-1] + (index - len(times) + 1) * self._outside[1]

    @cached_property
    def _times(self) -> tuple[float, ...]:
        return tuple(map(float, self.beats))

    @property
    def _pulse_before(self) -> float:
        return self._outside[0] * self.beats_per_pulse

    @cached_property
    def _outside(self) -> tuple[float, float]:
        return beats_outside(self.beats, 60.0 / self.tempo_bpm)

    @cached_property
    def _starts(self) -> NDArray[np.float64]:
        return np.array([bar.first for bar in self.felt], np.float64)


def beats_outside(beats: NDArray[np.float64], period: float) -> tuple[float, float]:
    """Return the length of beats before the first and after the last, s: as they are there, `period` where that is the
    same or where there are too few to tell."""
    if len(beats) < 3:
        return period, period
    return _or(period, float(beats[1] - beats[0])), _or(period, float(beats[-1] - beats[-2]))


def _or(period: float, step: float) -> float:
    return period if abs(step - period) < _SAME_INSTANT else step
