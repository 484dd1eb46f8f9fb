"""Worker processes: started, fed, watched, killed and replaced."""

from __future__ import annotations

import itertools
import logging
import multiprocessing
import queue
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection, wait

from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.table import EngineTable
from kinescore.files.strict_json import FormatError
from kinescore.serve.devices import models_in
from kinescore.serve.errors import ServeError
from kinescore.serve.events import WorkerDied, WorkerEvent, WorkerReady, WorkerUnfit
from kinescore.serve.pipe import FROM_WORKER, Order, from_line, to_line
from kinescore.serve.worker import worker_main

LOOK_SECONDS = 0.5
FIRST_PAUSE_SECONDS = 0.2
NO_ROOM_PAUSE_SECONDS = 1.0
MAX_STILLBIRTHS = 3
"""So many workers in a row that die before they are ready, and the server gives up."""

log = logging.getLogger(__name__)
# Spawned, not forked: the same on every platform, and no sockets or locks of the server leak into workers.
spawning = multiprocessing.get_context("spawn")


class WorkerProcess:
    """One process, and the thread that waits for its messages and its end."""

    def __init__(
        self,
        name: str,
        models: tuple[ModelChoice, ...],
        table: EngineTable,
        kill_grace_seconds: float,
        tell: Callable[[WorkerEvent], None],
    ) -> None:
        self.name = name
        self._grace = kill_grace_seconds
        self._tell = tell
        self._kill_at: float | None = None
        self._link, far_end = spawning.Pipe()
        arguments = (name, far_end, models, table)
        self._process = spawning.Process(target=worker_main, args=arguments, name=name, daemon=True)
        self._process.start()
        far_end.close()  # ours; so that the pipe ends with the process
        self._watcher = threading.Thread(target=self._watch, name=f"watch {name}", daemon=True)
        self._watcher.start()

    def order(self, order: Order) -> None:
        """Send an order; to a process that has just died it is lost, and its death is told soon."""
        try:
            self._link.send_bytes(to_line(order))
        except OSError:
            log.info("%s was gone before it heard its order", self.name)

    def kill(self) -> None:
        """End the process: politely, and after the grace for certain."""
        self._kill_at = time.monotonic() + self._grace
        self._process.terminate()

    def join(self) -> None:
        """Wait until the process has ended and its death is told."""
        self._watcher.join()

    def _watch(self) -> None:
        links: list[Connection] = [self._link]
        while True:
            ready = wait([*links, self._process.sentinel], timeout=LOOK_SECONDS)
            if self._kill_at is not None and time.monotonic() >= self._kill_at:
                self._process.kill()
            if self._link in ready:
                links = links if self._pass_on() else []
            elif self._process.sentinel in ready:
                break
        self._process.join()
        self._link.close()
        self._tell(WorkerDied(self.name, _how_it_ended(self._process.exitcode)))

    def _pass_on(self) -> bool:
        try:
            self._tell(from_line(FROM_WORKER, self._link.recv_bytes()))
        except FormatError:
            log.exception("%s said something that is not understood", self.name)
        except (EOFError, OSError):
            return False
        return True


class Pool:
    """`size` workers; a dead one is replaced. `wake` is called, from other threads, when there are events to take."""

    def __init__(
        self,
        size: int,
        models: tuple[ModelChoice, ...],
        table: EngineTable,
        kill_grace_seconds: float,
        wake: Callable[[], None],
    ) -> None:
        self._size = size
        self._models, self._table = models, table
        self._grace = kill_grace_seconds
        self._wake = wake
        self._workers: dict[str, WorkerProcess] = {}
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
                models = models_in(slot, self._models)
                worker = WorkerProcess(next(self._names), models, self._table, self._grace, self._hear)
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
        """End a worker's process; its death is then an event."""
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


def _how_it_ended(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        return f"was ended by signal {-exit_code}"
    return f"ended with exit code {exit_code}"
