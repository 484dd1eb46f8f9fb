"""Reading AIST++ annotation files and the clips cut from them."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest

from kinescore.errors import MotionError
from kinescore.motion.readers import read_motion_file
from tests.dance.made_motion import wandering
from tests.motion.test_projection import dancer

TIMES = np.arange(90)
VIEWS = np.stack([np.concatenate([wandering(view, frames=90), np.full((90, 17, 1), 0.9)], axis=2) for view in range(9)])


def saved(folder: Path, content: object) -> Path:
    path = folder / "gBR_sBM_cAll_d04_mBR0_ch01.pkl"
    path.write_bytes(pickle.dumps(content))
    return path


@pytest.mark.parametrize(
    ("timestamps", "fps"),
    [
        ((TIMES * 1e6 / 60).astype(np.int64), 60.0),
        (np.round(TIMES * 1e3 / 60), 60.0),
        (TIMES / 60, 60.0),
        (5 + TIMES / 30, 30.0),
        ((TIMES * 1001e6 / 60000).astype(np.int64), 60000 / 1001),
        (TIMES * 0.0213, 1 / 0.0213),
    ],
)
def test_2d_files_give_the_front_camera_at_the_rate_of_their_timestamps(tmp_path, timestamps, fps) -> None:
    views = VIEWS.copy()
    views[0, 7, 3, 0] = np.nan
    content = {"keypoints2d": views, "det_scores": np.ones((9, 90)), "timestamps": timestamps}
    keypoints = read_motion_file(saved(tmp_path, content))
    assert keypoints.fps == pytest.approx(fps, rel=1e-6)
    assert keypoints.size == (1920, 1080)
    assert keypoints.confidence[7, 3] == 0
    np.testing.assert_array_equal(np.delete(keypoints.positions, 7, axis=0), np.delete(views[0, ..., :2], 7, axis=0))


def test_3d_files_are_seen_from_the_front_and_the_better_version_wins(tmp_path: Path) -> None:
    rough = np.full((60, 17, 3), np.nan)
    keypoints = read_motion_file(saved(tmp_path, {"keypoints3d": rough, "keypoints3d_optim": dancer() * 100}))
    assert (keypoints.fps, keypoints.size, len(keypoints)) == (60.0, (1920, 1080), 60)
    assert (keypoints.positions[:, 5, 0] > keypoints.positions[:, 6, 0]).all()
    with_gap = dancer() * 100
    with_gap[10, 9] = np.nan
    filled = read_motion_file(saved(tmp_path, {"keypoints3d": with_gap}))
    assert filled.confidence[10, 9] == 0
    assert np.abs(filled.positions - keypoints.positions).max() < 10


def test_a_bare_clip_is_one_view_at_60_fps(tmp_path: Path) -> None:
    keypoints = read_motion_file(saved(tmp_path, VIEWS[3]))
    np.testing.assert_array_equal(keypoints.positions, VIEWS[3, ..., :2])
    assert keypoints.fps == 60.0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"smpl_betas": np.zeros((5, 10)), "cameras": np.zeros(3)}, "holds cameras, smpl_betas; wanted"),
        ({"smpl_poses": np.zeros((5, 60))}, "60 numbers a frame"),
        ({"smpl_poses": np.zeros((5, 72)), "smpl_trans": np.zeros((4, 3))}, r"5 poses and places of shape \[4, 3\]"),
        ({}, "holds no arrays"),
        ([1, 2, 3], "holds no arrays"),
        ({"keypoints2d": [[1, 2]]}, "holds no arrays"),
        ({"keypoints2d": VIEWS[0]}, r"shape \[90, 17, 3\]; wanted are numbers of shape \['views', 'frames', 17, 3\]"),
        ({"keypoints2d": VIEWS[:0]}, r"shape \[0, 90, 17, 3\]"),
        ({"keypoints2d": VIEWS > 500}, "bool"),
        ({"keypoints2d": VIEWS * np.nan}, "No joint is visible"),
        ({"keypoints2d": VIEWS, "timestamps": TIMES[::-1]}, "do not increase"),
        ({"keypoints2d": VIEWS, "timestamps": np.zeros((9, 90))}, "no list of numbers"),
        ({"keypoints3d": VIEWS}, r"\['frames', 17, 3\]"),
        (np.zeros((305, 18, 3)), r"\[305, 18, 3\]"),
    ],
)
def test_other_content_is_refused_in_words(tmp_path: Path, content: object, words: str) -> None:
    with pytest.raises(MotionError, match=words):
        read_motion_file(saved(tmp_path, content))
