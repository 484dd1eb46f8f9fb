"""Choosing a reader, and files that cannot be read at all."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from kinescore.errors import MotionError
from kinescore.motion.readers import SUFFIXES, motion_file, read_motion_file
from tests.motion.made_bvh import humanoid


def test_the_suffix_chooses_in_upper_and_lower_case_and_any_script(tmp_path: Path) -> None:
    assert {
        ".bvh",
        ".npz",
        ".npy",
        ".pkl",
        ".json",
        ".fbx",
        ".glb",
        ".vrm",
        ".usd",
        ".c3d",
        ".trc",
        ".amc",
        ".vmd",
    } <= set(SUFFIXES)
    for name in ("dance.bvh", "DANCE.BVH", "танец 踊り.bvh"):
        (tmp_path / name).write_text(humanoid(frames=3), "utf-8")
        assert len(read_motion_file(tmp_path / name)) == 3
        assert len(read_motion_file(str(tmp_path / name))) == 3


@pytest.mark.parametrize("name", ["dance.max", "dance.blend", "dance", "dance.bvh.zip"])
def test_unknown_files_are_told_what_is_accepted(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(MotionError, match=r"accepted are \.bvh, \.npz, \.npy, \.pkl, \.json") as caught:
        read_motion_file(tmp_path / name)
    assert caught.value.code == "unknown_motion_file"
    assert ".bvh" in caught.value.remedy


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(MotionError, match="There is no file") as caught:
        read_motion_file(tmp_path / "none.bvh")
    assert caught.value.code == "no_such_file"
    (tmp_path / "folder.npz").mkdir()
    with pytest.raises(MotionError, match="is a folder without keypoints"):
        read_motion_file(tmp_path / "folder.npz")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_files(tmp_path: Path) -> None:
    path = tmp_path / "secret.bvh"
    path.write_text(humanoid(frames=3), "utf-8")
    path.chmod(0)
    with pytest.raises(MotionError, match="cannot be read"):
        read_motion_file(path)


def test_huge_files_are_refused_before_they_are_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.npz").open("wb") as file:
        file.truncate(motion_file.MAX_FILE_BYTES + 1)
    with pytest.raises(MotionError, match="larger than 256 MiB"):
        read_motion_file(tmp_path / "huge.npz")
    with (tmp_path / "huge.bvh").open("wb") as file:
        file.truncate(motion_file.MAX_FILE_BYTES + 1)
    with pytest.raises(MotionError, match="larger than 256 MiB"):
        read_motion_file(tmp_path / "huge.bvh")


def test_random_bytes_never_escape_as_anything_but_a_sentence(tmp_path: Path) -> None:
    rng = np.random.default_rng(11)
    by_blender = {".fbx", ".usd", ".usda", ".usdc", ".usdz"}  # takes seconds each: test_read_by_blender.py
    for suffix in set(SUFFIXES) - by_blender:
        for length in (0, 1, 10, 100, 1000):
            path = tmp_path / f"noise{suffix}"
            path.write_bytes(rng.bytes(length))
            with pytest.raises(MotionError):
                read_motion_file(path)
