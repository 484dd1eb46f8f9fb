"""Arrays of joints, as research code saves them, by their shape: in a picture or in space."""

from __future__ import annotations

from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.layouts import LAYOUTS, PICTURE_COUNTS, SPACE_COUNTS, coco_17, layout_in_picture, layout_in_space
from kinescore.motion.readers.humanml3d import FEATURES, FPS, joints_of_features
from kinescore.motion.recordings import FlatRecording, Recording, skeleton_of_joints

MAX_NUMBERS = 34_000_000
"""In one array: as float64, 272 MB."""
_PICTURE_SHARES = (-0.5, 1.5)  # where x and y may lie if they are shares of a picture
LARGEST_IN_METRES = 16.0  # from the origin; keypoints in px go beyond
Numbers = NDArray[np.floating[Any]]


def plain_numbers(array: NDArray[Any], what: str, path_name: str) -> NDArray[np.float64]:
    """The array as float64; raises MotionError for anything but numbers, and for too many."""
    if array.dtype.kind not in "fiu":
        raise MotionError(f"{what} in {path_name} holds {array.dtype}, not numbers.")
    if array.size > MAX_NUMBERS:
        raise MotionError(
            f"{what} in {path_name} holds {array.size} numbers; at most {MAX_NUMBERS} are read.", "Cut it."
        )
    with np.errstate(invalid="ignore"):  # of damaged bytes, which are no numbers
        return array.astype(np.float64)


def recording_of_joints(
    joints: Numbers, name: str, fps: float | None = None, size: tuple[int, int] | None = None
) -> Recording:
    """What an array of joints shows.

    [T, J, 2] is a picture. [T, J, 3] is a picture with confidence if the third number lies between 0 and 1 and the
    others do not look like metres, else space; [T, J, 4] has confidence as its fourth. [T, J * 3] and [T, J * 2] are
    the same in one row, [J, 3, T] is text-to-motion's order, [T, 263] are HumanML3D's features. J chooses the layout.
    Raises MotionError naming the shape where no layout fits.
    """
    shape = joints.shape
    joints = _by_frame(joints)
    if joints.shape[1:] in {(count,) for count in FEATURES}:
        names = LAYOUTS["SMPL-22" if joints.shape[1] == 263 else "KIT-ML-21"]
        return skeleton_of_joints(joints_of_features(joints, name), names, fps or FPS[joints.shape[1]])
    joints = _by_joint(joints)
    if joints.ndim != 3 or joints.shape[2] not in (2, 3, 4) or not len(joints):
        _unknown(name, shape)
    if joints.shape[2] == 2:
        joints = np.concatenate([joints, np.ones_like(joints[..., :1])], axis=2)
        return _picture(joints, name, fps, size, shape)
    if _is_picture(joints):
        return _picture(joints[..., [0, 1, -1]], name, fps, size, shape)
    layout = layout_in_space(joints[..., :3])
    if layout is None:
        _unknown(name, shape)
    return skeleton_of_joints(joints[..., :3], layout, fps)


def _by_frame(joints: Numbers) -> Numbers:
    """[T, ...] without axes of length 1 before it; [J, 3, T] turned round."""
    while joints.ndim > 2 and joints.shape[0] == 1:
        joints = joints[0]
    if joints.ndim == 3 and joints.shape[1] in (2, 3) and joints.shape[0] in SPACE_COUNTS and joints.shape[2] > 4:
        return joints.transpose(2, 0, 1)
    return joints


def _by_joint(joints: Numbers) -> Numbers:
    """[T, J, D] of [T, J * D], where J is a layout's."""
    if joints.ndim == 2:
        for dimensions, counts in ((3, SPACE_COUNTS), (2, PICTURE_COUNTS)):
            count, rest = divmod(joints.shape[1], dimensions)
            if rest == 0 and count in counts:
                return joints.reshape(len(joints), count, dimensions)
    return joints


def _is_picture(joints: Numbers) -> bool:
    """True where joints [T, J, 3 or 4] are x, y (z) and confidence in a picture rather than x, y, z in space."""
    finite = joints[np.isfinite(joints).all(axis=2)]
    if not len(finite):
        return True
    last, flat = finite[:, -1], finite[:, :2]
    if last.min() < -0.01 or last.max() > 1.01:
        return False
    low, high = _PICTURE_SHARES
    if np.abs(flat).max() > LARGEST_IN_METRES or not (last > 0.2).any():
        return True
    return bool(flat.min() >= low and flat.max() <= high and (flat[last > 0.2] >= -0.05).mean() > 0.95)


def _picture(
    poses: Numbers, name: str, fps: float | None, size: tuple[int, int] | None, shape: tuple[int, ...]
) -> FlatRecording:
    layout = layout_in_picture(poses.shape[1])
    if layout is None:
        _unknown(name, shape)
    return FlatRecording(coco_17(poses, layout), fps, size)


def _unknown(name: str, shape: tuple[int, ...]) -> NoReturn:
    raise MotionError(
        f"{name} holds an array of shape {list(shape)[:6]}; wanted are [frames, joints, 2 or 3] with "
        f"{', '.join(map(str, PICTURE_COUNTS))} joints in a picture or {', '.join(map(str, SPACE_COUNTS))} in space.",
        "See the page on motion files.",
    )
