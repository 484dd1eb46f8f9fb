"""A score as codes and back: every style keeps what the codes tell."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.groovebox.arranger.arrange import Arrangement, arrange
from kinescore.groovebox.codes.chord_codes import QUALITIES, chord_of, transposed_chords
from kinescore.groovebox.codes.decode import accents_of, score_of
from kinescore.groovebox.codes.drum_codes import TOLD_AS
from kinescore.groovebox.codes.encode import STYLE_NAMES, arrangement_codes, score_codes
from kinescore.groovebox.codes.layout import FRAME_HZ, RELEASE, SIZE, Codebook, Codes
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.render import render
from kinescore.groovebox.score import Note, Score
from kinescore.groovebox.styles import STYLES

from .made_dances import made_dance

SECONDS = 16.0
EXACT_SECONDS = 0.0026
"""Half of an eighth of a frame, and rounding."""
KICK = 36


def arranged(name: str) -> Arrangement:
    """A piece in a style, at a tempo and with hits that each style has others of."""
    number = STYLE_NAMES.index(name)
    dance = made_dance(SECONDS, 70.0 + 1.7 * number, 0.05 + 0.01 * number, hit_seed=number)
    return arrange(dance, SECONDS, STYLES[name], parse_prompt(""), number)


def played_again(arrangement: Arrangement) -> tuple[Codes, Score]:
    """The codes of a piece, and the score that they are read as."""
    codes, score = arrangement_codes(arrangement), arrangement.score
    return codes, score_of(codes, SECONDS, score.beats, score.tempo_bpm, seed=1)


def notes_of(score: Score, stem: str) -> list[Note]:
    return [note for part in score.parts if part.stem == stem for note in part.notes]


@pytest.mark.parametrize("name", STYLE_NAMES)
def test_codes_say_the_same_again(name: str) -> None:
    """What the codes can say survives any number of turns: codes -> score -> codes is the identity."""
    arrangement = arranged(name)
    codes, score = played_again(arrangement)
    again = score_codes(score, name, [(0.0, 0)], accents_of(codes))
    told = [book for book in Codebook if book is not Codebook.SCENE]
    np.testing.assert_array_equal(again[told], codes[told])
    assert codes.shape == (len(Codebook), SECONDS * FRAME_HZ)
    assert codes.min() >= 0
    assert codes.max() < SIZE


@pytest.mark.parametrize("name", ["house", "jazz", "waltz", "latin", "rock"])
def test_kicks_are_heard_again_when_they_were(name: str) -> None:
    """A frame has one moment for all of its events; one that has a single time keeps it to 2.5 ms."""
    arrangement = arranged(name)
    _, score = played_again(arrangement)
    heard: dict[int, set[float]] = {}
    for part in arrangement.score.parts:
        for note in part.notes:
            heard.setdefault(int(note.start_seconds * FRAME_HZ), set()).add(note.start_seconds)
    before = [note.start_seconds for note in notes_of(arrangement.score, "drums") if TOLD_AS[note.pitch] == KICK]
    after = np.array([note.start_seconds for note in notes_of(score, "drums") if note.pitch == KICK])
    off = {time: np.abs(after - time).min() for time in before}
    alone = [time for time in before if len(heard[int(time * FRAME_HZ)]) == 1]
    assert alone
    assert max(off[time] for time in alone) <= EXACT_SECONDS
    assert max(off.values()) < 1.0 / FRAME_HZ


@pytest.mark.parametrize("name", ["house", "funk", "jazz", "reggae"])
def test_the_bass_keeps_its_pitches(name: str) -> None:
    arrangement = arranged(name)
    _, score = played_again(arrangement)
    before = sorted(notes_of(arrangement.score, "bass"), key=lambda note: note.start_seconds)
    after = notes_of(score, "bass")
    frames = {int(note.start_seconds * FRAME_HZ): note for note in before}
    assert len(after) == len(frames)
    for note in after:
        assert note.pitch % 12 == frames[int(note.start_seconds * FRAME_HZ)].pitch % 12


@pytest.mark.parametrize("seed", range(6))
def test_any_codes_are_music(seed: int) -> None:
    """A model writes what it likes: every code of every codebook is read as something that can be played."""
    codes = np.random.default_rng(seed).integers(0, SIZE, (len(Codebook), 50)).astype(np.int16)
    score = score_of(codes, 2.0, np.arange(4) / 2.0, 120.0, seed)
    mix, stems = render(score, -16.0, seed, lambda stage, done: None)
    assert mix.samples.shape[1] == round(2.0 * mix.rate)
    assert np.isfinite(mix.samples).all()
    assert set(stems) <= {"drums", "percussion", "bass", "harmony", "melody", "accents"}


def test_the_style_is_what_most_frames_say() -> None:
    codes = arrangement_codes(arranged("reggae"))
    codes[Codebook.SCENE, :40] = 0
    score = score_of(codes, SECONDS, np.zeros(1), 90.0, 0)
    assert score.sections[0].name == "reggae"


@pytest.mark.parametrize("semitones", [-6, -1, 1, 5])
def test_chords_in_another_key(semitones: int) -> None:
    """Every root moves, and nothing else of a chord; what is no chord stays."""
    codes, last = np.arange(SIZE), RELEASE + 12 * len(QUALITIES) * 2
    moved = transposed_chords(codes, semitones)
    still = [0, RELEASE, *range(last + 1, SIZE)]
    np.testing.assert_array_equal(moved[still], codes[still])
    for code in range(RELEASE + 1, last + 1):
        (here, is_held), (there, is_held_there) = chord_of(code), chord_of(int(moved[code]))
        assert (there.root, there.intervals) == ((here.root + semitones) % 12, here.intervals)
        assert is_held == is_held_there
