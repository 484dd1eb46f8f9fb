"""Workers, wherever they are: started, fed, counted, ended and replaced."""

from __future__ import annotations

import itertools
import logging
import queue
from collections.abc import Callable
from typing import Protocol

from kinescore.serve.errors import ServeError
from kinescore.serve.events import WorkerDied, WorkerEvent, WorkerReady, WorkerUnfit
from kinescore.serve.pipe import Order

FIRST_PAUSE_SECONDS = 0.2
NO_ROOM_PAUSE_SECONDS = 1.0
MAX_STILLBIRTHS = 3
"""So many workers in a row that die before they are ready, and the server gives up."""

log = logging.getLogger(__name__)


class RunningWorker(Protocol):
    """A worker that has been started, wherever it is. It tells WorkerReady or WorkerUnfit, then of its jobs, and last
    of all, however it ends, WorkerDied."""

    name: str

    def order(self, order: Order) -> None:
        """Send an order; to a worker that has just died it is lost, and its death is told soon."""

    def kill(self) -> None:
        """End the worker, for certain in the end."""

    def join(self) -> None:
        """Wait until the worker has ended and its death is told."""


Tell = Callable[[WorkerEvent], None]
StartWorker = Callable[[str, int, Tell], RunningWorker]
"""(name, place among the workers from 0, tell) -> the worker. Raises OSError where there is no room for one now."""


class Pool:
    """`size` workers; a dead one is replaced. `wake` is called, from other threads, when there are events to take."""

    def __init__(
        self,
        size: int,
        start: StartWorker,
        wake: Callable[[], None],
    ) -> None:
        self._size = size
        self._start = start
        self._wake = wake
        self._workers: dict[str, RunningWorker] = {}
        self._slots: dict[str, int] = {}
        self._names = (f"worker {number}" for number in itertools.count(1))
        self._events: queue.SimpleQueue[WorkerEvent] = queue.SimpleQueue()
        self._unborn: set[str] = set()
        self._stillbirths = 0
        self._next_start = 0.0
        self._has_been_ready = False

    def fill(self, now: float) -> None:
        """Start the workers that are missing, at a calmer pace if the last ones died before they were ready.

        Raises ServeError when none gets ready at all.
        """
        if self._stillbirths >= MAX_STILLBIRTHS:
            raise ServeError(
                f"The last {self._stillbirths} workers ended before they were ready.",
                "Their messages above say why; `kinescore doctor` checks the installation.",
            )
        if now < self._next_start:
            return
        while len(self._workers) < self._size:
            try:
                slot = min(set(range(self._size)) - set(self._slots.values()))
                worker = self._start(next(self._names), slot, self._hear)
            except OSError as error:  # no descriptors, no processes, no memory: that may pass
                log.error("a worker could not be started: %s", error)
                self._next_start = now + NO_ROOM_PAUSE_SECONDS
                return
            self._workers[worker.name], self._slots[worker.name] = worker, slot
            self._unborn.add(worker.name)

    def take_events(self, now: float) -> list[WorkerEvent]:
        """Return what the workers have said since the last time.

        Raises ServeError when the first to speak cannot load its models: then none can.
        """
        events: list[WorkerEvent] = []
        while not self._events.empty():
            events.append(self._events.get())
            self._keep_count(events[-1], now)
        return events

    @property
    def ready(self) -> int:
        """How many workers live and have been ready."""
        return len(self._workers) - len(self._unborn)

    def order(self, worker: str, order: Order) -> None:
        """Give a living worker an order."""
        if worker in self._workers:
            self._workers[worker].order(order)

    def kill(self, worker: str) -> None:
        """End a worker; its death is then an event."""
        if worker in self._workers:
            self._workers[worker].kill()

    def close(self) -> None:
        """End every worker and wait until they are gone."""
        for worker in self._workers.values():
            worker.kill()
        for worker in self._workers.values():
            worker.join()

    def _hear(self, event: WorkerEvent) -> None:
        self._events.put(event)
        self._wake()

    def _keep_count(self, event: WorkerEvent, now: float) -> None:
        if isinstance(event, WorkerReady):
            self._unborn.discard(event.worker)
            self._stillbirths = 0
            self._has_been_ready = True
        elif isinstance(event, WorkerUnfit):
            log.error("%s cannot play: %s", event.worker, event.failure.sentence)
            if not self._has_been_ready:
                raise ServeError(event.failure.sentence, event.failure.remedy)
        elif isinstance(event, WorkerDied):
            log.warning("%s %s", event.worker, event.reason)
            del self._workers[event.worker], self._slots[event.worker]
            if event.worker in self._unborn:
                self._unborn.discard(event.worker)
                self._stillbirths += 1
                self._next_start = now + FIRST_PAUSE_SECONDS * 2**self._stillbirths
