"""How often tempo, phase, beats and downbeats are right on real dances, in pieces as short as shots, beside chance.

    python -m benchmarks.beat_accuracy [folder with aist, aist_more, aist_sticks ...]

Every folder in the one named is a set of AIST++ *.npz. Each piece is analysed by itself. Figures are the mean over
dances of the share of their pieces: a long dance counts as much as a short one.

tempo 4 %, 1 %: found tempo within that of the music's; half and double time are wrong. Chance: always 100 BPM.
phase: all beats within 0.1 s, the tempo given. Chance: a random phase.
beats: all beats within 0.1 s, nothing given. Chance: a random phase at the true tempo.
one: the downbeat, the music's beats given; the first of an AIST++ song is a downbeat. Chance 25 %.

AIST++ music starts somewhere between 0.05 and 0.10 s: phase and beats are given for 0.05 / 0.08 / 0.10 s.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.dances import (
    CHANGES,
    DATA,
    FIRST_BEAT_SECONDS,
    POSSIBLE_FIRST_BEATS,
    SETS,
    TOLERANCE_SECONDS,
    Dance,
    chance_of_all_beats,
    load_dances,
    load_upright,
    windows,
    worst_beat_error,
)
from kinescore.dance.analysis import analyse
from kinescore.dance.beat_grid import BeatGrid
from kinescore.dance.movement import movement_of
from kinescore.dance.phase import BEATS_PER_BAR, first_downbeat

LENGTHS = (20.0, 10.0, 5.0)
ALWAYS_BPM = 100.0

Tracker = Callable[[Dance, float | None], BeatGrid]
"""Finds the beats of a piece, at a tempo in BPM where one is given."""


@dataclass(frozen=True)
class Outcome:
    """What was found in one piece: with nothing given, and with the tempo given."""

    piece: Dance
    found: BeatGrid
    at_tempo: BeatGrid

    def tempo_right(self, share: float) -> bool:
        """Say whether the found tempo is within `share` of the music's."""
        return abs(self.found.tempo_bpm / self.piece.tempo_bpm - 1) < share

    def beats_right(self, first_beat: float) -> bool:
        """Say whether all beats are right, nothing given, for music whose first beat is at `first_beat` s."""
        return self._all_right(self.found, first_beat)

    def phase_right(self, first_beat: float) -> bool:
        """Say whether all beats are right, the tempo given."""
        return self._all_right(self.at_tempo, first_beat)

    def downbeat_right(self) -> bool:
        """Say whether the one is found among the music's beats."""
        beats = self.piece.beats
        first = round((beats[0] - self.piece.beat_seconds) * self.piece.tempo_bpm / 60)
        return first_downbeat(movement_of(self.piece.keypoints), beats) == -first % BEATS_PER_BAR

    def _all_right(self, grid: BeatGrid, first_beat: float) -> bool:
        music = replace(self.piece, beat_seconds=self.piece.beat_seconds + first_beat - FIRST_BEAT_SECONDS)
        return worst_beat_error(music, grid.beats, grid.tempo_bpm) <= TOLERANCE_SECONDS


def main(arguments: list[str]) -> int:
    """Print the tables for the sets in the folder that `arguments` names."""
    folder = Path(arguments[0]) if arguments else DATA
    sets = {name: load_upright(folder / name) for name in SETS}
    sets = {name: dances for name, dances in sets.items() if dances}
    if not sets:
        print(f"No dances found; name a folder that holds any of {', '.join(SETS)}.")
        return 2
    for name, dances in sets.items():
        misread = len(load_dances(folder / name)) - len(dances)
        print(f"{name}: {len(dances)} dances" + (f"; {misread} misread, upside down, left out" if misread else ""))
    print_windows(sets, by_analysis)
    print_changes(sets.get("aist", []), by_analysis)
    return 0


def by_analysis(piece: Dance, tempo_bpm: float | None) -> BeatGrid:
    """The shipped analysis."""
    return analyse(piece.keypoints, tempo_bpm=tempo_bpm).grid


def outcomes_of(pieces: Sequence[Dance], tracker: Tracker) -> list[Outcome]:
    """Analyse every piece twice."""
    return [Outcome(piece, tracker(piece, None), tracker(piece, piece.tempo_bpm)) for piece in pieces]


def mean_over_dances(outcomes: Sequence[Outcome], right: Callable[[Outcome], float]) -> float:
    """Return the mean over dances of the mean of `right` over their pieces."""
    by_dance: dict[str, list[float]] = {}
    for outcome in outcomes:
        by_dance.setdefault(outcome.piece.name, []).append(float(right(outcome)))
    return float(np.mean([np.mean(values) for values in by_dance.values()]))


def print_windows(sets: dict[str, list[Dance]], tracker: Tracker) -> None:
    """Print one row for each set and length."""
    print(
        f"\n{'set':12} {'s':>3} {'pieces':>6} {'tempo 4 %':>10} {'1 %':>5} {'chance':>7}"
        f" {'phase .05/.08/.10':>18} {'chance':>7} {'beats .05/.08/.10':>18} {'one':>5}"
    )
    for name, dances in sets.items():
        for seconds in LENGTHS:
            pieces = [piece for dance in dances for piece in windows(dance, seconds)]
            if pieces:
                print(f"{name:12} {seconds:3.0f} {len(pieces):6} {_row(outcomes_of(pieces, tracker))}")


def print_changes(dances: list[Dance], tracker: Tracker) -> None:
    """Print what changes of picture, rate and tempo do to whole dances."""
    print(f"\n{'aist, changed':20} {'pieces':>6} {'tempo 1 %':>10} {'beats':>6} {'phase':>6} {'chance':>7}")
    for change, apply in CHANGES.items():
        outcomes = outcomes_of([piece for dance in dances for piece in apply(dance)], tracker)
        if outcomes:
            shares = (
                mean_over_dances(outcomes, lambda outcome: outcome.tempo_right(0.01)),
                mean_over_dances(outcomes, lambda outcome: outcome.beats_right(FIRST_BEAT_SECONDS)),
                mean_over_dances(outcomes, lambda outcome: outcome.phase_right(FIRST_BEAT_SECONDS)),
                mean_over_dances(outcomes, lambda outcome: chance_of_all_beats(outcome.piece)),
            )
            print(f"{change:20} {len(outcomes):6} " + "{:10.0%} {:6.0%} {:6.0%} {:7.0%}".format(*shares))


def _row(outcomes: list[Outcome]) -> str:
    def share(right: Callable[[Outcome], float]) -> float:
        return 100 * mean_over_dances(outcomes, right)

    def three(right: Callable[[Outcome, float], bool]) -> str:
        return "/".join(f"{share(lambda outcome: right(outcome, first)):.0f}" for first in POSSIBLE_FIRST_BEATS)  # noqa: B023

    always = share(lambda outcome: abs(ALWAYS_BPM / outcome.piece.tempo_bpm - 1) < 0.04)
    chance = share(lambda outcome: chance_of_all_beats(outcome.piece))
    tempo, closer = (share(lambda outcome: outcome.tempo_right(within)) for within in (0.04, 0.01))  # noqa: B023
    return (
        f"{tempo:10.0f} {closer:5.0f}"
        f" {always:7.0f} {three(Outcome.phase_right):>18} {chance:7.0f} {three(Outcome.beats_right):>18}"
        f" {share(Outcome.downbeat_right):5.0f}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
