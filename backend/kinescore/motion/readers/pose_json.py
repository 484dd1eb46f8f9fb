"""People in the JSON of pose estimators: whatever a frame or a person looks like -> poses [17, 3] of COCO-17."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.bone_map import BODY_JOINTS
from kinescore.motion.keypoints import COCO_17
from kinescore.motion.layouts import PICTURE_COUNTS, coco_17, layout_in_picture
from kinescore.motion.readers.frame_numbers import frames_of
from kinescore.motion.readers.json_file import MAX_ENTRIES

_PEOPLE = ("instances", "people", "bodies", "poses", "persons", "predictions")
_POINTS = (
    *(
        "keypoints",
        "pose_keypoints_2d",
        "joints",
        "landmarks",
        "pose_landmarks",
        "poseLandmarks",
        "pose",
        "keypoints_2d",
    ),
)
_SCORES = ("keypoint_scores", "keypoints_scores", "scores", "kp_score", "joints_vis")
_CONFIDENCES = ("confidence", "visibility", "score", "visible", "c")
_FORMS = (
    "Wanted: keypoints, people or frames as OpenPose, AlphaPose, MMPose, COCO, Ultralytics or MediaPipe write them."
)
_LIST = (list, np.ndarray)  # as `parse_json` gives it
Pose = NDArray[np.float64]


def people_by_frame(
    entries: Sequence[Any], file_name: str, names: Sequence[str] | None = None
) -> dict[int, list[Pose]]:
    """Poses [17, 3] of the people in each frame that is listed, by frame number.

    entries: frames, with several people each, or people that say their frame; without numbers they are frames in order.
    Where pictures' names end in numbers that are no frames' (times, for one), the order of the names counts.
    names: of the joints, where the file has them. Raises MotionError naming the entry that is neither.
    """
    frames = frames_of(entries, file_name)
    people: dict[int, list[Pose]] = {}
    count = 0
    for number, entry in enumerate(entries):
        found = _people_of(entry, number, file_name)
        count += len(found)
        if count > MAX_ENTRIES:
            fail(file_name, f"lists more than {MAX_ENTRIES} people", "Cut it into parts.")
        poses = [pose_of(person, f"entry {number}", file_name, names) for person in found]
        people.setdefault(frames[number], []).extend(poses)
    return people


def pose_of(person: object, where: str, file_name: str, names: Sequence[str] | None = None) -> Pose:
    """The pose of one person: an object with points, or the points themselves."""
    points, scores = person, None
    if isinstance(person, dict):
        points = next((person[key] for key in _POINTS if person.get(key) is not None), person)
        if isinstance(points, dict) and _is_named(points):
            names = names if names or all(name.isdigit() for name in points) else list(points)
            points = list(points.values())
        scores = next((person[key] for key in _SCORES if isinstance(person.get(key), _LIST)), None)
    joints = _joints(points, where, file_name)
    if scores is not None and joints.shape[1] == 2:
        scores = numbers(scores, f"{where}'s keypoint scores", file_name).reshape(-1, 1)
        if len(scores) == len(joints):
            joints = np.hstack([joints, scores])
    if joints.shape[1] == 2:
        fail(file_name, f"has a person in {where} without keypoint_scores or another confidence of the joints")
    if joints[:, 2].max(initial=0.0) > 1.0:  # COCO's annotations: 0 is not there, 1 is hidden, 2 is seen
        joints[:, 2] = np.clip(joints[:, 2] / 2, 0.0, 1.0)
    layout = names if names is not None and len(names) == len(joints) else layout_in_picture(len(joints))
    if layout is None:
        counts = ", ".join(map(str, PICTURE_COUNTS))
        fail(file_name, f"has {len(joints)} keypoints in {where}; known are sets of {counts}, COCO-17 among them")
    return joints if layout is COCO_17 else coco_17(joints[None], layout)[0]


def require_body(names: Sequence[str], file_name: str) -> None:
    """Raise MotionError where a file's own names of joints lack the body's."""
    marks = np.ones((1, len(names), 3))
    if not coco_17(marks, names)[0, -len(BODY_JOINTS) :].all():
        fail(
            file_name, "names other joints than COCO-17's", "Estimate the pose with a COCO body model of 17 keypoints."
        )


def numbers(value: object, what: str, file_name: str) -> NDArray[np.float64]:
    """An array of finite numbers from nested lists."""
    try:
        array = np.asarray(value)
    except ValueError:
        fail(file_name, f"has {what} of uneven length")
    if array.dtype.kind not in "fiu" or not np.isfinite(array).all():
        fail(file_name, f"has {what} that are not all finite numbers")
    return array.astype(np.float64)


def fail(file_name: str, fault: str, remedy: str = "") -> NoReturn:
    raise MotionError(f"{file_name} {fault}.", remedy) from None


def _people_of(entry: object, number: int, file_name: str) -> list[Any]:
    if isinstance(entry, dict):
        several = next((entry[key] for key in _PEOPLE if isinstance(entry.get(key), _LIST)), None)
        if several is not None:
            people = list(several)
        elif any(key in entry for key in (*_POINTS, "x")) or _is_named(entry):
            people = [entry]
        else:
            fail(file_name, f"has an entry {number} without frame_id and instances, or image_id and keypoints", _FORMS)
    elif isinstance(entry, np.ndarray):
        people = [entry]
    elif isinstance(entry, list):
        people = [entry] if _is_points(entry) else entry
    else:
        fail(file_name, f"has an entry {number} without frame_id and instances, or image_id and keypoints", _FORMS)
    for person in people:
        if not isinstance(person, (dict, *_LIST)):
            fail(file_name, f"has a person in entry {number} that is no object")
    return people


def _is_named(points: Mapping[str, Any]) -> bool:
    """True for {"0": {"x", "y", ...}, ...} and {"nose": {"x", "y", ...}, ...}."""
    return bool(points) and all(isinstance(point, dict) and {"x", "y"} <= point.keys() for point in points.values())


def _is_points(entry: list[Any]) -> bool:
    """True where a list is one person's points rather than people."""
    first = entry[0] if entry else None
    if isinstance(first, dict):
        return "x" in first and "y" in first
    return isinstance(first, list) and bool(first) and not isinstance(first[0], list | dict)


