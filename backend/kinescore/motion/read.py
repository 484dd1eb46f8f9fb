"""Movement from any file: a reader for motion files, pose estimation for video."""

from __future__ import annotations

from pathlib import Path

from kinescore.motion.keypoints import Keypoints
from kinescore.motion.mover import Mover, movers_beside
from kinescore.motion.readers import SUFFIXES
from kinescore.motion.readers.motion_file import is_motion, read_everybody, unknown_motion_file
from kinescore.motion.readers.npz import read_others
from kinescore.motion.recordings import Warn, warn_in_python
from kinescore.motion.video.recognise import VIDEO_SUFFIXES, is_video
from kinescore.progress import Report, silent

MOTION_SUFFIXES = (*SUFFIXES, *VIDEO_SUFFIXES)


def read_movers(
    path: str | Path,
    report: Report = silent,
    *,
    fps: float | None = None,
    size: tuple[int, int] | None = None,
    warn: Warn = warn_in_python,
) -> tuple[Mover, ...]:
    """Read everybody who moves in a file: one, or the people of a film or of a list of keypoints.

    Any file that is motion by its content or by a suffix of MOTION_SUFFIXES, or a folder with a file of keypoints for
    every frame. fps, size (width, height in px): for files that do not say them, or say them wrongly; a video says
    both. warn: called with a sentence about everything that is odd in the file. `report` is called, and may stop the
    work, while poses are being estimated. Several have the weights that their movement gives them, and the names
    "person 1", "person 2", ... Raises MotionError when there is no such file or nothing usable in it, and
    KinescoreError where a package that the file needs is missing.
    """
    path = Path(path)
    if is_video(path):
        from kinescore.motion.video.video_motion import read_video

        return read_video(path, report, warn=warn)
    if not is_motion(path):
        raise unknown_motion_file(path, MOTION_SUFFIXES)
    leader, *others = read_everybody(path, fps=fps, size=size, warn=warn)
    movers = read_others(path, leader) if path.suffix.lower() == ".npz" else movers_beside(leader, others)
    if movers:
        told = [f"'{mover.name}' counts {mover.weight:g}" for mover in movers]
        warn(f"{len(movers) + 1} people move in {path.name}: 'person 1' leads, {', '.join(told)}.")
    return (Mover(leader, 1.0, "person 1" if movers else ""), *movers)


def read_motion(
    path: str | Path,
    report: Report = silent,
    *,
    fps: float | None = None,
    size: tuple[int, int] | None = None,
    warn: Warn = warn_in_python,
) -> Keypoints:
    """Read the one who moves in a file, or who leads where several do (`warn` is told); see `read_movers`."""
    leader, *others = read_movers(path, report, fps=fps, size=size, warn=warn)
    if others:
        warn(f"Of the {len(others) + 1} people in {Path(path).name} only the first counts here, who leads.")
    return leader.keypoints
