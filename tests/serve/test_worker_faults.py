"""Workers that die, hang or are stopped: noticed, replaced, and their jobs done by another."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinescore.errors import KinescoreError
from kinescore.wire.client import Client
from kinescore.wire.messages import JobState
from kinescore.wire.run_job import run_job
from tests.serve.running_server import (
    RunningServer,
    asking_for,
    has_ended,
    wait_for_worker,
    wait_until,
    wait_until_final,
)

posix_only = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")


@pytest.fixture(scope="module")
def nervous_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server that gives a worker one second for a step and half a second to end."""
    store = tmp_path_factory.mktemp("nervous") / "store"
    with RunningServer(store, step_timeout_seconds=1.0, stop_grace_seconds=0.5) as server:
        yield server


@pytest.fixture
def nervous(nervous_server: RunningServer) -> Iterator[Client]:
    with nervous_server.client() as client:
        yield client


@posix_only
def test_a_killed_worker_is_replaced_and_its_job_done_again(nervous: Client) -> None:
    job = nervous.submit(asking_for("sleepy", "0.5")).job
    first = wait_for_worker(nervous, job)
    os.kill(first, signal.SIGKILL)
    second = wait_until(nervous, job, lambda status: status.phase.startswith("pid") and status.phase != f"pid {first}")
    assert second.state is JobState.RUNNING
    assert wait_until_final(nervous, job).state is JobState.DONE


def test_a_job_that_dies_once_is_done_the_second_time(nervous: Client, tmp_path: Path) -> None:
    take = run_job(nervous, asking_for("fragile", str(tmp_path / "was here"), seed=6))
    assert take.provenance == {"seed": 6}


def test_a_job_that_always_kills_its_worker_fails_with_that_reason(nervous: Client) -> None:
    with pytest.raises(KinescoreError, match="lost 3 workers; the last one ended with exit code 66") as caught:
        run_job(nervous, asking_for("poison"))
    assert caught.value.code == "worker_lost"
    assert run_job(nervous, asking_for("sleepy")).audio.samples.any()  # the pool is well


def test_a_hanging_worker_is_killed_at_the_step_time_out(nervous: Client, tmp_path: Path) -> None:
    assert run_job(nervous, asking_for("hanging", str(tmp_path / "was here"))).audio.samples.any()


@posix_only
def test_a_stopped_worker_is_killed_for_certain(nervous: Client) -> None:
    """SIGTERM does not reach a stopped process, so this needs the second, harder blow."""
    job = nervous.submit(asking_for("sleepy", "0.4")).job
    worker = wait_for_worker(nervous, job)
    os.kill(worker, signal.SIGSTOP)
    assert wait_until_final(nervous, job).state is JobState.DONE
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def test_an_engine_that_loads_longer_than_a_step_may_take_is_waited_for(nervous: Client) -> None:
    seen = set()
    take = run_job(nervous, asking_for("heavy", seed=4), lambda phase, fraction: seen.add(phase))
    assert take.provenance == {"seed": 4}
    assert "loading" in seen


def test_a_model_that_is_not_there_stops_the_start_with_its_sentence(tmp_path: Path) -> None:
    models = [{"engine": "musicgen", "model": str(tmp_path / "nowhere")}]
    with pytest.raises(AssertionError, match="nowhere"):
        RunningServer(tmp_path / "store", models=models)


def test_always_hanging_fails_with_that_reason(nervous: Client) -> None:
    with pytest.raises(KinescoreError, match="the last one made no progress for 1 s"):
        run_job(nervous, asking_for("deaf", "60"))


def test_a_worker_that_does_not_look_at_its_flag_is_killed(nervous: Client) -> None:
    job = nervous.submit(asking_for("deaf", "0.9")).job
    worker = wait_for_worker(nervous, job)
    nervous.cancel(job)
    assert wait_until_final(nervous, job).state is JobState.CANCELLED
    assert wait_for_worker(nervous, nervous.submit(asking_for("sleepy")).job) != worker


@pytest.mark.skipif(sys.platform != "linux", reason="limits of a running process are Linux's prlimit")
def test_memory_that_runs_out_while_playing_is_one_sentence_and_the_worker_lives(nervous: Client) -> None:
    import resource

    job = nervous.submit(asking_for("sleepy", "0.4")).job
    worker = wait_for_worker(nervous, job)
    now = int(Path(f"/proc/{worker}/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    unlimited = resource.prlimit(worker, resource.RLIMIT_AS, (now + 2**28, resource.RLIM_INFINITY))
    try:
        with pytest.raises(KinescoreError, match="The server has not enough memory for this piece") as caught:
            run_job(nervous, asking_for("large", "3600"))  # 2.5 GB
        assert caught.value.code == "out_of_memory"
        again = nervous.submit(asking_for("sleepy", "0.4")).job
        assert wait_for_worker(nervous, again) == worker
        assert wait_until_final(nervous, again).state is JobState.DONE
    finally:
        resource.prlimit(worker, resource.RLIMIT_AS, unlimited)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_workers_leave_when_their_server_is_killed(tmp_path: Path) -> None:
    with RunningServer(tmp_path / "store") as server, server.client() as client:
        worker = wait_for_worker(client, client.submit(asking_for("deaf", "60")).job)
        assert _parent_of(worker) == server.process.pid
        server.kill()
        deadline = time.monotonic() + 4.0
        while not has_ended(worker):
            assert time.monotonic() < deadline, "the worker outlived its server"
            time.sleep(0.02)


def test_a_server_whose_workers_cannot_start_says_so_and_ends(tmp_path: Path) -> None:
    """Here workers find half a Python installation; `sitecustomize` is imported first in every process."""
    broken = tmp_path / "sitecustomize.py"
    broken.write_text("import sys\nif '--multiprocessing-fork' in sys.argv: raise SystemExit('half installed')\n")
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    with pytest.raises(AssertionError, match="3 workers ended before they were ready"):
        RunningServer(tmp_path / "store", {"PYTHONPATH": path})


def _parent_of(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1])
