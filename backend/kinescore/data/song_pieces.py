"""Songs as pieces to learn from: stretches of PIECE_SECONDS at a steady tempo, as codes, with their facts.

Every note keeps its place between the beats around it, so that who plays ahead or behind still does; only the tempo is
made even, as that of a clock which a prompt can tell. Each stretch begins anywhere within a beat, in any key and up to
TEMPO_SPREAD faster or slower, so that nothing but the prompt tells which.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.beat_grid import even_beats
from kinescore.dance.metre import Metre
from kinescore.data.midi_songs import Song
from kinescore.data.score_pieces import FASTEST_BPM, PIECE_SECONDS, SLOWEST_BPM, PieceFacts
from kinescore.data.song_parts import found_key, parts_of
from kinescore.groovebox.codes.encode import score_codes
from kinescore.groovebox.codes.layout import Codes
from kinescore.groovebox.score import Note, Part, Score

TEMPO_SPREAD = 0.1
_KEYS = (-5, 7)
_FEWEST_NOTES = 24
_FULLER = (4.7, 6.7, 8.4)
"""Notes a beat from which a band plays at level 1, 2 and 3: halfway between those of the built-in engine's levels, by
the median of 3,000 of its pieces."""


@dataclass(frozen=True)
class _Placed:
    """A part, and when its notes begin and end, in beats from the first: [N] each."""

    part: Part
    starts: NDArray[np.float64]
    ends: NDArray[np.float64]


def song_pieces(song: Song, style: str, rng: np.random.Generator) -> Iterator[tuple[Codes, PieceFacts]]:
    """Yield a song's stretches, one after another, as codes [8, T] with their facts. style: in STYLES."""
    beats = _told_beats(song.beats)
    placed = [_placed(part, beats) for part in parts_of(song.voices)]
    place, last = 0.0, max(part.starts.max() for part in placed)
    while place < last:
        there = beats[min(int(place), len(beats) - 2) :][: int(PIECE_SECONDS * FASTEST_BPM / 60.0)]
        tempo = 60.0 / float(np.median(np.diff(there)))
        tempo = float(np.clip(tempo * np.exp(rng.uniform(-TEMPO_SPREAD, TEMPO_SPREAD)), SLOWEST_BPM, FASTEST_BPM))
        first_beat, shift = float(rng.uniform(0.0, 60.0 / tempo)), int(rng.integers(*_KEYS))
        stretch = [_steady(part, place, tempo, first_beat, shift) for part in placed]
        stretch = [part for part in stretch if part.notes]
        if sum(len(part.notes) for part in stretch) >= _FEWEST_NOTES:
            yield _piece(stretch, style, tempo, first_beat)
        place += np.floor(PIECE_SECONDS * tempo / 60.0)


def _told_beats(beats: NDArray[np.float64]) -> NDArray[np.float64]:
    """The beats, twice or half as many where their tempo is none that a clock's word tells."""
    while 60.0 / np.median(np.diff(beats)) < SLOWEST_BPM:
        beats = np.interp(np.arange(0.0, len(beats) - 0.5, 0.5), np.arange(len(beats)), beats)
    while 60.0 / np.median(np.diff(beats)) > FASTEST_BPM and len(beats) > 3:
        beats = beats[::2]
    return beats


def _placed(part: Part, beats: NDArray[np.float64]) -> _Placed:
    starts = np.array([note.start_seconds for note in part.notes])
    ends = starts + [note.seconds for note in part.notes]
    return _Placed(part, *(_places(times, beats) for times in (starts, ends)))


def _places(times: NDArray[np.float64], beats: NDArray[np.float64]) -> NDArray[np.float64]:
    """[N] s in beats from the first; outside them as by the nearest two."""
    inside = np.interp(times, beats, np.arange(len(beats)))
    before, after = np.minimum(times - beats[0], 0.0), np.maximum(times - beats[-1], 0.0)
    return inside + before / (beats[1] - beats[0]) + after / (beats[-1] - beats[-2])


def _steady(placed: _Placed, place: float, tempo_bpm: float, first_beat: float, shift: int) -> Part:
    """The part's stretch from `place`, in beats, which comes at `first_beat`, s. shift: semitones up, of what has
    pitches."""
    starts, ends = (first_beat + (each - place) * 60.0 / tempo_bpm for each in (placed.starts, placed.ends))
    shift = 0 if placed.part.stem == "drums" else shift
    notes = []
    for index in np.flatnonzero((starts >= 0.0) & (starts < PIECE_SECONDS)):
        note, start = placed.part.notes[index], float(starts[index])
        end = max(start, min(float(ends[index]), PIECE_SECONDS))
        notes.append(Note(start, end - start, note.pitch + shift, note.velocity))
    return replace(placed.part, notes=tuple(notes))


def _piece(parts: list[Part], style: str, tempo_bpm: float, first_beat: float) -> tuple[Codes, PieceFacts]:
    beats, key = even_beats(first_beat, tempo_bpm, PIECE_SECONDS), found_key(parts)
    downbeats = np.arange(0, len(beats), 4, dtype=np.int64)
    score = Score(PIECE_SECONDS, tempo_bpm, beats, downbeats, (Metre.FOUR_FOUR,), key, (), tuple(parts))
    level = int(np.searchsorted(_FULLER, sum(len(part.notes) for part in parts) / max(1, len(beats))))
    facts = PieceFacts(
        style,
        "",
        key,
        tempo_bpm,
        first_beat,
        has_drums=any(part.stem == "drums" for part in parts),
        is_drums_alone=all(part.stem == "drums" for part in parts),
    )
    return score_codes(score, style, [(0.0, level)]), facts
