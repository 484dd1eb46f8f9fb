"""Movement from any file: a reader for motion files, pose estimation for video."""

from __future__ import annotations

from pathlib import Path

from kinescore.motion.keypoints import Keypoints
from kinescore.motion.readers import SUFFIXES, read_motion_file
from kinescore.motion.readers.motion_file import is_motion, unknown_motion_file
from kinescore.motion.recordings import Warn, warn_in_python
from kinescore.motion.video.video_file import VIDEO_SUFFIXES, is_video
from kinescore.progress import Report, silent

MOTION_SUFFIXES = (*SUFFIXES, *VIDEO_SUFFIXES)


def read_motion(
    path: str | Path,
    report: Report = silent,
    *,
    fps: float | None = None,
    size: tuple[int, int] | None = None,
    warn: Warn = warn_in_python,
) -> Keypoints:
    """Read any file whose suffix is one of MOTION_SUFFIXES (in upper or lower case), or a folder with a file of
    keypoints for every frame.

    fps, size (width, height in px): for files that do not say them, or say them wrongly; a video says both. warn:
    called with a sentence about everything that is odd in the file. `report` is called, and may stop the work, while a
    pose is being estimated. Raises MotionError when there is no such file or nothing usable in it, and KinescoreError
    where a package that the file needs is missing.
    """
    path = Path(path)
    if is_video(path):
        from kinescore.motion.video.video_motion import read_video

        return read_video(path, report)
    if not is_motion(path):
        raise unknown_motion_file(path, MOTION_SUFFIXES)
    return read_motion_file(path, fps=fps, size=size, warn=warn)
