"""Films whose camera moves in a known way: movement comes out as a camera that stands still would see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.read import read_motion
from kinescore.motion.video.camera_motion import CameraMotion
from kinescore.motion.video.video_file import frames_of, open_video
from kinescore.motion.video.video_motion import read_video
from tests.motion.made_video import write_pictures

cv2 = pytest.importorskip("cv2", reason="OpenCV (the extra 'video') is not installed")

WIDTH, HEIGHT, FPS = 320, 240, 30
FILM = Path(__file__).parent / "fixtures" / "dancer.mp4"
Path2D = Callable[[float], tuple[float, float]]


def wall(seed: int = 0) -> np.ndarray:
    """A wall twice as large as the picture, with things on it: grey levels 20..180."""
    noise = np.random.default_rng(seed).normal(size=(2 * HEIGHT // 8, 2 * WIDTH // 8)).astype(np.float32)
    large = cv2.resize(noise, (2 * WIDTH, 2 * HEIGHT), interpolation=cv2.INTER_CUBIC)
    return np.clip(100 + 30 * large, 20, 180).astype(np.uint8)


def film(path: Path, frames: int, camera: Path2D, ball: Path2D, cut: int | None = None) -> Path:
    """A bright ball moves before the wall; `camera`, `ball`: where they are on the wall at a time, px."""
    walls, pictures = (wall(0), wall(1)), []
    for frame in range(frames):
        world = cv2.cvtColor(walls[cut is not None and frame >= cut], cv2.COLOR_GRAY2RGB)
        x, y = ball(frame / FPS)
        cv2.circle(world, (round(x), round(y)), 14, (255, 255, 255), -1)
        left, top = camera(frame / FPS)
        view = np.array([[1.0, 0.0, -left], [0.0, 1.0, -top]])
        pictures.append(cv2.warpAffine(world, view, (WIDTH, HEIGHT)))
    return write_pictures(path, pictures, np.arange(frames) / FPS, crf="12")


@contextmanager
def ball_finder() -> Iterator[Callable]:
    """All joints are on the ball: on its rim, so that it has a size."""
    rim = 14 * np.stack([np.cos(np.arange(17)), np.sin(np.arange(17))], axis=1)

    def find(picture: np.ndarray) -> np.ndarray:
        rows, columns = np.nonzero(picture.min(axis=2) > 225)
        if len(rows) < 50:
            return np.zeros((0, 17, 3), np.float32)
        centre = np.array([columns.mean(), rows.mean()])
        return np.column_stack([centre + rim, np.ones(17)])[None].astype(np.float32)

    yield find


def read(path: Path) -> Keypoints:
    return read_video(path, open_estimator=ball_finder)[0].keypoints


def swing(seconds: float) -> tuple[float, float]:
    """Left and right at 0.7 Hz, on the wall."""
    return WIDTH + 40 * np.sin(2 * np.pi * 0.7 * seconds), HEIGHT + 10 * np.cos(2 * np.pi * 1.4 * seconds)


def still(seconds: float) -> tuple[float, float]:
    return WIDTH / 2, HEIGHT / 2


CAMERAS: dict[str, Path2D] = {
    "stands": still,
    "pans": lambda seconds: (WIDTH / 2 + 25 * seconds, HEIGHT / 2 - 8 * seconds),
    "shakes": lambda seconds: tuple(still(0) + np.random.default_rng(int(seconds * FPS)).normal(0, 6, 2)),
    "sways": lambda seconds: (WIDTH / 2 + 25 * np.sin(2 * np.pi * 1.1 * seconds), HEIGHT / 2),
}


@pytest.mark.parametrize("name", CAMERAS)
def test_the_ball_moves_as_on_the_wall(tmp_path: Path, name: str) -> None:
    found = read(film(tmp_path / "film.mp4", 90, CAMERAS[name], swing)).positions.mean(axis=1)
    truth = np.array([swing(frame / FPS) for frame in range(90)])
    error = (found - found[0]) - (truth - truth[0])
    assert np.abs(error).max() < (1.5 if name == "stands" else 4.0)


def test_a_standing_camera_drifts_by_nothing(tmp_path: Path) -> None:
    camera, path = CameraMotion(), film(tmp_path / "film.mp4", 40, still, swing)
    with open_video(path) as video, ball_finder() as find:
        views = [camera(frame.picture, find(frame.picture)) for frame in frames_of(video, path)]
    assert all(np.array_equal(view.to_first, np.eye(2, 3)) for view in views)
    assert not any(view.is_cut for view in views)


def test_a_cut_is_seen_and_the_view_goes_on_from_the_last(tmp_path: Path) -> None:
    camera, path = CameraMotion(), film(tmp_path / "film.mp4", 40, still, swing, cut=25)
    with open_video(path) as video, ball_finder() as find:
        views = [camera(frame.picture, find(frame.picture)) for frame in frames_of(video, path)]
    assert [frame for frame, view in enumerate(views) if view.is_cut] == [25]
    assert np.array_equal(views[-1].to_first, np.eye(2, 3))


def test_a_plain_wall_gives_nothing_to_follow_and_stays(tmp_path: Path) -> None:
    camera = CameraMotion()
    picture = np.full((HEIGHT, WIDTH, 3), 90, np.uint8)
    nobody = np.zeros((0, 17, 3), np.float32)
    assert all(np.array_equal(camera(picture, nobody).to_first, np.eye(2, 3)) for _ in range(3))


def filmed_again(path: Path, view: Callable[[int, int, int], np.ndarray]) -> Path:
    """The dancer's film, seen by a camera that moves: `view` [2, 3] of frame, width and height."""
    with open_video(FILM) as video:
        pictures = [frame.picture for frame in frames_of(video, FILM)]
    height, width = pictures[0].shape[:2]
    moved = [
        cv2.warpAffine(picture, view(number, width, height), (width, height), borderMode=cv2.BORDER_REFLECT)
        for number, picture in enumerate(pictures)
    ]
    return write_pictures(path, moved, np.arange(len(moved)) / 30)


def shake(frame: int, width: int, height: int) -> np.ndarray:
    """Another aim every 25 frames: 72 BPM, a tempo of its own."""
    aim = np.random.default_rng(frame // 25).normal(0, 0.03 * width, 2)
    return np.array([[1.0, 0.0, aim[0]], [0.0, 1.0, aim[1]]])


def zoom(frame: int, width: int, height: int) -> np.ndarray:
    """In and out at 1.2 Hz."""
    return cv2.getRotationMatrix2D((width / 2, height / 2), 0.0, 1 + 0.15 * np.sin(2 * np.pi * 1.2 * frame / 30))


@pytest.mark.parametrize("view", [shake, zoom])
def test_the_camera_does_not_make_the_tempo(tmp_path: Path, view: Callable) -> None:
    """112 BPM are danced; without the camera's movement taken out, 72 are found in both."""
    pytest.importorskip("mediapipe", reason="pose estimation (the extra 'video') is not installed")
    found = analyse(read_motion(filmed_again(tmp_path / "film.mp4", view)))
    assert found.grid.tempo_bpm == pytest.approx(112.0, abs=1.0)
