"""A server that is killed, ended, or out of room loses nothing."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kinescore.serve.config import ServeConfig
from kinescore.wire.client import Client
from kinescore.wire.errors import ServerLost, ServerUnreachable, WireError
from kinescore.wire.messages import JobState
from kinescore.wire.run_job import resume_job, run_job
from kinescore.wire.take_archive import take_from_bytes
from tests.serve.running_server import RunningServer, asking_for, wait_for_worker, wait_until, wait_until_final


@pytest.fixture(scope="module")
def sturdy_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("sturdy") / "store") as server:
        yield server


@pytest.fixture
def server(sturdy_server: RunningServer) -> RunningServer:
    """A server with one worker that runs and has nothing to do, whatever the last test did to it."""
    if sturdy_server.process.poll() is not None:
        sturdy_server.start()
    with sturdy_server.client() as client:
        unfinished = [status.job for status in client.jobs() if not status.state.is_final]
        for job in reversed(unfinished):
            client.cancel(job)
        for job in unfinished:
            wait_until_final(client, job)
    return sturdy_server


@pytest.fixture
def client(server: RunningServer) -> Iterator[Client]:
    with server.client() as client:
        yield client


def test_a_killed_server_goes_on_where_it_was(server: RunningServer, client: Client) -> None:
    done = client.submit(asking_for("sleepy", seed=1)).job
    wait_until_final(client, done)
    sound = client.fetch(done)
    cancelled = client.submit(asking_for("sleepy", "20", seed=2)).job
    client.cancel(cancelled)
    wait_until_final(client, cancelled)
    running = client.submit(asking_for("sleepy", "0.6", seed=3)).job
    queued = [client.submit(asking_for("sleepy", seed=seed)).job for seed in (4, 5)]
    wait_for_worker(client, running)
    server.kill()
    server.start()
    assert client.fetch(done) == sound
    assert client.status(cancelled).state is JobState.CANCELLED
    assert [client.status(job).queue_position for job in queued] == [0, 1]
    assert [wait_until_final(client, job).state for job in (running, *queued)] == [JobState.DONE] * 3
    assert [take_from_bytes(client.fetch(job)).provenance["seed"] for job in (running, *queued)] == [3, 4, 5]
    assert [status.job for status in client.jobs()][-5:] == [done, cancelled, running, *queued]


def test_a_client_sits_out_a_restart_unaided(server: RunningServer, client: Client) -> None:
    restarts = iter([True])

    def report(phase: str, fraction: float) -> None:
        if phase.startswith("pid") and next(restarts, False):
            server.kill()
            server.start()

    take = run_job(client, asking_for("sleepy", "0.5", seed=7), report)
    assert take.provenance == {"seed": 7}


def test_a_server_that_stays_away_is_given_up_and_its_job_picked_up_later(server: RunningServer) -> None:
    with server.client(patience_seconds=0.5, reply_seconds=0.3) as client:

        def report(phase: str, fraction: float) -> None:
            if phase.startswith("pid") and server.process.poll() is None:
                server.kill()

        with pytest.raises(ServerLost, match=f"at {server.address} has stopped answering. .* resume the job") as lost:
            run_job(client, asking_for("sleepy", "0.5", seed=9), report)
        with pytest.raises(ServerUnreachable, match=f"No Kinescore server answers at {server.address}"):
            run_job(client, asking_for("sleepy"))
    server.start()
    with server.client() as client:
        assert resume_job(client, lost.value.job).provenance == {"seed": 9}


def test_an_orderly_end_takes_the_running_job_back_into_the_queue(server: RunningServer, client: Client) -> None:
    said_before = server.messages
    job = client.submit(asking_for("sleepy", "0.6")).job
    for _ in range(ServeConfig.attempts):
        wait_for_worker(client, job)
        assert server.stop() == 0
        server.start()
    assert wait_until_final(client, job).state is JobState.DONE
    assert "Traceback" not in server.messages.removeprefix(said_before)


def test_two_servers_cannot_share_a_store_or_an_address(server: RunningServer, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="another Kinescore server uses this store, stop it"):
        RunningServer(server.store)
    with pytest.raises(AssertionError, match="Another program listens at tcp"):
        RunningServer(tmp_path / "other", address=server.address)


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="limits of a running process are Linux's prlimit")


@contextmanager
def full_disk(server: RunningServer, worker: int, largest_bytes: int) -> Iterator[None]:
    """Let neither the server nor its worker make a file larger than this: then writing fails as on a full disk."""
    import resource

    def limit(largest_bytes: int) -> None:
        for process in (server.process.pid, worker):
            resource.prlimit(process, resource.RLIMIT_FSIZE, (largest_bytes, resource.RLIM_INFINITY))

    limit(largest_bytes)
    try:
        yield
    finally:
        limit(resource.RLIM_INFINITY)


@linux_only
def test_a_result_that_does_not_fit_fails_its_job_and_no_other(server: RunningServer, client: Client) -> None:
    before = set((server.store / "results").iterdir())
    first = client.submit(asking_for("sleepy")).job
    worker = wait_for_worker(client, first)
    wait_until_final(client, first)
    with full_disk(server, worker, 1_000_000):
        large = client.submit(asking_for("large", "10")).job  # 2.6 MB
        failed = wait_until_final(client, large)
        assert (failed.state, failed.failure.code) == (JobState.FAILED, "disk_full")
        assert "The server's disk is full." in failed.failure.sentence
        small = client.submit(asking_for("large", "1")).job
        assert wait_until_final(client, small).state is JobState.DONE
    again = client.submit(asking_for("large", "10")).job
    assert wait_until_final(client, again).state is JobState.DONE
    made = set((server.store / "results").iterdir()) - before
    assert {path.name for path in made} == {first, small, again}


@linux_only
def test_a_journal_without_room_refuses_new_jobs_and_keeps_the_old_ones(server: RunningServer, client: Client) -> None:
    running = client.submit(asking_for("sleepy", "0.5")).job
    worker = wait_for_worker(client, running)
    with full_disk(server, worker, 1000):  # less than a request, and less than the journal already has
        with pytest.raises(WireError, match="server's disk is full") as caught:
            client.submit(asking_for("sleepy", seed=1))
        assert caught.value.code == "disk_full"
        assert client.hello().workers == 1
        wait_until(client, running, lambda status: status.state.is_final)
    after = client.submit(asking_for("sleepy", seed=2)).job
    assert wait_until_final(client, after).state is JobState.DONE
    states = {status.job: status.state for status in client.jobs()}
    server.kill()
    server.start()
    assert {status.job: status.state for status in client.jobs()} == states


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C reaches a whole process group on POSIX")
def test_ctrl_c_ends_server_and_workers_quietly(server: RunningServer, client: Client) -> None:
    said_before = server.messages
    worker = wait_for_worker(client, client.submit(asking_for("sleepy", "20")).job)
    for process in (worker, server.process.pid):  # as a terminal does it
        os.kill(process, signal.SIGINT)
    assert server.process.wait(timeout=10) == 0
    assert "Traceback" not in server.messages.removeprefix(said_before)
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6 here")
def test_it_listens_on_ipv6_too(tmp_path: Path) -> None:
    with RunningServer(tmp_path / "store", address="[::1]:*") as server, server.client() as client:
        assert server.address.startswith("tcp://[::1]:")
        assert client.hello().workers == 1


SMALLEST_SERVER = """
from kinescore.serve.config import ServeConfig
from kinescore.serve.server import Server
if __name__ == "__main__":
    Server(ServeConfig("tcp://127.0.0.1:*")).run(lambda address: print(address, flush=True))
"""


def test_on_an_empty_account_it_just_starts(tmp_path: Path) -> None:
    """No HOME content, no environment but the barest: `Server(ServeConfig())` makes its own store."""
    script = tmp_path / "serve.py"
    script.write_text(SMALLEST_SERVER)
    home = tmp_path / "home"
    home.mkdir()
    bare = {"HOME": str(home), "USERPROFILE": str(home)}
    bare |= {name: os.environ[name] for name in ("SYSTEMROOT", "PYTHONPATH") if name in os.environ}
    process = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=bare, cwd=home)
    watchdog = threading.Timer(60, process.kill)
    watchdog.start()
    try:
        with Client(process.stdout.readline().strip()) as client:
            assert client.hello().engines[0].name == "groovebox"
    finally:
        watchdog.cancel()
        process.terminate()
        process.wait(timeout=10)
        process.stdout.close()
    assert len(list(home.rglob("jobs.sqlite"))) == 1
