"""Arrays saved with numpy: keypoints, joints in space, poses of body models (AMASS)."""

from __future__ import annotations

import io
import math
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.files.atomic_file import write_atomically
from kinescore.motion.gaps import LEAST_CONFIDENCE
from kinescore.motion.keypoints import Keypoints, Layout, require_frame_rate
from kinescore.motion.readers.arrays import MAX_NUMBERS, plain_numbers, recording_of_joints
from kinescore.motion.readers.smpl import skeleton_of_rotations
from kinescore.motion.recordings import LARGEST_SHARE, FlatRecording, Recording

MAX_UNPACKED_BYTES = 288 * 1024**2
"""Of one array."""
MAX_DIRECTORY_BYTES = 1024**2
RATES = ("fps", "mocap_framerate", "mocap_frame_rate", "framerate", "frame_rate")
JOINTS = ("positions", "keypoints", "joints", "joints3d", "joints_3d", "keypoints3d", "motion", "poses", "arr_0")
_DAMAGED = (zipfile.BadZipFile, zlib.error, ValueError, EOFError, RuntimeError, MemoryError, NotImplementedError)


def read_npz(path: Path) -> Recording:
    """Read whichever of these an archive holds.

    Keypoints: `positions` [T, 17, 2] px and `confidence` [T, 17], or both in `keypoints` [T, 17, 3]; without confidence
    every finite joint counts as seen. Joints in space under one of JOINTS. AMASS and other body models: `poses`
    [T, 3 J], or `root_orient` and `pose_body`, with `trans` [T, 3].
    The frame rate is one of RATES. `size` (width, height) may be left out: then the picture reaches from the origin to
    the farthest joint. `is_points`: the columns are points of what is no humanoid. Raises MotionError for another
    archive, and for arrays of Python objects.
    """
    arrays = _Archive(path)
    fps = arrays.number(RATES)
    if "pose_body" in arrays and "root_orient" in arrays:
        poses = np.concatenate([arrays.numbers(name) for name in ("root_orient", "pose_body")], axis=1)
        return skeleton_of_rotations(poses, arrays.numbers("trans") if "trans" in arrays else None, fps, path.name)
    if "poses" in arrays and ("trans" in arrays or "betas" in arrays):
        place = arrays.numbers("trans") if "trans" in arrays else None
        return skeleton_of_rotations(arrays.numbers("poses"), place, fps, path.name)
    found = [name for name in JOINTS if name in arrays]
    if not found:
        raise MotionError(
            f"{path.name} holds {', '.join(sorted(arrays.names))[:100] or 'nothing'}; wanted are positions (or "
            "keypoints), joints, or poses and trans.",
            "Save it with numpy.savez(file, positions=..., confidence=..., fps=..., size=...).",
        )
    joints = arrays.numbers(found[0])
    if "confidence" in arrays and joints.ndim == 3 and joints.shape[2] == 2:
        confidence = arrays.numbers("confidence")
        if confidence.shape != joints.shape[:2]:
            raise MotionError(
                f"{found[0]} {list(joints.shape)} and confidence {list(confidence.shape)} in {path.name} do not fit "
                "together."
            )
        joints = np.concatenate([joints, confidence[..., None]], axis=2)
        recording: Recording = FlatRecording(joints, fps, layout=arrays.layout())  # as `write_npz` writes it
    else:
        recording = recording_of_joints(joints, path.name, fps)
    if isinstance(recording, FlatRecording):
        return replace(recording, size=arrays.size() or _reach(recording.poses))
    return recording


def write_npz(keypoints: Keypoints, path: Path) -> None:
    """Write what `read_npz` reads back unchanged. Raises OSError."""
    buffer = io.BytesIO()
    layout = {} if keypoints.layout is Layout.COCO_17 else {"is_points": np.int32(1)}
    np.savez_compressed(
        buffer,
        positions=keypoints.positions,
        confidence=keypoints.confidence,
        fps=np.float64(keypoints.fps),
        size=np.array(keypoints.size, np.int32),
        **layout,
    )
    write_atomically(path, buffer.getvalue())


