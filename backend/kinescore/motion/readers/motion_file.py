"""Choosing the reader for a motion file: one table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kinescore.errors import MotionError
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.readers.amc import read_amc
from kinescore.motion.readers.blender import read_by_blender
from kinescore.motion.readers.bvh import read_bvh
from kinescore.motion.readers.c3d_file import read_c3d
from kinescore.motion.readers.gltf import read_gltf
from kinescore.motion.readers.keypoints_json import read_keypoints_json
from kinescore.motion.readers.npy import read_npy_file
from kinescore.motion.readers.npz import read_npz
from kinescore.motion.readers.pickles import read_pickle
from kinescore.motion.readers.pose_folder import read_pose_folder
from kinescore.motion.readers.trc import read_trc
from kinescore.motion.readers.vmd import read_vmd
from kinescore.motion.recordings import Recording, Warn, keypoints_of, others_of, warn_in_python

MIB = 1024 * 1024
MAX_FILE_BYTES = 256 * MIB
"""So that any file is read, or refused, in 1 GB and 10 s; benchmarks/reading_bounds.py measures it."""


@dataclass(frozen=True)
class Format:
    """A kind of file. magic: how its content begins, where that says more than the suffix."""

    read: Callable[[Path], Recording]
    magic: bytes = b""


FORMATS = {
    ".bvh": Format(read_bvh, b"HIERARCHY"),
    ".npz": Format(read_npz),
    ".npy": Format(read_npy_file, b"\x93NUMPY"),
    ".pkl": Format(read_pickle),
    ".json": Format(read_keypoints_json),
    ".fbx": Format(read_by_blender, b"Kaydara FBX Binary"),
    ".glb": Format(read_gltf, b"glTF"),
    ".gltf": Format(read_gltf),
    ".vrm": Format(read_gltf),
    ".vrma": Format(read_gltf),
    ".usd": Format(read_by_blender),
    ".usda": Format(read_by_blender, b"#usda"),
    ".usdc": Format(read_by_blender, b"PXR-USDC"),
    ".usdz": Format(read_by_blender),
    ".c3d": Format(read_c3d),
    ".trc": Format(read_trc, b"PathFileType"),
    ".amc": Format(read_amc),
    ".vmd": Format(read_vmd, b"Vocaloid Motion Data"),
}
SUFFIXES = tuple(FORMATS)
_LONGEST_ERROR = 300


def read_motion_file(
    path: str | Path,
    *,
    fps: float | None = None,
    size: tuple[int, int] | None = None,
    warn: Warn = warn_in_python,
) -> Keypoints:
    """Read the one who moves in a file, or who leads where several do; see `read_everybody`."""
    return read_everybody(path, fps=fps, size=size, warn=warn)[0]


def read_everybody(
    path: str | Path,
    *,
    fps: float | None = None,
    size: tuple[int, int] | None = None,
    warn: Warn = warn_in_python,
) -> tuple[Keypoints, ...]:
    """Read a file whose suffix is one of SUFFIXES (in upper or lower case) or whose content says what it is, or a
    folder with a file for every frame. Who leads comes first; only lists of keypoints in a picture hold several.

    fps, size (width, height): for files that do not say them, or say them wrongly. warn: called with a sentence about
    everything that is odd in the file. Raises MotionError when there is no such file, no reader for it, or nothing
    usable in it.
    """
    path = Path(path)
    try:
        recording = _recording(path)
        leader = keypoints_of(recording, path.name, fps, size, warn)
        return (leader, *others_of(recording, leader, path.name))
    except OSError as error:
        raise MotionError(f"{path} cannot be read: {error.strerror or error}.", code="unreadable_file") from error
    except MotionError as error:
        if len(str(error)) <= _LONGEST_ERROR:
            raise
        raise _shortened(error) from error


def is_motion(path: Path) -> bool:
    """True for a folder, and for a file that the suffix or the content shows to be of one of FORMATS."""
    return path.is_dir() or _format(path) is not None


def begins_as_motion(path: Path) -> bool:
    """True for a file whose content says that it is of one of FORMATS, whatever it is called."""
    return _by_content(path) is not None


def unknown_motion_file(path: Path, accepted: Sequence[str]) -> MotionError:
    """The error for a file whose suffix is none of those accepted."""
    return MotionError(
        f"{path.name} is not a motion file that can be read here; accepted are {', '.join(accepted)}.",
        "Score .blend inside Blender with the add-on, or export it as .bvh.",
        code="unknown_motion_file",
    )


def require_file(path: Path) -> None:
    """Raise MotionError unless there is such a file."""
    if not path.is_file():
        raise MotionError(f"There is no file {path}.", "Check the path.", code="no_such_file")


def _recording(path: Path) -> Recording:
    if path.is_dir():
        return read_pose_folder(path)
    known = _format(path)
    if known is None:
        raise unknown_motion_file(path, SUFFIXES)
    require_file(path)
    if path.stat().st_size > MAX_FILE_BYTES:
        raise MotionError(
            f"{path.name} is larger than {MAX_FILE_BYTES // MIB} MiB.",
            "Cut the motion into parts, or lower its frame rate.",
        )
    return known.read(path)


def _format(path: Path) -> Format | None:
    """By how the content begins, else by the suffix."""
    return _by_content(path) or FORMATS.get(path.suffix.lower())


def _by_content(path: Path) -> Format | None:
    try:
        with path.open("rb") as file:
            start = file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()
    except OSError:
        start = b""
    return next((known for known in FORMATS.values() if known.magic and start.startswith(known.magic)), None)


def _shortened(error: MotionError) -> MotionError:
    """The same error in at most `_LONGEST_ERROR` characters: names in a file may be of any length."""
    remedy = error.remedy[: _LONGEST_ERROR // 2]
    room = _LONGEST_ERROR - len(remedy) - 5
    return MotionError(f"{error.sentence[:room].rstrip()} ...", remedy, code=error.code)
