"""Reading keypoints that were saved with numpy."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest

from kinescore.errors import MotionError
from kinescore.motion.keypoints import Layout
from kinescore.motion.moving_points import project_points
from kinescore.motion.readers import npz_archive, read_motion_file
from kinescore.motion.readers.npz import write_npz
from tests.dance.made_motion import wandering

POSITIONS = wandering(2, frames=20)


def saved(folder: Path, **arrays: object) -> Path:
    np.savez(folder / "dance.npz", **arrays)
    return folder / "dance.npz"


def test_everything_given_is_kept(tmp_path: Path) -> None:
    confidence = np.linspace(0.3, 1, 20 * 17, dtype=np.float32).reshape(20, 17)
    path = saved(tmp_path, positions=POSITIONS, confidence=confidence, fps=23.976, size=[640, 480])
    keypoints = read_motion_file(path)
    np.testing.assert_array_equal(keypoints.positions, POSITIONS)
    np.testing.assert_array_equal(keypoints.confidence, confidence)
    assert (keypoints.fps, keypoints.size) == (23.976, (640, 480))


def test_keypoints_with_confidence_in_one_array_and_no_size(tmp_path: Path) -> None:
    together = np.concatenate([POSITIONS, np.ones((20, 17, 1))], axis=2)
    together[5, 3] = (np.nan, np.nan, 0.0)
    keypoints = read_motion_file(saved(tmp_path, keypoints=together, fps=np.array([30])))
    assert keypoints.confidence[5, 3] == 0
    np.testing.assert_allclose(keypoints.positions[5, 3], (POSITIONS[4, 3] + POSITIONS[6, 3]) / 2)
    assert keypoints.size == tuple(np.ceil(POSITIONS.max(axis=(0, 1))))


def test_the_shared_dances_are_read(shared_motion: Path) -> None:
    for path in sorted((shared_motion / "aist").glob("*.npz")):
        keypoints = read_motion_file(path)
        assert (keypoints.fps, keypoints.size) == (30.0, (1920, 1080))
        assert keypoints.seconds > 30


@pytest.mark.parametrize(
    ("arrays", "words"),
    [
        ({"positions": POSITIONS}, "does not say its frame rate"),
        ({"fps": 30}, "holds fps; wanted are positions"),
        ({"positions": POSITIONS, "fps": [30, 60]}, "fps in dance.npz is not one number"),
        ({"positions": POSITIONS, "fps": "thirty"}, "not numbers"),
        ({"positions": POSITIONS, "fps": np.nan}, "nan frames a second by its own words"),
        ({"positions": POSITIONS, "fps": 30, "size": [640, np.inf]}, "not a width and a height"),
        ({"positions": POSITIONS, "fps": 30, "size": 640}, "not a width and a height"),
        ({"positions": POSITIONS[:, :15], "fps": 30}, r"\[20, 15, 2\]"),
        ({"positions": POSITIONS[..., 0], "fps": 30}, r"shape \[20, 17\]"),
        ({"positions": POSITIONS, "confidence": np.ones((19, 17)), "fps": 30}, "do not fit together"),
        ({"positions": POSITIONS * 1j, "fps": 30}, "complex64, not numbers"),
        ({"keypoints": POSITIONS[None, None, ..., None], "fps": 30}, r"wanted are \[frames, joints, 2 or 3\]"),
        ({"positions": np.full((5, 17, 2), np.nan), "fps": 30}, "No joint is visible"),
        ({"positions": np.array([print], dtype=object), "fps": 30}, r"not an \.npz archive of plain arrays"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(tmp_path: Path, arrays: dict, words: str) -> None:
    with pytest.raises(MotionError, match=words):
        read_motion_file(saved(tmp_path, **arrays))


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 broken"])
def test_other_files_named_npz_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "dance.npz").write_bytes(content)
    with pytest.raises(MotionError, match=r"not an \.npz archive"):
        read_motion_file(tmp_path / "dance.npz")


def test_a_cut_or_damaged_archive_is_refused(tmp_path: Path) -> None:
    whole = saved(tmp_path, positions=POSITIONS, fps=30).read_bytes()
    for length in range(0, len(whole) - 1, 997):
        (tmp_path / "cut.npz").write_bytes(whole[:length])
        with pytest.raises(MotionError):
            read_motion_file(tmp_path / "cut.npz")
    damaged = bytearray(whole)
    damaged[300:340] = bytes(40)
    (tmp_path / "damaged.npz").write_bytes(damaged)
    with pytest.raises(MotionError, match=r"not an \.npz archive"):
        read_motion_file(tmp_path / "damaged.npz")


def test_an_archive_that_unpacks_to_gigabytes_is_not_unpacked(tmp_path: Path, monkeypatch) -> None:
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "<f8", "fortran_order": False, "shape": (10**14, 17, 2)})
    with zipfile.ZipFile(tmp_path / "huge.npz", "w") as archive:
        archive.writestr("positions.npy", header.getvalue())
    with pytest.raises(MotionError):
        read_motion_file(tmp_path / "huge.npz")
    monkeypatch.setattr(npz_archive, "MAX_UNPACKED_BYTES", 1024**2)
    np.savez_compressed(tmp_path / "bomb.npz", positions=np.zeros(2**18), fps=30)
    with pytest.raises(MotionError, match="unpacks to more than 1 MiB"):
        read_motion_file(tmp_path / "bomb.npz")


def test_points_of_what_is_no_humanoid_come_back_unchanged(tmp_path: Path) -> None:
    waves = np.sin(np.arange(40)[:, None] * [0.3, 0.7])
    keypoints = project_points(np.stack([waves, 2 * waves, 0 * waves], axis=2), 24.0, up=2)
    write_npz(keypoints, tmp_path / "mover.npz")
    again = read_motion_file(tmp_path / "mover.npz")
    assert again.layout is Layout.POINTS
    assert np.array_equal(again.positions, keypoints.positions)
    assert np.array_equal(again.confidence, keypoints.confidence)
