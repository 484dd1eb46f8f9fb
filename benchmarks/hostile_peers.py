"""What others notice of a client that means harm: how long a short question takes meanwhile, and what the server grows.

    python -m benchmarks.hostile_peers

A real server process on the loopback address; each attack is a thread here, so the machine is shared with the
attacker. Linux only (memory is read from /proc).
"""

from __future__ import annotations

import random
import socket
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import zmq

from kinescore.request import SoundtrackRequest
from kinescore.wire.address import Address
from kinescore.wire.codec import encode_call
from kinescore.wire.messages import Submit, new_job_id
from tests.serve.running_server import RunningServer
from tests.serve.test_gate import frame, peer_of, room_for_descriptors
from tests.serve.test_hostile_peers import memory_bytes
from tests.wire.damage import good_calls, mutated
from tests.wire.motions import wandering

CALM_SECONDS = 4.0
Attack = Callable[[RunningServer, threading.Event], None]


def main() -> None:
    """Print one row for each attack."""
    print(f"{'meanwhile':<44}{'p50':>10}{'p99':>10}{'worst':>10}{'memory':>12}")
    with (
        room_for_descriptors(4000),
        tempfile.TemporaryDirectory() as folder,
        RunningServer(Path(folder) / "store", workers=1) as server,
    ):
        measure("nothing", server, nothing)
        measure("a message of a million frames", server, a_million_frames)
        measure("four clients with 20 MB and a wrong digest", server, four_wrong_digests)
        measure("1,500 connections that say nothing", server, silent_connections)
        measure("damaged messages, one after the other", server, damaged_messages)
        measure("nothing, afterwards", server, nothing)


def measure(what: str, server: RunningServer, attack: Attack) -> None:
    """Ask `hello` again and again while `attack` goes on; print how long the answers took."""
    before, peak, waits = memory_bytes(server.process.pid), 0, []
    over = threading.Event()
    attacker = threading.Thread(target=attack, args=(server, over))
    attacker.start()
    try:
        with server.client() as client:
            end = time.monotonic() + CALM_SECONDS
            while time.monotonic() < end:
                started = time.perf_counter()
                client.hello()
                waits.append(time.perf_counter() - started)
                peak = max(peak, memory_bytes(server.process.pid))
                time.sleep(0.005)
    finally:
        over.set()
        attacker.join()
    p50, p99 = np.percentile(waits, [50, 99])
    grown = (peak - before) / 2**20
    print(f"{what:<44}{1e3 * p50:>7.1f} ms{1e3 * p99:>7.1f} ms{1e3 * max(waits):>7.1f} ms{grown:>+9.0f} MB", flush=True)


def nothing(server: RunningServer, over: threading.Event) -> None:
    """Nobody attacks."""


def a_million_frames(server: RunningServer, over: threading.Event) -> None:
    """Empty frames that all say that more follow."""
    with peer_of(server) as raw, suppress(OSError):
        raw.settimeout(CALM_SECONDS)
        raw.sendall(frame(b"", 1) * 1_000_000 + frame(b""))
        over.wait()


def four_wrong_digests(server: RunningServer, over: threading.Event) -> None:
    """Large requests whose digest must be computed to see that it is wrong."""
    request = SoundtrackRequest(wandering(frames=100_000), "joyful")
    submit = Submit.of(request, new_job_id())

    def one() -> None:
        with zmq.Context() as context, context.socket(zmq.DEALER) as dealer:
            dealer.linger = 0
            dealer.connect(server.address)
            while not over.is_set():
                dealer.send_multipart(encode_call(replace(submit, job=new_job_id(), digest="0" * 64), 1), copy=False)
                dealer.poll(5000)
                with suppress(zmq.Again):
                    dealer.recv_multipart(zmq.NOBLOCK)

    clients = [threading.Thread(target=one) for _ in range(4)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()


def silent_connections(server: RunningServer, over: threading.Event) -> None:
    """More connections than anybody needs."""
    port = Address.parse(server.address).port
    opened = []
    while not over.is_set():
        with suppress(OSError):
            opened.append(socket.create_connection(("127.0.0.1", port), timeout=1.0))
        if len(opened) >= 1500:
            over.wait()
    for each in opened:
        each.close()


def damaged_messages(server: RunningServer, over: threading.Event) -> None:
    """What is no call of ours, as fast as it is answered."""
    rng, good = random.Random(1), good_calls()
    with zmq.Context() as context, context.socket(zmq.DEALER) as dealer:
        dealer.linger = 0
        dealer.connect(server.address)
        while not over.is_set():
            dealer.send_multipart(mutated(rng.choice(good), rng))
            dealer.poll(1000)
            with suppress(zmq.Again):
                dealer.recv_multipart(zmq.NOBLOCK)


if __name__ == "__main__":
    main()
