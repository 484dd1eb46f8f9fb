"""Addresses as people type them."""

from __future__ import annotations

import pytest

from kinescore.wire.address import DEFAULT_PORT, Address
from kinescore.wire.errors import WireError


@pytest.mark.parametrize(
    ("typed", "meant", "loopback"),
    [
        ("tcp://127.0.0.1:1234", "tcp://127.0.0.1:1234", True),
        (" 127.0.0.1:1234/ ", "tcp://127.0.0.1:1234", True),
        ("localhost", f"tcp://localhost:{DEFAULT_PORT}", True),
        ("127.9.9.9", f"tcp://127.9.9.9:{DEFAULT_PORT}", True),
        ("[::1]:5", "tcp://[::1]:5", True),
        ("workstation:80", "tcp://workstation:80", False),
        ("tcp://127.0.0.1:*", "tcp://127.0.0.1:*", True),
        ("*:5555", "tcp://*:5555", False),
        ("0.0.0.0:5555", "tcp://0.0.0.0:5555", False),
        ("[::]:5555", "tcp://[::]:5555", False),
        ("127.0.0.1.evil.example:1", "tcp://127.0.0.1.evil.example:1", False),
        ("localhost.example", f"tcp://localhost.example:{DEFAULT_PORT}", False),
    ],
)
def test_an_address_is_read_as_meant(typed: str, meant: str, loopback: bool) -> None:
    address = Address.parse(typed)
    assert str(address) == meant
    assert address.is_loopback is loopback


@pytest.mark.parametrize("typed", ["", "http://a:1", "a:b", "a:99999", "a b", "tcp://", "ipc:///tmp/x", "a:1:2"])
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(WireError, match="is not a server address") as caught:
        Address.parse(typed)
    assert caught.value.code == "bad_address"
