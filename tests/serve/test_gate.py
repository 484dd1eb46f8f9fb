"""What only the gate stands against: connections without end, and messages without end."""

from __future__ import annotations

import asyncio
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from kinescore.serve.allowance import FRAMES_UNDER_WAY, LARGE_BYTES, Allowance, Room
from kinescore.serve.passage import Passage
from kinescore.serve.zmtp_meter import FrameMeter, NotZmtpError
from kinescore.wire.address import Address
from kinescore.wire.keys import load_client_keys, make_keys
from kinescore.wire.run_job import run_job
from tests.serve.running_server import RunningServer, asking_for
from tests.serve.test_hostile_peers import memory_bytes

GREETING = b"\xff" + bytes(8) + b"\x7f\x03\x01" + b"NULL".ljust(20, b"\0") + bytes(32)


def frame(body: bytes, flags: int = 0) -> bytes:
    if len(body) < 256:
        return bytes([flags, len(body)]) + body
    return bytes([flags | 2]) + len(body).to_bytes(8, "big") + body


@contextmanager
def peer_of(server: RunningServer) -> Iterator[socket.socket]:
    """A bare connection that has come through the handshake: libzmq cuts those who speak before it is over."""
    with socket.create_connection(("127.0.0.1", Address.parse(server.address).port), timeout=10.0) as raw:
        raw.sendall(GREETING + frame(b"\x05READY\x0bSocket-Type\0\0\0\x06DEALER", 4))
        heard = b""
        while b"READY" not in heard:
            heard += raw.recv(1024)
            assert heard, "cut"
        yield raw


@pytest.mark.parametrize("step", [1, 7, 1000])
def test_frames_are_counted_however_the_bytes_arrive(step: int) -> None:
    stream = GREETING + frame(b"ready", 4) + frame(b"", 1) + frame(bytes(300)) + frame(b"end")
    meter, begun, held = FrameMeter(), [], b""
    for at in range(0, len(stream), step):
        held += stream[at : at + step]
        held = held[meter.read(held, lambda flags, length: begun.append((flags, length)) or True) :]
    assert held == b""
    assert begun == [(4, 5), (1, 0), (2, 300), (0, 3)]
    assert meter.mechanism == b"NULL"


def test_a_frame_that_may_not_begin_is_held_with_all_behind_it() -> None:
    meter = FrameMeter()
    stream = GREETING + frame(b"one") + frame(b"two") + frame(b"three")
    assert meter.read(stream, lambda flags, length: length != 5) == len(stream) - len(frame(b"three"))
    assert meter.is_held


@pytest.mark.parametrize("noise", [b"GET / HTTP/1.1\r\n\r\n", b"\xff" + bytes(8) + b"\x7f\x01", b"\0"])
def test_what_is_not_zmtp_3_is_known_at_once(noise: bytes) -> None:
    with pytest.raises(NotZmtpError):
        FrameMeter().read(noise, lambda flags, length: True)


def test_an_allowance_lasts_for_heartbeats_and_not_for_floods() -> None:
    flood, heartbeats = Allowance(0.0), Allowance(0.0)

    def begins(allowance: Allowance, length: int, now: float) -> bool:
        if allowance.takes(length, now):
            allowance.count(length)
            return True
        return False

    assert sum(begins(flood, 0, 0.0) for _ in range(1000)) == FRAMES_UNDER_WAY
    assert all(begins(heartbeats, 10, now=second / 2) for second in range(1000))
    flood.renew()
    assert begins(flood, 0, 0.0)


def test_large_frames_wait_for_room_in_order_of_arrival() -> None:
    room, woken = Room(100), []
    assert room.takes("first", 60, lambda: woken.append("first"))
    assert not room.takes("second", 60, lambda: woken.append("second"))
    assert not room.takes("third", 10, lambda: woken.append("third"))  # though there were room for it
    room.give_back("first", 60)
    assert woken == ["second", "third"]
    assert not room.takes("third", 10, lambda: None)
    assert room.takes("second", 60, lambda: None)
    assert room.takes("third", 10, lambda: None)
    room.give_back("second", 60)
    assert not room.takes("fourth", 91, lambda: None)
    room.give_back("fourth", 0)  # it is gone, and holds up nobody
    assert room.takes("fifth", 90, lambda: None)


