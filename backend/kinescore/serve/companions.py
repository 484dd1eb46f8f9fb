"""Which waiting jobs are played beside the one whose turn it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kinescore.serve.events import Job

LOOK_AHEAD = 256
"""So far down the line they are looked for."""


def side_by_side(first: Job, line: Iterator[Job], most: int, idle: int) -> list[Job]:
    """Return `first` and at most `most` - 1 of those behind it in the `line` that are for the same engine.

    They take a place beside it, it does not wait for them: never are there more than the `idle` workers would share,
    and none overtakes a job of a higher priority. A job that has lost a worker plays alone, so that a poisonous one
    takes nobody with it twice.
    """
    companions, passed_over = [first], 0
    if most == 1 or first.losses:
        return companions
    for job in islice(line, LOOK_AHEAD):
        if job.engine == first.engine and not job.losses and job.priority.rank >= passed_over:
            companions.append(job)
        else:
            passed_over = max(passed_over, job.priority.rank)
        if len(companions) == most * idle:
            break
    share = -(-len(companions) // idle)
    return companions[: min(share, most)]
