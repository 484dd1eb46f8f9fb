"""Processes that share the work end with their parent, and nothing that was done is lost."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.clips_file import write_clips
from kinescore.evaluation.clips.finding import find_clips
from kinescore.evaluation.observers.workers import map_unordered
from tests.evaluation.made_clips import write_pairs

COUNT = 6


def kept_at(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*.npz")}


def test_a_killed_process_is_said_in_a_sentence() -> None:
    with pytest.raises(EvaluationError, match=r"processes was killed.* fewer --jobs"):
        list(map_unordered(os._exit, [9, 9, 9], jobs=2))


OBSERVE = """
import sys
from pathlib import Path
from kinescore.evaluation.clips.clips_file import read_clips
from kinescore.evaluation.observers.observe import observe_clips
from kinescore.evaluation.observers.registry import BEATS
if __name__ == "__main__":
    folder = Path(sys.argv[1])
    try:
        print(observe_clips(read_clips(folder), [BEATS], folder, jobs=2).done)
    except KeyboardInterrupt:
        sys.exit("stopped")
"""


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A results folder that asks for 120 sounds to be analysed, beside a program that does it with two processes."""
    folders = write_pairs(tmp_path, COUNT)
    for number in range(COUNT, 60):
        for folder in ("reference", "ours"):
            shutil.copy2(folders[folder] / f"clip{number % COUNT:03d}.wav", folders[folder] / f"clip{number:03d}.wav")
    write_clips(tmp_path / "results", find_clips({"ours": folders["ours"]}, folders["reference"], None))
    (tmp_path / "work.py").write_text(OBSERVE)
    return tmp_path / "results"


@pytest.fixture
def running(many: Path) -> Iterator[subprocess.Popen[str]]:
    """The program, some sounds analysed."""
    child = start(many)
    try:
        wait_until(lambda: len(list(many.rglob("*.npz"))) >= 5)
        yield child
    finally:
        end(child)


def wait_until(reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def end(child: subprocess.Popen[str]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.communicate()


def start(results: Path) -> subprocess.Popen[str]:
    """Ctrl-C reaches it even where these tests were started in the background, which makes a shell ignore it."""
    command = [sys.executable, str(results.parent / "work.py"), str(results)]
    take_ctrl_c = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, start_new_session=True, preexec_fn=take_ctrl_c, **pipes)


def processes_of(session: int) -> list[int]:
    """Process ids in one session, itself included (Linux)."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except (OSError, NotADirectoryError):
            continue
        if folder.name.isdigit() and int(fields[3]) == session and fields[0] != "Z":
            found.append(int(folder.name))
    return found


IN_PROC = pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="looks for processes in /proc")


@IN_PROC
def test_after_kill_9_nobody_stays_and_nothing_is_analysed_twice(running: subprocess.Popen[str], many: Path) -> None:
    workers = set(processes_of(running.pid)) - {running.pid}
    assert len(workers) >= 2
    running.kill()
    wait_until(lambda: not processes_of(running.pid))
    before = kept_at(many)
    assert 5 <= len(before) < 120
    again = start(many)
    output, errors = again.communicate(timeout=120)
    assert again.returncode == 0, errors
    assert int(output) == 120 - len(before)
    after = kept_at(many)
    assert len(after) == 120
    assert {name: after[name] for name in before} == before


@IN_PROC
def test_ctrl_c_while_processes_start_is_the_parents(many: Path) -> None:
    child = start(many)
    try:
        wait_until(lambda: len(processes_of(child.pid)) >= 4)  # with the two, Python's own watcher of resources
        time.sleep(0.3)  # they are importing now
        os.killpg(child.pid, signal.SIGINT)
        _, errors = child.communicate(timeout=30)
        assert (child.returncode, errors.strip()) == (1, "stopped")
    finally:
        end(child)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="sends Ctrl-C to a group of processes")
def test_ctrl_c_at_work_keeps_what_was_done(running: subprocess.Popen[str], many: Path) -> None:
    os.killpg(running.pid, signal.SIGINT)
    _, errors = running.communicate(timeout=30)
    assert (running.returncode, errors.strip()) == (1, "stopped")
    assert 5 <= len(list(many.rglob("*.npz"))) < 120
