"""Messages <-> frames: one JSON header, and at most one raw frame (motion and example going out, audio coming back).

Header: {"protocol": 1, "id": 7, "type": "status", "body": {...}}. The reply echoes the id, so that a late answer to a
message that was sent twice can be told from the answer to the next one. "protocol" and "id" keep their meaning in every
version, so that versions that do not understand each other can still say so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kinescore.errors import KinescoreError
from kinescore.files.strict_json import dump, field_hints, from_plain, parse, read_fields, required_fields, to_plain
from kinescore.wire.admin_messages import (
    AddClient,
    AdminCall,
    AdminReply,
    AllJobs,
    AskAllJobs,
    Backup,
    CancelJob,
    Done,
    Drain,
    Revoke,
)
from kinescore.wire.encoded_request import MAX_HEADER_BYTES, EncodedRequest
from kinescore.wire.errors import ProtocolMismatch, WireError
from kinescore.wire.messages import (
    PROTOCOL,
    AskMachine,
    AskStatus,
    Call,
    Cancel,
    Chunk,
    Failure,
    Fetch,
    Hello,
    JobList,
    JobStatus,
    ListJobs,
    Machine,
    Priority,
    Reply,
    Submit,
    Welcome,
)

AnyCall = Call | AdminCall
AnyReply = Reply | AdminReply

CALLS: Mapping[str, type[AnyCall]] = {
    "hello": Hello,
    "submit": Submit,
    "status": AskStatus,
    "fetch": Fetch,
    "cancel": Cancel,
    "list": ListJobs,
    "machine": AskMachine,
    "admin_jobs": AskAllJobs,
    "admin_cancel": CancelJob,
    "admin_drain": Drain,
    "admin_backup": Backup,
    "admin_revoke": Revoke,
    "admin_add_client": AddClient,
}
REPLIES: Mapping[str, type[AnyReply]] = {
    "welcome": Welcome,
    "job": JobStatus,
    "jobs": JobList,
    "chunk": Chunk,
    "machine": Machine,
    "all_jobs": AllJobs,
    "done": Done,
    "error": Failure,
}
NAMES = {kind: name for name, kind in (*CALLS.items(), *REPLIES.items())}
ENVELOPE = {"protocol": int, "id": int | None, "type": str, "body": Any}
MAX_CALL_ID = 2**53 - 1
MAX_REPLY_HEADER_BYTES = 1024 * 1024


class UnreadableCall(Exception):
    """A call that cannot be read: `error` says why, `call_id` is its id where that much could be read."""

    def __init__(self, error: KinescoreError, call_id: int | None) -> None:
        super().__init__(str(error))
        self.error = error
        self.call_id = call_id


def encode_call(call: AnyCall, call_id: int) -> list[bytes | memoryview]:
    """Return the frames of `call`."""
    if isinstance(call, Submit):
        body = {"job": call.job, "digest": call.digest, "request": call.request.header}
        if call.priority is not Priority.NORMAL:
            body["priority"] = call.priority.value
        return [_header("submit", call_id, body), call.request.array]
    return [_header(NAMES[type(call)], call_id, to_plain(call))]


def decode_call(frames: Sequence[bytes | memoryview]) -> tuple[AnyCall, int]:
    """Return the call in `frames` and its id; a submission's request is left encoded, over the frame that came.

    Raises UnreadableCall, and nothing else.
    """
    call_id = None
    try:
        envelope = _open_envelope(frames, MAX_HEADER_BYTES)
        claimed = envelope.get("id")
        call_id = claimed if type(claimed) is int and 0 <= claimed <= MAX_CALL_ID else None
        _require_our_protocol(envelope, ours_is_server=True)
        members = read_fields(ENVELOPE, frozenset(ENVELOPE), envelope, "message")
        if call_id is None:
            raise WireError(f"The message's id must be a whole number from 0 to {MAX_CALL_ID}.")
        return _read_call(members["type"], members["body"], frames[1:]), call_id
    except KinescoreError as error:
        raise UnreadableCall(error, call_id) from error


def encode_reply(reply: AnyReply, call_id: int | None) -> list[bytes]:
    """Return the frames of `reply` to the call with `call_id` (None: the call's id could not be read)."""
    if isinstance(reply, Chunk):
        body = {"job": reply.job, "offset": reply.offset, "total": reply.total, "sha256": reply.sha256}
        return [_header("chunk", call_id, body), reply.data]
    return [_header(NAMES[type(reply)], call_id, to_plain(reply))]


def decode_reply(frames: Sequence[bytes | memoryview]) -> tuple[AnyReply, int | None]:
    """Return the reply in `frames` and the id of the call that it answers.

    Raises ProtocolMismatch for a server of another version, FormatError or WireError for anything else unreadable.
    """
    envelope = _open_envelope(frames, MAX_REPLY_HEADER_BYTES)
    _require_our_protocol(envelope, ours_is_server=False)
    members = read_fields(ENVELOPE, frozenset(ENVELOPE), envelope, "reply")
    kind = _kind(REPLIES, members["type"])
    if kind is Chunk:
        return Chunk(**_read_beside_data(Chunk, members["body"]), data=bytes(_only(frames[1:]))), members["id"]
    _require_no_data(frames[1:])
    return from_plain(kind, members["body"], members["type"]), members["id"]


def _header(name: str, call_id: int | None, body: object) -> bytes:
    return dump({"protocol": PROTOCOL, "id": call_id, "type": name, "body": body})


def _open_envelope(frames: Sequence[bytes | memoryview], max_header_bytes: int) -> dict[str, Any]:
    if not 1 <= len(frames) <= 2:
        raise WireError(f"The message has {len(frames)} frames; one or two are accepted.")
    if len(frames[0]) > max_header_bytes:
        raise WireError(f"The message's header has {len(frames[0])} bytes; at most {max_header_bytes} are accepted.")
    envelope = parse(bytes(frames[0]), "message")
    if not isinstance(envelope, dict):
        raise WireError("The message's header must be a JSON object.")
    return envelope


def _require_our_protocol(envelope: Mapping[str, Any], ours_is_server: bool) -> None:
    theirs = envelope.get("protocol")
    if type(theirs) is not int:
        raise WireError("The message does not name its protocol by a whole number.")
    if theirs != PROTOCOL:
        raise ProtocolMismatch(*((PROTOCOL, theirs) if ours_is_server else (theirs, PROTOCOL)))


def _read_call(name: str, body: object, data: Sequence[bytes | memoryview]) -> AnyCall:
    kind = _kind(CALLS, name)
    if kind is not Submit:
        _require_no_data(data)
        return from_plain(kind, body, name)
    hints = {**field_hints(Submit), "request": Any}
    members = read_fields(hints, required_fields(Submit), body, name)
    return Submit(**{**members, "request": EncodedRequest(members["request"], _only(data))})


def _read_beside_data(kind: type, body: object) -> dict[str, Any]:
    hints = {name: hint for name, hint in field_hints(kind).items() if name != "data"}
    return read_fields(hints, frozenset(hints), body, NAMES[kind])


def _kind(kinds: Mapping[str, type], name: str) -> type:
    if name not in kinds:
        raise WireError(f"There is no message of type '{name[:40]}'; known are {', '.join(kinds)}.")
    return kinds[name]


def _only(data: Sequence[bytes | memoryview]) -> bytes | memoryview:
    if len(data) != 1:
        raise WireError("The message lacks its second frame, the raw data.")
    return data[0]


def _require_no_data(data: Sequence[bytes | memoryview]) -> None:
    if data:
        raise WireError("The message has a second frame, but its type carries no data.")
