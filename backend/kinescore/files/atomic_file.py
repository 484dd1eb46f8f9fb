"""Files that are whole or not there, whatever happens in between."""

from __future__ import annotations

import os
import uuid
from contextlib import suppress
from pathlib import Path


def write_atomically(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Write `data` to `path` by way of a temporary file beside it; when this returns, a power cut does not lose it.

    mode: the new file's permissions, less what the umask takes away; it has them from its first moment, so nobody else
    ever reads a private file. Windows ignores them. Raises OSError, and then `path` is as it was and nothing is left
    beside it.
    """
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
