"""2D keypoints of one mover over time, a humanoid or anything else: what Kinescore sees of a movement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError, counted

COCO_17: tuple[str, ...] = (
    "nose", "left_eye", "right_eye", "left_ear", "right_ear",
    "left_shoulder", "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist",
    "left_hip", "right_hip", "left_knee", "right_knee", "left_ankle", "right_ankle",
)  # fmt: skip

MAX_SECONDS = 7200.0
"""A film of two hours; at 30 frames a second as many frames as are read."""
MAX_FPS = 1000.0


REACH_SECONDS = 1.0
"""What is no body is measured by how far it moves in this time."""
TRAVEL_SHARE = 0.2
"""Of travel that takes longer; see `moving_points`."""
LEAST_OF_EXTENT = 0.1
"""Points that stir by less than this share of the distances between them do so gently, as a body would."""


class Layout(Enum):
    """What the seventeen points are."""

    COCO_17 = "coco-17"  # the joints of a humanoid
    POINTS = "points"  # 1 to 17 moving points of anything else, the others never seen


def require_frame_rate(fps: float) -> None:
    """Raise MotionError unless fps is a possible frame rate."""
    if not 0 < fps <= MAX_FPS:
        raise MotionError(f"The frame rate is {fps}; it must be above 0 and at most {MAX_FPS:.0f} fps.")


@dataclass(frozen=True)
class Keypoints:
    """Keypoints of one mover, frame 0 at time zero, frame t at t / fps seconds.

    positions: [T, 17, 2] float32 px, x right, y down, finite. Outside the picture is allowed.
    confidence: [T, 17] float32 in 0..1; 0 marks a joint that was not seen (its position was filled in).
    fps: frames per second, > 0; fractional rates such as 24000 / 1001 are kept exactly.
    size: (width, height) px of the picture the positions refer to.
    layout: COCO-17 order, or points of something that is no humanoid, of which those never seen stand for nothing.

    Raises MotionError naming the first offending frame and joint. Readers fill gaps first (`fill_gaps`).
    """

    positions: NDArray[np.float32]
    confidence: NDArray[np.float32]
    fps: float
    size: tuple[int, int]
    layout: Layout = Layout.COCO_17

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
                f"The motion has {counted(len(positions), 'frame')}; music needs at least 2.",
                "Choose a longer frame range.",
            )
        if self.seconds > MAX_SECONDS:
            raise MotionError(f"The motion lasts {self.seconds:.0f} s; at most {MAX_SECONDS:.0f} s can be scored.")
        if min(self.size) < 1:
            raise MotionError(f"The picture size is {self.size}; width and height must be at least 1 px.")
        self._refuse_non_finite(positions, confidence)
        if self.layout is Layout.POINTS and not confidence.any():
            raise MotionError("No point of the movement is seen in any frame.")

    def _refuse_non_finite(self, positions: NDArray[np.float32], confidence: NDArray[np.float32]) -> None:
        if not (np.isfinite(positions).all() and np.isfinite(confidence).all()):
            bad = ~np.isfinite(positions).all(axis=2) | ~np.isfinite(confidence)
            frame, joint = np.argwhere(bad)[0]
            name = f"joint {COCO_17[joint]}" if self.layout is Layout.COCO_17 else f"point {joint}"
            raise MotionError(f"Frame {frame}, {name} is not a finite number.")
        if (confidence < 0).any() or (confidence > 1).any():
            raise MotionError("Confidence must lie between 0 and 1.")

    def __len__(self) -> int:
        return len(self.positions)

    @property
    def seconds(self) -> float:
        """Length in seconds: T frames last T / fps, so the last frame is heard out."""
        return len(self.positions) / self.fps

    @property
    def followed(self) -> NDArray[np.int64]:
        """Columns [P] that stand for something: all joints of a humanoid, else the points that are ever seen."""
        if self.layout is Layout.COCO_17:
            return np.arange(17)
        return np.flatnonzero(self.confidence.any(axis=0))

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
        return replace(self, positions=self.positions[first:last], confidence=self.confidence[first:last])

    def held_until(self, seconds: float) -> Keypoints:
        """Return the movement with its last pose standing until `seconds`, to the nearest frame; one that is as long
        stays as it is."""
        frames = np.minimum(np.arange(max(len(self), round(seconds * self.fps))), len(self) - 1)
        return replace(self, positions=self.positions[frames], confidence=self.confidence[frames])


def body_size(keypoints: Keypoints) -> float:
    """Return the mover's size in px, the unit of its movement.

    A humanoid's is the median diagonal of the box around the joints, over 1,000 frames or so; where that is (almost)
    nothing, all joints in one point, the picture is the measure instead. Anything else is as large as what it moves
    through in REACH_SECONDS when it is lively, so that a ball and a crane bounce alike; travel counts for little.
    """
    least = 0.02 * float(np.hypot(*keypoints.size))
    shown = keypoints.positions[:: max(1, len(keypoints) // 1000), keypoints.followed]
    extent = np.ptp(shown, axis=1)
    diagonal = float(np.median(np.hypot(extent[:, 0], extent[:, 1])))
    if keypoints.layout is Layout.COCO_17:
        return max(diagonal, least)
    return max(_reach(keypoints), LEAST_OF_EXTENT * diagonal, 0.1 * least)


def _reach(keypoints: Keypoints) -> float:
    """Diagonal of the box that the farthest moving point fills in REACH_SECONDS, 90th percentile over the piece, px."""
    positions = keypoints.positions[:, keypoints.followed].astype(np.float64)
    window = max(2, round(REACH_SECONDS * keypoints.fps))
    sums = np.concatenate([np.zeros_like(positions[:1]), np.cumsum(positions, axis=0)])
    index = np.arange(len(positions))
    first, last = np.maximum(index - window, 0), np.minimum(index + window + 1, len(positions))
    travel = (sums[last] - sums[first]) / (last - first)[:, None, None]
    positions = positions - (1.0 - TRAVEL_SHARE) * travel
    boxes = [
        np.ptp(positions[start : start + window], axis=0)
        for start in range(0, max(1, len(positions) - window // 2), max(1, window // 2))
    ]
    return float(np.percentile([np.hypot(box[:, 0], box[:, 1]).max() for box in boxes], 90))
