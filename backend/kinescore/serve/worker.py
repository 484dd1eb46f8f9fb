"""A worker process: takes orders through a pipe, composes, writes the Take archive, says how it goes.

It looks at its stop flag in every report. When the pipe closes, the server is gone, and the worker leaves at once.
"""

from __future__ import annotations

import os
import queue
import signal
import threading
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.table import Engine, EngineTable
from kinescore.errors import KinescoreError
from kinescore.request import SoundtrackRequest
from kinescore.serve.events import WorkerReady, WorkerUnfit
from kinescore.serve.hand import Hand
from kinescore.serve.pipe import TO_WORKER, Compose, Told, from_line, to_line
from kinescore.wire.encoded_request import EncodedRequest
from kinescore.wire.messages import EngineInfo, Failure

if TYPE_CHECKING:
    from kinescore.engines.composer import Engines


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
    """One order at a time."""

    def __init__(self, name: str, link: Link, models: tuple[ModelChoice, ...], table: EngineTable) -> None:
        self._name = name
        self._link = link
        self._models = models
        self._table = table
        self._orders: queue.SimpleQueue[Compose] = queue.SimpleQueue()
        self._to_stop: set[str] = set()
        self._turn = threading.Lock()
        self._hand = Hand(name, self._tell, self._to_stop.__contains__)

    def run(self) -> None:
        """Load the models, say that we are ready, and obey."""
        threading.Thread(target=self._listen, daemon=True).start()
        try:
            available = loaded_engines(self._models, self._table)
        except KinescoreError as error:
            self._tell(WorkerUnfit(self._name, Failure.of(error)))
            return
        self._engines = {name: partial(self._load, build) for name, build in available.items()}
        engines = tuple(
            EngineInfo(name, self._table[name].licence)
            for name in available
            if not self._table[name].missing_packages()
        )
        self._tell(WorkerReady(self._name, engines))
        while True:
            self._obey(self._orders.get())

    def _listen(self) -> None:
        try:
            while True:
                order = from_line(TO_WORKER, self._link.recv_bytes())
                if isinstance(order, Compose):
                    self._orders.put(order)
                else:
                    self._to_stop.add(order.job)
        except (EOFError, OSError):
            os._exit(0)

    def _load(self, build: Callable[[], Engine]) -> Engine:
        """Build an engine, however long its imports and its model take."""
        with self._hand.beating("loading"):
            return build()

    def _obey(self, order: Compose) -> None:
        from kinescore.engines.side_by_side import compose_side_by_side

        self._hand.take(order.parts)
        requests: dict[str, SoundtrackRequest] = {}
        for part in order.parts:
            try:
                requests[part.job] = EncodedRequest.from_bytes(Path(part.request_path).read_bytes()).decode()
            except Exception as error:
                self._hand.drop(part.job, error)
        jobs = list(requests)
        reports = [self._hand.report_of(job) for job in jobs]
        for place, outcome in compose_side_by_side(list(requests.values()), reports, self._engines):
            self._hand.end(jobs[place], outcome)
        self._to_stop.difference_update(part.job for part in order.parts)

    def _tell(self, event: Told) -> None:
        with self._turn:
            try:
                self._link.send_bytes(to_line(event))
            except OSError:  # the server is gone, and the thread that listens was not the first to see it
                os._exit(0)