class _Archive:
    """The arrays of an .npz file, each read when it is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        require_small_directory(path)
        try:
            with zipfile.ZipFile(path) as archive:
                self._sizes = {entry.filename.removesuffix(".npy"): entry.file_size for entry in archive.infolist()}
        except (*_DAMAGED, OSError) as error:
            raise self._damaged(error) from error

    @property
    def names(self) -> list[str]:
        return list(self._sizes)

    def __contains__(self, name: str) -> bool:
        return name in self._sizes

    def numbers(self, name: str) -> NDArray[np.float64]:
        """One array as float64. Raises MotionError for one that is too large, damaged or not of numbers."""
        if self._sizes[name] > MAX_UNPACKED_BYTES:
            raise MotionError(
                f"{name} in {self.path.name} unpacks to more than {MAX_UNPACKED_BYTES // 1024**2} MiB.",
                "Cut it into parts.",
            )
        try:
            with zipfile.ZipFile(self.path) as archive, archive.open(f"{name}.npy") as member:
                array = read_npy(io.BytesIO(member.read()), self.path.name)
        except (*_DAMAGED, KeyError) as error:
            raise self._damaged(error) from error
        return plain_numbers(array, name, self.path.name)

    def number(self, names: Sequence[str]) -> float | None:
        """The one number under the first of `names` that is there."""
        for name in names:
            if name in self:
                value = self.numbers(name)
                if value.size != 1:
                    raise MotionError(f"{name} in {self.path.name} is not one number.")
                require_frame_rate(float(value.item()))
                return float(value.item())
        return None

    def size(self) -> tuple[int, int] | None:
        if "size" not in self:
            return None
        size = self.numbers("size").ravel()
        if size.shape != (2,) or not (np.isfinite(size).all() and (abs(size) < 1e6).all()):
            raise MotionError(f"size in {self.path.name} is not a width and a height.")
        return int(size[0]), int(size[1])

    def layout(self) -> Layout:
        """What the seventeen columns are; only `write_npz` says that they are no humanoid's joints."""
        is_points = "is_points" in self and bool(self.numbers("is_points").all())
        return Layout.POINTS if is_points else Layout.COCO_17

    def _damaged(self, error: Exception) -> MotionError:
        return MotionError(
            f"{self.path.name} is not an .npz archive of plain arrays ({str(error)[:80]}).",
            "Save it again with numpy.savez.",
        )


def read_npy(file: BinaryIO, name: str) -> NDArray[Any]:
    """The array in an open .npy file, after its header was looked at: what is promised must be there.

    Raises MotionError for arrays of Python objects, text or records, for too many numbers, and for another format.
    """
    start = file.tell()
    size = file.seek(0, io.SEEK_END) - start
    file.seek(start)
    version = np.lib.format.read_magic(file)
    read_header = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
    shape, _, dtype = read_header(file)
    if dtype.hasobject or math.prod(shape) * dtype.itemsize > size:
        raise ValueError(f"an array of {str(dtype)[:40]} {list(shape)[:6]} in {size} bytes of {name}")
    if math.prod(shape) > MAX_NUMBERS:
        raise MotionError(
            f"{name} holds {math.prod(shape)} numbers; at most {MAX_NUMBERS} are read.", "Cut it into parts."
        )
    file.seek(start)
    return np.lib.format.read_array(file, allow_pickle=False)


def require_small_directory(path: Path) -> None:
    """Raise MotionError where a zip archive's table of contents is beyond what any archive of arrays has."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 66_000))
        tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    if end >= 0 and int.from_bytes(tail[end + 12 : end + 16], "little") > MAX_DIRECTORY_BYTES:
        raise MotionError(
            f"{path.name} holds too many files to be an archive of arrays.", "Save it again with numpy.savez."
        )


def _reach(poses: NDArray[np.floating[Any]]) -> tuple[int, int] | None:
    """(width, height) px of the smallest picture from the origin that holds every seen position of [T, 17, 3].

    None where that is no larger than shares of a picture are.
    """
    seen = poses[(poses[..., 2] >= LEAST_CONFIDENCE) & np.isfinite(poses).all(axis=2)]
    width, height = np.maximum(np.ceil(seen[:, :2].max(axis=0)), 1) if len(seen) else (1, 1)
    return (int(min(width, 1e6)), int(min(height, 1e6))) if max(width, height) > LARGEST_SHARE else None
