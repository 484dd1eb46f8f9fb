"""The board under events in any order, also impossible ones."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from kinescore.serve.events import (
    AskToStop,
    CancelAsked,
    Event,
    Failed,
    Fetched,
    Finished,
    Forgotten,
    Kill,
    Record,
    Reported,
    Restored,
    Start,
    Stopped,
    Submitted,
    Ticked,
    WorkerDied,
    WorkerReady,
)
from kinescore.wire.errors import Busy
from kinescore.wire.messages import JobState, Priority
from tests.serve.made_boards import ATTEMPTS, FAILURE, SMALL, STEP_TIMEOUT, STOP_GRACE, TOGETHER, new_board


class AnythingHappens(RuleBasedStateMachine):
    """Events in any order, also impossible ones from workers that come too late; checks what must always hold."""

    jobs = Bundle("jobs")

    def __init__(self) -> None:
        super().__init__()
        self.board = new_board()
        self.now = 0.0
        self.known: dict[str, JobState] = {}  # as journalled
        self.holding: dict[str, set[str]] = {}  # worker -> the jobs it was told to start and has not given back
        self.alive: set[str] = set()
        self.killed: set[str] = set()
        self.born = 0
        self.submitted = 0
        self.owners: dict[str, str] = {}

    def happen(self, event: Event) -> None:
        for action in self.board.handle(event, self.now):
            match action:
                case Record(job):
                    before = self.known.get(job.job, JobState.QUEUED)
                    assert not before.is_final or before is job.state, f"{before} became {job.state}"
                    self.known[job.job] = job.state
                case Start(worker, jobs):
                    assert worker in self.alive - self.killed
                    assert not self.holding.get(worker)
                    assert not set(jobs) & {job for held in self.holding.values() for job in held}, "on two workers"
                    started = [self.board.jobs[job] for job in jobs]
                    assert len(jobs) == 1 or {job.engine for job in started} == {"musicgen"}
                    assert 1 <= len(jobs) <= TOGETHER["musicgen"]
                    assert len(jobs) == 1 or not any(job.losses for job in started), "in company after a loss"
                    self.holding[worker] = set(jobs)
                case AskToStop(worker, job):
                    assert job in self.holding[worker]
                case Kill(worker):
                    assert worker in self.alive - self.killed
                    self.killed.add(worker)

    @initialize()
    def first_worker(self) -> None:
        self.worker_starts()

    @rule(
        target=jobs,
        owner=st.sampled_from(["mira", "tom"]),
        priority=st.sampled_from(Priority),
        engine=st.sampled_from(["groovebox", "musicgen"]),
    )
    def submit(self, owner: str, priority: Priority, engine: str) -> str:
        self.submitted += 1
        unfinished = [n for n, state in self.known.items() if not state.is_final]
        own = [n for n in unfinished if self.owners[n] == owner]
        try:
            job, is_new = self.board.admit(owner, f"{owner} {self.submitted}", "d", priority)
        except Busy:
            assert len(unfinished) >= SMALL.jobs or len(own) >= SMALL.jobs_per_client
            return "refused"
        assert (is_new, job.priority) == (True, priority)
        self.known[job.job], self.owners[job.job] = JobState.QUEUED, owner
        self.happen(Submitted(replace(job, engine=engine)))
        return job.job

    @rule(job=jobs)
    def cancel(self, job: str) -> None:
        if job in self.known:
            self.happen(CancelAsked(job))

    @rule()
    def worker_starts(self) -> None:
        self.born += 1
        self.alive.add(f"w{self.born}")
        self.happen(WorkerReady(f"w{self.born}", ()))

    @rule(data=st.data(), outcome=st.sampled_from(["report", "finish", "fail", "stop"]))
    def worker_speaks(self, data: st.DataObject, outcome: str) -> None:
        """Mostly of the job it holds, sometimes of one that it does not."""
        if not self.alive or not self.known:
            return
        worker = data.draw(st.sampled_from(sorted(self.alive)))
        held = self.holding.get(worker, set())
        of_its_own = held and data.draw(st.integers(0, 4)) > 0
        job = data.draw(st.sampled_from(sorted(held if of_its_own else self.known)))
        if outcome != "report":
            held.discard(job)
        self.happen(
            {
                "report": Reported(worker, job, "arranging", 0.5),
                "finish": Finished(worker, job, 3, "sha"),
                "fail": Failed(worker, job, FAILURE),
                "stop": Stopped(worker, job),
            }[outcome]
        )

    @rule(data=st.data())
    def worker_dies(self, data: st.DataObject) -> None:
        if self.alive:
            worker = data.draw(st.sampled_from(sorted(self.alive)))
            self.alive.discard(worker)
            self.killed.discard(worker)
            self.holding.pop(worker, None)
            self.happen(WorkerDied(worker, "was ended by signal 9"))

    @rule(seconds=st.sampled_from([0.1, STOP_GRACE + 1, STEP_TIMEOUT + 1]))
    def time_passes(self, seconds: float) -> None:
        self.now += seconds
        self.happen(Ticked())

    @rule(job=jobs)
    def fetch(self, job: str) -> None:
        if self.known.get(job) is JobState.DONE:
            self.happen(Fetched(job))

    @rule(job=consumes(jobs))
    def forget(self, job: str) -> None:
        if job in self.known and self.known[job].is_final:
            del self.known[job]
            self.happen(Forgotten((job,)))

    @rule()
    def server_is_killed_and_starts_again(self) -> None:
        journal = [job for owner in ("mira", "tom") for job in self.board.jobs.of(owner)]
        self.board = new_board()
        self.alive, self.killed, self.holding = set(), set(), {}
        self.happen(Restored(tuple(sorted(journal, key=lambda job: job.sequence))))

    @invariant()
    def nothing_is_lost_and_the_journal_agrees(self) -> None:
        jobs = [job for owner in ("mira", "tom") for job in self.board.jobs.of(owner)]
        assert {job.job: job.state for job in jobs} == self.known
        for job in jobs:
            assert self.board.status(job, self.now).state is job.state
            assert job.losses <= ATTEMPTS
            assert (job.state is JobState.FAILED) == (job.failure is not None)

    @invariant()
    def a_job_runs_exactly_where_a_worker_holds_it(self) -> None:
        running = sorted(name for name, state in self.known.items() if state is JobState.RUNNING)
        assert running == sorted(job for held in self.holding.values() for job in held)

    @invariant()
    def nobody_waits_while_a_worker_is_free(self) -> None:
        free = self.alive - self.killed - {worker for worker, held in self.holding.items() if held}
        assert not free or JobState.QUEUED not in self.known.values()

    @invariant()
    def those_who_wait_stand_one_behind_the_other(self) -> None:
        jobs = [job for owner in ("mira", "tom") for job in self.board.jobs.of(owner) if job.state is JobState.QUEUED]
        places = [self.board.status(job, self.now).queue_position for job in jobs]
        assert sorted(places) == list(range(len(jobs)))


AnythingHappens.TestCase.settings = settings(
    max_examples=150, stateful_step_count=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestAnythingHappens = AnythingHappens.TestCase
