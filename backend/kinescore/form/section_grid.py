"""Sections that the artist set, on the beats of the movement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_grid import BeatGrid
from kinescore.dance.metre import Metre
from kinescore.form.form import SectionStart

SAME_MOMENT_SECONDS = 0.02
"""A section this close to a downbeat is on it: nobody hears or sees the difference."""
SHORTEST_BEAT = 0.3
"""Of the beats' own length: a beat that is moved leaves at least this much to its neighbours."""


@dataclass
class _Bars:
    """Beats [N] s, increasing; indices of downbeats; starts: beat -> the section that starts there, -1 the first."""

    beats: NDArray[np.float64]
    downbeats: set[int]
    period: float
    per_bar: int
    starts: dict[int, SectionStart]

    def nearest_downbeat(self, seconds: float) -> int | None:
        """The downbeat within a beat of `seconds` on which no section starts yet."""
        free = [beat for beat in self.downbeats - self.starts.keys() if abs(self.beats[beat] - seconds) <= self.period]
        return min(free, key=lambda beat: abs(self.beats[beat] - seconds), default=None)

    def begin_bar_at(self, seconds: float) -> int | None:
        """Move the nearest beat to `seconds` and count bars from it; None where its neighbours leave no room."""
        beat = int(np.argmin(np.abs(self.beats - seconds)))
        least = SHORTEST_BEAT * self.period
        before = self.beats[beat - 1] if beat else -np.inf
        after = self.beats[beat + 1] if beat + 1 < len(self.beats) else np.inf
        if beat in self.starts or not before + least <= seconds <= after - least:
            return None
        self.beats[beat] = seconds
        later = range(beat, len(self.beats), self.per_bar)
        self.downbeats = {other for other in self.downbeats if other < beat} | set(later)
        return beat


def _metres(grid: BeatGrid, starts: NDArray[np.float64]) -> tuple[Metre, ...]:
    """The metre of the bar of `grid` in which each of `starts` s lies; one for all where it never changes."""
    if len(grid.metres) == 1 or len(starts) == 0:
        return grid.metres[:1]
    bars = np.searchsorted(grid.beats[grid.downbeats], starts + SAME_MOMENT_SECONDS, side="right") - 1
    return tuple(grid.metre_of(max(0, int(bar))) for bar in bars)


def with_sections(
    grid: BeatGrid, sections: Sequence[SectionStart], seconds: float
) -> tuple[BeatGrid, tuple[SectionStart, ...], tuple[str, ...]]:
    """Return `grid` with a bar from the start of every section on, the sections where they then start, and sentences on
    those that were moved or left out.

    A section within a beat of a downbeat goes there. Elsewhere it starts exactly at its time: the beat nearest to it is
    moved there and begins a bar, the bar before ends early, and after it the beats are the movement's again.
    """
    if not sections:
        return grid, (), ()
    period = 60.0 / grid.tempo_bpm
    more = grid.beats[-1] + period * np.arange(1, max(0, int((seconds - grid.beats[-1]) / period)) + 1)
    beats = np.append(grid.beats, more[more < seconds])
    last = int(grid.downbeats[-1]) if len(grid.downbeats) else 0
    later = range(last + grid.metre.beats, len(beats), grid.metre.beats)
    bars = _Bars(beats, {*grid.downbeats.tolist(), *later}, period, grid.metre.beats, {})
    notes = []
    for section in sections:
        wanted = section.start_seconds
        called = f"The section '{section.name}' at {wanted:.2f} s" if section.name else f"The section at {wanted:.2f} s"
        if wanted <= SAME_MOMENT_SECONDS:
            bars.starts[-1] = replace(section, start_seconds=0.0)
            continue
        beat = bars.nearest_downbeat(wanted)
        if beat is None and wanted < seconds - SAME_MOMENT_SECONDS:
            beat = bars.begin_bar_at(wanted)
        if beat is None or bars.beats[beat] >= seconds:
            why = "the music ends before it" if wanted >= seconds - period else "another section starts too near"
            notes.append(f"{called} was left out: {why}.")
            continue
        start = float(bars.beats[beat])
        if abs(start - wanted) > SAME_MOMENT_SECONDS:
            notes.append(f"{called} starts on the downbeat beside it, at {start:.2f} s.")
        bars.starts[beat] = replace(section, start_seconds=start)
    downbeats = np.array(sorted(bars.downbeats), np.int64)
    moved = replace(grid, beats=bars.beats, downbeats=downbeats, metres=_metres(grid, bars.beats[downbeats]))
    return moved, tuple(sorted(bars.starts.values(), key=lambda section: section.start_seconds)), tuple(notes)
