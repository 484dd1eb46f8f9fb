"""A video of one person -> Keypoints."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from kinescore.errors import MotionError
from kinescore.motion.gaps import fill_gaps
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.readers.motion_file import require_file
from kinescore.motion.video.camera_motion import CameraMotion
from kinescore.motion.video.estimator import OpenEstimator, mediapipe_pose
from kinescore.motion.video.steady_rate import at_steady_rate
from kinescore.motion.video.video_file import frames_of, open_video
from kinescore.progress import Report, silent

LEAST_SECONDS = 1.0
"""For so long, in all, a person must be seen; films have shots without people."""
_UNSEEN = np.zeros((17, 3), np.float32)


def read_video(path: Path, report: Report = silent, open_estimator: OpenEstimator = mediapipe_pose) -> Keypoints:
    """Find one person in every frame. Frame 0 is the first frame shown; positions are px of the upright picture.

    What the camera does is taken out: all positions are px of the first frame, as if it had stood still since, and may
    lie outside of the picture. Nothing is smoothed. Frames without the person become gaps, which are filled; a video
    whose frame rate varies is brought to a constant one (`at_steady_rate`). One frame is in memory at a time.
    Raises MotionError for a file that is no readable video or shows nobody for LEAST_SECONDS, KinescoreError where a
    package is missing, and whatever `report` raises to stop the work.
    """
    require_file(path)
    poses, times = [], []
    size = (0, 0)
    camera = CameraMotion()
    with open_video(path) as video, open_estimator() as estimate:
        for frame in frames_of(video, path):
            pose = estimate(frame.picture)
            view = camera(frame.picture, pose)
            poses.append(_UNSEEN if pose is None else view.steadied(pose))
            times.append(frame.seconds)
            size = (frame.picture.shape[1], frame.picture.shape[0])
            report("finding the pose", min(frame.seconds / video.seconds, 1.0) if video.seconds else 0.0)
    if len(poses) < 2:
        raise MotionError(f"{path.name} holds one picture; music needs at least 2 frames.")
    steady, fps = at_steady_rate(np.stack(poses), np.array(times))
    found = sum(pose is not _UNSEEN for pose in poses)
    if found < min(LEAST_SECONDS * fps, 0.5 * len(poses)):
        raise MotionError(
            f"A person is visible in {found} of {len(poses)} frames of {path.name}; {LEAST_SECONDS:g} s or half "
            "of a shorter film is needed.",
            "Use a video that shows one person whole, from the front, in good light.",
        )
    return Keypoints(*fill_gaps(steady[..., :2], steady[..., 2]), fps, size)
