"""Small boards to play with."""

from __future__ import annotations

from kinescore.serve.board import Board, Rules
from kinescore.wire.messages import Failure, Limits

ATTEMPTS, STEP_TIMEOUT, STOP_GRACE = 3, 60.0, 5.0
TOGETHER = {"musicgen": 3}
SMALL = Limits(jobs=6, jobs_per_client=3)
FAILURE = Failure("bad_motion", "The character does not move.")


def new_board(limits: Limits = SMALL) -> Board:
    return Board(Rules(limits, ATTEMPTS, STEP_TIMEOUT, STOP_GRACE, TOGETHER))
