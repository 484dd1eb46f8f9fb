"""Filling what a pose estimator or a marker suit did not see."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kinescore.errors import MotionError

LEAST_CONFIDENCE = 0.2
"""Below this, pose estimators guess (their scores for visible joints are mostly above 0.5)."""


def fill_gaps(positions: ArrayLike, confidence: ArrayLike) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Replace what was not seen, so that every position is finite.

    positions: [T, J, D], any unit, may hold NaN or infinity. confidence: [T, J], 0..1, NaN counts as 0.
    A joint is seen in a frame where its position is finite and its confidence at least LEAST_CONFIDENCE. Between seen
    frames it moves on a straight line; before the first and after the last it holds still. A joint that is never seen
    goes with the middle of the others.
    Returns positions [T, J, D] and confidence [T, J], 0 where a position was filled.
    Raises MotionError when the shapes do not fit or nothing was ever seen.
    """
    positions = np.asarray(positions, dtype=np.float64)
    confidence = np.asarray(confidence, dtype=np.float32)
    if positions.ndim != 3 or confidence.shape != positions.shape[:2]:
        raise MotionError(
            f"Positions {list(positions.shape)} and confidence {list(confidence.shape)} do not fit together; "
            "wanted are [frames, joints, 2 or 3] and [frames, joints]."
        )
    seen = np.isfinite(positions).all(axis=2) & (confidence >= LEAST_CONFIDENCE)
    if not seen.any():
        raise MotionError(
            "No joint is visible in any frame: every position is missing or below the least confidence "
            f"of {LEAST_CONFIDENCE}.",
            "Check that the file holds one person's tracked motion.",
        )
    filled = fill_unseen(positions, seen).astype(np.float32)
    return filled, np.where(seen, np.minimum(confidence, 1.0), 0.0).astype(np.float32)


def fill_unseen(positions: NDArray[np.float64], seen: NDArray[np.bool_]) -> NDArray[np.float64]:
    """positions [T, J, D], filled in as `fill_gaps` says where `seen` [T, J] is false; somewhere it must be true."""
    positions = positions.copy()
    ever_seen = seen.any(axis=0)
    frames = np.arange(len(positions))
    for joint in np.flatnonzero(ever_seen & ~seen.all(axis=0)):
        known = frames[seen[:, joint]]
        for axis in range(positions.shape[2]):
            positions[:, joint, axis] = np.interp(frames, known, positions[known, joint, axis])
    positions[:, ~ever_seen] = positions[:, ever_seen].mean(axis=1, keepdims=True)
    return positions
