"""A file is whole or not there: also while it is written, when there is no room, and when the writer is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kinescore.files.atomic_file import write_atomically

posix_only = pytest.mark.skipif(os.name != "posix", reason="file modes, limits and syncing of folders are POSIX's")

WRITER = """
import sys
from pathlib import Path
from kinescore.files.atomic_file import write_atomically
while True:
    for letter in (b"a", b"b"):
        write_atomically(Path(sys.argv[1]), letter * 1_000_000)
"""


def test_it_is_there_and_nothing_beside_it(tmp_path: Path) -> None:
    for data in (b"first", b"", b"\x00" * 100_000):
        write_atomically(tmp_path / "file", data)
        assert (tmp_path / "file").read_bytes() == data
        assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_readers_and_a_kill_see_whole_files_only(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_atomically(path, b"b" * 1_000_000)
    seen: set[bytes] = set()
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)]) as writer:
        deadline = time.monotonic() + 20
        while len(seen) < 2 and time.monotonic() < deadline:
            seen.add(path.read_bytes())
        writer.kill()
    assert seen == {b"a" * 1_000_000, b"b" * 1_000_000}
    assert path.read_bytes() in seen


@posix_only
def test_without_room_the_old_file_stays_and_nothing_is_left(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "file"
    write_atomically(path, b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            write_atomically(path, bytes(100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_where_no_file_can_be_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_atomically(tmp_path / "folder", b"data")
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "nowhere" / "file", b"data")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@posix_only
def test_a_private_file_is_private_and_others_follow_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "usual", b"")
        write_atomically(tmp_path / "private", b"", mode=0o600)
    finally:
        os.umask(before)
    assert (tmp_path / "usual").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "private").stat().st_mode & 0o777 == 0o600


@posix_only
def test_the_data_is_safe_before_the_name_and_the_name_before_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rename that reaches the disk before the data would leave an empty file after a power cut."""
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace

    def watched_fsync(descriptor: int) -> None:
        inode = os.fstat(descriptor).st_ino
        steps.append("sync folder" if inode == tmp_path.stat().st_ino else "sync file")
        fsync(descriptor)

    def watched_replace(source: Path, target: Path) -> None:
        steps.append("rename")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(os, "replace", watched_replace)
    write_atomically(tmp_path / "file", b"data")
    assert steps == ["sync file", "rename", "sync folder"]
