"""Local maxima of curves, to a fraction of a sample."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def crests(curve: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the indices of the positive local maxima of `curve` [N], ends included; of a plateau, its first sample."""
    rises = np.diff(curve, prepend=-np.inf) > 0
    falls = np.diff(curve, append=-np.inf) <= 0
    return np.flatnonzero(rises & falls & (curve > 0))


def vertices(curve: NDArray[np.float64], at: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the tops of the parabolas through the samples `at` [K] of `curve` [N] and their neighbours, in samples."""
    if len(curve) < 3:
        return at.astype(np.float64)
    inner = np.clip(at, 1, len(curve) - 2)
    left, top, right = curve[inner - 1], curve[inner], curve[inner + 1]
    bend = np.minimum(left - 2 * top + right, -1e-12)
    return inner + np.clip(0.5 * (left - right) / bend, -1.0, 1.0)
