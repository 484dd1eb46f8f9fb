"""A worker process: takes orders through a pipe, composes, writes the Take archive, says how it goes.

It looks at its stop flag in every report. When the pipe closes, the server is gone, and the worker leaves at once.
"""

from __future__ import annotations

import hashlib
import logging
import os
import queue
import signal
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path

from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.table import EngineTable
from kinescore.errors import Cancelled, KinescoreError
from kinescore.files.atomic_file import write_atomically
from kinescore.progress import Report
from kinescore.serve.errors import disk_error
from kinescore.serve.events import Failed, Finished, Reported, Stopped, WorkerReady
from kinescore.serve.pipe import TO_WORKER, Compose, Told, from_line, to_line
from kinescore.wire.encoded_request import EncodedRequest
from kinescore.wire.messages import EngineInfo, Failure
from kinescore.wire.take_archive import take_to_bytes

REPORT_SECONDS = 0.05
"""Reports in between are looked at for the stop flag but not sent on."""
MAX_SENTENCE_CHARACTERS = 300

log = logging.getLogger(__name__)


def worker_main(name: str, link: Connection, models: tuple[ModelChoice, ...], table: EngineTable) -> None:
    """Run a worker until its process ends; the target of the pool's processes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the server decides when we leave
    Worker(name, link, models, table).run()


class Worker:
    """One job at a time."""

    def __init__(self, name: str, link: Connection, models: tuple[ModelChoice, ...], table: EngineTable) -> None:
        self._name = name
        self._link = link
        self._models = models
        self._table = table
        self._orders: queue.SimpleQueue[Compose] = queue.SimpleQueue()
        self._to_stop = ""

    def run(self) -> None:
        """Load the engines' front, say that we are ready, and obey."""
        from kinescore.engines import composer

        available = composer.engines_with(self._models, self._table)
        self._compose = lambda request, report: composer.compose(request, report, available)
        threading.Thread(target=self._listen, daemon=True).start()
        engines = tuple(EngineInfo(name, self._table[name].licence) for name in available)
        self._tell(WorkerReady(self._name, engines))
        while True:
            order = self._orders.get()
            self._tell(self._obey(order))

    def _listen(self) -> None:
        try:
            while True:
                order = from_line(TO_WORKER, self._link.recv_bytes())
                if isinstance(order, Compose):
                    self._orders.put(order)
                else:
                    self._to_stop = order.job
        except (EOFError, OSError):
            os._exit(0)

    def _obey(self, order: Compose) -> Finished | Failed | Stopped:
        try:
            request = EncodedRequest.from_bytes(Path(order.request_path).read_bytes()).decode()
            archive = take_to_bytes(self._compose(request, self._report_for(order.job)))
        except Cancelled:
            return Stopped(self._name, order.job)
        except KinescoreError as error:
            return Failed(self._name, order.job, Failure.of(error))
        except Exception as error:
            log.exception("job %s: the engine crashed", order.job)
            return Failed(self._name, order.job, _crash(error))
        return self._keep(archive, order)

    def _keep(self, archive: bytes, order: Compose) -> Finished | Failed:
        try:
            write_atomically(Path(order.result_path), archive)
        except OSError as error:
            return Failed(self._name, order.job, Failure.of(disk_error(error)))
        return Finished(self._name, order.job, len(archive), hashlib.sha256(archive).hexdigest())

    def _report_for(self, job: str) -> Report:
        sent_phase, sent_at = "", 0.0

        def report(phase: str, fraction: float) -> None:
            nonlocal sent_phase, sent_at
            if self._to_stop == job:
                raise Cancelled
            now = time.monotonic()
            if phase != sent_phase or now - sent_at >= REPORT_SECONDS:
                sent_phase, sent_at = phase, now
                self._tell(Reported(self._name, job, phase, min(max(float(fraction), 0.0), 1.0)))

        return report

    def _tell(self, event: Told) -> None:
        self._link.send_bytes(to_line(event))


def _crash(error: Exception) -> Failure:
    return Failure(
        "engine_crashed",
        f"The engine stopped with an internal error: {type(error).__name__}: {str(error)[:MAX_SENTENCE_CHARACTERS]}.",
        "This is a fault in Kinescore; the server's messages tell where. Another seed or range may work.",
    )
