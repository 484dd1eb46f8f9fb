"""Markers of optical capture, and centres of joints among them: TRC and C3D."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.errors import KinescoreError, MotionError
from kinescore.motion.keypoints import Layout
from kinescore.motion.readers import read_motion_file
from tests.motion.made_dance import (
    FPS,
    assert_same_dance,
    named_dance,
    write_trc,
)  # fmt: skip

PLUG_IN_GAIT = {
    "LSHO": "left_shoulder", "RSHO": "right_shoulder", "LELB": "left_elbow", "RELB": "right_elbow", "LKNE": "left_knee",
    "RKNE": "right_knee", "LANK": "left_ankle", "RANK": "right_ankle", "C7": "neck",
}  # fmt: skip


def marker_dance() -> tuple[list[str], np.ndarray]:
    """Plug-in Gait's markers, of which two lie on either side of wrists, hips and head."""
    joints = named_dance()
    markers = {name: joints[joint] for name, joint in PLUG_IN_GAIT.items()}
    for name, joint, step in (("WR{}A", "wrist", 0), ("ASI", "hip", 2), ("FHD", "ear", 2)):
        for side, word in (("L", "left"), ("R", "right")):
            offset = np.eye(3)[step] * 0.03
            front, back = {"WR{}A": ("WRA", "WRB"), "ASI": ("ASI", "PSI"), "FHD": ("FHD", "BHD")}[name]
            markers[side + front] = joints[f"{word}_{joint}"] + offset
            markers[side + back] = joints[f"{word}_{joint}"] - offset
    return list(markers), np.stack(list(markers.values()), axis=1)


@pytest.mark.parametrize("prefix", ["", "Ana:"])
def test_markers_in_trc(tmp_path: Path, prefix: str) -> None:
    names, points = marker_dance()
    points[50:53, 2] = np.nan
    path = write_trc(tmp_path / "a.trc", [prefix + name for name in names], points)
    keypoints = read_motion_file(path)
    assert_same_dance(keypoints)
    assert (keypoints.confidence[50:53, 7] == 0).all()


def test_joints_in_trc_as_pose2sim_names_them(tmp_path: Path) -> None:
    names = ["Hip", "RHip", "RKnee", "RAnkle", "LHip", "LKnee", "LAnkle", "Neck", "Head", "Nose"]
    names += ["RShoulder", "RElbow", "RWrist", "LShoulder", "LElbow", "LWrist"]
    joints = named_dance() | {"hip": named_dance()["pelvis"]}
    words = {"R": "right_", "L": "left_"}
    keys = [words[name[0]] + name[1:].lower() if name[1].isupper() else name.lower() for name in names]
    path = write_trc(tmp_path / "a.trc", names, np.stack([joints[key] for key in keys], axis=1))
    assert_same_dance(read_motion_file(path))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text.replace("PathFileType", "Nothing"), "does not begin as TRC"),
        (lambda text: text[:40], "does not begin as TRC"),
        (lambda text: text.replace("\n30.0\t", "\nfast\t"), "'fast' is not a number"),
        (lambda text: "\n".join(text.split("\n")[:6]), "holds no frames"),
    ],
)
def test_a_trc_that_is_none_is_refused_in_words(tmp_path: Path, change, words: str) -> None:
    path = write_trc(tmp_path / "a.trc", *marker_dance())
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    with pytest.raises(MotionError, match=words):
        read_motion_file(path)


@pytest.mark.parametrize("spell", ["{}{}", "{}.{}", "{}_{}"])
def test_markers_as_opensim_names_them_are_not_taken_for_bones(tmp_path: Path, spell: str) -> None:
    """Its sets have markers on thigh and shank, which other files call bones so."""
    words = {"shoulder": "Acromium", "elbow": "Elbow.Lat", "wrist": "Wrist", "hip": "ASIS"}
    words |= {"knee": "Knee", "ankle": "Ankle"}
    joints = named_dance()
    points = {
        spell.format(side[0].upper(), word): joints[f"{side}_{joint}"]
        for joint, word in words.items()
        for side in ("left", "right")
    }
    points |= {
        f"{side[0].upper()}.Thigh": points[spell.format(side[0].upper(), "Knee")] + 0.3 for side in ("left", "right")
    }
    points |= {
        f"{side[0].upper()}.Shank": points[spell.format(side[0].upper(), "Ankle")] + 0.3 for side in ("left", "right")
    }
    keypoints = read_motion_file(write_trc(tmp_path / "a.trc", list(points), np.stack(list(points.values()), axis=1)))
    assert_same_dance(keypoints)