def _joints(points: object, where: str, file_name: str) -> NDArray[np.float64]:
    """[J, 2 or 3]: x, y and confidence, if there is one, from any of the forms in use."""
    if isinstance(points, list) and points and all(isinstance(point, dict) for point in points):
        return numbers([list(_numbers_of_point(point)) for point in points], f"{where}'s keypoints", file_name)
    if isinstance(points, dict) and {"x", "y"} <= points.keys():
        columns = [points[key] for key in ("x", "y", *_CONFIDENCES) if isinstance(points.get(key), _LIST)]
        joints = numbers(columns[:3], f"{where}'s keypoints", file_name)
        return joints.T if joints.ndim == 2 else joints.reshape(-1, 2)
    joints = numbers(points if points is not None else [], f"{where}'s keypoints", file_name)
    if joints.ndim == 1:
        width = 3 if len(joints) % 3 == 0 and len(joints) // 3 in PICTURE_COUNTS else 2
        if len(joints) % width == 0 and len(joints) // width in PICTURE_COUNTS:
            return joints.reshape(-1, width)
    if joints.ndim == 2 and joints.shape[1] == 4:  # MediaPipe: x, y, z, visibility
        return joints[:, [0, 1, 3]]
    if joints.ndim != 2 or joints.shape[1] not in (2, 3) or not len(joints):
        fail(
            file_name,
            f"has keypoints of shape {list(joints.shape)[:6]} in {where}; COCO-17 has 17 with x, y and confidence",
        )
    return joints


def _numbers_of_point(point: Mapping[str, Any]) -> Iterator[Any]:
    yield point.get("x")
    yield point.get("y")
    confidence = next((point[key] for key in _CONFIDENCES if point.get(key) is not None), 1.0)
    yield float(confidence) if isinstance(confidence, bool) else confidence
