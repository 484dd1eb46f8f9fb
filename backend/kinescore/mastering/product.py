"""Matrix products whose last bit does not depend on how many threads a machine has."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", np.float32, np.float64)

ONE_THREAD = 200_000
"""Multiplications. OpenBLAS takes several threads for more than 262,144 (65,536 times GEMM_MULTITHREAD_THRESHOLD); then
it cuts the rows elsewhere, and rounds differently where it cut."""


def product(rows: NDArray[Number], matrix: NDArray[Number]) -> NDArray[Number]:
    """Return rows [Q, K] times matrix [K, N], piece by piece: the same bits with any number of threads."""
    inner, columns = matrix.shape
    width = max(1, min(columns, ONE_THREAD // (8 * max(inner, 1))))
    count = max(2, ONE_THREAD // max(inner * width, 1))  # one row alone would be another routine, with other limits
    count = min(count, max(2, len(rows)))
    padded = np.zeros((-(-len(rows) // count), count, inner), rows.dtype)
    padded.reshape(-1, inner)[: len(rows)] = rows
    pieces = [padded @ matrix[:, first : first + width] for first in range(0, columns, width)]
    return np.concatenate(pieces, axis=2).reshape(-1, columns)[: len(rows)]
