"""Every job, and what is to be done next: a pure state machine without sockets, files, processes or a clock.

Events go in, actions come out. `now` is in seconds on any clock that never goes back.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kinescore.serve.events import (
    Action,
    AskToStop,
    CancelAsked,
    Event,
    Failed,
    Finished,
    Forgotten,
    Job,
    Kill,
    Record,
    Remove,
    Reported,
    Restored,
    ShuttingDown,
    Start,
    Stopped,
    Submitted,
    Ticked,
    WorkerDied,
    WorkerReady,
)
from kinescore.wire.errors import Busy, WireError
from kinescore.wire.messages import Failure, JobState, JobStatus, Limits

MAX_LOSSES = 2
"""A job that has lost so many workers fails, so that one poisonous job cannot eat the pool."""
LISTED_JOBS = 100
RETRY_AFTER_SECONDS = 2.0
GUESSABLE_FRACTION = 0.05
"""From this fraction on, the time left is guessed from the time taken."""


@dataclass
class Run:
    """A job on a worker. cancelled_at, killed_for: when it was told to stop, why its worker was killed."""

    job: str
    started: float
    last_step: float
    phase: str = "starting"
    fraction: float = 0.0
    cancelled_at: float | None = None
    killed_for: str = ""


class Board:
    """Owns order, attempts, cancellation and deadlines. A final state never changes; a job is never on two workers."""

    def __init__(self, limits: Limits, step_timeout_seconds: float, stop_grace_seconds: float) -> None:
        self._limits = limits
        self._step_timeout = step_timeout_seconds
        self._stop_grace = stop_grace_seconds
        self._jobs: dict[str, Job] = {}
        self._queue: list[tuple[int, str]] = []  # (sequence, job), in order
        self._runs: dict[str, Run] = {}  # by worker
        self._idle: list[str] = []
        self._next_sequence = 0
        self._seconds_per_job: float | None = None

    # Questions: nothing changes.

    def admit(self, owner: str, job: str, digest: str) -> tuple[Job, bool]:
        """Return the job that a submission means, and whether it is new (then journal it, and say Submitted).

        Raises Busy, or WireError with code "conflict" when the id stands for something else.
        """
        known = self._jobs.get(job)
        if known is not None:
            if (known.owner, known.digest) != (owner, digest):
                raise WireError(
                    f"Job {job} exists with another request.", "Send a new request under a new id.", code="conflict"
                )
            return known, False
        unfinished = [self._jobs[name] for _, name in self._queue] + [self._jobs[r.job] for r in self._runs.values()]
        if len(unfinished) >= self._limits.jobs:
            raise Busy(f"The server has {len(unfinished)} jobs waiting and takes no more.", RETRY_AFTER_SECONDS)
        own = sum(other.owner == owner for other in unfinished)
        if own >= self._limits.jobs_per_client:
            raise Busy(f"You have {own} jobs waiting on this server and it takes no more.", RETRY_AFTER_SECONDS)
        return Job(job, owner, digest, self._next_sequence), True

    def find(self, owner: str, job: str) -> Job:
        """Return the owner's job. Raises WireError, code "unknown_job", also for jobs of others."""
        found = self._jobs.get(job)
        if found is None or found.owner != owner:
            raise WireError(
                f"The server does not know job {job}: it was never sent, or its result has expired.",
                "Generate again.",
                code="unknown_job",
            )
        return found

    def status(self, job: Job, now: float) -> JobStatus:
        """Return how the job is."""
        if job.state is JobState.QUEUED:
            ahead = self._queue.index((job.sequence, job.job))
            return JobStatus(job.job, job.state, "queued", 0.0, ahead, self._queue_eta(ahead, now))
        if job.state is JobState.RUNNING:
            run = next(run for run in self._runs.values() if run.job == job.job)
            return JobStatus(job.job, job.state, run.phase, run.fraction, None, self._run_eta(run, now))
        fraction = 1.0 if job.state is JobState.DONE else 0.0
        return JobStatus(job.job, job.state, job.state.value, fraction, None, None, job.failure)

    def jobs_of(self, owner: str) -> tuple[Job, ...]:
        """Return the owner's newest jobs, oldest first."""
        return tuple([job for job in self._jobs.values() if job.owner == owner][-LISTED_JOBS:])

    # Events.

    def handle(self, event: Event, now: float) -> list[Action]:
        """Take in what happened and return what is to be done. What comes from a worker too late is ignored."""
        return [*self._take_in(event, now), *self._start_idle_workers(now)]

    def _take_in(self, event: Event, now: float) -> Sequence[Action]:
        match event:
            case Restored(jobs):
                return [action for job in jobs for action in self._restore(job)]
            case Submitted(job):
                return self._restore(job)
            case CancelAsked(job):
                return self._cancel(self._jobs[job], now)
            case Ticked():
                return [action for worker, run in self._runs.items() for action in self._check(worker, run, now)]
            case Forgotten(job):
                del self._jobs[job]
                return [Remove(job)]
            case ShuttingDown():
                self._idle.clear()
                return [self._enqueue(self._jobs[self._runs.pop(worker).job]) for worker in list(self._runs)]
            case WorkerReady(worker):
                self._idle.append(worker)
                return []
            case WorkerDied(worker, reason):
                return self._lose_worker(worker, reason)
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
                self._learn_duration(now - run.started)
                return [self._set(replace(job, state=JobState.DONE, size=size, sha256=sha256))]
            case Failed(failure=failure):
                return [self._set(replace(job, state=JobState.FAILED, failure=failure))]
            case Stopped():
                return [self._set(replace(job, state=JobState.CANCELLED))]

    def _restore(self, job: Job) -> Sequence[Action]:
        self._next_sequence = max(self._next_sequence, job.sequence + 1)
        self._jobs[job.job] = job
        if job.state is JobState.QUEUED:
            insort(self._queue, (job.sequence, job.job))
        elif job.state is JobState.RUNNING:  # the server was killed, and its worker with it
            return [self._count_loss(job, "was lost together with the server")]
        return []

    def _cancel(self, job: Job, now: float) -> Sequence[Action]:
        if job.state is JobState.QUEUED:
            self._queue.remove((job.sequence, job.job))
            return [self._set(replace(job, state=JobState.CANCELLED))]
        for worker, run in self._runs.items():
            if run.job == job.job and run.cancelled_at is None:
                run.cancelled_at = now
                return [AskToStop(worker, job.job)]
        return []

    def _check(self, worker: str, run: Run, now: float) -> Sequence[Action]:
        if run.killed_for:
            return []
        if run.cancelled_at is not None and now - run.cancelled_at > self._stop_grace:
            run.killed_for = "did not stop when told to"
        elif now - run.last_step > self._step_timeout:
            run.killed_for = f"made no progress for {self._step_timeout:g} s"
        return [Kill(worker)] if run.killed_for else []

    def _lose_worker(self, worker: str, reason: str) -> Sequence[Action]:
        if worker in self._idle:
            self._idle.remove(worker)
        run = self._runs.pop(worker, None)
        if run is None:
            return []
        job = self._jobs[run.job]
        if run.cancelled_at is not None:
            return [self._set(replace(job, state=JobState.CANCELLED))]
        return [self._count_loss(job, run.killed_for or reason)]

    def _count_loss(self, job: Job, reason: str) -> Record:
        job = replace(job, losses=job.losses + 1)
        if job.losses < MAX_LOSSES:
            return self._enqueue(job)
        failure = Failure(
            "worker_lost",
            f"The job lost {job.losses} workers; the last one {reason}.",
            "The job may need more memory or time than the server has: try a shorter range or another engine.",
        )
        return self._set(replace(job, state=JobState.FAILED, failure=failure))

    def _enqueue(self, job: Job) -> Record:
        insort(self._queue, (job.sequence, job.job))
        return self._set(replace(job, state=JobState.QUEUED))

    def _start_idle_workers(self, now: float) -> list[Action]:
        actions: list[Action] = []
        while self._idle and self._queue:
            worker, (_, name) = self._idle.pop(0), self._queue.pop(0)
            self._runs[worker] = Run(name, started=now, last_step=now)
            actions += [self._set(replace(self._jobs[name], state=JobState.RUNNING)), Start(worker, name)]
        return actions

    def _set(self, job: Job) -> Record:
        self._jobs[job.job] = job
        return Record(job)

    # Estimates.

    def _learn_duration(self, seconds: float) -> None:
        known = self._seconds_per_job
        self._seconds_per_job = seconds if known is None else 0.7 * known + 0.3 * seconds

    def _run_eta(self, run: Run, now: float) -> float | None:
        taken = now - run.started
        if run.fraction >= GUESSABLE_FRACTION:
            return taken * (1 - run.fraction) / run.fraction
        return None if self._seconds_per_job is None else max(self._seconds_per_job - taken, 0.0)

    def _queue_eta(self, ahead: int, now: float) -> float | None:
        """Jobs start in order as workers come free: whole rounds of average jobs, after the run that ends first."""
        if self._seconds_per_job is None or not self._runs:
            return None
        rounds, place = divmod(ahead, len(self._runs))
        left = sorted(self._run_eta(run, now) or 0.0 for run in self._runs.values())
        return left[place] + (rounds + 1) * self._seconds_per_job
