"""A job on a worker, and how long jobs take: learned from those that ended."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

GUESSABLE_FRACTION = 0.05
"""From this fraction on, the time left is guessed from the time taken."""


@dataclass
class Run:
    """A job on a worker. cancelled_at: when it was told to stop."""

    job: str
    started: float
    phase: str = "starting"
    fraction: float = 0.0
    cancelled_at: float | None = None


class Durations:
    """Times in seconds; None where nothing is known yet."""

    def __init__(self) -> None:
        self._per_job: float | None = None

    def learn(self, seconds: float) -> None:
        """A job took so long."""
        known = self._per_job
        self._per_job = seconds if known is None else 0.7 * known + 0.3 * seconds

    def until_run_ends(self, run: Run, now: float) -> float | None:
        """Return how long the run will go on."""
        taken = now - run.started
        if run.fraction >= GUESSABLE_FRACTION:
            return taken * (1 - run.fraction) / run.fraction
        return None if self._per_job is None else max(self._per_job - taken, 0.0)

    def until_queued_ends(self, ahead: int, runs: Collection[Run], now: float) -> float | None:
        """Jobs start in order as workers come free: whole rounds of average jobs, after the run that ends first."""
        if self._per_job is None or not runs:
            return None
        rounds, place = divmod(ahead, len(runs))
        left = sorted(self.until_run_ends(run, now) or 0.0 for run in runs)
        return left[place] + (rounds + 1) * self._per_job
