"""Scores of beats of generated music against a reference's, with every published definition of the ratios.

Bg, Bt and Ba are the generated, the reference's and the aligned beats of one clip.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.metrics.beat_counts import BeatCounts
from kinescore.evaluation.metrics.metric import Metric, Value

Ratios = Callable[[BeatCounts], tuple[NDArray[np.float64], NDArray[np.float64]]]


def loris_ratios(counts: BeatCounts) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return Ba/Bg and Ba/Bt [N], 0 where there is no beat to divide by (Yu et al. 2023, beats_scores.py)."""
    return counts.aligned / counts.generated.clip(1), counts.aligned / counts.reference.clip(1)


def original_ratios(counts: BeatCounts) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return Bg/Bt and Ba/Bt [N], nan where the reference has no beat: D2M-GAN's script divides by zero there and ends
    (Zhu et al. 2022)."""
    beats = np.where(counts.reference > 0, counts.reference, np.nan)
    return counts.generated / beats, counts.aligned / beats


COVER, HIT, COVER_SQUARED, HIT_SQUARED, GENERATED, REFERENCE, CLIPS = range(7)


def beat_terms(counts: BeatCounts, ratios: Ratios) -> NDArray[np.float64]:
    """Return what the metrics need of every clip, [N, 7]; they are functions of its column sums."""
    cover, hit = ratios(counts)
    columns = (cover, hit, cover**2, hit**2, counts.generated, counts.reference, np.ones(len(cover)))
    return np.stack(columns, axis=1)


def mean_of(column: int) -> Value:
    """Return the mean over clips of a column of terms."""
    return lambda sums: sums[..., column] / sums[..., CLIPS]


def f1_of_means(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the harmonic mean of the two mean ratios (LORIS), 0 where both are 0."""
    cover, hit = sums[..., COVER], sums[..., HIT]
    return 2 * cover * hit / np.where(cover + hit == 0, 1, cover + hit) / sums[..., CLIPS]


def deviation_of(column: int, squared: int, ddof: int) -> Value:
    """Return the standard deviation over clips of a column of terms; nan where `ddof` leaves no clip to divide by."""

    def deviation(sums: NDArray[np.float64]) -> NDArray[np.float64]:
        clips = sums[..., CLIPS]
        spread = np.maximum(sums[..., squared] - sums[..., column] ** 2 / clips, 0)
        return np.sqrt(spread / np.where(clips > ddof, clips - ddof, np.nan))

    return deviation


def density(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the beats generated per beat of the references, over all clips together; nan without any in these."""
    return sums[..., GENERATED] / np.where(sums[..., REFERENCE] > 0, sums[..., REFERENCE], np.nan)


def _deviation(name: str, column: int, squared: int) -> Metric:
    population = deviation_of(column, squared, ddof=0)
    return Metric(
        name,
        deviation_of(column, squared, ddof=1),
        CLIPS,
        better="lower",
        note=lambda sums: f"ddof = 1; {population(sums):.4f} with ddof = 0",
    )


def _why_undefined(sums: NDArray[np.float64]) -> str:
    return "undefined: a reference has no beat, and the original divides by it" if np.isnan(sums[HIT]) else ""


DENSITY = Metric("Bg/Bt", density, CLIPS, better="")
LORIS_METRICS = (
    Metric("BCS", mean_of(COVER), CLIPS, best_is_one=True),
    Metric("BHS", mean_of(HIT), CLIPS, best_is_one=True),
    Metric("F1", f1_of_means, CLIPS, best_is_one=True),
    _deviation("CSD", COVER, COVER_SQUARED),
    _deviation("HSD", HIT, HIT_SQUARED),
    DENSITY,
)
ORIGINAL_METRICS = (
    Metric("BCS (Bg/Bt)", mean_of(COVER), CLIPS, better="", note=_why_undefined),
    Metric("BHS", mean_of(HIT), CLIPS, best_is_one=True, note=_why_undefined),
    DENSITY,
)
