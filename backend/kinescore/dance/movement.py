"""Keypoints -> smooth movement on a common clock, in body sizes: the same numbers at every frame rate and camera scale."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.keypoints import Keypoints

RATE_HZ = 60.0
SMOOTHING_SECONDS = 0.035
"""Standard deviation of the Gaussian that removes tracking jitter; beats in dance are 0.3 s apart and more."""

HIPS = (11, 12)
SHOULDERS = (5, 6)
ANKLES = (15, 16)


@dataclass(frozen=True)
class Movement:
    """Smoothed motion sampled at RATE_HZ; sample n is at n / RATE_HZ seconds.

    positions: [N,17,2] body sizes, x right, y down. velocity: [N,17,2] body sizes per second.
    acceleration: [N,17,2] body sizes per second squared. visible: [N,17] 0..1, how far each joint was really seen.
    """

    positions: NDArray[np.float64]
    velocity: NDArray[np.float64]
    acceleration: NDArray[np.float64]
    visible: NDArray[np.float64]

    def joint_mean(self, values: NDArray[np.float64], joints: tuple[int, ...]) -> NDArray[np.float64]:
        """Return the plain mean of `values` [N,17,...] over `joints`."""
        return values[:, list(joints)].mean(axis=1)


def movement_of(keypoints: Keypoints) -> Movement:
    """Return the movement of `keypoints`, free of frame rate, picture position and body size."""
    body = body_size(keypoints)
    centre = np.median(keypoints.positions, axis=(0, 1))
    positions = _resample((keypoints.positions - centre) / body, keypoints.fps)
    visible = _resample(keypoints.confidence, keypoints.fps)
    positions = smooth(positions, SMOOTHING_SECONDS)
    velocity = derivative(positions)
    return Movement(positions, velocity, derivative(velocity), visible)


def body_size(keypoints: Keypoints) -> float:
    """Return the character's size in px: the median diagonal of the box around the joints.

    A character of no size (all joints in one point) is measured against the picture instead.
    """
    extent = np.ptp(keypoints.positions, axis=1)
    diagonal = float(np.median(np.hypot(extent[:, 0], extent[:, 1])))
    return max(diagonal, 0.02 * float(np.hypot(*keypoints.size)))


def smooth(values: NDArray[np.float64], sigma_seconds: float, rate: float = RATE_HZ) -> NDArray[np.float64]:
    """Convolve `values` [N,...] with a Gaussian along time; the ends are reflected through their end points."""
    radius = min(int(np.ceil(4 * sigma_seconds * rate)), len(values) - 1)
    if radius < 1:
        return values
    offsets = np.arange(-radius, radius + 1) / rate
    kernel = np.exp(-0.5 * (offsets / sigma_seconds) ** 2)
    kernel /= kernel.sum()
    head = 2 * values[:1] - values[radius:0:-1]
    tail = 2 * values[-1:] - values[-2 : -radius - 2 : -1]
    padded = np.concatenate([head, values, tail])
    result = np.zeros_like(values)
    for weight, start in zip(kernel, range(2 * radius + 1), strict=True):
        result += weight * padded[start : start + len(values)]
    return result


def derivative(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the central difference of `values` [N,...] per second."""
    return np.gradient(values, 1.0 / RATE_HZ, axis=0)


def _resample(values: NDArray[np.float32], fps: float) -> NDArray[np.float64]:
    """Interpolate `values` [T,...] at `fps` linearly to RATE_HZ; the last frame stays the last sample or just after it."""
    count = max(2, int(np.floor((len(values) - 1) / fps * RATE_HZ + 1e-6)) + 1)
    place = np.minimum(np.arange(count) * (fps / RATE_HZ), len(values) - 1)
    before = np.minimum(place.astype(np.int64), len(values) - 2)
    share = (place - before).reshape((-1,) + (1,) * (values.ndim - 1))
    return (1 - share) * values[before] + share * values[before + 1]
