"""The workers: who is idle, who plays which jobs, and who has been silent for too long."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from kinescore.serve.durations import Run


@dataclass
class Hand:
    """What a worker has been given: one job, or several side by side.

    heard_at: when it last said anything. killed_for: why it was killed. is_deaf: because it did not stop a job that was
    cancelled, which is no fault of the others.
    """

    runs: dict[str, Run]
    heard_at: float
    killed_for: str = ""
    is_deaf: bool = field(default=False)


class Crew:
    """A pure data structure. step_timeout_seconds: the longest silence. stop_grace_seconds: until a job that was
    cancelled must have stopped."""

    def __init__(self, step_timeout_seconds: float, stop_grace_seconds: float) -> None:
        self._step_timeout, self._stop_grace = step_timeout_seconds, stop_grace_seconds
        self._hands: dict[str, Hand] = {}  # by worker
        self._workers: dict[str, str] = {}  # by job
        self._idle: list[str] = []
        self._played: dict[str, str] = {}  # the engine of each worker's last job: its model is at hand

    @property
    def idle(self) -> int:
        """How many workers have nothing to do."""
        return len(self._idle)

    def runs(self) -> Collection[Run]:
        """Return every job that plays."""
        return [run for hand in self._hands.values() for run in hand.runs.values()]

    def __len__(self) -> int:
        """How many jobs play."""
        return len(self._workers)

    def playing(self, job: str) -> tuple[str, Run] | None:
        """Return the worker that plays the job, and how it goes; None where it does not play."""
        worker = self._workers.get(job)
        return None if worker is None else (worker, self._hands[worker].runs[job])

    def enter(self, worker: str) -> None:
        """A worker is ready."""
        self._idle.append(worker)

    def give(self, jobs: Sequence[str], engine: str, now: float) -> str:
        """Give jobs to the idle worker whose last one was for this engine, else to one that has had none yet, else to
        the first; return which."""
        worker = min(self._idle, key=lambda worker: (self._played.get(worker) != engine, worker in self._played))
        self._idle.remove(worker)
        self._played[worker] = engine
        self._hands[worker] = Hand({job: Run(job, now) for job in jobs}, now)
        self._workers.update(dict.fromkeys(jobs, worker))
        return worker

    def hear(self, worker: str, job: str, now: float) -> Run | None:
        """A worker speaks of a job; return how it goes, None where it is not this worker's (any more)."""
        if self._workers.get(job) != worker:
            return None
        self._hands[worker].heard_at = now
        return self._hands[worker].runs[job]

    def end(self, worker: str, job: str) -> None:
        """A job is over. With its last one a worker is idle, but not one that is being killed."""
        hand = self._hands[worker]
        del hand.runs[job], self._workers[job]
        if not hand.runs:
            del self._hands[worker]
            if not hand.killed_for:
                self._idle.append(worker)

    def lose(self, worker: str) -> Hand | None:
        """A worker is gone; return what it had, if anything."""
        if worker in self._idle:
            self._idle.remove(worker)
        self._played.pop(worker, None)
        hand = self._hands.pop(worker, None)
        for job in () if hand is None else hand.runs:
            del self._workers[job]
        return hand

    def dismiss(self) -> list[str]:
        """Nobody is to do anything any more; return the jobs that played."""
        jobs = list(self._workers)
        self._idle.clear()
        self._hands.clear()
        self._workers.clear()
        return jobs

    def overdue(self, now: float) -> Iterator[str]:
        """Yield the workers that are to be killed now, each once."""
        for worker, hand in self._hands.items():
            if hand.killed_for:
                continue
            asked = [run.cancelled_at for run in hand.runs.values() if run.cancelled_at is not None]
            if asked and now - min(asked) > self._stop_grace:
                hand.killed_for, hand.is_deaf = "did not stop when told to", True
                yield worker
            elif now - hand.heard_at > self._step_timeout:
                hand.killed_for = f"made no progress for {self._step_timeout:g} s"
                yield worker
