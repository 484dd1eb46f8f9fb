"""Waiting jobs of one engine through a real server: played side by side, and nothing of one is another's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kinescore.errors import Cancelled
from kinescore.request import SoundtrackRequest
from kinescore.wire.client import Client
from kinescore.wire.messages import JobState, JobStatus
from kinescore.wire.run_job import run_job
from kinescore.wire.run_jobs import JobsTogether
from tests.serve.running_server import RunningServer, asking_for, wait_for_worker, wait_until, wait_until_final

BATCH = 4


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("choir") / "store", batch=BATCH) as server:
        yield server


@pytest.fixture
def client(server: RunningServer) -> Iterator[Client]:
    with server.client() as client:
        yield client


def together(client: Client, *requests: SoundtrackRequest) -> list[str]:
    """Send jobs while another one keeps the only worker busy, and wait until they have all begun."""
    before = client.submit(asking_for("sleepy", "0.6")).job
    wait_for_worker(client, before)
    jobs = [client.submit(request).job for request in requests]
    wait_until_final(client, before)
    for job in jobs:
        wait_until(client, job, lambda status: status.state is not JobState.QUEUED)
    return jobs


def ends(client: Client, jobs: list[str]) -> list[JobStatus]:
    return [wait_until_final(client, job) for job in jobs]


def codes(client: Client, jobs: list[str]) -> list[str]:
    """How each has ended: its state, or the code of its failure."""
    return [status.failure.code if status.failure else status.state.value for status in ends(client, jobs)]


def test_they_are_played_in_one_pass_and_each_gets_its_own(client: Client) -> None:
    jobs = together(client, *(asking_for("choir", seed=seed) for seed in range(BATCH)))
    wait_until(client, jobs[-1], lambda status: status.phase == f"choir of {BATCH}")
    assert codes(client, jobs) == ["done"] * BATCH
    alone = [run_job(client, asking_for("choir", seed=seed)) for seed in range(2)]
    again = [run_job(client, asking_for("choir", seed=seed), job=job) for seed, job in enumerate(jobs[:2])]
    for one, other in zip(alone, again, strict=True):
        assert one.audio.samples.tobytes() == other.audio.samples.tobytes()


@pytest.mark.parametrize(
    ("prompt", "code"),
    [("wrong", "bad_prompt"), ("memory", "out_of_memory"), ("crowd", "done"), ("poison", "worker_lost")],
)
def test_what_ends_one_does_not_end_the_others(client: Client, prompt: str, code: str) -> None:
    jobs = together(client, asking_for("choir"), asking_for("choir", prompt), asking_for("choir", seed=2))
    assert codes(client, jobs) == ["done", code, "done"]


def test_one_is_cancelled_at_once_and_the_others_go_on(client: Client) -> None:
    jobs = together(client, *(asking_for("choir", seed=seed) for seed in range(3)))
    wait_until(client, jobs[0], lambda status: status.phase == "choir of 3")
    client.cancel(jobs[1])
    assert wait_until_final(client, jobs[1]).state is JobState.CANCELLED
    assert client.status(jobs[0]).state is JobState.RUNNING
    assert codes(client, jobs) == ["done", "cancelled", "done"]
    jobs = together(client, *(asking_for("choir", seed=seed) for seed in range(2)))
    for job in jobs:
        client.cancel(job)
    assert codes(client, jobs) == ["cancelled"] * 2
    assert run_job(client, asking_for("choir")).audio.samples.any()


def test_takes_of_one_run_wait_together(client: Client) -> None:
    jobs = JobsTogether([asking_for("choir", seed=seed) for seed in range(4)])
    phases: set[str] = set()
    takes = [jobs.run(client, place, lambda phase, fraction: phases.add(phase)) for place in range(4)]
    assert "choir of 3" in phases  # behind the first, which had begun
    assert [take.provenance["seed"] for take in takes] == [0, 1, 2, 3]


def test_who_cancels_a_run_cancels_all_its_takes(client: Client) -> None:
    jobs = JobsTogether([asking_for("sleepy", "30", seed) for seed in range(3)])

    def stop(phase: str, fraction: float) -> None:
        if phase.startswith("pid "):
            raise Cancelled

    with pytest.raises(Cancelled):
        jobs.run(client, 0, stop)
    assert codes(client, jobs.ids) == ["cancelled"] * 3


def test_musicgen_makes_the_same_bytes_in_company(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    pytest.importorskip("transformers")
    from tests.engines.tiny_models import save_model

    models = [{"engine": "musicgen", "model": str(save_model(tmp_path / "model")), "device": "cpu"}]
    requests = [
        replace(asking_for("musicgen", prompt, seed), seconds=4.0, beat_lock=False)
        for prompt, seed in (("joyful piano", 1), ("music", 2), ("a slow sad piano " * 6, 3), ("joyful piano", 4))
    ]
    with (
        RunningServer(tmp_path / "store", {"OMP_NUM_THREADS": "1"}, models=models, batch=BATCH) as server,
        server.client() as client,
    ):
        alone = [run_job(client, request).audio.samples.tobytes() for request in requests]
        jobs = together(client, *requests)
        assert sum(client.status(job).state is JobState.RUNNING for job in jobs) > 1  # of one worker
        assert codes(client, jobs) == ["done"] * BATCH
        for job, request, bytes_alone in zip(jobs, requests, alone, strict=True):
            assert run_job(client, request, job=job).audio.samples.tobytes() == bytes_alone
    assert len(set(alone)) == BATCH
