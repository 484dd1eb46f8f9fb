"""Which hit points the music serves, and where exactly."""

from __future__ import annotations

import math
from bisect import bisect, insort
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from kinescore.dance.hit_points import HitPoint
from kinescore.groovebox.arranger.timeline import Timeline

SNAP_FRAMES = 0.5
SNAP_SECONDS = 0.015
"""A hit this close to a sixteenth goes to it: neither eye nor ear can tell, and the music stays in time."""


class Weight(Enum):
    """Classes of hit points, by the analysis's weight 0..1."""

    STRONG = "strong"
    MEDIUM = "medium"
    LIGHT = "light"


_AT_LEAST = {Weight.STRONG: 0.66, Weight.MEDIUM: 0.33, Weight.LIGHT: 0.0}
_GAP_SECONDS = {Weight.STRONG: 0.42, Weight.MEDIUM: 0.26, Weight.LIGHT: 0.14}
LAST_GAP_SECONDS = _GAP_SECONDS[Weight.LIGHT]
"""So long before a last chord nothing is marked."""
_GAP_PULSES = {Weight.STRONG: 0.95, Weight.MEDIUM: 0.45, Weight.LIGHT: 0.2}
_PER_BAR = {Weight.STRONG: 2, Weight.MEDIUM: 4, Weight.LIGHT: 7}
"""At most so many accents of this class and heavier ones in one felt bar."""


@dataclass(frozen=True)
class Accent:
    """A hit point that the music marks at `time_s` (the hit's own time, or the sixteenth next to it)."""

    hit: HitPoint
    time_s: float
    weight: Weight


def weight_class(hit: HitPoint) -> Weight:
    """Return the class of a hit point."""
    return next(weight for weight, least in _AT_LEAST.items() if hit.weight >= least)


def place(time_s: float, timeline: Timeline, fps: float) -> float:
    """Return where music for a hit at `time_s` goes: a sixteenth within half a frame, else the time itself."""
    bar, beat = timeline.position(time_s)
    steps = 2 * timeline.metre_of(bar).subdivision
    on_grid = timeline.at(bar, round(beat * steps) / steps)
    return on_grid if abs(on_grid - time_s) <= min(SNAP_FRAMES / fps, SNAP_SECONDS) else time_s


def mark_all(hits: Iterable[HitPoint], timeline: Timeline, fps: float, before_seconds: float) -> tuple[Accent, ...]:
    """Return an accent for every hit before `before_seconds`, in time order: what the artist set is not chosen from.

    One too close to a heavier one steps down a class, but is never left out; of several at one time the heaviest stays.
    """
    chosen = choose_accents(hits, timeline, fps, before_seconds)
    marked = {id(accent.hit) for accent in chosen}
    taken = {accent.time_s for accent in chosen}
    left: list[Accent] = []
    for hit in sorted(hits, key=lambda h: (-h.weight, h.time_s)):
        time_s = place(hit.time_s, timeline, fps)
        if id(hit) not in marked and time_s not in taken and 0.0 <= time_s < before_seconds:
            left.append(Accent(hit, time_s, Weight.LIGHT))
            taken.add(time_s)
    return tuple(sorted((*chosen, *left), key=lambda accent: accent.time_s))


def choose_accents(
    hits: Iterable[HitPoint], timeline: Timeline, fps: float, before_seconds: float
) -> tuple[Accent, ...]:
    """Return the hits to mark before `before_seconds`, in time order; heavy ones choose first.

    A hit too close to one already chosen steps down a class (a smaller mark needs less room), and is left to the
    groove when even a light mark would crowd the bar.
    """
    chosen: list[Accent] = []
    taken: list[float] = []
    per_bar: Counter[int] = Counter()
    for hit in sorted(hits, key=lambda h: (-h.weight, h.time_s)):
        time_s = place(hit.time_s, timeline, fps)
        if not 0.0 <= time_s < before_seconds - LAST_GAP_SECONDS:
            continue
        bar, _ = timeline.position(time_s)
        nearest = _nearest(taken, time_s)
        for weight in list(Weight)[list(Weight).index(weight_class(hit)) :]:
            room = max(_GAP_SECONDS[weight], _GAP_PULSES[weight] * timeline.pulse_at(time_s))
            if nearest >= room and per_bar[bar] < _PER_BAR[weight]:
                chosen.append(Accent(hit, time_s, weight))
                insort(taken, time_s)
                per_bar[bar] += 1
                break
    return tuple(sorted(chosen, key=lambda accent: accent.time_s))


def _nearest(taken: list[float], time_s: float) -> float:
    """Return the distance to the nearest of the sorted times."""
    index = bisect(taken, time_s)
    return min((abs(time_s - other) for other in taken[max(0, index - 1) : index + 1]), default=math.inf)
