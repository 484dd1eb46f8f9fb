"""The server as one object: opens everything in the right order, serves, closes everything."""

from __future__ import annotations

import logging
import os
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import replace
from types import FrameType
from typing import TYPE_CHECKING

import zmq

from kinescore.errors import require_packages
from kinescore.serve.auth import AllowList, lock, start_authenticator
from kinescore.serve.cluster import Cluster
from kinescore.serve.config import ServeConfig
from kinescore.serve.door import Door
from kinescore.serve.gate import Gate
from kinescore.serve.intake import Intake
from kinescore.serve.logs import audit_to, stop_audit
from kinescore.serve.passage import Inner
from kinescore.serve.pool import Pool, StartWorker
from kinescore.serve.process import processes
from kinescore.serve.snapshot import Snapshot
from kinescore.serve.store import Store
from kinescore.wire.address import Address
from kinescore.wire.encoded_request import MAX_ARRAY_BYTES
from kinescore.wire.keys import ServerKeys, load_server_keys

if TYPE_CHECKING:
    from kinescore.serve.status_page import StatusPage

BELL = "inproc://workers-have-news"
RECEIVE_MESSAGES, SEND_MESSAGES = 8, 8
"""High-water marks per client; messages are large, so few are kept for a client that does not read."""

log = logging.getLogger(__name__)

OnReady = Callable[[str], None]


def say_nothing(address: str) -> None:
    """An on_ready that nobody hears."""


class Server:
    """`Server(config).run(on_ready)` serves until SIGINT, SIGTERM or `stop()`, and leaves the store in good order."""

    def __init__(self, config: ServeConfig) -> None:
        self._config = config
        self._stopping = threading.Event()

    def stop(self) -> None:
        """End `run` soon. May be called from any thread or signal handler."""
        self._stopping.set()

    def run(self, on_ready: OnReady = say_nothing) -> None:
        """Serve. on_ready(address) is called when the first worker is ready; the address has the real port.

        Raises ServeError when the server cannot start or its workers cannot; WireError or FormatError for bad keys.
        """
        keys = None if self._config.key_folder is None else load_server_keys(self._config.key_folder)
        with ExitStack() as opened:
            if self._config.audit_file is not None:
                opened.callback(stop_audit, audit_to(self._config.audit_file))
            store = opened.enter_context(closing(Store(self._config.store_folder)))
            context = zmq.Context()
            opened.callback(context.destroy, linger=0)
            allowed = None if keys is None else AllowList(keys)
            opened.callback(start_authenticator(context, allowed).stop)
            hidden = opened.enter_context(tempfile.TemporaryDirectory(prefix="kinescore-"))
            clients, inner = _open_router(context, hidden, keys)
            gate = Gate(Address.parse(self._config.address), inner)
            address = str(gate.open())
            opened.callback(gate.close)
            bell, ring = _open_bell(context)
            intake = Intake(store, ring)
            opened.callback(intake.close)
            config, start = self._open_workers(opened)
            pool = Pool(config.workers, start, ring)
            opened.callback(pool.close)
            opened.enter_context(self._stopping_on_signals())
            door = Door(clients, bell, store, intake, pool, config, allowed, address)
            self._open_status(opened, door)
            door.run(lambda: on_ready(address), self._stopping.is_set)

    def _open_workers(self, opened: ExitStack) -> tuple[ServeConfig, StartWorker]:
        """Return what starts workers, and the configuration with their number."""
        config = self._config
        if config.ray is None:
            return config, processes(config.models, config.engines, config.stop_grace_seconds)
        cluster = Cluster(config.ray, config.models, config.engines)
        opened.callback(cluster.close)
        return replace(config, workers=config.workers or cluster.workers), cluster.start

    def _open_status(self, opened: ExitStack, door: Door) -> None:
        if self._config.status is None:
            return
        page = open_status_page(self._config.status, lambda: door.snapshot)
        opened.callback(page.close)
        log.info("the status page is at %s", page.address)

    @contextmanager
    def _stopping_on_signals(self) -> Iterator[None]:
        if threading.current_thread() is not threading.main_thread():
            yield  # only the main thread may have signal handlers; its program calls stop()
            return

        def on_signal(number: int, frame: FrameType | None) -> None:
            self.stop()

        names = [name for name in ("SIGINT", "SIGTERM", "SIGBREAK") if hasattr(signal, name)]
        before = {name: signal.signal(getattr(signal, name), on_signal) for name in names}
        try:
            yield
        finally:
            for name, handler in before.items():
                signal.signal(getattr(signal, name), handler)


def open_status_page(address: str, look: Callable[[], Snapshot]) -> StatusPage:
    """Open the page that tells what `look` returns. Raises ServeError, and KinescoreError without what it needs."""
    require_packages(("jinja2", "prometheus_client"), "The status page", "server")
    from kinescore.serve.status_page import StatusPage

    return StatusPage(Address.parse(address), look)


def _open_router(
    context: zmq.Context[zmq.Socket[bytes]], hidden: str, keys: ServerKeys | None
) -> tuple[zmq.Socket[bytes], Inner]:
    """Return the socket behind the gate, and where the gate finds it: in the folder `hidden`, which is only ours."""
    clients = context.socket(zmq.ROUTER)
    clients.router_mandatory = True  # a reply that cannot be delivered is an error, not a silent loss
    clients.maxmsgsize = MAX_ARRAY_BYTES
    clients.rcvhwm, clients.sndhwm = RECEIVE_MESSAGES, SEND_MESSAGES
    clients.handshake_ivl = 2000
    clients.heartbeat_ivl, clients.heartbeat_timeout = 2000, 6000
    lock(clients, keys)
    if os.name == "posix":
        path = os.path.join(hidden, "door")
        clients.bind(f"ipc://{path}")
        return clients, path
    return clients, ("127.0.0.1", clients.bind_to_random_port("tcp://127.0.0.1"))


def _open_bell(context: zmq.Context[zmq.Socket[bytes]]) -> tuple[zmq.Socket[bytes], Callable[[], None]]:
    """Return a socket that becomes readable after `ring()`, which any thread may call."""
    bell = context.socket(zmq.PULL)
    bell.bind(BELL)
    rope = context.socket(zmq.PUSH)
    rope.connect(BELL)
    turn = threading.Lock()

    def ring() -> None:
        with turn, suppress(zmq.Again):  # Again: it rings already
            rope.send(b"", zmq.NOBLOCK)

    return bell, ring
