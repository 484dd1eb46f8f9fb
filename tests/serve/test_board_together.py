"""Waiting jobs of an engine that can are played side by side: who joins whom, and what becomes of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinescore.serve.board import Board
from kinescore.serve.events import (
    LOCAL_OWNER,
    Action,
    CancelAsked,
    Failed,
    Finished,
    Kill,
    Reported,
    Start,
    Stopped,
    Submitted,
    Ticked,
    WorkerDied,
    WorkerReady,
)
from kinescore.wire.messages import JobState, Limits, Priority
from tests.serve.made_boards import FAILURE, STEP_TIMEOUT, STOP_GRACE, new_board

ROOM = Limits(jobs=40, jobs_per_client=40)


def submit(board: Board, *names: str, engine: str = "musicgen", **asked: object) -> list[Action]:
    actions: list[Action] = []
    for name in names:
        job, _ = board.admit(LOCAL_OWNER, name, "d", **asked)
        actions += board.handle(Submitted(replace(job, engine=engine)), 0.0)
    return actions


def started(actions: list[Action]) -> list[tuple[str, tuple[str, ...]]]:
    return [(action.worker, action.jobs) for action in actions if isinstance(action, Start)]


def state_of(board: Board, name: str) -> JobState:
    return board.jobs.find(LOCAL_OWNER, name).state


@pytest.fixture
def board() -> Board:
    return new_board(ROOM)


def test_those_that_wait_are_started_together_and_the_first_waits_for_nobody(board: Board) -> None:
    board.handle(WorkerReady("w", ()), 0.0)
    assert started(submit(board, "a", "b", "c", "d", "e")) == [("w", ("a",))]
    assert started(board.handle(Finished("w", "a", 1, ""), 1.0)) == [("w", ("b", "c", "d"))]
    for name in "bc":
        assert started(board.handle(Finished("w", name, 1, ""), 2.0)) == []
    assert started(board.handle(Finished("w", "d", 1, ""), 2.0)) == [("w", ("e",))]


def test_idle_workers_share_what_waits(board: Board) -> None:
    submit(board, "a", "b", "c", "d")
    board.handle(CancelAsked("a"), 0.0)
    board._crew.enter("v")  # two get ready in one turn
    assert started(board.handle(WorkerReady("w", ()), 0.0)) == [("v", ("b", "c")), ("w", ("d",))]


def test_other_engines_are_passed_over_but_no_higher_priority(board: Board) -> None:
    submit(board, "a")
    submit(board, "other", engine="groovebox")
    submit(board, "b")
    submit(board, "low", asked=Priority.LOW)
    assert started(board.handle(WorkerReady("w", ()), 0.0)) == [("w", ("a", "b"))]
    for name in "ab":
        actions = board.handle(Finished("w", name, 1, ""), 1.0)
    assert started(actions) == [("w", ("other",))]


def test_a_lower_priority_joins_where_nobody_is_passed_over(board: Board) -> None:
    submit(board, "low", asked=Priority.LOW)
    submit(board, "a")
    assert started(board.handle(WorkerReady("w", ()), 0.0)) == [("w", ("a", "low"))]


def test_each_has_its_own_end(board: Board) -> None:
    submit(board, "a", "b", "c")
    board.handle(WorkerReady("w", ()), 0.0)
    board.handle(Reported("w", "b", "composing", 0.5), 1.0)
    fractions = [board.status(board.jobs.find(LOCAL_OWNER, name), 1.0).fraction for name in "abc"]
    assert fractions == [0.0, 0.5, 0.0]
    board.handle(Failed("w", "a", FAILURE), 2.0)
    board.handle(CancelAsked("b"), 2.0)
    board.handle(Stopped("w", "b"), 2.1)
    board.handle(Finished("w", "c", 1, ""), 3.0)
    assert [state_of(board, name) for name in "abc"] == [JobState.FAILED, JobState.CANCELLED, JobState.DONE]


def test_a_word_of_one_is_a_sign_of_life_for_all(board: Board) -> None:
    submit(board, "a", "b")
    board.handle(WorkerReady("w", ()), 0.0)
    board.handle(Reported("w", "a", "composing", 0.5), STEP_TIMEOUT)
    assert board.handle(Ticked(), STEP_TIMEOUT + 1) == []
    assert board.handle(Ticked(), 2 * STEP_TIMEOUT + 1) == [Kill("w")]


def test_a_poisonous_job_takes_nobody_with_it_twice(board: Board) -> None:
    submit(board, "poison", "b", "c")
    board.handle(WorkerReady("w0", ()), 0.0)
    board.handle(WorkerDied("w0", "ended with exit code 66"), 1.0)
    assert [board.jobs.find(LOCAL_OWNER, name).losses for name in ("poison", "b", "c")] == [1, 1, 1]
    for number in range(1, 3):
        assert started(board.handle(WorkerReady(f"w{number}", ()), 2.0)) == [(f"w{number}", ("poison",))]
        board.handle(WorkerDied(f"w{number}", "ended with exit code 66"), 3.0)
    assert state_of(board, "poison") is JobState.FAILED
    assert started(board.handle(WorkerReady("w3", ()), 4.0)) == [("w3", ("b",))]
    assert started(board.handle(Finished("w3", "b", 1, ""), 5.0)) == [("w3", ("c",))]


def test_who_does_not_stop_costs_the_others_nothing(board: Board) -> None:
    submit(board, "deaf", "b")
    board.handle(WorkerReady("w", ()), 0.0)
    board.handle(CancelAsked("deaf"), 1.0)
    assert board.handle(Ticked(), 1.1 + STOP_GRACE) == [Kill("w")]
    board.handle(WorkerDied("w", "was ended by signal 15"), 8.0)
    assert state_of(board, "deaf") is JobState.CANCELLED
    assert (state_of(board, "b"), board.jobs.find(LOCAL_OWNER, "b").losses) == (JobState.QUEUED, 0)
