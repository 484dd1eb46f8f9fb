"""The server's one thread that decides: joins socket, board, store and workers, and gives each its turn."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import zmq

from kinescore.serve.admin_desk import AdminDesk
from kinescore.serve.auth import AllowList, called
from kinescore.serve.board import Board
from kinescore.serve.clerk import Clerk
from kinescore.serve.config import ServeConfig
from kinescore.serve.counter import Counter
from kinescore.serve.desk import Desk
from kinescore.serve.events import Restored, ShuttingDown, WorkerReady
from kinescore.serve.intake import Intake
from kinescore.serve.pool import Pool
from kinescore.serve.snapshot import Snapshot
from kinescore.serve.store import Store
from kinescore.wire.messages import Failure

TICK_MILLISECONDS = 200
LOOK_SECONDS = 0.5


class Door:
    """clients: a bound ROUTER. bell: a PULL that becomes readable when the pool or the intake has something.

    allowed: who is served; None on a server without keys. address: where clients find it. snapshot: how it was a
    moment ago, for other threads.
    """

    def __init__(
        self,
        clients: zmq.Socket[bytes],
        bell: zmq.Socket[bytes],
        store: Store,
        intake: Intake,
        pool: Pool,
        config: ServeConfig,
        allowed: AllowList | None,
        address: str,
    ) -> None:
        self._clients, self._bell = clients, bell
        self._store, self._intake, self._pool, self._config = store, intake, pool, config
        client_of = partial(called, allowed)
        self._board = Board(config.rules)
        self._clerk = Clerk(self._board, store, pool, client_of)
        self._desk = Desk(self._board, store, intake, config, client_of, self._clerk.happen)
        admin = AdminDesk(self._board, store, allowed, client_of, self._clerk.happen)
        self._counter = Counter(clients, self._desk, admin, allowed, self._clerk.tally)
        self._address, self._started_at = address, time.time()
        self._next_look = 0.0
        self.snapshot = self._look()

    def run(self, on_ready: Callable[[], None], is_stopping: Callable[[], bool]) -> None:
        """Serve until `is_stopping`, or until it is drained; `on_ready` is called once, with the first worker."""
        poller = zmq.Poller()
        poller.register(self._clients, zmq.POLLIN)
        poller.register(self._bell, zmq.POLLIN)
        self._clerk.happen(Restored(self._store.jobs()))
        while not (is_stopping() or self._board.is_drained):
            self._pool.fill(time.monotonic())
            readable = dict(poller.poll(TICK_MILLISECONDS))
            if self._clients in readable:
                self._counter.answer_waiting()
            if self._bell in readable:
                while self._bell.poll(0):
                    self._bell.recv()
                self._take_in_checked()
                if self._take_worker_events():
                    on_ready()
            self._clerk.tick(self._overdue)
            if time.monotonic() >= self._next_look:
                self._next_look = time.monotonic() + LOOK_SECONDS
                self.snapshot = self._look()
        self._clerk.happen(ShuttingDown())

    def _take_in_checked(self) -> None:
        for checked in self._intake.take():
            arrival, outcome = checked.arrival, checked.outcome
            reply = self._desk.accept(arrival, outcome) if isinstance(outcome, Path) else Failure.of(outcome)
            self._counter.reply(arrival.peer, reply, arrival.call_id)

    def _take_worker_events(self) -> bool:
        """Return whether these events made the first worker ready."""
        was_ready = bool(self._desk.engines)
        for event in self._pool.take_events(time.monotonic()):
            if isinstance(event, WorkerReady):
                self._desk.engines = event.engines
            self._clerk.happen(event)
        return bool(self._desk.engines) and not was_ready

    def _overdue(self, wall_time: float) -> list[str]:
        config = self._config
        return self._store.overdue(wall_time, config.keep_seconds, config.quota_bytes, self._desk.room_of)

    def _look(self) -> Snapshot:
        return self._desk.snapshot(self._address, self._started_at, self._pool.ready, self._clerk.tally)
