"""Where requests are looked through and written down, in a thread of its own: nobody waits while another's is hashed.

Door ──Arrival──▶ Intake (digest, decode, file) ──Checked──▶ Door (journal, reply)
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kinescore.errors import KinescoreError
from kinescore.serve.store import Store
from kinescore.wire.errors import Busy, WireError
from kinescore.wire.messages import Submit

MAX_BYTES = 64 * 1024 * 1024
"""Of requests that wait to be looked through, or are."""
RETRY_AFTER_SECONDS = 1.0

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Arrival:
    """A submission that the board would take. peer, call_id: whom to answer, and which call. job: its name here."""

    peer: bytes
    call_id: int
    owner: str
    job: str
    call: Submit


@dataclass(frozen=True)
class Checked:
    """outcome: where the request is written down now, or why it is not."""

    arrival: Arrival
    outcome: Path | KinescoreError


class Intake:
    """`wake` is called, from its thread, when there is something to take."""

    def __init__(self, store: Store, wake: Callable[[], None]) -> None:
        self._store, self._wake = store, wake
        self._arrivals: queue.SimpleQueue[Arrival | None] = queue.SimpleQueue()
        self._bytes, self._turn = 0, threading.Lock()
        self._checked: queue.SimpleQueue[Checked] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="intake", daemon=True)
        self._thread.start()

    def offer(self, arrival: Arrival) -> None:
        """Look it through soon. Raises Busy when too much waits for that."""
        with self._turn:
            if self._bytes + len(arrival.call.request.array) > MAX_BYTES:
                raise Busy("The server is reading other requests.", RETRY_AFTER_SECONDS)
            self._bytes += len(arrival.call.request.array)
        self._arrivals.put(arrival)

    def take(self) -> list[Checked]:
        """Return what has been looked through since the last time."""
        checked = []
        while not self._checked.empty():
            checked.append(self._checked.get())
        return checked

    def close(self) -> None:
        """End after the one in hand; clients of the others send theirs again."""
        while not self._arrivals.empty():
            self._arrivals.get()
        self._arrivals.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (arrival := self._arrivals.get()) is not None:
            self._checked.put(self._check(arrival))
            with self._turn:
                self._bytes -= len(arrival.call.request.array)
            self._wake()

    def _check(self, arrival: Arrival) -> Checked:
        request = arrival.call.request
        try:
            if request.digest != arrival.call.digest:
                raise WireError("The request is not what its digest says: it was damaged on the way.", "Send it again.")
            request.decode()  # for its refusals: nothing is kept that no worker could read
            return Checked(arrival, self._store.write_request(arrival.job, request.to_bytes()))
        except KinescoreError as error:
            return Checked(arrival, error)
        except Exception:
            log.exception("a request could not be looked through")
            return Checked(
                arrival, WireError("The server failed at this call.", "Its messages tell why.", code="server_fault")
            )
