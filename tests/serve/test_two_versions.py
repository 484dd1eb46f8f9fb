"""This version beside 0.1.0, in both directions, by what a client and a server of then said to each other.

golden/wire_0_1_0.json: the frames of each call and of its reply, recorded between the two. Versions of one protocol go
together; both refuse members that they do not know, so what is new may be there only where somebody asked for it.
"""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import zmq

from kinescore.wire.client import Client
from kinescore.wire.messages import Priority
from kinescore.wire.run_job import NO_PRIORITIES, run_job
from tests.serve.running_server import RunningServer, asking_for, wait_until_final

RECORDED = {
    entry["what"]: {part: [base64.b64decode(frame) for frame in entry[part]] for part in ("call", "reply")}
    for entry in json.loads((Path(__file__).parent / "golden" / "wire_0_1_0.json").read_text())
}
CALLS = [what for what, entry in RECORDED.items() if entry["call"]]
JOB = "2b9ee1f7-9a0c-4a56-8a55-2f1a3f0d6f5e"
REQUEST = asking_for("sleepy", "0.2", seed=7)


def header(what: str, part: str) -> dict[str, Any]:
    return json.loads(RECORDED[what][part][0])


def shape(value: object) -> object:
    """The members of it, without what they say: all that an older client's decoder looks at."""
    if isinstance(value, dict):
        return {name: shape(entry) for name, entry in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return None


def test_a_client_of_0_1_0_is_answered_in_its_own_words(tmp_path: Path) -> None:
    with (
        RunningServer(tmp_path / "store") as server,
        server.client() as ours,
        zmq.Context() as context,
        context.socket(zmq.DEALER) as theirs,
    ):
        theirs.linger = 0
        theirs.connect(server.address)
        for what in CALLS:
            theirs.send_multipart(RECORDED[what]["call"])
            assert theirs.poll(20_000), what
            came, then = theirs.recv_multipart(), RECORDED[what]["reply"]
            assert shape(json.loads(came[0])) == shape(json.loads(then[0])), what
            assert json.loads(came[0])["type"] == header(what, "reply")["type"]
            assert len(came) == len(then)
            if what == "submit":
                wait_until_final(ours, JOB)


class ServerOfThen(threading.Thread):
    """Answers as 0.1.0 did, and refuses what it would have refused."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._context = zmq.Context()
        self._socket = self._context.socket(zmq.ROUTER)
        self._socket.linger = 0
        self.address = f"tcp://127.0.0.1:{self._socket.bind_to_random_port('tcp://127.0.0.1')}"
        self.heard: list[str] = []
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.is_set():
            if self._socket.poll(50):
                peer, *frames = self._socket.recv_multipart()
                self._socket.send_multipart([peer, *self._reply(json.loads(frames[0]), frames[1:])])
        self._context.destroy(linger=0)

    def stop(self) -> None:
        self._over.set()
        self.join()

    def _reply(self, call: dict[str, Any], data: list[bytes]) -> list[bytes]:
        kind = call["type"]
        self.heard.append(kind)
        if kind == "submit" and "priority" in call["body"]:
            kind = "priority"
        elif kind in CALLS:
            assert shape(call) == shape(header(kind, "call")), "a member that it does not know"
            assert kind != "submit" or data == RECORDED["submit"]["call"][1:]
        else:
            kind = "machine"  # a call that it does not know
        first, *rest = RECORDED[kind]["reply"]
        return [json.dumps({**json.loads(first), "id": call["id"]}).encode(), *rest]


@pytest.fixture
def server_of_then() -> Iterator[ServerOfThen]:
    server = ServerOfThen()
    server.start()
    yield server
    server.stop()


def test_a_server_of_0_1_0_understands_todays_client(server_of_then: ServerOfThen) -> None:
    with Client(server_of_then.address) as client:
        assert run_job(client, REQUEST, job=JOB).provenance == {"seed": 7}
        assert [status.job for status in client.jobs()] == [JOB]
        assert client.machine() is None


def test_a_priority_is_left_out_where_there_are_none_and_the_take_says_so(server_of_then: ServerOfThen) -> None:
    with Client(server_of_then.address) as client:
        take = run_job(client, REQUEST, job=JOB, priority=Priority.HIGH)
    assert take.notes[0] == NO_PRIORITIES
    assert server_of_then.heard.count("submit") == 2
