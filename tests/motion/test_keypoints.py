"""What Keypoints accept and what they refuse."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.errors import MotionError
from kinescore.motion.keypoints import COCO_17, Keypoints

POSITIONS = np.zeros((4, 17, 2))
CONFIDENCE = np.ones((4, 17))


def with_value(array: np.ndarray, place: tuple[int, ...], value: float) -> np.ndarray:
    changed = array.copy()
    changed[place] = value
    return changed


def test_they_are_float32_and_know_their_length() -> None:
    keypoints = Keypoints(POSITIONS, CONFIDENCE, 24000 / 1001, (1280.0, 720))
    assert keypoints.positions.dtype == keypoints.confidence.dtype == np.float32
    assert len(keypoints) == 4
    assert keypoints.seconds == 4 / (24000 / 1001)
    assert keypoints.size == (1280, 720)


@pytest.mark.parametrize(
    ("positions", "confidence", "fps", "size", "words"),
    [
        (np.zeros((4, 18, 2)), np.ones((4, 18)), 30, (9, 9), r"\[4, 18, 2\]"),
        (POSITIONS, np.ones((3, 17)), 30, (9, 9), r"\[3, 17\]"),
        (POSITIONS[:1], CONFIDENCE[:1], 30, (9, 9), "1 frame"),
        (POSITIONS, CONFIDENCE, 0, (9, 9), "frame rate is 0"),
        (POSITIONS, CONFIDENCE, float("nan"), (9, 9), "frame rate is nan"),
        (POSITIONS, CONFIDENCE, 2000, (9, 9), "at most 1000"),
        (POSITIONS, CONFIDENCE, 0.0005, (9, 9), "8000 s"),
        (POSITIONS, CONFIDENCE, 30, (0, 9), "picture size"),
        (with_value(POSITIONS, (2, 9, 1), np.nan), CONFIDENCE, 30, (9, 9), "Frame 2, joint left_wrist"),
        (POSITIONS, with_value(CONFIDENCE, (3, 16), np.inf), 30, (9, 9), "Frame 3, joint right_ankle"),
        (POSITIONS, with_value(CONFIDENCE, (0, 0), 1.5), 30, (9, 9), "between 0 and 1"),
    ],
)
def test_bad_values_are_refused_in_words(positions, confidence, fps, size, words) -> None:
    with pytest.raises(MotionError, match=words):
        Keypoints(positions, confidence, fps, size)


def test_there_are_seventeen_joints_in_coco_order() -> None:
    assert len(set(COCO_17)) == 17
    assert COCO_17[0] == "nose"
    assert all(
        COCO_17[i].startswith("left_") and COCO_17[i + 1] == COCO_17[i].replace("left", "right")
        for i in range(1, 17, 2)
    )
