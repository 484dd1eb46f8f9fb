"""The container and the arrays of glTF 2.0 (.gltf, .glb, and .vrm, which is the latter with the names of human bones).

Of the libraries that are kept, pygltflib gives the JSON as classes and trimesh the meshes; accessors and animations
would be ours to read either way.
"""

from __future__ import annotations

import base64
import binascii
import mmap
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.files.strict_json import FormatError, parse

MAX_JSON_BYTES = 16 * 1024**2
MAX_NUMBERS = 20_000_000
_TYPES = {5120: "i1", 5121: "u1", 5122: "i2", 5123: "u2", 5125: "u4", 5126: "f4"}
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}


class Gltf:
    """The JSON of a file, and its arrays on demand. Raises MotionError for what is no glTF 2.0 or reaches beyond it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as file:
            is_binary = file.read(4) == b"glTF"
        text, self._binary = _chunks(path) if is_binary else (_small(path), memoryview(b""))
        try:
            self.json = parse(text, path.name)
        except FormatError as error:
            raise MotionError(
                f"{path.name} is no glTF: its JSON is damaged ({str(error)[:80]}).", "Export it again."
            ) from error
        version = self.get(self.json, "asset", dict).get("version")
        if not str(version).startswith("2"):
            raise MotionError(f"{path.name} is glTF {str(version)[:10]}; version 2 is read.", "Export it again.")
        self._buffers: dict[int, memoryview] = {}

    def fail(self, what: str) -> MotionError:
        return MotionError(f"{self.path.name} is a damaged glTF: {what}.", "Export it again.")

    def get(self, holder: object, name: str, kind: type, default: object = None) -> Any:  # noqa: ANN401
        """A member of a JSON object, of the kind wanted; raises MotionError for others."""
        value = holder.get(name, default) if isinstance(holder, dict) else None
        if not isinstance(value, kind) or isinstance(value, bool):
            raise self.fail(f"{name} is missing or of another kind")
        return value

    def items(self, name: str) -> list[Any]:
        return self.get(self.json, name, list, [])

    def at(self, name: str, index: object) -> dict[str, Any]:
        """One item of a list of the file, by its index."""
        items = self.items(name)
        if not isinstance(index, int) or not 0 <= index < len(items) or not isinstance(items[index], dict):
            raise self.fail(f"there is no {name}[{str(index)[:10]}]")
        return items[index]

    def array(self, index: object) -> NDArray[np.float32]:
        """An accessor [N, width], in place where it holds float32; normalised integers as shares."""
        accessor = self.at("accessors", index)
        dtype = self._type(accessor)
        width, count = _WIDTHS.get(accessor.get("type", ""), 0), self.get(accessor, "count", int)
        if not width or not 0 <= count * width <= MAX_NUMBERS:
            raise self.fail("an array is of an unknown type or too large")
        is_there = "bufferView" in accessor
        raw = self._part(accessor, dtype, count, width) if is_there else np.zeros((count, width), dtype)
        if "sparse" in accessor:
            raw = self._with_others(raw, self.get(accessor, "sparse", dict))
        numbers = raw.astype(np.float32, copy=False)
        if accessor.get("normalized") and dtype.kind in "iu":
            numbers = np.maximum(numbers / np.iinfo(dtype).max, -1.0)
        if not np.isfinite(numbers).all():
            raise self.fail("an array holds numbers that are not finite")
        return numbers

    def _with_others(self, raw: NDArray[Any], sparse: dict[str, Any]) -> NDArray[Any]:
        """A copy of `raw` [N, width] in which the rows that a sparse accessor names are its own."""
        count = self.get(sparse, "count", int)
        where, what = (self.get(sparse, name, dict) for name in ("indices", "values"))
        if not 0 <= count <= len(raw):
            raise self.fail("a sparse array has more rows than it should")
        rows = self._part(where, self._type(where), count, 1)[:, 0].astype(np.int64)
        if len(rows) and not 0 <= rows.min() <= rows.max() < len(raw):
            raise self.fail("a sparse array names rows that there are not")
        mixed = raw.copy()
        mixed[rows] = self._part(what, raw.dtype, count, raw.shape[1])
        return mixed

    def _type(self, accessor: dict[str, Any]) -> np.dtype[Any]:
        kind = _TYPES.get(self.get(accessor, "componentType", int))
        if kind is None:
            raise self.fail("an array is of an unknown type or too large")
        return np.dtype(f"<{kind}")

    def _part(self, place: dict[str, Any], dtype: np.dtype[Any], count: int, width: int) -> NDArray[Any]:
        """[count, width] in place, from where `place` (an accessor, or a part of a sparse one) says."""
        view = self.at("bufferViews", place.get("bufferView"))
        if "EXT_meshopt_compression" in view.get("extensions", {}):
            raise MotionError(f"{self.path.name} is compressed with meshopt.", "Export it without compression.")
        start = self.get(view, "byteOffset", int, 0) + self.get(place, "byteOffset", int, 0)
        stride = self.get(view, "byteStride", int, dtype.itemsize * width)
        buffer = self._buffer(self.get(view, "buffer", int))
        if (
            count == 0
            or start < 0
            or stride <= 0
            or start + stride * (count - 1) + dtype.itemsize * width > len(buffer)
        ):
            raise self.fail("an array lies outside of its buffer")
        return np.ndarray((count, width), dtype, buffer, start, (stride, dtype.itemsize))

    def _buffer(self, index: int) -> memoryview:
        if index not in self._buffers:
            uri = self.at("buffers", index).get("uri")
            self._buffers[index] = self._binary if uri is None else self._load(uri)
        return self._buffers[index]

    def _load(self, uri: object) -> memoryview:
        if not isinstance(uri, str):
            raise self.fail("the place of a buffer is no text")
        if uri.startswith("data:"):
            try:
                return memoryview(base64.b64decode(uri.partition(",")[2], validate=True))
            except binascii.Error as error:
                raise self.fail("a buffer in the text is no base64") from error
        beside = self.path.parent / unquote(uri)
        inside = beside.resolve().is_relative_to(self.path.parent.resolve()) and "://" not in uri
        if not inside or not beside.is_file():
            raise MotionError(
                f"The buffer '{uri[:60]}' of {self.path.name} is not beside it.", "Put both into one folder."
            )
        return _mapped(beside)


def _small(path: Path) -> bytes:
    if path.stat().st_size > 4 * MAX_JSON_BYTES:
        raise MotionError(
            f"{path.name} holds more than {4 * MAX_JSON_BYTES // 1024**2} MiB of JSON.", "Export it as .glb."
        )
    return path.read_bytes()


def _mapped(path: Path) -> memoryview:
    if not path.stat().st_size:
        return memoryview(b"")
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _chunks(path: Path) -> tuple[bytes, memoryview]:
    """JSON and binary chunk of a .glb."""
    data = _mapped(path)
    length = int.from_bytes(data[12:16], "little")
    if len(data) < 20 or bytes(data[16:20]) != b"JSON" or not 0 < length <= min(len(data) - 20, MAX_JSON_BYTES):
        raise MotionError(f"{path.name} is a damaged or too large .glb.", "Export it again.")
    start = 20 + length
    size = int.from_bytes(data[start : start + 4], "little")
    return bytes(data[20:start]), data[start + 8 : start + 8 + size]
