"""From decoded frames to keypoints at a constant rate, with an estimator whose answer is known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kinescore.errors import Cancelled, MotionError
from kinescore.motion.read import MOTION_SUFFIXES, read_motion
from kinescore.motion.video.steady_rate import at_steady_rate
from kinescore.motion.video.video_motion import read_video
from tests.motion.made_video import HEIGHT, WIDTH, picture_at, square_at, square_finder, write_pictures, write_square


def read(path: Path, **arguments: object):
    return read_video(path, open_estimator=square_finder, **arguments)[0].keypoints


def error_px(keypoints) -> np.ndarray:
    truth = np.array([square_at(frame / keypoints.fps) for frame in range(len(keypoints))])
    return np.abs(keypoints.positions[:, 0] - truth).max(axis=1)


@pytest.mark.parametrize(("name", "codec"), [("a.mp4", "libx264"), ("a.mkv", "libx264"), ("a.webm", "libvpx-vp9")])
def test_a_constant_rate_is_kept_frame_by_frame(tmp_path: Path, name: str, codec: str) -> None:
    keypoints = read(write_square(tmp_path / name, np.arange(60) * 1001 / 30000, codec))
    assert keypoints.fps == 30000 / 1001 if name == "a.mp4" else abs(keypoints.fps - 30000 / 1001) < 0.02
    assert (len(keypoints), keypoints.size) == (60, (WIDTH, HEIGHT))
    assert error_px(keypoints).max() < 1.0  # the square is drawn on whole pixels


def test_a_varying_rate_becomes_constant_without_moving_anything_in_time(tmp_path: Path) -> None:
    """Counting the same frames as if they were evenly spread would be far off."""
    rng = np.random.default_rng(3)
    gaps = np.where(np.arange(120) < 60, 1 / 30, 1 / 15) + rng.uniform(-0.004, 0.004, 120)
    times = np.cumsum(gaps) - gaps[0]
    keypoints = read(write_square(tmp_path / "phone.mp4", times))
    assert abs(keypoints.seconds - times[-1]) < 0.1
    assert error_px(keypoints).max() < 2.0
    spread = np.array([square_at(time) for time in np.linspace(0, times[-1], 120)])
    shown = np.array([square_at(time) for time in times])
    assert np.abs(spread - shown).max() > 20


def test_dropped_frames_are_bridged(tmp_path: Path) -> None:
    times = np.delete(np.arange(90) / 30, [20, 21, 50])
    keypoints = read(write_square(tmp_path / "clip.mp4", times))
    assert (keypoints.fps, len(keypoints)) == (30.0, 90)
    assert error_px(keypoints).max() < 2.0


def test_frames_without_the_person_are_gaps(tmp_path: Path) -> None:
    times = np.arange(60) / 30
    pictures = [picture_at(time) for time in times]
    for dark in range(30, 36):
        pictures[dark] = np.full_like(pictures[0], 20)
    keypoints = read(write_pictures(tmp_path / "clip.mp4", pictures, times))
    assert np.flatnonzero(keypoints.confidence[:, 0] == 0).tolist() == [30, 31, 32, 33, 34, 35]
    assert error_px(keypoints).max() < 5.0


def test_nobody_in_most_frames_is_one_sentence(tmp_path: Path) -> None:
    pictures = [picture_at(0)] * 10 + [np.full((HEIGHT, WIDTH, 3), 20, np.uint8)] * 20
    path = write_pictures(tmp_path / "clip.mp4", pictures, np.arange(30) / 30)
    with pytest.raises(MotionError, match=r"visible in 10 of 30 frames of clip\.mp4"):
        read(path)


def test_one_picture_is_no_movement(tmp_path: Path) -> None:
    with pytest.raises(MotionError, match="one picture"):
        read(write_square(tmp_path / "clip.mp4", [0.0]))


def test_progress_runs_to_the_end_and_can_stop_the_work(tmp_path: Path) -> None:
    path = write_square(tmp_path / "clip.mp4", np.arange(60) / 30)
    told: list[float] = []
    read(path, report=lambda phase, fraction: told.append(fraction))
    assert told == sorted(told)
    assert told[0] == 0
    assert 0.95 < told[-1] <= 1

    def stop(phase: str, fraction: float) -> None:
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        read(path, report=stop)
    path.unlink()  # closed again, also on Windows


def test_straight_lines_between_uneven_frames_and_gaps_beside_the_unseen() -> None:
    times = np.array([0.0, 0.1, 0.2, 0.5, 0.6])
    poses = np.zeros((5, 17, 3), np.float32)
    poses[..., 0], poses[..., 1], poses[..., 2] = 100 * times[:, None], 7, 1
    steady, fps = at_steady_rate(poses, times)
    assert fps == 10
    np.testing.assert_allclose(steady[:, 0, 0], [0, 10, 20, 30, 40, 50, 60], atol=1e-4)
    poses[3, 4, 2] = 0.1
    steady, _ = at_steady_rate(poses, times)
    assert (steady[:, 4, 2] > 0).tolist() == [True, True, True, False, False, False, True]
    assert (steady[:, 5, 2] > 0).all()


def test_any_motion_is_chosen_by_suffix(tmp_path: Path) -> None:
    assert {".npz", ".json", ".mp4", ".webm"} <= set(MOTION_SUFFIXES)
    with pytest.raises(MotionError, match=r"accepted are .*\.npz.*\.mp4"):
        read_motion(tmp_path / "dance.max")
    for name in ("none.mp4", "none.npz"):
        with pytest.raises(MotionError, match="There is no file"):
            read_motion(tmp_path / name)
