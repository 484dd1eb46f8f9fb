"""Waiting MusicGen jobs decoded side by side by a server: throughput and latency at a batch of 1, 4 and 16.

    python -m benchmarks.serve_batching                                   # a tiny model of the real architecture
    python -m benchmarks.serve_batching --model facebook/musicgen-small --device cuda --precision bf16 --seconds 10

A real server, one worker, real requests over the loopback address. All jobs are sent while another one keeps the worker
busy, then the clock starts. Latency is from there to each job's end as its client sees it. Processor seconds are the
worker's, which say more where others use the machine. Every job's bytes are held against those of the first batch size.
Linux only (/proc).
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.soak_server import children
from kinescore.wire.client import Client
from kinescore.wire.messages import Chunk, Fetch, JobState
from tests.serve.running_server import RunningServer, asking_for, wait_for_worker

POLL_SECONDS = 0.02
PROMPTS = ("joyful piano", "a slow sad waltz", "music for a chase", "drums")


def main() -> None:
    """Print a row for each batch."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        model = options.model or _tiny_model(Path(folder) / "model")
        print(f"{options.jobs} jobs of {options.seconds:g} s, {options.model or 'tiny'}, {options.device}")
        print(f"{'batch':>5} {'all done':>10} {'jobs a minute':>14} {'latency p50':>12} {'worst':>8} {'processor':>10}")
        known: list[str] = []
        for batch in options.batches:
            choice = {"engine": "musicgen", "model": model, "device": options.device, "precision": options.precision}
            limits = {"jobs": 2 * options.jobs, "jobs_per_client": 2 * options.jobs}
            store = Path(folder) / f"store-{batch}"
            environment = {"OMP_NUM_THREADS": "1"} if options.device == "cpu" else {}
            server = RunningServer(store, environment, models=[choice], batch=batch, limits=limits)
            with server, server.client() as client:
                ends, processor, digests = _measured(client, server, options)
            known = known or digests
            assert digests == known, "a job's bytes depend on its neighbours"
            rate = 60 * options.jobs / max(ends)
            print(
                f"{batch:5} {max(ends):8.1f} s {rate:14.1f} {np.median(ends):10.1f} s {max(ends):6.1f} s "
                f"{processor:8.1f} s",
                flush=True,
            )


def _measured(
    client: Client, server: RunningServer, options: argparse.Namespace
) -> tuple[list[float], float, list[str]]:
    """Return when each job had ended, s, the worker's processor seconds, and the digests of the results."""
    requests = [
        replace(asking_for("musicgen", PROMPTS[number % len(PROMPTS)], number), seconds=options.seconds)
        for number in range(options.jobs)
    ]
    _finish(client, [client.submit(replace(requests[0], seed=10**6)).job])  # loaded and warm
    before = client.submit(asking_for("sleepy", str(2 + 0.1 * options.jobs))).job
    wait_for_worker(client, before)
    jobs = [client.submit(request).job for request in requests]
    _finish(client, [before])
    began, used = time.perf_counter(), _processor_seconds(server.process.pid)
    ends = _finish(client, jobs)
    processor = _processor_seconds(server.process.pid) - used
    return [end - began for end in ends], processor, [client.ask(Fetch(job, 0, 1), Chunk).sha256 for job in jobs]


def _finish(client: Client, jobs: list[str]) -> list[float]:
    """Wait for all; return when each was seen to have ended."""
    ends: dict[str, float] = {}
    while len(ends) < len(jobs):
        for status in (client.status(job) for job in jobs if job not in ends):
            if status.state.is_final:
                ends[status.job] = time.perf_counter()
                if status.state is not JobState.DONE:
                    raise SystemExit(f"A job ended {status.state.value}: {status.failure}")
        time.sleep(POLL_SECONDS)
    return [ends[job] for job in jobs]


def _processor_seconds(server: int) -> float:
    ticks = 0
    for worker in children(server):
        fields = Path(f"/proc/{worker}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _tiny_model(folder: Path) -> str:
    from tests.engines.tiny_models import save_model

    return str(save_model(folder))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--model", default="", help="a folder or hub id of a MusicGen, in place of random weights")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--precision", default="fp32")
    parser.add_argument("--jobs", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--batches", type=int, nargs="+", default=[1, 4, 16])
    return parser.parse_args()


if __name__ == "__main__":
    main()
