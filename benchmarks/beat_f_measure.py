"""F-measure of the beats found in dances against those of their own music, nothing given, beside chance.

    python -m benchmarks.beat_f_measure [folder with aist, aist_more, aist_sticks, avatars]

mir_eval's F-measure (a beat counts within 0.07 s), pieces of 20, 10 and 5 s, the dancer left out of the fit, every
dance alike. Chance: the same beats at every phase. Corrected: (F - chance) / (1 - chance), 0 by chance and 1 at best,
with the middle 95 % of 2,000 draws of dancers. AIST++ music starts between 0.05 and 0.10 s: figures are for 0.05 / 0.08
/ 0.10 s.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from mir_eval.beat import f_measure
from numpy.typing import NDArray

from benchmarks.avatar_dances import load_known
from benchmarks.dances import DATA, FIRST_BEAT_SECONDS, POSSIBLE_FIRST_BEATS, SETS
from benchmarks.fit_beat_phase import LENGTHS, Sample, models_without, samples_of
from kinescore.dance.beat_grid import even_beats

PHASES, DRAWS = 24, 2000


def main(arguments: list[str]) -> int:
    """Print a table with a row for each set and length."""
    folder = Path(arguments[0]) if arguments else DATA
    sets = {name: samples_of(load_known(folder / name)) for name in SETS}
    if not any(sets.values()):
        print(f"No dances found; name a folder that holds any of {', '.join(SETS)}.")
        return 2
    print_table(sets)
    return 0


def print_table(sets: dict[str, list[Sample]]) -> None:
    """Print the table of `sets`, and of all together."""
    everybody = [sample for group in sets.values() for sample in group]
    models = models_without(everybody)
    firsts = {id(sample): sample.phase(models[sample.dancer], sample.found_bpm).first_beat for sample in everybody}
    print(f"{'set':12} {'s':>3} {'F .05/.08/.10':>15} {'chance':>7} {'corrected .05/.08/.10':>23}   95 % at .08")
    for name, group in {**sets, "all": everybody}.items():
        for seconds in LENGTHS:
            pieces = [sample for sample in group if sample.seconds == seconds]
            if pieces:
                _print_row(name, seconds, pieces, firsts)


def _print_row(name: str, seconds: float, pieces: Sequence[Sample], firsts: dict[int, float]) -> None:
    scores = np.array([_scores(piece, firsts[id(piece)]) for piece in pieces])
    dances = sorted({piece.dance.name for piece in pieces})
    of_dance = np.array([dances.index(piece.dance.name) for piece in pieces])
    means = np.stack([scores[of_dance == dance].mean(axis=0) for dance in range(len(dances))])
    dancers = [next(piece.dancer for piece in pieces if piece.dance.name == dance) for dance in dances]
    found, chance = means[:, :-1].mean(axis=0), means[:, -1].mean()
    low, high = _interval(means, dancers)
    print(
        f"{name:12} {seconds:3.0f} {'/'.join(f'{value:.2f}' for value in found):>15} {chance:7.2f}"
        f" {'/'.join(f'{value:.2f}' for value in (found - chance) / (1 - chance)):>23}   {low:.2f} to {high:.2f}"
    )


def _scores(piece: Sample, first: float) -> tuple[float, ...]:
    """F-measures of the found beats for music from POSSIBLE_FIRST_BEATS, and by chance."""
    seconds, period = piece.dance.keypoints.seconds, 60.0 / piece.found_bpm
    found = even_beats(first, piece.found_bpm, seconds)
    right = [f_measure(piece.dance.beats + start - FIRST_BEAT_SECONDS, found) for start in POSSIBLE_FIRST_BEATS]
    anywhere = [even_beats(place * period, piece.found_bpm, seconds) for place in np.arange(PHASES) / PHASES]
    return (*right, float(np.mean([f_measure(piece.dance.beats, beats) for beats in anywhere])))


def _interval(means: NDArray[np.float64], dancers: Sequence[str]) -> tuple[float, float]:
    """Return the middle 95 % of the corrected F for 0.08 s, dancers drawn with replacement. means: [D, 4]."""
    rng, names = np.random.default_rng(0), sorted(set(dancers))
    rows = [np.flatnonzero(np.array(dancers) == name) for name in names]
    drawn = []
    for _ in range(DRAWS):
        chosen = means[np.concatenate([rows[place] for place in rng.integers(0, len(names), len(names))])]
        found, chance = chosen[:, 1].mean(), chosen[:, -1].mean()
        drawn.append((found - chance) / (1 - chance))
    low, high = np.percentile(drawn, [2.5, 97.5])
    return float(low), float(high)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
