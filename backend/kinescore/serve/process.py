"""A worker as a process of this machine: started, watched, ended for certain."""

from __future__ import annotations

import logging
import multiprocessing
import threading
import time
from multiprocessing.connection import Connection, wait

from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.table import EngineTable
from kinescore.files.strict_json import FormatError
from kinescore.serve.devices import models_in
from kinescore.serve.events import WorkerDied
from kinescore.serve.pipe import FROM_WORKER, Order, from_line, to_line
from kinescore.serve.pool import RunningWorker, StartWorker, Tell
from kinescore.serve.worker import worker_main

LOOK_SECONDS = 0.5
KILLED = (-9, -15)
"""Exit codes of a process that somebody ended: crashes have other signals."""

log = logging.getLogger(__name__)
# Spawned, not forked: the same on every platform, and no sockets or locks of the server leak into workers.
spawning = multiprocessing.get_context("spawn")


def processes(models: tuple[ModelChoice, ...], table: EngineTable, kill_grace_seconds: float) -> StartWorker:
    """Return what starts workers as processes here, each with its devices of `models`."""

    def start(name: str, slot: int, tell: Tell) -> RunningWorker:
        return WorkerProcess(name, models_in(slot, models), table, kill_grace_seconds, tell)

    return start


class WorkerProcess:
    """One process, and the thread that waits for its messages and its end."""

    def __init__(
        self, name: str, models: tuple[ModelChoice, ...], table: EngineTable, kill_grace_seconds: float, tell: Tell
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
        code = self._process.exitcode
        self._tell(WorkerDied(self.name, _how_it_ended(code), code in KILLED and self._kill_at is None))

    def _pass_on(self) -> bool:
        try:
            self._tell(from_line(FROM_WORKER, self._link.recv_bytes()))
        except FormatError:
            log.exception("%s said something that is not understood", self.name)
        except (EOFError, OSError):
            return False
        return True


def _how_it_ended(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        return f"was ended by signal {-exit_code}"
    return f"ended with exit code {exit_code}"
