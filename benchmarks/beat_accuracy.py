"""How often tempo, phase, beats and downbeats are right on real dances, in pieces as short as shots, beside chance.

    python -m benchmarks.beat_accuracy [folder with aist, aist_more, aist_sticks, avatars]

Each of these folders is a set of AIST++ dances: *.npz, or avatars (`benchmarks.avatar_dances`). Each piece is
analysed by itself, with weights and calibration fitted on all dances but those of its dancer; at the end stands what
the shipped weights, which know all of them, give. Figures are the mean over dances of the share of their pieces: a long
dance counts as much as a short one.

tempo 4 %, 1 %: found tempo within that of the music's; half and double time are wrong. Chance: always 100 BPM.
phase: all beats within 0.1 s, the tempo given. Chance: a random phase.
beats: all beats within 0.1 s, nothing given. Chance: a random phase at the true tempo.
one: the downbeat, the music's beats given; the first of an AIST++ song is a downbeat. Chance 25 %.
film: pieces that keep no time, or get "cinematic" music where no style is named.
righted: stick drawings read upside down, arms and legs exchanged back; in no fit, and rough.

AIST++ music starts somewhere between 0.05 and 0.10 s: phase and beats are given for 0.05 / 0.08 / 0.10 s.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.avatar_dances import load_known
from benchmarks.beat_accuracy_tables import Tracker, print_changes, print_genres, print_reliability, print_windows
from benchmarks.dances import DATA, SETS, Dance, dancer_of_name
from benchmarks.fit_beat_phase import calibrate, cases_of, fit, models_without, samples_of
from benchmarks.stick_drawings import load_righted
from kinescore.dance.analysis import DanceAnalysis, analyse
from kinescore.dance.beat_tracking import beat_grid_of
from kinescore.dance.hit_detection import hit_points_of
from kinescore.dance.movement import movement_of
from kinescore.dance.timing import Timing


def main(arguments: list[str]) -> int:
    """Print the tables for the sets in the folder that `arguments` names."""
    folder = Path(arguments[0]) if arguments else DATA
    sets = {name: load_known(folder / name) for name in SETS}
    sets = {name: dances for name, dances in sets.items() if dances}
    if not sets:
        print(f"No dances found; name a folder that holds any of {', '.join(SETS)}.")
        return 2
    for name, dances in sets.items():
        misread = len(load_righted(folder / name))
        print(f"{name}: {len(dances)} dances" + (f"; {misread} misread, upside down, in no fit" if misread else ""))
    left_out = without_the_dancer([dance for dances in sets.values() for dance in dances])
    print("\ndancers left out")
    outcomes = print_windows(sets, left_out)
    righted = print_windows({"righted": load_righted(folder / "aist_sticks")}, left_out)
    print_reliability(outcomes)
    print_genres([*outcomes, *righted])
    print("\nshipped weights")
    print_windows(sets, by_analysis)
    print_changes(sets.get("aist", []), by_analysis)
    return 0


def without_the_dancer(dances: Sequence[Dance]) -> Tracker:
    """The analysis with weights and calibration of all `dances` but those of the piece's dancer."""
    samples = samples_of(dances)
    models = models_without(samples)
    cases = cases_of(samples, models)
    everyone = replace(fit(samples), calibration=calibrate(cases))
    for dancer, model in models.items():
        others = [case for case in cases if case.sample.dancer != dancer]
        models[dancer] = replace(model, calibration=calibrate(others))

    def tracker(piece: Dance, tempo_bpm: float | None) -> DanceAnalysis:
        model = models.get(dancer_of_name(piece.name), everyone)
        hits, movement = hit_points_of(piece.keypoints), movement_of(piece.keypoints)
        grid = beat_grid_of(movement, hits, piece.keypoints.seconds, tempo_bpm, model)
        return replace(analyse(piece.keypoints), grid=grid)

    return tracker


def by_analysis(piece: Dance, tempo_bpm: float | None) -> DanceAnalysis:
    """The shipped analysis."""
    return analyse(piece.keypoints, Timing(tempo_bpm=tempo_bpm))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
