"""Several tempi and metres over one timeline, as film composers and sequencers write them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from kinescore.dance.beat_grid import TEMPO_RANGE_BPM, BeatGrid, require_tempo
from kinescore.dance.metre import Metre
from kinescore.errors import RequestError, require_within
from kinescore.motion.keypoints import MAX_SECONDS

MAX_CHANGES = 1000
SAME_BEAT_SECONDS = 1e-4
"""Beats of a map this close to those of a grid are the same."""


@dataclass(frozen=True)
class TempoChange:
    """From start_seconds on, where a bar begins, the music is at tempo_bpm in `metre`, until the next change.

    ramp: the tempo moves evenly in time to the next change's instead, as that of a band or a walk drifts.
    Raises RequestError for a tempo or a time that is out of range.
    """

    start_seconds: float
    tempo_bpm: float
    metre: Metre = Metre.FOUR_FOUR
    ramp: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "start_seconds", float(self.start_seconds))
        object.__setattr__(self, "tempo_bpm", float(self.tempo_bpm))
        require_tempo(self.tempo_bpm)
        require_within("start of a tempo", self.start_seconds, 0.0, MAX_SECONDS, "s")


TempoMap = tuple[TempoChange, ...]


def require_tempo_map(changes: TempoMap) -> None:
    """Raise RequestError unless `changes` are few enough, in time order, and each lasts for a beat at least."""
    if len(changes) > MAX_CHANGES:
        raise RequestError(f"The tempo map has {len(changes)} changes; at most {MAX_CHANGES} are accepted.")
    for before, after in pairwise(changes):
        if after.start_seconds - before.start_seconds < 60.0 / before.tempo_bpm:
            raise RequestError(
                f"The tempo map changes at {before.start_seconds:g} s and again at {after.start_seconds:g} s; "
                "changes must be in time order, each at least a beat after the one before."
            )


def tempo_map_of(grid: BeatGrid) -> TempoMap:
    """Return the shortest tempo map without ramps that has the bars of `grid`: one change where tempo and metre never
    change, else one for each bar whose beats do not simply go on from the bar before."""
    changes: list[TempoChange] = []
    ends = [*grid.downbeats[1:], len(grid.beats) - 1]
    for bar, (first, last) in enumerate(zip(grid.downbeats, ends, strict=True)):
        start, metre = float(grid.beats[first]), grid.metre_of(bar)
        if changes and changes[-1].metre is metre and _goes_on(grid, changes[-1], int(first), int(last)):
            continue
        steady = TempoChange(start, grid.tempo_bpm, metre)
        if not _goes_on(grid, steady, int(first), int(last)):
            mean = 60.0 * (last - first) / (float(grid.beats[last]) - start)
            steady = TempoChange(start, float(np.clip(mean, *TEMPO_RANGE_BPM)), metre)
        changes.append(steady)
    return tuple(changes)


def _goes_on(grid: BeatGrid, change: TempoChange, first: int, last: int) -> bool:
    """Whether the bar from beat `first` to beat `last` is as `change` has it, and begins where one of its bars does."""
    beats = (grid.beats[first : last + 1] - change.start_seconds) * change.tempo_bpm / 60.0
    whole = np.round(beats)
    apart = np.abs(beats - whole).max() * 60.0 / change.tempo_bpm
    counted = bool((np.diff(whole) == 1).all()) and whole[0] % change.metre.beats == 0
    return counted and bool(apart <= SAME_BEAT_SECONDS)
