"""Small boards to play with."""

from __future__ import annotations

from kinescore.serve.board import Board
from kinescore.wire.messages import Failure, Limits

ATTEMPTS, STEP_TIMEOUT, STOP_GRACE = 3, 60.0, 5.0
SMALL = Limits(jobs=6, jobs_per_client=3)
FAILURE = Failure("bad_motion", "The character does not move.")


def new_board(limits: Limits = SMALL) -> Board:
    return Board(limits, ATTEMPTS, STEP_TIMEOUT, STOP_GRACE)
