"""The server as one object: opens everything in the right order, serves, closes everything."""

from __future__ import annotations

import errno
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from types import FrameType

import zmq

from kinescore.serve.auth import lock, start_authenticator
from kinescore.serve.config import ServeConfig
from kinescore.serve.door import Door
from kinescore.serve.errors import ServeError
from kinescore.serve.pool import Pool
from kinescore.serve.store import Store
from kinescore.wire.address import Address
from kinescore.wire.encoded_request import MAX_ARRAY_BYTES
from kinescore.wire.keys import ServerKeys, load_server_keys

BELL = "inproc://workers-have-news"
RECEIVE_MESSAGES, SEND_MESSAGES = 8, 8
"""High-water marks per client; messages are large, so few are kept for a client that does not read."""

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
            store = opened.enter_context(closing(Store(self._config.store_folder)))
            context = zmq.Context()
            opened.callback(context.destroy, linger=0)
            opened.callback(start_authenticator(context, keys).stop)
            clients = _open_router(context, Address.parse(self._config.address), keys)
            address = clients.getsockopt_string(zmq.LAST_ENDPOINT)
            bell, ring = _open_bell(context)
            config = self._config
            pool = Pool(config.workers, config.models, config.engines, config.stop_grace_seconds, ring)
            opened.callback(pool.close)
            opened.enter_context(self._stopping_on_signals())
            door = Door(clients, bell, store, pool, self._config)
            door.run(lambda: on_ready(address), self._stopping.is_set)

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


def _open_router(
    context: zmq.Context[zmq.Socket[bytes]], address: Address, keys: ServerKeys | None
) -> zmq.Socket[bytes]:
    clients = context.socket(zmq.ROUTER)
    clients.router_mandatory = True  # a reply that cannot be delivered is an error, not a silent loss
    clients.maxmsgsize = MAX_ARRAY_BYTES
    clients.rcvhwm, clients.sndhwm = RECEIVE_MESSAGES, SEND_MESSAGES
    clients.handshake_ivl = 2000
    clients.heartbeat_ivl, clients.heartbeat_timeout = 2000, 6000
    clients.ipv6 = address.is_ipv6
    lock(clients, keys)
    host = "127.0.0.1" if address.host == "localhost" else address.host
    try:
        clients.bind(str(Address(host, address.port)))
    except zmq.ZMQError as error:
        if error.errno == errno.EADDRINUSE:
            raise ServeError(
                f"Another program listens at {address}.", "Stop it, or choose another address with `--address`."
            ) from error
        raise ServeError(f"Nothing can listen at {address}: {error.strerror}.", "Check the address.") from error
    return clients


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
