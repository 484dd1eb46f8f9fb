"""Keypoints saved with numpy."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.files.atomic_file import write_atomically
from kinescore.motion.gaps import fill_gaps
from kinescore.motion.keypoints import Keypoints, Layout

MAX_UNPACKED_BYTES = 1024**3


def read_npz(path: Path) -> Keypoints:
    """Read `positions` [T, 17, 2] px and `confidence` [T, 17], or both in `keypoints` [T, 17, 3], with `fps`.

    Without confidence every finite joint counts as seen. `size` (width, height) may be left out: then the picture
    reaches from the origin to the farthest seen joint. Unseen joints (NaN, low confidence) are filled.
    Raises MotionError for another archive, missing arrays, or arrays of Python objects.
    """
    arrays = _load(path)
    if "fps" not in arrays or not {"positions", "keypoints"} & arrays.keys():
        raise MotionError(
            f"{path.name} holds {', '.join(sorted(arrays)) or 'nothing'}; wanted are positions (or keypoints) and fps.",
            "Save it with numpy.savez(file, positions=..., confidence=..., fps=..., size=...).",
        )
    fps = _numbers(arrays, "fps", path)
    if fps.size != 1:
        raise MotionError(f"fps in {path.name} is not one number.")
    if "positions" in arrays:
        positions = _numbers(arrays, "positions", path)
        confidence = _numbers(arrays, "confidence", path) if "confidence" in arrays else np.ones(positions.shape[:2])
    else:
        keypoints = _numbers(arrays, "keypoints", path)
        if keypoints.ndim != 3 or keypoints.shape[2] != 3:
            raise MotionError(
                f"keypoints in {path.name} have shape {list(keypoints.shape)}; wanted is [frames, 17, 3]."
            )
        positions, confidence = keypoints[..., :2], keypoints[..., 2]
    filled, seen = fill_gaps(positions, confidence)
    size = _numbers(arrays, "size", path).ravel() if "size" in arrays else _reach(filled)
    if size.shape != (2,) or not np.isfinite(size).all():
        raise MotionError(f"size in {path.name} is not a width and a height.")
    layout = Layout.POINTS if str(arrays.get("layout", "")) == Layout.POINTS.value else Layout.COCO_17
    return Keypoints(filled, seen, float(fps.item()), (int(size[0]), int(size[1])), layout)


def write_npz(keypoints: Keypoints, path: Path) -> None:
    """Write what `read_npz` reads back unchanged. Raises OSError."""
    buffer = io.BytesIO()
    layout = {} if keypoints.layout is Layout.COCO_17 else {"layout": np.array(keypoints.layout.value)}
    np.savez_compressed(
        buffer,
        positions=keypoints.positions,
        confidence=keypoints.confidence,
        fps=np.float64(keypoints.fps),
        size=np.array(keypoints.size, np.int32),
        **layout,
    )
    write_atomically(path, buffer.getvalue())


def _load(path: Path) -> dict[str, NDArray[np.generic]]:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED_BYTES:
                raise MotionError(f"{path.name} unpacks to more than {MAX_UNPACKED_BYTES // 1024**2} MiB.")
        with np.load(path, allow_pickle=False) as archive:
            members = {name: archive[name] for name in archive.files}
            return {name: member for name, member in members.items() if isinstance(member, np.ndarray)}
    except MotionError:
        raise
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, RuntimeError, MemoryError) as error:
        raise MotionError(
            f"{path.name} is not an .npz archive of plain arrays ({error}).", "Save it again with numpy.savez."
        ) from error


def _numbers(arrays: dict[str, NDArray[np.generic]], name: str, path: Path) -> NDArray[np.float64]:
    array = arrays[name]
    if array.dtype.kind not in "fiu":
        raise MotionError(f"{name} in {path.name} holds {array.dtype}, not numbers.")
    return array.astype(np.float64)


def _reach(positions: NDArray[np.float32]) -> NDArray[np.float64]:
    """(width, height) px of the smallest picture from the origin that holds every position [T, J, 2]."""
    return np.maximum(np.ceil(positions.max(axis=(0, 1)).astype(np.float64)), 1)
