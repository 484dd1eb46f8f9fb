"""Somebody who is too small in the whole picture is found in a part of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kinescore.motion.video.estimator import mediapipe_pose
from kinescore.motion.video.second_look import SEARCH_EVERY, SecondLook
from kinescore.motion.video.video_file import frames_of, open_video

FILM = Path(__file__).parent / "fixtures" / "dancer.mp4"


class Eye:
    """Finds white spots, if they are at least `least` of the picture's height; counts how often it looks."""

    def __init__(self, least: float, sure: float = 0.9) -> None:
        self.least, self.sure, self.looks = least, sure, 0

    def __call__(self, picture: np.ndarray) -> np.ndarray:
        self.looks += 1
        rows, columns = np.nonzero(picture[..., 0] > 200)
        if not len(rows) or np.ptp(rows) + 1 < self.least * len(picture):
            return np.zeros((0, 17, 3), np.float32)
        corners = np.array([[columns.min(), rows.min()], [columns.max(), rows.max()]])
        return np.concatenate([corners[np.arange(17) % 2], np.full((17, 1), self.sure)], axis=1)[None].astype(
            np.float32
        )


def spot(left: int, top: int, tall: int = 20) -> np.ndarray:
    picture = np.zeros((200, 300, 3), np.uint8)
    picture[top : top + tall, left : left + 8] = 255
    return picture


@pytest.mark.parametrize(("left", "top"), [(5, 10), (140, 90), (280, 170)])
def test_who_is_small_is_found_in_their_place_and_followed(left: int, top: int) -> None:
    part = Eye(0.25)
    look = SecondLook(Eye(0.25), part)
    for frame in range(8):
        (pose,) = look(spot(left + (frame if left < 200 else -frame), top))
        assert pose[:, 0].min() == left + (frame if left < 200 else -frame)
        assert pose[:, 1].max() == top + 19
        part.looks = 0 if frame == 0 else part.looks
    assert part.looks == 7, "one look for each frame after the first"


def test_the_whole_picture_comes_first_and_nobody_costs_little() -> None:
    part = Eye(0.25)
    look = SecondLook(Eye(0.25), part)
    assert len(look(spot(100, 50, tall=80))) == 1
    assert part.looks == 0
    empty = np.zeros((200, 300, 3), np.uint8)
    looks = []
    for _ in range(2 * SEARCH_EVERY):
        assert look(empty).shape == (0, 17, 3)
        looks.append(part.looks)
    assert np.count_nonzero(np.diff(looks, prepend=0)) == 2


def test_what_is_hardly_a_person_is_none() -> None:
    assert not len(SecondLook(Eye(0.25), Eye(0.25, sure=0.4))(spot(100, 50)))


def test_a_dancer_far_away_is_found() -> None:
    """A third as tall as in the film: BlazePose alone finds nobody in these pictures."""
    cv2 = pytest.importorskip("cv2", reason="OpenCV (the extra 'video') is not installed")
    pytest.importorskip("mediapipe", reason="pose estimation (the extra 'video') is not installed")
    with open_video(FILM) as video:
        dancer = next(iter(frames_of(video, FILM))).picture
    height, width = dancer.shape[:2]
    coarse = np.random.default_rng(0).integers(90, 150, (height * 3 // 20, width * 3 // 20, 3)).astype(np.uint8)
    wide = cv2.resize(coarse, (3 * width, 3 * height), interpolation=cv2.INTER_CUBIC)
    with mediapipe_pose() as estimate:
        (near,) = estimate(dancer)
    wide[2 * height :, width : 2 * width] = dancer
    with mediapipe_pose() as estimate:
        (far,) = estimate(wide)
    away = np.linalg.norm(far[5:, :2] - near[5:, :2] - [width, 2 * height], axis=1)
    assert np.median(away) < 0.04 * np.ptp(near[:, 1])
