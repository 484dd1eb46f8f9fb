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
    """Return rows [Q, K] times matrix [K, N], a few rows at a time: the same bits with any number of threads."""
    count = max(1, ONE_THREAD // max(matrix.size, 1))
    whole = len(rows) // count * count
    result = np.empty((len(rows), matrix.shape[1]), rows.dtype)
    if whole:
        grouped = np.ascontiguousarray(rows[:whole]).reshape(-1, count, rows.shape[1])
        np.matmul(grouped, matrix, out=result[:whole].reshape(-1, count, matrix.shape[1]))
    np.matmul(rows[whole:], matrix, out=result[whole:])
    return result
