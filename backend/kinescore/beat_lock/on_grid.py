"""Whether a sound lies on a movement's beats: how many beats are heard there, and how much begins there."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.fit.onset_strength import OnsetStrength

TOLERANCE_SECONDS = 0.07
"""As in the F-measure of beat tracking (Davies, Degara & Plumbley 2009)."""
REACH_SECONDS, STEP_SECONDS, NEAR_SECONDS = 0.02, 0.01, 0.025
CLEAR_PULSE = 2.5
"""Music in time with a movement has a `pulse_on_grid` of this and more: pieces of 12 s, most of them blurred by a
spectrogram's picture, had 2.9 to 5.6 in time, and 1.7 at most at another tempo."""


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


def pulse_on_grid(strength: OnsetStrength, grid: NDArray[np.float64]) -> float:
    """Return how many times more begins at the beats `grid` [M] s than at all moments of the sound, and 0 where still
    more begins elsewhere between them, half-way, say; no tracker is asked, so none can mishear.

    At a tempo that is off every place between two beats comes in turn, and none stands out.
    """
    grid = grid[grid < len(strength.values) / strength.rate]
    around = strength.around(REACH_SECONDS)
    if len(grid) < 2 or not around.any():
        return 0.0
    period = float(np.median(np.diff(grid)))
    count = max(1, round(period / 2 / STEP_SECONDS))
    shifts = np.arange(-count, count) * STEP_SECONDS / period
    times = grid + shifts[:, None] * np.diff(grid, append=2.0 * grid[-1] - grid[-2])
    places = np.round(times * strength.rate).astype(np.int64).clip(0, len(around) - 1)
    heights = around[places].mean(axis=1) / around.mean()
    return float(heights.max()) if abs(shifts[heights.argmax()]) * period <= NEAR_SECONDS else 0.0


def _distance(times: NDArray[np.float64], grid: NDArray[np.float64]) -> NDArray[np.float64]:
    """[N] s from each of `times` [N] to the nearest of `grid` [M], increasing."""
    after = np.searchsorted(grid, times).clip(1, max(1, len(grid) - 1))
    before = grid[after - 1]
    following = grid[np.minimum(after, len(grid) - 1)]
    return np.asarray(np.minimum(np.abs(times - before), np.abs(times - following)))
