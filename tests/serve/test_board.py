"""The board as a pure state machine: no sockets, no processes, no clock."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from kinescore.serve.board import MAX_LOSSES, Board
from kinescore.serve.events import (
    LOCAL_OWNER,
    Action,
    AskToStop,
    CancelAsked,
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
)
from kinescore.wire.errors import Busy, WireError
from kinescore.wire.messages import Failure, JobState, Limits, Priority

STEP_TIMEOUT, STOP_GRACE = 60.0, 5.0
SMALL = Limits(jobs=6, jobs_per_client=3)
FAILURE = Failure("bad_motion", "The character does not move.")


def new_board(limits: Limits = SMALL) -> Board:
    return Board(limits, STEP_TIMEOUT, STOP_GRACE)


def submit(board: Board, name: str, owner: str = LOCAL_OWNER, now: float = 0.0) -> list[Action]:
    job, is_new = board.admit(owner, name, f"digest of {name}")
    assert is_new
    return board.handle(Submitted(job), now)


def states(board: Board, *names: str, owner: str = LOCAL_OWNER) -> list[JobState]:
    return [board.find(owner, name).state for name in names]


def test_a_job_goes_to_the_idle_worker_that_has_its_model_at_hand() -> None:
    """Else to one that has played nothing yet, so that models spread over the workers."""
    board = new_board()
    for worker in ("w1", "w2", "w3"):
        board.handle(WorkerReady(worker, ()), 0.0)
    began = []
    for number, engine in enumerate(("musicgen", "ace_step", "musicgen", "ace_step", "riffusion", "musicgen")):
        job, _ = board.admit(LOCAL_OWNER, str(number), "d")
        actions = board.handle(Submitted(replace(job, engine=engine)), 0.0)
        (start,) = (action for action in actions if isinstance(action, Start))
        began.append((engine, start.worker))
        board.handle(Finished(start.worker, start.job, 1, "s"), 1.0)
    assert began == [
        ("musicgen", "w1"),
        ("ace_step", "w2"),
        ("musicgen", "w1"),
        ("ace_step", "w2"),
        ("riffusion", "w3"),
        ("musicgen", "w1"),
    ]


def test_jobs_run_in_order_of_arrival() -> None:
    board = new_board()
    board.handle(WorkerReady("w", ()), 0.0)
    assert Start("w", "a") in submit(board, "a")
    submit(board, "b")
    submit(board, "c")
    assert [board.status(board.find(LOCAL_OWNER, name), 0.0).queue_position for name in "abc"] == [None, 0, 1]
    actions = board.handle(Finished("w", "a", 10, "sha"), 1.0)
    assert Start("w", "b") in actions
    assert states(board, "a", "b", "c") == [JobState.DONE, JobState.RUNNING, JobState.QUEUED]


def test_clients_take_turns_so_one_job_waits_for_one_job() -> None:
    """And nobody's own jobs overtake each other."""
    board = new_board()
    board.handle(WorkerReady("w", ()), 0.0)
    for name in "abc":
        submit(board, name, owner="mira")
    submit(board, "d", owner="tom")
    waiting = [("mira", "b"), ("mira", "c"), ("tom", "d")]
    assert [board.status(board.find(*each), 0.0).queue_position for each in waiting] == [1, 2, 0]
    started = []
    for _ in range(4):
        (job,) = [each for each in (*board.jobs_of("mira"), *board.jobs_of("tom")) if each.state is JobState.RUNNING]
        started.append(job.id)
        board.handle(Finished("w", job.job, 1, ""), 1.0)
    assert started == ["a", "d", "b", "c"]


def test_with_two_workers_each_client_has_one() -> None:
    board = new_board()
    for name in "abc":
        submit(board, name, owner="mira")
    submit(board, "d", owner="tom")
    for worker in ("v", "w"):
        board.handle(WorkerReady(worker, ()), 0.0)
    assert states(board, "a", "b", owner="mira") == [JobState.RUNNING, JobState.QUEUED]
    assert states(board, "d", owner="tom") == [JobState.RUNNING]


