"""Keypoints -> smooth movement on a common clock, in body sizes: the same numbers at every frame rate and scale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.keypoints import Keypoints, Layout, body_size

RATE_HZ = 60.0
SMOOTHING_SECONDS = 0.035
"""Standard deviation of the Gaussian that removes tracking jitter; beats in dance are 0.3 s apart and more."""

PARTS: dict[str, tuple[int, ...]] = {
    "head": (0, 1, 2, 3, 4), "shoulders": (5, 6), "left_elbow": (7,), "right_elbow": (8,), "left_wrist": (9,),
    "right_wrist": (10,), "hips": (11, 12), "left_knee": (13,), "right_knee": (14,), "left_ankle": (15,),
    "right_ankle": (16,),
}  # fmt: skip
"""The body in parts of equal say, so that the five points of the face do not count five times."""

PART_NAMES = tuple(PARTS)
STEADY = 0.01
"""Change of velocity per second, as a share of the speed."""
STILL_SPEED = 0.04
"""Body sizes per second; slower than this is jitter, breathing or a hold."""


@dataclass(frozen=True)
class Movement:
    """Smoothed motion of the parts of a mover at RATE_HZ; sample n is at n / RATE_HZ seconds.

    layout: says what the parts are: a body's, in PARTS' order, or each point of anything else.
    positions: [N,P,2] body sizes, x right, y down. velocity: [N,P,2] body sizes per second.
    acceleration: [N,P,2] body sizes per second squared. visible: [P] 0..1, how much of the time a part was seen.
    """

    positions: NDArray[np.float64]
    velocity: NDArray[np.float64]
    acceleration: NDArray[np.float64]
    visible: NDArray[np.float64]
    layout: Layout = Layout.COCO_17

    @property
    def posture(self) -> NDArray[np.float64]:
        """Positions of the parts, [N,P,2] body sizes, as seen from the hips; of what has none, from where it began."""
        if self.layout is Layout.POINTS:
            return self.positions
        return self.positions - self.positions[:, PART_NAMES.index("hips"), None]

    @property
    def is_steady(self) -> bool:
        """Whether the whole movement is even travel, whose rounding errors would be its only rhythm."""
        effort = np.sqrt(np.mean(np.sum(self.acceleration**2, axis=2)))
        return bool(effort < STEADY * self.body_speed.mean())

    @cached_property
    def speed(self) -> NDArray[np.float64]:
        """Speed of each part, [N,P] body sizes per second."""
        return np.hypot(self.velocity[..., 0], self.velocity[..., 1])

    @property
    def body_speed(self) -> NDArray[np.float64]:
        """Mean speed over the parts that were seen, [N] body sizes per second."""
        return np.einsum("np,p->n", self.speed, self.visible) / max(float(self.visible.sum()), 1e-9)


def movement_of(keypoints: Keypoints, smoothing_seconds: float = SMOOTHING_SECONDS) -> Movement:
    """Return the movement of `keypoints`, free of frame rate, place in the picture and body size."""
    pixels = (keypoints.positions - keypoints.positions[0].mean(axis=0)).astype(np.float64)
    groups = list(PARTS.values()) if keypoints.layout is Layout.COCO_17 else [(k,) for k in keypoints.followed]
    parts = np.stack([sum(pixels[:, joint] for joint in joints) / len(joints) for joints in groups], axis=1)
    seen = np.array([keypoints.confidence[:, list(joints)].mean() for joints in groups], dtype=np.float64)
    positions = _smoothed(_resampled(parts / body_size(keypoints), keypoints.fps), smoothing_seconds)
    return movement_through(positions, seen, keypoints.layout)


def movement_through(positions: NDArray[np.float64], visible: NDArray[np.float64], layout: Layout) -> Movement:
    """Return the movement through `positions` [N,P,2], body sizes at RATE_HZ."""
    velocity = np.gradient(positions, 1.0 / RATE_HZ, axis=0)
    acceleration = np.gradient(velocity, 1.0 / RATE_HZ, axis=0)
    return Movement(positions, velocity, acceleration, visible, layout)


def moving_mean(values: NDArray[np.float64], seconds: float, rate_hz: float = RATE_HZ) -> NDArray[np.float64]:
    """Return the mean of `values` [N,...] at `rate_hz` over a centred window of `seconds`, narrower at the ends."""
    count = len(values)
    half = min(round(seconds * rate_hz / 2), count - 1)
    sums = np.empty((count + 1, *values.shape[1:]))
    sums[0] = 0.0
    np.cumsum(values, axis=0, out=sums[1:])
    means = np.empty(values.shape)
    index = np.arange(count)
    inner = slice(half, count - half) if count > 2 * half else slice(0, 0)
    if count > 2 * half:  # slices: no copies of a long piece's sums
        np.subtract(sums[2 * half + 1 :], sums[: count - 2 * half], out=means[inner])
        means[inner] /= 2 * half + 1
    ends = index[(index < inner.start) | (index >= inner.stop)]
    first, last = np.maximum(ends - half, 0), np.minimum(ends + half + 1, count)
    width = (last - first).reshape((-1,) + (1,) * (values.ndim - 1))
    means[ends] = (sums[last] - sums[first]) / width
    return means


def prolonged(values: NDArray[np.float64], radius: int) -> NDArray[np.float64]:
    """Return `values` [N,...] with `radius` < N more samples at either end, reflected through the end points.

    A curve keeps its slope at the ends, so that smoothing it there neither lags nor bends.
    """
    head = 2 * values[:1] - values[radius:0:-1]
    tail = 2 * values[-1:] - values[-2 : -radius - 2 : -1]
    return np.concatenate([head, values, tail])


def _smoothed(values: NDArray[np.float64], sigma_seconds: float) -> NDArray[np.float64]:
    """Convolve `values` [N,...] with a Gaussian along time."""
    radius = min(int(np.ceil(4 * sigma_seconds * RATE_HZ)), len(values) - 1)
    kernel = np.exp(-0.5 * (np.arange(-radius, radius + 1) / (sigma_seconds * RATE_HZ)) ** 2)
    padded = prolonged(values, radius)
    result = np.zeros_like(values)
    for offset, weight in enumerate(kernel / kernel.sum()):
        result += weight * padded[offset : offset + len(values)]
    return result


def _resampled(values: NDArray[np.float64], fps: float) -> NDArray[np.float64]:
    """Interpolate `values` [T,...] at `fps` linearly to RATE_HZ, at least two samples, none after the last frame."""
    count = max(2, int((len(values) - 1) / fps * RATE_HZ + 1e-6) + 1)
    place = np.minimum(np.arange(count) * (fps / RATE_HZ), len(values) - 1)
    before = np.minimum(place.astype(np.int64), len(values) - 2)
    share = (place - before).reshape((-1,) + (1,) * (values.ndim - 1))
    return (1 - share) * values[before] + share * values[before + 1]
