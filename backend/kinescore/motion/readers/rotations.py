"""Rotations as files write them -> matrices [..., 3, 3] that turn column vectors, right-handed."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.floating[Any]]


def about_axis(axis: int, angle: Numbers) -> NDArray[np.float64]:
    """[T, 3, 3], about x, y or z (axis 0, 1 or 2), from angle [T] in radians."""
    after, last = (axis + 1) % 3, (axis + 2) % 3
    matrices = np.zeros((len(angle), 3, 3))
    matrices[:, axis, axis] = 1.0
    matrices[:, after, after] = matrices[:, last, last] = np.cos(angle)
    matrices[:, last, after] = np.sin(angle)
    matrices[:, after, last] = -matrices[:, last, after]
    return matrices


def from_rotation_vectors(vectors: Numbers) -> NDArray[np.float64]:
    """[..., 3, 3] from axis times angle in radians [..., 3] (Rodrigues' formula)."""
    vectors = np.asarray(vectors, dtype=np.float64)
    angle = np.linalg.norm(vectors, axis=-1)[..., None]
    half = angle / 2
    scale = np.where(angle > 1e-9, np.sin(half) / np.maximum(angle, 1e-9), 0.5)
    return from_quaternions(np.concatenate([vectors * scale, np.cos(half)], axis=-1))


def from_quaternions(quaternions: Numbers) -> NDArray[np.float64]:
    """[..., 3, 3] from [..., 4] as (x, y, z, w), of any length but 0, which stands for no rotation."""
    quaternions = np.asarray(quaternions, dtype=np.float64)
    length = np.linalg.norm(quaternions, axis=-1, keepdims=True)
    x, y, z, w = np.moveaxis(np.where(length > 0, quaternions / np.maximum(length, 1e-300), [0, 0, 0, 1]), -1, 0)
    rows = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
    ]
    return np.stack([np.stack(row, axis=-1) for row in rows], axis=-2)
