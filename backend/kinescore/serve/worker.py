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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.table import Engine, EngineTable
from kinescore.errors import Cancelled, KinescoreError
from kinescore.files.atomic_file import PIECE_BYTES, atomic_file
from kinescore.progress import Report
from kinescore.serve.errors import disk_error
from kinescore.serve.events import Failed, Finished, Reported, Stopped, WorkerReady, WorkerUnfit
from kinescore.serve.pipe import TO_WORKER, Compose, Told, from_line, to_line
from kinescore.take import Take
from kinescore.wire.encoded_request import EncodedRequest
from kinescore.wire.messages import EngineInfo, Failure
from kinescore.wire.take_archive import write_take

if TYPE_CHECKING:
    from kinescore.engines.composer import Engines

REPORT_SECONDS = 0.05
"""Reports in between are looked at for the stop flag but not sent on."""
HEARTBEAT_SECONDS = 0.5
PATIENCE_SECONDS = 1800.0
"""For so long a model may load, or a take be packed or written; then the silence is judged like any other."""
MAX_SENTENCE_CHARACTERS = 300

log = logging.getLogger(__name__)


class Link(Protocol):
    """How a worker hears orders and tells how they go. A closed one raises EOFError or OSError."""

    def recv_bytes(self) -> bytes:
        """Wait for the next order."""

    def send_bytes(self, line: bytes, /) -> None:
        """Say something to the server."""


def worker_main(name: str, link: Connection, models: tuple[ModelChoice, ...], table: EngineTable) -> None:
    """Run a worker until its process ends; the target of the pool's processes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the server decides when we leave
    Worker(name, link, models, table).run()


def loaded_engines(models: tuple[ModelChoice, ...], table: EngineTable) -> Engines:
    """Return the engines of `table`, those of `models` with their model loaded. Raises KinescoreError for one that
    cannot be."""
    from kinescore.engines.composer import engines_with

    available = engines_with(models, table)
    for choice in models:
        available[choice.engine]()
    return available


class Worker:
    """One job at a time."""

    def __init__(self, name: str, link: Link, models: tuple[ModelChoice, ...], table: EngineTable) -> None:
        self._name = name
        self._link = link
        self._models = models
        self._table = table
        self._orders: queue.SimpleQueue[Compose] = queue.SimpleQueue()
        self._to_stop = ""
        self._job = ""
        self._turn = threading.Lock()

    def run(self) -> None:
        """Load the models, say that we are ready, and obey."""
        from kinescore.engines import composer

        threading.Thread(target=self._listen, daemon=True).start()
        try:
            available = loaded_engines(self._models, self._table)
        except KinescoreError as error:
            self._tell(WorkerUnfit(self._name, Failure.of(error)))
            return
        patient = {name: partial(self._load, build) for name, build in available.items()}
        self._compose = lambda request, report: composer.compose(request, report, patient)
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

    def _load(self, build: Callable[[], Engine]) -> Engine:
        """Build an engine, however long its imports and its model take."""
        with self._beating("loading"):
            return build()

    @contextmanager
    def _beating(self, phase: str) -> Iterator[None]:
        """Report every few seconds while the body does what has no steps of its own, for PATIENCE_SECONDS at most."""
        over = threading.Event()

        def beat(job: str) -> None:
            for _ in range(round(PATIENCE_SECONDS / HEARTBEAT_SECONDS)):
                self._tell(Reported(self._name, job, phase, 0.0 if phase == "loading" else 1.0))
                if over.wait(HEARTBEAT_SECONDS):
                    return

        beats = threading.Thread(target=beat, args=(self._job,), daemon=True)
        beats.start()
        try:
            yield
        finally:
            over.set()
            beats.join()

    def _obey(self, order: Compose) -> Finished | Failed | Stopped:
        self._job = order.job
        report = self._report_for(order.job)
        try:
            request = EncodedRequest.from_bytes(Path(order.request_path).read_bytes()).decode()
            return self._keep(self._compose(request, report), order, report)
        except Cancelled:
            return Stopped(self._name, order.job)
        except KinescoreError as error:
            return Failed(self._name, order.job, Failure.of(error))
        except OSError as error:
            return Failed(self._name, order.job, Failure.of(disk_error(error)))
        except Exception as error:
            log.exception("job %s: the engine crashed", order.job)
            return Failed(self._name, order.job, _crash(error))

    def _keep(self, take: Take, order: Compose, report: Report) -> Finished:
        """Pack and keep a take, in pieces: an hour with its stems has seven gigabytes."""
        path, digest, size = Path(order.result_path), hashlib.sha256(), 0
        with self._beating("packing"), atomic_file(path) as out:
            write_take(take, out, report)
            out.seek(0)
            for piece in iter(partial(out.read, PIECE_BYTES), b""):
                report("packing", 1.0)
                digest.update(piece)
                size += len(piece)
        return Finished(self._name, order.job, size, digest.hexdigest())

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
        with self._turn:
            try:
                self._link.send_bytes(to_line(event))
            except OSError:  # the server is gone, and the thread that listens was not the first to see it
                os._exit(0)


def _crash(error: Exception) -> Failure:
    return Failure(
        "engine_crashed",
        f"The engine stopped with an internal error: {type(error).__name__}: {str(error)[:MAX_SENTENCE_CHARACTERS]}.",
        "This is a fault in Kinescore; the server's messages tell where. Another seed or range may work.",
    )