def test_sending_a_job_again_is_harmless_and_another_request_is_a_conflict() -> None:
    board = new_board()
    submit(board, "a")
    known, is_new = board.admit(LOCAL_OWNER, "a", "digest of a")
    assert (known.job, is_new) == ("a", False)
    with pytest.raises(WireError) as caught:
        board.admit(LOCAL_OWNER, "a", "another")
    assert caught.value.code == "conflict"


def test_an_id_that_somebody_else_uses_is_free() -> None:
    """A conflict would tell that the id exists."""
    board = new_board()
    board.handle(WorkerReady("w", ()), 0.0)
    submit(board, "a", owner="mira")
    submit(board, "a", owner="tom")
    ours, theirs = board.find("mira", "a"), board.find("tom", "a")
    assert ours.job != theirs.job
    assert (ours.id, theirs.id) == ("a", "a")
    assert board.status(theirs, 0.0).job == "a"
    assert (ours.state, theirs.state) == (JobState.RUNNING, JobState.QUEUED)


def test_full_queues_say_when_to_come_back() -> None:
    board = new_board()
    for name in "abc":
        submit(board, name)
    with pytest.raises(Busy, match="You have 3 jobs waiting"):
        board.admit(LOCAL_OWNER, "d", "")
    for name in "def":
        submit(board, name, owner="tom")
    with pytest.raises(Busy, match="The server has 6 jobs") as caught:
        board.admit("eve", "g", "")
    assert caught.value.retry_after_seconds == 2.0


def test_strangers_do_not_learn_that_a_job_exists() -> None:
    board = new_board()
    submit(board, "a")
    with pytest.raises(WireError) as theirs:
        board.find("tom", "a")
    with pytest.raises(WireError) as none:
        board.find(LOCAL_OWNER, "b")
    assert theirs.value.code == none.value.code == "unknown_job"
    assert theirs.value.sentence.replace(" a:", " b:") == none.value.sentence
    assert board.jobs_of("tom") == ()


def test_a_queued_job_that_is_cancelled_never_runs() -> None:
    board = new_board()
    submit(board, "a")
    board.handle(CancelAsked("a"), 0.0)
    assert board.handle(WorkerReady("w", ()), 1.0) == []
    assert states(board, "a") == [JobState.CANCELLED]


def test_a_running_job_is_told_to_stop_once_and_killed_after_the_grace() -> None:
    board = new_board()
    board.handle(WorkerReady("w", ()), 0.0)
    submit(board, "a")
    told, stop = board.handle(CancelAsked("a"), 1.0)
    assert (told.job.cancel_asked, stop) == (True, AskToStop("w", "a"))
    assert board.handle(CancelAsked("a"), 2.0) == []
    assert board.handle(Ticked(), 1.0 + STOP_GRACE) == []
    assert board.handle(Ticked(), 1.1 + STOP_GRACE) == [Kill("w")]
    assert board.handle(Ticked(), 2.0 + STOP_GRACE) == []
    board.handle(WorkerDied("w", "was ended by signal 15"), 8.0)
    assert states(board, "a") == [JobState.CANCELLED]


@pytest.mark.parametrize("end", ["kill", "orderly"])
def test_a_cancel_that_was_acknowledged_survives_the_server(end: str) -> None:
    board = new_board()
    board.handle(WorkerReady("w", ()), 0.0)
    submit(board, "a")
    journalled = [action.job for action in board.handle(CancelAsked("a"), 1.0) if isinstance(action, Record)]
    if end == "orderly":
        journalled = [action.job for action in board.handle(ShuttingDown(), 1.5)]
    again = new_board()
    again.handle(Restored((journalled[-1],)), 0.0)
    assert states(again, "a") == [JobState.CANCELLED]


