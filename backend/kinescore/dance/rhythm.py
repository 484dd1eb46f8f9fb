"""The paper's rhythm sequence (Li et al., arXiv 2401.17800, section 3), in three named modes.

paper_rhythm is the method as printed, on a clean footing. released_rhythm is what the authors' published code computes,
quirks included: feed it to encoders trained with that code. loris_rhythm is the code of LORIS (Yu et al., ICML 2023),
which the authors took over.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.keypoints import Keypoints

DIRECTIONS = 10
PEAK_WINDOW_SECONDS = 0.1
PEAK_MARGIN = 0.1  # of the clip's mean acceleration
LORIS_FRAMES = 400
_MEAN_FRAMES = 4  # the released code's forward windows
_MAX_FRAMES = 6


@dataclass(frozen=True)
class Rhythm:
    """What T + 2 frames of movement say about rhythm.

    peaks: [T] float32 {0, 1}, or between where pulses are soft. envelope: [T] float32 0..1, rectified acceleration over
    its maximum. fps: rate of both; entry t is at (t + 1) / fps seconds.
    """

    peaks: NDArray[np.float32]
    envelope: NDArray[np.float32]
    fps: float


def paper_rhythm(keypoints: Keypoints) -> Rhythm:
    """Rhythm as the paper prints it (equations 4 to 7), where it is silent on a clean footing.

    Speed is split over K = 10 directions of 36 degrees, its increase is rectified per joint and direction and summed.
    A peak is the maximum of the 0.2 s centred on it (shorter at the ends) and exceeds that window's mean by more than
    0.1 of the clip's mean. Nothing is a peak where nothing accelerates. Scale and place in the picture do not matter.
    Raises MotionError for fewer than 3 frames.
    """
    _require_frames(keypoints, 3)
    velocity = np.diff(keypoints.positions.astype(np.float64), axis=0)
    speed = np.hypot(velocity[..., 0], velocity[..., 1])
    angle = np.arctan2(velocity[..., 1], velocity[..., 0]) % (2 * np.pi)
    direction = np.minimum((angle * (DIRECTIONS / (2 * np.pi))).astype(np.int64), DIRECTIONS - 1)
    envelope = np.zeros(len(velocity) - 1)
    for k in range(DIRECTIONS):
        increase = np.diff(np.where(direction == k, speed, 0.0), axis=0)
        envelope += np.maximum(increase, 0.0).sum(axis=1)
    reach = max(1, round(PEAK_WINDOW_SECONDS * keypoints.fps))
    padded = sliding_window_view(np.pad(envelope, reach, constant_values=np.nan), 2 * reach + 1)
    local_max, local_mean = np.nanmax(padded, axis=1), np.nanmean(padded, axis=1)
    peaks = (envelope == local_max) & (envelope > local_mean + PEAK_MARGIN * envelope.mean())
    largest = envelope.max()
    return Rhythm(
        peaks.astype(np.float32),
        (envelope / largest if largest > 0 else envelope).astype(np.float32),
        keypoints.fps,
    )


def released_rhythm(keypoints: Keypoints) -> Rhythm:
    """Rhythm as the paper's released code computes it, frame for frame, in float32 as there.

    Directions are the last digit of the angle in whole degrees, modulo 180; joints are summed before the difference;
    windows look forward and end in zeros, so peaks come late and the last 5 entries are never peaks. Windows count
    frames: the released encoders expect 60 fps (see `resample`). Where that code divides 0 by 0 (nothing accelerates)
    the envelope here is zero; the peaks are none in both.
    Raises MotionError for fewer than 8 frames.
    """
    _require_frames(keypoints, _MAX_FRAMES + 2)
    envelope = _released_envelope(keypoints.positions)
    return Rhythm(_released_peaks(envelope), envelope, keypoints.fps)


def loris_rhythm(keypoints: Keypoints, frames: int = LORIS_FRAMES) -> Rhythm:
    """Rhythm as LORIS computes it: surplus frames are dropped, then as in `released_rhythm`.

    Of a surplus, every n-th frame goes, beginning with the first, n = ceil(length / surplus), and the first `frames` of
    the rest are kept: 400 for LORIS's 25 s at nominally 16 Hz, 800 for its 50 s. So the rate and the seconds covered
    depend on the source's length; `fps` is the mean rate of the kept frames.
    Raises MotionError for fewer than `frames` frames.
    """
    _require_frames(keypoints, frames)
    surplus = len(keypoints) - frames
    if surplus == 0:
        return released_rhythm(keypoints)
    n = -(-len(keypoints) // surplus)
    kept = np.flatnonzero(np.arange(len(keypoints)) % n != 0)[:frames]
    envelope = _released_envelope(keypoints.positions[kept])
    return Rhythm(_released_peaks(envelope), envelope, keypoints.fps * (n - 1) / n)


def _released_envelope(positions: NDArray[np.float32]) -> NDArray[np.float32]:
    """[T - 2], from positions [T, 17, 2]."""
    x, y = np.moveaxis(np.diff(positions, axis=0), 2, 0)
    wide_y = y.astype(
        np.float64
    )  # float64 where torch rounds once and numpy's float32 would round twice or by processor
    speed = np.sqrt((wide_y * wide_y + x * x).astype(np.float32))
    angle = np.arctan2(wide_y, x).astype(np.float32)
    direction = np.floor(angle * np.float32(180 / np.pi) % np.float32(180)).astype(np.int64) % DIRECTIONS
    by_direction = [_sum_in_torch_order(np.where(direction == k, speed, np.float32(0))) for k in range(DIRECTIONS)]
    envelope = _sum_in_torch_order(np.maximum(np.diff(by_direction, axis=1).T, 0))
    largest = envelope.max()
    return envelope / largest if largest > 0 else envelope


def _sum_in_torch_order(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """[T], from values [T, N], to the last bit as torch sums on a CPU: what is left over eights, then eight lanes.

    The order matters: joints on whole pixels often move equally fast, and the last bit decides which of two equals is
    the maximum.
    """
    lanes = values.shape[1] // 8 * 8
    eights = values[:, :lanes].reshape(len(values), -1, 8).sum(axis=1)
    return np.cumsum(np.concatenate([values[:, lanes:], eights], axis=1), axis=1)[:, -1]


def _released_peaks(envelope: NDArray[np.float32]) -> NDArray[np.float32]:
    """[T] {0, 1}, from envelope [T], T at least 6."""
    local_mean, local_max = np.zeros_like(envelope), np.zeros_like(envelope)
    local_mean[: 1 - _MEAN_FRAMES] = sliding_window_view(envelope, _MEAN_FRAMES).mean(axis=1)
    local_max[: 1 - _MAX_FRAMES] = sliding_window_view(envelope, _MAX_FRAMES).max(axis=1)
    margin = np.float32(PEAK_MARGIN) * envelope.mean()
    candidate = (local_max - local_mean > margin) & (local_max == envelope)
    last_of_run = np.append(candidate[1:] != candidate[:-1], False)
    return (candidate & last_of_run).astype(np.float32)


def _require_frames(keypoints: Keypoints, least: int) -> None:
    if len(keypoints) < least:
        raise MotionError(
            f"The motion has {len(keypoints)} frames; its rhythm needs at least {least}.",
            "Choose a longer frame range.",
        )
