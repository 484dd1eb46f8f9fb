"""One connection on its way through the gate, and what it may have under way before anybody has answered it."""

from __future__ import annotations

import asyncio
import logging
import socket
import time

from kinescore.serve.allowance import LARGE_BYTES, SLOWEST_BYTES_PER_SECOND, STALL_SECONDS, Allowance, Room
from kinescore.serve.zmtp_meter import COMMAND, SIGNATURE_BYTES, FrameMeter, NotZmtpError

Inner = tuple[str, int] | str
"""Where the ROUTER listens: host and port, or the path of a Unix socket."""

CHUNK_BYTES = 64 * 1024
HANDSHAKE_SECONDS = 2.0
CURVE_PONG_BYTES = 54
"""In CURVE a pong looks like a reply, but is shorter than any of ours."""
READY = b"\x05READY"

log = logging.getLogger(__name__)


class Passage:
    """Passes bytes both ways until one end closes, says what is not ZMTP, or sends on and on without a reply."""

    def __init__(self, inner: Inner, room: Room) -> None:
        """room: for the large frames of all passages."""
        self._inner = inner
        self._allowance = Allowance(time.monotonic())
        self._room, self._taken, self._waits_for_room = room, 0, False
        self._overdue: asyncio.TimerHandle | None = None  # cuts a large frame that is sent too slowly
        self._may_go_on = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self.is_through = False

    async def run(self, connection: socket.socket) -> None:
        """Pass on until it ends or is cancelled; never raises for what either end does."""
        opened: list[asyncio.StreamWriter] = []
        self._task = asyncio.current_task()
        try:
            # asyncio does so for sockets that it opens itself. Else the end of each reply waits 40 ms for its client to
            # say that it has the rest.
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            client, to_client = await asyncio.open_connection(sock=connection)
            opened.append(to_client)
            first = await asyncio.wait_for(client.readexactly(SIGNATURE_BYTES), HANDSHAKE_SECONDS)
            meter = FrameMeter()
            meter.read(first, self._may_begin)
            server, to_server = await _connect(self._inner)  # not sooner: noise and silence cost the door nothing
            opened.append(to_server)
            to_server.write(first)
            async with asyncio.TaskGroup() as both:
                both.create_task(self._pass_up(meter, client, to_server))
                both.create_task(self._pass_down(server, to_client))
        except* (OSError, TimeoutError, EOFError, NotZmtpError) as ends:
            log.debug("a connection ended: %s", ends.exceptions[0])
        finally:
            self._leave_room()
            for writer in opened:
                writer.transport.abort()
            connection.close()

    async def _pass_up(self, meter: FrameMeter, client: asyncio.StreamReader, server: asyncio.StreamWriter) -> None:
        """From the client, as far as its allowance goes."""
        held = b""
        while chunk := await client.read(CHUNK_BYTES):
            held += chunk
            while held:
                self._may_go_on.clear()
                passed = meter.read(held, self._may_begin)
                server.write(held[:passed])
                held = held[passed:]
                await server.drain()
                if not meter.is_held:
                    break
                patience = None if self._waits_for_room else STALL_SECONDS
                await asyncio.wait_for(self._may_go_on.wait(), patience)
        raise EOFError("by its client")

    def _may_begin(self, flags: int, length: int) -> bool:
        if not self._allowance.takes(length, time.monotonic()):
            return False
        if length >= LARGE_BYTES and not self._takes_room(length):
            return False
        self._allowance.count(length)
        return True

    def _takes_room(self, length: int) -> bool:
        if self._taken:  # no message of ours has two; who waited for room while holding some would wait for ever
            return False
        self._waits_for_room = not self._room.takes(self, length, self._may_go_on.set)
        if self._waits_for_room:
            return False
        self._taken = length
        patience = STALL_SECONDS + length / SLOWEST_BYTES_PER_SECOND
        self._overdue = asyncio.get_running_loop().call_later(patience, self._cut)
        return True

    def _cut(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _leave_room(self) -> None:
        self._room.give_back(self, self._taken)
        self._taken = 0
        if self._overdue is not None:
            self._overdue.cancel()
            self._overdue = None

    async def _pass_down(self, server: asyncio.StreamReader, client: asyncio.StreamWriter) -> None:
        """From the server, as fast as the client reads."""
        meter = FrameMeter()

        def count(flags: int, length: int) -> bool:
            is_command = bool(flags & COMMAND) or (meter.mechanism == b"CURVE" and length <= CURVE_PONG_BYTES)
            if self.is_through and not is_command:
                self._allowance.renew()
                self._leave_room()
                self._may_go_on.set()
            return True

        held = b""
        while chunk := await server.read(CHUNK_BYTES):
            held += chunk
            if not self.is_through and READY in held:
                self.is_through = True
            passed = meter.read(held, count)
            client.write(held[:passed])
            held = held[passed:]
            await client.drain()
        raise EOFError("by the server")


async def _connect(inner: Inner) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    if isinstance(inner, str):
        return await asyncio.open_unix_connection(inner)
    return await asyncio.open_connection(*inner)
