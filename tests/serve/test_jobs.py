"""Jobs from request to Take, over real sockets, by real workers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kinescore.errors import Cancelled, EngineError, RequestError
from kinescore.request import SoundtrackRequest
from kinescore.wire.client import Client
from kinescore.wire.errors import WireError
from kinescore.wire.messages import JobState, JobStatus, Submit, new_job_id
from kinescore.wire.run_job import resume_job, run_job
from kinescore.wire.take_archive import take_from_bytes
from tests.serve.practice_server import noise
from tests.serve.running_server import (
    RunningServer,
    asking_for,
    wait_for_worker,
    wait_until,
    wait_until_final,
)
from tests.wire.motions import wandering


def test_hello_tells_version_limits_and_engines_with_their_licences(client: Client) -> None:
    welcome = client.hello()
    assert welcome.server_version
    assert (welcome.limits.array_bytes, welcome.limits.jobs) == (32 * 2**20, 64)
    licences = {engine.name: engine.licence for engine in welcome.engines}
    assert licences["groovebox"].startswith("Apache-2.0")
    assert welcome.workers == 2


def test_a_take_comes_back_as_it_was_made(client: Client) -> None:
    request = asking_for("sleepy", "0.3", seed=4)
    heard: list[tuple[str, float]] = []
    statuses: list[JobStatus] = []
    take = run_job(client, request, lambda phase, fraction: heard.append((phase, fraction)), statuses.append)
    expected = noise(request, 0.1)
    assert np.abs(take.audio.samples - expected.audio.samples).max() < 2**-23
    assert take.provenance == {"seed": 4}
    phases = list(dict.fromkeys(phase.split()[0] for phase, _ in heard))
    assert phases[:2] == ["connecting", "sending"]
    assert "pid" in phases
    assert phases[-1] == "downloading"
    fractions = [fraction for _, fraction in heard]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert statuses[-1].state is JobState.DONE
    assert any(status.eta_seconds is not None for status in statuses)


def test_the_built_in_engine_plays_on_a_server(client: Client) -> None:
    pytest.importorskip("kinescore.groovebox.engine", reason="the built-in engine is not there yet")
    request = SoundtrackRequest(wandering(frames=90), "house", stems=True)
    take = run_job(client, request)
    assert take.audio.seconds == pytest.approx(3.0, abs=1e-4)
    assert take.stems
    assert take.midi.startswith(b"MThd")


def test_a_finished_job_can_be_picked_up_by_its_id(shared_server: RunningServer, client: Client) -> None:
    job = client.submit(asking_for("sleepy", seed=8)).job
    with shared_server.client() as another:
        take = resume_job(another, job)
    assert take.provenance == {"seed": 8}
    assert take_from_bytes(client.fetch(job)).provenance == {"seed": 8}


def test_sending_a_job_twice_is_one_job(client: Client) -> None:
    request, job = asking_for("sleepy"), new_job_id()
    client.submit(request, job)
    client.submit(request, job)
    wait_until_final(client, job)
    assert client.submit(request, job).state is JobState.DONE
    assert [status.job for status in client.jobs()].count(job) == 1
    with pytest.raises(WireError, match="exists with another request") as caught:
        client.submit(asking_for("sleepy", seed=1), job)
    assert caught.value.code == "conflict"


def test_a_request_damaged_on_the_way_is_refused(client: Client) -> None:
    job = new_job_id()
    with pytest.raises(WireError, match="not what its digest says"):
        client.ask(replace(Submit.of(asking_for("sleepy"), job), digest="0" * 64), JobStatus)
    with pytest.raises(WireError, match="does not know job"):
        client.status(job)


def test_failures_of_the_worker_arrive_as_the_errors_that_they_are(client: Client) -> None:
    with pytest.raises(EngineError, match="There is no engine named 'kazoo'; this one has groovebox"):
        run_job(client, asking_for("kazoo"))
    for engine, fault in (("crashing", "ZeroDivisionError"), ("careless", "TypeError")):
        with pytest.raises(WireError, match=f"internal error: {fault}") as caught:
            run_job(client, asking_for(engine))
        assert caught.value.code == "engine_crashed"
    with pytest.raises(RequestError, match="must be a uuid4"):
        client.status("my job")


def test_unknown_and_unfinished_jobs_have_nothing_to_fetch(client: Client) -> None:
    job = client.submit(asking_for("sleepy", "5")).job
    with pytest.raises(WireError, match="there is no result to fetch") as caught:
        client.fetch(job)
    assert caught.value.code == "not_ready"
    client.cancel(job)
    with pytest.raises(WireError, match="never sent, or its result has expired") as caught:
        client.fetch(new_job_id())
    assert caught.value.code == "unknown_job"


def test_a_running_job_stops_at_its_next_step(client: Client) -> None:
    job = client.submit(asking_for("sleepy", "20")).job
    worker = wait_for_worker(client, job)
    client.cancel(job)
    assert wait_until_final(client, job).state is JobState.CANCELLED
    after = [client.submit(asking_for("sleepy", "0.5")).job for _ in range(2)]
    assert worker in [wait_for_worker(client, job) for job in after]  # it was told, not killed
    for job in after:
        wait_until_final(client, job)


def test_a_queued_job_never_runs_once_cancelled(client: Client) -> None:
    blocking = [client.submit(asking_for("sleepy", "20")).job for _ in range(2)]
    queued = [client.submit(asking_for("sleepy")).job for _ in range(2)]
    assert [client.status(job).queue_position for job in queued] == [0, 1]
    assert client.cancel(queued[0]).state is JobState.CANCELLED
    assert client.status(queued[1]).queue_position == 0
    for job in blocking:
        client.cancel(job)
    assert wait_until_final(client, queued[1]).state is JobState.DONE
    assert client.status(queued[0]).state is JobState.CANCELLED


def test_a_result_wins_over_a_late_cancel(client: Client) -> None:
    job = client.submit(asking_for("sleepy", "0.1")).job
    wait_until_final(client, job)
    assert client.cancel(job).state is JobState.DONE
    assert client.fetch(job)


def test_raising_cancelled_in_a_report_stops_the_job_on_the_server(client: Client) -> None:
    job = new_job_id()

    def report(phase: str, fraction: float) -> None:
        if phase.startswith("pid"):
            raise Cancelled

    with pytest.raises(Cancelled):
        run_job(client, asking_for("sleepy", "20"), report, job=job)
    assert wait_until_final(client, job).state is JobState.CANCELLED


def test_what_is_left_is_estimated(client: Client) -> None:
    job = client.submit(asking_for("sleepy", "1.2")).job
    halfway = wait_until(client, job, lambda status: status.fraction >= 0.5)
    assert 0.2 < halfway.eta_seconds < 3.0  # 0.6 s, on a machine with nothing else to do
    client.cancel(job)
