"""What a keeper sees and sets: the page, the metrics, the health check, the logs, the settings file, the check."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from kinescore.errors import KinescoreError
from kinescore.serve.check import check
from kinescore.serve.config import ServeConfig
from kinescore.serve.errors import ServeError
from kinescore.serve.quotas import Quota
from kinescore.serve.settings_file import read_settings
from kinescore.serve.snapshot import JobLine, Snapshot
from kinescore.serve.status_page import page_of
from kinescore.wire.keys import load_client_keys, make_keys
from kinescore.wire.messages import EngineInfo, Gpu, JobState, Priority
from kinescore.wire.run_job import run_job
from tests.serve.running_server import RunningServer, asking_for, wait_for_worker, wait_until, wait_until_final


def free_port() -> int:
    """A port that nobody has now, and that no system gives to those who take any."""
    for port in random.sample(range(15_000, 30_000), 100):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("no port is free")


class Kept(RunningServer):
    """A server with keys, a status page and an audit log."""

    def __init__(self, folder: Path) -> None:
        self.page = f"http://127.0.0.1:{free_port()}"
        self.audit = folder / "audit.jsonl"
        self.keys = load_client_keys(make_keys(folder / "keys", "mira"))
        status = self.page.removeprefix("http://")
        settings = {"status": status, "audit_file": str(self.audit), "key_folder": str(folder / "keys")}
        super().__init__(folder / "store", **settings)

    def get(self, path: str, host: str | None = None) -> tuple[int, str]:
        request = urllib.request.Request(self.page + path, headers={"Host": host} if host else {})
        try:
            with urllib.request.urlopen(request, timeout=10) as reply:
                return reply.status, reply.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def metrics(self) -> dict[str, float]:
        families = text_string_to_metric_families(self.get("/metrics")[1])
        return {
            sample.name + "".join(f":{value}" for value in sample.labels.values()): sample.value
            for family in families
            for sample in family.samples
        }

    def audited(self) -> list[tuple[str, str]]:
        lines = [json.loads(line) for line in self.audit.read_text().splitlines()]
        return [(line["client"], line["message"]) for line in lines]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    with Kept(tmp_path_factory.mktemp("kept")) as server:
        yield server


def test_the_page_the_metrics_and_the_audit_log_tell_of_the_same_jobs(kept: Kept) -> None:
    with kept.client(keys=kept.keys) as mira:
        assert run_job(mira, asking_for("sleepy")).provenance == {"seed": 0}
        cancelled = mira.submit(asking_for("sleepy", "20")).job
        wait_for_worker(mira, cancelled)
        mira.cancel(cancelled)
        wait_until_final(mira, cancelled)
        failed = mira.submit(asking_for("crashing")).job
        wait_until_final(mira, failed)
        running = mira.submit(asking_for("sleepy", "1.5")).job
        wait_for_worker(mira, running)
        wait_until(mira, running, lambda _: kept.metrics()["kinescore_jobs_submitted_total"] == 4)
        counted = kept.metrics()
        status, page = kept.get("/")
    assert {name: counted[f"kinescore_jobs_finished_total:{name}"] for name in ("done", "failed", "cancelled")} == {
        "done": 1,
        "failed": 1,
        "cancelled": 1,
    }
    assert counted["kinescore_jobs_submitted_total"] == 4
    assert counted["kinescore_workers_ready"] == 1
    assert status == 200
    assert all(text in page for text in (running[:8], cancelled[:8], "mira", "running"))
    assert kept.audited() == [
        ("mira", message)
        for message in ("submit", "done", "submit", "cancel", "cancelled", "submit", "failed", "submit")
    ]
    assert "joyful" not in kept.audit.read_text()
    if os.name == "posix":
        assert kept.audit.stat().st_mode & 0o077 == 0


def test_it_is_healthy_and_tells_only_those_who_name_it_rightly(kept: Kept) -> None:
    assert kept.get("/healthz") == (200, "ok\n")
    assert kept.get("/healthz", host="attacker.example:80")[0] == 403
    assert kept.get("/store/jobs.sqlite")[0] == 404


def test_names_from_elsewhere_are_text_on_the_page() -> None:
    evil = "<script>alert(1)</script>"
    now = Snapshot(
        *("1", evil, 0.0, 0.0, 1, 0, (EngineInfo(evil, ""),), 0, 0, {}, 0, 0, 0, 0, 1),
        gpus=(Gpu(evil, 1, 2),),
        free_memory_bytes=None,
        jobs=(JobLine("12345678", evil, JobState.RUNNING, evil, 0.5, Priority.LOW),),
    )
    assert "<script" not in page_of(now)
    assert "No worker is ready" in page_of(now)


def test_a_page_beyond_this_machine_is_refused() -> None:
    with pytest.raises(ServeError, match=r"status page knows no keys.*127\.0\.0\.1:7718"):
        ServeConfig(status="0.0.0.0:7718")


FILE = """
address = "tcp://127.0.0.1:*"
store = "jobs"
workers = 3
batch = 2
attempts = 5
keep_hours = 2
quota_gib = 0.5
json_logs = true
status = "127.0.0.1:7718"

