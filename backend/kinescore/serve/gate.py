"""The only way in from the network: takes connections, counts what comes through them, and passes it on to the door.

    clients ══TCP══▶ Gate ──private socket──▶ ROUTER ──▶ Door

Behind it libzmq does the protocol and CURVE. In front of it nothing bounds how many connections a stranger opens, nor
how many frames a message has; here both are bounded, so that neither descriptors nor the door's time run out.
"""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
import threading

from kinescore.serve.allowance import Room
from kinescore.serve.errors import ServeError
from kinescore.serve.passage import Inner, Passage
from kinescore.wire.address import Address

MAX_WAITING = 64
"""Connections that have not come through the handshake; for another one the oldest of them goes."""
BACKLOG = 256
DESCRIPTORS_EACH = 3  # the client's, ours to the ROUTER, the ROUTER's
SPARE_DESCRIPTORS = 160  # the journal, the files, the workers' pipes
MAX_CONNECTIONS = 2000
WANTED_DESCRIPTORS = MAX_CONNECTIONS * DESCRIPTORS_EACH + SPARE_DESCRIPTORS

log = logging.getLogger(__name__)


class Gate:
    """Listens in a thread of its own from `open` to `close`."""

    def __init__(self, address: Address, inner: Inner) -> None:
        self._address, self._inner = address, inner
        self._room = room_for_connections()
        self._passages: dict[Passage, asyncio.Task[None]] = {}  # in order of arrival
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="gate", daemon=True)

    def open(self) -> Address:
        """Listen, and return where, with the real port. Raises ServeError when that cannot be."""
        host = {"*": "0.0.0.0", "localhost": "127.0.0.1"}.get(self._address.host, self._address.host)
        try:
            family = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0][0]
            listener = socket.create_server((host, self._address.port), family=family, backlog=BACKLOG)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise ServeError(
                    f"Another program listens at {self._address}.", "Stop it, or choose another with `--address`."
                ) from error
            raise ServeError(
                f"Nothing can listen at {self._address}: {error.strerror}.", "Check the address."
            ) from error
        listener.setblocking(False)
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._accept(listener), self._loop)
        return Address(self._address.host, listener.getsockname()[1])

    def close(self) -> None:
        """Cut every connection and end the thread."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _accept(self, listener: socket.socket) -> None:
        """Take in one after the other; where there is no room, only once another one has gone."""
        room = Room()
        with listener:
            while True:
                connection, _ = await self._loop.sock_accept(listener)
                passage = Passage(self._inner, room)
                self._passages[passage] = self._loop.create_task(self._pass(passage, connection))
                await asyncio.sleep(0)  # it must have begun before it can be cut
                if crowded := self._one_too_many():
                    log.info("a connection was cut: there are too many")
                    self._passages[crowded].cancel()
                    await asyncio.wait([self._passages[crowded]])

    async def _pass(self, passage: Passage, connection: socket.socket) -> None:
        try:
            await passage.run(connection)
        except Exception:
            log.exception("a connection failed")
        finally:
            del self._passages[passage]

    def _one_too_many(self) -> Passage | None:
        waiting = [passage for passage in self._passages if not passage.is_through]
        if len(waiting) <= MAX_WAITING and len(self._passages) <= self._room:
            return None
        return waiting[0] if waiting else list(self._passages)[-1]

    async def _end(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)


def room_for_connections() -> int:
    """Return how many connections this process has descriptors for, after raising its own limit as far as it may."""
    try:
        import resource
    except ImportError:  # Windows: its sockets are no descriptors
        return MAX_CONNECTIONS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = WANTED_DESCRIPTORS if hard == resource.RLIM_INFINITY else min(hard, WANTED_DESCRIPTORS)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft = wanted
    room = MAX_CONNECTIONS if soft == resource.RLIM_INFINITY else (soft - SPARE_DESCRIPTORS) // DESCRIPTORS_EACH
    return max(min(room, MAX_CONNECTIONS), 1)