def test_what_was_fetched_is_journalled_once() -> None:
    board = new_board()
    board.handle(WorkerReady("w", ()), 0.0)
    submit(board, "a")
    board.handle(Finished("w", "a", 10, "sha"), 1.0)
    (record,) = board.handle(Fetched("a"), 2.0)
    assert record.job.fetched
    assert board.handle(Fetched("a"), 3.0) == []


def test_a_finished_result_wins_over_a_late_cancel() -> None:
    board = new_board()
    board.handle(WorkerReady("w", ()), 0.0)
    submit(board, "a")
    board.handle(CancelAsked("a"), 1.0)
    board.handle(Finished("w", "a", 10, "sha"), 1.1)
    board.handle(CancelAsked("a"), 1.2)
    assert states(board, "a") == [JobState.DONE]


def test_a_worker_without_progress_is_killed_and_its_job_done_again_first() -> None:
    board = new_board()
    board.handle(WorkerReady("w", ()), 0.0)
    submit(board, "a")
    submit(board, "b")
    board.handle(Reported("w", "a", "arranging", 0.5), 30.0)
    assert board.handle(Ticked(), 30.0 + STEP_TIMEOUT) == []
    assert board.handle(Ticked(), 30.1 + STEP_TIMEOUT) == [Kill("w")]
    board.handle(WorkerDied("w", "was ended by signal 15"), 91.0)
    assert Start("v", "a") in board.handle(WorkerReady("v", ()), 92.0)


def test_the_second_lost_worker_fails_the_job_with_the_reason() -> None:
    board = new_board()
    submit(board, "a")
    for worker in ("v", "w"):
        board.handle(WorkerReady(worker, ()), 0.0)
        board.handle(WorkerDied(worker, "was ended by signal 9"), 1.0)
    failure = board.find(LOCAL_OWNER, "a").failure
    assert failure.code == "worker_lost"
    assert "lost 2 workers; the last one was ended by signal 9" in failure.sentence


def test_a_dying_worker_gets_no_other_job() -> None:
    board = new_board()
    board.handle(WorkerReady("w", ()), 0.0)
    submit(board, "a")
    submit(board, "b")
    assert board.handle(Ticked(), STEP_TIMEOUT + 1) == [Kill("w")]
    board.handle(Finished("w", "a", 1, ""), STEP_TIMEOUT + 1.1)  # it was just through
    board.handle(WorkerDied("w", ""), STEP_TIMEOUT + 1.2)
    assert states(board, "a", "b") == [JobState.DONE, JobState.QUEUED]
    assert board.find(LOCAL_OWNER, "b").losses == 0


def test_after_a_crash_running_jobs_are_queued_again_in_their_place() -> None:
    board = new_board()
    running = Job("a", "a", LOCAL_OWNER, "d", 3, JobState.RUNNING)
    queued = Job("b", "b", LOCAL_OWNER, "d", 5)
    done = Job("c", "c", LOCAL_OWNER, "d", 4, JobState.DONE, size=7, sha256="s")
    twice = Job("d", "d", LOCAL_OWNER, "d", 6, JobState.RUNNING, losses=MAX_LOSSES - 1)
    board.handle(Restored((running, done, queued, twice)), 0.0)
    assert states(board, "a", "b", "c", "d") == [JobState.QUEUED, JobState.QUEUED, JobState.DONE, JobState.QUEUED]
    assert board.find(LOCAL_OWNER, "d").losses == MAX_LOSSES - 1  # the server's death is no fault of its jobs
    assert Start("w", "a") in board.handle(WorkerReady("w", ()), 1.0)
    board.handle(CancelAsked("b"), 1.0)
    assert board.admit(LOCAL_OWNER, "e", "")[0].sequence == 7


def test_an_orderly_end_costs_a_running_job_nothing() -> None:
    board = new_board()
    board.handle(WorkerReady("w", ()), 0.0)
    submit(board, "a")
    (action,) = board.handle(ShuttingDown(), 1.0)
    assert (action.job.state, action.job.losses) == (JobState.QUEUED, 0)


