"""Priorities and quotas over the wire, from the shell to the worker."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from kinescore.serve.config import ServeConfig
from kinescore.serve.errors import ServeError
from kinescore.serve.quotas import Quota
from kinescore.wire.errors import Busy, WireError
from kinescore.wire.keys import load_client_keys, make_keys
from kinescore.wire.messages import Priority
from tests.serve.running_server import RunningServer, asking_for, wait_for_worker, wait_until_final
from tests.wire.motions import wandering

LOW, NORMAL, HIGH = Priority


def test_a_high_one_overtakes_and_stays_ahead_after_a_kill(tmp_path: Path) -> None:
    with RunningServer(tmp_path / "store") as server, server.client() as client:
        running = client.submit(asking_for("sleepy", "20"), priority=HIGH).job
        wait_for_worker(client, running)
        jobs = {
            priority: client.submit(asking_for("sleepy", "0.05", seed=seed), priority=priority).job
            for seed, priority in enumerate(Priority)
        }
        places = {LOW: 2, NORMAL: 1, HIGH: 0}
        assert {priority: client.status(job).queue_position for priority, job in jobs.items()} == places
        assert client.submit(asking_for("sleepy", "0.05", seed=0), jobs[LOW], priority=HIGH).queue_position == 2
        server.kill()
        server.start()
        wait_for_worker(client, running)
        assert client.status(jobs[HIGH]).queue_position == 0
        client.cancel(running)
        for job in jobs.values():
            wait_until_final(client, job)


def test_a_client_has_what_its_quota_says(tmp_path: Path) -> None:
    keys = {name: load_client_keys(make_keys(tmp_path / "keys", name)) for name in ("mira", "farm")}
    settings = {"key_folder": str(tmp_path / "keys"), "quotas": {"farm": {"jobs": 2, "highest_priority": "low"}}}
    with (
        RunningServer(tmp_path / "store", **settings) as server,
        server.client(keys=keys["mira"]) as mira,
        server.client(keys=keys["farm"]) as farm,
    ):
        wait_for_worker(mira, mira.submit(asking_for("sleepy", "20")).job)
        with pytest.raises(WireError, match="have priority 'low' at most on this server") as caught:
            farm.submit(asking_for("sleepy"), priority=HIGH)
        assert caught.value.code == "not_allowed"
        waiting = [farm.submit(asking_for("sleepy", seed=seed)).job for seed in range(2)]
        with pytest.raises(Busy, match="You have 2 jobs waiting"):
            farm.submit(asking_for("sleepy", seed=2))
        mira.submit(asking_for("sleepy", seed=3))
        assert [farm.status(job).queue_position for job in waiting] == [1, 2]


def test_who_fetches_nothing_fills_its_own_room_alone(tmp_path: Path) -> None:
    keys = {name: load_client_keys(make_keys(tmp_path / "keys", name)) for name in ("mira", "farm")}
    quota = {"jobs": 2, "highest_priority": "low", "result_bytes": 1000}
    with (
        RunningServer(tmp_path / "store", key_folder=str(tmp_path / "keys"), quotas={"farm": quota}) as server,
        server.client(keys=keys["mira"]) as mira,
        server.client(keys=keys["farm"]) as farm,
    ):
        job = farm.submit(asking_for("sleepy")).job
        wait_until_final(farm, job)
        with pytest.raises(Busy, match="Your room at the server is full of results that you have not fetched yet"):
            farm.submit(asking_for("sleepy", seed=1))
        mira.submit(asking_for("sleepy", seed=2))
        farm.fetch(job)
        farm.submit(asking_for("sleepy", seed=1))


def test_quotas_need_names() -> None:
    with pytest.raises(ServeError, match="quota for 'farm', but without keys clients have no names"):
        ServeConfig(quotas={"farm": Quota(2)})


def test_from_a_shell(tmp_path: Path, shared_server: RunningServer) -> None:
    np.save(tmp_path / "move.npy", wandering(frames=30).positions.astype(np.float32))
    command = [
        sys.executable,
        "-m",
        "kinescore",
        "generate",
        str(tmp_path / "move.npy"),
        "--fps",
        "30",
        "--size",
        "1920x1080",
    ]
    command += ["--priority", "high"]
    alone = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert "--priority is for jobs that wait at a server." in " ".join(alone.stderr.split())
    command += ["--server", shared_server.address, "-o", str(tmp_path / "out.wav")]
    told = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert told.returncode == 0, told.stderr
    assert (tmp_path / "out.wav").exists()
