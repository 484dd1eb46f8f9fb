"""Samples that are written and read part by part, so that their length costs no memory."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from typing import IO, Protocol

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import KinescoreError

IN_MEMORY_BYTES = 2**25
"""Longer ones, of stereo those above 95 s, lie in a file."""
BLOCK = 2**18
"""Samples that are worked on at once, about 6 s."""
SAMPLE_BYTES = 4
MORE_ROOM = "Make room there, or let TMPDIR name a folder on another disk."


class StoredSamples(Protocol):
    """float32 samples [C, N], read and written by slices of channels and samples: an array, or what stands for one."""

    @property
    def shape(self) -> tuple[int, ...]:
        """(C, N)"""

    def __getitem__(self, part: tuple[slice, slice], /) -> NDArray[np.float32]: ...


class WritableSamples(StoredSamples, Protocol):
    """The same, while they are made."""

    def __setitem__(self, part: tuple[slice, slice], samples: NDArray[np.float32], /) -> None: ...


class SpooledSamples:
    """float32 samples [C, N] in a temporary file that has no name, or goes with its last user."""

    def __init__(self, channels: int, count: int) -> None:
        self.shape = (channels, count)
        self._file: IO[bytes] = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  closed with its last user

    def __getitem__(self, part: tuple[slice, slice], /) -> NDArray[np.float32]:
        channels, first, last = self._places(part)
        read = np.zeros((len(channels), last - first), np.float32)
        for row, channel in enumerate(channels):
            self._seek(channel, first)
            _read_into(self._file, memoryview(read[row]).cast("B"))
        return read

    def __setitem__(self, part: tuple[slice, slice], samples: NDArray[np.float32], /) -> None:
        channels, first, last = self._places(part)
        rows = np.broadcast_to(samples, (len(channels), last - first)).astype(np.float32, order="C", copy=False)
        for channel, row in zip(channels, rows, strict=True):
            self._seek(channel, first)
            self._write(memoryview(row).cast("B"))

    def mapped(self) -> NDArray[np.float32]:
        """The whole as an array that the system pages in and out; for when nothing more is written."""
        return np.memmap(self._file, np.float32, "r+", shape=self.shape)

    def _places(self, part: tuple[slice, slice]) -> tuple[range, int, int]:
        channels, samples = (range(*each.indices(size)) for each, size in zip(part, self.shape, strict=True))
        return channels, samples.start, max(samples.start, samples.stop)

    def _write(self, left: memoryview) -> None:
        try:
            while left:
                left = left[self._file.write(left) :]
        except OSError as error:
            raise KinescoreError(f"The sound in the making cannot be kept: {error.strerror}.", MORE_ROOM) from error

    def _seek(self, channel: int, sample: int) -> None:
        self._file.seek((channel * self.shape[1] + sample) * SAMPLE_BYTES)


def fits_in_memory(shape: tuple[int, ...]) -> bool:
    """Whether samples [C, N] are short enough for memory."""
    return shape[0] * shape[1] * SAMPLE_BYTES <= IN_MEMORY_BYTES


def room_for(channels: int, count: int) -> WritableSamples:
    """Silence [channels, count] to write into: in memory while it is short, else in a temporary file."""
    if fits_in_memory((channels, count)):
        return np.zeros((channels, count), np.float32)
    return SpooledSamples(channels, count)


def copied(samples: StoredSamples) -> WritableSamples:
    """Return the same samples [C, N] in a room of their own."""
    copy = room_for(*samples.shape)
    for first, last in blocks_of(samples.shape[1]):
        copy[:, first:last] = samples[:, first:last]
    return copy


def require_disk(sounds: int, channels: int, count: int) -> None:
    """Raise KinescoreError unless that many sounds [channels, count] find room where temporary files go."""
    if fits_in_memory((channels, count)):
        return
    folder = tempfile.gettempdir()
    needed, free = sounds * channels * count * SAMPLE_BYTES, shutil.disk_usage(folder).free
    if needed > free:
        raise KinescoreError(
            f"Music this long takes {needed / 1e9:.1f} GB on disk while it is made; {folder} has {free / 1e9:.1f}.",
            MORE_ROOM,
        )


def blocks_of(count: int, size: int = BLOCK) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of blocks of up to `size` that make up `count` samples."""
    return ((first, min(first + size, count)) for first in range(0, count, size))


def _read_into(file: IO[bytes], room: memoryview) -> None:
    """Fill `room` as far as the file goes: what was never written is silence."""
    while room:
        count = file.readinto(room)  # type: ignore[attr-defined]
        if not count:
            return
        room = room[count:]
