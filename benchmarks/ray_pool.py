"""What a Ray cluster brings and costs: jobs a minute with one actor, with four, and with as many processes.

    python -m benchmarks.ray_pool [--jobs 40] [--seconds 1.0]

Two simulated nodes on this machine (`ray.cluster_utils`). The engine sleeps where a model would play, so that the
figures are those of server, pool and cluster, not of this machine's cores; the real server, wire and store around it.
Ratios are of one run.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kinescore.wire.client import Client
from kinescore.wire.messages import JobState
from tests.serve.running_server import RunningServer, asking_for

NODE_CPUS = 2
POLL_SECONDS = 0.05


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=40)
    parser.add_argument("--seconds", type=float, default=1.0, help="of work in a job")
    options = parser.parse_args()
    with _cluster() as address:
        took = {
            "one process": _run(options.jobs // 4, options.seconds, workers=1) * 4,
            "four processes": _run(options.jobs, options.seconds, workers=4),
            "one actor": _run(options.jobs // 4, options.seconds, workers=1, ray=address) * 4,
            "four actors": _run(options.jobs, options.seconds, workers=4, ray=address),
        }
    print(f"{options.jobs} jobs of {options.seconds:g} s (with one worker a quarter of them, times four):")
    for name, seconds in took.items():
        print(f"{name:16s} {seconds:6.1f} s   {took['one actor'] / seconds:5.2f} x one actor")


@contextmanager
def _cluster() -> Iterator[str]:
    os.environ.update(RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER="0", RAY_USAGE_STATS_ENABLED="0")
    from ray.cluster_utils import Cluster

    nodes = Cluster(initialize_head=True, head_node_args={"num_cpus": NODE_CPUS, "include_dashboard": False})
    nodes.add_node(num_cpus=NODE_CPUS)
    try:
        yield nodes.address
    finally:
        nodes.shutdown()


def _run(jobs: int, seconds: float, workers: int, **settings: object) -> float:
    """Return how long the jobs take, once all workers have done one."""
    limits = {"jobs": 2 * jobs, "jobs_per_client": 2 * jobs}
    with tempfile.TemporaryDirectory() as folder:
        server = RunningServer(Path(folder, "store"), workers=workers, limits=limits, **settings)
        with server, server.client() as client:
            _finish(client, [client.submit(asking_for("sleepy", "3", seed)).job for seed in range(2 * workers)])
            began = time.perf_counter()
            _finish(client, [client.submit(asking_for("sleepy", str(seconds), seed)).job for seed in range(jobs)])
            return time.perf_counter() - began


def _finish(client: Client, jobs: list[str]) -> None:
    for job in jobs:
        while not (status := client.status(job)).state.is_final:
            time.sleep(POLL_SECONDS)
        if status.state is not JobState.DONE:
            raise SystemExit(f"A job ended {status.state.value}.")


if __name__ == "__main__":
    main()
