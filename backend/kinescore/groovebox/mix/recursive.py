"""Recursive filters over whole signals without a loop over samples.

A linear filter's output over a block is a matrix times the block plus a matrix times the state at its start, so all
blocks are filtered by one product; the states themselves obey the same law one level up.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Coefficients = tuple[NDArray[np.float64], NDArray[np.float64]]  # b [M + 1], a [M + 1], a[0] == 1


def filter_blocks(blocks: NDArray[np.float32], coefficients: Coefficients) -> NDArray[np.float32]:
    """Filter one channel given as consecutive blocks [Q, B]; returns the same shape. Starts from silence."""
    size = blocks.shape[1]
    step, drive, look, through = _state_space(coefficients)
    order = len(step)
    powers = [np.eye(order)]
    for _ in range(size):
        powers.append(powers[-1] @ step)
    gather = np.stack([powers[size - 1 - i] @ drive for i in range(size)])
    observe = np.stack([look @ powers[i] for i in range(size)])
    impulse = np.concatenate([[through], observe[:-1] @ drive])
    lag = np.arange(size) - np.arange(size)[:, None]
    within = np.where(lag >= 0, impulse[np.maximum(lag, 0)], 0.0)
    pushes = blocks.astype(np.float64) @ gather
    states = _scan(powers[size], pushes)
    return blocks @ within.astype(np.float32) + (states @ observe.T).astype(np.float32)


def _state_space(coefficients: Coefficients) -> tuple[NDArray, NDArray, NDArray, float]:
    """Transposed direct form II: state' = step state + drive x, y = look state + through x."""
    b, a = coefficients
    order = len(a) - 1
    step = np.zeros((order, order))
    step[:, 0] = -a[1:]
    step[:-1, 1:] = np.eye(order - 1)
    look = np.zeros(order)
    look[0] = 1.0
    return step, b[1:] - a[1:] * b[0], look, float(b[0])


def _scan(step: NDArray, pushes: NDArray, group: int = 64) -> NDArray:
    """States [Q, M] before each push of s' = step s + push, from s = 0; pushes [Q, M]."""
    total, order = pushes.shape
    if total <= group:
        states = np.zeros((total, order))
        for index in range(1, total):
            states[index] = step @ states[index - 1] + pushes[index - 1]
        return states
    padded = np.zeros((-(-total // group) * group, order))
    padded[:total] = pushes
    powers = [np.eye(order)]
    for _ in range(group):
        powers.append(powers[-1] @ step)
    within = np.zeros((group, order, group, order))
    for later in range(1, group):
        for earlier in range(later):
            within[later, :, earlier, :] = powers[later - 1 - earlier]
    grouped = padded.reshape(-1, group * order)
    local = grouped @ within.reshape(group * order, group * order).T
    ends = sum(grouped.reshape(-1, group, order)[:, i] @ powers[group - 1 - i].T for i in range(group))
    starts = _scan(powers[group], ends, group)
    carried = np.einsum("gij,qj->qgi", np.stack(powers[:group]), starts)
    return (local.reshape(-1, group, order) + carried).reshape(-1, order)[:total]
