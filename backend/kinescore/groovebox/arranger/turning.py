"""A loop is written from its first downbeat to the same downbeat of the next round, and then turned back into place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from kinescore.dance.analysis import DanceAnalysis
from kinescore.form.form import SectionStart
from kinescore.groovebox.arranger.hits import Accent
from kinescore.groovebox.score import Note, Part, Score
from kinescore.take import Section

_SAME_MOMENT = 1e-6


def first_downbeat_seconds(analysis: DanceAnalysis, seconds: float) -> float:
    """Return where the first bar begins."""
    grid = analysis.grid
    first = float(grid.beats[grid.downbeats[0]]) if len(grid.downbeats) else float(grid.beats[0])
    return first % seconds if first > _SAME_MOMENT else 0.0


def turned(analysis: DanceAnalysis, by: float, seconds: float) -> DanceAnalysis:
    """Return the analysis of a loop of `seconds` as one that begins `by` s later; hits stay in the order they had. One
    within a frame before the new beginning is marked with that, in time for the eye."""
    grid = analysis.grid
    beats = np.sort((grid.beats[grid.beats < seconds] - by + _SAME_MOMENT) % seconds - _SAME_MOMENT)
    energy = np.roll(analysis.energy, -round(by * analysis.fps))
    later = (_later(hit.time_s, -by, seconds) for hit in analysis.hits)
    times = (0.0 if seconds - time_s <= 1 / analysis.fps else time_s for time_s in later)
    hits = tuple(replace(hit, time_s=time_s) for hit, time_s in zip(analysis.hits, times, strict=True))
    downbeats = np.arange(0, len(beats), grid.metre.beats, dtype=np.int64)
    return replace(
        analysis, grid=replace(grid, beats=np.maximum(beats, 0.0), downbeats=downbeats), energy=energy, hits=hits
    )


def turned_sections(sections: Sequence[SectionStart], by: float, seconds: float) -> tuple[SectionStart, ...]:
    """Return the sections of a loop as of one that begins `by` s later."""
    moved = (replace(one, start_seconds=max(0.0, _later(one.start_seconds, -by, seconds))) for one in sections)
    return tuple(sorted(moved, key=lambda section: section.start_seconds))


def turned_score(score: Score, by: float) -> Score:
    """Return the score of a loop as of one that begins `by` s earlier."""
    beats = (score.beats + by + _SAME_MOMENT) % score.seconds - _SAME_MOMENT
    order = np.argsort(beats, kind="stable")
    is_downbeat = np.isin(np.arange(len(beats)), score.downbeats)[order]
    return replace(
        score,
        beats=np.maximum(beats[order], 0.0),
        downbeats=np.flatnonzero(is_downbeat),
        sections=_turned_sections(score.sections, by, score.seconds),
        parts=tuple(_turned_part(part, by, score.seconds) for part in score.parts),
    )


def turned_accents(
    accents: Sequence[Accent], before: DanceAnalysis, after: DanceAnalysis, by: float, seconds: float
) -> tuple[Accent, ...]:
    """Return `accents` on the hits `before` turning in place of those `after` it."""
    own = {id(turned_hit): hit for turned_hit, hit in zip(after.hits, before.hits, strict=True)}
    moved = [Accent(own[id(one.hit)], _later(one.time_s, by, seconds), one.weight) for one in accents]
    return tuple(sorted(moved, key=lambda accent: accent.time_s))


def _later(time_s: float, by: float, seconds: float) -> float:
    return (time_s + by) % seconds


def _turned_part(part: Part, by: float, seconds: float) -> Part:
    notes = (replace(note, start_seconds=_later(note.start_seconds, by, seconds)) for note in part.notes)
    ordered: list[Note] = sorted(notes, key=lambda note: (note.start_seconds, note.pitch))
    return replace(part, notes=tuple(ordered))


def _turned_sections(sections: Sequence[Section], by: float, seconds: float) -> tuple[Section, ...]:
    """Cut where the loop begins: its last section is also heard first."""
    moved = []
    for one in sections:
        start, end = one.start_seconds + by, one.end_seconds + by
        if end <= seconds + _SAME_MOMENT:
            moved.append(Section(one.name, start, min(end, seconds)))
        elif start >= seconds - _SAME_MOMENT:
            moved.append(Section(one.name, start - seconds, end - seconds))
        else:
            moved += [Section(one.name, start, seconds), Section(one.name, 0.0, end - seconds)]
    return tuple(sorted(moved, key=lambda section: section.start_seconds))
