"""The faults of a studio's day, each with its figure: strangers, old jobs, a crowd, a dead worker, a revoked key.

    python -m benchmarks.studio_faults

Every row is a real server process on the loopback address; the workers sleep instead of composing ("sleepy" of
tests/serve/practice_server.py). Linux (descriptors, SIGKILL).
"""

from __future__ import annotations

import os
import signal
import socket
import tempfile
import threading
import time
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

from kinescore.request import SoundtrackRequest
from kinescore.serve.errors import ServeError
from kinescore.serve.events import Job
from kinescore.serve.journal import Journal
from kinescore.serve.store import Store
from kinescore.wire.address import Address
from kinescore.wire.client import Client
from kinescore.wire.errors import WireError
from kinescore.wire.keys import load_client_keys, make_keys
from kinescore.wire.messages import JobState, new_job_id
from kinescore.wire.run_job import run_job
from tests.serve.running_server import RunningServer, asking_for, wait_for_worker, wait_until, wait_until_final
from tests.serve.test_gate import room_for_descriptors
from tests.wire.motions import wandering

ROOM = {"jobs": 1000, "jobs_per_client": 1000}
CROWD = 200
OLD_JOBS = 10_000


def main() -> None:
    """Print one row for each fault."""
    print("| fault | measured |\n|---|---|")
    with tempfile.TemporaryDirectory() as folder, room_for_descriptors(4000):
        place = Path(folder)
        measure_foreign_folder(place / "proj")
        measure_strangers(place / "strangers")
        measure_revocation(place / "revoked")
        measure_old_jobs(place / "old")
        with RunningServer(place / "store", workers=2, limits=ROOM) as server:
            measure_crowd(server)
            measure_killed_worker(server)
            measure_queue(server, is_killing=False)
            measure_queue(server, is_killing=True)


def row(what: str, measured: str) -> None:
    """Print a row of the table."""
    print(f"| {what} | {measured} |", flush=True)


def measure_foreign_folder(folder: Path) -> None:
    """A folder that no server made, with results in it."""
    (folder / "results").mkdir(parents=True)
    files = [folder / "results" / name for name in ("a.wav", "notes.txt")]
    for file in files:
        file.write_text("mine")
    try:
        Store(folder).close()
        refused = "taken over"
    except ServeError:
        refused = "refused"
    row("a store in somebody's folder", f"{refused}, {sum(file.exists() for file in files)} of {len(files)} files left")


def measure_strangers(folder: Path) -> None:
    """1,500 connections without a key to a server that may have 1,024 descriptors."""
    folder.mkdir()
    keys = load_client_keys(make_keys(folder / "keys", "mira"))
    settings = {"key_folder": str(folder / "keys"), "descriptors": 1024}
    with RunningServer(folder / "store", **settings) as server, ExitStack() as opened:
        port = Address.parse(server.address).port
        for _ in range(1500):
            opened.enter_context(socket.create_connection(("127.0.0.1", port)))
        start = time.monotonic()
        with server.client(keys=keys) as client:
            client.hello()
            row("1,500 strangers at 1,024 descriptors: a listed client is in", f"{time.monotonic() - start:.2f} s")
            assert run_job(client, asking_for("fragile", str(folder / "worker lost")))
        start = time.monotonic()
        assert server.stop() == 0
        row("... SIGTERM, until the server has ended", f"{time.monotonic() - start:.2f} s")


def measure_revocation(folder: Path) -> None:
    """A key file is deleted while its client asks on."""
    folder.mkdir()
    keys = load_client_keys(make_keys(folder / "keys", "mira"))
    with RunningServer(folder / "store", key_folder=str(folder / "keys")) as server, server.client(keys=keys) as client:
        client.hello()
        (folder / "keys" / "allowed" / "mira.pub").unlink()
        start = time.monotonic()
        try:
            while True:
                client.hello()
                time.sleep(0.02)
        except WireError as error:
            if error.code != "not_allowed":
                raise
        row("a key is deleted, until its open connection is refused", f"{time.monotonic() - start:.2f} s")


def measure_old_jobs(folder: Path) -> None:
    """Starts with an empty store, and with one that remembers as many jobs as it ever does."""
    for number in (0, OLD_JOBS):
        store = folder / str(number)
        store.parent.mkdir(exist_ok=True)
        Store(store).close()
        with closing(Journal(store / "jobs.sqlite")) as journal, journal._rows:
            journal._rows.execute("PRAGMA synchronous = OFF")
            done = Job("", "", "local", "d" * 64, 0, JobState.DONE, size=1, fetched=True)
            for sequence in range(number):
                name = new_job_id()
                journal.write(replace(done, job=name, id=name, sequence=sequence), time.time())
        start = time.monotonic()
        with RunningServer(store):
            row(f"a start with {number:,} old jobs", f"{time.monotonic() - start:.1f} s")


def measure_crowd(server: RunningServer) -> None:
    """Clients that all send a minute of motion at once."""
    request = SoundtrackRequest(wandering(frames=1800), "0", engine="sleepy")
    clients = [server.client() for _ in range(CROWD)]
    jobs: list[str] = []

    def send(client: Client, seed: int) -> None:
        jobs.append(client.submit(replace(request, seed=seed)).job)

    threads = [threading.Thread(target=send, args=(client, seed)) for seed, client in enumerate(clients)]
    start = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    row(f"{CROWD} clients send 60 s of motion each", f"{len(set(jobs))} accepted in {time.monotonic() - start:.2f} s")
    for job in jobs:
        wait_until_final(clients[0], job)
    for client in clients:
        client.close()


def measure_killed_worker(server: RunningServer) -> None:
    """SIGKILL, until the job runs again on another worker."""
    with server.client() as client:
        job = client.submit(asking_for("sleepy", "3")).job
        first = wait_for_worker(client, job)
        os.kill(first, signal.SIGKILL)
        start = time.monotonic()
        wait_until(client, job, lambda status: status.phase.startswith("pid") and status.phase != f"pid {first}")
        row("a worker is killed, until its job runs again", f"{1e3 * (time.monotonic() - start):.0f} ms")
        wait_until_final(client, job)


def measure_queue(server: RunningServer, is_killing: bool) -> None:
    """Many short jobs for two workers, one of which may be killed while it does the first and longest."""
    seconds = [1.5, *[0.1] * (CROWD - 1)]
    with server.client() as client:
        start = time.monotonic()
        jobs = [client.submit(asking_for("sleepy", str(seconds[0]))).job]
        worker = wait_for_worker(client, jobs[0])
        for seed, each in enumerate(seconds[1:], start=1):
            jobs.append(client.submit(asking_for("sleepy", str(each), seed=seed)).job)
        if is_killing:
            os.kill(worker, signal.SIGKILL)
        states = [wait_until_final(client, job).state for job in jobs]
        taken, ideal = time.monotonic() - start, sum(seconds) / 2
    done, how = states.count(JobState.DONE), "one of them killed" if is_killing else "none killed"
    row(f"{CROWD} short jobs, two workers, {how}", f"{done} done in {taken:.1f} s, ideal {ideal:.1f} s")


if __name__ == "__main__":
    main()
