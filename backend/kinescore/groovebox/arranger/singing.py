"""Which pitches a tune takes: each chosen from the one before it, the chord, and the line that it should follow.

Dynamic programming over the pitches of a voice (Viterbi 1967): the cheapest way through a phrase, where steps cost
nothing, leaps much, and so does leaving the line. The costs give about the intervals of folk songs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from kinescore.groovebox.theory.chords import Chord, melody_tones
from kinescore.groovebox.theory.pitch import Key

_BELOW, _ABOVE = 9, 11
_INTERVAL_COSTS = (1.0, 0.0, 0.0, 1.0, 1.3, 1.7, 4.1, 1.8, 2.9, 3.5, 5.0, 6.0, 2.7)
"""By semitones from one note to the next, an octave at most; further costs as much as is out of the question."""
_TOO_FAR = 12.0
_OFF_LINE = 0.65
"""Per semitone between a note and the line."""
_OUT_OF_REACH = 6.0
_BEYOND_TRIAD = 0.5
_PASSING_LONG = 0.9
_LEANING_ON_CHORD = 1.2
_LEANING, _UNRESOLVED = 0.5, 6.0
_STEPS = (1, 2)
_PASSING = 0.4
"""What it costs to go through a tone between those of the scale, by step and by step."""
_NOT_HOME, _AT_HOME = 2.5, 3.0
_LONG_BEATS = 1.0
_NEVER = 1e6
_START = 0.7
"""How much the interval between two phrases counts."""


@dataclass(frozen=True)
class Sung:
    """One note to sing. target: where the line is, MIDI. strong: takes a tone of the chord. stressed: another tone than
    the chord's leans there on its neighbour and goes to it. closes, opens: the last of a phrase, which comes home or
    stays away from it."""

    target: float
    chord: Chord
    key: Key
    beats: float
    strong: bool
    stressed: bool = False
    closes: bool = False
    opens: bool = False


def sing(notes: Sequence[Sung], centre: int, leap: float, before: int | None) -> list[int]:
    """Return the pitches of a phrase, MIDI, within about an octave of `centre`.

    leap: 0..1, how readily the idiom leaps. before: the pitch that the tune comes from.
    """
    pitches = np.arange(centre - _BELOW, centre + _ABOVE + 1)
    moves = _moves(len(pitches)) * (1.3 - leap)
    costs = np.zeros((len(notes), len(pitches)))
    came_from = np.zeros((len(notes), len(pitches)), np.int64)
    for index, note in enumerate(notes):
        own = _OFF_LINE * np.abs(pitches - note.target) + _fit(note, centre, inside=0 < index < len(notes) - 1)
        if index:
            ways = costs[index - 1][:, None] + moves + _unresolved(notes[index - 1], note, pitches)
            came_from[index] = ways.argmin(axis=0)
            costs[index] = ways.min(axis=0) + own
        else:
            costs[0] = own + (0.0 if before is None else _START * _from(before, pitches))
    chosen = [int(costs[-1].argmin())]
    for index in range(len(notes) - 1, 0, -1):
        chosen.append(int(came_from[index][chosen[-1]]))
    return [int(pitches[index]) for index in reversed(chosen)]


@lru_cache(maxsize=4)
def _moves(count: int) -> NDArray[np.float64]:
    sizes = np.abs(np.arange(count)[:, None] - np.arange(count)[None])
    return _interval_costs(sizes)


@lru_cache(maxsize=4)
def _steps(count: int) -> NDArray[np.bool_]:
    return np.isin(np.abs(np.arange(count)[:, None] - np.arange(count)[None]), _STEPS)


def _unresolved(note: Sung, after: Sung, pitches: NDArray[np.int64]) -> NDArray[np.float64]:
    """What it costs, from each pitch to each, when what leans or passes does not go on by a step, or when what passes
    does not come by one."""
    costs, is_step = np.zeros((1, 1)), _steps(len(pitches))
    if note.stressed and not note.strong:
        leans = ~np.isin(pitches % 12, list(note.chord.pitch_classes))
        costs = _UNRESOLVED * (leans[:, None] & ~is_step) + _LEANING * leans[:, None]
    if note.key.passing_tones:
        passes, then = (np.isin(pitches % 12, list(_passing_tones(one.chord, one.key))) for one in (note, after))
        costs = costs + _UNRESOLVED * ((passes[:, None] | then[None]) & ~is_step)
    return costs


@lru_cache(maxsize=512)
def _passing_tones(chord: Chord, key: Key) -> frozenset[int]:
    return key.passing_tones - melody_tones(key, chord)


def _from(before: int, pitches: NDArray[np.int64]) -> NDArray[np.float64]:
    return _interval_costs(np.abs(pitches - before))


def _interval_costs(sizes: NDArray[np.int64]) -> NDArray[np.float64]:
    table = np.array([*_INTERVAL_COSTS, _TOO_FAR])
    return table[np.minimum(sizes, len(_INTERVAL_COSTS))]


def _fit(note: Sung, centre: int, *, inside: bool) -> NDArray[np.float64]:
    last = "closes" if note.closes else "opens" if note.opens else ""
    is_long = note.beats >= _LONG_BEATS
    may_pass = inside and not (note.strong or note.stressed or is_long or last)
    return _fits(note.chord, note.key, centre, note.strong, is_long, may_pass, last)


@lru_cache(maxsize=4096)
def _fits(
    chord: Chord, key: Key, centre: int, strong: bool, is_long: bool, may_pass: bool, last: str
) -> NDArray[np.float64]:
    """What each pitch costs over a chord: only its tones on strong beats, only the scale elsewhere."""
    scale, triad = melody_tones(key, chord), {(chord.root + step) % 12 for step in chord.intervals[:3]}
    between = _passing_tones(chord, key) if may_pass else frozenset()
    costs = []
    for pitch in range(centre - _BELOW, centre + _ABOVE + 1):
        tone = pitch % 12
        cost = 0.0 if tone in scale else _PASSING if tone in between else _NEVER
        if tone not in chord.pitch_classes:
            cost += _NEVER if strong or last else _PASSING_LONG if is_long else 0.0
            cost += _LEANING_ON_CHORD if is_long and (tone - 1) % 12 in chord.pitch_classes else 0.0
        elif tone not in triad:
            cost += _BEYOND_TRIAD + (_NOT_HOME if last else 0.0)
        if last == "closes" and tone != chord.root:
            cost += _NOT_HOME
        if last == "opens" and tone in (chord.root, key.tonic):
            cost += _AT_HOME
        costs.append(cost)
    return np.array(costs)
