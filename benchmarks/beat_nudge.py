"""What a nudge of the beats is worth elsewhere: in the rest of the dance, the choreography, all that the dancer dances.

    python -m benchmarks.beat_nudge [folder with aist, aist_more, aist_sticks, avatars]

A nudge puts the beats found in one piece where the music has them. It is then applied to other pieces, tempo given,
dancers left out of the fit; phase within 0.1 s before and after, pieces of 10 and 5 s, mean over dances.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from benchmarks.avatar_dances import load_known
from benchmarks.dances import DATA, SETS, TOLERANCE_SECONDS
from benchmarks.fit_beat_phase import Sample, models_without, samples_of

Relation = Callable[[Sample, Sample], bool]
"""Whether a nudge made in the first is applied to the second."""


def main(arguments: list[str]) -> int:
    """Print a row for every relation."""
    folder = Path(arguments[0]) if arguments else DATA
    samples = samples_of([dance for name in SETS for dance in load_known(folder / name)])
    if not samples:
        print(f"No dances found; name a folder that holds any of {', '.join(SETS)}.")
        return 2
    models = models_without(samples)
    late = {id(sample): _late(sample, sample.phase(models[sample.dancer], sample.dance.tempo_bpm).first_beat)
            for sample in samples}  # fmt: skip
    relations: dict[str, Relation] = {
        "the rest of the dance": lambda one, other: one.dance.name == other.dance.name and one is not other,
        "the same choreography to other music": lambda one, other: (
            one.dance.name[-4:] == other.dance.name[-4:] and one.dance.name != other.dance.name
        ),
        "the dancer's other choreographies": lambda one, other: one.dance.name[-4:] != other.dance.name[-4:],
    }
    print("| a nudge made in one piece, used in | s | dances | without | with |\n|---|---|---|---|---|")
    for name, relation in relations.items():
        for seconds in (10.0, 5.0):
            _print_row(name, seconds, [each for each in samples if each.seconds == seconds], late, relation)
    return 0


def _late(sample: Sample, seconds: float) -> float:
    """Return how far after the nearest beat of the music `seconds` is, in periods either way."""
    period = 60.0 / sample.dance.tempo_bpm
    return (seconds - sample.dance.beat_seconds + period / 2) % period - period / 2


def _print_row(
    name: str, seconds: float, samples: Sequence[Sample], late: dict[int, float], relation: Relation
) -> None:
    by_dance: dict[str, list[tuple[float, float]]] = {}
    for sample in samples:
        nudges = [late[id(one)] for one in samples if one.dancer == sample.dancer and relation(one, sample)]
        if nudges:
            first = sample.dance.beat_seconds + late[id(sample)]
            right = [abs(_late(sample, first - nudge)) <= TOLERANCE_SECONDS for nudge in nudges]
            plain = float(abs(late[id(sample)]) <= TOLERANCE_SECONDS)
            by_dance.setdefault(sample.dance.name, []).append((plain, float(np.mean(right))))
    without, nudged = np.mean([np.mean(pairs, axis=0) for pairs in by_dance.values()], axis=0)
    print(f"| {name} | {seconds:.0f} | {len(by_dance)} | {100 * without:.0f} | {100 * nudged:.0f} |")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
