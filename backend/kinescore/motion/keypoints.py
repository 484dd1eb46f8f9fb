"""2D keypoints of one character over time: what Kinescore sees of a movement."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError

COCO_17: tuple[str, ...] = (
    "nose", "left_eye", "right_eye", "left_ear", "right_ear",
    "left_shoulder", "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist",
    "left_hip", "right_hip", "left_knee", "right_knee", "left_ankle", "right_ankle",
)  # fmt: skip

MAX_SECONDS = 3600.0
MAX_FPS = 1000.0


def require_frame_rate(fps: float) -> None:
    """Raise MotionError unless fps is a possible frame rate."""
    if not 0 < fps <= MAX_FPS:
        raise MotionError(f"The frame rate is {fps}; it must be above 0 and at most {MAX_FPS:.0f} fps.")


@dataclass(frozen=True)
class Keypoints:
    """COCO-17 keypoints of one character, frame 0 at time zero, frame t at t / fps seconds.

    positions: [T, 17, 2] float32 px, x right, y down, finite. Outside the picture is allowed.
    confidence: [T, 17] float32 in 0..1; 0 marks a joint that was not seen (its position was filled in).
    fps: frames per second, > 0; fractional rates such as 24000 / 1001 are kept exactly.
    size: (width, height) px of the picture the positions refer to.

    Raises MotionError naming the first offending frame and joint. Readers fill gaps first (`fill_gaps`).
    """

    positions: NDArray[np.float32]
    confidence: NDArray[np.float32]
    fps: float
    size: tuple[int, int]

    def __post_init__(self) -> None:
        positions = np.ascontiguousarray(self.positions, dtype=np.float32)
        confidence = np.ascontiguousarray(self.confidence, dtype=np.float32)
        object.__setattr__(self, "positions", positions)
        object.__setattr__(self, "confidence", confidence)
        object.__setattr__(self, "fps", float(self.fps))
        object.__setattr__(self, "size", (int(self.size[0]), int(self.size[1])))
        if positions.ndim != 3 or positions.shape[1:] != (17, 2):
            raise MotionError(f"Keypoints have shape {list(positions.shape)}; COCO-17 keypoints are [frames, 17, 2].")
        if confidence.shape != positions.shape[:2]:
            raise MotionError(
                f"Confidence has shape {list(confidence.shape)}; one per keypoint is {list(positions.shape[:2])}."
            )
        require_frame_rate(self.fps)
        if len(positions) < 2:
            raise MotionError(
                f"The motion has {len(positions)} frame(s); music needs at least 2.", "Choose a longer frame range."
            )
        if self.seconds > MAX_SECONDS:
            raise MotionError(f"The motion lasts {self.seconds:.0f} s; at most {MAX_SECONDS:.0f} s can be scored.")
        if min(self.size) < 1:
            raise MotionError(f"The picture size is {self.size}; width and height must be at least 1 px.")
        self._refuse_non_finite(positions, confidence)

    @staticmethod
    def _refuse_non_finite(positions: NDArray[np.float32], confidence: NDArray[np.float32]) -> None:
        bad = ~np.isfinite(positions).all(axis=2) | ~np.isfinite(confidence)
        if bad.any():
            frame, joint = np.argwhere(bad)[0]
            raise MotionError(f"Frame {frame}, joint {COCO_17[joint]} is not a finite number.")
        if (confidence < 0).any() or (confidence > 1).any():
            raise MotionError("Confidence must lie between 0 and 1.")

    def __len__(self) -> int:
        return len(self.positions)

    @property
    def seconds(self) -> float:
        """Length in seconds: T frames last T / fps, so the last frame is heard out."""
        return len(self.positions) / self.fps

    def between(self, start_seconds: float, end_seconds: float) -> Keypoints:
        """Return the part from start to end, its frame 0 at `start_seconds`; both are rounded to whole frames.

        Raises MotionError unless that part lies inside the movement and has at least 2 frames.
        """
        first, last = round(start_seconds * self.fps), round(end_seconds * self.fps)
        if not 0 <= first <= last - 2 <= len(self) - 2:
            raise MotionError(
                f"The motion lasts {self.seconds:.2f} s; from {start_seconds:g} to {end_seconds:g} s is no part of it "
                "with 2 frames or more."
            )
        return Keypoints(self.positions[first:last], self.confidence[first:last], self.fps, self.size)


def body_size(keypoints: Keypoints) -> float:
    """Return the character's size in px: the median diagonal of the box around the joints, over 1,000 frames or so.

    A character of (almost) no size, all joints in one point, is measured against the picture instead.
    """
    extent = np.ptp(keypoints.positions[:: max(1, len(keypoints) // 1000)], axis=1)
    diagonal = float(np.median(np.hypot(extent[:, 0], extent[:, 1])))
    return max(diagonal, 0.02 * float(np.hypot(*keypoints.size)))
