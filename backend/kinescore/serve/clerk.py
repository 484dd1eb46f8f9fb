"""Who carries out what the board decides: tells it what happens, journals the jobs, gives workers their orders."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from kinescore.serve.board import Board
from kinescore.serve.errors import StoreError
from kinescore.serve.events import (
    Action,
    AskToStop,
    Event,
    Forgotten,
    Job,
    Kill,
    Record,
    Start,
    Submitted,
    Ticked,
    WorkerDied,
)
from kinescore.serve.logs import audit
from kinescore.serve.pipe import Compose, Part, StopComposing
from kinescore.serve.pool import Pool
from kinescore.serve.snapshot import Tally
from kinescore.serve.store import Store

SWEEP_SECONDS = 60.0

log = logging.getLogger(__name__)


class Clerk:
    """client_of: what an owner is called in the audit log. tally: what has happened since the start."""

    def __init__(self, board: Board, store: Store, pool: Pool, client_of: Callable[[str], str]) -> None:
        self._board, self._store, self._pool, self._client_of = board, store, pool, client_of
        self.tally = Tally()
        self._unrecorded: dict[str, Job] = {}
        self._next_sweep = 0.0

    def happen(self, event: Event) -> None:
        """Tell the board, and do what it wants done."""
        self.tally.submitted += isinstance(event, Submitted)
        self.tally.lost_workers += isinstance(event, WorkerDied)
        for action in self._board.handle(event, time.monotonic()):
            self._carry_out(action)

    def tick(self, overdue: Callable[[float], list[str]]) -> None:
        """Time has passed. overdue: which finished jobs are to be forgotten, at a time in s since 1970."""
        now = time.monotonic()
        self.happen(Ticked())
        for job in list(self._unrecorded.values()):
            self._record(job)
        if now >= self._next_sweep:
            self._next_sweep = now + SWEEP_SECONDS
            self._forget(overdue(time.time()))

    def _carry_out(self, action: Action) -> None:
        match action:
            case Record(job):
                self._record(job)
                if job.state.is_final and not job.fetched:
                    self.tally.finished[job.state] += 1
                    audit(job.state.value, self._client_of(job.owner), job=job.id)
            case Start(worker, jobs):
                self._pool.order(worker, Compose(tuple(map(self._part, jobs))))
            case AskToStop(worker, job):
                self._pool.order(worker, StopComposing(job))
            case Kill(worker):
                self._pool.kill(worker)

    def _part(self, job: str) -> Part:
        return Part(job, str(self._store.request_path(job)), str(self._store.result_path(job)))

    def _record(self, job: Job) -> None:
        """Journal the job; without room, go on and try later. A kill before that only means to do the job again."""
        try:
            self._store.record(job, time.time())
            self._unrecorded.pop(job.job, None)
        except StoreError as error:
            if job.job not in self._unrecorded:
                log.error("job %s is %s, which could not be journalled: %s", job.job, job.state.value, error)
            self._unrecorded[job.job] = job

    def _forget(self, over: list[str]) -> None:
        """Forget what is over; a disk that fails at it is asked again at the next sweep."""
        if over:
            try:
                self._store.forget(over)
            except StoreError:
                log.exception("%d finished jobs could not be forgotten", len(over))
                return
            log.info("%d finished jobs were forgotten: older than the store keeps them, or beyond its quota", len(over))
            self.happen(Forgotten(tuple(over)))
