"""The arrays in an .npz archive, in bounded memory and without running anything."""

from __future__ import annotations

import io
import math
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.keypoints import Layout
from kinescore.motion.readers.arrays import MAX_NUMBERS, plain_numbers

MAX_UNPACKED_BYTES = 288 * 1024**2
"""Of one array."""
MAX_DIRECTORY_BYTES = 1024**2
_DAMAGED = (zipfile.BadZipFile, zlib.error, ValueError, EOFError, RuntimeError, MemoryError, NotImplementedError)


class Archive:
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
    try:
        shape, _, dtype = read_header(file)
    except Exception as error:  # numpy hands on whatever Python's own reader of expressions raises
        raise ValueError("its header is damaged") from error
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
