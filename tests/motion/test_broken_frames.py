"""Files with broken frames and rest poses, as they come from rigs and trackers: nothing of them is heard or seen."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kinescore.dance.analysis import DanceAnalysis, analyse
from kinescore.motion.keypoints import COCO_17, body_size
from kinescore.motion.readers import read_motion_file
from tests.motion.made_dance import FPS, dance

WHOLE = dance()
T_POSE = WHOLE[0].copy()
for side, away in (("left", 1), ("right", -1)):
    for joint, reach in (("elbow", 0.45), ("wrist", 0.7)):
        T_POSE[COCO_17.index(f"{side}_{joint}")] = (away * reach, WHOLE[0, COCO_17.index(f"{side}_shoulder"), 1], 0)


def read(folder: Path, joints: np.ndarray) -> DanceAnalysis:
    np.savez(folder / "a.npz", joints=joints, fps=FPS)
    return analyse(read_motion_file(folder / "a.npz"))


def hits_again(found: DanceAnalysis, control: DanceAnalysis, later: float = 0.0) -> float:
    """Share of the hits of `control` that were found, within 0.06 s."""
    times = np.array([hit.time_s - later for hit in found.hits])
    return float(np.mean([np.abs(times - hit.time_s).min(initial=9) < 0.06 for hit in control.hits]))


@pytest.mark.parametrize("frame", [0, 1, 2, 100, -3, -2, -1])
@pytest.mark.parametrize("away", [2.0, 1e6])
@pytest.mark.parametrize("axis", [0, 2])
def test_one_frame_elsewhere_costs_nothing_wherever_it_is(tmp_path: Path, frame: int, away: float, axis: int) -> None:
    joints = WHOLE.copy()
    joints[frame, :, axis] += away
    found = read(tmp_path, joints)
    assert found.grid.tempo_bpm == pytest.approx(120.0, abs=1.0)
    assert hits_again(found, read(tmp_path, WHOLE)) >= 10 / 12


def test_a_broken_frame_makes_the_body_no_smaller(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", joints=WHOLE, fps=FPS)
    whole = read_motion_file(tmp_path / "a.npz")
    joints = WHOLE.copy()
    joints[50] += [0, 300, 700]
    np.savez(tmp_path / "a.npz", joints=joints, fps=FPS)
    assert body_size(read_motion_file(tmp_path / "a.npz")) == pytest.approx(body_size(whole), rel=0.01)


def test_who_walks_or_leaps_across_stays_in_the_picture(tmp_path: Path) -> None:
    along = np.arange(len(WHOLE)) / len(WHOLE)
    for way in (30 * along, 5 * np.clip(20 * (along - 0.9), 0, 1)):
        np.savez(tmp_path / "a.npz", joints=WHOLE + way[:, None, None] * [1, 0, 0], fps=FPS)
        keypoints = read_motion_file(tmp_path / "a.npz")
        assert (keypoints.positions >= 0).all()
        assert (keypoints.positions <= keypoints.size).all()


@pytest.mark.parametrize("frames", [1, 2, 9, 40])
@pytest.mark.parametrize("end", [False, True], ids=["before", "after"])
def test_lifted_arms_of_a_t_pose_are_no_accent(tmp_path: Path, frames: int, end: bool) -> None:
    stood = np.repeat(T_POSE[None], frames, axis=0)
    found = read(tmp_path, np.concatenate([WHOLE, stood] if end else [stood, WHOLE]))
    change = (len(WHOLE) if end else frames) / FPS
    assert any("jumps into frame" in note for note in found.notes)
    if not end:  # where the dance ends in mid-air it stops, as it is seen to
        assert all(abs(hit.time_s - change) > 0.07 for hit in found.hits)
    # Of hit points that are alike, where they lie decides which are left out.
    assert hits_again(found, read(tmp_path, WHOLE), 0.0 if end else frames / FPS) >= 9 / 12


def test_an_arm_that_is_thrown_out_of_stillness_is_an_accent(tmp_path: Path) -> None:
    """A pose that stands, and a fast gesture of several frames out of it."""
    joints = np.repeat(WHOLE[:1], 120, axis=0)
    share = 1 - 0.5 ** np.clip(np.arange(120) - 44, 0, None)[:, None]
    joints[:, COCO_17.index("left_wrist")] += share * [0.5, 0.6, 0]
    found = read(tmp_path, joints)
    assert found.notes == ()
    assert any(abs(hit.time_s - 1.5) < 0.15 for hit in found.hits)


def test_what_happens_to_one_beat_of_a_loop_changes_no_other_hit(tmp_path: Path) -> None:
    """More beats than hit points: which are left out does not hang on the last digits of their strengths."""
    control = read(tmp_path, WHOLE)
    assert len(control.hits) == 12
    generator = np.random.default_rng(0)
    for _ in range(4):
        trembling = WHOLE + generator.normal(0, 1e-4, WHOLE.shape)
        assert hits_again(read(tmp_path, trembling), control) == 1.0
