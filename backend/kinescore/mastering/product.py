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
    whole = len(rows) // count * count
    answer = np.empty((-(-len(rows) // count) * count, columns), rows.dtype)
    _multiply(rows[:whole], matrix, answer[:whole], count, width)
    if whole < len(rows):
        last = np.zeros((count, inner), rows.dtype)
        last[: len(rows) - whole] = rows[whole:]
        _multiply(last, matrix, answer[whole:], count, width)
    return answer[: len(rows)]


def _multiply(rows: NDArray[Number], matrix: NDArray[Number], answer: NDArray[Number], count: int, width: int) -> None:
    """Write rows times matrix into `answer`, `count` rows times `width` columns at once."""
    pieces, answers = rows.reshape(-1, count, len(matrix)), answer.reshape(-1, count, matrix.shape[1])
    for first in range(0, matrix.shape[1], width):
        np.matmul(pieces, matrix[:, first : first + width], out=answers[:, :, first : first + width])
