"""Who may come in: with keys only listed clients, without keys anybody on this machine; always an authenticator judges.

The judge is needed without keys too: a socket that has one refuses ZMTP 1 and 2. Otherwise libzmq takes an HTTP request
for a peer of the first version, and keeps its connection for ever.
"""

from __future__ import annotations

import zmq
from zmq.auth.thread import ThreadAuthenticator

from kinescore.wire.keys import ServerKeys

DOMAIN = "kinescore"


class _AllowedClients:
    """pyzmq asks this for every new connection with keys."""

    def __init__(self, keys: ServerKeys) -> None:
        self._keys = keys

    def callback(self, domain: str, key: bytes) -> bool:
        return self._keys.allows(key.decode("ascii"))


def start_authenticator(context: zmq.Context[zmq.Socket[bytes]], keys: ServerKeys | None) -> ThreadAuthenticator:
    """Start judging connections. Must come before any socket of `context` is bound; `stop()` it at the end."""
    authenticator = ThreadAuthenticator(context)
    authenticator.start()
    if keys is not None:
        authenticator.configure_curve_callback(domain=DOMAIN, credentials_provider=_AllowedClients(keys))
    return authenticator


def lock(socket: zmq.Socket[bytes], keys: ServerKeys | None) -> None:
    """Let nobody in whom no authenticator has approved, not even when there is no authenticator.

    Both options are needed: without a domain, or without enforcing it, libzmq lets everybody in when nobody judges.
    """
    socket.zap_domain = DOMAIN.encode()
    socket.setsockopt(zmq.ZAP_ENFORCE_DOMAIN, 1)
    if keys is not None:
        socket.curve_server = True
        socket.curve_publickey = keys.own.public.encode()
        socket.curve_secretkey = keys.own.secret.encode()
