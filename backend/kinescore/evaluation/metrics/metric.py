"""What a metric is: a number made of sums over clips, so that resampling and shuffling need only sums."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Value = Callable[[NDArray[np.float64]], NDArray[np.float64]]


def _nothing(_sums: NDArray[np.float64]) -> str:
    return ""


@dataclass(frozen=True)
class Metric:
    """name, unit, better: as in MetricResult. value: from sums over clips [..., K] to the metric [...]. counted: the
    column of the sums that says how many clips count. best_is_one: 1 is perfect, so chance can be corrected for."""

    name: str
    value: Value
    counted: int
    unit: str = ""
    better: str = "higher"
    best_is_one: bool = False
    note: Callable[[NDArray[np.float64]], str] = _nothing


def mean_metric(name: str, place: int, *, unit: str = "", better: str = "higher", best_is_one: bool = False) -> Metric:
    """Return the mean of the `place`-th of the values that `mean_terms` was given, over the clips that have one."""
    total, counted = 2 * place, 2 * place + 1

    def mean(sums: NDArray[np.float64]) -> NDArray[np.float64]:
        return sums[..., total] / np.where(sums[..., counted] > 0, sums[..., counted], np.nan)

    return Metric(name, mean, counted, unit, better, best_is_one)


def mean_terms(*values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the terms [N, 2 * len(values)] of the means of `values`, each [N], nan where a clip has none."""
    pairs = [(np.where(np.isfinite(each), each, 0.0), np.isfinite(each)) for each in values]
    return np.stack([column for pair in pairs for column in pair], axis=1).astype(np.float64)
