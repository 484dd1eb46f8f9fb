"""Poses at the times of a video's frames -> poses at a constant frame rate."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.gaps import LEAST_CONFIDENCE
from kinescore.motion.resampling import nominal_rate

ROUNDING_SECONDS = 0.0015
"""Containers round times, .mkv and .webm to whole milliseconds. Closer than this to the grid is on it."""


def at_steady_rate(poses: NDArray[np.float32], times: NDArray[np.float64]) -> tuple[NDArray[np.float32], float]:
    """Poses [T, 17, 3] shown at times [T] s, from 0, increasing -> poses [K, 17, 3] and their frames per second.

    Where all frames lie on a constant grid they stay as they are. Otherwise (phones, screen recordings, dropped frames)
    the rate is that of the median frame, and frame k of the result is the pose at k / fps: positions and confidence on
    straight lines between the frames around it. A joint unseen in either of the two is unseen (confidence 0).
    """
    mean = times[-1] / (len(times) - 1)
    fps = nominal_rate(mean, tolerance_seconds=ROUNDING_SECONDS / (len(times) - 1))
    if np.abs(times - np.arange(len(times)) / fps).max() <= ROUNDING_SECONDS:
        return poses, fps
    fps = nominal_rate(float(np.median(np.diff(times))), ROUNDING_SECONDS)
    grid = np.arange(int(times[-1] * fps + 1e-6) + 1) / fps
    known = np.where(poses[..., 2:] >= LEAST_CONFIDENCE, poses, [np.nan, np.nan, 0.0])
    columns = known.reshape(len(times), -1).T
    steady = np.stack([np.interp(grid, times, column) for column in columns], axis=1).reshape(-1, 17, 3)
    steady[np.isnan(steady).any(axis=2)] = 0.0
    return steady.astype(np.float32), fps
