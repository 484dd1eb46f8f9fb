"""Why the beat is placed as it is: forms of the phase fit, the say of the hand-made vote, and tempo priors, compared.

    python -m benchmarks.beat_ablation [folder with aist, aist_more, aist_sticks, avatars]

Prints the tables of BEAT.md.

Phase within 0.1 s at the true tempo (music from 0.08 s), every dancer left out in turn, mean over dances; pieces of
20 / 10 / 5 s. Chance is 30 to 35 %. "righted" are ten stick drawings that were read upside down, in no fit.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.avatar_dances import load_known
from benchmarks.dances import DATA, SETS, dancer_of_name
from benchmarks.fit_beat_phase import (
    BODY_RIDGE,
    MADE_SHARE,
    NONE,
    OTHER_RIDGE,
    STEADY_RIDGE,
    Sample,
    default_ridges,
    fit,
    models_without,
    samples_of,
)
from benchmarks.stick_drawings import load_righted
from kinescore.dance import phase_model, tempo
from kinescore.dance.cues import point_curves
from kinescore.dance.movement import PART_NAMES
from kinescore.dance.phase_cues import BODY_CUES, CUE_NAMES, CURVES_HZ, KINDS, PAIRED, STEP
from kinescore.dance.phase_model import VOTE_SHARE, PhaseModel

OUT = 1e6
"""A ridge that leaves a cue without weight."""
AGAIN = " again "


def main(arguments: list[str]) -> int:
    """Print all tables as Markdown."""
    folder = Path(arguments[0]) if arguments else DATA
    sets = {name: samples_of(load_known(folder / name)) for name in SETS}
    if not any(sets.values()):
        print(f"No dances found; name a folder that holds any of {', '.join(SETS)}.")
        return 2
    print("# The beat: what was compared\n\nMade by `python -m benchmarks.beat_ablation`.", __doc__.split("\n\n")[-1])
    dances = {name: len({sample.dance.name for sample in samples}) for name, samples in sets.items()}
    dancers = {dancer_of_name(sample.dance.name) for samples in sets.values() for sample in samples}
    print(f"{sum(dances.values())} dances of {len(dancers)} dancers; one is 5 points of 'all', 10 to 25 of a set.")
    print("The kept form was chosen on these very dances, among some sixty: expect less on others.\n")
    _print_fitted_on(sets)
    _print_forms(sets)
    _print_votes(sets)
    _print_tempi({**sets, "righted": samples_of(load_righted(folder / "aist_sticks"))})
    return 0


def _print_forms(sets: dict[str, list[Sample]]) -> None:
    samples = [sample for group in sets.values() for sample in group]
    print("## Phase at the true tempo\n\n| form | numbers |", " | ".join(sets), "| all |")
    print("|---|---|" + "---|" * (len(sets) + 1))
    vote_only = PhaseModel(np.zeros(len(CUE_NAMES), complex), np.zeros(len(CUE_NAMES), complex), NONE)
    _print_phase("hand-made vote alone", 0, sets, lambda sample: vote_only)
    for name, ridges in _forms().items():
        kept = int((ridges < OUT).sum())
        models = models_without(samples, ridges=ridges)
        _print_phase(f"{name} + vote", 4 * kept, sets, lambda sample, models=models: models[sample.dancer])
    models = models_without(samples)
    kept = 4 * len(CUE_NAMES)
    for name, beat, half in (("beat rate alone", 1, 0), ("half-beat rate alone", 0, 1)):
        halves = {
            dancer: replace(model, beat=beat * model.beat, half_beat=half * model.half_beat)
            for dancer, model in models.items()
        }
        _print_phase(f"kept form, {name}", kept // 2, sets, lambda sample, halves=halves: halves[sample.dancer])
    for made in (0.0, 0.1, 0.2):
        others = models_without(samples, made=made)
        _print_phase(
            f"kept form, made dancers {made:.0%} instead of {MADE_SHARE:.0%}",
            kept,
            sets,
            lambda sample, others=others: others[sample.dancer],
        )
    print()


def _print_fitted_on(sets: dict[str, list[Sample]]) -> None:
    """What more dances to learn from are worth: the kept form, fitted without and with those on avatars."""
    print("## Fitted on\n\n| dances | |", " | ".join(sets), "| all |")
    print("|---|---|" + "---|" * (len(sets) + 1))
    everybody = [sample for group in sets.values() for sample in group]
    filmed = [sample for sample in everybody if not sample.dance.name.startswith("avatar")]
    choices = {
        "filmed and drawn ones": filmed,
        "**those and avatars (kept)**": everybody,
        **{f"the same, filmed and drawn ones {times} times": [*everybody, *_again(filmed, times)] for times in (3, 8)},
    }
    for name, known in choices.items():
        models = models_without(known)
        nobody_left_out = fit(known)
        count = len({sample.dance.name for sample in known if AGAIN not in sample.dance.name})
        _print_phase(name, count, sets, lambda sample, m=models, f=nobody_left_out: m.get(sample.dancer, f))
    genres = models_without(everybody, group_of=lambda sample: sample.genre)
    _print_phase("the same, the whole genre left out", count, sets, lambda sample: genres[sample.genre])
    print()


def _again(samples: Sequence[Sample], times: int) -> list[Sample]:
    """`samples` under other names, so often that with themselves they count `times` times."""
    return [
        replace(sample, dance=replace(sample.dance, name=f"{sample.dance.name}{AGAIN}{number}"))
        for sample in samples
        for number in range(1, times)
    ]


def _forms() -> dict[str, np.ndarray]:
    body = np.array([name in BODY_CUES for name in CUE_NAMES])
    steady = np.array([name.endswith((" still", " braking")) for name in CUE_NAMES]) & ~body
    legs = np.array([name.startswith(("hips", "knees", "ankles")) for name in CUE_NAMES]) & ~body
    plain = np.full(len(CUE_NAMES), 0.1)
    return {
        "body cues": np.where(body, plain, OUT),
        "stillness and braking of parts": np.where(steady, plain, OUT),
        "both": np.where(body | steady, plain, OUT),
        "legs and body": np.where(legs | body, plain, OUT),
        f"all {len(KINDS)} kinds of {len(PAIRED)} parts and the body, one ridge": plain,
        f"**all, ridges {BODY_RIDGE} / {STEADY_RIDGE} / {OTHER_RIDGE} (kept)**": default_ridges(),
        "all, ridges three times that": 3 * default_ridges(),
        "all, ridges a third of that": default_ridges() / 3,
    }


def _print_votes(sets: dict[str, list[Sample]]) -> None:
    """The vote's share is a constant of the module; it is exchanged while measuring."""
    models = models_without([sample for group in sets.values() for sample in group])
    print("## Say of the hand-made vote\n\n| share | |", " | ".join(sets), "| all |")
    print("|---|---|" + "---|" * (len(sets) + 1))
    for share in (0.0, 0.5, VOTE_SHARE, 1.5, 2.0, 4.0):
        phase_model.VOTE_SHARE = share
        _print_phase(f"{share:g}", 0, sets, lambda sample: models[sample.dancer])
    phase_model.VOTE_SHARE = VOTE_SHARE
    print()


