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


def all_of_it(owner: str) -> int:
    """Room for each owner's results."""
    return 10**9


def name(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def job(number: int, **change: object) -> Job:
    return Job(name(number), f"id{number}", "mira", f"digest{number}", number, **change)


def keep(store: Store, job: Job, request: bytes) -> None:
    store.add(job, store.write_request(job.job, request))


def done(number: int, size: int = 100) -> Job:
    return job(number, state=JobState.DONE, size=size, sha256="sha")


def test_everything_is_read_back_in_order_of_arrival(tmp_path: Path) -> None:
    failed = job(1, state=JobState.FAILED, losses=2, failure=Failure("worker_lost", "Es läuft nicht.", "Neu."))
    store = Store(tmp_path)
    keep(store, job(2), b"two")
    keep(store, job(1), b"one")
    store.record(failed, 5.0)
    store.record(replace(job(2), state=JobState.RUNNING), 6.0)
    store.close()
    again = Store(tmp_path)
    assert again.jobs() == (failed, replace(job(2), state=JobState.RUNNING))
    assert again.request_path(name(2)).read_bytes() == b"two"
    assert not again.request_path(name(1)).exists()  # a final job needs its request no more


def files_in(folder: Path, but: str = "jobs.sqlite*") -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and not path.match(but))


