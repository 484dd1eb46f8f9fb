"""Keypoints in JSON, as people and pose estimators write them.

Plain:               {"fps", "width", "height", "keypoints": [frames][joints][x, y, confidence]}
MMPose's demos:      {"instance_info": [{"frame_id", "instances": [{"keypoints": [J][x, y], "keypoint_scores"}]}]}
MMPose's inferencer: [{"frame_id", "instances": [...]}]
COCO, AlphaPose:     [{"image_id": 0 or "0.jpg", "keypoints": [x, y, confidence, ...]}]
COCO's annotations:  {"images": [{"id", "file_name", "width", "height"}], "annotations": [{"image_id", "keypoints"}]}
AlphaPose as others: {"0.jpg": {"people" or "bodies": [{"pose_keypoints_2d" or "joints"}]}}
Ultralytics:         [[{"keypoints": {"x", "y", "visible"}}, people ...], frames ...]
MediaPipe:           [[{"x", "y", "z", "visibility"}, 33 landmarks ...], frames ...]

Any of the lists may be the "people" or "frames" of an object with "fps", "width" and "height". Nothing is assumed in
their place: a wrong frame rate would put every beat elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kinescore.errors import counted
from kinescore.motion.readers.arrays import recording_of_joints
from kinescore.motion.readers.follow_person import follow_people
from kinescore.motion.readers.frame_numbers import LEAST_SHARE
from kinescore.motion.readers.json_file import parse_json
from kinescore.motion.readers.pose_json import Pose, fail, numbers, people_by_frame, require_body
from kinescore.motion.recordings import FlatRecording, Recording

_LISTS = ("instance_info", "people", "frames", "annotations", "results", "data")
_FORMS = "Wanted: fps, width, height and one of keypoints [frames][17][3], instance_info (MMPose) or people (a list)."


def read_keypoints_json(path: Path) -> Recording:
    """Read keypoints in px, or in shares of the picture, in any of the forms above and any layout of `layouts`.

    Where several people are seen, the one who is large and surely seen for longest leads the others (`follow_people`).
    Frames count from 0, or from 1 where there is no frame 0; a frame without the person is a gap, which is filled.
    Raises MotionError for other JSON.
    """
    content = parse_json(path)
    if isinstance(content, dict) and {"x", "y"} <= content.keys():  # one list of points
        content = [content]
    if isinstance(content, list):
        return recording_of_people(people_by_frame(content, path.name), path.name)
    if not isinstance(content, dict):
        fail(path.name, "holds no keypoints", _FORMS)
    if "provenance" in content:
        fail(path.name, "describes music that was made, not a movement", "Name the motion file that it was made from.")
    fps, size = _rate_and_size(content, path.name)
    if "keypoints" in content and not any(name in content for name in _LISTS):
        poses = numbers(content["keypoints"], "keypoints", path.name)
        return recording_of_joints(poses, path.name, fps, size)
    people = people_by_frame(_entries(content, path.name), path.name, _joint_names(content, path.name))
    return recording_of_people(people, path.name, fps, size)


def recording_of_people(
    people: Mapping[int, list[Pose]], file_name: str, fps: float | None = None, size: tuple[int, int] | None = None
) -> FlatRecording:
    """Those who are followed, by frame; all 0 in a frame without them."""
    if not people:
        fail(file_name, "lists nobody")
    first = 0 if 0 in people else 1
    frames = max(people) - first + 1
    if len(people) < LEAST_SHARE * frames:
        fail(
            file_name,
            f"lists {counted(len(people), 'frame')} numbered up to {max(people)}",
            "Number the video's frames from 0 on, one after the other.",
        )
    leader, *others = follow_people([people.get(frame, []) for frame in range(first, first + frames)], fps or 30.0)
    return FlatRecording(leader, fps, size, others=tuple(others))


def _entries(content: Mapping[str, Any], file_name: str) -> list[Any]:
    """Frames, or people with their frames, in order."""
    forms = [name for name in _LISTS if name in content]
    if (
        not forms
        and content
        and all(isinstance(value, dict) and {"people", "bodies"} & value.keys() for value in content.values())
    ):
        return [{"image_id": name, **frame} for name, frame in content.items()]
    if len(forms) != 1 or "keypoints" in content:
        fail(file_name, f"holds {', '.join(list(content)[:5])[:100] or 'nothing'}", _FORMS)
    entries = content[forms[0]]
    if not isinstance(entries, list):
        fail(file_name, f"holds {forms[0]} that are not a list", _FORMS)
    if any(isinstance(entry, dict) and "pose_keypoints_2d" in entry for entry in entries):
        fail(file_name, "is one frame of OpenPose", "Name the folder that holds the files of all frames.")
    if forms == ["annotations"]:
        return _annotations(entries, content.get("images"))
    return entries


def _annotations(entries: list[Any], images: object) -> list[Any]:
    """COCO's annotations with the frames numbered in the order of their pictures' names."""
    if not isinstance(images, list) or not all(isinstance(image, dict) and "id" in image for image in images):
        return entries
    ordered = sorted(images, key=lambda image: (str(image.get("file_name", "")), str(image["id"])))
    frame_of = {str(image["id"]): number for number, image in enumerate(ordered)}
    return [
        {**entry, "frame_id": frame_of.get(str(entry.get("image_id")), -1)} if isinstance(entry, dict) else entry
        for entry in entries
    ]


def _rate_and_size(content: Mapping[str, Any], file_name: str) -> tuple[float | None, tuple[int, int] | None]:
    images = content.get("images")
    about = images[0] if isinstance(images, list) and images and isinstance(images[0], dict) else content
    fps = _number(content, "fps", file_name, above=-1e6)  # `keypoints_of` judges it
    width, height = (_number(about, name, file_name) for name in ("width", "height"))
    if width is None or height is None:
        return fps, None
    return fps, (int(width), int(height))


def _number(content: Mapping[str, Any], name: str, file_name: str, above: float = 0.0) -> float | None:
    value = content.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not above < value < 1e6:
        fail(file_name, f"has {str(value)[:40]} as its {name}; a number above 0 is wanted")
    return float(value)


def _joint_names(content: Mapping[str, Any], file_name: str) -> list[str] | None:
    """MMPose names its joints; other sets of 17 exist (Human3.6M), whose movement would be misread in silence."""
    about = content.get("meta_info")
    names = about.get("keypoint_id2name") if isinstance(about, dict) else None
    if names is None:
        return None
    if not isinstance(names, dict) or not all(isinstance(name, str) for name in names.values()):
        fail(file_name, "names its joints in a way that is not MMPose's")
    found = list(names.values())
    require_body(found, file_name)
    return found
