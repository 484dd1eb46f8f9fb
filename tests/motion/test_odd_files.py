"""Files on which users of such tools were caught out, with their right answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinescore.dance.analysis import analyse
from kinescore.motion.readers import read_motion_file

# Name, what the user says, frames, tempo's tolerance in BPM about 120 (None: another's matter), words of the one note.
CASES = [
    ("names_mixamo_without_colon.bvh", {}, 120, 1.0, ""),
    ("names_mixamo_numbered_by_sketchfab.bvh", {}, 120, 1.0, ""),
    ("names_deepmotion_jnt.bvh", {}, 120, 1.0, ""),
    ("names_mocapnet_lower_case.bvh", {}, 120, 1.0, ""),
    ("rows_one_more_than_promised.bvh", {}, 120, 1.0, "promises 119 frames and holds 120"),
    ("control_no_glitch.bvh", {}, 160, 1.0, ""),
    ("frame_time_one_second.bvh", {}, 24, None, "1 frames a second, too few"),
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


def test_whole_bodies_begin_with_coco_17(shared_motion: Path, tmp_path: Path) -> None:
    import json

    content = json.loads((shared_motion / "cases" / "mmpose_wholebody_133.json").read_text())
    for frame in content["instance_info"]:
        for person in frame["instances"]:
            person["keypoints"], person["keypoint_scores"] = person["keypoints"][:17], person["keypoint_scores"][:17]
    (tmp_path / "first17.json").write_text(json.dumps(content))
    whole = read_motion_file(shared_motion / "cases" / "mmpose_wholebody_133.json")
    assert (whole.positions == read_motion_file(tmp_path / "first17.json").positions).all()
