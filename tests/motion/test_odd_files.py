"""Files on which users of such tools were caught out, with their right answers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.errors import MotionError
from kinescore.motion.readers import read_motion_file
from tests.motion.made_bvh import humanoid
from tests.motion.made_dance import FPS, dance, flat_dance

# Name, what the user says, frames, tempo's tolerance in BPM about 120 (None: another's matter), words of the one note.
CASES = [
    ("names_mixamo_without_colon.bvh", {}, 120, 1.0, ""),
    ("names_mixamo_numbered_by_sketchfab.bvh", {}, 120, 1.0, ""),
    ("names_deepmotion_jnt.bvh", {}, 120, 1.0, ""),
    ("names_mocapnet_lower_case.bvh", {}, 120, 1.0, ""),
    ("rows_one_more_than_promised.bvh", {}, 120, 1.0, "promises 119 frames and holds 120"),
    ("control_no_glitch.bvh", {}, 160, 1.0, ""),
    ("frame_time_one_second.bvh", {}, 24, None, "1 frame a second, too few"),
    ("frame_time_one_second.bvh", {"fps": 20}, 24, None, ""),
    ("alphapose-results.json", {"fps": 20, "size": (1280, 720)}, 80, 1.0, ""),
    ("openpose_body25", {"fps": 20, "size": (1280, 720)}, 60, 2.0, ""),
    ("mmpose_wholebody_133.json", {}, 50, None, ""),
    ("normalised_0_to_1.json", {}, 80, 1.0, "shares of the picture; they were scaled to 1280 x 720 px"),
    ("keypoints_in_3d_metres.npz", {}, 80, 1.0, ""),
    ("amass_smplh.npz", {}, 160, 1.0, ""),
    ("edge_output_30fps.pkl", {}, 90, 2.0, ""),
]


@pytest.mark.parametrize(("name", "given", "frames", "tolerance", "note"), CASES)
def test_an_odd_file_has_its_right_answer(
    shared_motion: Path, name: str, given: dict, frames: int, tolerance: float | None, note: str
) -> None:
    notes: list[str] = []
    keypoints = read_motion_file(shared_motion / "cases" / name, **given, warn=notes.append)
    assert len(keypoints) == frames
    assert [note in said for said in notes] == ([True] if note else [])
    if name.startswith("names"):
        assert (keypoints.confidence[:, 5:] == 1).all()
    if tolerance is not None:
        assert analyse(keypoints).grid.tempo_bpm == pytest.approx(120, abs=tolerance)


FRAME_TIMES = {"0": 0, "-0.03": 0, "0.0000333": 30030.03, "30": 0.033, "1": 1, "0.125": 8, "0.001": 1000}


@pytest.mark.parametrize("printed", FRAME_TIMES)
def test_an_implausible_frame_time_is_said_and_the_true_rate_wins(tmp_path: Path, printed: str) -> None:
    path = tmp_path / "a.bvh"
    path.write_text(re.sub("Frame Time: .*", f"Frame Time: {printed}", humanoid(40)), "utf-8")
    said: list[str] = []
    try:
        read_motion_file(path, warn=said.append)
    except MotionError as error:
        said.append(str(error))
    assert len(said) == 1
    assert f"a.bvh has {FRAME_TIMES[printed]:g} frame" in said[0].replace("30030.03", "30030")
    assert "--fps" in said[0]
    notes: list[str] = []
    assert read_motion_file(path, fps=24, warn=notes.append).fps == 24.0
    assert notes == []


def test_milliseconds_for_seconds_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.bvh").write_text(re.sub("Frame Time: .*", "Frame Time: 41.667", humanoid(200)), "utf-8")
    with pytest.raises(MotionError, match=r"a\.bvh has a frame every 41\.667 s .* last 8333 s; .* with --fps"):
        read_motion_file(tmp_path / "a.bvh", warn=lambda note: None)


@pytest.mark.parametrize("rate", [0, -1, 5000.0, float("nan")])
def test_a_rate_that_cannot_be_is_overruled(tmp_path: Path, rate: float) -> None:
    np.savez(tmp_path / "a.npz", joints=dance(), fps=rate)
    with pytest.raises(MotionError, match=r"a\.npz has .* frames a second by its own words; .* with --fps"):
        read_motion_file(tmp_path / "a.npz")
    assert analyse(read_motion_file(tmp_path / "a.npz", fps=FPS)).grid.tempo_bpm == pytest.approx(120, abs=1)


SHARES = flat_dance((1280, 720)) / [1280, 720, 1]


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1920, 1080)), (1.3, (640, 480)), (0.4, (1080, 1920))])
@pytest.mark.parametrize("form", ["frames", "people", "npz"])
def test_shares_of_any_picture_are_scaled_with_a_sentence(tmp_path: Path, scale: float, size: tuple, form: str) -> None:
    poses = SHARES * [scale, scale, 1]
    path = tmp_path / ("a.npz" if form == "npz" else "a.json")
    if form == "npz":
        np.savez(path, positions=poses[..., :2], fps=FPS)
    elif form == "frames":
        path.write_text(json.dumps({"fps": FPS, "keypoints": poses.tolist()}))
    else:
        people = [{"image_id": f"{n:05}.png", "keypoints": pose.ravel().tolist()} for n, pose in enumerate(poses)]
        path.write_text(json.dumps(people))
    with pytest.raises(MotionError, match=r"does not say its picture size.*--size"):
        read_motion_file(path, fps=FPS)
    notes: list[str] = []
    keypoints = read_motion_file(path, fps=FPS, size=size, warn=notes.append)
    assert notes == [
        f"The positions in {path.name} are shares of the picture; they were scaled to {size[0]} x {size[1]} px."
    ]
    np.testing.assert_allclose(keypoints.positions[:, 5:], poses[:, 5:, :2] * size, rtol=1e-4)
    assert analyse(keypoints).grid.tempo_bpm == pytest.approx(120, abs=1)


@pytest.mark.parametrize("unit", [1.0, 100.0, 1000.0, 39.37], ids=["m", "cm", "mm", "inches"])
@pytest.mark.parametrize("axes", [(0, 1, 2), (0, 2, 1), (2, 1, 0)], ids=["y up", "z up", "seen from the side"])
@pytest.mark.parametrize("form", ["npz", "json"])
def test_space_is_never_read_as_a_picture(tmp_path: Path, unit: float, axes: tuple, form: str) -> None:
    joints = unit * dance()[..., axes]
    if form == "npz":
        path = tmp_path / "a.npz"
        np.savez(path, keypoints=joints, fps=FPS)
    else:
        path = tmp_path / "a.json"
        path.write_text(json.dumps({"fps": FPS, "width": 640, "height": 480, "keypoints": joints.tolist()}))
    keypoints = read_motion_file(path)
    x, y = keypoints.positions.mean(axis=0).T
    assert np.ptp(y) > np.ptp(x), "the body stands"
    assert (keypoints.confidence[:, 5:] == 1).all()
    assert analyse(keypoints).grid.tempo_bpm == pytest.approx(120, abs=1)


@pytest.mark.parametrize("confidence", [0.0, 0.05])
def test_confidence_of_nothing_is_said(tmp_path: Path, confidence: float) -> None:
    poses = np.concatenate([SHARES[..., :2] * 500, np.full_like(SHARES[..., :1], confidence)], axis=2)
    np.savez(tmp_path / "a.npz", keypoints=poses, fps=FPS, size=(500, 500))
    with pytest.raises(MotionError, match=r"No joint is visible in any frame.* below the least confidence of 0\.2"):
        read_motion_file(tmp_path / "a.npz")


def test_whole_bodies_begin_with_coco_17(shared_motion: Path, tmp_path: Path) -> None:
    content = json.loads((shared_motion / "cases" / "mmpose_wholebody_133.json").read_text())
    for frame in content["instance_info"]:
        for person in frame["instances"]:
            person["keypoints"], person["keypoint_scores"] = person["keypoints"][:17], person["keypoint_scores"][:17]
    (tmp_path / "first17.json").write_text(json.dumps(content))
    whole = read_motion_file(shared_motion / "cases" / "mmpose_wholebody_133.json")
    assert (whole.positions == read_motion_file(tmp_path / "first17.json").positions).all()
