"""What the measures need of every clip -> figures with interval and chance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.chance.chance import Draws, chance
from kinescore.evaluation.chance.intervals import interval, resampled_sums
from kinescore.evaluation.metrics.measure import Measure
from kinescore.evaluation.results.figure import Figure


def figures_of(
    group: str,
    system: str,
    measures: Sequence[Measure],
    terms: NDArray[np.float64],
    songs: NDArray[np.int64],
    draws: Sequence[Draws],
    seed: int,
) -> list[Figure]:
    """Return a figure of each measure. terms [N, K]: of each clip. songs [N]: the number of its song."""
    sums, resampled = terms.sum(axis=0), resampled_sums(terms, songs, seed)
    figures = []
    for measure in measures:
        low, high = interval(measure, resampled)
        figures.append(
            Figure(
                group=group,
                measure=measure.name,
                system=system,
                value=float(measure.value(sums)),
                low=low,
                high=high,
                clips=int(sums[measure.counted]),
                unit=measure.unit,
                better=measure.better,
                chance=tuple(chance(measure, each) for each in draws),
                note=measure.note(sums),
            )
        )
    return figures
