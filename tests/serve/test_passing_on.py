"""A request is encoded once and its bytes are passed on: sent, hashed, stored, and decoded where that is needed."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kinescore.errors import MotionError, RequestError
from kinescore.request import SoundtrackRequest
from kinescore.wire.client import Client
from kinescore.wire.encoded_request import EncodedRequest
from kinescore.wire.errors import Busy, WireError
from kinescore.wire.messages import JobState, JobStatus, Submit, new_job_id
from kinescore.wire.run_job import run_job
from tests.serve.running_server import RunningServer, asking_for, wait_until_final

COUNTING_SERVER = Path(__file__).with_name("counting_server.py")
RETRY_AFTER_SECONDS = 0.1
"""Of that server; people wait longer."""
ONCE = Counter(["client encodes", "server decodes", "worker decodes"])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    store = tmp_path_factory.mktemp("counting") / "store"
    with RunningServer(store, script=COUNTING_SERVER, limits={"jobs": 3, "jobs_per_client": 2}) as server:
        yield server


@pytest.fixture
def client(server: RunningServer) -> Iterator[Client]:
    with server.client() as client:
        yield client


class Counted:
    """What was encoded and decoded from now on, by client, server and worker."""

    def __init__(self, server: RunningServer, monkeypatch: pytest.MonkeyPatch) -> None:
        self._server, self._before = server, len(server.messages)
        self._here: list[str] = []
        encode, decode = EncodedRequest.of, EncodedRequest.decode

        def encode_here(request: SoundtrackRequest) -> EncodedRequest:
            self._here.append("client encodes")
            return encode(request)

        def decode_here(encoded: EncodedRequest) -> SoundtrackRequest:
            self._here.append("client decodes")
            return decode(encoded)

        monkeypatch.setattr(EncodedRequest, "of", encode_here)
        monkeypatch.setattr(EncodedRequest, "decode", decode_here)

    @property
    def steps(self) -> Counter[str]:
        there = self._server.messages[self._before :].splitlines()
        return Counter([*self._here, *(line for line in there if line.endswith("codes"))])


@pytest.fixture
def counted(server: RunningServer, monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(server, monkeypatch)


def test_a_job_is_encoded_once_and_decoded_once_by_server_and_worker(client: Client, counted: Counted) -> None:
    assert run_job(client, asking_for("sleepy", seed=3)).provenance == {"seed": 3}
    assert counted.steps == ONCE


def test_a_job_that_is_sent_again_is_not_looked_into(client: Client, counted: Counted) -> None:
    call = Submit.of(asking_for("sleepy"), new_job_id())
    for _ in range(3):
        client.ask(call, JobStatus)
    wait_until_final(client, call.job)
    assert counted.steps == ONCE


def test_a_full_queue_is_refused_to_those_who_ask_and_waited_for_by_those_who_run(
    client: Client, counted: Counted
) -> None:
    """And what is refused costs the server nothing, nor does waiting cost the client anything."""
    first = client.submit(asking_for("sleepy", "0.6")).job
    client.submit(asking_for("sleepy", seed=1))
    with pytest.raises(Busy, match="You have 2 jobs waiting") as caught:
        client.submit(asking_for("sleepy", seed=2))
    assert caught.value.code == "busy"
    assert caught.value.retry_after_seconds == RETRY_AFTER_SECONDS
    phases: list[str] = []
    run_job(client, asking_for("sleepy", seed=3), lambda phase, fraction: phases.append(phase))
    assert phases.count("waiting for room in the server's queue") > 3
    assert client.status(first).state is JobState.DONE
    assert counted.steps == ONCE + ONCE + ONCE + Counter(["client encodes"])


def test_what_a_worker_could_not_read_is_refused_and_not_kept(server: RunningServer, client: Client) -> None:
    """Although its digest fits: it was not damaged on the way, it was never right."""
    good = EncodedRequest.of(asking_for("sleepy"))
    no_number = bytearray(good.array)
    struct.pack_into("<f", no_number, 0, float("inf"))
    for encoded, kind, words in (
        (replace(good, array=bytes(no_number)), MotionError, "Frame 0, joint nose is not a finite number"),
        (replace(good, header={**good.header, "seed": -1}), RequestError, "seed is -1"),
    ):
        job = new_job_id()
        with pytest.raises(kind, match=words):
            client.ask(Submit(job, encoded.digest, encoded), JobStatus)
        with pytest.raises(WireError, match="does not know job"):
            client.status(job)
        assert not (server.store / "requests" / job).exists()
