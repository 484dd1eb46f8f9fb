"""Video files made from arithmetic: a bright square whose place is known at every time."""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

WIDTH, HEIGHT, HALF = 128, 96, 8
TICKS = 60_000


def square_at(seconds: float) -> tuple[float, float]:
    """Centre (x, y) px of the square."""
    return 64 + 40 * np.sin(2 * np.pi * 0.7 * seconds), 48 + 20 * np.cos(2 * np.pi * 0.4 * seconds)


def picture_at(seconds: float) -> np.ndarray:
    x, y = square_at(seconds)
    picture = np.full((HEIGHT, WIDTH, 3), 20, np.uint8)
    picture[round(y) - HALF : round(y) + HALF, round(x) - HALF : round(x) + HALF] = 240
    return picture


def write_pictures(
    path: Path, pictures: Sequence[np.ndarray], times: Sequence[float], codec: str = "libx264", **options: str
) -> Path:
    """Write RGB pictures [H, W, 3] shown at `times` (s). B-frames and all, as the codec likes it."""
    with av.open(str(path), "w") as out:
        stream = out.add_stream(codec, rate=30, options=options)
        stream.height, stream.width = pictures[0].shape[:2]
        stream.pix_fmt, stream.time_base = "yuv420p", Fraction(1, TICKS)
        stream.codec_context.time_base = Fraction(1, TICKS)
        for picture, seconds in zip(pictures, times, strict=True):
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="rgb24")
            frame.pts, frame.time_base = round(seconds * TICKS), Fraction(1, TICKS)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path


def write_square(path: Path, times: Sequence[float], codec: str = "libx264", **options: str) -> Path:
    """The square at each of `times` (s)."""
    return write_pictures(path, [picture_at(seconds) for seconds in times], times, codec, **options)


def turn_by_label(path: Path, matrix: tuple[int, int, int, int]) -> Path:
    """Write a display matrix (a, b, c, d) into an .mp4: what a phone does that was held upright."""
    data = bytearray(path.read_bytes())
    start = data.index(b"tkhd") + 4 + 4 + 20 + 16  # version 0: after flags, times, layer and volume
    a, b, c, d = (value << 16 for value in matrix)
    data[start : start + 36] = struct.pack(">9i", a, b, 0, c, d, 0, 0, 0, 1 << 30)
    path.write_bytes(data)
    return path


def trim_by_label(path: Path, frames: int) -> Path:
    """Let an .mp4 of 30 fps begin with a later frame, as trimming on a phone does: nothing is encoded anew."""
    data = bytearray(path.read_bytes())
    edit, media = data.index(b"elst") + 12, data.index(b"mdhd") + 16
    (media_ticks,), (duration,) = (struct.unpack_from(">I", data, place) for place in (media, edit))
    struct.pack_into(">Ii", data, edit, duration - frames * 1000 // 30, frames * media_ticks // 30)
    path.write_bytes(data)
    return path


@contextlib.contextmanager
def square_finder() -> Iterator[object]:
    """An estimator of its own kind: the nose is in the middle of what is bright, the joints around it."""
    around = 40 * np.stack([np.cos(np.arange(17)), np.sin(np.arange(17)), np.zeros(17)], axis=1)
    around[0] = 0

    def find(picture: np.ndarray) -> np.ndarray:
        rows, columns = np.nonzero(picture.mean(axis=2) > 128)
        if len(rows) == 0:
            return np.zeros((0, 17, 3), np.float32)
        return (np.float32([columns.mean() + 0.5, rows.mean() + 0.5, 1.0]) + around.astype(np.float32))[None]

    yield find
