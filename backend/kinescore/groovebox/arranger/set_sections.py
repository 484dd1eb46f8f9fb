"""Sections that the artist set: where they begin is given; what they are follows from their names and the energy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kinescore.form.form import SectionStart
from kinescore.groovebox.arranger.form import FormSection, Span, name_spans, with_ending
from kinescore.groovebox.arranger.timeline import Timeline
from kinescore.groovebox.patterns.sections import TOP_LEVEL, SectionKind

KINDS: dict[str, SectionKind] = {
    **dict.fromkeys(("intro", "opening", "titles"), SectionKind.INTRO),
    **dict.fromkeys(("verse", "groove", "walk", "dialogue"), SectionKind.VERSE),
    **dict.fromkeys(("build", "buildup", "rise", "riser", "prechorus", "tension"), SectionKind.BUILD),
    **dict.fromkeys(("chorus", "drop", "hook", "refrain", "climax", "action", "fight", "chase"), SectionKind.CHORUS),
    **dict.fromkeys(("break", "breakdown", "bridge", "interlude"), SectionKind.BREAK),
}
"""Words in a section's name -> what it does."""
LEVELS: dict[str, tuple[float, float]] = {
    **dict.fromkeys(("silent", "silence", "still", "rest"), (0.0, 0.0)),
    **dict.fromkeys(("calm", "quiet", "soft", "low", "sparse", "gentle", "slow", "sad"), (0.0, 1.0)),
    **dict.fromkeys(("medium", "mid", "steady"), (1.0, 2.0)),
    **dict.fromkeys(("loud", "busy", "full", "high", "big", "energetic", "epic", "fast"), (2.6, 3.0)),
}
"""Words in a section's name -> lowest and highest level."""
_LEVELS_OF_KINDS = {
    SectionKind.INTRO: (0.0, 1.0),
    SectionKind.BUILD: (1.0, 2.0),
    SectionKind.CHORUS: (2.0, 3.0),
    SectionKind.BREAK: (0.0, 1.0),
}


def plan_set_sections(
    heights: NDArray[np.float64], ending_bar: int, shift: float, starts: Sequence[tuple[int, str]]
) -> tuple[FormSection, ...]:
    """Return the sections that begin at `starts`, (felt bar, name) in order, and the ending, if one begins at
    `ending_bar`.

    A name such as "chorus" or "calm" decides kind or level; where it says neither, the energy does, as in `plan_form`.
    heights: [B] wanted level of each bar. shift: levels added where no name says the level.
    """
    heights = heights + shift
    inside = [(bar, name) for bar, name in starts if bar < ending_bar] or [(0, "")]
    if inside[0][0] > 0:
        inside.insert(0, (0, ""))
    edges = [*(bar for bar, _ in inside), ending_bar]
    spans = []
    for (_, name), (first, end) in zip(inside, pairwise(edges), strict=True):
        low, high = _levels(name)
        height = float(heights[first:end].mean()) if end > first else float(heights.mean())
        spans.append(Span(first, end - first, min(max(height, low), high)))
    kinds = name_spans(spans, intro=False)
    form = [
        FormSection(_kind(name) or kind, span.start, span.bars, span.level, name)
        for (_, name), kind, span in zip(inside, kinds, spans, strict=True)
        if span.bars > 0
    ]
    return with_ending(form, heights, ending_bar)


def starts_in_bars(sections: Sequence[SectionStart], timeline: Timeline) -> list[tuple[int, str]]:
    """Return the felt bar with which each of `sections` begins, and its name; of several in a bar the last one."""
    bars = {max(0, timeline.position(section.start_seconds)[0]): section.name for section in sections}
    return sorted(bars.items())


def cut_at(form: Sequence[FormSection], first_bar: int) -> tuple[FormSection, ...]:
    """Return `form` from `first_bar` on."""
    left = [replace(one, first_bar=max(one.first_bar, first_bar), bars=one.end_bar - max(one.first_bar, first_bar))
            for one in form if one.end_bar > first_bar]  # fmt: skip
    return tuple(left)


def _words(name: str) -> list[str]:
    return re.findall(r"[a-z]+", name.lower().replace("pre-chorus", "prechorus").replace("build-up", "buildup"))


def _kind(name: str) -> SectionKind | None:
    return next((KINDS[word] for word in _words(name) if word in KINDS), None)


def _levels(name: str) -> tuple[float, float]:
    for word in _words(name):
        if word in LEVELS:
            return LEVELS[word]
    kind = _kind(name)
    return _LEVELS_OF_KINDS.get(kind, (0.0, float(TOP_LEVEL))) if kind else (0.0, float(TOP_LEVEL))
