"""What a keeper may do, and who is none."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinescore.errors import RequestError
from kinescore.serve.store import Store
from kinescore.wire.admin_messages import AddClient, AllJobs, AskAllJobs, Backup, CancelJob, Done, Drain, Revoke
from kinescore.wire.errors import WireError
from kinescore.wire.keys import KeyPair, load_client_keys, make_keys
from kinescore.wire.messages import JobState
from kinescore.wire.run_job import run_job
from kinescore.wire.take_archive import take_from_bytes
from tests.serve.running_server import (
    PATIENCE_SECONDS,
    RunningServer,
    asking_for,
    wait_for_worker,
    wait_until_final,
)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    make_keys(folder, "boss", is_admin=True)
    for name in ("mira", "tom"):
        make_keys(folder, name)
    return folder


@pytest.fixture(scope="module")
def locked_server(keys: Path) -> Iterator[RunningServer]:
    with RunningServer(keys / "store", key_folder=str(keys)) as server:
        yield server


def key(keys: Path, name: str) -> Path:
    return keys / "to_hand_out" / f"{name}.key"


def admin(server: RunningServer, *arguments: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "kinescore", "admin", "--server", server.address, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env={**os.environ, "COLUMNS": "200"})


def test_only_admins_keep_the_server(locked_server: RunningServer, keys: Path) -> None:
    with locked_server.client(keys=load_client_keys(key(keys, "mira"))) as mira:
        for call, reply in ((AskAllJobs(), AllJobs), (Drain(), Done), (Backup(), Done), (Revoke("tom"), Done)):
            with pytest.raises(WireError, match="no admin of the server") as caught:
                mira.ask(call, reply)
            assert caught.value.code == "not_allowed"


def test_a_keeper_sees_and_cancels_everybodys_jobs(locked_server: RunningServer, keys: Path) -> None:
    with locked_server.client(keys=load_client_keys(key(keys, "mira"))) as mira:
        job = mira.submit(asking_for("sleepy", "20")).job
        wait_for_worker(mira, job)
        listed = admin(locked_server, "--key", str(key(keys, "boss")), "jobs")
        assert listed.returncode == 0, listed.stderr
        (line,) = [line for line in listed.stdout.splitlines() if "running" in line]
        name, client = line.split()[:2]
        assert (client, name != job) == ("mira", True)
        told = admin(locked_server, "--key", str(key(keys, "boss")), "cancel", name)
        assert told.returncode == 0, told.stderr
        assert wait_until_final(mira, job).state is JobState.CANCELLED


def test_a_revoked_client_is_out_and_its_jobs_end(
    locked_server: RunningServer, keys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        locked_server.client(keys=load_client_keys(key(keys, "tom"))) as tom,
        locked_server.client(keys=load_client_keys(key(keys, "boss"))) as boss,
    ):
        wait_for_worker(tom, tom.submit(asking_for("sleepy", "20")).job)
        assert boss.ask(Revoke("tom"), Done).sentence == "'tom' is shut out, and 1 job of it cancelled."
        with pytest.raises(WireError, match="no longer on the server's list"):
            tom.hello()
        with pytest.raises(WireError, match="no client 'tom' on the list"):
            boss.ask(Revoke("tom"), Done)
        with pytest.raises(WireError, match="There is no job"):
            boss.ask(CancelJob("6f1b0c52-6f0f-4f39-9f44-5b1a3d8a7f10"), Done)
    assert (keys / "revoked" / "tom.pub").exists()
    monkeypatch.setenv("COLUMNS", "60")  # names are whole in a narrow window too
    listed = " ".join(admin(locked_server, "--key", str(key(keys, "boss")), "jobs").stdout.split())
    assert re.search(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} tom \(shut", listed)


def test_a_backup_is_a_store(tmp_path: Path) -> None:
    with RunningServer(tmp_path / "store") as server, server.client() as client:
        job = client.submit(asking_for("sleepy", seed=3)).job
        wait_until_final(client, job)
        waiting = client.submit(asking_for("sleepy", "20", seed=4)).job
        folder = Path(client.ask(Backup(), Done).sentence.removeprefix("The jobs are saved in ").removesuffix("."))
    store = Store(folder)
    assert [(each.job, each.state.is_final) for each in store.jobs()] == [(job, True), (waiting, False)]
    assert take_from_bytes(store.result_path(job).read_bytes()).provenance == {"seed": 3}
    assert store.request_path(waiting).exists()


def test_a_drained_server_ends_after_what_runs_and_goes_on_with_what_waits(tmp_path: Path) -> None:
    with RunningServer(tmp_path / "store") as server, server.client() as client:
        running = client.submit(asking_for("sleepy", "0.6", seed=1)).job
        wait_for_worker(client, running)
        waiting = client.submit(asking_for("sleepy", seed=2)).job
        assert client.ask(Drain(), Done).sentence == "The server ends after 1 job; 1 wait for its next start."
        assert server.process.wait(timeout=PATIENCE_SECONDS) == 0
        server.start()
        assert wait_until_final(client, waiting).state is JobState.DONE
        assert client.status(running).state is JobState.DONE
        assert run_job(client, asking_for("sleepy", seed=5)).provenance == {"seed": 5}


def test_a_client_is_added_without_its_secret_leaving_the_admins_machine(
    locked_server: RunningServer, keys: Path, tmp_path: Path
) -> None:
    file = tmp_path / "zoe.key"
    boss = ("--key", str(key(keys, "boss")))
    told = admin(locked_server, *boss, "add-client", "zoe", "-o", str(file))
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("'zoe' may come in.")
    added = load_client_keys(file)  # refuses files that others can read
    with locked_server.client(keys=added) as zoe:
        assert run_job(zoe, asking_for("sleepy", seed=8)).provenance == {"seed": 8}
        with pytest.raises(WireError, match="no admin"):
            zoe.ask(AskAllJobs(), AllJobs)
    assert (keys / "allowed" / "zoe.pub").read_text() == f"{added.own.public}\n"
    written = "".join(path.read_text() for path in keys.rglob("*") if path.suffix in (".pub", ".key"))
    assert added.own.secret not in written
    again = admin(locked_server, *boss, "add-client", "zoe", "-o", str(tmp_path / "other.key"))
    assert (again.returncode, (tmp_path / "other.key").exists()) == (2, False)
    assert "There is a client 'zoe' on the list already." in again.stderr


def test_what_cannot_be_added_is_refused_in_a_sentence(
    locked_server: RunningServer, keys: Path, tmp_path: Path
) -> None:
    public, late = KeyPair.new().public, KeyPair.new().public
    with (
        locked_server.client(keys=load_client_keys(key(keys, "boss"))) as boss,
        locked_server.client(keys=load_client_keys(key(keys, "mira"))) as mira,
    ):
        with pytest.raises(WireError, match="no admin"):
            mira.ask(AddClient("eve", public), Done)
        assert boss.ask(AddClient("ann", public), Done).sentence == "'ann' may come in."
        assert boss.ask(AddClient("ann", public), Done).sentence == "'ann' may come in."  # its reply was lost
        with pytest.raises(WireError, match="on the list already, as 'ann'"):
            boss.ask(AddClient("eve", public), Done)
        with pytest.raises(WireError, match="client 'ann' on the list already"):
            boss.ask(AddClient("ann", late), Done)
        boss.ask(Revoke("ann"), Done)
        with pytest.raises(WireError, match="This key was shut out"):
            boss.ask(AddClient("ann", public), Done)
    for name, key_of_it, sentence in (("../x", public, "cannot name a client"), ("x", "short", "40 characters of Z85")):
        with pytest.raises(RequestError, match=sentence):
            AddClient(name, key_of_it)
    there = tmp_path / "there.key"
    there.write_text("mine")
    told = admin(locked_server, "--key", str(key(keys, "boss")), "add-client", "x", "-o", str(there))
    assert (told.returncode, there.read_text()) == (2, "mine")
    assert "is there already" in told.stderr


def test_without_keys_there_is_nobody_to_add(shared_server: RunningServer, tmp_path: Path) -> None:
    told = admin(shared_server, "add-client", "x", "-o", str(tmp_path / "x.key"))
    assert "added by an admin with a key" in told.stderr
    with shared_server.client() as client, pytest.raises(WireError, match="This server has no keys"):
        client.ask(AddClient("x", KeyPair.new().public), Done)
