"""Notes that are struck together become one, where an instrument plays chords as one sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from kinescore.groovebox.instruments.voice import Instrument
from kinescore.groovebox.score import Note, Score

TOGETHER_SECONDS = 0.012
"""Onsets in one such step are one stroke of the pick."""


def with_chords_as_one(score: Score, instruments: Mapping[str, Instrument]) -> Score:
    """The same score for the band: in parts of instruments that play chords as one, each chord is one note."""
    parts = (
        replace(part, notes=_chords(part.notes)) if instruments[part.instrument].chords_as_one else part
        for part in score.parts
    )
    return replace(score, parts=tuple(parts))


def _chords(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Each group of notes that start together as its lowest, as long and as loud as the longest and the loudest."""
    ordered = sorted(notes, key=lambda note: (round(note.start_seconds / TOGETHER_SECONDS), note.pitch))
    chords = []
    for _, group in groupby(ordered, key=lambda note: round(note.start_seconds / TOGETHER_SECONDS)):
        struck = list(group)
        pitches = sorted({note.pitch for note in struck})
        start = min(note.start_seconds for note in struck)
        seconds, velocity = max(note.seconds for note in struck), max(note.velocity for note in struck)
        chords.append(Note(start, seconds, pitches[0], velocity, tuple(pitches[1:])))
    return tuple(chords)
