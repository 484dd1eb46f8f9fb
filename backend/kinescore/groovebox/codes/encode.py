"""Score -> codes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.arranger.arrange import Arrangement
from kinescore.groovebox.arranger.hits import Weight
from kinescore.groovebox.codes.chord_codes import chord_code
from kinescore.groovebox.codes.drum_codes import strokes_code
from kinescore.groovebox.codes.layout import (
    FRAME_HZ,
    MOMENTS,
    RELEASE,
    Codebook,
    Codes,
    frame_and_moment,
    frame_count,
    packed,
)
from kinescore.groovebox.codes.line_codes import LINES, State, continued
from kinescore.groovebox.score import Note, Part, Score
from kinescore.groovebox.styles import STYLES

LEVELS = 4
HELD_FRAMES = 20
"""A chord that lasts so long is held, until it is released or another is; what is short ends nothing."""
ACCENTS = 4

_WEIGHTS: Mapping[Weight, int] = {Weight.LIGHT: 1, Weight.MEDIUM: 2, Weight.STRONG: 3}

STYLE_NAMES: tuple[str, ...] = tuple(sorted(STYLES))
"""In the order of their codes."""


@dataclass
class _Frame:
    """Events of one frame. heard: (velocity, moment) of each."""

    heard: list[tuple[float, int]] = field(default_factory=list)
    strokes: dict[int, float] = field(default_factory=dict)
    chord: list[Note] = field(default_factory=list)
    accent: int = 0


def arrangement_codes(arrangement: Arrangement) -> Codes:
    """Return the codes [8, T] of a piece as it was arranged."""
    plan = arrangement.plan
    levels = [(max(0.0, plan.timeline.at(section.first_bar, 0)), section.level) for section in plan.form]
    accents = [(accent.time_s, _WEIGHTS[accent.weight]) for accent in arrangement.accents]
    return score_codes(arrangement.score, plan.style.name, [(0.0, levels[0][1]), *levels[1:]], accents)


def score_codes(
    score: Score, style: str, levels: Sequence[tuple[float, int]], accents: Sequence[tuple[float, int]] = ()
) -> Codes:
    """Return what the codes can say of `score`, [8, T].

    levels: (s from which, level 0..3) in time order, how full the band plays. accents: (s, weight 1..3) of hit points
    that are marked. Told of every event are time to 5 ms and
    strength; of drums their kind, of bass and tune the pitch, of harmony one chord or figure at a time. Not told:
    who plays, which the style says, and effects.
    """
    frames: defaultdict[int, _Frame] = defaultdict(_Frame)
    codes = np.zeros((len(Codebook), frame_count(score.seconds)), np.int16)
    parts = [part for part in score.parts if part.notes]
    for part in parts:
        if part.stem in ("drums", "percussion"):
            _strike(frames, part)
    for time_s, weight in accents:
        number, moment = frame_and_moment(time_s)
        frames[number].heard.append((1.0 + weight, moment))
        frames[number].accent = max(frames[number].accent, weight)
    bass = _line(frames, codes, Codebook.BASS, _notes(parts, "bass"))
    _line(frames, codes, Codebook.MELODY, _tune(parts))
    chords, figures = _chords_and_figures(parts)
    _line(frames, codes, Codebook.FIGURE, figures)
    _chords(frames, codes[Codebook.CHORD], chords, bass)
    for number, frame in frames.items():
        if number < codes.shape[1]:
            moment = max(frame.heard, key=lambda heard: (heard[0], -heard[1]))[1]
            codes[Codebook.MOMENT, number] = 1 + packed((moment, frame.accent), (MOMENTS, ACCENTS))
            codes[Codebook.DRUMS, number] = strokes_code(frame.strokes, Codebook.DRUMS)
            codes[Codebook.CYMBALS, number] = strokes_code(frame.strokes, Codebook.CYMBALS)
    starts = [*(round(start * FRAME_HZ) for start, _ in levels), codes.shape[1]]
    for (_, level), (first, last) in zip(levels, pairwise(starts), strict=True):
        codes[Codebook.SCENE, first:last] = scene_code(style, level)
    return codes


def scene_code(style: str, level: int) -> int:
    """Return the code of a style, by name, played at a level."""
    return 1 + STYLE_NAMES.index(style) * LEVELS + level


def _strike(frames: defaultdict[int, _Frame], part: Part) -> None:
    for note in part.notes:
        frame = _heard(frames, note)
        frame.strokes[note.pitch] = max(note.velocity, frame.strokes.get(note.pitch, 0.0))


def _heard(frames: defaultdict[int, _Frame], note: Note) -> _Frame:
    number, moment = frame_and_moment(note.start_seconds)
    frames[number].heard.append((note.velocity, moment))
    return frames[number]


def _notes(parts: Iterable[Part], stem: str) -> list[Note]:
    return sorted((note for part in parts if part.stem == stem for note in part.notes), key=_by_time)


def _by_time(note: Note) -> tuple[float, int]:
    return note.start_seconds, note.pitch


def _tune(parts: Iterable[Part]) -> list[Note]:
    """The first melody, and the others where it rests."""
    tune: list[Note] = []
    for part in parts:
        if part.stem == "melody":
            free = [
                note
                for note in part.notes
                if all(
                    note.start_seconds >= other.start_seconds + other.seconds
                    or note.start_seconds + note.seconds <= other.start_seconds
                    for other in tune
                )
            ]
            tune += free
    return sorted(tune, key=_by_time)


def _line(frames: defaultdict[int, _Frame], codes: Codes, book: Codebook, notes: Sequence[Note]) -> list[Note]:
    """Write a line of single notes into its codebook; of several in a frame the highest. Return those written."""
    row, by_frame = codes[book], dict[int, Note]()
    for note in notes:
        number = frame_and_moment(note.start_seconds)[0]
        if number < len(row) and (number not in by_frame or note.pitch > by_frame[number].pitch):
            by_frame[number] = note
    starts = sorted(by_frame)
    for number, until in pairwise([*starts, len(row)]):
        note = by_frame[number]
        end = max(number + 1, frame_and_moment(note.start_seconds + note.seconds)[0])
        row[number] = begins = LINES[book].begins(note.pitch, note.velocity)
        row[number + 1 : until] = continued(begins, State.HELD)
        row[end:until] = continued(begins, State.RESTS)
        _heard(frames, note)
    return list(by_frame.values())


def _chords_and_figures(parts: Iterable[Part]) -> tuple[list[list[Note]], list[Note]]:
    """Harmony's notes: those that begin together in one part with two classes of pitch or more, and single ones."""
    chords, figures = [], []
    for part in parts:
        if part.stem != "harmony":
            continue
        by_frame: defaultdict[int, list[Note]] = defaultdict(list)
        for note in part.notes:
            by_frame[frame_and_moment(note.start_seconds)[0]].append(note)
        for notes in by_frame.values():
            if len({note.pitch % 12 for note in notes}) > 1:
                chords.append(notes)
            else:
                figures += notes
    return chords, sorted(figures, key=_by_time)


def _chords(
    frames: defaultdict[int, _Frame], row: NDArray[np.int16], chords: Sequence[Sequence[Note]], bass: Sequence[Note]
) -> None:
    """Write chords into their codebook; those of one frame become one."""
    by_frame: defaultdict[int, list[Note]] = defaultdict(list)
    for notes in chords:
        by_frame[frame_and_moment(notes[0].start_seconds)[0]] += notes
    ends: dict[int, float] = {}
    for number, notes in sorted(by_frame.items(), reverse=True):
        if number >= len(row):
            continue
        first = min(notes, key=_by_time)
        below = [note.pitch for note in bass if note.start_seconds <= first.start_seconds + 0.5 / FRAME_HZ]
        end = max(note.start_seconds + note.seconds for note in notes)
        until = min([frame_and_moment(end)[0], *ends])
        is_held = until - number >= HELD_FRAMES
        row[number] = chord_code([note.pitch for note in notes], below[-1] if below else None, is_held)
        _heard(frames, first)
        if is_held:
            ends[number] = end
    for start, end in ends.items():
        number = frame_and_moment(end)[0]
        while number < len(row) and row[number] and number not in ends:
            number += 1
        if number < len(row) and not any(start < other <= number for other in ends):
            row[number] = RELEASE
