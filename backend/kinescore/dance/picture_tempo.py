"""A tempo for movement without a pulse: the one whose beats fall on the hit points, as film composers choose it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.hit_points import HitPoints

SLOWEST_BPM, FASTEST_BPM = 70.0, 150.0
LIKELY_BPM, SPREAD_OCTAVES = 110.0, 0.5
CANDIDATES = 400


def tempi_for_hits(hits: HitPoints, count: int) -> tuple[float, ...]:
    """Return up to `count` tempi in BPM, the one whose beats lie closest to the weighted hits first.

    Closeness is the length of the mean vector of the hits' phases (1 when all hits share one phase), times a smooth
    prior. Without at least two hits any tempo fits, and the likeliest comes first.
    """
    tempi = SLOWEST_BPM * 2 ** np.linspace(0.0, np.log2(FASTEST_BPM / SLOWEST_BPM), CANDIDATES)
    fit = np.exp(-0.5 * (np.log2(tempi / LIKELY_BPM) / SPREAD_OCTAVES) ** 2)
    if len(hits) >= 2:
        fit = fit * np.abs(_mean_vector(hits, tempi))
    chosen: list[float] = []
    for tempo in tempi[np.argsort(-fit, kind="stable")]:
        if len(chosen) < count and all(abs(np.log(tempo / other)) > 0.04 for other in chosen):
            chosen.append(round(float(tempo), 2))
    return tuple(chosen)


def phase_for_hits(hits: HitPoints, tempo_bpm: float) -> float:
    """Return the time of the first beat, in [0, period) seconds, that puts the beats closest to `hits`."""
    if not hits:
        return 0.0
    vector = _mean_vector(hits, np.array([tempo_bpm]))[0]
    return float((-np.angle(vector) / (2 * np.pi)) % 1.0 * 60.0 / tempo_bpm)


def _mean_vector(hits: HitPoints, tempi: NDArray[np.float64]) -> NDArray[np.complex128]:
    times = np.array([hit.time_s for hit in hits])
    weights = np.array([hit.weight**2 for hit in hits])  # squared: a landing must not yield to its run-up
    return np.einsum("th,h->t", np.exp(-2j * np.pi * np.outer(tempi / 60.0, times)), weights) / weights.sum()
