"""Lines of single notes as codes: the pitch is there in every frame, and what a note is comes back."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.groovebox.codes.decode import score_of
from kinescore.groovebox.codes.encode import score_codes
from kinescore.groovebox.codes.layout import FRAME_HZ, SIZE, Codebook, Codes
from kinescore.groovebox.codes.line_codes import (
    LINE_CODES,
    LINES,
    PITCHES,
    State,
    continued,
    is_begun,
    is_held,
    transposed_line,
)
from kinescore.groovebox.score import Note, Part, Score

SECONDS, FRAMES = 4.0, 4 * FRAME_HZ


def tune(*notes: Note) -> Codes:
    """The codes of 4 s in which a tune plays `notes`."""
    part = Part("piano (melody)", "piano", "melody", notes, 0.0, 0.0, 0.0, 0.0, 0.0)
    score = Score(SECONDS, 120.0, np.zeros(1), np.zeros(1, np.int64), (), "C major", (), (part,))
    return score_codes(score, "piano", [(0.0, 0)])


def played(codes: Codes) -> list[Note]:
    parts = score_of(codes, SECONDS, np.zeros(1), 120.0, 0).parts
    return [note for part in parts if part.stem == "melody" for note in part.notes]


@pytest.mark.parametrize("book", LINES)
def test_every_code_is_one_pitch_in_one_state(book: Codebook) -> None:
    line = LINES[book]
    begun = {line.begins(line.lowest + above, strength) for above in range(PITCHES) for strength in line.strengths}
    codes = np.arange(SIZE)
    assert begun == set(np.flatnonzero(is_begun(codes)).tolist())
    assert {continued(code, State.HELD) for code in begun} == set(np.flatnonzero(is_held(codes)).tolist())
    others = {continued(code, State.RESTS) for code in begun}
    assert len(others) == PITCHES
    assert begun.isdisjoint(others)
    assert max(begun) == LINE_CODES - 1 < SIZE
    for code in begun:
        assert line.begins(*line.note(code)) == code


@pytest.mark.parametrize("pitch", [0, 23, 47, 108, 127])
def test_what_lies_outside_is_told_octaves_away(pitch: int) -> None:
    for line in LINES.values():
        told, _ = line.note(line.begins(pitch, 0.7))
        assert told % 12 == pitch % 12
        assert line.lowest <= told < line.lowest + PITCHES


def test_the_pitch_is_there_in_every_frame_from_the_first_note_on() -> None:
    codes = tune(Note(1.0, 0.5, 72, 0.6), Note(2.0, 1.0, 76, 0.9), Note(3.0, 0.4, 74, 0.6))[Codebook.MELODY]
    assert not codes[:FRAME_HZ].any()
    pitches = np.array([LINES[Codebook.MELODY].note(continued(int(code), State.BEGINS))[0] for code in codes[25:]])
    np.testing.assert_array_equal(pitches, np.repeat([72, 76, 74], 25))
    np.testing.assert_array_equal(np.flatnonzero(is_begun(codes)), [25, 50, 75])
    np.testing.assert_array_equal(np.flatnonzero(is_held(codes)), [*range(26, 37), *range(51, 75), *range(76, 85)])


def test_notes_last_until_they_rest_or_another_begins() -> None:
    notes = played(tune(Note(1.0, 0.5, 72, 0.6), Note(2.0, 1.0, 76, 0.9), Note(3.0, 0.4, 74, 0.6)))
    assert [(note.pitch, note.velocity) for note in notes] == [(72, 0.66), (76, 0.84), (74, 0.66)]
    np.testing.assert_allclose([note.start_seconds for note in notes], [1.0, 2.0, 3.0], atol=0.003)
    np.testing.assert_allclose([note.seconds for note in notes], [0.5, 1.0, 0.4], atol=0.023)


def test_a_pitch_that_is_held_without_a_beginning_is_silence_and_another_pitch_the_same_note() -> None:
    line, codes = LINES[Codebook.MELODY], np.zeros((len(Codebook), FRAMES), np.int16)
    begins = line.begins(72, 0.7)
    codes[Codebook.MELODY] = continued(begins, State.HELD)
    assert played(codes) == []
    codes[Codebook.MELODY, 10] = begins
    codes[Codebook.MELODY, 40] = continued(line.begins(75, 0.7), State.HELD)
    (note,) = played(codes)
    assert note.pitch == 72
    assert note.start_seconds + note.seconds == SECONDS


@pytest.mark.parametrize("semitones", [-7, -1, 0, 5, 11])
def test_a_tune_in_another_key(semitones: int) -> None:
    """Its codes are those of the tune played there, held and silent frames included."""
    here, there = (
        tune(*(Note(at, 0.5, pitch + by, 0.8) for at, pitch in ((1.0, 72), (2.0, 76), (3.0, 67))))[Codebook.MELODY]
        for by in (0, semitones)
    )
    np.testing.assert_array_equal(transposed_line(here, semitones), there)


@pytest.mark.parametrize("semitones", [-11, -6, 6, 11])
def test_what_would_leave_the_line_is_told_an_octave_away(semitones: int) -> None:
    codes = np.arange(SIZE)
    moved = transposed_line(codes, semitones)
    np.testing.assert_array_equal(moved[[0, *range(LINE_CODES, SIZE)]], codes[[0, *range(LINE_CODES, SIZE)]])
    assert moved[1:LINE_CODES].min() >= 1
    assert moved.max() < SIZE
    line = LINES[Codebook.BASS]
    for code in np.flatnonzero(is_begun(codes)):
        (before, _), (after, _) = line.note(int(code)), line.note(int(moved[code]))
        assert after - before in {semitones, semitones + 12, semitones - 12}
