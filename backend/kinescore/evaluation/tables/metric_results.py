"""What the metrics need of every clip -> results with interval and chance levels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.chance.draws import Draws, chance_level
from kinescore.evaluation.chance.intervals import interval, resampled_sums
from kinescore.evaluation.metrics.metric import Metric
from kinescore.evaluation.results.evaluation import MetricResult


def metric_results(
    group: str,
    system: str,
    metrics: Sequence[Metric],
    terms: NDArray[np.float64],
    songs: NDArray[np.int64],
    draws: Sequence[Draws],
    seed: int,
) -> list[MetricResult]:
    """Return the result of each metric. terms [N, K]: of each clip. songs [N]: the number of its song."""
    sums, resampled = terms.sum(axis=0), resampled_sums(terms, songs, seed)
    results = []
    for metric in metrics:
        low, high = interval(metric, resampled)
        results.append(
            MetricResult(
                group=group,
                metric=metric.name,
                system=system,
                value=float(metric.value(sums)),
                low=low,
                high=high,
                clips=int(sums[metric.counted]),
                unit=metric.unit,
                better=metric.better,
                chance=tuple(chance_level(metric, each) for each in draws),
                note=metric.note(sums),
            )
        )
    return results
