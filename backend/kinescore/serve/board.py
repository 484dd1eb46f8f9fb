"""Every job, and what is to be done next: a pure state machine without sockets, files, processes or a clock.

Events go in, actions come out. `now` is in seconds on any clock that never goes back.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from kinescore.serve.durations import Durations, Run
from kinescore.serve.events import (
    LOCAL_OWNER,
    Action,
    AskToStop,
    CancelAsked,
    DrainAsked,
    Event,
    Failed,
    Fetched,
    Finished,
    Forgotten,
    Job,
    Kill,
    Record,
    Reported,
    Restored,
    ShuttingDown,
    Start,
    Stopped,
    Submitted,
    Ticked,
    WorkerDied,
    WorkerReady,
    WorkerUnfit,
)
from kinescore.serve.line import Line
from kinescore.serve.quotas import Quota
from kinescore.wire.errors import Busy, WireError
from kinescore.wire.messages import Failure, JobState, JobStatus, Limits, Priority

OUTSIDE_PATIENCE = 2
"""So many times as many workers may be lost to kills from outside, which are seldom the job's fault."""
LISTED_JOBS = 100
RETRY_AFTER_SECONDS = 2.0


class Board:
    """Owns order, attempts, cancellation and deadlines. A final state never changes; a job is never on two workers."""

    def __init__(self, limits: Limits, attempts: int, step_timeout_seconds: float, stop_grace_seconds: float) -> None:
        """attempts: a job that has lost so many workers fails, so that a poisonous one cannot eat the pool."""
        self._limits = limits
        self._attempts = attempts
        self._step_timeout = step_timeout_seconds
        self._stop_grace = stop_grace_seconds
        self._jobs: dict[str, Job] = {}
        self._names: dict[tuple[str, str], str] = {}  # (owner, id): the job's name here
        self._line = Line()
        self._places: dict[str, int] | None = None  # of the jobs that wait, while nothing changes it
        self._runs: dict[str, Run] = {}  # by worker
        self._idle: list[str] = []
        self._played: dict[str, str] = {}  # the engine of each worker's last job: its model is at hand
        self._next_sequence = 0
        self._durations = Durations()
        self._is_draining = False

    # Questions: nothing changes.

    def admit(
        self, owner: str, job_id: str, digest: str, asked: Priority = Priority.NORMAL, quota: Quota | None = None
    ) -> tuple[Job, bool]:
        """Return the job that a submission means, and whether it is new (then journal it, and say Submitted).

        quota: the owner's, where it is not what all have. Raises Busy, or WireError: code "conflict" when its owner has
        used the id for something else, "not_allowed" for a priority above the quota's.
        """
        name = self._names.get((owner, job_id))
        if name is not None:
            known = self._jobs[name]
            if known.digest != digest:
                raise WireError(
                    f"Job {job_id} exists with another request.", "Send a new request under a new id.", code="conflict"
                )
            return known, False
        quota = quota or Quota(self._limits.jobs_per_client)
        priority = quota.granted(asked)
        unfinished = len(self._line) + len(self._runs)
        if unfinished >= self._limits.jobs:
            raise Busy(f"The server has {unfinished} jobs waiting and takes no more.", RETRY_AFTER_SECONDS)
        own = self._line.of(owner) + self._playing()[owner]
        if own >= quota.jobs:
            raise Busy(f"You have {own} jobs waiting on this server and it takes no more.", RETRY_AFTER_SECONDS)
        return Job(_name_of(owner, job_id), job_id, owner, digest, self._next_sequence, priority=priority), True

    def find(self, owner: str, job_id: str) -> Job:
        """Return the owner's job. Raises WireError, code "unknown_job", also for jobs of others."""
        name = self._names.get((owner, job_id))
        if name is None:
            raise WireError(
                f"The server does not know job {job_id}: it was never sent, or its result has expired.",
                "Generate again.",
                code="unknown_job",
            )
        return self._jobs[name]

    def status(self, job: Job, now: float) -> JobStatus:
        """Return how the job is."""
        if job.state is JobState.QUEUED:
            ahead = self._place(job)
            return JobStatus(
                job.id,
                job.state,
                "queued",
                0.0,
                ahead,
                self._durations.until_queued_ends(ahead, self._runs.values(), now),
            )
        if job.state is JobState.RUNNING:
            run = next(run for run in self._runs.values() if run.job == job.job)
            return JobStatus(job.id, job.state, run.phase, run.fraction, None, self._durations.until_run_ends(run, now))
        fraction = 1.0 if job.state is JobState.DONE else 0.0
        return JobStatus(job.id, job.state, job.state.value, fraction, None, None, job.failure)

    def named(self, name: str) -> Job:
        """Return the job by the server's own name for it, whose ever it is. Raises WireError, code "unknown_job"."""
        if name not in self._jobs:
            raise WireError(f"There is no job {name}.", "`kinescore admin jobs` lists them.", code="unknown_job")
        return self._jobs[name]

    @property
    def is_drained(self) -> bool:
        """Whether no job is to be started, and none runs."""
        return self._is_draining and not self._runs

    def load(self) -> tuple[int, int]:
        """Return how many jobs of all clients are queued, and how many run."""
        return len(self._line), len(self._runs)

    def jobs_of(self, owner: str) -> tuple[Job, ...]:
        """Return the owner's newest jobs, oldest first."""
        return tuple([job for job in self._jobs.values() if job.owner == owner][-LISTED_JOBS:])

    def latest(self, number: int) -> tuple[Job, ...]:
        """Return the newest jobs of all owners, newest first."""
        return tuple(islice(reversed(self._jobs.values()), number))

    # Events.

    def handle(self, event: Event, now: float) -> list[Action]:
        """Take in what happened and return what is to be done. What comes from a worker too late is ignored."""
        if not isinstance(event, Reported | Ticked):
            self._places = None
        return [*self._take_in(event, now), *self._start_idle_workers(now)]

    def _take_in(self, event: Event, now: float) -> Sequence[Action]:
        match event:
            case Restored(jobs):
                return [action for job in jobs for action in self._restore(job)]
            case Submitted(job):
                return self._restore(job)
            case CancelAsked(job):
                return self._cancel(self._jobs[job], now)
            case DrainAsked():
                self._is_draining = True
                return []
            case Fetched(job):
                return [] if self._jobs[job].fetched else [self._set(replace(self._jobs[job], fetched=True))]
            case Ticked():
                return [action for worker, run in self._runs.items() for action in self._check(worker, run, now)]
            case Forgotten(jobs):
                for job in jobs:
                    over = self._jobs.pop(job)
                    del self._names[over.owner, over.id]
                return []
            case ShuttingDown():
                self._idle.clear()
                return [self._take_back(self._jobs[self._runs.pop(worker).job]) for worker in list(self._runs)]
            case WorkerReady(worker):
                self._idle.append(worker)
                return []
            case WorkerUnfit():
                return []
            case WorkerDied():
                return self._lose_worker(event)
            case Reported() | Finished() | Failed() | Stopped():
                return self._take_in_progress(event, now)

    def _take_in_progress(self, event: Reported | Finished | Failed | Stopped, now: float) -> Sequence[Action]:
        run = self._runs.get(event.worker)
        if run is None or run.job != event.job:
            return []
        if isinstance(event, Reported):
            run.phase, run.fraction, run.last_step = event.phase, event.fraction, now
            return []
        del self._runs[event.worker]
        if not run.killed_for:  # a dying worker gets no other job to take with it
            self._idle.append(event.worker)
        job = self._jobs[event.job]
        match event:
            case Finished(size=size, sha256=sha256):  # also after a cancel: what is done is done
                self._durations.learn(now - run.started)
                return [self._set(replace(job, state=JobState.DONE, size=size, sha256=sha256))]
            case Failed(failure=failure):
                return [self._set(replace(job, state=JobState.FAILED, failure=failure))]
            case Stopped():
                return [self._set(replace(job, state=JobState.CANCELLED))]

    def _restore(self, job: Job) -> Sequence[Action]:
        self._next_sequence = max(self._next_sequence, job.sequence + 1)
        self._jobs[job.job] = job
        self._names[job.owner, job.id] = job.job
        if job.state is JobState.QUEUED:
            self._line.add(job)
        elif job.state is JobState.RUNNING:  # the server was killed, and its worker with it: not the job's fault
            return [self._take_back(job)]
        return []

    def _cancel(self, job: Job, now: float) -> Sequence[Action]:
        if job.state is JobState.QUEUED:
            self._line.remove(job)
            return [self._set(replace(job, state=JobState.CANCELLED))]
        for worker, run in self._runs.items():
            if run.job == job.job and run.cancelled_at is None:
                run.cancelled_at = now
                return [self._set(replace(job, cancel_asked=True)), AskToStop(worker, job.job)]
        return []

    def _check(self, worker: str, run: Run, now: float) -> Sequence[Action]:
        if run.killed_for:
            return []
        if run.cancelled_at is not None and now - run.cancelled_at > self._stop_grace:
            run.killed_for = "did not stop when told to"
        elif now - run.last_step > self._step_timeout:
            run.killed_for = f"made no progress for {self._step_timeout:g} s"
        return [Kill(worker)] if run.killed_for else []

    def _lose_worker(self, death: WorkerDied) -> Sequence[Action]:
        if death.worker in self._idle:
            self._idle.remove(death.worker)
        self._played.pop(death.worker, None)
        run = self._runs.pop(death.worker, None)
        if run is None:
            return []
        job = self._jobs[run.job]
        if run.cancelled_at is not None:
            return [self._set(replace(job, state=JobState.CANCELLED))]
        most = self._attempts * (OUTSIDE_PATIENCE if death.from_outside and not run.killed_for else 1)
        return [self._count_loss(job, run.killed_for or death.reason, most)]

    def _count_loss(self, job: Job, reason: str, most: int) -> Record:
        job = replace(job, losses=job.losses + 1)
        if job.losses < most:
            return self._enqueue(job)
        failure = Failure(
            "worker_lost",
            f"The job lost {job.losses} workers; the last one {reason}.",
            "The job may need more memory or time than the server has: try a shorter range or another engine.",
        )
        return self._set(replace(job, state=JobState.FAILED, failure=failure))

    def _take_back(self, job: Job) -> Record:
        """The server ends, or has ended, while the job ran: it waits again, unless its owner heard that it stops."""
        return self._set(replace(job, state=JobState.CANCELLED)) if job.cancel_asked else self._enqueue(job)

    def _enqueue(self, job: Job) -> Record:
        self._line.add(job)
        return self._set(replace(job, state=JobState.QUEUED))

    def _start_idle_workers(self, now: float) -> list[Action]:
        actions: list[Action] = []
        while self._idle and self._line and not self._is_draining:
            job = self._jobs[self._line.first(self._playing())]
            worker = self._take_idle(job.engine)
            self._line.start(job)
            self._runs[worker] = Run(job.job, started=now, last_step=now)
            actions += [self._set(replace(job, state=JobState.RUNNING)), Start(worker, job.job)]
        return actions

    def _take_idle(self, engine: str) -> str:
        """Take the worker whose last job was for this engine, else one that has had none yet, else the first."""
        worker = min(self._idle, key=lambda worker: (self._played.get(worker) != engine, worker in self._played))
        self._idle.remove(worker)
        self._played[worker] = engine
        return worker

    def _playing(self) -> Counter[str]:
        """How many jobs of each owner run."""
        return Counter(self._jobs[run.job].owner for run in self._runs.values())

    def _place(self, job: Job) -> int:
        """How many jobs start before this one."""
        if self._places is None:
            self._places = {name: place for place, name in enumerate(self._line.in_turn(self._playing()))}
        return self._places[job.job]

    def _set(self, job: Job) -> Record:
        self._jobs[job.job] = job
        return Record(job)


def _name_of(owner: str, job_id: str) -> str:
    """Owners' ids are apart from each other, so that nobody learns by a conflict which ids others use."""
    return job_id if owner == LOCAL_OWNER else str(uuid.uuid5(uuid.NAMESPACE_OID, f"{owner} {job_id}"))
