"""What is to be done with jobs and workers: a pure state machine without sockets, files, processes or a clock.

Events go in, actions come out. `now` is in seconds on any clock that never goes back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kinescore.serve.companions import side_by_side
from kinescore.serve.crew import Crew, Hand
from kinescore.serve.durations import Durations
from kinescore.serve.events import (
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
from kinescore.serve.jobs import Jobs, name_of
from kinescore.serve.line import Line
from kinescore.serve.quotas import Quota
from kinescore.wire.errors import Busy, WireError
from kinescore.wire.messages import Failure, JobState, JobStatus, Limits, Priority

OUTSIDE_PATIENCE = 2
"""So many times as many workers may be lost to kills from outside, which are seldom the job's fault."""
RETRY_AFTER_SECONDS = 2.0


@dataclass(frozen=True)
class Rules:
    """limits: of unfinished jobs. attempts: a job that has lost so many workers fails, so that a poisonous one cannot
    eat the pool. step_timeout_seconds, stop_grace_seconds: see `Crew`. together: how many jobs a worker plays side by
    side, by engine; one of those that are not named."""

    limits: Limits
    attempts: int
    step_timeout_seconds: float
    stop_grace_seconds: float
    together: Mapping[str, int] = field(default_factory=dict)


class Board:
    """Owns order, attempts, cancellation and deadlines. A final state never changes; a job is never on two workers."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self.jobs = Jobs()
        self._line = Line()
        self._places: dict[str, int] | None = None  # of the jobs that wait, while nothing changes it
        self._crew = Crew(rules.step_timeout_seconds, rules.stop_grace_seconds)
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
        known = self.jobs.sent_as(owner, job_id)
        if known is not None:
            if known.digest != digest:
                raise WireError(
                    f"Job {job_id} exists with another request.", "Send a new request under a new id.", code="conflict"
                )
            return known, False
        limits = self._rules.limits
        quota = quota or Quota(limits.jobs_per_client)
        priority = quota.granted(asked)
        unfinished = len(self._line) + len(self._crew)
        if unfinished >= limits.jobs:
            raise Busy(f"The server has {unfinished} jobs waiting and takes no more.", RETRY_AFTER_SECONDS)
        own = self._line.of(owner) + self._playing()[owner]
        if own >= quota.jobs:
            raise Busy(f"You have {own} jobs waiting on this server and it takes no more.", RETRY_AFTER_SECONDS)
        return Job(name_of(owner, job_id), job_id, owner, digest, self._next_sequence, priority=priority), True

    def status(self, job: Job, now: float) -> JobStatus:
        """Return how the job is."""
        if job.state is JobState.QUEUED:
            ahead = self._place(job)
            left = self._durations.until_queued_ends(ahead, self._crew.runs(), now)
            return JobStatus(job.id, job.state, "queued", 0.0, ahead, left)
        if (playing := self._crew.playing(job.job)) is not None:
            _, run = playing
            return JobStatus(job.id, job.state, run.phase, run.fraction, None, self._durations.until_run_ends(run, now))
        fraction = 1.0 if job.state is JobState.DONE else 0.0
        return JobStatus(job.id, job.state, job.state.value, fraction, None, None, job.failure)

    @property
    def is_drained(self) -> bool:
        """Whether no job is to be started, and none runs."""
        return self._is_draining and not self._crew

    def load(self) -> tuple[int, int]:
        """Return how many jobs of all clients are queued, and how many run."""
        return len(self._line), len(self._crew)

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
                return self._cancel(self.jobs[job], now)
            case DrainAsked():
                self._is_draining = True
                return []
            case Fetched(job):
                return [] if self.jobs[job].fetched else [self._set(replace(self.jobs[job], fetched=True))]
            case Ticked():
                return [Kill(worker) for worker in self._crew.overdue(now)]
            case Forgotten(jobs):
                for job in jobs:
                    self.jobs.forget(job)
                return []
            case ShuttingDown():
                return [self._take_back(self.jobs[job]) for job in self._crew.dismiss()]
            case WorkerReady(worker):
                self._crew.enter(worker)
                return []
            case WorkerUnfit():
                return []
            case WorkerDied(worker):
                hand = self._crew.lose(worker)
                return [] if hand is None else [self._lose_job(job, hand, event) for job in hand.runs]
            case Reported() | Finished() | Failed() | Stopped():
                return self._take_in_progress(event, now)

    def _take_in_progress(self, event: Reported | Finished | Failed | Stopped, now: float) -> Sequence[Action]:
        run = self._crew.hear(event.worker, event.job, now)
        if run is None:
            return []
        if isinstance(event, Reported):
            run.phase, run.fraction = event.phase, event.fraction
            return []
        self._crew.end(event.worker, event.job)
        job = self.jobs[event.job]
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
        self.jobs.put(job)
        if job.state is JobState.QUEUED:
            self._line.add(job)
        elif job.state is JobState.RUNNING:  # the server was killed, and its worker with it: not the job's fault
            return [self._take_back(job)]
        return []

    def _cancel(self, job: Job, now: float) -> Sequence[Action]:
        if job.state is JobState.QUEUED:
            self._line.remove(job)
            return [self._set(replace(job, state=JobState.CANCELLED))]
        playing = self._crew.playing(job.job)
        if playing is None or playing[1].cancelled_at is not None:
            return []
        worker, run = playing
        run.cancelled_at = now
        return [self._set(replace(job, cancel_asked=True)), AskToStop(worker, job.job)]

    def _lose_job(self, name: str, hand: Hand, death: WorkerDied) -> Record:
        job = self.jobs[name]
        if job.cancel_asked or hand.is_deaf:
            return self._take_back(job)
        job = replace(job, losses=job.losses + 1)
        is_killed = death.from_outside and not hand.killed_for
        if job.losses < self._rules.attempts * (OUTSIDE_PATIENCE if is_killed else 1):
            return self._enqueue(job)
        failure = Failure(
            "worker_lost",
            f"The job lost {job.losses} workers; the last one {hand.killed_for or death.reason}.",
            "The job may need more memory or time than the server has: try a shorter range or another engine.",
        )
        return self._set(replace(job, state=JobState.FAILED, failure=failure))

    def _take_back(self, job: Job) -> Record:
        """Its worker has ended by no fault of its own: it waits again, unless its owner heard that it stops."""
        return self._set(replace(job, state=JobState.CANCELLED)) if job.cancel_asked else self._enqueue(job)

    def _enqueue(self, job: Job) -> Record:
        self._line.add(job)
        return self._set(replace(job, state=JobState.QUEUED))

    def _start_idle_workers(self, now: float) -> list[Action]:
        actions: list[Action] = []
        while self._crew.idle and self._line and not self._is_draining:
            jobs = self._next()
            for job in jobs:
                self._line.start(job)
                actions.append(self._set(replace(job, state=JobState.RUNNING)))
            names = tuple(job.job for job in jobs)
            actions.append(Start(self._crew.give(names, jobs[0].engine, now), names))
        return actions

    def _next(self) -> list[Job]:
        """Return the job that starts next, and those that are played beside it."""
        line = (self.jobs[name] for name in self._line.in_turn(self._playing()))
        first = next(line)
        return side_by_side(first, line, self._rules.together.get(first.engine, 1), self._crew.idle)

    def _playing(self) -> Counter[str]:
        """How many jobs of each owner run."""
        return Counter(self.jobs[run.job].owner for run in self._crew.runs())

    def _place(self, job: Job) -> int:
        """How many jobs start before this one."""
        if self._places is None:
            self._places = {name: place for place, name in enumerate(self._line.in_turn(self._playing()))}
        return self._places[job.job]

    def _set(self, job: Job) -> Record:
        self.jobs.put(job)
        return Record(job)
