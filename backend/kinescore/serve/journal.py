"""The server's journal: one SQLite table, every change synced before it is told. Its errors are sqlite3's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from kinescore.files.strict_json import FormatError, dump, from_plain, parse, to_plain
from kinescore.serve.errors import ServeError
from kinescore.serve.events import Job
from kinescore.wire.messages import Failure, JobState, Priority

SCHEMA_VERSION = 3
SCHEMA = f"""
CREATE TABLE jobs (
    job TEXT PRIMARY KEY, owner TEXT NOT NULL, digest TEXT NOT NULL, sequence INTEGER NOT NULL, state TEXT NOT NULL,
    losses INTEGER NOT NULL, failure TEXT, size INTEGER NOT NULL, sha256 TEXT NOT NULL, finished_at REAL,
    id TEXT NOT NULL, cancel_asked INTEGER NOT NULL, fetched INTEGER NOT NULL, priority TEXT NOT NULL,
    engine TEXT NOT NULL);
PRAGMA user_version = {SCHEMA_VERSION};
"""
FROM_VERSION_1 = """
BEGIN;
ALTER TABLE jobs ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE jobs ADD COLUMN cancel_asked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN fetched INTEGER NOT NULL DEFAULT 0;
UPDATE jobs SET id = job;
PRAGMA user_version = 2;
COMMIT;
"""
FROM_VERSION_2 = """
BEGIN;
ALTER TABLE jobs ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal';
ALTER TABLE jobs ADD COLUMN engine TEXT NOT NULL DEFAULT '';
PRAGMA user_version = 3;
COMMIT;
"""
STEPS = {0: (SCHEMA,), 1: (FROM_VERSION_1, FROM_VERSION_2), 2: (FROM_VERSION_2,), SCHEMA_VERSION: ()}
"""From each version to this one; 0: nothing there yet."""
COLUMNS = (
    "job, owner, digest, sequence, state, losses, failure, size, sha256, id, cancel_asked, fetched, priority, engine"
)
MAX_KEPT_JOBS = 10_000


class Journal:
    """Held exclusively while open, so two servers cannot share it.

    Raises ServeError for a journal that is held by another server, damaged, or of an unknown version.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._rows = sqlite3.connect(path, timeout=0.2)
            self._take_hold()
        except sqlite3.OperationalError as error:
            raise ServeError(
                f"The store's journal {path} cannot be used: {error}.",
                "If another Kinescore server uses this store, stop it, or choose another folder with `--store DIR`.",
            ) from error
        except sqlite3.DatabaseError as error:
            raise self._damage(str(error)) from error

    def close(self) -> None:
        """Let go of it."""
        self._rows.close()

    def write(self, job: Job, finished_at: float | None) -> None:
        """Keep the job as it is now; finished_at in seconds since 1970, None while it is not final."""
        failure = None if job.failure is None else dump(to_plain(job.failure)).decode()
        row = (job.job, job.owner, job.digest, job.sequence, job.state.value, job.losses, failure, job.size, job.sha256)
        with self._rows:
            self._rows.execute(
                f"INSERT OR REPLACE INTO jobs ({COLUMNS}, finished_at) VALUES ({','.join('?' * 15)})",
                (*row, job.id, job.cancel_asked, job.fetched, job.priority.value, job.engine, finished_at),
            )

    def finished_at(self, job: str) -> float | None:
        """Return when the job became final, in seconds since 1970."""
        found = self._rows.execute("SELECT finished_at FROM jobs WHERE job = ?", (job,)).fetchone()
        return None if found is None else found[0]

    def forget(self, jobs: Iterable[str]) -> None:
        """Drop these jobs, all or none."""
        with self._rows:
            self._rows.executemany("DELETE FROM jobs WHERE job = ?", [(job,) for job in jobs])

    def jobs(self) -> tuple[Job, ...]:
        """Return every job, in order of arrival. Raises ServeError where a row is none."""
        try:
            return tuple(map(_job_from, self._rows.execute(f"SELECT {COLUMNS} FROM jobs ORDER BY sequence")))
        except (sqlite3.DatabaseError, FormatError, ValueError, TypeError) as error:
            raise self._damage(str(error)) from error

    def finished(self) -> list[tuple[str, str, int, float, bool]]:
        """Return (job, owner, size, finished_at, wanted) of all finished jobs, newest first; wanted: done and not
        fetched."""
        return [
            (job, owner, size, finished_at, bool(wanted))
            for job, owner, size, finished_at, wanted in self._rows.execute(
                "SELECT job, owner, size, finished_at, state = 'done' AND NOT fetched FROM jobs "
                "WHERE finished_at IS NOT NULL ORDER BY finished_at DESC"
            )
        ]

    def copy_to(self, path: Path) -> None:
        """Write a copy of the journal as it is now."""
        self._rows.execute("VACUUM INTO ?", (str(path),))

    def unfetched(self, since: float, owner: str | None = None) -> tuple[int, int]:
        """Return how many results `since` then, s since 1970, of all or of one owner, nobody has fetched yet, and their
        bytes."""
        count, size = self._rows.execute(
            "SELECT count(*), coalesce(sum(size), 0) FROM jobs "
            "WHERE state = 'done' AND NOT fetched AND finished_at >= ? AND (? IS NULL OR owner = ?)",
            (since, owner, owner),
        ).fetchone()
        return count, size

    def _take_hold(self) -> None:
        self._rows.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._rows.execute("PRAGMA journal_mode = WAL")
        self._rows.execute("PRAGMA synchronous = FULL")
        (version,) = self._rows.execute("PRAGMA user_version").fetchone()
        if version not in STEPS:
            raise ServeError(
                f"The store's journal {self._path} is of version {version}; this server reads versions 1 to "
                f"{SCHEMA_VERSION}.",
                "Choose another folder with `--store DIR`.",
            )
        for step in STEPS[version]:
            self._rows.executescript(step)
        with self._rows:
            self._rows.execute("UPDATE jobs SET sequence = sequence WHERE 0")  # take the lock now
        (verdict,) = self._rows.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise self._damage(verdict)

    def _damage(self, what: str) -> ServeError:
        return ServeError(
            f"The store's journal {self._path} is damaged: {what}.",
            f"Put a backup in its place, or move it away: the server then starts without jobs, and moves the results "
            f"to {self._path.parent / 'quarantine'}.",
        )


def _job_from(row: tuple[str, str, str, int, str, int, str | None, int, str, str, int, int, str, str]) -> Job:
    job, owner, digest, sequence, state, losses, failure, size, sha256, job_id = row[:10]
    cancel_asked, fetched, priority, engine = row[10:]
    reason = None if failure is None else from_plain(Failure, parse(failure, "journal"), "journal")
    return Job(
        job=job,
        id=job_id,
        owner=owner,
        digest=digest,
        sequence=sequence,
        state=JobState(state),
        losses=losses,
        failure=reason,
        size=size,
        sha256=sha256,
        cancel_asked=bool(cancel_asked),
        fetched=bool(fetched),
        priority=Priority(priority),
        engine=engine,
    )
