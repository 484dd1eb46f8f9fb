"""Stores that earlier versions left behind when they were killed, written by real servers of then.

golden/killed_store: version 0.1.0, layout 1. One job was done, one cancelled, one running and two waiting, one of them
with an example. golden/killed_store_2: layout 2, before jobs had priorities; one job more was done, and fetched. The
requests are what `asking_for` makes still.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kinescore.request import SoundtrackRequest
from kinescore.serve.store import Store
from kinescore.wire.encoded_request import EncodedRequest
from kinescore.wire.messages import JobState, Priority
from kinescore.wire.take_archive import take_from_bytes
from tests.serve.running_server import RunningServer, asking_for, wait_until_final
from tests.wire.motions import hum

GOLDEN = Path(__file__).parent / "golden" / "killed_store"
DONE, CANCELLED = "f2cc9224-f6e8-44a8-8026-b3d9c3796ebc", "73985ec3-9f9e-4ad6-b8a2-d983cfaf1cf4"
UNFINISHED = {
    "98ea5077-4c4c-49aa-8c75-9c81c5943251": asking_for("sleepy", "0.5", seed=2),
    "0fedb02d-adad-4eee-90a5-b95d2d94cfa3": replace(asking_for("sleepy", "0.05", seed=3), example=hum(0.01, 8000)),
    "5f9f54b4-da14-4b03-b47f-f78227d46761": asking_for("sleepy", "0.05", seed=4),
}
A_CENTURY_SECONDS = 100 * 365 * 24 * 3600.0


def test_its_unfinished_jobs_go_on_and_the_finished_one_is_there(tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(GOLDEN, store)
    with RunningServer(store, keep_seconds=A_CENTURY_SECONDS) as server, server.client() as client:
        assert [status.job for status in client.jobs()] == [DONE, *UNFINISHED, CANCELLED]
        assert client.status(CANCELLED).state is JobState.CANCELLED
        assert take_from_bytes(client.fetch(DONE)).provenance == {"seed": 1}
        for job, request in UNFINISHED.items():
            assert wait_until_final(client, job).state is JobState.DONE
            assert take_from_bytes(client.fetch(job)).provenance == {"seed": request.seed}
            assert client.submit(request, job).state is JobState.DONE  # by its digest it is the same request


@pytest.mark.parametrize(("job", "request_"), UNFINISHED.items())
def test_requests_are_still_the_same_to_the_byte(job: str, request_: SoundtrackRequest) -> None:
    stored = (GOLDEN / "requests" / job).read_bytes()
    assert EncodedRequest.of(request_).to_bytes() == stored
    assert EncodedRequest.from_bytes(stored).digest == EncodedRequest.of(request_).digest


SECOND = Path(__file__).parent / "golden" / "killed_store_2"
SECOND_DONE = {"fec6a871-a465-427f-99d2-b997a17a6e71": 1, "8eb3d281-9891-4a9d-8422-900f606d562e": 5}
SECOND_CANCELLED = "b55e25ff-eea6-4199-82ea-b484c816c57e"
SECOND_UNFINISHED = {
    "374ab6c8-4baa-4ef3-b131-47589bf47b3e": 2,
    "833f976d-b6b9-4687-aaf3-5c22fd54cb5b": 3,
    "5274bbf5-e2e2-4c36-ad61-260be588368d": 4,
}


def test_a_store_of_the_layout_before_this_one_goes_on_too(tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(SECOND, store)
    with closing(Store(tmp_path / "store")) as opened:
        jobs = {job.job: job for job in opened.jobs()}
    assert {job.priority for job in jobs.values()} == {Priority.NORMAL}
    assert [jobs[job].fetched for job in SECOND_DONE] == [False, True]
    with RunningServer(store, keep_seconds=A_CENTURY_SECONDS) as server, server.client() as client:
        assert client.status(SECOND_CANCELLED).state is JobState.CANCELLED
        for job in SECOND_UNFINISHED:
            assert wait_until_final(client, job).state is JobState.DONE
        for job, seed in {**SECOND_DONE, **SECOND_UNFINISHED}.items():
            assert take_from_bytes(client.fetch(job)).provenance == {"seed": seed}
