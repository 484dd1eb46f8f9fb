"""A loop holds whole beats: the tempo that fits them into it."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from kinescore.dance.beat_grid import TEMPO_RANGE_BPM, BeatGrid
from kinescore.dance.metre import Metre
from kinescore.dance.timing import Timing
from kinescore.errors import RequestError

SHORTEST_SECONDS = 2 * 60.0 / TEMPO_RANGE_BPM[1]
SAME_TEMPO_BPM = 0.05
_BROKEN_BAR_OCTAVES = 0.4
_OTHER_METRE_OCTAVES = {Metre.FOUR_FOUR: 0.0, Metre.TWO_FOUR: 0.03, Metre.THREE_FOUR: 0.06}
"""How much farther from the movement's tempo, in octaves, a loop of whole 4/4 bars may be and still be preferred."""


def fitted_to_loop(grid: BeatGrid, seconds: float, timing: Timing) -> tuple[BeatGrid, tuple[str, ...]]:
    """Return `grid` with its tempo moved so that a loop of `seconds` holds whole beats, whole bars where it can, and
    sentences on what that changed. Beats keep their phase at the loop's beginning.

    Beats that the artist gave, or a tempo map, stay as they are: a sentence then says so.

    Raises RequestError for a loop in which two beats of the fastest tempo have no room.
    """
    if seconds < SHORTEST_SECONDS:
        raise RequestError(
            f"A loop of {seconds:.2f} s is too short for two beats; at least {SHORTEST_SECONDS:g} s are accepted.",
            "Let several rounds of the cycle make one loop.",
        )
    if timing.music_beats or timing.tempo_map:
        return grid, ("The beats given are kept, so the loop is seamless in sound but its beat may jump at the seam.",)
    count, metre = _beats_in_loop(grid.tempo_bpm, seconds, timing.metre)
    tempo_bpm = 60.0 * count / seconds
    period = seconds / count
    beats = float(grid.beats[0]) % period + period * np.arange(count)  # one just before the loop begins ends it
    phase = int(grid.downbeats[0]) if len(grid.downbeats) else 0
    downbeats = np.arange(phase % metre.beats, len(beats), metre.beats, dtype=np.int64)
    fitted = replace(grid, beats=beats, downbeats=downbeats, tempo_bpm=tempo_bpm, metres=(metre,))
    return fitted, tuple(_told(grid, fitted, count, seconds))


def _beats_in_loop(tempo_bpm: float, seconds: float, metre: Metre | None) -> tuple[int, Metre]:
    """Return how many beats the loop has, at least two, and their metre."""
    low, high = (math.ceil(TEMPO_RANGE_BPM[0] * seconds / 60 - 1e-9), int(TEMPO_RANGE_BPM[1] * seconds / 60 + 1e-9))
    metres = _OTHER_METRE_OCTAVES if metre is None else {metre: 0.0}

    def cost(choice: tuple[int, Metre]) -> float:
        count, its = choice
        apart = abs(math.log2(60.0 * count / seconds / tempo_bpm))
        return apart + metres[its] + (_BROKEN_BAR_OCTAVES if count % its.beats else 0.0)

    return min(((count, its) for count in range(max(2, low), max(2, high) + 1) for its in metres), key=cost)


def _told(grid: BeatGrid, fitted: BeatGrid, count: int, seconds: float) -> list[str]:
    notes = []
    if abs(fitted.tempo_bpm - grid.tempo_bpm) > SAME_TEMPO_BPM:
        notes.append(
            f"The tempo was moved from {grid.tempo_bpm:.2f} to {fitted.tempo_bpm:.2f} BPM, so that the loop of "
            f"{seconds:.3f} s has exactly {count} beats."
        )
    if fitted.metre is not grid.metre:
        notes.append(f"The loop is in {fitted.metre.value}, so that it has whole bars.")
    if count % fitted.metre.beats:
        notes.append(f"{count} beats are not whole bars of {fitted.metre.value}: the loop's last bar is shorter.")
    return notes
