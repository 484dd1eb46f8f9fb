"""Folders with one file for every frame: OpenPose's and AlphaPose's JSON, Ultralytics' labels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.keypoints import COCO_17
from kinescore.motion.layouts import coco_17, layout_in_picture
from kinescore.motion.readers.json_file import parse_json
from kinescore.motion.readers.keypoints_json import recording_of_people
from kinescore.motion.readers.pose_json import Pose, fail, people_by_frame
from kinescore.motion.recordings import MAX_FRAMES, FlatRecording

MAX_FOLDER_BYTES = 256 * 1024 * 1024
_BOX = 5  # numbers before the keypoints in a line of labels: class and box


def read_pose_folder(path: Path) -> FlatRecording:
    """Read the frames' files in the order of the numbers that end their names.

    .json: OpenPose's (`people` with `pose_keypoints_2d`, BODY_25 or COCO-18), or what one file of `read_keypoints_json`
    says of a frame. .txt: Ultralytics' labels, a line a person, in shares of the picture. Frames whose number is
    missing are gaps. Raises MotionError for a folder without such files, or with too many.
    """
    files = sorted(file for file in path.iterdir() if file.suffix.lower() in (".json", ".txt") and file.is_file())
    suffixes = {file.suffix.lower() for file in files}
    if not files:
        raise MotionError(
            f"{path} is a folder without keypoints.",
            "Name one motion file or video in it, or a folder with one .json (OpenPose) for every frame.",
            code="unreadable_file",
        )
    if len(suffixes) > 1:
        files = [file for file in files if file.suffix.lower() == ".json"]
    if len(files) > MAX_FRAMES or sum(file.stat().st_size for file in files) > MAX_FOLDER_BYTES:
        fail(path.name, f"holds {len(files)} files, more than are read", "Put the frames into several folders.")
    read = _labels if files[0].suffix.lower() == ".txt" else _frame
    first = _number_of(files[0], 0)
    people = {_number_of(file, place) - first: read(file) for place, file in enumerate(files)}
    return recording_of_people(people, path.name)


def _number_of(file: Path, place: int) -> int:
    """The last number in a file's name ("clip_000000000012_keypoints" is frame 12), or its place in the folder."""
    numbers = "".join(letter if letter.isdigit() else " " for letter in file.stem).split()
    return int(numbers[-1][-9:]) if numbers else place


def _frame(file: Path) -> list[Pose]:
    content = parse_json(file)
    entries: list[Any] = [content] if isinstance(content, dict) else [{"people": content}]
    return next(iter(people_by_frame(entries, file.name).values()))


def _labels(file: Path) -> list[Pose]:
    poses = []
    for line in file.read_text("utf-8", errors="replace").splitlines():
        try:
            numbers = np.array(line.split(), dtype=np.float64)[_BOX:]
        except ValueError:
            fail(file.name, "holds a line that is not numbers")
        poses.append(_pose_of_label(numbers, file.name))
    return poses


def _pose_of_label(numbers: NDArray[np.float64], file_name: str) -> Pose:
    """17 joints with or without confidence; a number more is the person's confidence or track."""
    for width in (3, 2):
        count, rest = divmod(len(numbers), width)
        layout = layout_in_picture(count) if rest <= 1 else None
        if layout is not None and (width == 3 or count == len(COCO_17)):
            joints = numbers[: width * count].reshape(1, count, width)
            joints = joints if width == 3 else np.dstack([joints, np.ones((1, count))])
            return coco_17(joints, layout)[0]
    fail(file_name, f"holds a line of {len(numbers) + _BOX} numbers; 17 keypoints have {_BOX + 51} or {_BOX + 34}")
