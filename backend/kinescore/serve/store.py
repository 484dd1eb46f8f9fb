"""The jobs on disk: the journal, and one file for each request and result. What is in it survives a kill -9.

kinescore-store  says whose folder this is
jobs.sqlite      the journal
requests/JOB     the encoded request as it came, until the job is final
results/JOB      the Take archive
quarantine/      files that no job owns, moved there at the start
backups/DATE     stores as they were
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kinescore.files.atomic_file import keep_names, write_atomically, write_beside
from kinescore.serve.errors import disk_error
from kinescore.serve.events import Job
from kinescore.serve.journal import MAX_KEPT_JOBS, Journal
from kinescore.serve.store_folder import JOURNAL, MARKED, MARKER, is_job_file, open_folder, set_aside
from kinescore.wire.messages import JobState

PARTS = ("requests", "results")
UNFETCHED_SECONDS = 3600.0
"""A result waits at least so long for its owner, unless the store keeps everything shorter."""


class Store:
    """The journal and the files of one server. Methods raise StoreError when the disk fails."""

    def __init__(self, folder: Path) -> None:
        open_folder(folder, PARTS)
        self._requests, self._results = (folder / part for part in PARTS)
        self._journal = Journal(folder / JOURNAL)
        try:
            set_aside(folder, PARTS, {job.job for job in self._journal.jobs()})
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the journal."""
        self._journal.close()

    def request_path(self, job: str) -> Path:
        """Return where the job's request is."""
        return self._requests / job

    def result_path(self, job: str) -> Path:
        """Return where the job's result belongs."""
        return self._results / job

    def write_request(self, job: str, request: bytes) -> Path:
        """Write a request down beside its place and return where; from any thread. `add` puts it there."""
        with _disk_errors():
            return write_beside(self.request_path(job), request)

    def add(self, job: Job, written: Path) -> None:
        """Keep a new job and its request, which is written; when this returns, a power cut does not lose it."""
        path = self.request_path(job.job)
        with _disk_errors():
            os.replace(written, path)
            keep_names(path.parent)
            try:
                self._journal.write(job, None)
            except sqlite3.Error:
                path.unlink(missing_ok=True)
                raise

    def record(self, job: Job, wall_time: float) -> None:
        """Keep the job as it is now; `wall_time` in seconds since 1970 dates its end."""
        with _disk_errors():
            before = self._journal.finished_at(job.job)
            self._journal.write(job, (wall_time if before is None else before) if job.state.is_final else None)
            if job.state.is_final:
                self.request_path(job.job).unlink(missing_ok=True)
            if job.state is not JobState.RUNNING:
                for half_written in self._results.glob(f"{job.job}.*.part"):
                    half_written.unlink(missing_ok=True)

    def forget(self, jobs: Sequence[str]) -> None:
        """Forget these jobs, all at once, and delete their files."""
        with _disk_errors():
            self._journal.forget(jobs)
            for job in jobs:
                self.request_path(job).unlink(missing_ok=True)
                self.result_path(job).unlink(missing_ok=True)

    def jobs(self) -> tuple[Job, ...]:
        """Return every job, in order of arrival. Raises ServeError for a journal that is damaged."""
        return self._journal.jobs()

    def overdue(
        self, wall_time: float, keep_seconds: float, quota_bytes: int, quota_of: Callable[[str], int]
    ) -> list[str]:
        """Return the finished jobs to forget: those too old, then the oldest until the rest fits the quota of all and
        that of its owner.

        A result that its owner has not fetched yet has its UNFETCHED_SECONDS, whatever room it takes.
        """
        kept, overdue = 0, []
        kept_bytes = Counter[str]()  # by owner
        for job, owner, size, finished_at, wanted in self._journal.finished():
            age = wall_time - finished_at
            fits = kept_bytes.total() + size <= quota_bytes and kept_bytes[owner] + size <= quota_of(owner)
            has_room = fits and kept < MAX_KEPT_JOBS
            if age <= keep_seconds and (has_room or (wanted and age <= UNFETCHED_SECONDS)):
                kept_bytes[owner] += size
                kept += 1
            else:
                overdue.append(job)
        return overdue

    def is_full(self, wall_time: float, quota_bytes: int, owner: str | None = None) -> bool:
        """Whether results, of all or of one owner, that nobody has fetched yet, and that have their time still, fill
        the quota."""
        count, size = self._journal.unfetched(wall_time - UNFETCHED_SECONDS, owner)
        return size >= quota_bytes or count >= MAX_KEPT_JOBS

    def back_up(self, name: str) -> Path:
        """Put the journal, the requests and the results as they are into `backups/NAME` and return that folder.

        Requests and results never change, so theirs are links, which take no room and no time.
        """
        folder = self._results.parent / "backups" / name
        with _disk_errors():
            folder.mkdir(mode=0o700, parents=True)
            for part in (self._requests, self._results):
                (folder / part.name).mkdir(mode=0o700)
                for path in part.iterdir():
                    if is_job_file(path):
                        os.link(path, folder / part.name / path.name)
            self._journal.copy_to(folder / JOURNAL)
            write_atomically(folder / MARKER, MARKED)
        return folder.resolve()

    def unfetched_bytes(self) -> int:
        """Return how large the results are that nobody has fetched yet."""
        return self._journal.unfetched(since=0.0)[1]

    def read_result(self, job: str, offset: int, length: int) -> bytes:
        """Return a piece of the job's Take archive."""
        with _disk_errors(), open(self.result_path(job), "rb") as result:
            result.seek(offset)
            return result.read(length)


@contextmanager
def _disk_errors() -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise disk_error(error) from error
