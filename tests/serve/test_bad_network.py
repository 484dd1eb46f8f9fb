"""Connections that break at any byte cost time, never a job or a byte."""

from __future__ import annotations

import hashlib
import threading
import time

import pytest
import zmq

from kinescore.errors import Cancelled
from kinescore.files.strict_json import dump
from kinescore.wire.client import Client
from kinescore.wire.codec import decode_call, encode_reply
from kinescore.wire.errors import ProtocolMismatch, ServerUnreachable
from kinescore.wire.messages import PROTOCOL, Hello, JobState, Limits, Welcome
from kinescore.wire.run_job import run_job
from tests.serve.bad_network import BadNetwork
from tests.serve.running_server import RunningServer, asking_for, wait_until_final


def test_a_download_cut_again_and_again_is_the_same_to_the_byte(shared_server: RunningServer, client: Client) -> None:
    job = client.submit(asking_for("large", "20", seed=3)).job  # 5.3 MB
    wait_until_final(client, job)
    whole = client.fetch(job)
    with (
        BadNetwork(shared_server.address, seed=1, cut_bytes=(100, 1_000_000)) as network,
        Client(network.address, reply_seconds=0.1) as cut_off,
    ):
        pieces = cut_off.fetch(job)
        assert network.cuts >= 8
    assert hashlib.sha256(pieces).digest() == hashlib.sha256(whole).digest()


def test_jobs_sent_over_breaking_connections_are_done_once(shared_server: RunningServer, client: Client) -> None:
    before = {status.job for status in client.jobs()}
    with (
        BadNetwork(shared_server.address, seed=2, cut_bytes=(70, 2000)) as network,
        Client(network.address, reply_seconds=0.1) as cut_off,
    ):
        jobs = [cut_off.submit(asking_for("sleepy", "0.05", seed=seed)).job for seed in range(20)]
        assert network.cuts >= 5
    assert [wait_until_final(client, job).state for job in jobs] == [JobState.DONE] * 20
    assert {status.job for status in client.jobs()} - before == set(jobs)


def test_nothing_there_is_said_after_one_try() -> None:
    with Client("tcp://127.0.0.1:1", reply_seconds=0.2) as client:
        with pytest.raises(ServerUnreachable) as caught:
            client.hello()
        assert caught.value.sentence == "No Kinescore server answers at tcp://127.0.0.1:1."
        assert "Start it with `kinescore serve` or choose the built-in engine" in caught.value.remedy


def test_cancelling_does_not_wait_for_a_server_that_is_gone() -> None:
    asked_to_stop = threading.Event()

    def report(phase: str, fraction: float) -> None:
        if asked_to_stop.is_set():
            raise Cancelled

    threading.Timer(0.3, asked_to_stop.set).start()
    started = time.monotonic()
    with Client("tcp://127.0.0.1:1") as client, pytest.raises(Cancelled):
        run_job(client, asking_for("sleepy"), report)
    assert time.monotonic() - started < 4.0  # the first try alone would last five


class OddServer(threading.Thread):
    """A peer at a real socket that answers each message with what `answer` makes of its number and frames."""

    def __init__(self, answer) -> None:
        super().__init__(daemon=True)
        self._answer = answer
        self._context = zmq.Context()
        self._socket = self._context.socket(zmq.ROUTER)
        self.address = f"tcp://127.0.0.1:{self._socket.bind_to_random_port('tcp://127.0.0.1')}"
        self.received = 0
        self._over = False

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over = True
        self.join()
        self._context.destroy(linger=0)

    def run(self) -> None:
        while not self._over:
            if self._socket.poll(20):
                peer, *frames = self._socket.recv_multipart()
                self.received += 1
                for reply in self._answer(self.received, frames):
                    self._socket.send_multipart([peer, *reply])


def welcome(name: str, call_id: int | None) -> list[bytes]:
    return encode_reply(Welcome(name, Limits(), (), 1), call_id)


def test_a_lost_message_is_sent_again_and_a_late_answer_dropped() -> None:
    def answer(number: int, frames: list[bytes]) -> list[list[bytes]]:
        call, call_id = decode_call(frames)
        assert call == Hello()
        if number == 1:
            return []  # lost
        return [welcome("late", call_id - 1), welcome(f"answer {number}", call_id)]

    with OddServer(answer) as server, Client(server.address, reply_seconds=0.2) as client:
        assert client.ask(Hello(), Welcome).server_version == "answer 2"
        assert client.hello().server_version == "answer 3"
        assert server.received == 3


def test_a_server_of_another_version_is_named_and_not_waited_for() -> None:
    def answer(number: int, frames: list[bytes]) -> list[list[bytes]]:
        return [[dump({"protocol": PROTOCOL + 1, "id": 1, "type": "salut", "body": [1]})]]

    with (
        OddServer(answer) as server,
        Client(server.address) as client,
        pytest.raises(ProtocolMismatch, match=r"speaks protocol 2 and the client protocol 1\. Update .* client"),
    ):
        client.hello()
