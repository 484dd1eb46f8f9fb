"""A store that version 0.1.0 left behind when it was killed: golden/killed_store, written by a real server of then.

One job was done, one cancelled, one running and two waiting, one of them with an example. The requests are what
`asking_for` makes still.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kinescore.request import SoundtrackRequest
from kinescore.wire.encoded_request import EncodedRequest
from kinescore.wire.messages import JobState
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
