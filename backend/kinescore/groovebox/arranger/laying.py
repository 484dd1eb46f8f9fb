"""A beat grid -> the timeline of a piece of any length."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_grid import BeatGrid
from kinescore.dance.metre import Metre
from kinescore.groovebox.arranger.timeline import FeltBar, Timeline, beats_outside

_SAME_INSTANT = 1e-6


def lay_timeline(grid: BeatGrid, seconds: float, beats_per_pulse: float, starts: Sequence[float] = ()) -> Timeline:
    """Fit the grid to a piece of `seconds`: cut it, or go on at its tempo before its first and after its last beat.

    starts: downbeats in seconds with which a felt bar must begin.
    """
    own = np.asarray(grid.beats, np.float64) if len(grid.beats) else np.zeros(1)
    before, after = beats_outside(own, 60.0 / grid.tempo_bpm)
    lead = math.floor((own[0] + _SAME_INSTANT) / before)
    tail = max(0, math.ceil((seconds - own[-1]) / after))
    beats = np.concatenate([own[0] - before * np.arange(lead, 0, -1), own, own[-1] + after * np.arange(1, tail + 1)])
    beats = np.maximum(beats[beats < max(seconds - _SAME_INSTANT, beats[0] + _SAME_INSTANT)], 0.0)
    downbeats, metres = _bars(grid, lead, len(beats))
    felt = _felt_bars(beats, downbeats, metres, beats_per_pulse, starts)
    return Timeline(seconds, grid.tempo_bpm, beats, downbeats, metres, beats_per_pulse, felt)


def _bars(grid: BeatGrid, lead: int, count: int) -> tuple[NDArray[np.int64], tuple[Metre, ...]]:
    """The grid's downbeats among `count` beats of which `lead` come before its own, counted on to both sides, and the
    metre of each bar."""
    ones = [int(one) + lead for one in grid.downbeats] or [lead]
    metres = [grid.metre_of(bar) for bar in range(len(grid.downbeats))] or [grid.metre]
    earlier = list(range(ones[0] % metres[0].beats, ones[0], metres[0].beats))
    later = list(range(ones[-1] + metres[-1].beats, count, metres[-1].beats))
    metres = [metres[0]] * len(earlier) + metres + [metres[-1]] * len(later)
    bars = [(one, metre) for one, metre in zip([*earlier, *ones, *later], metres, strict=True) if one < count]
    return np.array([one for one, _ in bars], np.int64), tuple(metre for _, metre in bars)


def _felt_bars(
    beats: NDArray[np.float64],
    downbeats: NDArray[np.int64],
    metres: tuple[Metre, ...],
    beats_per_pulse: float,
    starts: Sequence[float],
) -> tuple[FeltBar, ...]:
    """The felt bars: counted anew after each bar that is cut short, where the metre changes, and from each of `starts`
    in seconds."""
    if len(downbeats) == 0:
        return (FeltBar(0.0, 4.0, Metre.FOUR_FOUR),)
    whole = np.array([metre.beats for metre in metres])
    changes = np.array([one is not other for one, other in pairwise(metres)], bool)
    is_start = np.isclose(beats[downbeats][:, None], np.asarray(starts)[None], atol=1e-6).any(axis=1)
    anew = np.append(True, (np.diff(downbeats) != whole[:-1]) | changes) | is_start
    edges = [*downbeats[anew].tolist(), max(len(beats), int(downbeats[-1]) + 1)]
    of_edge = [metre for metre, is_new in zip(metres, anew, strict=True) if is_new]
    bars: list[FeltBar] = []
    for (first, end), metre in zip(pairwise(edges), of_edge, strict=True):
        length = metre.beats * beats_per_pulse
        for begin in np.arange(first, end - 1e-9, length):
            cut = min(length, end - begin) if end < edges[-1] else length
            bars.append(FeltBar(float(begin), cut / beats_per_pulse, metre))
    return tuple(bars)
