"""What keeps a piece past two minutes from going round: new textures, breakdowns, choruses in another key."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.arranger.form import FormSection
from kinescore.groovebox.arranger.timeline import Timeline
from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.theory.pitch import Key

PART_SECONDS = 120.0
"""So long a piece goes on with what it began with; then players take up other rhythms, and the tune another theme."""
BREAKDOWN_BARS = 4
_NO_BREAKDOWN_SECONDS = 90.0
_CALM_HEIGHT, _BREAKDOWN_DROP, _CALMER = 1.2, 1.6, 0.75
_MAJOR_LIFTS, _MINOR_LIFTS = (1, 2, 5), (2, 3, 5)
"""Semitones up that a chorus may go: those that its mode's songs go."""


def part_of(section: FormSection, timeline: Timeline) -> int:
    """Return the number of the part, from 0, in which a section begins."""
    return int(max(0.0, timeline.at(section.first_bar, 0)) // PART_SECONDS)


def parts_in(timeline: Timeline) -> int:
    """Return how many parts a piece has."""
    return int(timeline.seconds // PART_SECONDS) + 1


def with_breakdowns(heights: NDArray[np.float64], timeline: Timeline) -> NDArray[np.float64]:
    """Return the wanted levels [B] of the bars with a breakdown wherever nothing was calm for a minute and a half past
    the first part: the calmest four bars that begin with every fourth, a level or two lower. Movement that rests now
    and then needs none."""
    lowered = heights.copy()
    times = np.array([timeline.at(bar, 0) for bar in range(len(heights))])
    bar = int(np.searchsorted(times, PART_SECONDS - _NO_BREAKDOWN_SECONDS / 2))
    while bar < len(heights):
        end = int(np.searchsorted(times, times[bar] + _NO_BREAKDOWN_SECONDS))
        starts = np.arange(-(-bar // BREAKDOWN_BARS) * BREAKDOWN_BARS, end - BREAKDOWN_BARS + 1, BREAKDOWN_BARS)
        if times[bar] + _NO_BREAKDOWN_SECONDS > timeline.seconds or not len(starts):
            break
        if lowered[bar:end].min() >= _CALM_HEIGHT:
            calmest = int(min(starts, key=lambda start: float(lowered[start : start + BREAKDOWN_BARS].mean())))
            inside = slice(calmest, calmest + BREAKDOWN_BARS)
            lowered[inside] = np.minimum(lowered[inside] - _BREAKDOWN_DROP, _CALMER)
        bar = end
    return lowered


def lifted(
    form: tuple[FormSection, ...], timeline: Timeline, key: Key, rng: np.random.Generator
) -> dict[FormSection, int]:
    """Return by how many semitones the key of a section goes up, where it does: choruses past the first part, each
    going home again at its end."""
    late = [one for one in form if one.kind is SectionKind.CHORUS and part_of(one, timeline) > 0]
    ways = _MINOR_LIFTS if key.is_minor else _MAJOR_LIFTS
    return {section: ways[rng.integers(len(ways))] for section in late}
