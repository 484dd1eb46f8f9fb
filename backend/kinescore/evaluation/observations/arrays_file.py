"""A few small arrays, whole or not there, with a stamp that says what they were made from."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import EvaluationError
from kinescore.files.atomic_file import write_atomically

STAMP = "made_from"


def save_arrays(path: Path, arrays: Mapping[str, NDArray[np.generic]], stamp: str) -> None:
    """Write `arrays` and `stamp` to an .npz file. Raises OSError."""
    buffer = io.BytesIO()
    np.savez(buffer, **arrays, **{STAMP: np.array(stamp)})
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, buffer.getvalue())


def load_arrays(path: Path) -> dict[str, NDArray[np.generic]]:
    """Return the arrays that `save_arrays` wrote, without the stamp. Raises EvaluationError for any other file."""
    try:
        with np.load(path, allow_pickle=False) as archive:
            return {name: archive[name] for name in archive.files if name != STAMP}
    except FileNotFoundError:
        raise EvaluationError(f"{path} is missing.", "Run the same `kinescore evaluate` command again.") from None
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError) as error:
        raise EvaluationError(f"{path} is damaged ({error}).", "Delete it and run the same command again.") from error


def has_stamp(path: Path, stamp: str) -> bool:
    """Return whether `path` is there, whole, and made from what `stamp` says."""
    try:
        with np.load(path, allow_pickle=False) as archive:
            return STAMP in archive.files and str(archive[STAMP]) == stamp
    except (OSError, zipfile.BadZipFile, zlib.error, ValueError, EOFError):
        return False
