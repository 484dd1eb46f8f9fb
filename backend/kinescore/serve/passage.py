"""One connection on its way through the gate, and what it may have under way before anybody has answered it."""

from __future__ import annotations

import asyncio
import logging
import socket
import time

from kinescore.serve.zmtp_meter import COMMAND, SIGNATURE_BYTES, FrameMeter, NotZmtpError
from kinescore.wire.encoded_request import MAX_ARRAY_BYTES, MAX_HEADER_BYTES

Inner = tuple[str, int] | str
"""Where the ROUTER listens: host and port, or the path of a Unix socket."""

CHUNK_BYTES = 64 * 1024
HANDSHAKE_SECONDS = 2.0
FRAMES_UNDER_WAY = 64
FRAMES_PER_SECOND = 16.0
"""Heartbeats are frames that nobody answers."""
BYTES_UNDER_WAY = MAX_ARRAY_BYTES + 2 * MAX_HEADER_BYTES
STALL_SECONDS = 10.0
CURVE_PONG_BYTES = 54
"""In CURVE a pong looks like a reply, but is shorter than any of ours."""
READY = b"\x05READY"

log = logging.getLogger(__name__)


class Allowance:
    """Frames and bytes that a client may send before the next reply comes."""

    def __init__(self, now: float) -> None:
        self._frames, self._bytes = float(FRAMES_UNDER_WAY), BYTES_UNDER_WAY
        self._at = now

    def takes(self, length: int, now: float) -> bool:
        """Whether a frame of so many bytes may begin now; if so, it is counted."""
        self._frames = min(self._frames + (now - self._at) * FRAMES_PER_SECOND, FRAMES_UNDER_WAY)
        self._at = now
        if self._frames < 1 or length > self._bytes:
            return False
        self._frames -= 1
        self._bytes -= length
        return True

    def renew(self) -> None:
        """A reply has come."""
        self._frames, self._bytes = float(FRAMES_UNDER_WAY), BYTES_UNDER_WAY


class Passage:
    """Passes bytes both ways until one end closes, says what is not ZMTP, or sends on and on without a reply."""

    def __init__(self, inner: Inner) -> None:
        self._inner = inner
        self._allowance = Allowance(time.monotonic())
        self._replied = asyncio.Event()
        self.is_through = False

    async def run(self, connection: socket.socket) -> None:
        """Pass on until it ends or is cancelled; never raises for what either end does."""
        opened: list[asyncio.StreamWriter] = []
        try:
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
            for writer in opened:
                writer.transport.abort()
            connection.close()

    async def _pass_up(self, meter: FrameMeter, client: asyncio.StreamReader, server: asyncio.StreamWriter) -> None:
        """From the client, as far as its allowance goes."""
        held = b""
        while chunk := await client.read(CHUNK_BYTES):
            held += chunk
            while held:
                self._replied.clear()
                passed = meter.read(held, self._may_begin)
                server.write(held[:passed])
                held = held[passed:]
                await server.drain()
                if not meter.is_held:
                    break
                await asyncio.wait_for(self._replied.wait(), STALL_SECONDS)
        raise EOFError("by its client")

    def _may_begin(self, flags: int, length: int) -> bool:
        return self._allowance.takes(length, time.monotonic())

    async def _pass_down(self, server: asyncio.StreamReader, client: asyncio.StreamWriter) -> None:
        """From the server, as fast as the client reads."""
        meter = FrameMeter()

        def count(flags: int, length: int) -> bool:
            is_command = bool(flags & COMMAND) or (meter.mechanism == b"CURVE" and length <= CURVE_PONG_BYTES)
            if self.is_through and not is_command:
                self._allowance.renew()
                self._replied.set()
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