def test_time_left_is_guessed_from_progress_and_from_earlier_jobs() -> None:
    board = new_board()
    board.handle(WorkerReady("w", ()), 0.0)
    submit(board, "a")
    submit(board, "b", now=0.0)
    submit(board, "c", now=0.0)

    def eta(name: str, now: float) -> float | None:
        return board.status(board.find(LOCAL_OWNER, name), now).eta_seconds

    assert eta("a", 1.0) is None
    board.handle(Reported("w", "a", "arranging", 0.25), 10.0)
    assert eta("a", 10.0) == pytest.approx(30.0)
    assert eta("b", 10.0) is None  # no job has been finished yet
    board.handle(Finished("w", "a", 1, ""), 40.0)
    assert eta("b", 50.0) == pytest.approx(30.0)
    assert eta("c", 50.0) == pytest.approx(30.0 + 40.0)


class AnythingHappens(RuleBasedStateMachine):
    """Events in any order, also impossible ones from workers that come too late; checks what must always hold."""

    jobs = Bundle("jobs")

    def __init__(self) -> None:
        super().__init__()
        self.board = new_board()
        self.now = 0.0
        self.known: dict[str, JobState] = {}  # as journalled
        self.holding: dict[str, str] = {}  # worker -> the job it was last told to start and has not given back
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
                case Start(worker, job):
                    assert worker in self.alive - self.killed
                    assert worker not in self.holding
                    assert job not in self.holding.values(), "on two workers"
                    self.holding[worker] = job
                case AskToStop(worker, job):
                    assert self.holding[worker] == job
                case Kill(worker):
                    assert worker in self.alive - self.killed
                    self.killed.add(worker)

    @initialize()
    def first_worker(self) -> None:
        self.worker_starts()

    @rule(target=jobs, owner=st.sampled_from(["mira", "tom"]), priority=st.sampled_from(Priority))
    def submit(self, owner: str, priority: Priority) -> str:
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
        self.happen(Submitted(job))
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
        job = self.holding.get(worker)
        if job is None or data.draw(st.integers(0, 4)) == 0:
            job = data.draw(st.sampled_from(sorted(self.known)))
        if self.holding.get(worker) == job and outcome != "report":
            del self.holding[worker]
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
        journal = [job for owner in ("mira", "tom") for job in self.board.jobs_of(owner)]
        self.board = new_board()
        self.alive, self.killed, self.holding = set(), set(), {}
        self.happen(Restored(tuple(sorted(journal, key=lambda job: job.sequence))))

    @invariant()
    def nothing_is_lost_and_the_journal_agrees(self) -> None:
        jobs = [job for owner in ("mira", "tom") for job in self.board.jobs_of(owner)]
        assert {job.job: job.state for job in jobs} == self.known
        for job in jobs:
            assert self.board.status(job, self.now).state is job.state
            assert job.losses <= MAX_LOSSES
            assert (job.state is JobState.FAILED) == (job.failure is not None)

    @invariant()
    def a_job_runs_exactly_where_a_worker_holds_it(self) -> None:
        running = sorted(name for name, state in self.known.items() if state is JobState.RUNNING)
        assert running == sorted(self.holding.values())

    @invariant()
    def nobody_waits_while_a_worker_is_free(self) -> None:
        free = self.alive - self.killed - set(self.holding)
        assert not free or JobState.QUEUED not in self.known.values()

    @invariant()
    def those_who_wait_stand_one_behind_the_other(self) -> None:
        jobs = [job for owner in ("mira", "tom") for job in self.board.jobs_of(owner) if job.state is JobState.QUEUED]
        places = [self.board.status(job, self.now).queue_position for job in jobs]
        assert sorted(places) == list(range(len(jobs)))


AnythingHappens.TestCase.settings = settings(
    max_examples=150, stateful_step_count=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestAnythingHappens = AnythingHappens.TestCase
