"""COCO-17 keypoints in JSON, as people and pose estimators write them.

Plain:               {"fps", "width", "height", "keypoints": [frames][17][x, y, confidence]}
MMPose's demos:      {"instance_info": [{"frame_id", "instances": [{"keypoints": [17][x, y], "keypoint_scores"}]}]}
MMPose's inferencer: [{"frame_id", "instances": [...]}]
COCO, AlphaPose:     [{"image_id": 0 or "0.jpg", "keypoints": [51: x, y, confidence, ...]}]

Only the plain form knows its frame rate and picture size. In the second, "fps", "width" and "height" are added beside
instance_info; a list becomes the "people" of an object: {"fps": 30, "width": 1920, "height": 1080, "people": [...]}.
Nothing is assumed in their place: a wrong frame rate would put every beat elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.gaps import fill_gaps
from kinescore.motion.keypoints import COCO_17, Keypoints, require_frame_rate
from kinescore.motion.readers.follow_person import follow_person

MAX_BYTES = 64 * 1024 * 1024  # as Python objects, JSON takes up to twenty times its length
LEAST_SHARE = 0.1
"""Of the frames, at least these must hold a person; fewer mean that the numbers are no frame numbers."""
_FORMS = "Wanted: fps, width, height and one of keypoints [frames][17][3], instance_info (MMPose) or people (a list)."
_WRAP = 'Write it as {"fps": 30, "width": 1920, "height": 1080, "people": [...]} with the video\'s own numbers.'


def read_coco_json(path: Path) -> Keypoints:
    """Read COCO-17 keypoints in px, in any of the forms above.

    Where several people are seen, the one who is large and surely seen for longest is followed (`follow_person`).
    Frames count from 0, or from 1 where there is no frame 0; a frame without the person is a gap, which is filled.
    Raises MotionError for other JSON, and where frame rate or picture size are missing.
    """
    content = _parse(path)
    if isinstance(content, list):
        _fail(path, "is a list without frame rate and picture size", _WRAP)
    if not isinstance(content, dict):
        _fail(path, "holds no keypoints", _FORMS)
    if "provenance" in content:
        _fail(path, "describes music that was made, not a movement", "Name the motion file that it was made from.")
    forms = [name for name in ("keypoints", "instance_info", "people") if name in content]
    if len(forms) != 1:
        _fail(path, f"holds {', '.join(list(content)[:5]) or 'nothing'}", _FORMS)
    fps, width, height = (_number(content, name, path) for name in ("fps", "width", "height"))
    require_frame_rate(fps)
    if forms == ["keypoints"]:
        poses = _array(content["keypoints"], "keypoints", path)
        if poses.ndim != 3 or poses.shape[1:] != (17, 3):
            _fail(path, f"has keypoints of shape {list(poses.shape)}; wanted is [frames, 17, 3]")
    else:
        _require_coco_order(content, path)
        poses = _person(_by_frame(content[forms[0]], path), fps, path)
    return Keypoints(*fill_gaps(poses[..., :2], poses[..., 2]), fps, (int(width), int(height)))


def _parse(path: Path) -> Any:  # noqa: ANN401  JSON may be anything
    if path.stat().st_size > MAX_BYTES:
        _fail(path, f"is larger than {MAX_BYTES // 1024**2} MiB", "Cut it into parts, or save the keypoints as .npz.")
    try:
        return json.loads(path.read_bytes().decode("utf-8-sig"), parse_constant=_refuse_constant)
    except RecursionError:
        _fail(path, "is nested too deeply")
    except ValueError as error:
        _fail(path, f"is not valid JSON ({error})", "Save it again; an unseen joint has confidence 0, not NaN.")


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number of JSON")


def _number(content: Mapping[str, Any], name: str, path: Path) -> float:
    value = content.get(name)
    if value is None:
        _fail(path, f"does not say its {name}", f'Add "{name}" beside the keypoints, as the video has it.')
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e6:
        _fail(path, f"has {str(value)[:40]} as its {name}; a number above 0 is wanted")
    return float(value)


def _require_coco_order(content: Mapping[str, Any], path: Path) -> None:
    """MMPose names its joints; other sets of 17 exist (Human3.6M), whose movement would be misread in silence."""
    about = content.get("meta_info")
    names = about.get("keypoint_id2name") if isinstance(about, dict) else None
    if names is not None and (not isinstance(names, dict) or [*names.values()] != [*COCO_17]):
        _fail(path, "names other joints than COCO-17's", "Estimate the pose with a COCO body model of 17 keypoints.")


def _by_frame(entries: object, path: Path) -> dict[int, list[NDArray[np.float64]]]:
    """Poses [17, 3] of the people in each frame that is listed, by frame number."""
    if not isinstance(entries, list):
        _fail(path, "holds people that are not a list", _FORMS)
    people: dict[int, list[NDArray[np.float64]]] = {}
    for number, entry in enumerate(entries):
        match entry:
            case {"frame_id": frame, "instances": list(instances)}:
                found = instances
            case {"image_id": frame, "keypoints": _}:
                found = [entry]
            case _:
                _fail(path, f"has an entry {number} without frame_id and instances, or image_id and keypoints", _FORMS)
        poses = [_pose(person, f"entry {number}", path) for person in found]
        people.setdefault(_frame_number(frame, number, path), []).extend(poses)
    return people


def _frame_number(frame: object, number: int, path: Path) -> int:
    """A frame's number, or the last number in the name of its picture ("0007.jpg")."""
    digits = re.search(r"(\d{1,9})\D*$", Path(frame).stem) if isinstance(frame, str) else None
    if digits:
        return int(digits[1])
    if type(frame) is not int or not 0 <= frame < 10**9:
        _fail(path, f"has no frame number in entry {number} ({str(frame)[:40]})")
    return frame


def _pose(person: object, where: str, path: Path) -> NDArray[np.float64]:
    if not isinstance(person, dict):
        _fail(path, f"has a person in {where} that is no object")
    joints = _array(person.get("keypoints"), f"{where}'s keypoints", path)
    if joints.shape == (51,):
        return joints.reshape(17, 3)
    if joints.shape == (17, 2):
        scores = _array(person.get("keypoint_scores"), f"{where}'s keypoint_scores", path)
        if scores.shape == (17,):
            return np.column_stack([joints, scores])
    if joints.shape != (17, 3):
        _fail(path, f"has keypoints of shape {list(joints.shape)} in {where}; COCO-17 has 17 with x, y and confidence")
    return joints


def _array(value: object, what: str, path: Path) -> NDArray[np.float64]:
    try:
        array = np.array(value)
    except ValueError:
        _fail(path, f"has {what} of uneven length")
    if array.dtype.kind not in "fiu" or not np.isfinite(array).all():
        _fail(path, f"has {what} that are not all finite numbers")
    return array.astype(np.float64)


def _person(people: Mapping[int, list[NDArray[np.float64]]], fps: float, path: Path) -> NDArray[np.float64]:
    """Poses [T, 17, 3] of the person who is followed; all 0 in a frame without."""
    if not people:
        _fail(path, "lists nobody")
    first = 0 if 0 in people else 1
    frames = max(people) - first + 1
    if len(people) < LEAST_SHARE * frames:
        _fail(
            path,
            f"lists {len(people)} frames numbered up to {max(people)}",
            "Number the video's frames from 0 on, one after the other.",
        )
    return follow_person([people.get(frame, []) for frame in range(first, first + frames)], fps)


def _fail(path: Path, fault: str, remedy: str = "") -> NoReturn:
    raise MotionError(f"{path.name} {fault}.", remedy) from None