def test_who_holds_room_gets_no_more_before_the_reply() -> None:
    async def ask() -> list[bool]:
        room = Room()
        one, other = (Passage("nowhere", room) for _ in range(2))
        begun = [each._may_begin(0, LARGE_BYTES) for each in (one, one, other)]
        one._leave_room()
        one._allowance.renew()
        return [*begun, one._may_begin(0, LARGE_BYTES)]

    assert asyncio.run(ask()) == [True, False, True, True]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_large_messages_of_many_are_in_memory_one_after_the_other(shared_server: RunningServer) -> None:
    before, peak = memory_bytes(shared_server.process.pid), 0
    body, answered = frame(bytes(20 * 2**20)), []

    def send() -> None:
        with peer_of(shared_server) as raw:
            raw.sendall(frame(b"{}", 1) + body)
            answered.append(raw.recv(1024))

    senders = [threading.Thread(target=send) for _ in range(6)]
    for sender in senders:
        sender.start()
    while any(sender.is_alive() for sender in senders):
        peak = max(peak, memory_bytes(shared_server.process.pid))
        time.sleep(0.002)
    assert len(answered) == 6
    assert all(answered)
    assert peak - before < 60 * 2**20  # 120 MiB and more where they all come at once


@contextmanager
def asking(server: RunningServer) -> Iterator[list[float]]:
    """How long the server takes to answer, s, one short question after the other, while the body runs."""
    waits: list[float] = []
    over = threading.Event()

    def ask() -> None:
        with server.client() as client:
            while not over.is_set():
                started = time.monotonic()
                client.hello()
                waits.append(time.monotonic() - started)
                time.sleep(0.01)

    asker = threading.Thread(target=ask)
    asker.start()
    try:
        yield waits
    finally:
        over.set()
        asker.join()


def test_the_end_of_a_reply_is_sent_at_once() -> None:
    """Nagle's algorithm would hold it back for 40 ms, and make downloads twenty times as slow."""

    async def pass_one() -> int:
        with (
            socket.create_server(("127.0.0.1", 0)) as outer,
            socket.create_server(("127.0.0.1", 0)) as inner,
            socket.create_connection(outer.getsockname()) as client,
        ):
            connection, _ = outer.accept()
            task = asyncio.ensure_future(Passage(inner.getsockname(), Room()).run(connection))
            client.sendall(GREETING)
            await asyncio.get_running_loop().run_in_executor(None, inner.accept)
            told = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            task.cancel()
            await asyncio.wait([task])
            return told

    assert asyncio.run(pass_one())


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_a_message_of_a_million_frames_holds_nobody_up(shared_server: RunningServer) -> None:
    before = memory_bytes(shared_server.process.pid)
    with asking(shared_server) as waits, peer_of(shared_server) as raw:
        raw.settimeout(1.0)
        with suppress(TimeoutError):
            raw.sendall(frame(b"", 1) * 1_000_000 + frame(b""))
        time.sleep(0.5)
    assert len(waits) > 10
    assert max(waits) < 1.0  # 13.5 s without the gate
    assert memory_bytes(shared_server.process.pid) - before < 20 * 2**20


@contextmanager
def room_for_descriptors(number: int) -> Iterator[None]:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < number:
        pytest.skip(f"this process may have no more than {hard} descriptors")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, number), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.skipif(sys.platform == "win32", reason="limits of descriptors are POSIX's")
def test_a_stranger_with_1500_connections_keeps_nobody_out(tmp_path: Path) -> None:
    keys = make_keys(tmp_path / "keys", "mira")
    with (
        room_for_descriptors(2000),
        RunningServer(tmp_path / "store", key_folder=str(tmp_path / "keys"), descriptors=1024) as server,
        ExitStack() as opened,
    ):
        port = Address.parse(server.address).port
        for _ in range(1500):
            opened.enter_context(socket.create_connection(("127.0.0.1", port)))
        with server.client(keys=load_client_keys(keys), patience_seconds=5.0) as client:
            assert run_job(client, asking_for("fragile", str(tmp_path / "worker lost")))  # and a worker is replaced
        assert server.stop() == 0
        assert "Traceback" not in server.messages
