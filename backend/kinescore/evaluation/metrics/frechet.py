"""Fréchet distance between two clouds of embeddings, each taken as a Gaussian (for sound: Kilgour et al. 2019).

Clouds are read a few rows at a time: what is kept has the size of a covariance, however much music there is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray
from scipy import stats

ROWS_AT_ONCE = 1024
ENOUGH_PER_DIMENSION = 10
"""Rows per dimension from which on a distance hardly depends on their number: two clouds of n rows drawn from one
Gaussian of D equal dimensions lie about D/(2n) of its variance apart, which is 5 % here."""


@dataclass(frozen=True)
class Gaussian:
    """count: rows. mean: [D]. scatter: [D, D], sum of (row - mean)(row - mean)'. float64."""

    count: int
    mean: NDArray[np.float64]
    scatter: NDArray[np.float64]

    @property
    def covariance(self) -> NDArray[np.float64]:
        """[D, D], unbiased; nan for fewer than two rows."""
        return self.scatter / (self.count - 1 if self.count > 1 else math.nan)


def no_rows(width: int) -> Gaussian:
    """Return the Gaussian of no row of `width` D."""
    return Gaussian(0, np.zeros(width), np.zeros((width, width)))


def gaussian_of(chunks: Iterable[NDArray[np.floating]], width: int) -> Gaussian:
    """Return the Gaussian of all rows of `chunks`, each [N, `width`], N of any size."""
    total, rows = no_rows(width), 0
    waiting: list[NDArray[np.floating]] = []
    for chunk in chunks:
        waiting.append(chunk)
        rows += len(chunk)
        if rows >= ROWS_AT_ONCE:
            total, waiting, rows = merged(total, _gaussian(np.concatenate(waiting))), [], 0
    return merged(total, _gaussian(np.concatenate(waiting))) if rows else total


def merged(first: Gaussian, second: Gaussian) -> Gaussian:
    """Return the Gaussian of the rows of both (Chan, Golub and LeVeque 1979)."""
    count = first.count + second.count
    if count == 0:
        return first
    step = second.mean - first.mean
    mean = first.mean + step * (second.count / count)
    between = np.outer(step, step) * (first.count * second.count / count)
    return Gaussian(count, mean, first.scatter + second.scatter + between)


def frechet_distance(first: Gaussian, second: Gaussian) -> float:
    """Return |m1 - m2|^2 + tr C1 + tr C2 - 2 tr (C1 C2)^(1/2) (Dowson and Landau 1982); nan for fewer than two rows.

    The last trace is the sum of the singular values of C1^(1/2) C2^(1/2): real for singular covariances as well, where
    a root of the product C1 C2, which is not symmetric, becomes complex.
    """
    if min(first.count, second.count) < 2:
        return math.nan
    step = first.mean - second.mean
    one, two = first.covariance, second.covariance
    overlap = np.linalg.svd(_root(one) @ _root(two), compute_uv=False).sum()
    return max(0.0, float(step @ step + np.trace(one) + np.trace(two) - 2.0 * overlap))


def enough_rows(width: int) -> int:
    """Return how many rows of `width` make a distance that hardly depends on their number."""
    return ENOUGH_PER_DIMENSION * width


def interval_over_songs(
    value: float, reference: Sequence[Gaussian], generated: Sequence[Gaussian]
) -> tuple[float, float]:
    """Return the 95 % interval of the distance `value` between two clouds given group by group, each of whole songs.

    Each group is left out of both clouds in turn (delete-group jackknife, Student's t). Resampling with repetition
    would not do: repeated songs narrow a covariance and lengthen the distance. nan for fewer than two groups.
    """
    groups = len(reference)
    if groups < 2 or math.isnan(value):
        return math.nan, math.nan
    without = np.array(
        [frechet_distance(_all_but(index, reference), _all_but(index, generated)) for index in range(groups)]
    )
    error = math.sqrt((groups - 1) / groups * np.sum((without - without.mean()) ** 2))
    reach = float(stats.t.ppf(0.975, groups - 1)) * error
    return max(0.0, value - reach), value + reach


def distances_of_halves(groups: Sequence[Gaussian], draws: int, seed: int) -> NDArray[np.float64]:
    """Return [`draws`] distances between two random halves of one cloud given group by group; none for one group."""
    if len(groups) < 2:
        return np.empty(0)
    generator = np.random.default_rng(seed)
    middle = len(groups) // 2
    orders = [generator.permutation(len(groups)) for _ in range(draws)]
    return np.array(
        [frechet_distance(_some(order[:middle], groups), _some(order[middle:], groups)) for order in orders]
    )


def all_of(groups: Sequence[Gaussian]) -> Gaussian:
    """Return the Gaussian of the rows of all `groups`."""
    return reduce(merged, groups)


def _some(indices: NDArray[np.int_], groups: Sequence[Gaussian]) -> Gaussian:
    return all_of([groups[index] for index in indices])


def _all_but(index: int, groups: Sequence[Gaussian]) -> Gaussian:
    return all_of([*groups[:index], *groups[index + 1 :]])


def _gaussian(rows: NDArray[np.floating]) -> Gaussian:
    exact = rows.astype(np.float64)
    mean = exact.mean(axis=0)
    away = exact - mean
    return Gaussian(len(exact), mean, away.T @ away)


def _root(covariance: NDArray[np.float64]) -> NDArray[np.float64]:
    """The symmetric square root; directions without variance stay without it, rounding errors notwithstanding."""
    values, vectors = np.linalg.eigh(covariance)
    rounding = len(values) * np.finfo(np.float64).eps * max(values[-1], 0.0)
    return (vectors * np.sqrt(np.where(values > rounding, values, 0.0))) @ vectors.T
