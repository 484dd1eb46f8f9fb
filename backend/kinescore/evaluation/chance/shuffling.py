"""Which clips can stand in for which, and what to tell the reader where few or none can."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.chance.derangements import Pairings, derangements, groups_of_tempo
from kinescore.evaluation.chance.draws import EQUAL_TEMPO, SHUFFLED
from kinescore.evaluation.clips.aist_parts import named_tempo
from kinescore.evaluation.clips.clip import Clip
from kinescore.evaluation.observations.observation import ClipObservations, differ_in_length

SHUFFLE_STREAM, TEMPO_STREAM = 1, 2
"""With the seed, so that every kind of chance has its own random numbers, the same for every system."""

LENGTHS_NOTE = (
    "Clips differ in length: a shuffled pair ends with the shorter of both; its p and correction compare real pairs "
    "cut as short."
)


@dataclass(frozen=True)
class Shuffling:
    """songs [N]: number of each clip's song. pairings: by kind of chance, where any exist. notes: for the reader."""

    songs: NDArray[np.int64]
    pairings: dict[str, Pairings]
    notes: tuple[str, ...]


def shuffling_of(clips: Sequence[ClipObservations], draws: int, seed: int) -> Shuffling:
    """Return `draws` exchanges of references between `clips`, whatever their tempo and among songs of equal tempo."""
    songs = songs_of([each.clip for each in clips])
    all_songs = shuffled_songs(songs, draws, seed)
    notes = _notes_on_shuffling(songs, all_songs)
    pairings = {SHUFFLED: all_songs}
    references = [each.reference for each in clips if each.reference is not None]
    if len(references) == len(clips):
        tempi = reference_tempi([each.clip.song for each in clips], [each.tempo_bpm for each in references])
        rng = np.random.default_rng([seed, TEMPO_STREAM])
        pairings[EQUAL_TEMPO] = derangements(songs, groups_of_tempo(tempi), draws, rng)
        notes += _notes_on_tempo(len(clips), pairings[EQUAL_TEMPO])
    motions = [each.motion for each in clips if each.motion is not None]
    if differ_in_length(references) or differ_in_length(motions):
        notes += (LENGTHS_NOTE,)
    return Shuffling(songs, {kind: each for kind, each in pairings.items() if len(each.rows)}, notes)


def songs_of(clips: Sequence[Clip]) -> NDArray[np.int64]:
    """Return the number of each clip's song, [N]."""
    return np.unique([clip.song for clip in clips], return_inverse=True)[1]


def reference_tempi(songs: Sequence[str], tracked: Sequence[float]) -> NDArray[np.float64]:
    """Return the tempi [N] BPM of the references: by name where it says so, else as tracked."""
    named = np.array([named_tempo(song) for song in songs], np.float64)
    return np.where(np.isfinite(named), named, np.asarray(tracked, np.float64))


def shuffled_songs(songs: NDArray[np.int64], draws: int, seed: int) -> Pairings:
    """Return `draws` exchanges of references between clips of different songs, whatever their tempo. songs: [N]."""
    return derangements(songs, np.zeros(len(songs), np.int64), draws, np.random.default_rng([seed, SHUFFLE_STREAM]))


def _notes_on_shuffling(songs: NDArray[np.int64], pairings: Pairings) -> tuple[str, ...]:
    if songs.max(initial=0) == 0:
        return ("All clips are of one song: no result has an interval, and none can be compared with shuffled pairs.",)
    if len(pairings.rows) == 0:
        return ("One song has more than half of the clips, so not every clip can get another song: no shuffled pairs.",)
    if pairings.complete:
        return (f"{_ways(pairings)} to shuffle the pairs; the chance of shuffled pairs is made of all.",)
    return ()


def _notes_on_tempo(clips: int, pairings: Pairings) -> tuple[str, ...]:
    able = len(pairings.rows)
    if able == 0:
        return ("No clips of different songs have equal tempo, so there are no shuffled pairs of equal tempo.",)
    some = f"Pairs can be shuffled at equal tempo for {able} of {clips} clips; that chance, its p and its correction "
    notes: tuple[str, ...] = (f"{some}are of these clips alone.",) if able < clips else ()
    if pairings.complete:
        notes += (f"{_ways(pairings)} to shuffle pairs of equal tempo; their chance is made of all.",)
    return notes


def _ways(pairings: Pairings) -> str:
    """How few there are, in words."""
    ways = len(pairings.partners)
    return "There is only one way" if ways == 1 else f"There are only {ways} ways"
