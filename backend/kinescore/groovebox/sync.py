"""How well a score meets the movement, in figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.hit_points import HitPoint
from kinescore.groovebox.arranger.hits import Accent, Weight, weight_class

TOLERANCE_FRAMES = 1.0
"""A hit counts as covered when an accent sounds within one frame of it."""


def sync_scores(hits: Sequence[HitPoint], accents: Sequence[Accent], fps: float, seconds: float) -> dict[str, float]:
    """Return sync figures of a score.

    hit_coverage: fraction 0..1 of hits with an accent within one frame. hit_coverage_chance: the same for random hit
    times, which is the part of the piece that lies within one frame of an accent. hit_served_<weight>: fraction of the
    strong, medium and light hits that an accent was written for. hit_distance_mean_frames, hit_distance_max_frames:
    from those hits to their accents. Without hits only hit_count, which is 0, is returned.
    """
    scores: dict[str, float] = {"hit_count": float(len(hits)), "accent_count": float(len(accents))}
    if not hits:
        return scores
    marks = np.sort(np.array([accent.time_s for accent in accents], np.float64))
    times = np.array([hit.time_s for hit in hits], np.float64)
    tolerance = TOLERANCE_FRAMES / fps
    scores["hit_coverage"] = float(np.mean(_distances(times, marks) <= tolerance + 1e-9))
    scores["hit_coverage_chance"] = _covered_seconds(marks, tolerance, seconds) / seconds
    if accents:
        frames = np.array([abs(accent.time_s - accent.hit.time_s) * fps for accent in accents])
        scores["hit_distance_mean_frames"] = float(frames.mean())
        scores["hit_distance_max_frames"] = float(frames.max())
    served = {id(accent.hit) for accent in accents}
    for weight in Weight:
        of_class = [hit for hit in hits if weight_class(hit) is weight]
        if of_class:
            scores[f"hit_served_{weight.value}"] = sum(id(hit) in served for hit in of_class) / len(of_class)
    return scores


def _distances(times: NDArray[np.float64], marks: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the distance from each time to the nearest of the sorted marks, s."""
    if not len(marks):
        return np.full(len(times), np.inf)
    right = np.clip(np.searchsorted(marks, times), 0, len(marks) - 1)
    left = np.maximum(right - 1, 0)
    return np.minimum(np.abs(marks[right] - times), np.abs(marks[left] - times))


def _covered_seconds(marks: Iterable[float], tolerance: float, seconds: float) -> float:
    """Return how much of [0, seconds] lies within `tolerance` of a mark."""
    covered, reached = 0.0, 0.0
    for mark in marks:
        start, end = max(mark - tolerance, reached), min(mark + tolerance, seconds)
        covered += max(0.0, end - start)
        reached = max(reached, end)
    return covered
