"""Keypoints in pictures, as every estimator writes them: the same dance comes out of each."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.errors import MotionError
from kinescore.motion.keypoints import COCO_17
from kinescore.motion.layouts import LAYOUTS, PICTURE_COUNTS
from kinescore.motion.readers import read_motion_file
from tests.motion.made_dance import flat_dance

SIZE = (1280, 720)
FLAT = flat_dance(SIZE)
SHARES = FLAT / [*SIZE, 1]
BODY = slice(5, 17)
PICTURE_LAYOUTS = [name for name in LAYOUTS if len(LAYOUTS[name]) in PICTURE_COUNTS and not name.startswith(("H", "K"))]


def laid_out(layout: str, poses: np.ndarray = FLAT) -> np.ndarray:
    """[T, J, 3]: joints that COCO-17 lacks are not seen."""
    arranged = np.zeros((len(poses), len(LAYOUTS[layout]), 3))
    for number, name in enumerate(LAYOUTS[layout]):
        if name in COCO_17:
            arranged[:, number] = poses[:, COCO_17.index(name)]
    return arranged


def openpose(layout: str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        target = folder / "json"
        target.mkdir()
        for frame, pose in enumerate(laid_out(layout)):
            people = [{"person_id": [-1], "pose_keypoints_2d": pose.ravel().tolist(), "face_keypoints_2d": []}]
            text = json.dumps({"version": 1.3, "people": people})
            (target / f"clip_{frame:012}_keypoints.json").write_text(text)
        return target

    return write


def ultralytics_labels(folder: Path) -> Path:
    target = folder / "labels"
    target.mkdir()
    for frame, pose in enumerate(SHARES, start=1):
        numbers = " ".join(f"{value:.6f}" for value in pose.ravel())
        (target / f"clip_{frame}.txt").write_text(f"0 0.5 0.5 0.2 0.9 {numbers}\n")
    return target


def in_json(content: Callable[[], object]) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / "dance.json"
        path.write_text(json.dumps(content()))
        return path

    return write


def alphapose(layout: str) -> Callable[[], object]:
    return lambda: [
        {"image_id": f"{frame}.jpg", "category_id": 1, "keypoints": pose.ravel().tolist(), "score": 2.9}
        for frame, pose in enumerate(laid_out(layout))
    ]


def mmpose(layout: str) -> Callable[[], object]:
    return lambda: [
        {
            "frame_id": frame,
            "instances": [{"keypoints": pose[:, :2].tolist(), "keypoint_scores": pose[:, 2].tolist()}],
        }
        for frame, pose in enumerate(laid_out(layout))
    ]


def coco_annotations() -> object:
    images = [
        {"id": 900 - frame, "file_name": f"{frame:06}.jpg", "width": 1280, "height": 720} for frame in range(len(FLAT))
    ]
    seen = np.concatenate([FLAT[..., :2], np.full((*FLAT.shape[:2], 1), 2)], axis=2)
    people = [{"image_id": 900 - frame, "keypoints": pose.ravel().tolist()} for frame, pose in enumerate(seen)]
    return {"info": {}, "images": images, "annotations": people[::-1], "categories": []}


def ultralytics() -> object:
    def person(pose: np.ndarray) -> dict:
        x, y, visible = pose.T.tolist()
        return {
            "name": "person",
            "class": 0,
            "confidence": 0.9,
            "box": {"x1": 1},
            "keypoints": {"x": x, "y": y, "visible": visible},
        }

    return [[person(pose)] for pose in FLAT]


def mediapipe() -> object:
    return [
        [{"x": x, "y": y, "z": -0.3, "visibility": c} for x, y, c in pose]
        for pose in laid_out("MediaPipe-33", SHARES).tolist()
    ]


def mediapipe_objects() -> object:
    return {"frames": [{"frame": n, "landmarks": points} for n, points in enumerate(mediapipe())]}


def mediapipe_by_number() -> object:
    return [{str(number): point for number, point in enumerate(points)} for points in mediapipe()]


def mediapipe_by_name() -> object:
    names = LAYOUTS["MediaPipe-33"]
    return {"frames": [{"landmarks": dict(zip(names, points, strict=True))} for points in mediapipe()]}


def alphapose_of_pictures_named_by_time() -> object:
    return [
        {
            "image_id": f"2018-07-04T12_{number // 600:02}_{number / 10 % 60:09.6f}.png",
            "keypoints": pose.ravel().tolist(),
        }
        for number, pose in enumerate(FLAT)
    ]


def alphapose_as_openpose() -> object:
    return {
        f"{frame}.jpg": {"version": 0.1, "bodies": [{"joints": pose.ravel().tolist()}]}
        for frame, pose in enumerate(laid_out("OpenPose COCO-18"))
    }


WRITERS = {
    "OpenPose BODY_25": openpose("OpenPose BODY_25"),
    "OpenPose COCO-18": openpose("OpenPose COCO-18"),
    "Ultralytics' labels": ultralytics_labels,
    "Ultralytics' JSON": in_json(ultralytics),
    "AlphaPose": in_json(alphapose("COCO-17")),
    "AlphaPose Halpe-26": in_json(alphapose("Halpe-26")),
    "AlphaPose Halpe-136": in_json(alphapose("Halpe-136")),
    "AlphaPose as OpenPose": in_json(alphapose_as_openpose),
    "MMPose": in_json(mmpose("COCO-17")),
    "MMPose WholeBody-133": in_json(mmpose("COCO-WholeBody-133")),
    "MMPose Halpe-26": in_json(mmpose("Halpe-26")),
    "COCO's annotations": in_json(coco_annotations),
    "MediaPipe": in_json(mediapipe),
    "MediaPipe in objects": in_json(mediapipe_objects),
    "MediaPipe by number": in_json(mediapipe_by_number),
    "MediaPipe by name": in_json(mediapipe_by_name),
    "AlphaPose of pictures named by time": in_json(alphapose_of_pictures_named_by_time),
}


@pytest.mark.parametrize("name", WRITERS)
def test_every_estimator_gives_the_dance(tmp_path: Path, name: str) -> None:
    path = WRITERS[name](tmp_path)
    keypoints = read_motion_file(path, fps=30, size=SIZE, warn=lambda note: None)
    np.testing.assert_allclose(keypoints.positions[:, BODY], FLAT[:, BODY, :2], atol=0.01)
    assert (keypoints.confidence[:, BODY] > 0.5).all()
    assert (keypoints.fps, keypoints.size) == (30.0, SIZE)
    assert analyse(keypoints).grid.tempo_bpm == pytest.approx(120, abs=1)
    with pytest.raises(MotionError, match=r"does not say its frame rate.*--fps"):
        read_motion_file(path, size=SIZE)
    if "annotations" not in name:
        with pytest.raises(MotionError, match=r"does not say its picture size.*--size"):
            read_motion_file(path, fps=30)


@pytest.mark.parametrize("layout", PICTURE_LAYOUTS)
@pytest.mark.parametrize("form", ["npy", "npz", "flat"])
def test_arrays_in_every_layout(tmp_path: Path, layout: str, form: str) -> None:
    poses = laid_out(layout).astype(np.float32)
    path = tmp_path / ("a.npz" if form == "npz" else "a.npy")
    if form == "npz":
        np.savez(path, keypoints=poses, fps=30, size=SIZE)
    else:
        np.save(
            path, poses.reshape(len(poses), -1) if form == "flat" and len(LAYOUTS[layout]) in (17, 25, 33) else poses
        )
    keypoints = read_motion_file(path, fps=30, size=SIZE)
    np.testing.assert_allclose(keypoints.positions[:, BODY], FLAT[:, BODY, :2], atol=0.01)


def test_shares_of_the_picture_are_scaled_and_said(tmp_path: Path) -> None:
    notes: list[str] = []
    (tmp_path / "a.json").write_text(
        json.dumps({"fps": 30, "width": 1280, "height": 720, "keypoints": SHARES.tolist()})
    )
    keypoints = read_motion_file(tmp_path / "a.json", warn=notes.append)
    np.testing.assert_allclose(keypoints.positions, FLAT[..., :2], atol=0.01)
    assert notes == ["The positions in a.json are shares of the picture; they were scaled to 1280 x 720 px."]
    np.savez(tmp_path / "b.npz", positions=SHARES[..., :2], fps=30)
    with pytest.raises(MotionError, match=r"picture size.*--size"):
        read_motion_file(tmp_path / "b.npz")
    np.testing.assert_allclose(
        read_motion_file(tmp_path / "b.npz", size=SIZE, warn=notes.append).positions, FLAT[..., :2], atol=0.01
    )


def test_frames_that_are_missing_in_a_folder_are_gaps(tmp_path: Path) -> None:
    folder = openpose("OpenPose BODY_25")(tmp_path)
    for frame in (40, 41, 42):
        (folder / f"clip_{frame:012}_keypoints.json").unlink()
    (folder / "clip_000000000060_keypoints.json").write_text('{"version": 1.3, "people": []}')
    keypoints = read_motion_file(folder, fps=30, size=SIZE)
    assert len(keypoints) == len(FLAT)
    assert np.flatnonzero(keypoints.confidence.max(axis=1) == 0).tolist() == [40, 41, 42, 60]


def test_what_ultralytics_puts_into_the_corner_is_not_seen(tmp_path: Path) -> None:
    """It writes 0 0 and some confidence for joints that it does not find."""
    folder = ultralytics_labels(tmp_path)
    for file in folder.iterdir():
        words = file.read_text().split()
        words[5:20] = ["0", "0", "0.35"] * 5
        file.write_text(" ".join(words) + "\n" + " ".join(words[:5] + ["0", "0", "0.3"] * 17) + "\n")
    keypoints = read_motion_file(folder, fps=30, size=SIZE, warn=lambda note: None)
    assert not keypoints.confidence[:, :5].any()
    np.testing.assert_allclose(keypoints.positions[:, BODY], FLAT[:, BODY, :2], atol=0.01)


def test_one_frame_of_openpose_asks_for_the_folder(tmp_path: Path) -> None:
    folder = openpose("OpenPose BODY_25")(tmp_path)
    with pytest.raises(MotionError, match=r"is one frame of OpenPose.*folder"):
        read_motion_file(folder / "clip_000000000000_keypoints.json", fps=30, size=SIZE)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.json", "{}", "has an entry 0 without"),
        ("a.json", "[", "not valid JSON"),
        ("a.json", '{"people": [{"pose_keypoints_2d": [1, 2, 3]}]}', r"shape \[3\]"),
        ("a.txt", "0 0.5 0.5 x", "not numbers"),
        ("a.txt", "0 0.5 0.5 0.2 0.9 1 2 3", "holds a line of 8 numbers"),
        ("readme.md", "hello", "is a folder without keypoints"),
    ],
)
def test_folders_of_something_else_are_refused_in_words(tmp_path: Path, name: str, text: str, words: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(MotionError, match=words):
        read_motion_file(tmp_path, fps=30, size=SIZE)
