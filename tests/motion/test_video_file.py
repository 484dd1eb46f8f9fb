"""Decoding: exact times, upright pictures, and files that are no whole video."""

from __future__ import annotations

import contextlib
from pathlib import Path

import av
import numpy as np
import pytest

from kinescore.errors import MotionError
from kinescore.motion.video import video_file
from kinescore.motion.video.video_file import frames_of, open_video
from tests.motion.made_video import (
    HEIGHT,
    WIDTH,
    picture_at,
    trim_by_label,
    turn_by_label,
    write_pictures,
    write_square,
)

STEADY = np.arange(45) / 30


def frames(path: Path) -> list[video_file.Frame]:
    with open_video(path) as video:
        return list(frames_of(video, path))


@pytest.mark.parametrize(
    ("name", "codec"),
    [("a.mp4", "libx264"), ("a.mov", "libx264"), ("a.mkv", "libx264"), ("a.webm", "libvpx-vp9"), ("A.AVI", "mpeg4")],
)
def test_every_kind_of_file_gives_every_frame_at_its_time(tmp_path: Path, name: str, codec: str) -> None:
    found = frames(write_square(tmp_path / name, STEADY, codec))
    np.testing.assert_allclose([frame.seconds for frame in found], STEADY, atol=0.0006)
    for frame in found[:: len(found) - 1]:
        assert np.abs(frame.picture.astype(int) - picture_at(frame.seconds)).mean() < 5


def test_times_are_the_file_s_own_where_the_rate_varies_and_start_anywhere(tmp_path: Path) -> None:
    times = 0.7 + np.cumsum(np.random.default_rng(5).uniform(0.01, 0.09, 40))
    found = frames(write_square(tmp_path / "phone.mp4", times, bf="3"))
    np.testing.assert_allclose([frame.seconds for frame in found], times - times[0], atol=2e-4)


@pytest.mark.parametrize(
    ("matrix", "quarters"), [((0, 1, -1, 0), 1), ((-1, 0, 0, -1), 2), ((0, -1, 1, 0), 3), ((1, 0, 0, 1), 0)]
)
def test_pictures_are_turned_as_the_file_says(tmp_path: Path, matrix: tuple, quarters: int) -> None:
    """The film lies on its side by `quarters` of a turn against the clock; the label says to turn it back."""
    lying = [np.rot90(picture_at(seconds), quarters) for seconds in STEADY]
    path = turn_by_label(write_pictures(tmp_path / "phone.mp4", lying, STEADY), matrix)
    picture = frames(path)[7].picture
    assert picture.shape == (HEIGHT, WIDTH, 3)
    assert np.abs(picture.astype(int) - picture_at(STEADY[7])).mean() < 5


def test_a_trimmed_film_begins_with_its_first_shown_frame(tmp_path: Path) -> None:
    found = frames(trim_by_label(write_square(tmp_path / "phone.mp4", STEADY, bf="0"), frames=10))
    assert len(found) == len(STEADY) - 10
    assert found[0].seconds == 0
    assert np.abs(found[0].picture.astype(int) - picture_at(STEADY[10])).mean() < 2


def test_a_sound_without_pictures(tmp_path: Path) -> None:
    with av.open(str(tmp_path / "song.mp4"), "w") as out:
        stream = out.add_stream("aac", rate=44100, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 44100), np.float32), format="fltp", layout="mono")
        frame.rate = 44100
        out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    with pytest.raises(MotionError, match=r"No video in song\.mp4 can be decoded; it holds audio"):
        frames(tmp_path / "song.mp4")


@pytest.mark.parametrize("content", [b"", b"This is a text.\n" * 100, bytes(5000), b"\x00\x00\x00\x18ftypmp42"])
def test_what_is_no_video(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "clip.mp4").write_bytes(content)
    with pytest.raises(MotionError, match=r"clip\.mp4 is no video that can be read"):
        frames(tmp_path / "clip.mp4")


@pytest.mark.parametrize("name", ["clip.mp4", "clip.mkv", "clip.avi"])
def test_a_cut_off_file_is_named_whatever_is_left(tmp_path: Path, name: str) -> None:
    whole = tmp_path / f"whole-{name}"
    options = {"movflags": "+faststart"} if name == "clip.mp4" else {}
    codec = "mpeg4" if name == "clip.avi" else "libx264"
    square = write_square(tmp_path / "source.mp4", np.arange(150) / 30, codec, bf="0")
    with av.open(str(square)) as source, av.open(str(whole), "w", options=options) as out:
        stream = out.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.size:
                packet.stream = stream
                out.mux(packet)
    assert len(frames(whole)) == 150
    content = whole.read_bytes()
    for share in (0.02, 0.3):  # of the .avi, the last third is only its index
        (tmp_path / name).write_bytes(content[: int(share * len(content))])
        with pytest.raises(MotionError, match=r"cut off|no video that can be read|no frames|No video in"):
            frames(tmp_path / name)


def test_a_file_without_frames(tmp_path: Path) -> None:
    with av.open(str(tmp_path / "empty.mkv"), "w") as out:
        stream = out.add_stream("libx264", rate=30)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        out.start_encoding()
    with pytest.raises(MotionError, match=r"holds no frames|no video that can be read"):
        frames(tmp_path / "empty.mkv")


def test_limits_of_size_and_length(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_square(tmp_path / "clip.mp4", STEADY)
    monkeypatch.setattr(video_file, "MAX_SECONDS", 1.0)
    with pytest.raises(MotionError, match="longer than 1 s"):
        frames(path)
    monkeypatch.setattr(video_file, "MAX_SIDE", 100)
    with pytest.raises(MotionError, match="128 x 96 px; at most 100 px"):
        frames(path)


def test_damage_inside_never_escapes_as_anything_but_a_sentence(tmp_path: Path) -> None:
    whole = write_square(tmp_path / "whole.mp4", STEADY).read_bytes()
    rng = np.random.default_rng(8)
    for _ in range(40):
        damaged = bytearray(whole)
        for place in rng.integers(0, len(whole), 20):
            damaged[place] = rng.integers(256)
        (tmp_path / "clip.mp4").write_bytes(damaged)
        with contextlib.suppress(MotionError):
            assert frames(tmp_path / "clip.mp4")
