"""A worker as a Ray actor: the same one as in a process, with its orders, messages and results through the cluster.

It runs on any node; requests come to it, and results go back, in pieces, since nodes share no disk.
"""

from __future__ import annotations

import queue
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from kinescore.engines.model_choice import ModelChoice
from kinescore.engines.table import EngineTable
from kinescore.files.atomic_file import pieces_in
from kinescore.serve.events import Failed, Finished, Stopped
from kinescore.serve.pipe import FROM_WORKER, TO_WORKER, Compose, Part, from_line, to_line
from kinescore.serve.worker import Worker


class QueueLink:
    """A worker's link within one process. `said` holds what the worker tells, and None once it is over."""

    def __init__(self) -> None:
        self.orders: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self.said: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()

    def recv_bytes(self) -> bytes:
        """Wait for the next order."""
        return self.orders.get()

    def send_bytes(self, line: bytes, /) -> None:
        """Say something to the server."""
        self.said.put(line)


class RayWorker:
    """What Ray makes an actor of; its methods are called from the server, several at a time."""

    def __init__(self, name: str, models: tuple[ModelChoice, ...], table: EngineTable) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="kinescore-")
        self._link = QueueLink()
        self._worker = Worker(name, self._link, models, table)

    def talk(self) -> Iterator[bytes]:
        """Yield what the worker tells, for as long as it lives; after each Finished, the pieces of its result."""
        threading.Thread(target=self._run, daemon=True).start()
        while (line := self._link.said.get()) is not None:
            yield line
            event = from_line(FROM_WORKER, line)
            if isinstance(event, Finished):
                # Ray sends values into what yields, and an iterator of bytes takes none: so no `yield from`.
                for piece in pieces_in(self._result(event.job)):  # noqa: UP028
                    yield piece
            if isinstance(event, Finished | Failed | Stopped):
                for place in (self._request(event.job), self._result(event.job)):
                    place.unlink(missing_ok=True)

    def obey(self, line: bytes, requests: Sequence[bytes] = ()) -> None:
        """Take an order; one to compose comes with its requests, whose places and whose results' are here."""
        order = from_line(TO_WORKER, line)
        if isinstance(order, Compose):
            order = Compose(tuple(map(self._placed, order.parts, requests)))
        self._link.orders.put(to_line(order))

    def _placed(self, part: Part, request: bytes) -> Part:
        place = self._request(part.job)
        place.write_bytes(request)
        return Part(part.job, str(place), str(self._result(part.job)))

    def _run(self) -> None:
        try:
            self._worker.run()
        finally:
            self._link.said.put(None)

    def _request(self, job: str) -> Path:
        return Path(self._folder.name, f"{job}.request")

    def _result(self, job: str) -> Path:
        return Path(self._folder.name, f"{job}.take")