def _print_tempi(sets: dict[str, list[Sample]]) -> None:
    print("## Tempo within 4 %\n\n| curves, prior or metre |", " | ".join(sets), "| all |")
    print("|---|" + "---|" * (len(sets) + 1))
    for name, curves in TEMPO_CURVES.items():
        _print_tempo(name, sets, curves)
    usual = (tempo.LIKELY_BPM, tempo.SPREAD_OCTAVES, tempo.METRE)
    for likely, spread in ((95.0, 0.45), (105.0, 0.45), (105.0, 0.35), (100.0, 0.55)):
        tempo.LIKELY_BPM, tempo.SPREAD_OCTAVES = likely, spread
        _print_tempo(f"{likely:.0f} BPM, {spread} octaves", sets, _of_the_phase)
    tempo.LIKELY_BPM, tempo.SPREAD_OCTAVES, _ = usual
    metres = {"no bar level": tempo.METRE[1:], "bar level 0.5": ((0.25, 0.5), *tempo.METRE[1:])}
    for name, metre in {**metres, "thirds held against it": (*tempo.METRE, (2 / 3, -0.3), (1 / 3, -0.2))}.items():
        tempo.METRE = metre
        _print_tempo(name, sets, _of_the_phase)
    tempo.METRE = usual[2]


def _of_the_phase(sample: Sample) -> tuple[np.ndarray, float]:
    return sample.cue_curves, CURVES_HZ


def _of_three_kinds(sample: Sample) -> tuple[np.ndarray, float]:
    return point_curves(sample.movement)[::STEP, : 3 * len(PART_NAMES)], CURVES_HZ


Curves = Callable[[Sample], tuple[np.ndarray, float]]
"""What tempo is read from, [N, C], and its rate in Hz."""
TEMPO_CURVES: dict[str, Curves] = {
    "braking, stillness and push of 11 parts (before)": _of_three_kinds,
    "**the curves of the phase, 100 BPM, 0.45 octaves (kept)**": _of_the_phase,
    "both": lambda sample: (np.hstack([_of_three_kinds(sample)[0], sample.cue_curves]), CURVES_HZ),
    "the phase's curves of the whole body alone": lambda sample: (sample.cue_curves[:, -len(BODY_CUES) :], CURVES_HZ),
}


def _print_tempo(name: str, sets: dict[str, list[Sample]], curves_of: Curves) -> None:
    def is_right(sample: Sample) -> bool:
        found = tempo.tempo_curve(*curves_of(sample)).ranked(1)[0]
        return abs(found / sample.dance.tempo_bpm - 1) < 0.04

    cells, everything = [], {}
    for group in sets.values():
        shares = _shares(group, is_right)
        cells.append(_cell(shares))
        everything = _joined(everything, shares)
    print(f"| {name} |", " | ".join([*cells, _cell(everything)]), "|", flush=True)


def _print_phase(
    name: str, numbers: int, sets: dict[str, list[Sample]], model_of: Callable[[Sample], PhaseModel]
) -> None:
    cells, everything = [], {}
    for group in sets.values():
        shares = _shares(group, lambda sample: sample.all_right(model_of(sample), sample.dance.tempo_bpm))
        cells.append(_cell(shares))
        everything = _joined(everything, shares)
    print(f"| {name} | {numbers or ''} |", " | ".join([*cells, _cell(everything)]), "|", flush=True)


Shares = dict[float, list[float]]
"""For each length of piece in seconds, the share of right pieces of every dance."""


def _shares(samples: Sequence[Sample], right: Callable[[Sample], bool]) -> Shares:
    by_dance: dict[tuple[float, str], list[bool]] = {}
    for sample in samples:
        by_dance.setdefault((sample.seconds, sample.dance.name), []).append(right(sample))
    shares: Shares = {}
    for (seconds, _), values in by_dance.items():
        shares.setdefault(seconds, []).append(float(np.mean(values)))
    return shares


def _joined(one: Shares, other: Shares) -> Shares:
    return {seconds: one.get(seconds, []) + other.get(seconds, []) for seconds in {**one, **other}}


def _cell(shares: Shares) -> str:
    return " / ".join(f"{100 * np.mean(shares[seconds]):.0f}" for seconds in sorted(shares, reverse=True))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
