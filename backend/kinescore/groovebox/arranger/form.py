"""The form of a piece: sections and their intensity, read off the motion's energy."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.analysis import DanceAnalysis
from kinescore.groovebox.arranger.timeline import Timeline
from kinescore.groovebox.patterns.sections import TOP_LEVEL, SectionKind

_LONGEST_SECTION = 16
_FLAT_RANGE = 0.12
"""Energy range (0..1) below which a dance has no shape of its own and the form supplies one."""

_STILL, _LIFT = 0.2, 0.5
"""Energy of someone hardly moving, and how far a dance that never rests is lifted off the lowest level."""

_RANGE_PERCENTILES = (8, 92)
_SHORTEST_WITH_INTRO = 6
_LONG_PIECE_BARS = 48

_SECTION_COST = 0.9
_ODD_LENGTH_COST = {1: 2.5, 2: 0.6, 3: 1.5, 4: 0.0, 6: 0.5, 8: 0.0, 12: 0.3, 16: 0.2}
_OTHER_LENGTH_COST = 1.2


@dataclass(frozen=True)
class FormSection:
    """One section in felt bars: `first_bar` (-1 would be the pickup) to `first_bar + bars`; level 0..3."""

    kind: SectionKind
    first_bar: int
    bars: int
    level: int

    @property
    def end_bar(self) -> int:
        """First bar after the section."""
        return self.first_bar + self.bars


def bar_energies(analysis: DanceAnalysis, timeline: Timeline) -> NDArray[np.float64]:
    """Return mean motion energy per felt bar, [B] 0..1; bars after the motion's end get its mean."""
    energy = np.asarray(analysis.energy, np.float64)
    edges = [timeline.at(bar, 0) for bar in range(timeline.bars + 1)]
    frames = np.clip(np.round(np.array(edges) * analysis.fps).astype(int), 0, len(energy))
    total = np.concatenate([[0.0], np.cumsum(energy)])
    counts = np.diff(frames)
    means = np.diff(total[frames]) / np.maximum(counts, 1)
    return np.where(counts > 0, means, energy.mean() if len(energy) else 0.5)


def plan_form(energies: NDArray[np.float64], ending_bar: int, shift: float) -> tuple[FormSection, ...]:
    """Return the sections of a piece.

    energies: [B] motion energy per bar. ending_bar: where the ending starts. shift: levels added to all ("calm" or
    "busy" in the prompt). Sections change where the energy does, preferably every 4, 8 or 16 bars.
    """
    heights = _heights(energies) + shift
    spans, start = [], 0
    for bars in _segment(heights[:ending_bar]):
        spans.append(_Span(start, bars, float(heights[start : start + bars].mean())))
        start += bars
    spans = _with_intro(spans)
    form = [FormSection(kind, s.start, s.bars, s.level) for kind, s in zip(_name_spans(spans), spans, strict=True)]
    closing = _Span(ending_bar, len(energies) - ending_bar, float(heights[ending_bar:].mean())).level
    if form:
        closing = max(closing, form[-1].level - 1)
    return (*form, FormSection(SectionKind.ENDING, ending_bar, len(energies) - ending_bar, closing))


@dataclass(frozen=True)
class _Span:
    """A section before it has a name; height is its wanted level as a fraction."""

    start: int
    bars: int
    height: float

    @property
    def level(self) -> int:
        return max(0, min(TOP_LEVEL, round(self.height)))


def _heights(energies: NDArray[np.float64]) -> NDArray[np.float64]:
    """Levels 0..3 as fractions: the dance's own range where it has one, an arch where it is flat."""
    low, high = np.percentile(energies, _RANGE_PERCENTILES)
    shape = np.clip((high - low) / _FLAT_RANGE - 0.5, 0.0, 1.0)
    low -= max(0.0, low - _STILL) * _LIFT
    own = np.clip(3.2 * (energies - low) / max(high - low, 1e-9) - 0.1, -0.2, 3.2)
    place = (np.arange(len(energies)) + 0.5) / len(energies)
    arch = 1.6 + 1.2 * np.sin(np.pi * np.clip(place * 1.1, 0, 1)) ** 2 - 1.2 * np.exp(-(((place - 0.55) / 0.07) ** 2))
    return shape * own + (1 - shape) * arch


def _segment(heights: NDArray[np.float64]) -> list[int]:
    """Return section lengths in bars that follow `heights` most cheaply (dynamic programming over change points)."""
    count = len(heights)
    longest = _LONGEST_SECTION if count > _LONG_PIECE_BARS else _LONGEST_SECTION // 2
    sums, squares = (np.concatenate([[0.0], np.cumsum(x)]) for x in (heights, heights**2))
    best, previous = [0.0] + [math.inf] * count, [0] * (count + 1)
    for end in range(1, count + 1):
        for length in range(1, min(longest, end) + 1):
            start = end - length
            spread = squares[end] - squares[start] - (sums[end] - sums[start]) ** 2 / length
            cost = best[start] + spread + _SECTION_COST + _ODD_LENGTH_COST.get(length, _OTHER_LENGTH_COST)
            if cost < best[end]:
                best[end], previous[end] = cost, start
    lengths, end = [], count
    while end:
        lengths.append(end - previous[end])
        end = previous[end]
    return lengths[::-1]


def _with_intro(spans: list[_Span]) -> list[_Span]:
    """Open a longer piece with an intro a level below what follows, unless it starts quietly anyway."""
    bars = sum(span.bars for span in spans)
    if bars < _SHORTEST_WITH_INTRO or spans[0].level == 0:
        return spans
    first = spans[0]
    intro = 4 if bars >= 24 and first.bars >= 8 else 2
    if first.bars <= intro:
        return [_Span(0, first.bars, min(first.height, 2.0)), *spans[1:]]
    quieter = _Span(0, intro, min(first.height, float(TOP_LEVEL)) - 1.0)
    return [quieter, _Span(intro, first.bars - intro, first.height), *spans[1:]]


def _name_spans(spans: list[_Span]) -> list[SectionKind]:
    """Name sections by how they stand out: the louder half of those at the top level are choruses."""
    has_intro = sum(span.bars for span in spans) >= _SHORTEST_WITH_INTRO and len(spans) > 1
    body = spans[1:] if has_intro else spans
    peak = max((span.level for span in body), default=0)
    middle = float(np.median([span.height for span in body if span.level == peak])) if body else 0.0
    choruses = [peak >= 2 and span.level == peak and span.height >= middle for span in spans]
    kinds = [SectionKind.INTRO] if has_intro else []
    for index in range(len(kinds), len(spans)):
        span, before = spans[index], spans[index - 1].level if index else 0
        leads_up = index + 1 < len(spans) and choruses[index + 1] and spans[index + 1].level > span.level
        if choruses[index]:
            kinds.append(SectionKind.CHORUS)
        elif span.level < before and span.level <= 1:
            kinds.append(SectionKind.BREAK)
        elif leads_up and span.bars <= 8 and span.level >= before:
            kinds.append(SectionKind.BUILD)
        else:
            kinds.append(SectionKind.VERSE)
    return kinds
