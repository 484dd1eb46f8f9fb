"""Workers on a real Ray cluster, of two nodes simulated on this machine: the promises are those of processes."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinescore.engines.model_choice import ModelChoice
from kinescore.serve.config import ServeConfig
from kinescore.serve.errors import ServeError
from kinescore.wire.client import Client
from kinescore.wire.messages import JobState
from kinescore.wire.run_job import resume_job
from tests.serve.running_server import (
    RunningServer,
    asking_for,
    wait_for_worker,
    wait_until_final,
)

ray = pytest.importorskip("ray", reason="the extra `cluster` is not installed")
pytestmark = pytest.mark.timeout(300)
LOOPBACK = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0", "RAY_USAGE_STATS_ENABLED": "0"}


@pytest.fixture(scope="module")
def cluster() -> Iterator[object]:
    from ray.cluster_utils import Cluster

    patch = pytest.MonkeyPatch()
    for name, value in LOOPBACK.items():
        patch.setenv(name, value)
    nodes = Cluster(initialize_head=True, head_node_args={"num_cpus": 2, "include_dashboard": False})
    nodes.second = nodes.add_node(num_cpus=2)
    yield nodes
    nodes.shutdown()
    patch.undo()


@pytest.fixture(scope="module")
def server(cluster: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    store = tmp_path_factory.mktemp("ray") / "store"
    with RunningServer(store, ray=cluster.address, workers=4, stop_grace_seconds=1.0) as server:
        yield server
        assert server.stop() == 0


@pytest.fixture
def client(server: RunningServer) -> Iterator[Client]:
    with server.client() as client:
        yield client


def test_music_from_the_cluster_is_the_music_of_a_process(client: Client, tmp_path: Path) -> None:
    with RunningServer(tmp_path / "store") as here, here.client() as at_home:
        request = asking_for("large", "40", seed=3)  # 14 MB: many pieces
        there, expected = (resume_job(each, each.submit(request).job) for each in (client, at_home))
    assert there.audio.samples.tobytes() == expected.audio.samples.tobytes()


def test_an_actor_killed_at_work_loses_no_job_and_doubles_none(client: Client) -> None:
    jobs = [client.submit(asking_for("sleepy", "1.0", seed)).job for seed in range(8)]
    os.kill(wait_for_worker(client, jobs[0]), signal.SIGKILL)
    assert [wait_until_final(client, job).state for job in jobs] == [JobState.DONE] * 8


def test_a_job_that_is_cancelled_stops_at_its_next_step(client: Client) -> None:
    job = client.submit(asking_for("sleepy", "60")).job
    wait_for_worker(client, job)
    client.cancel(job)
    assert wait_until_final(client, job).state is JobState.CANCELLED


def test_a_poisonous_job_fails_and_the_pool_is_well(client: Client) -> None:
    job = client.submit(asking_for("poison")).job
    status = wait_until_final(client, job)
    assert status.failure is not None
    assert status.failure.code == "worker_lost"
    assert wait_until_final(client, client.submit(asking_for("sleepy")).job).state is JobState.DONE


def test_a_node_that_is_lost_loses_no_job(client: Client, cluster: object) -> None:
    jobs = [client.submit(asking_for("sleepy", "2.0", seed)).job for seed in range(8)]
    wait_for_worker(client, jobs[2])  # two nodes of two workers: at least one of these is on the second
    cluster.remove_node(cluster.second, allow_graceful=False)
    assert [wait_until_final(client, job).state for job in jobs] == [JobState.DONE] * 8


def test_no_cluster_is_told_in_a_sentence(tmp_path: Path) -> None:
    from kinescore.serve.server import Server

    with pytest.raises(ServeError, match=r"There is no Ray cluster at '127\.0\.0\.1:9'"):
        Server(ServeConfig(address="tcp://127.0.0.1:*", store_folder=tmp_path / "store", ray="127.0.0.1:9")).run()


def test_in_a_cluster_no_gpu_is_chosen_by_number() -> None:
    with pytest.raises(ServeError, match="in a cluster Ray gives each worker its GPU"):
        ServeConfig(ray="auto", workers=0, models=(ModelChoice("musicgen", "small", device="cuda:0"),))
