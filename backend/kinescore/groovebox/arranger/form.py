"""The form of a piece: sections and their intensity, read off the motion's energy."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.analysis import DanceAnalysis
from kinescore.groovebox.arranger.timeline import Timeline
from kinescore.groovebox.styles.style import SectionKind

TOP_LEVEL = 3
_LONGEST_SECTION = 16
_FLAT_RANGE = 0.12
"""Energy range (0..1) below which a dance has no shape of its own and the form supplies one."""

_STILL = 0.2
"""Energy of someone hardly moving: a dance whose quietest bar is above it never falls quite silent."""

_SECTION_COST = 0.9
_ODD_LENGTH_COST = {1: 2.5, 2: 0.6, 3: 1.5, 4: 0.0, 6: 0.5, 8: 0.0, 12: 0.3, 16: 0.2}
_OTHER_LENGTH_COST = 1.2


@dataclass(frozen=True)
class Block:
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


def plan_form(energies: NDArray[np.float64], ending_bar: int, shift: float) -> tuple[Block, ...]:
    """Return the sections of a piece.

    energies: [B] motion energy per bar. ending_bar: where the ending starts. shift: levels added to all (a "calm" or
    "busy" brief). Sections change where the energy does, preferably every 4, 8 or 16 bars.
    """
    wanted = _wanted_levels(energies) + shift
    body = wanted[:ending_bar]
    lengths = _segment(body) if len(body) else []
    spans, start = [], 0
    for length in lengths:
        level = int(np.clip(round(float(body[start : start + length].mean())), 0, TOP_LEVEL))
        spans.append((start, length, level))
        start += length
    spans = _with_intro(spans)
    kinds = _name_spans(spans)
    blocks = [Block(kind, *span) for kind, span in zip(kinds, spans, strict=True)]
    closing_level = int(np.clip(round(float(wanted[ending_bar:].mean())), 0, TOP_LEVEL))
    if blocks:
        closing_level = max(closing_level, blocks[-1].level - 1)
    return (*blocks, Block(SectionKind.ENDING, ending_bar, len(energies) - ending_bar, closing_level))


def _wanted_levels(energies: NDArray[np.float64]) -> NDArray[np.float64]:
    """Levels 0..3 as fractions: the dance's own range where it has one, an arch where it is flat."""
    low, high = float(energies.min()), float(energies.max())
    shape = np.clip((high - low) / _FLAT_RANGE - 0.5, 0.0, 1.0)
    low -= max(0.0, low - _STILL) * 0.7
    own = 3.2 * (energies - low) / max(high - low, 1e-9) - 0.1
    place = (np.arange(len(energies)) + 0.5) / len(energies)
    arch = 1.6 + 1.2 * np.sin(np.pi * np.clip(place * 1.1, 0, 1)) ** 2 - 1.2 * np.exp(-(((place - 0.55) / 0.07) ** 2))
    return shape * own + (1 - shape) * arch


def _segment(levels: NDArray[np.float64]) -> list[int]:
    """Return section lengths in bars that follow `levels` most cheaply (dynamic programming over change points)."""
    count = len(levels)
    sums, squares = (np.concatenate([[0.0], np.cumsum(x)]) for x in (levels, levels**2))
    best, previous = [0.0] + [math.inf] * count, [0] * (count + 1)
    for end in range(1, count + 1):
        for length in range(1, min(_LONGEST_SECTION, end) + 1):
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


def _with_intro(spans: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Open a longer piece with an intro a level below what follows, unless it starts quietly anyway."""
    bars = sum(length for _, length, _ in spans)
    if bars < 6 or spans[0][2] == 0:
        return spans
    start, length, level = spans[0]
    intro = 4 if bars >= 24 and length >= 8 else 2
    if length <= intro:
        return [(start, length, min(level, 2)), *spans[1:]]
    return [(start, intro, level - 1), (start + intro, length - intro, level), *spans[1:]]


def _name_spans(spans: list[tuple[int, int, int]]) -> list[SectionKind]:
    kinds = []
    peak = max((level for _, _, level in spans), default=0)
    bars = sum(length for _, length, _ in spans)
    for index, (_, length, level) in enumerate(spans):
        before = spans[index - 1][2] if index else 0
        after = spans[index + 1][2] if index + 1 < len(spans) else 0
        if index == 0 and len(spans) > 1 and bars >= 6:
            kinds.append(SectionKind.INTRO)
        elif level == peak and level >= 2:
            kinds.append(SectionKind.CHORUS)
        elif after == peak and after >= 2 and length <= 8 and level >= before:
            kinds.append(SectionKind.BUILD)
        elif level < before and level <= 1:
            kinds.append(SectionKind.BREAK)
        else:
            kinds.append(SectionKind.VERSE)
    return kinds
