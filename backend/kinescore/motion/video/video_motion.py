"""A video of people -> the movement of each."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from kinescore.errors import MotionError
from kinescore.motion.mover import Mover
from kinescore.motion.readers.motion_file import require_file
from kinescore.motion.recordings import Warn, warn_in_python
from kinescore.motion.video.camera_motion import CameraMotion
from kinescore.motion.video.cast import Sights, movers_of
from kinescore.motion.video.estimator import OpenEstimator, mediapipe_pose
from kinescore.motion.video.people import People, looks_of
from kinescore.motion.video.video_file import frames_of, open_video
from kinescore.progress import Report, silent

MOST_HZ = 30.0
"""About so many frames a second are looked at; more would take longer and show little more."""


def read_video(
    path: Path,
    report: Report = silent,
    open_estimator: OpenEstimator = mediapipe_pose,
    *,
    warn: Warn = warn_in_python,
) -> tuple[Mover, ...]:
    """Find everybody in every frame, or in about MOST_HZ a second where there are more; who moves most comes first.

    Frame 0 is the first frame shown; positions are px of the upright picture. What the camera does is taken out: all
    positions are px of the first frame, as if it had stood still since, and may lie outside of the picture. Nothing is
    smoothed. Where another person or shot takes over, they go on from the place of the last (`followed_through`).
    Frames without a person become gaps, which are filled; a video whose frame rate varies is brought to a constant one
    (`at_steady_rate`). One frame is in memory at a time, and the keypoints of those that were. `warn` is told who was
    seen, and about gaps, changes and frames left out.
    Raises MotionError for a file that is no readable video or shows nobody for long enough, KinescoreError where a
    package is missing, and whatever `report` raises to stop the work.
    """
    require_file(path)
    times: list[float] = []
    cuts: list[bool] = []
    size, last = (0, 0), -1
    camera, people = CameraMotion(), People()
    with open_video(path) as video, open_estimator() as estimate:
        for frame in frames_of(video, path, MOST_HZ):
            poses = estimate(frame.picture)
            view = camera(frame.picture, poses)
            looks = looks_of(frame.picture, poses)
            people.add(len(times), frame.seconds, view.steadied(poses), looks, view.is_cut)
            times.append(frame.seconds)
            cuts.append(view.is_cut)
            last = frame.number
            size = (frame.picture.shape[1], frame.picture.shape[0])
            report("finding the pose", min(frame.seconds / video.seconds, 1.0) if video.seconds else 0.0)
    if len(times) < 2:
        raise MotionError(f"{path.name} holds one picture; music needs at least 2 frames.")
    sights = Sights(people.tracks, np.array(times), np.array(cuts), size)
    movers = movers_of(sights, path.name, warn)
    if last >= len(times):
        fps = movers[0].keypoints.fps
        warn(f"{path.name} has more frames a second than are needed; {fps:.4g} a second were looked at.")
    return movers
