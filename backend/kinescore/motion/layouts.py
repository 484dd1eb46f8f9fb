"""The orders in which files list the joints of a body, by the names that `map_bones` and COCO-17 know.

One line a layout. Joints that are of no use here (fingers, toes, the face's outline) have names of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.bone_names import parse
from kinescore.motion.keypoints import COCO_17


def _named(words: str) -> tuple[str, ...]:
    """Joint names from words: "l_" and "r_" stand for left and right."""
    sides = {"l_": "left_", "r_": "right_"}
    return tuple(sides.get(word[:2], word[:2]) + word[2:] for word in words.split())


_OPENPOSE_BODY = "nose neck r_shoulder r_elbow r_wrist l_shoulder l_elbow l_wrist "
_SMPL_BODY = (
    "pelvis l_hip r_hip spine1 l_knee r_knee spine2 l_ankle r_ankle spine3 l_foot r_foot neck l_collar r_collar head "
    "l_shoulder r_shoulder l_elbow r_elbow l_wrist r_wrist "
)
LAYOUTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "COCO-17": COCO_17,
        "OpenPose COCO-18": _named(
            _OPENPOSE_BODY + "r_hip r_knee r_ankle l_hip l_knee l_ankle r_eye l_eye r_ear l_ear"
        ),
        "OpenPose BODY_25": _named(
            _OPENPOSE_BODY + "pelvis r_hip r_knee r_ankle l_hip l_knee l_ankle r_eye l_eye r_ear l_ear "
            "l_big_toe l_small_toe l_heel r_big_toe r_small_toe r_heel"
        ),
        "Halpe-26": (
            *COCO_17,
            *_named("head_top neck pelvis l_big_toe r_big_toe l_small_toe r_small_toe l_heel r_heel"),
        ),
        "Halpe-136": (*COCO_17, *_named("head_top neck pelvis"), *(f"detail{n}" for n in range(116))),
        "COCO-WholeBody-133": (*COCO_17, *(f"detail{n}" for n in range(116))),
        "MediaPipe-33": _named(
            "nose l_eye_inner l_eye l_eye_outer r_eye_inner r_eye r_eye_outer l_ear r_ear mouth_left mouth_right "
            "l_shoulder r_shoulder l_elbow r_elbow l_wrist r_wrist l_pinky r_pinky l_index r_index l_thumb r_thumb "
            "l_hip r_hip l_knee r_knee l_ankle r_ankle l_heel r_heel l_foot_index r_foot_index"
        ),
        "SMPL-22": _named(_SMPL_BODY),  # also HumanML3D
        "SMPL-24": _named(_SMPL_BODY + "l_hand r_hand"),
        "SMPL-H-52": (*_named(_SMPL_BODY), *(f"finger{n}" for n in range(30))),
        "SMPL-X-55": (*_named(_SMPL_BODY + "jaw l_eye r_eye"), *(f"finger{n}" for n in range(30))),
        "SMPL-X-127": (*_named(_SMPL_BODY + "jaw l_eye r_eye"), *(f"detail{n}" for n in range(102))),
        "SMPL-X-144": (*_named(_SMPL_BODY + "jaw l_eye r_eye"), *(f"detail{n}" for n in range(119))),
        "KIT-ML-21": _named(
            "pelvis spine1 spine2 neck head l_shoulder l_elbow l_wrist r_shoulder r_elbow r_wrist "
            "r_hip r_knee r_ankle r_heel r_foot l_hip l_knee l_ankle l_heel l_foot"
        ),
        "MPII-16": _named(
            "r_ankle r_knee r_hip l_hip l_knee l_ankle pelvis thorax neck head_top "
            "r_wrist r_elbow r_shoulder l_shoulder l_elbow l_wrist"
        ),
        "Human3.6M-17": _named(
            "pelvis r_hip r_knee r_ankle l_hip l_knee l_ankle spine neck chin head_top "
            "l_shoulder l_elbow l_wrist r_shoulder r_elbow r_wrist"
        ),
        "Human3.6M-32": _named(
            "pelvis r_hip r_knee r_ankle r_foot r_toe l_hip l_knee l_ankle l_foot l_toe spine spine1 neck head "
            "head_top neck1 l_shoulder l_elbow l_wrist l_wrist1 l_thumb l_hand l_hand1 "
            "neck2 r_shoulder r_elbow r_wrist r_wrist1 r_thumb r_hand r_hand1"
        ),
        "Kinect-25": _named(
            "pelvis spine neck head l_shoulder l_elbow l_wrist l_hand r_shoulder r_elbow r_wrist r_hand "
            "l_hip l_knee l_ankle l_foot r_hip r_knee r_ankle r_foot spine1 l_hand_tip l_thumb r_hand_tip r_thumb"
        ),
    }
)
_IN_PICTURES = (
    *("COCO-17", "OpenPose COCO-18", "OpenPose BODY_25", "Halpe-26", "Halpe-136", "COCO-WholeBody-133"),
    *("MediaPipe-33", "MPII-16"),
)
_IN_SPACE = (
    *("COCO-17", "Human3.6M-17", "SMPL-22", "SMPL-24", "SMPL-H-52", "SMPL-X-55", "SMPL-X-127", "SMPL-X-144"),
    *("KIT-ML-21", "MediaPipe-33", "OpenPose BODY_25", "Kinect-25", "Human3.6M-32", "COCO-WholeBody-133"),
)
PICTURE_COUNTS = tuple(len(LAYOUTS[name]) for name in _IN_PICTURES)
SPACE_COUNTS = tuple(sorted({len(LAYOUTS[name]) for name in _IN_SPACE}))
_LIMBS = tuple(
    (f"{side}_{one}", f"{side}_{other}")
    for side in ("left", "right")
    for one, other in (("shoulder", "elbow"), ("elbow", "wrist"), ("hip", "knee"), ("knee", "ankle"))
)


def layout_in_picture(count: int) -> tuple[str, ...] | None:
    """The layout that a list of `count` keypoints in a picture has, by common use; None for other counts."""
    return next((LAYOUTS[name] for name in _IN_PICTURES if len(LAYOUTS[name]) == count), None)


def layout_in_space(joints: NDArray[np.floating[Any]]) -> tuple[str, ...] | None:
    """The layout of joints [T, J, 3]: of those with J joints the one whose limbs keep their lengths and are as long on
    the left as on the right. None where no layout has as many."""
    fitting = [LAYOUTS[name] for name in _IN_SPACE if len(LAYOUTS[name]) == joints.shape[1]]
    some = np.asarray(joints[:: max(1, len(joints) // 200)], dtype=np.float64)
    return min(fitting, key=lambda layout: _strain(some, layout)) if len(fitting) > 1 else next(iter(fitting), None)


def coco_17(poses: NDArray[np.floating[Any]], names: Sequence[str]) -> NDArray[np.float64]:
    """[T, 17, 3] of poses [T, J, 3] (x, y, confidence) whose joints are called `names`; 0 for joints that lack."""
    joints, sources = _found(tuple(names))
    fitted = np.zeros((len(poses), 17, 3))
    fitted[:, joints] = poses[:, sources]
    return fitted


@lru_cache(maxsize=64)
def _found(names: tuple[str, ...]) -> tuple[list[int], list[int]]:
    """Which of COCO-17's joints are among `names`, and where."""
    index: dict[str, int] = {}
    for number, name in enumerate(names):
        side, word = parse(name)
        index.setdefault(f"{side}_{word}" if side else word, number)
    joints = [number for number, name in enumerate(COCO_17) if name in index]
    return joints, [index[COCO_17[number]] for number in joints]


def _strain(joints: NDArray[np.float64], layout: Sequence[str]) -> float:
    """How much limbs change their length over time and from left to right, in the length of a limb."""
    lengths = np.stack(
        [np.linalg.norm(joints[:, layout.index(a)] - joints[:, layout.index(b)], axis=1) for a, b in _LIMBS], axis=1
    )
    mean = np.nanmean(lengths, axis=0)
    change = np.nanmean(np.abs(lengths - mean))
    return float((change + np.abs(mean[:4] - mean[4:]).mean()) / max(float(np.nanmean(mean)), 1e-12))
