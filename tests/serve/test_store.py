"""What is on disk stays, whatever happened to the server; what is over goes."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from kinescore.serve.config import ServeConfig, default_store_folder
from kinescore.serve.errors import ServeError, StoreError
from kinescore.serve.events import Job
from kinescore.serve.store import Store
from kinescore.wire.errors import WireError
from kinescore.wire.messages import Failure, JobState

DAY = 24 * 3600.0


def job(number: int, **change: object) -> Job:
    return Job(f"job{number}", "mira", f"digest{number}", number, **change)


def done(number: int, size: int = 100) -> Job:
    return job(number, state=JobState.DONE, size=size, sha256="sha")


def test_everything_is_read_back_in_order_of_arrival(tmp_path: Path) -> None:
    failed = job(1, state=JobState.FAILED, losses=2, failure=Failure("worker_lost", "Es läuft nicht.", "Neu."))
    store = Store(tmp_path)
    store.add(job(2), b"two")
    store.add(job(1), b"one")
    store.record(failed, 5.0)
    store.record(replace(job(2), state=JobState.RUNNING), 6.0)
    store.close()
    again = Store(tmp_path)
    assert again.jobs() == (failed, replace(job(2), state=JobState.RUNNING))
    assert again.request_path("job2").read_bytes() == b"two"
    assert not again.request_path("job1").exists()  # a final job needs its request no more


def test_files_without_a_job_are_swept_away_at_the_start(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(job(1), b"one")
    store.record(done(1), 0.0)
    store.result_path("job1").write_bytes(b"music")
    for leftover in ("results/job2", "results/job1.abcd.part", "requests/job9", "requests/job9.abcd.part"):
        (tmp_path / leftover).write_bytes(b"?")
    store.close()
    assert Store(tmp_path).read_result("job1", 1, 3) == b"usi"
    assert [path.name for path in (*tmp_path.glob("requests/*"), *tmp_path.glob("results/*"))] == ["job1"]


def test_a_half_written_result_goes_when_its_worker_is_lost(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(job(1), b"one")
    part = tmp_path / "results" / "job1.abcd.part"
    part.write_bytes(b"half")
    store.record(replace(job(1), state=JobState.RUNNING), 0.0)
    assert part.exists()
    store.record(replace(job(1), losses=1), 0.0)
    assert not part.exists()


def test_old_jobs_are_over_and_then_the_oldest_beyond_the_quota(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(6):
        store.add(job(number), b"")
    for number in range(5):  # job 5 waits, and waiting jobs never expire
        store.record(done(number), wall_time=1000.0 * number)
    assert store.overdue(4000.0, DAY, 10**9) == []
    assert store.overdue(1500.0 + DAY, DAY, 10**9) == ["job1", "job0"]
    assert store.overdue(4000.0, DAY, 250) == ["job2", "job1", "job0"]
    store.remove("job0")
    assert "job0" not in [kept.job for kept in store.jobs()]


def test_one_store_serves_one_server(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with pytest.raises(ServeError, match=r"locked.*another Kinescore server uses this store, stop it"):
        Store(tmp_path)
    store.close()
    Store(tmp_path).close()


def test_a_damaged_or_newer_journal_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "jobs.sqlite").write_bytes(b"This is not a database." * 100)
    with pytest.raises(ServeError, match="is damaged: file is not a database"):
        Store(tmp_path)
    (tmp_path / "jobs.sqlite").unlink()
    newer = sqlite3.connect(tmp_path / "jobs.sqlite")
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(ServeError, match="is of version 99; this server reads version 1"):
        Store(tmp_path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ServeError, match=r"file/store cannot be made: .*--store DIR"):
        Store(tmp_path / "file" / "store")


def test_a_result_that_somebody_deleted_is_an_error_not_a_crash(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="disk failed"):
        Store(tmp_path).read_result("job1", 0, 10)


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, "HOME/.local/state/kinescore/server"),
        ("linux", {"XDG_STATE_HOME": "/state"}, "/state/kinescore/server"),
        ("darwin", {"XDG_STATE_HOME": "/state"}, "HOME/Library/Application Support/kinescore/server"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/kinescore/server"),
        ("win32", {}, "HOME/AppData/Local/kinescore/server"),
    ],
)
def test_state_lives_where_the_platform_keeps_it(platform: str, environment: dict, expected: str) -> None:
    expected = expected.replace("HOME", Path.home().as_posix())
    assert default_store_folder(environment, platform).as_posix() == str(PurePosixPath(expected))


def test_settings_that_cannot_work_are_refused() -> None:
    with pytest.raises(ServeError, match="at least one"):
        ServeConfig(workers=0)
    with pytest.raises(WireError, match="is not a server address"):
        ServeConfig("http://127.0.0.1")
    for open_address in ("tcp://*:5555", "0.0.0.0:5555", "[::]:5555", "workstation:5555", "192.168.1.7"):
        with pytest.raises(ServeError, match=r"Without keys, everyone .* Make keys with `kinescore serve --make-keys"):
            ServeConfig(open_address)
    assert ServeConfig("[::1]:5555").key_folder is None
