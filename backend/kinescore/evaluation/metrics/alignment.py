"""How music lies on movement, without any reference. The movement is looked at as long as the music lasts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.metrics.beat_counts import OneToOne
from kinescore.evaluation.metrics.events import Events, distance_to_nearest
from kinescore.evaluation.metrics.metric import mean_metric, mean_terms

SIGMA_S = 3 / 60
"""Three frames at 60 Hz (Li et al. 2021)."""
F_WINDOW = OneToOne(0.07)
"""The window of mir_eval.beat.f_measure."""
STRONG = 0.5
BRAKING_HZ = 60.0


@dataclass(frozen=True)
class MotionEvents:
    """N movements. kinematic_beats, beats (of the beat grid), hits: their events. hit_weights [M] 0..1, in the order of
    `hits.flat`. fps [N] Hz. braking: of each, see MotionObservation."""

    kinematic_beats: Events
    beats: Events
    hits: Events
    hit_weights: NDArray[np.float64]
    fps: NDArray[np.float64]
    braking: tuple[NDArray[np.float64], ...]


def alignment_score(events: Events, others: Events) -> NDArray[np.float64]:
    """Return the beat alignment score [N]: the mean over `events` of exp(-d^2 / (2 sigma^2)), d the distance to the
    nearest of `others`; 0 without events.

    Over kinematic beats it is AI Choreographer's (Li et al. 2021); over music beats it is
    Bailando's (Siyao et al. 2022), which most later papers report. The two differ wherever one side has more beats.
    """
    rows, _ = events.flat()
    score = np.exp(-(distance_to_nearest(events, others) ** 2) / (2 * SIGMA_S**2))
    return np.bincount(rows, score, len(events.seconds)) / np.bincount(rows, minlength=len(events.seconds)).clip(1)


def grid_f_measure(music: Events, grid: Events) -> NDArray[np.float64]:
    """Return the F-measure [N] of the beats in music against the movement's beat grid, within 70 ms; 0 for none."""
    counts = F_WINDOW.count(music, grid)
    return 2 * counts.aligned / (counts.generated + counts.reference).clip(1)


def hit_distances(music: Events, motion: MotionEvents) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return how far the hits of each movement are from the nearest event of its music, in frames of the movement: the
    median over hits of weight 0.5 and above [N], and the mean over all hits by weight [N]. nan without such hits, and
    for music without events.
    """
    hits = motion.hits
    rows, times = hits.flat()
    during_music = times <= music.seconds[rows]
    frames = distance_to_nearest(hits, music) * motion.fps[rows]
    strong = during_music & (motion.hit_weights >= STRONG)
    weights = np.where(during_music, motion.hit_weights, 0.0)
    total = np.bincount(rows, weights, len(hits.seconds))
    mean = np.bincount(rows, weights * np.where(during_music, frames, 0.0), len(hits.seconds)) / np.where(
        total > 0, total, np.nan
    )
    return _medians(rows[strong], frames[strong], len(hits.seconds)), np.where(np.isfinite(mean), mean, np.nan)


def braking_at(music: Events, motion: MotionEvents) -> NDArray[np.float64]:
    """Return the mean [N] of how hard each movement brakes, beside its other moments, at the events of its music; nan
    for music without events and movements without braking. Events at random moments give 0.5."""
    counts = np.array([len(each) for each in motion.braking])
    rows, times = music.flat()
    place = np.round(times * BRAKING_HZ).astype(np.int64)
    seen = place < counts[rows]
    rows, place = rows[seen], place[seen]
    ranks = np.concatenate([np.zeros(0), *motion.braking])[(np.cumsum(counts) - counts)[rows] + place]
    heard = np.bincount(rows, minlength=len(counts))
    return np.bincount(rows, ranks, len(counts)) / np.where(heard > 0, heard, np.nan)


def braking_terms(music: Events, motion: MotionEvents) -> NDArray[np.float64]:
    """Return what BRAKING_METRICS need of each clip, [N, 2]."""
    return mean_terms(braking_at(music, motion))


def beat_alignment_terms(music: Events, motion: MotionEvents) -> NDArray[np.float64]:
    """Return what BEAT_ALIGNMENT_METRICS need of each clip, [N, 6]."""
    return mean_terms(
        alignment_score(motion.kinematic_beats.until(music.seconds), music),
        alignment_score(music.until(motion.kinematic_beats.seconds), motion.kinematic_beats),
        grid_f_measure(music, motion.beats),
    )


def hit_terms(music: Events, motion: MotionEvents) -> NDArray[np.float64]:
    """Return what HIT_METRICS need of each clip, [N, 4]."""
    return mean_terms(*hit_distances(music, motion))


BEAT_ALIGNMENT_METRICS = (
    mean_metric("BAS over kinematic beats", 0, best_is_one=True),
    mean_metric("BAS over music beats", 1, best_is_one=True),
    mean_metric("F of the beat grid within 70 ms", 2, best_is_one=True),
)
BRAKING_METRICS = (mean_metric("braking at them, share of moments that brake less", 0),)
HIT_METRICS = (
    mean_metric("distance of strong hits, median", 0, unit="frames", better="lower"),
    mean_metric("distance of hits, mean by weight", 1, unit="frames", better="lower"),
)


def _medians(rows: NDArray[np.int64], values: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """Return the median of the values of each row, [count]; nan for rows without values or with infinite ones."""
    ordered = np.append(values[np.lexsort((values, rows))], np.nan)
    first = np.searchsorted(rows, np.arange(count))
    size = np.searchsorted(rows, np.arange(count), side="right") - first
    low, high = first + (size - 1) // 2, first + size // 2
    middle = np.where(size > 0, (ordered[low.clip(0)] + ordered[high]) / 2, np.nan)
    return np.where(np.isfinite(middle), middle, np.nan)
