"""Pickled arrays: AIST++ (Li, Yang, Ross, Kanazawa 2021), the clips that dance-to-music research cuts from it, and what
generators of dance write (EDGE, Bailando, LODGE)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.keypoints import COCO_17
from kinescore.motion.readers.arrays import plain_numbers, recording_of_joints
from kinescore.motion.readers.safe_pickle import load_arrays
from kinescore.motion.readers.smpl import skeleton_of_rotations
from kinescore.motion.recordings import FlatRecording, Recording, skeleton_of_joints
from kinescore.motion.resampling import nominal_rate

AIST_FPS = 60.0
AIST_SIZE = (1920, 1080)
GENERATED_FPS = 30.0
"""EDGE, LODGE and their descendants."""
FRONT_VIEW = 0  # camera c01
Arrays = Mapping[str, NDArray[np.generic]]


def read_pickle(path: Path) -> Recording:
    """Read whichever of these the file holds.

    AIST++: `keypoints2d` [9, T, 17, 3] px and confidence (its front camera) with `timestamps` [T]; `keypoints3d` or
    `keypoints3d_optim` [T, 17, 3] cm at 60 fps; motions, `smpl_poses` [T, 72], `smpl_trans`, `smpl_scaling`, 60 fps.
    Generated: `full_pose` [T, 24, 3], or `smpl_poses` and `smpl_trans`, 30 fps; `pred_position` [T, 72], 60 fps.
    A bare array [T, 17, 3] is one view of AIST++. Raises MotionError for anything else, and for a file that is more
    than arrays and plain containers.
    """
    arrays = load_arrays(path)
    if "keypoints2d" in arrays:
        views = _shaped(arrays["keypoints2d"], 4, path)
        return FlatRecording(views[FRONT_VIEW].astype(np.float64), _rate(arrays.get("timestamps"), path), AIST_SIZE)
    for name in ("keypoints3d_optim", "keypoints3d"):
        if name in arrays:
            return skeleton_of_joints(_shaped(arrays[name], 3, path).astype(np.float64), COCO_17, AIST_FPS, AIST_SIZE)
    for name, fps in (("full_pose", GENERATED_FPS), ("pred_position", AIST_FPS)):
        if name in arrays:
            return recording_of_joints(plain_numbers(arrays[name], name, path.name), path.name, fps)
    if "smpl_poses" in arrays:
        return _body_model(arrays, path)
    if "" in arrays:
        return FlatRecording(_shaped(arrays[""], 3, path).astype(np.float64), AIST_FPS, AIST_SIZE)
    raise MotionError(
        f"{path.name} holds {', '.join(sorted(arrays))[:100] or 'no arrays'}; wanted are keypoints2d, keypoints3d, "
        "smpl_poses, full_pose or pred_position.",
        "Take the file from the keypoints2d or keypoints3d folder of AIST++.",
    )


def _body_model(arrays: Arrays, path: Path) -> Recording:
    """AIST++ gives the place in the unit of its scaling (about cm); without scaling the place is in m."""
    poses = plain_numbers(arrays["smpl_poses"], "smpl_poses", path.name)
    place = plain_numbers(arrays["smpl_trans"], "smpl_trans", path.name) if "smpl_trans" in arrays else None
    fps = GENERATED_FPS
    if "smpl_scaling" in arrays:
        fps = AIST_FPS
        scaling = plain_numbers(arrays["smpl_scaling"], "smpl_scaling", path.name).ravel()
        if place is not None and scaling.size == 1 and scaling[0] > 0:
            place = place / scaling[0]
    return skeleton_of_rotations(poses, place, fps, path.name)


def _shaped(array: NDArray[Any], dimensions: int, path: Path) -> NDArray[Any]:
    wanted = ["views", "frames", 17, 3][-dimensions:]
    if array.ndim != dimensions or array.shape[-2:] != (17, 3) or 0 in array.shape or array.dtype.kind not in "fiu":
        raise MotionError(
            f"The keypoints in {path.name} are {array.dtype} of shape {list(array.shape)[:6]}; wanted are numbers of "
            f"shape {wanted}."
        )
    return array


def _rate(timestamps: NDArray[np.generic] | None, path: Path) -> float:
    """Frames per second from timestamps [T], which AIST++ keeps in the unit of the video they came from."""
    if timestamps is None:
        return AIST_FPS
    if timestamps.dtype.kind not in "fiu" or timestamps.ndim != 1 or len(timestamps) < 2:
        raise MotionError(f"The timestamps in {path.name} are no list of numbers.")
    times = timestamps.astype(np.float64)
    frame = (times[-1] - times[0]) / (len(times) - 1)
    if not (np.isfinite(times).all() and frame > 0):
        raise MotionError(f"The timestamps in {path.name} do not increase.")
    units_in_a_second = 1e6 if frame > 1000 else 1e3 if frame > 1 else 1.0
    return nominal_rate(frame / units_in_a_second, tolerance_seconds=5e-6)
