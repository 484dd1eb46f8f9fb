"""AIST++ annotations (Li, Yang, Ross, Kanazawa 2021) and the clips that dance-to-music research cuts from them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.gaps import fill_gaps
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.projection import project_front
from kinescore.motion.readers.frame_rate import nominal_rate
from kinescore.motion.readers.safe_pickle import load_arrays

AIST_FPS = 60.0
AIST_SIZE = (1920, 1080)
FRONT_VIEW = 0  # camera c01


def read_aist(path: Path) -> Keypoints:
    """Read a `keypoints2d` file (its front camera), a `keypoints3d` file (seen from the front), or a bare clip.

    Keypoints are COCO-17: 2D [9, T, 17, 3] px and confidence with `timestamps` [T]; 3D [T, 17, 3] cm at 60 fps;
    a bare array is one view [T, 17, 3] px and confidence at 60 fps. Unseen joints (NaN, low confidence) are filled.
    Raises MotionError for anything else, and for a file that is more than arrays and plain containers.
    """
    arrays = load_arrays(path)
    if "keypoints2d" in arrays:
        views = _shaped(arrays["keypoints2d"], 4, path)
        return _flat(views[FRONT_VIEW], _rate(arrays.get("timestamps"), path))
    for name in ("keypoints3d_optim", "keypoints3d"):
        if name in arrays:
            joints = _shaped(arrays[name], 3, path)
            return project_front(*fill_gaps(joints, np.ones(joints.shape[:2])), AIST_FPS, AIST_SIZE)
    if "" in arrays:
        return _flat(_shaped(arrays[""], 3, path), AIST_FPS)
    raise MotionError(
        f"{path.name} holds {', '.join(sorted(arrays)) or 'no arrays'}; wanted are keypoints2d or keypoints3d.",
        "Take the file from the keypoints2d or keypoints3d folder of AIST++.",
    )


def _flat(view: NDArray[np.float64], fps: float) -> Keypoints:
    return Keypoints(*fill_gaps(view[..., :2], view[..., 2]), fps, AIST_SIZE)


def _shaped(array: NDArray[np.generic], dimensions: int, path: Path) -> NDArray[np.float64]:
    wanted = ["views", "frames", 17, 3][-dimensions:]
    if array.ndim != dimensions or array.shape[-2:] != (17, 3) or 0 in array.shape or array.dtype.kind not in "fiu":
        raise MotionError(
            f"The keypoints in {path.name} are {array.dtype} of shape {list(array.shape)}; wanted are numbers of shape "
            f"{wanted}."
        )
    return array.astype(np.float64)


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
