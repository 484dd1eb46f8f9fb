"""No hit where nobody is seen: what was filled in there moves, but nobody did."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.hit_candidates import Candidates
from kinescore.motion.keypoints import Keypoints

LEAST_SECONDS = 0.25
"""Shorter gaps are bridged; hits may fall into them."""
MARGIN_SECONDS = 0.1
"""Beside a gap, where its filling bends the movement."""


def while_seen(found: tuple[Candidates, ...], keypoints: Keypoints) -> tuple[Candidates, ...]:
    """Return the candidates that lie neither in a gap of LEAST_SECONDS or more, in which no point was seen, nor beside
    it."""
    gaps = _gaps(keypoints)
    if not len(gaps):
        return found
    return tuple(_outside(group, gaps[:, 0], gaps[:, 1]) for group in found)


def is_seen(keypoints: Keypoints, times: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which of `times` [K] s lie neither in such a gap nor beside one, [K]."""
    seen = np.ones(len(times), dtype=bool)
    for start, end in _gaps(keypoints):
        seen &= (times < start) | (times > end)
    return seen


def _gaps(keypoints: Keypoints) -> NDArray[np.float64]:
    """First and last moment of each gap with its margins, [G, 2] s."""
    unseen = np.concatenate([[False], ~keypoints.confidence.any(axis=1), [False]])
    gaps = np.flatnonzero(np.diff(unseen)).reshape(-1, 2) / keypoints.fps
    return gaps[gaps[:, 1] - gaps[:, 0] >= LEAST_SECONDS] + [-MARGIN_SECONDS, MARGIN_SECONDS]


def _outside(group: Candidates, starts: NDArray[np.float64], ends: NDArray[np.float64]) -> Candidates:
    """starts, ends: [G] s, increasing."""
    before = np.searchsorted(starts, group.times) - 1
    kept = (before < 0) | (group.times > ends[np.maximum(before, 0)])
    return replace(group, times=group.times[kept], strengths=group.strengths[kept])
