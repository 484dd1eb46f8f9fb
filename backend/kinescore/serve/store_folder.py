"""Whose folder it is: a server works only in folders that it made, and deletes there only what it wrote."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Collection
from pathlib import Path

from kinescore.files.atomic_file import keep_names, write_atomically
from kinescore.serve.errors import ServeError

MARKER = "kinescore-store"
MARKED = b"A Kinescore server keeps its jobs in this folder and deletes files in it. Keep yours elsewhere.\n"
JOURNAL = "jobs.sqlite"
QUARANTINE = "quarantine"
SQLITE_START = b"SQLite format 3\0"
OURS = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
HALF_WRITTEN = re.compile(OURS.pattern + r"\.[0-9a-f]{8}\.part")

log = logging.getLogger(__name__)


def open_folder(folder: Path, parts: Collection[str]) -> None:
    """Make `folder` with its `parts`, or take up one that a server made. Raises ServeError for anybody else's."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        keep_names(folder.parent)
        if not (folder / MARKER).is_file():
            _require_ours(folder)
            write_atomically(folder / MARKER, MARKED)
        for part in parts:
            (folder / part).mkdir(mode=0o700, exist_ok=True)
        keep_names(folder)
    except OSError as error:
        raise ServeError(
            f"The store {folder} cannot be made: {error.strerror}.", "Choose another folder with `--store DIR`."
        ) from error


def set_aside(folder: Path, parts: Collection[str], owned: Collection[str]) -> None:
    """Move what was named by a server but belongs to no job in `owned` into the quarantine; delete half-written files.

    A kill leaves such files between file and journal, and so does a journal that was lost: then they are results.
    Files that no server could have named stay where they are.
    """
    moved = 0
    for part in parts:
        for path in sorted((folder / part).iterdir()):
            if HALF_WRITTEN.fullmatch(path.name):
                path.unlink(missing_ok=True)
            elif is_job_file(path) and path.name not in owned:
                moved += _move(path, folder / QUARANTINE / part)
    if moved:
        log.warning("%d files of no known job were moved to %s; nothing deletes them", moved, folder / QUARANTINE)


def is_job_file(path: Path) -> bool:
    """Whether it is a request or a result, by its name."""
    return OURS.fullmatch(path.name) is not None


def _require_ours(folder: Path) -> None:
    """Before folders were marked, a store was known by its journal."""
    journal = folder / JOURNAL
    if journal.is_file():
        with open(journal, "rb") as file:
            if file.read(len(SQLITE_START)) == SQLITE_START:
                return
    if any(folder.iterdir()):
        raise ServeError(
            f"The folder {folder} is not empty, and no Kinescore server made it; nothing in it was touched.",
            "Choose an empty folder, or one that does not exist yet, with `--store DIR`.",
        )


def _move(path: Path, folder: Path) -> bool:
    target = folder / path.name
    if target.exists():
        return False
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.replace(path, target)
    return True
