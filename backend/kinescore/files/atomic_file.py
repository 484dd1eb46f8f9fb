"""Files that are whole or not there, whatever happens in between."""

from __future__ import annotations

import filecmp
import hashlib
import os
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import IO

PIECE_BYTES = 2**20
Content = bytes | Iterable[bytes]
"""What a file holds: all of it, or piece by piece where that would be too much at once."""


def write_atomically(path: Path, data: Content, mode: int = 0o666) -> None:
    """Write `data` to `path` by way of a temporary file beside it; when this returns, a power cut does not lose it.

    See `atomic_file`. Raises OSError, and then `path` is as it was and nothing is left beside it.
    """
    with atomic_file(path, mode) as out:
        for piece in pieces_of(data):
            out.write(piece)


@contextmanager
def atomic_file(path: Path, mode: int = 0o666) -> Iterator[IO[bytes]]:
    """Open a temporary file beside `path` for writing and reading, which takes its place if all went well.

    A file that holds the same already is left alone: on Windows none can be replaced while somebody plays it.
    mode: the new file's permissions, less what the umask takes away; it has them from its first moment, so nobody else
    ever reads a private file. Windows ignores them.
    """
    with _file_beside(path, mode) as out:
        yield out
    beside = Path(out.name)
    try:
        if not (path.is_file() and filecmp.cmp(beside, path, shallow=False)):
            os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    keep_names(path.parent)


def write_beside(path: Path, data: Content, mode: int = 0o666) -> Path:
    """Write `data` to a new file beside `path` and return it; once it is renamed to `path`, no power cut loses it.

    Raises OSError, and then nothing is left.
    """
    with _file_beside(path, mode) as out:
        for piece in pieces_of(data):
            out.write(piece)
    return Path(out.name)


@contextmanager
def _file_beside(path: Path, mode: int) -> Iterator[IO[bytes]]:
    """A new file beside `path`, safe on the disk when the context ends; gone if it ends with an error."""
    beside = path.with_name(f"{path.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        with open(beside, "x+b", opener=lambda name, flags: os.open(name, flags, mode)) as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def pieces_of(data: Content) -> Iterable[bytes]:
    """Return content as pieces."""
    return (data,) if isinstance(data, bytes | bytearray) else data


def pieces_in(path: Path) -> Iterator[bytes]:
    """Yield what the file `path` holds, piece by piece. Raises OSError."""
    with open(path, "rb") as file:
        yield from iter(partial(file.read, PIECE_BYTES), b"")


def sha256_of(data: Content) -> str:
    """Return the SHA-256 of content, in hexadecimal."""
    digest = hashlib.sha256()
    for piece in pieces_of(data):
        digest.update(piece)
    return digest.hexdigest()


def keep_names(folder: Path) -> None:
    """Let no power cut take back what has just been named, renamed or made in `folder`.

    Some file systems cannot, Windows for one does not open folders; there the system decides when it is safe.
    """
    if os.name == "posix":
        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def write_all(contents: Iterable[tuple[Path, Content]]) -> None:
    """Write each file atomically, its folder made where that is missing but the folder's parent is not.

    Whatever `contents` or the disk raises, files that were not there before are removed again.
    """
    new: list[Path] = []
    try:
        for path, data in contents:
            if not path.exists():
                new.append(path)
            if path.parent.parent.is_dir():
                path.parent.mkdir(exist_ok=True)
            write_atomically(path, data)
    except BaseException:
        for path in new:
            path.unlink(missing_ok=True)
        raise
