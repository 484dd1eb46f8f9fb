"""Files that are whole or not there, whatever happens in between."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_atomically(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Write `data` to `path` by way of a temporary file beside it; when this returns, a power cut does not lose it.

    A file that holds `data` already is left alone: on Windows none can be replaced while somebody plays it.
    mode: the new file's permissions, less what the umask takes away; it has them from its first moment, so nobody else
    ever reads a private file. Windows ignores them. Raises OSError, and then `path` is as it was and nothing is left
    beside it.
    """
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return
    beside = path.with_name(f"{path.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    keep_names(path.parent)


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


def write_all(contents: Iterable[tuple[Path, bytes]]) -> None:
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
