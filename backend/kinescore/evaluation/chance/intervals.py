"""How far a result could move with other clips: bootstrap over songs, all clips of a song together (Efron 1979)."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.metrics.metric import Metric

RESAMPLES = 1000
FEWEST_SONGS = 2


def resampled_sums(terms: NDArray[np.float64], songs: NDArray[np.int64], seed: int) -> NDArray[np.float64]:
    """Return the sums over clips [1000, K] of random sets of songs, as many as there are, some songs repeatedly.

    terms [N, K]: of every clip. songs [N]: number of its song. Clips of one song share their beats, so they are drawn
    together. No rows for fewer than two songs.
    """
    numbers, places = np.unique(songs, return_inverse=True)
    if len(numbers) < FEWEST_SONGS:
        return np.zeros((0, terms.shape[1]))
    of_song = np.zeros((len(numbers), terms.shape[1]))
    np.add.at(of_song, places, terms)
    rng = np.random.default_rng([seed, len(numbers)])
    return np.array([of_song[rng.integers(len(numbers), size=len(numbers))].sum(axis=0) for _ in range(RESAMPLES)])


def interval(metric: Metric, sums: NDArray[np.float64]) -> tuple[float, float]:
    """Return the middle 95 % of `metric` over resampled `sums`; nan where it is undefined in all of them.

    Such intervals are somewhat narrow for fewer than about twenty songs.
    """
    values = metric.value(sums)
    values = values[np.isfinite(values)]
    if len(values) == 0:
        return math.nan, math.nan
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)
