"""What one server can carry: what each part of it costs for a message, a job, a report, and where it grows with more.

    python -m benchmarks.studio_capacity

For the plan of a large farm (docs/explanation/reliability.md). Costs of the server process are its CPU time, read from
/proc (Linux), and costs of parts are CPU time too, the least of several tries, so that other load on the machine
changes them little; the journal's writes wait for the disk and are told in wall time.
"""

from __future__ import annotations

import os
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kinescore.request import SoundtrackRequest
from kinescore.serve.board import Board, Rules
from kinescore.serve.events import DrainAsked, Finished, Job, Reported, Submitted, Ticked, WorkerReady
from kinescore.serve.journal import Journal
from kinescore.serve.pipe import FROM_WORKER, from_line, to_line
from kinescore.wire.client import Client
from kinescore.wire.messages import Chunk, Fetch, JobState, Limits, new_job_id
from tests.serve.running_server import RunningServer, asking_for, wait_until_final
from tests.wire.motions import wandering

MANY = Limits(jobs=100_000, jobs_per_client=100_000)
ROOM = {"jobs": 20_000, "jobs_per_client": 20_000}
SECONDS = 4.0
TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print one row for each part."""
    print("| what | measured | so many a second on one core |\n|---|---|---|")
    measure_board()
    with tempfile.TemporaryDirectory() as folder:
        measure_journal(Path(folder) / "jobs.sqlite")
        with RunningServer(Path(folder) / "store", workers=1, limits=ROOM) as server:
            measure_server(server)


def row(what: str, seconds: float) -> None:
    """Print a cost and its inverse."""
    print(f"| {what} | {1e6 * seconds:,.0f} µs | {1 / seconds:,.0f} |", flush=True)


def least(work: Callable[[], object], tries: int = 7, clock: Callable[[], float] = time.process_time) -> float:
    """Return the least time of `work` by `clock`, s."""
    times = []
    for _ in range(tries):
        start = clock()
        work()
        times.append(clock() - start)
    return min(times)


def full_board(queued: int, running: int) -> Board:
    """A board with so many jobs of fifty clients."""
    board = Board(Rules(MANY, 3, 60.0, 5.0))
    for number in range(running + queued):
        job, _ = board.admit(f"client {number % 50}", f"job {number}", "digest")
        board.handle(Submitted(job), 0.0)
        if number < running:
            board.handle(WorkerReady(f"worker {number}", ()), 0.0)
    return board


def measure_board() -> None:
    """Questions and events of a board as it gets fuller."""
    for queued in (64, 1000, 10_000):
        board = full_board(queued, 1)
        last = board.jobs.of(f"client {queued % 50}")[-1]
        row(f"the next one starts, of {queued:,} waiting jobs", finish_one(board))
        row("... status of one of them, after a change", least(lambda b=board, j=last: fresh(b, j)))
        row("... and while nothing has changed", least(lambda b=board, j=last: b.status(j, 1.0)))
    for running in (1, 100, 1000):
        board = full_board(0, running)
        last = board.jobs.latest(1)[0]
        row(f"status of one of {running:,} running jobs", least(lambda b=board, j=last: b.status(j, 1.0)))
        line = to_line(Reported("worker 0", board.jobs.latest(running)[-1].job, "arranging", 0.5))
        row(
            f"a worker's report, of {running:,}",
            least(lambda b=board, w=line: [b.handle(from_line(FROM_WORKER, w), 1.0) for _ in range(100)]) / 100,
        )
        row(f"a look at {running:,} workers' times", least(lambda b=board: b.handle(Ticked(), 1.0)))


def fresh(board: Board, job: Job) -> None:
    """Ask after something has changed: the whole line is put in order."""
    board.handle(DrainAsked(), 1.0)
    board.status(job, 1.0)


def finish_one(board: Board) -> float:
    """The one worker is through, and begins the next; return the time, s."""
    (running,) = [job for job in board.jobs.latest(20_000) if job.state is JobState.RUNNING]
    return least(lambda: board.handle(Finished("worker 0", running.job, 1, ""), 1.0), tries=1)


def measure_journal(path: Path) -> None:
    """A job's state, synced to this machine's disk."""
    journal = Journal(path)
    job = Job("a" * 36, "a" * 36, "client", "d" * 64, 0)
    written = least(lambda: [journal.write(job, None) for _ in range(50)], clock=time.perf_counter) / 50
    row("a state of a job, journalled and synced", written)
    journal._rows.execute("PRAGMA synchronous = OFF")
    for number in range(10_000):
        journal.write(replace(job, job=f"{number:036d}", sequence=number, state=JobState.DONE, size=5), 1.0)
    row("bytes that wait to be fetched, of 10,000 jobs", least(lambda: journal.unfetched(0.0)))
    journal.close()


def measure_server(server: RunningServer) -> None:
    """CPU time of a real server's own process for calls over the socket."""
    request = SoundtrackRequest(wandering(frames=900), "60", engine="sleepy")
    with server.client() as client:
        big = client.submit(asking_for("large", "60")).job
        wait_until_final(client, big)
        cpu_of("hello", server, lambda one: one.hello())
        cpu_of("status of a job that is done", server, lambda one: one.status(big))
        cpu_of("1 MiB of a result", server, lambda one: one.ask(Fetch(big, 0, 2**20), Chunk))
        cpu_of("a submission of 30 s of motion", server, lambda one: one.submit(request, new_job_id()))
        waiting = client.jobs()[-1].job
        cpu_of(f"status of one of {client.machine().queued:,} waiting jobs", server, lambda one: one.status(waiting))


def cpu_of(what: str, server: RunningServer, ask: Callable[[Client], object], clients: int = 4) -> None:
    """Have several clients ask for some seconds; print the server's CPU time for one answer."""
    over, counts = time.monotonic() + SECONDS, [0] * clients

    def run(number: int) -> None:
        with server.client() as one:
            while time.monotonic() < over:
                ask(one)
                counts[number] += 1

    threads = [threading.Thread(target=run, args=(number,)) for number in range(clients)]
    before = cpu_seconds(server.process.pid)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    row(f"server's CPU: {what}", (cpu_seconds(server.process.pid) - before) / sum(counts))


def cpu_seconds(pid: int) -> float:
    """The CPU time that the process has used, all its threads together."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


if __name__ == "__main__":
    main()
