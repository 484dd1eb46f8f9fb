"""Content decides what a file is: with another suffix, an unknown one, or none."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from kinescore.errors import MotionError
from kinescore.files.containers import opens
from kinescore.motion.read import read_motion
from kinescore.motion.video.recognise import is_video
from tests.motion.made_bvh import humanoid
from tests.motion.test_video_odd import write_as

pytest.importorskip("av", reason="video (the extra 'video') is not installed")


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One of each kind of container."""
    folder = tmp_path_factory.mktemp("films")
    films = [write_as(folder / f"a.{kind}", "mpeg4", seconds=0.2) for kind in ("mp4", "mkv", "avi", "ts", "wmv", "nut")]
    films += [write_as(folder / f"a.{kind}", "mpeg2video", seconds=0.2) for kind in ("mpg", "mxf")]
    films += [write_as(folder / "a.gif", "gif", "rgb8", 25, 0.2), write_as(folder / "a.flv", "flv1", seconds=0.2)]
    return films


@pytest.mark.parametrize("name", ["film", "film.data", "film.2024", "film.npz", "film.json", "film.bvh"])
def test_film_by_any_name_is_video(tmp_path: Path, name: str, films: list[Path]) -> None:
    for film in films:
        shutil.copy(film, tmp_path / name)
        assert is_video(tmp_path / name), film.suffix


def test_motion_by_the_name_of_a_film_is_motion(tmp_path: Path) -> None:
    (tmp_path / "dance.mp4").write_text(humanoid(8))
    assert len(read_motion(tmp_path / "dance.mp4", warn=[].append)) > 1


@pytest.mark.parametrize(
    "content",
    [b"words about a dance\n" * 40, b"#EXTM3U\n#EXTINF:5,\nhttp://127.0.0.1:9/a.ts\n",
     b"ffconcat version 1.0\nfile a.mp4\n", bytes(1000), b"", np.random.default_rng(1).bytes(50_000)],
    ids=["text", "playlist", "list of films", "zeros", "empty", "noise"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["dance", "dance.txt", "dance.mp4"])
def test_what_is_neither_is_refused_in_one_sentence(tmp_path: Path, content: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert not opens(tmp_path / name, "video")
    with pytest.raises(MotionError, match=r"is not a motion file|is no video that can be read"):
        read_motion(tmp_path / name)
