"""The tables of `benchmarks.beat_accuracy`: what was found in pieces of dances, and how often that is right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from benchmarks.dances import (
    CHANGES,
    FIRST_BEAT_SECONDS,
    POSSIBLE_FIRST_BEATS,
    TOLERANCE_SECONDS,
    Dance,
    chance_of_all_beats,
    genre_of_name,
    windows,
    worst_beat_error,
)
from benchmarks.fit_beat_phase import LENGTHS
from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.beat_grid import BeatGrid
from kinescore.dance.downbeats import BEATS_PER_BAR, first_downbeat
from kinescore.dance.movement import movement_of
from kinescore.groovebox.arranger.choose_style import choose_style
from kinescore.groovebox.prompt.prompt_intent import PromptIntent

ALWAYS_BPM = 100.0

Tracker = Callable[[Dance, float | None], DanceAnalysis]
"""Analyses a piece, at a tempo in BPM where one is given."""


@dataclass(frozen=True)
class Outcome:
    """What was found in one piece: with nothing given, and with the tempo given."""

    piece: Dance
    analysis: DanceAnalysis
    at_tempo: BeatGrid

    @property
    def found(self) -> BeatGrid:
        """The beats, nothing given."""
        return self.analysis.grid

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

    def has_no_beat(self) -> bool:
        """Say whether music without a named style has no beat: no pulse is found, or the style is cinematic."""
        return not self.analysis.keeps_time or choose_style(self.analysis, PromptIntent())[0] == "cinematic"

    def _all_right(self, grid: BeatGrid, first_beat: float) -> bool:
        music = replace(self.piece, beat_seconds=self.piece.beat_seconds + first_beat - FIRST_BEAT_SECONDS)
        return worst_beat_error(music, grid.beats, grid.tempo_bpm) <= TOLERANCE_SECONDS


def outcomes_of(pieces: Sequence[Dance], tracker: Tracker) -> list[Outcome]:
    """Analyse every piece twice."""
    return [Outcome(piece, tracker(piece, None), tracker(piece, piece.tempo_bpm).grid) for piece in pieces]


def mean_over_dances(outcomes: Sequence[Outcome], right: Callable[[Outcome], float]) -> float:
    """Return the mean over dances of the mean of `right` over their pieces."""
    by_dance: dict[str, list[float]] = {}
    for outcome in outcomes:
        by_dance.setdefault(outcome.piece.name, []).append(float(right(outcome)))
    return float(np.mean([np.mean(values) for values in by_dance.values()]))


def print_windows(sets: dict[str, list[Dance]], tracker: Tracker) -> list[Outcome]:
    """Print one row for each set and length; return all outcomes."""
    everything: list[Outcome] = []
    print(
        f"{'set':12} {'s':>3} {'pieces':>6} {'tempo 4 %':>10} {'1 %':>5} {'chance':>7}"
        f" {'phase .05/.08/.10':>18} {'chance':>7} {'beats .05/.08/.10':>18} {'one':>5} {'film':>5}"
    )
    for name, dances in sets.items():
        for seconds in LENGTHS:
            pieces = [piece for dance in dances for piece in windows(dance, seconds)]
            if pieces:
                outcomes = outcomes_of(pieces, tracker)
                everything += outcomes
                print(f"{name:12} {seconds:3.0f} {len(pieces):6} {_row(outcomes)}")
    return everything


def print_reliability(outcomes: Sequence[Outcome]) -> None:
    """Print, for fifths of the pieces by rising confidence, what was said and what was true, every dance alike.

    Nothing is said of pieces that keep no time: how often their beats, chosen for the hit points, are right stands
    below.
    """
    print("\nconfidence, fifths by rising confidence, then all: said / true, per cent")
    silent = [outcome for outcome in outcomes if not outcome.analysis.keeps_time]
    outcomes = [outcome for outcome in outcomes if outcome.analysis.keeps_time]
    kinds: dict[str, tuple[Callable[[Outcome], float], Callable[[Outcome], bool]]] = {
        "tempo": (lambda outcome: outcome.found.tempo_confidence, lambda outcome: outcome.tempo_right(0.04)),
        "beats": (lambda outcome: outcome.found.beat_confidence, lambda outcome: outcome.beats_right(0.08)),
        "beats, tempo given": (
            lambda outcome: outcome.at_tempo.beat_confidence,
            lambda outcome: outcome.phase_right(0.08),
        ),
    }
    for name, (confidence, right) in kinds.items():
        ranked = sorted(outcomes, key=confidence)
        fifths = [ranked[len(ranked) * k // 5 : len(ranked) * (k + 1) // 5] for k in range(5)]
        cells = [
            f"{100 * mean_over_dances(p, confidence):3.0f} /{100 * mean_over_dances(p, right):4.0f}" for p in fifths
        ]
        said, true = (100 * mean_over_dances(ranked, each) for each in (confidence, right))
        print(f"{name:20} {'   '.join(cells)}   all {said:3.0f} /{true:4.0f}")
    if silent:
        trues = ", ".join(f"{name} {100 * mean_over_dances(silent, right):.0f}" for name, (_, right) in kinds.items())
        print(f"{len(silent)} of {len(silent) + len(outcomes)} pieces keep no time; true of them: {trues}")


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
        f" {share(Outcome.has_no_beat):5.0f}"
    )


def print_genres(outcomes: Sequence[Outcome]) -> None:
    """Print one row for each genre, pieces of 10 and 5 s, every dance alike."""
    print(f"\n{'genre':6} {'dances':>6} {'tempo 4 %, 10/5 s':>18} {'phase':>9} {'beats':>9}")
    for genre in sorted({genre_of_name(outcome.piece.name) for outcome in outcomes}):
        of_genre = [outcome for outcome in outcomes if genre_of_name(outcome.piece.name) == genre]
        short = [
            [each for each in of_genre if 0.6 * most < each.piece.keypoints.seconds < 1.1 * most] for most in (10, 5)
        ]
        cells = [
            "/".join(f"{100 * mean_over_dances(pieces, right):.0f}" if pieces else "-" for pieces in short)
            for right in (
                lambda outcome: outcome.tempo_right(0.04),
                lambda outcome: outcome.phase_right(FIRST_BEAT_SECONDS),
                lambda outcome: outcome.beats_right(FIRST_BEAT_SECONDS),
            )
        ]
        dances = len({outcome.piece.name for outcome in of_genre})
        print(f"{genre:6} {dances:6} {cells[0]:>18} {cells[1]:>9} {cells[2]:>9}")
