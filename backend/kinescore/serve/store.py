"""The jobs on disk: an SQLite journal, and one file for each request and result. What is in it survives a kill -9.

jobs.sqlite    write-ahead log, every change synced; held exclusively, so two servers cannot share a store
requests/ID    the encoded request as it came, until the job is final
results/ID     the Take archive
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kinescore.files.atomic_file import keep_names, write_atomically
from kinescore.files.strict_json import dump, from_plain, parse, to_plain
from kinescore.serve.errors import ServeError, disk_error
from kinescore.serve.events import Job
from kinescore.wire.messages import Failure, JobState

SCHEMA_VERSION = 1
SCHEMA = f"""
CREATE TABLE jobs (
    job TEXT PRIMARY KEY, owner TEXT NOT NULL, digest TEXT NOT NULL, sequence INTEGER NOT NULL, state TEXT NOT NULL,
    losses INTEGER NOT NULL, failure TEXT, size INTEGER NOT NULL, sha256 TEXT NOT NULL, finished_at REAL);
PRAGMA user_version = {SCHEMA_VERSION};
"""
MAX_KEPT_JOBS = 10_000


class Store:
    """The journal and the files of one server. Methods raise StoreError when the disk fails."""

    def __init__(self, folder: Path) -> None:
        self._requests = folder / "requests"
        self._results = folder / "results"
        try:
            for place in (folder, self._requests, self._results):
                place.mkdir(mode=0o700, parents=True, exist_ok=True)
                keep_names(place.parent)
        except OSError as error:
            raise ServeError(
                f"The store {folder} cannot be made: {error.strerror}.", "Choose another folder with `--store DIR`."
            ) from error
        self._journal = _open_journal(folder / "jobs.sqlite")
        self._sweep()

    def close(self) -> None:
        """Let go of the journal."""
        self._journal.close()

    def request_path(self, job: str) -> Path:
        """Return where the job's request is."""
        return self._requests / job

    def result_path(self, job: str) -> Path:
        """Return where the job's result belongs."""
        return self._results / job

    def add(self, job: Job, request: bytes) -> None:
        """Keep a new job and its request; when this returns, a power cut does not lose it."""
        path = self.request_path(job.job)
        with _disk_errors():
            write_atomically(path, request)
            try:
                self._write(job, None)
            except sqlite3.Error:
                path.unlink(missing_ok=True)
                raise

    def record(self, job: Job, wall_time: float) -> None:
        """Keep the job as it is now; `wall_time` in seconds since 1970 dates its end."""
        with _disk_errors():
            self._write(job, wall_time if job.state.is_final else None)
            if job.state.is_final:
                self.request_path(job.job).unlink(missing_ok=True)
            if job.state is not JobState.RUNNING:
                for half_written in self._results.glob(f"{job.job}.*.part"):
                    half_written.unlink(missing_ok=True)

    def remove(self, job: str) -> None:
        """Forget the job and delete its files."""
        with _disk_errors(), self._journal:
            self._journal.execute("DELETE FROM jobs WHERE job = ?", (job,))
            self.request_path(job).unlink(missing_ok=True)
            self.result_path(job).unlink(missing_ok=True)

    def jobs(self) -> tuple[Job, ...]:
        """Return every job, in order of arrival."""
        rows = self._journal.execute(
            "SELECT job, owner, digest, sequence, state, losses, failure, size, sha256 FROM jobs ORDER BY sequence"
        )
        return tuple(_job_from(row) for row in rows)

    def overdue(self, wall_time: float, keep_seconds: float, quota_bytes: int) -> list[str]:
        """Return the finished jobs to forget: those too old, then the oldest until the rest fits the quota."""
        newest_first = self._journal.execute(
            "SELECT job, size, finished_at FROM jobs WHERE finished_at IS NOT NULL ORDER BY finished_at DESC"
        )
        kept_bytes, kept, overdue = 0, 0, []
        for job, size, finished_at in newest_first:
            if wall_time - finished_at > keep_seconds or kept_bytes + size > quota_bytes or kept >= MAX_KEPT_JOBS:
                overdue.append(job)
            else:
                kept_bytes, kept = kept_bytes + size, kept + 1
        return overdue

    def read_result(self, job: str, offset: int, length: int) -> bytes:
        """Return a piece of the job's Take archive."""
        with _disk_errors(), open(self.result_path(job), "rb") as result:
            result.seek(offset)
            return result.read(length)

    def _write(self, job: Job, finished_at: float | None) -> None:
        failure = None if job.failure is None else dump(to_plain(job.failure)).decode()
        row = (job.job, job.owner, job.digest, job.sequence, job.state.value, job.losses, failure, job.size, job.sha256)
        with self._journal:
            self._journal.execute("INSERT OR REPLACE INTO jobs VALUES (?,?,?,?,?,?,?,?,?,?)", (*row, finished_at))

    def _sweep(self) -> None:
        """Delete files that no job owns: left by a kill between file and journal, or by a worker's last breath."""
        owned = {job.job for job in self.jobs()}
        for path in (*self._requests.iterdir(), *self._results.iterdir()):
            if path.name not in owned:
                path.unlink(missing_ok=True)


def _open_journal(path: Path) -> sqlite3.Connection:
    try:
        journal = sqlite3.connect(path, timeout=0.2)
        journal.execute("PRAGMA locking_mode = EXCLUSIVE")
        journal.execute("PRAGMA journal_mode = WAL")
        journal.execute("PRAGMA synchronous = FULL")
        (version,) = journal.execute("PRAGMA user_version").fetchone()
        if version == 0:
            journal.executescript(SCHEMA)
        elif version != SCHEMA_VERSION:
            raise ServeError(
                f"The store's journal {path} is of version {version}; this server reads version {SCHEMA_VERSION}.",
                "Choose another folder with `--store DIR`.",
            )
        with journal:
            journal.execute("UPDATE jobs SET sequence = sequence WHERE 0")  # take the lock now
    except sqlite3.OperationalError as error:
        raise ServeError(
            f"The store's journal {path} cannot be used: {error}.",
            "If another Kinescore server uses this store, stop it, or choose another folder with `--store DIR`.",
        ) from error
    except sqlite3.DatabaseError as error:
        raise ServeError(
            f"The store's journal {path} is damaged: {error}.", "Move it away; the jobs in it are lost."
        ) from error
    return journal


def _job_from(row: tuple[str, str, str, int, str, int, str | None, int, str]) -> Job:
    job, owner, digest, sequence, state, losses, failure, size, sha256 = row
    reason = None if failure is None else from_plain(Failure, parse(failure, "journal"), "journal")
    return Job(job, owner, digest, sequence, JobState(state), losses, reason, size, sha256)


@contextmanager
def _disk_errors() -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise disk_error(error) from error
