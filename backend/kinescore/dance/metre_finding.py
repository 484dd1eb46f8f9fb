"""Whether a movement is in three: it then comes back after three beats, and not after two or four."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.metre import Metre

SHORTEST_SECONDS = 15.0
"""In 10 s some dances in four come back after three beats as well as any waltz does."""
CLEARLY_MORE = 0.06
"""No piece of 15 s and more of 28 AIST++ dancers, all in four, comes back in three by more than 0.03
(`benchmarks.metre_accuracy`)."""
IN_THREE, IN_FOUR = (3, 6), (2, 4, 8)
LEAST_SECONDS_SHARED = 1.0


def metre_of_movement(curves: NDArray[np.float64], rate_hz: float, tempo_bpm: float) -> Metre:
    """Return 3/4 where `curves` [N, C] at `rate_hz`, of a body, clearly go in threes at `tempo_bpm`, else 4/4.

    Two beats to a bar and four look the same, and so do 6/8 and triplets: neither is found. At another tempo than the
    dancer's the bars differ as well: a waltz read at four thirds of its tempo is in four.
    """
    if len(curves) / rate_hz < SHORTEST_SECONDS:
        return Metre.FOUR_FOUR
    return Metre.THREE_FOUR if threeness(curves, rate_hz, tempo_bpm) > CLEARLY_MORE else Metre.FOUR_FOUR


def threeness(curves: NDArray[np.float64], rate_hz: float, tempo_bpm: float) -> float:
    """Return by how much more alike `curves` [N, C] are after three or six beats than after two, four or eight.

    The difference of the larger normalised autocorrelations, -2..2; -2 where the piece is too short to tell.
    """
    beat = 60.0 / tempo_bpm * rate_hz
    lags = {beats: round(beats * beat) for beats in (*IN_THREE, *IN_FOUR)}
    alike = {
        beats: _alike(curves[:-lag], curves[lag:])
        for beats, lag in lags.items()
        if len(curves) - lag >= LEAST_SECONDS_SHARED * rate_hz
    }
    if not all(beats in alike for beats in (2, 3, 4)):
        return -2.0
    best_in_three, best_in_four = (
        max(value for beats, value in alike.items() if beats in group) for group in (IN_THREE, IN_FOUR)
    )
    return best_in_three - best_in_four


def _alike(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Return the normalised product of two pieces of the same curves."""
    shared, mine, theirs = (float(np.einsum("nc,nc->", a, b)) for a, b in ((one, other), (one, one), (other, other)))
    return shared / max(float(np.sqrt(mine * theirs)), 1e-12)
