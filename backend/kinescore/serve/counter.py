"""Where clients are answered: every message gets exactly one reply."""

from __future__ import annotations

import logging

import zmq

from kinescore.errors import KinescoreError
from kinescore.serve.admin_desk import AdminDesk
from kinescore.serve.auth import AllowList
from kinescore.serve.desk import Desk
from kinescore.serve.events import LOCAL_OWNER
from kinescore.serve.intake import Arrival
from kinescore.serve.snapshot import Tally
from kinescore.wire.admin_messages import AdminCall
from kinescore.wire.codec import AnyReply, UnreadableCall, decode_call, encode_reply
from kinescore.wire.errors import WireError
from kinescore.wire.messages import Failure, Submit

MESSAGES_PER_TURN = 64
"""After so many messages the workers get their turn, so that no client can starve them."""

log = logging.getLogger(__name__)


class Counter:
    """clients: a bound ROUTER. allowed: who is served; None on a server without keys. tally: counts refusals."""

    def __init__(
        self, clients: zmq.Socket[bytes], desk: Desk, admin: AdminDesk, allowed: AllowList | None, tally: Tally
    ) -> None:
        self._clients = clients
        self._desk, self._admin = desk, admin
        self._allowed, self._tally = allowed, tally

    def answer_waiting(self) -> None:
        """Answer the messages that are there, as many as make a turn."""
        for _ in range(MESSAGES_PER_TURN):
            try:
                peer, *frames = self._clients.recv_multipart(zmq.NOBLOCK, copy=False)
            except zmq.Again:
                return
            self.reply(peer.bytes, *self._reply_to(peer.bytes, frames))

    def reply(self, peer: bytes, reply: AnyReply | None, call_id: int | None) -> None:
        """Send a reply, if there is one already."""
        self._tally.refused_calls += isinstance(reply, Failure)
        if reply is not None:
            self._send([peer, *encode_reply(reply, call_id)])

    def _send(self, frames: list[bytes]) -> None:
        """Send, or drop what its client does not read or is not there to read: a client that lives asks again."""
        for _ in range(2):
            try:
                self._clients.send_multipart(frames, zmq.NOBLOCK)
                return
            except zmq.Again:
                # libzmq hears late what clients have read, so "full" may be a millisecond old; this makes it listen.
                self._clients.getsockopt(zmq.EVENTS)
            except zmq.ZMQError:
                break
        log.debug("a reply was dropped")

    def _reply_to(self, peer: bytes, frames: list[zmq.Frame]) -> tuple[AnyReply | None, int | None]:
        """Return the reply and the call's id; no reply yet for a request that must be looked through first."""
        call_id = None
        try:
            call, call_id = decode_call([frame.buffer for frame in frames])
            owner = self._owner(frames)
            if isinstance(call, Submit):
                return self._desk.receive(Arrival(peer, call_id, owner, "", call)), call_id
            if isinstance(call, AdminCall):
                return self._admin.obey(call, owner), call_id
            return self._desk.obey(call, owner), call_id
        except UnreadableCall as unreadable:
            return Failure.of(unreadable.error), unreadable.call_id
        except KinescoreError as error:
            return Failure.of(error), call_id
        except Exception:
            log.exception("a call could not be answered")
            return Failure("server_fault", "The server failed at this call.", "Its messages tell why."), call_id

    def _owner(self, frames: list[zmq.Frame]) -> str:
        """Return the client's CURVE key, which the authenticator attached; not what an open peer says of itself.

        A key that has been taken from the list since its client came in is refused here.
        """
        if self._allowed is None:
            return LOCAL_OWNER
        owner = str(frames[0].get("User-Id"))
        if not self._allowed.allows(owner):
            raise WireError(
                "This client's key is no longer on the server's list.", "Ask the server's keeper.", code="not_allowed"
            )
        return owner
