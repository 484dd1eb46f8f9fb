"""Frame rates: another one without moving anything in time, and the one that was meant by a rounded frame time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.keypoints import Keypoints, require_frame_rate

_LOBES = 4  # zero crossings of the low-pass filter on each side

_COMMON = (24, 25, 30, 48, 50, 60, 72, 90, 100, 120, 144, 200, 240)
_BROADCAST = tuple(nominal * 1000 / 1001 for nominal in (24, 30, 60, 120))


def resample(keypoints: Keypoints, fps: float) -> Keypoints:
    """The same movement at another frame rate; frame k of the result is the movement at k / fps seconds.

    The length in seconds stays, to half a frame of the new rate. Movement too fast for a lower rate is filtered out
    first; positions between frames follow a Catmull-Rom spline, confidence a straight line. After the last frame of the
    source the pose holds. Raises MotionError when the new rate is impossible or leaves fewer than 2 frames.
    """
    require_frame_rate(fps)
    if fps == keypoints.fps:
        return keypoints
    positions = keypoints.positions.astype(np.float64)
    ratio = keypoints.fps / fps
    if ratio > 1:
        positions = _low_pass(positions, ratio)
    place = np.minimum(np.arange(round(keypoints.seconds * fps)) * ratio, len(keypoints) - 1)
    moved, confidence = _spline(positions, place), _line(keypoints.confidence, place)
    return replace(keypoints, positions=moved.astype(np.float32), confidence=confidence.astype(np.float32), fps=fps)


def _low_pass(values: NDArray[np.float64], ratio: float) -> NDArray[np.float64]:
    """Windowed-sinc filter over time, values [T, ...]: keeps what a rate `ratio` times lower can show.

    Symmetric, so nothing is delayed; the ends continue point-reflected, so that steady movement stays steady.
    """
    reach = int(np.ceil(_LOBES * ratio))
    offsets = np.arange(-reach, reach + 1)
    kernel = np.sinc(offsets / ratio) * np.hanning(2 * reach + 3)[1:-1]
    kernel /= kernel.sum()
    padding = [(reach, reach)] + [(0, 0)] * (values.ndim - 1)
    padded = np.pad(values, padding, mode="reflect", reflect_type="odd")
    result = np.zeros_like(values)
    for start, weight in enumerate(kernel):
        result += weight * padded[start : start + len(values)]
    return result


def _spline(values: NDArray[np.float64], place: NDArray[np.float64]) -> NDArray[np.float64]:
    """Catmull-Rom spline through values [T, ...] at fractional frames place [K], 0 <= place <= T - 1."""
    before = np.minimum(place.astype(np.int64), len(values) - 2)
    t = (place - before).reshape((-1,) + (1,) * (values.ndim - 1))
    padded = np.pad(values, [(1, 1)] + [(0, 0)] * (values.ndim - 1), mode="reflect", reflect_type="odd")
    p0, p1, p2, p3 = (padded[before + step] for step in range(4))
    return p1 + t / 2 * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)))


def _line(values: NDArray[np.float32], place: NDArray[np.float64]) -> NDArray[np.float64]:
    """Straight lines through values [T, J] at fractional frames place [K]."""
    frames = np.arange(len(values))
    return np.stack([np.interp(place, frames, column) for column in values.T], axis=1)


def nominal_rate(frame_seconds: float, tolerance_seconds: float) -> float:
    """Frames per second for a frame time known to within the tolerance: 0.008333 s means 120 fps, not 120.0048.

    A rate in common use wins where one fits (ten minutes at 120.0048 fps would end 24 ms early).
    """
    for rates in (_COMMON, _BROADCAST):
        nearest = min(rates, key=lambda rate: abs(1 / rate - frame_seconds))
        if abs(1 / nearest - frame_seconds) <= tolerance_seconds:
            return float(nearest)
    return 1 / frame_seconds
