"""The form of a piece: sections and their intensity, read off the motion's energy."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.analysis import DanceAnalysis
from kinescore.groovebox.arranger.timeline import Timeline
from kinescore.groovebox.patterns.sections import TOP_LEVEL, SectionKind
from kinescore.groovebox.prompt.prompt_intent import Shape

_LONGEST_SECTION = 16
_FLAT_RANGE = 0.12
"""Energy range (0..1) below which a dance has no shape of its own and the form supplies one."""

_STILL, _LIFT = 0.2, 0.5
"""Energy of someone hardly moving, and how far a dance that never rests is lifted off the lowest level."""

_RANGE_PERCENTILES = (8, 92)
_SHAPE_WEIGHT = 0.75
_SHAPES: Mapping[Shape, tuple[tuple[float, float], ...]] = {
    Shape.BUILD: ((0.0, -0.4), (0.5, 1.2), (1.0, 3.4)),
    Shape.WIND_DOWN: ((0.0, 3.2), (0.5, 1.8), (1.0, -0.4)),
    Shape.DROP: ((0.0, -0.4), (0.35, 0.6), (0.6, 1.6), (0.61, 3.4), (1.0, 3.4)),
    Shape.ARCH: ((0.0, 0.0), (0.55, 3.4), (1.0, 0.4)),
    Shape.STEADY: ((0.0, 2.0), (1.0, 2.0)),
}
"""(share of the piece, level) between which the level goes straight."""

_SHORTEST_WITH_INTRO = 6
_LONG_PIECE_BARS = 48

_SECTION_COST = 0.9
_ODD_LENGTH_COST = {1: 2.5, 2: 0.6, 3: 1.5, 4: 0.0, 6: 0.5, 8: 0.0, 12: 0.3, 16: 0.2}
_OTHER_LENGTH_COST = 1.2


@dataclass(frozen=True)
class FormSection:
    """One section in felt bars: `first_bar` (-1 would be the pickup) to `first_bar + bars`; level 0..3. name: the
    artist's, where it is theirs."""

    kind: SectionKind
    first_bar: int
    bars: int
    level: int
    name: str = ""

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


def plan_form(
    heights: NDArray[np.float64], ending_bar: int, shift: float, *, intro: bool = True, shape: Shape | None = None
) -> tuple[FormSection, ...]:
    """Return the sections of a piece.

    heights: [B] wanted level of each bar, see `bar_heights` and `heights_as_drawn`. ending_bar: where the ending
    starts; B where there is none. shift: levels added to all ("calm" or "busy" in the prompt). intro: whether a longer
    piece may open with one. shape: what the prompt says of the whole; the movement moves it within. Sections change
    where the heights do, preferably every 4, 8 or 16 bars.
    """
    heights = _shaped(heights, shape) + shift
    spans, start = [], 0
    for bars in _segment(heights[:ending_bar]):
        spans.append(Span(start, bars, float(heights[start : start + bars].mean())))
        start += bars
    spans = _with_intro(spans) if intro else spans
    kinds = name_spans(spans, intro=intro)
    form = [FormSection(kind, s.start, s.bars, s.level) for kind, s in zip(kinds, spans, strict=True)]
    return with_ending(form, heights, ending_bar)


def with_ending(form: Sequence[FormSection], heights: NDArray[np.float64], ending_bar: int) -> tuple[FormSection, ...]:
    """Return `form` with the ending after it, a level lower at most; as it is where no bar is left for one."""
    if ending_bar == len(heights) and form:
        return tuple(form)
    closing = Span(ending_bar, len(heights) - ending_bar, float(heights[ending_bar:].mean())).level
    if form:
        closing = max(closing, form[-1].level - 1)
    return (*form, FormSection(SectionKind.ENDING, ending_bar, len(heights) - ending_bar, closing))


@dataclass(frozen=True)
class Span:
    """A section before it has a name; height is its wanted level as a fraction."""

    start: int
    bars: int
    height: float

    @property
    def level(self) -> int:
        return max(0, min(TOP_LEVEL, round(self.height)))


def heights_as_drawn(intensities: NDArray[np.float64]) -> NDArray[np.float64]:
    """Levels as fractions of a curve that the artist drew, [B] 0..1: no range is sought and no arch made."""
    return intensities * (TOP_LEVEL + 0.49)


def bar_heights(energies: NDArray[np.float64]) -> NDArray[np.float64]:
    """Levels 0..3 as fractions: the dance's own range where it has one, an arch where it is flat."""
    low, high = np.percentile(energies, _RANGE_PERCENTILES)
    shape = np.clip((high - low) / _FLAT_RANGE - 0.5, 0.0, 1.0)
    low -= max(0.0, low - _STILL) * _LIFT
    own = np.clip(3.2 * (energies - low) / max(high - low, 1e-9) - 0.1, -0.2, 3.2)
    place = (np.arange(len(energies)) + 0.5) / len(energies)
    arch = 1.6 + 1.2 * np.sin(np.pi * np.clip(place * 1.1, 0, 1)) ** 2 - 1.2 * np.exp(-(((place - 0.55) / 0.07) ** 2))
    return shape * own + (1 - shape) * arch


def _shaped(heights: NDArray[np.float64], shape: Shape | None) -> NDArray[np.float64]:
    if shape is None:
        return heights
    places = (np.arange(len(heights)) + 0.5) / len(heights)
    shares, levels = np.array(_SHAPES[shape]).T
    wanted = np.interp(places, shares, levels)
    return (1 - _SHAPE_WEIGHT) * heights + _SHAPE_WEIGHT * wanted


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


def _with_intro(spans: list[Span]) -> list[Span]:
    """Open a longer piece with an intro a level below what follows, unless it starts quietly anyway."""
    bars = sum(span.bars for span in spans)
    if bars < _SHORTEST_WITH_INTRO or spans[0].level == 0:
        return spans
    first = spans[0]
    intro = 4 if bars >= 24 and first.bars >= 8 else 2
    if first.bars <= intro:
        return [Span(0, first.bars, min(first.height, 2.0)), *spans[1:]]
    quieter = Span(0, intro, min(first.height, float(TOP_LEVEL)) - 1.0)
    return [quieter, Span(intro, first.bars - intro, first.height), *spans[1:]]


def name_spans(spans: list[Span], *, intro: bool = True) -> list[SectionKind]:
    """Name sections by how they stand out: the louder half of those at the top level are choruses."""
    has_intro = intro and sum(span.bars for span in spans) >= _SHORTEST_WITH_INTRO and len(spans) > 1
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
