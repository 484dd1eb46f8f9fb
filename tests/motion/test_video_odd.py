"""Films that are odd but whole: every one is read as it is to be seen, or is one sentence."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from kinescore.errors import MotionError
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.video.video_motion import read_video
from tests.motion.made_video import HEIGHT, WIDTH, picture_at, square_at, square_finder, write_pictures, write_square

OTHER_NAMES = {".divx": ".avi", ".qt": ".mov"}
INTERLACED = {"flags": "+ildct+ilme", "x264-params": "tff=1"}


def write_as(
    path: Path, codec: str = "libx264", pixels: str = "yuv420p", rate: Fraction | int = 30, seconds: float = 2.0,
    pixel_aspect: Fraction | None = None, **options: str,
) -> Path:  # fmt: skip
    """The square at a constant rate, in any codec and kind of pixels."""
    with av.open(str(path), "w") as out:
        stream = out.add_stream(codec, rate=rate, options=options)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, pixels
        if pixel_aspect:
            stream.codec_context.sample_aspect_ratio = pixel_aspect
        for number in range(round(seconds * rate)):
            picture = picture_at(number / float(rate))
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format=pixels)
            frame.pts, frame.time_base = number, 1 / Fraction(rate)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path


def read(path: Path, notes: list[str] | None = None) -> Keypoints:
    (mover,) = read_video(path, open_estimator=square_finder, warn=[].append if notes is None else notes.append)
    return mover.keypoints


def error_px(keypoints: Keypoints) -> float:
    truth = np.array([square_at(frame / keypoints.fps) for frame in range(len(keypoints))])
    return float(np.abs(keypoints.positions[:, 0] - truth).max())


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("ten_bit.mp4", {"pixels": "yuv420p10le"}),
        ("alpha.mov", {"codec": "png", "pixels": "rgba"}),
        ("grey.mkv", {"codec": "ffv1", "pixels": "gray"}),
        ("interlaced.mp4", {"rate": 25, **INTERLACED}),
        ("dvd.mpg", {"codec": "mpeg2video", "rate": 25}),
        ("studio.mxf", {"codec": "mpeg2video", "rate": 25}),
        ("camera.mts", {}),
        ("old.wmv", {"codec": "wmv2"}),
        ("old.flv", {}),
        ("phone.3gp", {}),
        ("cinema.qt", {"rate": Fraction(24000, 1001)}),
        ("smooth.ismv", {}),
        ("divx.divx", {"codec": "mpeg4"}),
    ],
)
def test_containers_and_pixels_of_all_kinds(tmp_path: Path, name: str, options: dict) -> None:
    written_as = name + OTHER_NAMES.get(Path(name).suffix, "")
    path = write_as(tmp_path / written_as, **options).rename(tmp_path / name)
    notes: list[str] = []
    found = read(path, notes)
    assert found.fps == pytest.approx(float(options.get("rate", 30)), rel=1e-3)
    assert error_px(found) < 1.5
    assert notes == []


def test_pixels_that_are_not_square_are_made_so(tmp_path: Path) -> None:
    found = read(write_as(tmp_path / "wide.mp4", pixel_aspect=Fraction(2, 1)))
    assert found.size == (2 * WIDTH, HEIGHT)
    truth = np.array([square_at(frame / found.fps) for frame in range(len(found))]) * (2, 1)
    assert np.abs(found.positions[:, 0] - truth).max() < 3.0


@pytest.mark.parametrize(("rate", "looked_at"), [(48, 24), (50, 25), (60, 30), (120, 40), (240, 40), (40, 40)])
def test_about_thirty_frames_a_second_are_looked_at_and_it_is_told(tmp_path: Path, rate: int, looked_at: int) -> None:
    notes: list[str] = []
    found = read(write_as(tmp_path / "fast.mp4", rate=rate), notes)
    assert found.fps == looked_at
    assert error_px(found) < 1.5
    told = [f"fast.mp4 has more frames a second than are needed; {looked_at} a second were looked at."]
    assert notes == (told if looked_at < rate else [])


def test_the_cover_of_a_record_is_no_film(tmp_path: Path) -> None:
    with av.open(str(tmp_path / "song.mp4"), "w") as out:
        sound = out.add_stream("aac", rate=44100, layout="mono")
        cover = out.add_stream("mjpeg", rate=30)
        cover.width, cover.height, cover.pix_fmt = WIDTH, HEIGHT, "yuvj420p"
        cover.disposition = av.stream.Disposition.attached_pic
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 44100), np.float32), format="fltp", layout="mono")
        frame.rate = 44100
        out.mux(sound.encode(frame))
        out.mux(cover.encode(av.VideoFrame.from_ndarray(picture_at(0), format="rgb24")))
        out.mux([*sound.encode(None), *cover.encode(None)])
    with pytest.raises(MotionError, match=r"No video in song\.mp4 can be decoded"):
        read(tmp_path / "song.mp4")


def test_pictures_that_cannot_be_decoded_are_one_sentence(tmp_path: Path) -> None:
    """PyAV writes animated WebP and does not read it."""
    write_as(tmp_path / "moving.webp", "libwebp_anim", rate=25).rename(tmp_path / "moving.mp4")
    with pytest.raises(MotionError, match=r"moving\.mp4 cannot be decoded|no video that can be read"):
        read(tmp_path / "moving.mp4")


def test_a_film_that_begins_without_anybody(tmp_path: Path) -> None:
    times = np.arange(90) / 30
    dark = np.full((HEIGHT, WIDTH, 3), 20, np.uint8)
    pictures = [dark] * 30 + [picture_at(time) for time in times[30:]]
    notes: list[str] = []
    found = read(write_pictures(tmp_path / "film.mp4", pictures, times), notes)
    assert not found.confidence[:30].any()
    assert notes == ["Nobody is seen for 1.0 s, from 0:00.0 to 0:01.0; the beat goes on there, without accents."]


def test_somebody_who_fills_the_picture(tmp_path: Path) -> None:
    """No background is left to follow the camera by."""
    cv2 = pytest.importorskip("cv2", reason="OpenCV (the extra 'video') is not installed")
    from kinescore.motion.video.camera_motion import CameraMotion

    noise = np.random.default_rng(0).integers(0, 255, (HEIGHT, WIDTH, 3), np.uint8)
    everywhere = np.array([[0, 0, 1], [WIDTH, HEIGHT, 1]] * 9, np.float32)[:17]
    camera = CameraMotion()
    for blur in (3, 5, 3):
        view = camera(cv2.GaussianBlur(noise, (blur, blur), 0), everywhere[None])
        assert np.array_equal(view.to_first, np.eye(2, 3))


def test_a_clip_of_no_length(tmp_path: Path) -> None:
    with pytest.raises(MotionError, match="one picture"):
        read(write_square(tmp_path / "clip.mov", [0.0]))
