"""Keys: made for their owner only, and refused when they are not."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import zmq

from kinescore.wire.errors import WireError
from kinescore.wire.keys import fingerprint, load_client_keys, load_server_keys, make_keys


def test_made_keys_fit_each_other(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    first = load_client_keys(make_keys(folder))
    second = load_client_keys(make_keys(folder, "mira"))
    server = load_server_keys(folder)
    assert first.server_public == second.server_public == server.own.public
    assert zmq.curve_public(server.own.secret.encode()).decode() == server.own.public
    assert first.own.public in server.allowed()
    assert second.own.public in server.allowed()
    (folder / "allowed" / "mira.pub").unlink()
    assert second.own.public not in server.allowed()
    assert server.own.public not in server.allowed()


def test_secrets_do_not_show(tmp_path: Path) -> None:
    server = load_server_keys(make_keys(tmp_path).parents[1])
    assert server.own.secret not in repr(server)


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_private_keys_are_for_their_owner_only(tmp_path: Path) -> None:
    client_file = make_keys(tmp_path / "keys")
    for path in (client_file, tmp_path / "keys" / "server.key"):
        assert path.stat().st_mode & 0o777 == 0o600
    client_file.chmod(0o640)
    with pytest.raises(WireError, match=f"Others .* can read .*chmod 600 {client_file}"):
        load_client_keys(client_file)


def test_existing_keys_are_not_overwritten(tmp_path: Path) -> None:
    before = make_keys(tmp_path).read_bytes()
    with pytest.raises(WireError, match=r"keys for 'animator' in .* already"):
        make_keys(tmp_path)
    assert (tmp_path / "to_hand_out" / "animator.key").read_bytes() == before


@pytest.mark.parametrize("name", ["", "../x", "a b", "ä", "x" * 65])
def test_names_that_are_no_file_names_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(WireError, match="cannot name a client"):
        make_keys(tmp_path, name)


def test_damaged_and_missing_key_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(WireError, match=r"cannot be read: No such file.*--make-keys"):
        load_client_keys(tmp_path / "none.key")
    path = make_keys(tmp_path)
    keys = json.loads(path.read_text())
    keys["own"]["public"] = keys["server_public"]
    path.write_text(json.dumps(keys))
    with pytest.raises(WireError, match="do not belong together"):
        load_client_keys(path)


def test_fingerprints_can_be_compared_by_people(tmp_path: Path) -> None:
    keys = load_client_keys(make_keys(tmp_path))
    shown = fingerprint(keys.own.public)
    assert len(shown.split()) == 8
    assert shown != fingerprint(keys.server_public)
