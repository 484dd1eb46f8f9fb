"""Notes that are struck together become one, where an instrument plays chords as one sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kinescore.groovebox.instruments.voice import Instrument
from kinescore.groovebox.score import Note, Score

TOGETHER_SECONDS = 0.018
"""Onsets no further than this from the one before are one stroke of the pick across the strings."""


def with_chords_as_one(score: Score, instruments: Mapping[str, Instrument]) -> Score:
    """The same score for the band: in parts of instruments that play chords as one, each chord is one note."""
    parts = (
        replace(part, notes=tuple(map(_chord, _strokes(part.notes))))
        if instruments[part.instrument].chords_as_one
        else part
        for part in score.parts
    )
    return replace(score, parts=tuple(parts))


def _strokes(notes: tuple[Note, ...]) -> Iterator[list[Note]]:
    """Notes in order of time, those of one stroke together; a string that sounds is not struck again by the same."""
    stroke: list[Note] = []
    for note in sorted(notes, key=lambda note: (note.start_seconds, note.pitch)):
        late = stroke and note.start_seconds - stroke[-1].start_seconds > TOGETHER_SECONDS
        if late or any(note.pitch == struck.pitch for struck in stroke):
            yield stroke
            stroke = []
        stroke.append(note)
    if stroke:
        yield stroke


def _chord(stroke: list[Note]) -> Note:
    """A stroke as its lowest note, as long and as loud as the longest and the loudest."""
    lowest, *others = sorted({note.pitch for note in stroke})
    start = min(note.start_seconds for note in stroke)
    seconds, velocity = max(note.seconds for note in stroke), max(note.velocity for note in stroke)
    return Note(start, seconds, lowest, velocity, tuple(others))
