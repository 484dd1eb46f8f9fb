"""Who comes in: with keys only those on the list, and each sees only its own jobs."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import zmq

from kinescore.serve.auth import DOMAIN, FRESH_SECONDS, AllowList, lock, start_authenticator
from kinescore.wire.client import Client
from kinescore.wire.errors import ServerUnreachable, WireError
from kinescore.wire.keys import ClientKeys, KeyPair, load_client_keys, load_server_keys, make_keys
from kinescore.wire.run_job import run_job
from kinescore.wire.take_archive import take_from_bytes
from tests.serve.running_server import RunningServer, asking_for, wait_until_final

NO_ANSWER_SECONDS = 0.7


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    for name in ("mira", "tom", "eve"):
        make_keys(folder, name)
    return folder


@pytest.fixture(scope="module")
def locked_server(keys: Path) -> Iterator[RunningServer]:
    with RunningServer(keys / "store", key_folder=str(keys)) as server:
        yield server


def client_for(server: RunningServer, keys: Path, name: str) -> Client:
    return server.client(keys=load_client_keys(keys / "to_hand_out" / f"{name}.key"))


def assert_no_answer(server: RunningServer, *refused: ClientKeys | None) -> None:
    """Each is refused; they wait at the same time."""

    def knock(keys: ClientKeys | None) -> None:
        with (
            server.client(keys=keys, reply_seconds=NO_ANSWER_SECONDS) as client,
            pytest.raises(ServerUnreachable, match="check the address and the key file"),
        ):
            client.hello()

    with ThreadPoolExecutor() as knocking:
        list(knocking.map(knock, refused))


def test_a_client_on_the_list_is_served(locked_server: RunningServer, keys: Path) -> None:
    with client_for(locked_server, keys, "mira") as mira:
        assert run_job(mira, asking_for("sleepy", seed=3)).provenance == {"seed": 3}


def test_without_keys_or_with_wrong_ones_there_is_no_answer(locked_server: RunningServer, keys: Path) -> None:
    """No keys; a key that is not on the list; and a listed one that expects a server with another key."""
    mira = load_client_keys(keys / "to_hand_out" / "mira.key").own
    unknown = ClientKeys(KeyPair.new(), load_server_keys(keys).own.public)
    assert_no_answer(locked_server, None, unknown, ClientKeys(mira, KeyPair.new().public))


def test_a_client_is_let_in_and_shut_out_while_the_server_runs(locked_server: RunningServer, keys: Path) -> None:
    (keys / "allowed" / "a folder.pub").mkdir()
    (keys / "allowed" / "noise.pub").write_bytes(b"\xff\xfe")
    late = make_keys(keys, "late")
    with locked_server.client(keys=load_client_keys(late)) as client:
        assert client.hello().workers == 1
    (keys / "allowed" / "late.pub").unlink()
    time.sleep(FRESH_SECONDS + 0.1)
    assert_no_answer(locked_server, load_client_keys(late))


def test_nobody_sees_or_touches_the_jobs_of_another(locked_server: RunningServer, keys: Path) -> None:
    with client_for(locked_server, keys, "mira") as mira, client_for(locked_server, keys, "tom") as tom:
        job = mira.submit(asking_for("sleepy", "0.5")).job
        for attempt in (tom.status, tom.cancel, tom.fetch):
            with pytest.raises(WireError, match="does not know job") as caught:
                attempt(job)
            assert caught.value.code == "unknown_job"
        assert tom.jobs() == ()
        assert tom.submit(asking_for("sleepy", seed=8), job).job == job  # a conflict would tell that the id exists
        for client, seed in ((mira, 0), (tom, 8)):
            assert wait_until_final(client, job).fraction == 1.0
            assert take_from_bytes(client.fetch(job)).provenance == {"seed": seed}
            assert [status.job for status in client.jobs()].count(job) == 1


def test_a_key_that_is_taken_from_the_list_is_cut_off_while_it_is_connected(
    locked_server: RunningServer, keys: Path
) -> None:
    with locked_server.client(keys=load_client_keys(make_keys(keys, "leaving"))) as client:
        assert client.hello().workers == 1
        (keys / "allowed" / "leaving.pub").unlink()
        time.sleep(FRESH_SECONDS + 0.1)
        with pytest.raises(WireError, match="no longer on the server's list") as caught:
            client.hello()
        assert caught.value.code == "not_allowed"


def test_who_is_added_is_let_in_at_once_also_just_after_a_stranger(keys: Path) -> None:
    allowed = AllowList(load_server_keys(keys), lambda: 0.0)  # no time passes
    assert not allowed.allows(KeyPair.new().public)
    time.sleep(0.02)  # a file system's clock is coarse
    new = load_client_keys(make_keys(keys, "just-now")).own.public
    assert allowed.allows(new)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of descriptors to set")
def test_a_list_that_cannot_be_read_for_want_of_descriptors_stays_as_it_was(keys: Path) -> None:
    import resource

    mira, now = load_client_keys(keys / "to_hand_out" / "mira.key").own.public, [0.0]
    allowed = AllowList(load_server_keys(keys), lambda: now[0])
    assert allowed.allows(mira)
    now[0] += 2 * FRESH_SECONDS
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, before[1]))
    try:
        assert allowed.allows(mira)
        assert not allowed.allows(KeyPair.new().public)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


def test_jobs_stay_with_their_owner_over_a_restart(locked_server: RunningServer, keys: Path) -> None:
    with client_for(locked_server, keys, "mira") as mira:
        job = mira.submit(asking_for("sleepy")).job
        wait_until_final(mira, job)
    locked_server.kill()
    locked_server.start()
    with client_for(locked_server, keys, "mira") as mira, client_for(locked_server, keys, "eve") as eve:
        assert mira.fetch(job)
        assert eve.jobs() == ()


@pytest.mark.parametrize("authenticator_runs", [True, False])
def test_without_an_authenticator_the_lock_stays_shut(keys: Path, authenticator_runs: bool) -> None:
    """libzmq lets every key in when nobody judges, unless told otherwise; `lock` tells it.

    The case with an authenticator shows that the other case is not refused for another reason.
    """
    server_keys, client_keys = load_server_keys(keys), load_client_keys(keys / "to_hand_out" / "mira.key")
    context = zmq.Context()
    authenticator = start_authenticator(context, AllowList(server_keys)) if authenticator_runs else None
    try:
        door = context.socket(zmq.ROUTER)
        lock(door, server_keys)
        port = door.bind_to_random_port("tcp://127.0.0.1")
        knocking = context.socket(zmq.DEALER)
        knocking.curve_publickey = client_keys.own.public.encode()
        knocking.curve_secretkey = client_keys.own.secret.encode()
        knocking.curve_serverkey = client_keys.server_public.encode()
        knocking.connect(f"tcp://127.0.0.1:{port}")
        knocking.send(b"anybody?")
        assert bool(door.poll(5000 if authenticator_runs else 700)) is authenticator_runs
        assert door.zap_domain == DOMAIN.encode()
    finally:
        if authenticator is not None:
            authenticator.stop()
        context.destroy(linger=0)


def test_a_server_whose_keys_others_can_read_does_not_start(keys: Path, tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    make_keys(folder)
    (folder / "server.key").chmod(0o644)
    with pytest.raises(AssertionError, match="Others on this machine can read the key file"):
        RunningServer(tmp_path / "store", key_folder=str(folder))