[limits]
jobs = 9

[clients.farm]
jobs = 40
highest_priority = "low"
results_gib = 0.25

[[models]]
engine = "musicgen"
model = "small"
device = "cuda:1"
"""


def test_a_settings_file_says_what_it_says_and_leaves_the_rest(tmp_path: Path) -> None:
    (tmp_path / "small").mkdir()
    (tmp_path / "serve.toml").write_text(FILE)
    config = read_settings(tmp_path / "serve.toml").over(ServeConfig(key_folder=tmp_path / "keys"), tmp_path)
    assert (config.workers, config.keep_seconds, config.quota_bytes) == (3, 7200.0, 2**29)
    assert config.store_folder == tmp_path / "jobs"
    assert config.key_folder == tmp_path / "keys"
    assert config.quotas == {"farm": Quota(40, Priority.LOW, 2**28)}
    assert [config.result_bytes_of(client) for client in ("farm", "mira")] == [2**28, 2**29]
    assert (config.batch, config.attempts) == (2, 5)
    assert (config.limits.jobs, config.limits.jobs_per_client) == (9, ServeConfig().limits.jobs_per_client)
    (model,) = config.models
    assert (model.model, model.device, model.precision) == (str(tmp_path / "small"), "cuda:1", "auto")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("workers = ", "not valid TOML"),
        ("wrokers = 2", "a field 'wrokers' that is not known"),
        ('workers = "two"', "must be a whole number"),
        ("keep_hours = -1", r"time that takes are kept is -1.0 hours"),
        ('[clients.farm]\nhighest_priority = "urgent"', "must be one of low, normal, high"),
        ("[limits]\njobs = 0", "limit 'jobs' is 0 jobs"),
        ('[[models]]\nengine = "musicgen"', "lacks the field 'model'"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "serve.toml").write_text(text)
    with pytest.raises(KinescoreError, match=sentence):
        read_settings(tmp_path / "serve.toml")


def test_the_check_tells_what_is_well_and_stops_at_what_is_not(tmp_path: Path, kept: Kept) -> None:
    well = ServeConfig("tcp://127.0.0.1:*", tmp_path / "store", status="127.0.0.1:0", audit_file=tmp_path / "audit")
    said = list(check(well))
    assert said[-1] == "A server with these settings can start."
    assert [sentence.split(":")[0] for sentence in said[:-1]] == ["Store", "Address", "Status page", "Audit log"]
    with pytest.raises(ServeError, match="another Kinescore server uses this store"):
        list(check(ServeConfig("tcp://127.0.0.1:*", kept.store)))
    with pytest.raises(ServeError, match="Another program listens"):
        list(check(ServeConfig(kept.address, tmp_path / "store")))


def test_from_a_shell_the_command_line_goes_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "serve.toml").write_text(FILE.partition("[clients")[0])
    command = [sys.executable, "-m", "kinescore", "serve", "--config", str(tmp_path / "serve.toml"), "--workers", "1"]
    command += ["--status", f"127.0.0.1:{free_port()}"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert "(1 worker)" in process.stdout.readline()
    finally:
        process.send_signal(signal.SIGTERM)
        told = process.communicate(timeout=30)[1]
    assert process.returncode == 0 or sys.platform == "win32"
    (line,) = [json.loads(line) for line in told.splitlines()]
    assert (line["source"], line["level"]) == ("kinescore.serve.server", "info")
    assert (tmp_path / "jobs" / "jobs.sqlite").exists()
