"""Peers that send noise or too much or nothing, or read nothing, are refused or dropped; nobody else waits."""

from __future__ import annotations

import random
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import zmq

from kinescore.files.strict_json import dump
from kinescore.wire.address import Address
from kinescore.wire.codec import decode_reply, encode_call
from kinescore.wire.encoded_request import MAX_ARRAY_BYTES
from kinescore.wire.messages import Failure, Fetch, Hello, JobState, Welcome
from kinescore.wire.run_job import run_job
from tests.serve.running_server import RunningServer, asking_for, wait_until_final
from tests.wire.damage import good_calls, mutated

MESSAGES = 10_000
WARM_UP = 1000  # messages after which a server that was just started has grown to its size
IN_FLIGHT = 4  # fewer than the replies that the server keeps for a client; beyond, it drops them on purpose
HANDSHAKE_SECONDS = 2.0


@pytest.fixture
def peer(shared_server: RunningServer) -> Iterator[zmq.Socket]:
    """A raw ZeroMQ peer of the shared server, which may send what it likes."""
    with zmq.Context() as context, context.socket(zmq.DEALER) as dealer:
        dealer.linger = 0
        dealer.connect(shared_server.address)
        yield dealer


def memory_bytes(process: int) -> int:
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * 4096


def reply_to(peer: zmq.Socket, *frames: bytes) -> object:
    peer.send_multipart(frames)
    assert peer.poll(10_000), "no reply"
    return decode_reply(peer.recv_multipart())[0]


def test_ten_thousand_damaged_messages_get_ten_thousand_replies(shared_server: RunningServer, peer: zmq.Socket) -> None:
    """Each damaged message gets exactly one reply, though the server sees a flood; then a good job is done as ever."""
    rng, good = random.Random(1), good_calls()
    before, sent, replies, harmless = 0, 0, 0, 0
    told = len(shared_server.messages)  # other tests have had engines crash on this server
    while replies < MESSAGES:
        if replies == WARM_UP and sys.platform == "linux":
            before = memory_bytes(shared_server.process.pid)
        while sent < MESSAGES and sent - replies < IN_FLIGHT:
            peer.send_multipart(mutated(rng.choice(good), rng))
            sent += 1
        assert peer.poll(10_000), f"{sent - replies} messages got no reply"
        reply, _ = decode_reply(peer.recv_multipart())
        harmless += not isinstance(reply, Failure)
        replies += 1
    assert not peer.poll(200), "a message got two replies"
    assert harmless < MESSAGES / 4
    if sys.platform == "linux":
        assert memory_bytes(shared_server.process.pid) - before < 10 * 2**20
    with shared_server.client() as client:
        for status in client.jobs():  # a flipped bit in a job's id makes a good job of it
            client.cancel(status.job)
        assert run_job(client, asking_for("sleepy", seed=5)).provenance == {"seed": 5}
    assert "Traceback" not in shared_server.messages[told:].replace("ZeroDivisionError", "")


def test_another_version_gets_one_plain_sentence(peer: zmq.Socket) -> None:
    reply = reply_to(peer, dump({"protocol": 2, "id": 1, "type": "hullo", "body": {"new": True}}))
    assert reply.code == "protocol_mismatch"
    assert reply.sentence == "The server speaks protocol 1 and the client protocol 2."
    assert reply.remedy == "Update Kinescore on the server."


def test_claims_of_enormous_arrays_cost_nothing(shared_server: RunningServer, peer: zmq.Socket) -> None:
    header, array = good_calls()[0]
    claim = header.replace(b'"frames":8', b'"frames":1000000000')
    assert claim != header
    started = time.monotonic()
    assert "1000000000 frames; from 2 to" in reply_to(peer, claim, array).sentence
    assert time.monotonic() - started < 5.0


def test_a_frame_over_the_limit_cuts_the_connection_and_nothing_else(shared_server: RunningServer) -> None:
    with zmq.Context() as context, context.socket(zmq.DEALER) as peer:
        peer.linger = 0
        peer.connect(shared_server.address)
        peer.send_multipart([good_calls()[0][0], bytes(MAX_ARRAY_BYTES + 2**20)])
        assert not peer.poll(500)
    with shared_server.client() as client:
        assert client.hello().workers == 2


def test_an_empty_frame_before_the_message_is_told_apart(peer: zmq.Socket) -> None:
    """As a REQ socket sends it."""
    assert reply_to(peer, b"", *encode_call(Hello(), 1)).code == "bad_format"


def is_closed(raw: socket.socket) -> bool:
    raw.setblocking(False)
    try:
        while raw.recv(4096):
            pass
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def test_noise_http_and_silent_peers_are_shown_out_while_others_are_served(shared_server: RunningServer) -> None:
    port = Address.parse(shared_server.address).port
    rng = random.Random(2)
    with ExitStack() as opened:
        peers = [opened.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(150)]
        for raw in peers[:50]:
            raw.sendall(rng.randbytes(200))
        for raw in peers[50:100]:
            raw.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        with shared_server.client() as client:
            assert run_job(client, asking_for("sleepy", seed=6)).provenance == {"seed": 6}
        deadline = time.monotonic() + 3 * HANDSHAKE_SECONDS
        while peers and time.monotonic() < deadline:
            time.sleep(0.1)
            peers = [raw for raw in peers if not is_closed(raw)]
    assert not peers, f"{len(peers)} peers are still connected"


def test_a_client_that_reads_nothing_harms_only_itself(shared_server: RunningServer) -> None:
    with shared_server.client() as client, zmq.Context() as context, context.socket(zmq.DEALER) as greedy:
        job = client.submit(asking_for("large", "8")).job  # 2.1 MB
        assert wait_until_final(client, job).state is JobState.DONE
        before = memory_bytes(shared_server.process.pid) if sys.platform == "linux" else 0
        greedy.linger, greedy.rcvhwm = 0, 1
        greedy.connect(shared_server.address)
        for number in range(400):
            greedy.send_multipart(encode_call(Fetch(job, 0, 2**20), number))
        for _ in range(20):
            assert isinstance(client.ask(Hello(), Welcome), Welcome)
            time.sleep(0.02)
        if sys.platform == "linux":
            grown = memory_bytes(shared_server.process.pid) - before
            assert grown < 40 * 2**20, "replies pile up for a client that does not read"
        assert client.fetch(job)
