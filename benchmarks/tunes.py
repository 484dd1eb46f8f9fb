"""Figures of a tune, the same for music of ours and for folk songs: how it moves, and how often its rhythms recur."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

STEP_SEMITONES, LEAP_SEMITONES = (1, 2), 4
FAR_BARS = 1.0
"""Notes further apart are no interval: a rest of a bar or more lies between."""


@dataclass(frozen=True)
class TuneNote:
    """bar: its number. place: where in the bar, 0..1. pitch: MIDI."""

    bar: int
    place: float
    pitch: int


@dataclass(frozen=True)
class TuneFigures:
    """steps, leaps, repeats: shares 0..1 of intervals of one or two semitones, of more than four, and of none. recur:
    share of the bars with notes whose rhythm an earlier bar had. intervals, bars: how many were counted."""

    steps: float
    leaps: float
    repeats: float
    recur: float
    intervals: int
    bars: int


def tune_figures(notes: Iterable[TuneNote], slots: int = 16) -> TuneFigures | None:
    """Measure a tune of one voice in time order; rhythms count as equal when they are on `slots` places in a bar. None
    for fewer than two bars."""
    tune = list(notes)
    sizes = np.array(
        [
            abs(after.pitch - before.pitch)
            for before, after in pairwise(tune)
            if after.bar + after.place - before.bar - before.place < FAR_BARS
        ]
    )
    rhythms: dict[int, set[int]] = {}
    for note in tune:
        bar, slot = divmod(note.bar * slots + round(note.place * slots), slots)
        rhythms.setdefault(bar, set()).add(slot)
    if len(rhythms) < 2 or not len(sizes):
        return None
    different = len({frozenset(rhythm) for rhythm in rhythms.values()})
    return TuneFigures(
        float(np.isin(sizes, STEP_SEMITONES).mean()),
        float((sizes > LEAP_SEMITONES).mean()),
        float((sizes == 0).mean()),
        1 - different / len(rhythms),
        len(sizes),
        len(rhythms),
    )


def together(figures: Sequence[TuneFigures]) -> TuneFigures:
    """Return the figures of many tunes: shares of all their intervals and of all their bars."""
    intervals, bars = (np.array([getattr(each, name) for each in figures]) for name in ("intervals", "bars"))

    def mean(name: str) -> float:
        of = bars if name == "recur" else intervals
        return float(np.average([getattr(each, name) for each in figures], weights=of))

    means = [mean(name) for name in ("steps", "leaps", "repeats", "recur")]
    return TuneFigures(*means, int(intervals.sum()), int(bars.sum()))
