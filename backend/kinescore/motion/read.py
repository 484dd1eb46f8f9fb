"""Movement from any file: a reader for motion files, pose estimation for video."""

from __future__ import annotations

from pathlib import Path

from kinescore.errors import MotionError
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.readers import SUFFIXES, read_motion_file
from kinescore.motion.readers.motion_file import unknown_motion_file
from kinescore.motion.video.video_file import VIDEO_SUFFIXES, is_video
from kinescore.progress import Report, silent

MOTION_SUFFIXES = (*SUFFIXES, *VIDEO_SUFFIXES)


def read_motion(path: str | Path, report: Report = silent) -> Keypoints:
    """Read any file whose suffix is one of MOTION_SUFFIXES (in upper or lower case).

    Raises MotionError when there is no such file or nothing usable in it, and KinescoreError where a package that video
    needs is missing. `report` is called, and may stop the work, while a pose is being estimated.
    """
    path = Path(path)
    if path.is_dir():
        raise MotionError(f"{path} is a folder.", "Name one motion file or video in it.", code="unreadable_file")
    if is_video(path):
        from kinescore.motion.video.video_motion import read_video

        return read_video(path, report)
    if path.suffix.lower() not in SUFFIXES:
        raise unknown_motion_file(path, MOTION_SUFFIXES)
    return read_motion_file(path)
