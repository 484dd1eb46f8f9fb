"""Where a server listens: tcp://host:port."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

from kinescore.wire.errors import WireError

DEFAULT_PORT = 7717
DEFAULT_ADDRESS = f"tcp://127.0.0.1:{DEFAULT_PORT}"
_FORM = re.compile(r"(?:tcp://)?(?P<host>\[[0-9a-fA-F:.%]+\]|[A-Za-z0-9_.*-]+)(?::(?P<port>\d{1,5}|\*))?/?")


@dataclass(frozen=True)
class Address:
    """host: a name, an IPv4 or IPv6 address (without brackets), or "*" for every interface; port 0 means any free."""

    host: str
    port: int

    @classmethod
    def parse(cls, text: str) -> Address:
        """Read "tcp://127.0.0.1:7717", "workstation:7717" or "workstation". Raises WireError, code "bad_address"."""
        match = _FORM.fullmatch(text.strip())
        port = match["port"] if match else None
        number = DEFAULT_PORT if port is None else 0 if port == "*" else int(port)
        if match is None or number > 65535:
            raise WireError(
                f"'{text[:80]}' is not a server address.",
                f"Give it like {DEFAULT_ADDRESS} or workstation:{DEFAULT_PORT}.",
                code="bad_address",
            )
        return cls(match["host"].strip("[]"), number)

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def is_ipv6(self) -> bool:
        """Whether the host is written as an IPv6 address."""
        return ":" in self.host

    def __str__(self) -> str:
        host = f"[{self.host}]" if self.is_ipv6 else self.host
        return f"tcp://{host}:{self.port or '*'}"