def test_files_without_a_job_are_set_aside_at_the_start_and_none_is_deleted(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep(store, job(1), b"one")
    store.record(done(1), 0.0)
    store.result_path(name(1)).write_bytes(b"music")
    for leftover in (f"results/{name(2)}", f"requests/{name(9)}", "results/notes.txt", "requests/my song.wav"):
        (tmp_path / leftover).write_bytes(b"?")
    for half in (f"results/{name(1)}.0123abcd.part", f"requests/{name(9)}.0123abcd.part"):
        (tmp_path / half).write_bytes(b"half")
    (tmp_path / "results" / "a folder").mkdir()
    store.close()
    assert Store(tmp_path).read_result(name(1), 1, 3) == b"usi"
    assert files_in(tmp_path) == [
        "kinescore-store",
        f"quarantine/requests/{name(9)}",
        f"quarantine/results/{name(2)}",
        "requests/my song.wav",
        f"results/{name(1)}",
        "results/notes.txt",
    ]
    assert (tmp_path / "results" / "a folder").is_dir()


def test_a_folder_of_somebody_else_is_refused_and_not_touched(tmp_path: Path) -> None:
    for part in ("results", "requests"):
        (tmp_path / part).mkdir()
        (tmp_path / part / "render.exr").write_bytes(b"a night's work")
    with pytest.raises(ServeError, match=r"is not empty, and no Kinescore server made it; nothing.*Choose an empty"):
        Store(tmp_path)
    assert files_in(tmp_path) == ["requests/render.exr", "results/render.exr"]


@pytest.mark.parametrize("harm", ["emptied", "gone"])
def test_a_lost_journal_loses_no_result(tmp_path: Path, harm: str, caplog: pytest.LogCaptureFixture) -> None:
    store = Store(tmp_path)
    keep(store, job(1), b"one")
    store.record(done(1), 0.0)
    store.result_path(name(1)).write_bytes(b"music")
    store.close()
    (tmp_path / "jobs.sqlite").write_bytes(b"")
    if harm == "gone":
        (tmp_path / "jobs.sqlite").unlink()
    assert Store(tmp_path).jobs() == ()
    assert (tmp_path / "quarantine" / "results" / name(1)).read_bytes() == b"music"
    assert "1 files of no known job were moved to" in caplog.text


@pytest.mark.parametrize("harm", ["UPDATE jobs SET state = 'dancing'", "UPDATE jobs SET failure = '{'"])
def test_a_journal_with_a_row_that_is_none_is_one_sentence(tmp_path: Path, harm: str) -> None:
    store = Store(tmp_path)
    keep(store, job(1), b"one")
    store.result_path(name(1)).write_bytes(b"music")
    store.close()
    journal = sqlite3.connect(tmp_path / "jobs.sqlite")
    journal.execute(harm)
    journal.commit()
    journal.close()
    with pytest.raises(ServeError, match=r"journal .* is damaged: .*Put a backup in its place, or move it away"):
        Store(tmp_path)
    assert (tmp_path / "results" / name(1)).read_bytes() == b"music"


def test_a_half_written_result_goes_when_its_worker_is_lost(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep(store, job(1), b"one")
    part = tmp_path / "results" / f"{name(1)}.0123abcd.part"
    part.write_bytes(b"half")
    store.record(replace(job(1), state=JobState.RUNNING), 0.0)
    assert part.exists()
    store.record(replace(job(1), losses=1), 0.0)
    assert not part.exists()


def test_old_jobs_are_over_and_then_the_oldest_beyond_the_quota(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(6):
        keep(store, job(number), b"")
    for number in range(5):  # job 5 waits, and waiting jobs never expire
        store.record(replace(done(number), fetched=True), wall_time=1000.0 * number)
    assert store.overdue(4000.0, DAY, 10**9, all_of_it) == []
    assert store.overdue(1500.0 + DAY, DAY, 10**9, all_of_it) == [name(1), name(0)]
    assert store.overdue(4000.0, DAY, 250, all_of_it) == [name(2), name(1), name(0)]
    store.forget([name(0), name(1)])
    assert [kept.job for kept in store.jobs()] == [name(2), name(3), name(4), name(5)]


def test_an_owner_with_more_than_its_room_gives_up_its_own(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(4):
        keep(store, job(number), b"")
        owner = "mira" if number == 0 else "farm"
        store.record(replace(done(number), owner=owner, fetched=number < 3), wall_time=float(number))
    room = {"mira": 1000, "farm": 250}.__getitem__
    assert store.overdue(10.0, DAY, 1000, room) == [name(1)]
    assert store.is_full(10.0, 100, "farm")
    assert not store.is_full(10.0, 100, "mira")


def test_a_result_that_nobody_fetched_is_not_sacrificed_to_the_quota(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(3):
        keep(store, job(number), b"")
        store.record(done(number), wall_time=float(number))
    assert store.overdue(10.0, DAY, 150, all_of_it) == []
    assert store.is_full(10.0, 300)
    assert not store.is_full(3600.5, 300)
    assert store.overdue(3601.5, DAY, 250, all_of_it) == [name(0)]
    store.record(replace(done(0), fetched=True), wall_time=9.0)
    assert store.overdue(10.0, DAY, 250, all_of_it) == [name(0)]
    assert not store.is_full(10.0, 300)
    assert store.overdue(DAY + 1.5, DAY, 1000, all_of_it) == [name(1), name(0)]  # fetching it did not make it younger


def test_one_store_serves_one_server(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with pytest.raises(ServeError, match=r"locked.*another Kinescore server uses this store, stop it"):
        Store(tmp_path)
    store.close()
    Store(tmp_path).close()


def test_a_damaged_or_newer_journal_is_not_touched(tmp_path: Path) -> None:
    Store(tmp_path).close()
    (tmp_path / "jobs.sqlite").write_bytes(b"This is not a database." * 100)
    with pytest.raises(ServeError, match="is damaged: file is not a database"):
        Store(tmp_path)
    (tmp_path / "jobs.sqlite").unlink()
    newer = sqlite3.connect(tmp_path / "jobs.sqlite")
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(ServeError, match="is of version 99; this server reads versions 1 to 3"):
        Store(tmp_path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ServeError, match=r"file/store cannot be made: .*--store DIR"):
        Store(tmp_path / "file" / "store")


def test_a_result_that_somebody_deleted_is_an_error_not_a_crash(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="disk failed"):
        Store(tmp_path).read_result(name(1), 0, 10)


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
