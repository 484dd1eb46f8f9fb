"""Many at once: nothing lost, nothing done twice, nobody forgotten."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinescore.wire.errors import Busy
from kinescore.wire.messages import JobState
from kinescore.wire.run_job import run_job
from kinescore.wire.take_archive import take_from_bytes
from tests.serve.running_server import RunningServer, asking_for, wait_for_worker, wait_until_final

ROOM = {"jobs": 400, "jobs_per_client": 400}


@pytest.fixture(scope="module")
def roomy_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("roomy") / "store", workers=2, limits=ROOM) as server:
        yield server


def test_sixty_jobs_and_a_killed_worker(roomy_server: RunningServer) -> None:
    with roomy_server.client() as client:
        seconds = ["4" if seed == 10 else "0.03" for seed in range(60)]
        jobs = [client.submit(asking_for("sleepy", seconds[seed], seed=seed)).job for seed in range(11)]
        worker = wait_for_worker(client, jobs[10])
        jobs += [client.submit(asking_for("sleepy", seconds[seed], seed=seed)).job for seed in range(11, 60)]
        if os.name == "posix":
            os.kill(worker, signal.SIGKILL)
        assert [wait_until_final(client, job).state for job in jobs] == [JobState.DONE] * 60
        assert [take_from_bytes(client.fetch(job)).provenance["seed"] for job in jobs] == list(range(60))
        assert [status.job for status in client.jobs()][-60:] == jobs


def test_sixty_clients_at_once(roomy_server: RunningServer) -> None:
    statuses: dict[int, str] = {}

    def one_client(seed: int) -> None:
        with roomy_server.client() as client:
            statuses[seed] = client.submit(asking_for("sleepy", "0", seed=seed)).job

    threads = [threading.Thread(target=one_client, args=(seed,)) for seed in range(60)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(statuses.values())) == 60
    with roomy_server.client() as client:
        assert {status.job for status in client.jobs()[-60:]} == set(statuses.values())
        last = max(statuses.values(), key=lambda job: client.status(job).queue_position or 0)
        assert wait_until_final(client, last).state is JobState.DONE


def test_old_results_make_room_for_new_ones(tmp_path: Path) -> None:
    with RunningServer(tmp_path / "store", quota_bytes=3_000_000) as server, server.client() as client:
        jobs = []
        for seed in range(4):  # 1.1 MB each
            jobs.append(client.submit(asking_for("large", "4", seed=seed)).job)
            wait_until_final(client, jobs[-1])
            client.fetch(jobs[-1])
        server.stop()
        server.start()  # quota and expiry are looked at once a minute, and at the start
        deadline = time.monotonic() + 10
        while len(kept := [status.job for status in client.jobs()]) > 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert kept == jobs[2:]
        assert take_from_bytes(client.fetch(jobs[3])).provenance == {"seed": 3}


def test_results_that_nobody_fetched_are_not_given_up_for_new_ones(tmp_path: Path) -> None:
    with RunningServer(tmp_path / "store", quota_bytes=2_000_000) as server, server.client() as client:
        jobs = [client.submit(asking_for("large", "4", seed=seed)).job for seed in range(2)]
        for job in jobs:
            wait_until_final(client, job)
        with pytest.raises(Busy, match="store is full of results that nobody has fetched yet"):
            client.submit(asking_for("sleepy"))
        client.fetch(jobs[0])
        assert client.submit(asking_for("sleepy")).job


@pytest.mark.slow
def test_soak_with_a_worker_killed_every_few_seconds(tmp_path: Path) -> None:
    """Two minutes of jobs from four clients; every job is done and the server's descriptors do not grow."""
    until = time.monotonic() + 120
    done, failures = [], []

    def keep_asking(server: RunningServer, seed: int) -> None:
        with server.client() as client:
            while time.monotonic() < until:
                try:
                    take = run_job(client, asking_for("sleepy", "0.3", seed=seed))
                    done.append(take.provenance["seed"] == seed)
                except Exception as error:
                    failures.append(error)

    with RunningServer(tmp_path / "store", workers=2, limits=ROOM) as server:
        threads = [threading.Thread(target=keep_asking, args=(server, seed)) for seed in range(4)]
        for thread in threads:
            thread.start()
        descriptors = []
        while any(thread.is_alive() for thread in threads):
            time.sleep(5)
            descriptors.append(len(list(Path(f"/proc/{server.process.pid}/fd").iterdir())))
            _kill_some_worker(server)
        with server.client() as client:
            assert not [status for status in client.jobs() if not status.state.is_final]
    assert failures == []
    assert all(done)
    assert len(done) > 100
    assert max(descriptors[3:]) <= max(descriptors[:3]) + 4


def _kill_some_worker(server: RunningServer) -> None:
    with server.client() as client:
        running = [status for status in client.jobs() if status.phase.startswith("pid ")]
        if running:
            os.kill(int(running[0].phase.removeprefix("pid ")), signal.SIGKILL)
