"""Who may come in: with keys only listed clients, without keys anybody on this machine; always an authenticator judges.

The judge is needed without keys too: a socket that has one refuses ZMTP 1 and 2. Otherwise libzmq takes an HTTP request
for a peer of the first version, and keeps its connection for ever.
"""

from __future__ import annotations

import errno
import logging
import threading
import time
from collections.abc import Callable

import zmq
from zmq.auth.thread import ThreadAuthenticator

from kinescore.serve.logs import audit
from kinescore.wire.errors import WireError
from kinescore.wire.keys import ServerKeys, fingerprint

DOMAIN = "kinescore"
FRESH_SECONDS = 1.0
"""For so long a key that was on the list counts as listed."""
STRANGER_SECONDS = 0.1
"""So often strangers make us read a list again, at most, of which we know no change."""
TELL_SECONDS = 1.0
"""So often a refused key is written down, at most."""
NO_DESCRIPTORS = (errno.EMFILE, errno.ENFILE)

log = logging.getLogger(__name__)


class AllowList:
    """The listed clients' public keys as they were a moment ago, for every thread.

    A key that is taken from the list counts for FRESH_SECONDS more at most. Where the list cannot be read for want of
    descriptors, it is as it was.
    """

    def __init__(self, keys: ServerKeys, clock: Callable[[], float] = time.monotonic) -> None:
        self._keys, self._clock = keys, clock
        self._turn = threading.Lock()
        self._listed, self._revoked = dict[str, str](), dict[str, str]()
        self._read_at = self._told_at = float("-inf")
        self._changed_at: int | None = None

    def allows(self, client_public: str) -> bool:
        """Whether the client with this key may be served."""
        with self._turn:
            fresh_for = FRESH_SECONDS if client_public in self._listed else STRANGER_SECONDS
            if self._clock() - self._read_at >= fresh_for or self._keys.changed_at() != self._changed_at:
                self._read()
            return client_public in self._listed

    def name_of(self, client_public: str) -> str:
        """Return what the client is called on the list, or how its key can be known where it is not on it."""
        once = self._revoked.get(client_public)
        return self._listed.get(client_public) or (f"{once} (shut out)" if once else fingerprint(client_public))

    def is_admin(self, client_public: str) -> bool:
        """Whether the client may keep the server."""
        try:
            return self.allows(client_public) and client_public in self._keys.admins()
        except OSError as error:
            log.error("the list of admins cannot be read: %s", error)
            return False

    def revoke(self, client: str) -> str:
        """Shut a client out at once and return its public key. Raises WireError for one that is not on the list."""
        try:
            public = self._keys.revoke(client)
        except OSError as error:
            raise WireError(f"'{client}' cannot be revoked: {error.strerror}.", "Look at the key folder.") from error
        with self._turn:
            self._read()
        return public

    def add(self, client: str, public: str) -> None:
        """Let one more client in at once. Raises WireError where its name or key cannot be taken."""
        try:
            self._keys.add(client, public)
        except OSError as error:
            raise WireError(f"'{client}' cannot be added: {error.strerror}.", "Look at the key folder.") from error
        with self._turn:
            self._read()

    def callback(self, domain: str, key: bytes) -> bool:
        """pyzmq asks this for every new connection with keys."""
        client = key.decode("ascii")
        is_allowed = self.allows(client)
        if not is_allowed and self._clock() - self._told_at >= TELL_SECONDS:
            self._told_at = self._clock()
            audit("refused a key", self.name_of(client))
        return is_allowed

    def _read(self) -> None:
        self._read_at, self._changed_at = self._clock(), self._keys.changed_at()
        try:
            self._listed, self._revoked = self._keys.allowed(), self._keys.revoked()
        except OSError as error:
            if error.errno not in NO_DESCRIPTORS:
                self._listed = {}
            log.error("the list of clients cannot be read: %s", error)


def called(allowed: AllowList | None, owner: str) -> str:
    """Return what a keeper calls the owner of jobs."""
    return "this machine" if allowed is None else allowed.name_of(owner)


def start_authenticator(context: zmq.Context[zmq.Socket[bytes]], allowed: AllowList | None) -> ThreadAuthenticator:
    """Start judging connections. Must come before any socket of `context` is bound; `stop()` it at the end."""
    authenticator = ThreadAuthenticator(context)
    authenticator.start()
    if allowed is not None:
        authenticator.configure_curve_callback(domain=DOMAIN, credentials_provider=allowed)
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