def test_centres_of_joints_are_preferred_to_markers_around_them(tmp_path: Path) -> None:
    names, points = marker_dance()
    joints = named_dance()
    centres = [joints[f"{side}_{joint}"] for joint in ("hip", "knee", "ankle") for side in ("left", "right")]
    names += ["LHJC", "RHJC", "LKJC", "RKJC", "LAJC", "RAJC"]
    pushed = points + np.where(np.isin(names[: points.shape[1]], ["LASI", "LPSI", "RASI", "RPSI"])[:, None], 0.4, 0.0)
    path = write_trc(tmp_path / "a.trc", names, np.concatenate([pushed, np.stack(centres, axis=1)], axis=1))
    assert_same_dance(read_motion_file(path))


def test_unknown_markers_are_followed_as_anything_that_moves(tmp_path: Path) -> None:
    names, points = marker_dance()
    notes: list[str] = []
    path = write_trc(tmp_path / "a.trc", [f"M{number}" for number in range(len(names))], points)
    keypoints = read_motion_file(path, warn=notes.append)
    assert keypoints.layout is Layout.POINTS
    assert analyse(keypoints).grid.tempo_bpm == pytest.approx(120, abs=1)
    assert len(notes) == 1
    assert "M0, M1" in notes[0]
    assert "those that move most are followed" in notes[0]


def test_a_trc_with_commas_or_without_a_rate(tmp_path: Path) -> None:
    path = write_trc(tmp_path / "a.trc", *marker_dance())
    text = path.read_text("utf-8")
    path.write_text(text.replace("\t", ","), "utf-8")
    assert_same_dance(read_motion_file(path))
    lines = text.split("\n")
    lines[2] = "\t\t" + lines[2].split("\t", 2)[2]
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(MotionError, match=r"does not say its frame rate.*--fps"):
        read_motion_file(path)
    assert_same_dance(read_motion_file(path, fps=FPS))


def test_markers_in_c3d(tmp_path: Path) -> None:
    c3d = pytest.importorskip("c3d")
    names, points = marker_dance()
    points[50:53, 2] = np.nan
    writer = c3d.Writer(point_rate=FPS, analog_rate=FPS)
    writer.set_point_labels(names)
    writer.set_analog_labels(["force"])
    frames = np.zeros((len(points), len(names), 5), np.float32)
    frames[..., :3] = np.nan_to_num(1000 * points)
    frames[..., 3] = np.where(np.isnan(points[..., 0]), -1, 0)
    for frame in frames:
        writer.add_frames([(frame, np.zeros((1, 1)))])
    with (tmp_path / "a.c3d").open("wb") as file:
        writer.write(file)
    keypoints = read_motion_file(tmp_path / "a.c3d")
    assert_same_dance(keypoints)
    assert (keypoints.confidence[50:53, 7] == 0).all()
    whole = (tmp_path / "a.c3d").read_bytes()
    notes: list[str] = []
    (tmp_path / "cut.c3d").write_bytes(whole[: len(whole) // 2])
    assert len(read_motion_file(tmp_path / "cut.c3d", warn=notes.append)) < len(points)
    assert "promises 240 frames" in notes[0]
    for length in range(0, 1500, 97):
        (tmp_path / "cut.c3d").write_bytes(whole[:length])
        with pytest.raises(MotionError):
            read_motion_file(tmp_path / "cut.c3d")


def test_c3d_without_its_package_is_one_sentence(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("kinescore.errors.find_spec", lambda name: None)
    (tmp_path / "a.c3d").write_bytes(b"\x02\x50" + bytes(600))
    with pytest.raises(KinescoreError, match=r"needs c3d; not installed here.*kinescore\[motion\]"):
        read_motion_file(tmp_path / "a.c3d")
