"""How music lies on movement, without any reference.

Music is what was heard in it by whichever detector; the heading of the table says which. Movement is looked at as long
as the music lasts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.metrics.beat_counts import OneToOne
from kinescore.evaluation.metrics.events import Events, distance_to_nearest, gather, inside
from kinescore.evaluation.metrics.measure import Measure, mean_measure, mean_terms
from kinescore.evaluation.observations.observation import Detector, Seen

SIGMA_S = 3 / 60
"""Three frames at 60 Hz (Li et al. 2021)."""
F_WINDOW = OneToOne(0.07)
"""The window of mir_eval.beat.f_measure."""
STRONG = 0.5


@dataclass(frozen=True)
class Movements:
    """N movements. kinematic, grid, hits: their events. weights [M] 0..1 of the hits, in the order of `hits.flat`.
    fps [N] Hz."""

    kinematic: Events
    grid: Events
    hits: Events
    weights: NDArray[np.float64]
    fps: NDArray[np.float64]


def movements_of(seen: Sequence[Seen]) -> Movements:
    """Return many movements laid out together. Raises EvaluationError for times that do not increase."""
    seconds = [each.seconds for each in seen]
    return Movements(
        kinematic=gather([each.kinematic for each in seen], seconds),
        grid=gather([each.grid for each in seen], seconds),
        hits=gather([each.hits for each in seen], seconds),
        weights=np.concatenate([np.zeros(0), *(each.weights[inside(each.hits, each.seconds)] for each in seen)]),
        fps=np.array([each.fps for each in seen], np.float64),
    )


def alignment_score(events: Events, others: Events) -> NDArray[np.float64]:
    """Return the beat alignment score [N]: the mean over `events` of exp(-d^2 / (2 sigma^2)), d the distance to the
    nearest of `others`; 0 without events.

    Over kinematic beats it is AI Choreographer's (Li et al. 2021); over music beats it is
    Bailando's (Siyao et al. 2022), which most later papers report. The two differ wherever one side has more beats.
    """
    rows, _ = events.flat()
    score = np.exp(-(distance_to_nearest(events, others) ** 2) / (2 * SIGMA_S**2))
    return np.bincount(rows, score, len(events.seconds)) / np.bincount(rows, minlength=len(events.seconds)).clip(1)


def grid_f(music: Events, grid: Events) -> NDArray[np.float64]:
    """Return the F-measure [N] of the beats in music against the movement's beat grid, within 70 ms; 0 for none."""
    counts = F_WINDOW.count(music, grid)
    return 2 * counts.aligned / (counts.generated + counts.reference).clip(1)


def hit_distances(music: Events, movements: Movements) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return how far the hits of each movement are from the nearest event of its music, in frames of the movement: the
    median over hits of weight 0.5 and above [N], and the mean over all hits by weight [N]. nan without such hits, and
    for music without events.
    """
    hits = movements.hits
    rows, times = hits.flat()
    heard = times <= music.seconds[rows]
    frames = distance_to_nearest(hits, music) * movements.fps[rows]
    strong = heard & (movements.weights >= STRONG)
    weights = np.where(heard, movements.weights, 0.0)
    total = np.bincount(rows, weights, len(hits.seconds))
    mean = np.bincount(rows, weights * np.where(heard, frames, 0.0), len(hits.seconds)) / np.where(
        total > 0, total, np.nan
    )
    return _medians(rows[strong], frames[strong], len(hits.seconds)), np.where(np.isfinite(mean), mean, np.nan)


@dataclass(frozen=True)
class Alignment:
    """One way to compare music with movement. name: heading of its table. terms: what the measures need, [N, K]."""

    name: str
    detector: Detector
    terms: Callable[[Events, Movements], NDArray[np.float64]]
    measures: tuple[Measure, ...]


def _beat_terms(music: Events, movements: Movements) -> NDArray[np.float64]:
    return mean_terms(
        alignment_score(movements.kinematic.until(music.seconds), music),
        alignment_score(music.until(movements.kinematic.seconds), movements.kinematic),
        grid_f(music, movements.grid),
    )


def _hit_terms(music: Events, movements: Movements) -> NDArray[np.float64]:
    return mean_terms(*hit_distances(music, movements))


BEAT_MEASURES = (
    mean_measure("BAS over kinematic beats", 0, best_is_one=True),
    mean_measure("BAS over music beats", 1, best_is_one=True),
    mean_measure("F of the beat grid within 70 ms", 2, best_is_one=True),
)
HIT_MEASURES = (
    mean_measure("distance of strong hits, median", 0, unit="frames", better="lower"),
    mean_measure("distance of hits, mean by weight", 1, unit="frames", better="lower"),
)
ALIGNMENTS = (
    Alignment("beats on movement, beat tracker", Detector.TRACKER, _beat_terms, BEAT_MEASURES),
    Alignment("hit points, beat tracker", Detector.TRACKER, _hit_terms, HIT_MEASURES),
    Alignment("hit points, onsets", Detector.ONSETS, _hit_terms, HIT_MEASURES),
)


def _medians(rows: NDArray[np.int64], values: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """Return the median of the values of each row, [count]; nan for rows without values or with infinite ones."""
    ordered = np.append(values[np.lexsort((values, rows))], np.nan)
    first = np.searchsorted(rows, np.arange(count))
    size = np.searchsorted(rows, np.arange(count), side="right") - first
    low, high = first + (size - 1) // 2, first + size // 2
    middle = np.where(size > 0, (ordered[low.clip(0)] + ordered[high]) / 2, np.nan)
    return np.where(np.isfinite(middle), middle, np.nan)
