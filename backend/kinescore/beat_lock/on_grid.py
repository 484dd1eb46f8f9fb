"""How many of the beats that are heard in a sound lie on a movement's beats."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

TOLERANCE_SECONDS = 0.07
"""As in the F-measure of beat tracking (Davies, Degara & Plumbley 2009)."""


def share_on_grid(heard: NDArray[np.float64], grid: NDArray[np.float64]) -> float:
    """Return the share 0..1 of beats `heard` [N] s that lie within TOLERANCE_SECONDS of a beat of `grid` [M] s, M at
    least 1; 0 where none is heard.

    A tracker that hears half or double the tempo is right with every beat, or with every second one.
    """
    return float((_distance(heard, grid) <= TOLERANCE_SECONDS).mean()) if len(heard) else 0.0


def chance_on_grid(grid: NDArray[np.float64], seconds: float) -> float:
    """Return what `share_on_grid` is for beats at random moments of `seconds`: how much of them is near the grid."""
    moments = np.arange(0.0, seconds, 0.001)
    return float((_distance(moments, grid) <= TOLERANCE_SECONDS).mean())


def _distance(times: NDArray[np.float64], grid: NDArray[np.float64]) -> NDArray[np.float64]:
    """[N] s from each of `times` [N] to the nearest of `grid` [M], increasing."""
    after = np.searchsorted(grid, times).clip(1, max(1, len(grid) - 1))
    before = grid[after - 1]
    following = grid[np.minimum(after, len(grid) - 1)]
    return np.asarray(np.minimum(np.abs(times - before), np.abs(times - following)))
