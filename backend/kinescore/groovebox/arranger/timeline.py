"""Where bars and beats fall in time."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_grid import BeatGrid

_SAME_INSTANT = 1e-6


@dataclass(frozen=True)
class Timeline:
    """The beat grid of the whole piece, and the felt bars that the arrangement is written in.

    beats: [N] s, all grid beats in [0, seconds). downbeats: [M] indices into beats. beats_per_pulse: grid beats per
    felt beat: 1 as the grid says, 2 half-time feel (a felt bar is two grid bars), 0.5 double-time feel.
    bars: number of felt bars from the first downbeat on, the last one possibly cut by the end.
    """

    seconds: float
    tempo_bpm: float
    beats: NDArray[np.float64]
    downbeats: NDArray[np.int64]
    beats_per_bar: int
    beats_per_pulse: float
    bars: int

    @property
    def pulse_seconds(self) -> float:
        """Length of a felt beat."""
        return 60.0 / self.tempo_bpm * self.beats_per_pulse

    @property
    def pickup_beats(self) -> float:
        """Felt beats before the first felt downbeat."""
        return self.at(0, 0) / self.pulse_seconds

    def at(self, bar: int, beat: float) -> float:
        """Return seconds of a position: felt bar (-1 is the pickup) and felt beat in it. Grid beats are exact."""
        index = float(self._origin) + (bar * self.beats_per_bar + beat) * self.beats_per_pulse
        whole = math.floor(index + 1e-9)
        start = self._beat(whole)
        return start + max(0.0, index - whole) * (self._beat(whole + 1) - start)

    def position(self, time_s: float) -> tuple[int, float]:
        """Return the felt bar and felt beat at a time: the inverse of `at`."""
        period = 60.0 / self.tempo_bpm
        if self._beat(0) <= time_s < self.beats[-1]:
            whole = int(np.searchsorted(self.beats, time_s + 1e-9, side="right")) - 1
            index = whole + (time_s - self.beats[whole]) / (self._beat(whole + 1) - self.beats[whole])
        else:
            index = (
                (time_s - self.beats[0]) / period
                if time_s < self.beats[0]
                else (len(self.beats) - 1 + (time_s - self.beats[-1]) / period)
            )
        pulses = (index - self._origin) / self.beats_per_pulse
        bar = math.floor(pulses / self.beats_per_bar + 1e-9)
        return bar, max(0.0, pulses - bar * self.beats_per_bar)

    @property
    def _origin(self) -> int:
        return int(self.downbeats[0]) if len(self.downbeats) else 0

    def _beat(self, index: int) -> float:
        last = len(self.beats) - 1
        if 0 <= index <= last:
            return float(self.beats[index])
        period = 60.0 / self.tempo_bpm
        return float(self.beats[0]) + index * period if index < 0 else float(self.beats[last]) + (index - last) * period


def lay_timeline(grid: BeatGrid, seconds: float, beats_per_pulse: float) -> Timeline:
    """Fit the grid to a piece of `seconds`: cut it, or go on at its tempo before its first and after its last beat."""
    period = 60.0 / grid.tempo_bpm
    beats = np.asarray(grid.beats, np.float64)
    if len(beats) == 0:
        beats = np.zeros(1)
    lead = math.floor((beats[0] + _SAME_INSTANT) / period)
    tail = max(0, math.ceil((seconds - beats[-1]) / period))
    beats = np.concatenate(
        [beats[0] - period * np.arange(lead, 0, -1), beats, beats[-1] + period * np.arange(1, tail + 1)]
    )
    first = (int(grid.downbeats[0]) + lead) % grid.beats_per_bar if len(grid.downbeats) else 0
    beats = np.maximum(beats[beats < max(seconds - _SAME_INSTANT, beats[0] + _SAME_INSTANT)], 0.0)
    pulses = max(1, math.ceil((len(beats) - first) / beats_per_pulse - 1e-9))
    return Timeline(
        seconds=seconds,
        tempo_bpm=grid.tempo_bpm,
        beats=beats,
        downbeats=np.arange(first, len(beats), grid.beats_per_bar, dtype=np.int64),
        beats_per_bar=grid.beats_per_bar,
        beats_per_pulse=beats_per_pulse,
        bars=max(1, math.ceil(pulses / grid.beats_per_bar)),
    )
