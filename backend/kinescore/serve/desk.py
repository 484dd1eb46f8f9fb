"""What clients are answered: one reply to each call, in the board's and the store's words."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kinescore import __version__
from kinescore.errors import KinescoreError
from kinescore.serve.board import Board
from kinescore.serve.config import ServeConfig
from kinescore.serve.events import CancelAsked, Event, Fetched, Job, Submitted
from kinescore.serve.intake import Arrival, Intake
from kinescore.serve.logs import audit
from kinescore.serve.machine import MachineProbe, free_memory
from kinescore.serve.snapshot import LATEST_JOBS, JobLine, Snapshot, Tally
from kinescore.serve.store import Store
from kinescore.wire.errors import Busy, WireError
from kinescore.wire.messages import (
    AskMachine,
    AskStatus,
    Call,
    Cancel,
    Chunk,
    EngineInfo,
    Failure,
    Fetch,
    Hello,
    JobList,
    JobState,
    JobStatus,
    ListJobs,
    Machine,
    Reply,
    Welcome,
)

FULL_RETRY_SECONDS = 30.0


class Desk:
    """client_of: what a keeper calls an owner of jobs. happen: tells the board what a call means, and has it carried
    out. engines: what the workers play, once known.

    Its methods raise KinescoreError for what is refused.
    """

    def __init__(
        self,
        board: Board,
        store: Store,
        intake: Intake,
        config: ServeConfig,
        client_of: Callable[[str], str],
        happen: Callable[[Event], None],
    ) -> None:
        self._board, self._store, self._intake = board, store, intake
        self._config, self._client_of = config, client_of
        self._happen = happen
        self._probe = MachineProbe()
        self.engines: tuple[EngineInfo, ...] = ()

    def obey(self, call: Call, owner: str) -> Reply:
        """Return the reply to any call but a submission."""
        now = time.monotonic()
        match call:
            case Hello():
                return Welcome(__version__, self._config.limits, self.engines, self._config.workers)
            case AskStatus(job):
                return self._board.status(self._board.jobs.find(owner, job), now)
            case Fetch():
                return self._fetch(call, owner)
            case Cancel(job):
                self._happen(CancelAsked(self._board.jobs.find(owner, job).job))
                audit("cancel", self._client_of(owner), job=job)
                return self._board.status(self._board.jobs.find(owner, job), now)
            case AskMachine():
                return Machine(self._probe.gpus(), free_memory(), *self._board.load())
            case ListJobs():
                return JobList(tuple(self._board.status(job, now) for job in self._board.jobs.of(owner)))
        raise WireError("A request is not answered at once.")

    def receive(self, arrival: Arrival) -> JobStatus | None:
        """Take in a request as it came, the cheapest questions first; a new one goes to be looked through."""
        job, is_new = self._admit(arrival)
        if not is_new:
            return self._board.status(job, time.monotonic())
        self._require_room(arrival.owner)
        self._intake.offer(replace(arrival, job=job.job))
        return None

    def accept(self, arrival: Arrival, written: Path) -> Reply:
        """The job is on disk before anyone is told that it is accepted."""
        try:
            job, is_new = self._admit(arrival)
            if is_new:
                job = replace(job, engine=arrival.call.request.engine)
                self._store.add(job, written)
                self._happen(Submitted(job))
                audit("submit", self._client_of(job.owner), job=job.id, bytes=len(arrival.call.request.array))
            return self._board.status(self._board.jobs.find(arrival.owner, arrival.call.job), time.monotonic())
        except KinescoreError as error:
            return Failure.of(error)
        finally:
            written.unlink(missing_ok=True)

    def _admit(self, arrival: Arrival) -> tuple[Job, bool]:
        owner, call = arrival.owner, arrival.call
        return self._board.admit(
            owner, call.job, call.digest, call.priority, self._config.quotas.get(self._client_of(owner))
        )

    def snapshot(self, address: str, started_at: float, ready: int, tally: Tally) -> Snapshot:
        """Return how everything is now."""
        queued, running = self._board.load()
        now = time.monotonic()
        return Snapshot(
            version=__version__,
            address=address,
            started_at=started_at,
            at=time.time(),
            workers=self._config.workers,
            ready=ready,
            engines=self.engines,
            queued=queued,
            running=running,
            finished=dict(tally.finished),
            submitted=tally.submitted,
            lost_workers=tally.lost_workers,
            refused_calls=tally.refused_calls,
            unfetched_bytes=self._store.unfetched_bytes(),
            quota_bytes=self._config.quota_bytes,
            gpus=self._probe.gpus(),
            free_memory_bytes=free_memory(),
            jobs=tuple(self._line(job, now) for job in self._board.jobs.latest(LATEST_JOBS)),
        )

    def _line(self, job: Job, now: float) -> JobLine:
        status = self._board.status(job, now)
        return JobLine(
            job.id[:8], self._client_of(job.owner), status.state, status.phase, status.fraction, job.priority
        )

    def room_of(self, owner: str) -> int:
        """Return how many bytes the results of one owner may take."""
        return self._config.result_bytes_of(self._client_of(owner))

    def _require_room(self, owner: str) -> None:
        if self._store.is_full(time.time(), self._config.quota_bytes):
            raise Busy("The server's store is full of results that nobody has fetched yet.", FULL_RETRY_SECONDS)
        if self._store.is_full(time.time(), self.room_of(owner), owner):
            raise Busy("Your room at the server is full of results that you have not fetched yet.", FULL_RETRY_SECONDS)

    def _fetch(self, call: Fetch, owner: str) -> Chunk:
        job = self._board.jobs.find(owner, call.job)
        if job.state is not JobState.DONE:
            raise WireError(f"Job {job.id} is {job.state.value}; there is no result to fetch.", code="not_ready")
        if call.offset >= job.size:
            raise WireError(f"The result has {job.size} bytes; there is none at {call.offset}.")
        data = self._store.read_result(job.job, call.offset, call.length)
        if call.offset + len(data) == job.size:
            self._happen(Fetched(job.job))
        return Chunk(job.id, call.offset, job.size, job.sha256, data)
