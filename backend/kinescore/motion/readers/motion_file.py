"""Choosing the reader for a motion file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kinescore.errors import MotionError
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.readers.aist import read_aist
from kinescore.motion.readers.bvh import read_bvh
from kinescore.motion.readers.coco_json import read_coco_json
from kinescore.motion.readers.npz import read_npz

READERS = {".bvh": read_bvh, ".npz": read_npz, ".pkl": read_aist, ".json": read_coco_json}
SUFFIXES = tuple(READERS)
MAX_FILE_BYTES = 256 * 1024 * 1024


def read_motion_file(path: str | Path) -> Keypoints:
    """Read any motion file whose suffix is one of SUFFIXES (in upper or lower case).

    Raises MotionError when there is no such file, no reader for it, or nothing usable in it.
    """
    path = Path(path)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise unknown_motion_file(path, SUFFIXES)
    require_file(path)
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise MotionError(
                f"{path.name} is larger than {MAX_FILE_BYTES // 1024**2} MiB.",
                "Cut the motion into parts, or lower its frame rate.",
            )
        return reader(path)
    except OSError as error:
        raise MotionError(f"{path} cannot be read: {error.strerror or error}.", code="unreadable_file") from error


def unknown_motion_file(path: Path, accepted: Sequence[str]) -> MotionError:
    """The error for a file whose suffix is none of those accepted."""
    return MotionError(
        f"{path.name} is not a motion file that can be read here; accepted are {', '.join(accepted)}.",
        "Score .blend, .fbx or .glb inside Blender with the add-on, or export them as .bvh.",
        code="unknown_motion_file",
    )


def require_file(path: Path) -> None:
    """Raise MotionError unless there is such a file."""
    if not path.is_file():
        raise MotionError(f"There is no file {path}.", "Check the path.", code="no_such_file")
