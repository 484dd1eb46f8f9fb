"""Recursive filters over whole signals without a loop over samples.

A linear filter's output over a block is a matrix times the block plus a matrix times the state at its start, so all
blocks are filtered by one product; the states themselves obey the same law one level up.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.mastering.product import product

Coefficients = tuple[NDArray[np.float64], NDArray[np.float64]]  # b [M + 1], a [M + 1], a[0] == 1


class BlockFilter:
    """A recursive filter for one channel that arrives as consecutive blocks of `size` samples; starts from silence."""

    def __init__(self, coefficients: Coefficients, size: int) -> None:
        step, drive, look, through = _state_space(coefficients)
        powers = _powers(step, size)
        observe = np.stack([look @ powers[i] for i in range(size)])
        impulse = np.concatenate([[through], observe[:-1] @ drive])
        lag = np.arange(size) - np.arange(size)[:, None]
        self._gather = np.stack([powers[size - 1 - i] @ drive for i in range(size)])
        self._observe = observe.T.astype(np.float32)
        self._within = np.where(lag >= 0, impulse[np.maximum(lag, 0)], 0.0).astype(np.float32)
        self._step = powers[size]
        self._state = np.zeros(len(step))

    def __call__(self, blocks: NDArray[np.float32]) -> NDArray[np.float32]:
        """Filter the next blocks [Q, size]; returns the same shape."""
        pushes = product(blocks.astype(np.float64), self._gather)
        states = _scan(self._step, pushes, self._state)
        self._state = self._step @ states[-1] + pushes[-1]
        return product(blocks, self._within) + product(states.astype(np.float32), self._observe)


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


def _scan(step: NDArray, pushes: NDArray, start: NDArray, group: int = 64) -> NDArray:
    """States [Q, M] before each push of s' = step s + push, from s = start; pushes [Q, M]."""
    total, order = pushes.shape
    if total <= group:
        states = np.empty((total, order))
        states[0] = start
        for index in range(1, total):
            states[index] = step @ states[index - 1] + pushes[index - 1]
        return states
    grouped = np.zeros((-(-total // group), group, order))
    grouped.reshape(-1, order)[:total] = pushes
    powers = np.stack(_powers(step, group))
    lag = np.arange(group)[:, None] - np.arange(group) - 1  # From the push of one step to the state before a later one.
    within = np.where((lag >= 0)[:, :, None, None], powers[lag], 0.0).swapaxes(1, 2)
    flat = grouped.reshape(-1, group * order)
    local = product(flat, within.reshape(group * order, group * order).T).reshape(-1, group, order)
    ends = product(local[:, -1], step.T) + grouped[:, -1]
    starts = _scan(powers[group], ends, start, group)
    carried = np.einsum("gij,qj->qgi", powers[:group], starts)
    return (local + carried).reshape(-1, order)[:total]


def _powers(step: NDArray, count: int) -> list[NDArray]:
    """step ** 0 .. step ** count."""
    powers = [np.eye(len(step))]
    for _ in range(count):
        powers.append(powers[-1] @ step)
    return powers
