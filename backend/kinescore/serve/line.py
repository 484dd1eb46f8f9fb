"""The jobs that wait, and the order in which they will start: by priority, and within one fairly among clients."""

from __future__ import annotations

import heapq
from bisect import insort
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from kinescore.serve.events import Job

PASSED_OVER = 8
"""After so many starts of jobs above it, a priority has its turn: no job waits for ever, however low it is."""

Place = tuple[int, str]  # (sequence, job)
Level = int  # the rank of a priority


class Line:
    """A pure data structure. Next is the highest priority that waits, or one that was passed over for long; in it the
    client who plays least, then who has waited longest for a turn, so a client with one job waits for one job of a
    client with many. Each client's own jobs of a priority start in order of arrival.

    `playing`, of its methods: how many jobs of each owner run.
    """

    def __init__(self) -> None:
        self._waiting: dict[Level, dict[str, list[Place]]] = {}
        self._passed: Counter[Level] = Counter()
        self._turn, self._last_turn = 0, dict[str, int]()  # when each owner's last job was started
        self._owned: Counter[str] = Counter()

    def __len__(self) -> int:
        return self._owned.total()

    def of(self, owner: str) -> int:
        """Return how many jobs of the owner wait."""
        return self._owned[owner]

    def add(self, job: Job) -> None:
        """Have it wait, in the place that its sequence gives it."""
        insort(self._waiting.setdefault(job.priority.rank, {}).setdefault(job.owner, []), (job.sequence, job.job))
        self._owned[job.owner] += 1

    def remove(self, job: Job) -> None:
        """It waits no more, and has not been started."""
        level = job.priority.rank
        owners = self._waiting[level]
        owners[job.owner].remove((job.sequence, job.job))
        self._owned[job.owner] -= 1
        if not owners[job.owner]:
            del owners[job.owner]
        if not owners:
            del self._waiting[level], self._passed[level]

    def start(self, job: Job) -> None:
        """It waits no more, because it plays now: the owner's turn is over, and those below it were passed over."""
        self._turn += 1
        self._last_turn[job.owner] = self._turn
        _pass_over(self._passed, job.priority.rank, self._waiting)
        self.remove(job)

    def first(self, playing: Mapping[str, int]) -> str:
        """Return the job that starts next. Raises StopIteration where none waits."""
        return next(self.in_turn(playing))

    def in_turn(self, playing: Mapping[str, int]) -> Iterator[str]:
        """Yield the waiting jobs as they would start if nothing else came or ended."""
        passed, last_turn, turn = Counter(self._passed), dict(self._last_turn), self._turn
        owned, taken = Counter(playing), Counter[tuple[Level, str]]()

        def key(level: Level, owner: str) -> tuple[int, int, Place]:
            return owned[owner], last_turn.get(owner, 0), self._waiting[level][owner][taken[level, owner]]

        heaps = {level: [(key(level, owner), owner) for owner in owners] for level, owners in self._waiting.items()}
        for heap in heaps.values():
            heapq.heapify(heap)
        while heaps:
            level = _next_level(heaps, passed)
            heap = heaps[level]
            while heap[0][0] != (now := key(level, heap[0][1])):  # its owner has had a turn in another priority
                heapq.heapreplace(heap, (now, heap[0][1]))
            (_, _, (_, name)), owner = heap[0]
            _pass_over(passed, level, heaps)
            turn += 1
            last_turn[owner] = turn
            owned[owner] += 1
            taken[level, owner] += 1
            yield name
            if taken[level, owner] < len(self._waiting[level][owner]):
                heapq.heapreplace(heap, (key(level, owner), owner))
            else:
                heapq.heappop(heap)
            if not heap:
                del heaps[level], passed[level]


def _next_level(waiting: Collection[Level], passed: Mapping[Level, int]) -> Level:
    overdue = [level for level in waiting if passed[level] >= PASSED_OVER]
    if overdue:
        return max(overdue, key=lambda level: (passed[level], level))
    return max(waiting)


def _pass_over(passed: Counter[Level], started: Level, waiting: Collection[Level]) -> None:
    passed[started] = 0
    for level in waiting:
        if level < started:
            passed[level] += 1
