"""The board as a pure state machine: no sockets, no processes, no clock."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinescore.serve.board import OUTSIDE_PATIENCE, Board
from kinescore.serve.events import (
    LOCAL_OWNER,
    Action,
    AskToStop,
    CancelAsked,
    Fetched,
    Finished,
    Job,
    Kill,
    Record,
    Reported,
    Restored,
    ShuttingDown,
    Start,
    Submitted,
    Ticked,
    WorkerDied,
    WorkerReady,
)
from kinescore.wire.errors import Busy, WireError
from kinescore.wire.messages import JobState
from tests.serve.made_boards import ATTEMPTS, STEP_TIMEOUT, STOP_GRACE, new_board


def submit(board: Board, name: str, owner: str = LOCAL_OWNER, now: float = 0.0) -> list[Action]:
    job, is_new = board.admit(owner, name, f"digest of {name}")
    assert is_new
    return board.handle(Submitted(job), now)


def states(board: Board, *names: str, owner: str = LOCAL_OWNER) -> list[JobState]:
    return [board.jobs.find(owner, name).state for name in names]


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
        board.handle(Finished(start.worker, start.jobs[0], 1, "s"), 1.0)
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
    assert Start("w", ("a",)) in submit(board, "a")
    submit(board, "b")
    submit(board, "c")
    assert [board.status(board.jobs.find(LOCAL_OWNER, name), 0.0).queue_position for name in "abc"] == [None, 0, 1]
    actions = board.handle(Finished("w", "a", 10, "sha"), 1.0)
    assert Start("w", ("b",)) in actions
    assert states(board, "a", "b", "c") == [JobState.DONE, JobState.RUNNING, JobState.QUEUED]


def test_clients_take_turns_so_one_job_waits_for_one_job() -> None:
    """And nobody's own jobs overtake each other."""
    board = new_board()
    board.handle(WorkerReady("w", ()), 0.0)
    for name in "abc":
        submit(board, name, owner="mira")
    submit(board, "d", owner="tom")
    waiting = [("mira", "b"), ("mira", "c"), ("tom", "d")]
    assert [board.status(board.jobs.find(*each), 0.0).queue_position for each in waiting] == [1, 2, 0]
    started = []
    for _ in range(4):
        (job,) = [each for each in (*board.jobs.of("mira"), *board.jobs.of("tom")) if each.state is JobState.RUNNING]
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
    ours, theirs = board.jobs.find("mira", "a"), board.jobs.find("tom", "a")
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
        board.jobs.find("tom", "a")
    with pytest.raises(WireError) as none:
        board.jobs.find(LOCAL_OWNER, "b")
    assert theirs.value.code == none.value.code == "unknown_job"
    assert theirs.value.sentence.replace(" a:", " b:") == none.value.sentence
    assert board.jobs.of("tom") == ()


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
    assert Start("v", ("a",)) in board.handle(WorkerReady("v", ()), 92.0)


@pytest.mark.parametrize(
    ("from_outside", "most"), [(False, ATTEMPTS), (True, OUTSIDE_PATIENCE * ATTEMPTS)], ids=["crashed", "killed"]
)
def test_the_last_lost_worker_fails_the_job_with_the_reason(from_outside: bool, most: int) -> None:
    """Who kills workers by hand, or a kernel without memory, seldom means the job: it is tried more often then."""
    board = new_board()
    submit(board, "a")
    for worker in range(most):
        assert states(board, "a") == [JobState.QUEUED]
        board.handle(WorkerReady(str(worker), ()), 0.0)
        board.handle(WorkerDied(str(worker), "was ended by signal 9", from_outside), 1.0)
    failure = board.jobs.find(LOCAL_OWNER, "a").failure
    assert failure.code == "worker_lost"
    assert f"lost {most} workers; the last one was ended by signal 9" in failure.sentence


def test_a_dying_worker_gets_no_other_job() -> None:
    board = new_board()
    board.handle(WorkerReady("w", ()), 0.0)
    submit(board, "a")
    submit(board, "b")
    assert board.handle(Ticked(), STEP_TIMEOUT + 1) == [Kill("w")]
    board.handle(Finished("w", "a", 1, ""), STEP_TIMEOUT + 1.1)  # it was just through
    board.handle(WorkerDied("w", ""), STEP_TIMEOUT + 1.2)
    assert states(board, "a", "b") == [JobState.DONE, JobState.QUEUED]
    assert board.jobs.find(LOCAL_OWNER, "b").losses == 0


def test_after_a_crash_running_jobs_are_queued_again_in_their_place() -> None:
    board = new_board()
    running = Job("a", "a", LOCAL_OWNER, "d", 3, JobState.RUNNING)
    queued = Job("b", "b", LOCAL_OWNER, "d", 5)
    done = Job("c", "c", LOCAL_OWNER, "d", 4, JobState.DONE, size=7, sha256="s")
    twice = Job("d", "d", LOCAL_OWNER, "d", 6, JobState.RUNNING, losses=ATTEMPTS - 1)
    board.handle(Restored((running, done, queued, twice)), 0.0)
    assert states(board, "a", "b", "c", "d") == [JobState.QUEUED, JobState.QUEUED, JobState.DONE, JobState.QUEUED]
    assert board.jobs.find(LOCAL_OWNER, "d").losses == ATTEMPTS - 1  # the server's death is no fault of its jobs
    assert Start("w", ("a",)) in board.handle(WorkerReady("w", ()), 1.0)
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
        return board.status(board.jobs.find(LOCAL_OWNER, name), now).eta_seconds

    assert eta("a", 1.0) is None
    board.handle(Reported("w", "a", "arranging", 0.25), 10.0)
    assert eta("a", 10.0) == pytest.approx(30.0)
    assert eta("b", 10.0) is None  # no job has been finished yet
    board.handle(Finished("w", "a", 1, ""), 40.0)
    assert eta("b", 50.0) == pytest.approx(30.0)
    assert eta("c", 50.0) == pytest.approx(30.0 + 40.0)
