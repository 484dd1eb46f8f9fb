"""Every message survives its frames; frames that are no message are refused by name."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinescore.errors import KinescoreError
from kinescore.files.strict_json import dump, parse
from kinescore.request import SoundtrackRequest
from kinescore.wire.codec import UnreadableCall, decode_call, decode_reply, encode_call, encode_reply
from kinescore.wire.encoded_request import EncodedRequest
from kinescore.wire.errors import Busy, ProtocolMismatch, WireError
from kinescore.wire.messages import (
    MAX_CHUNK_BYTES,
    PROTOCOL,
    AskStatus,
    Cancel,
    Chunk,
    EngineInfo,
    Failure,
    Fetch,
    Hello,
    JobList,
    JobState,
    JobStatus,
    Limits,
    ListJobs,
    Submit,
    Welcome,
)
from kinescore.wire.request_codec import request_header
from tests.wire.damage import good_calls, mutated
from tests.wire.motions import wandering

JOB = "6f1b0c52-6f0f-4f39-9f44-5b1a3d8a7f10"
statuses = st.builds(
    JobStatus,
    job=st.just(JOB),
    state=st.sampled_from(JobState),
    phase=st.text(max_size=30),
    fraction=st.floats(0, 1),
    queue_position=st.none() | st.integers(0, 64),
    eta_seconds=st.none() | st.floats(0, 1e6),
    failure=st.none() | st.builds(Failure, st.text(max_size=10), st.text(max_size=80), st.text(max_size=80)),
)
replies = st.one_of(
    statuses,
    st.builds(JobList, st.lists(statuses, max_size=3).map(tuple)),
    st.builds(
        Welcome,
        st.text(max_size=9),
        st.builds(Limits, jobs=st.integers(0, 99)),
        st.lists(st.builds(EngineInfo, st.text(max_size=9), st.text(max_size=9)), max_size=3).map(tuple),
        st.integers(1, 8),
    ),
    st.builds(Chunk, st.just(JOB), st.integers(0, 2**40), st.integers(1, 2**40), st.text(max_size=64), st.binary()),
    st.builds(Failure, st.text(max_size=10), st.text(max_size=80), st.text(max_size=80), st.none() | st.floats(0, 60)),
)


@given(replies, st.none() | st.integers(0, 2**53 - 1))
@settings(max_examples=200, deadline=None)
def test_every_reply_survives_the_round_trip(reply: object, call_id: int | None) -> None:
    assert decode_reply(encode_reply(reply, call_id)) == (reply, call_id)


@pytest.mark.parametrize("call", [Hello(), AskStatus(JOB), Fetch(JOB, 5, MAX_CHUNK_BYTES), Cancel(JOB), ListJobs()])
def test_every_call_survives_the_round_trip(call: object) -> None:
    assert decode_call(encode_call(call, 7)) == (call, 7)


def test_submissions_survive_the_round_trip() -> None:
    request = SoundtrackRequest(wandering(), "joyful", seed=9)
    sent = Submit.of(request, JOB)
    call, call_id = decode_call(encode_call(sent, 3))
    assert (call, call_id) == (sent, 3)
    assert call.request.digest == sent.digest
    assert EncodedRequest.of(call.request.decode()) == sent.request


def refusal_of(*frames: bytes) -> UnreadableCall:
    with pytest.raises(UnreadableCall) as caught:
        decode_call(frames)
    return caught.value


def message(**change) -> bytes:
    return dump({"protocol": PROTOCOL, "id": 1, "type": "status", "body": {"job": JOB}, **change})


@pytest.mark.parametrize("theirs", [0, PROTOCOL + 1, 10**9])
def test_another_protocol_is_one_plain_sentence(theirs: int) -> None:
    refusal = refusal_of(message(protocol=theirs, type="unheard of", new_field=1))
    assert isinstance(refusal.error, ProtocolMismatch)
    assert refusal.call_id == 1  # so that the client does not wait for ever
    older = "client" if theirs < PROTOCOL else "server"
    assert f"speaks protocol {PROTOCOL} and the client protocol {theirs}" in refusal.error.sentence
    assert older in refusal.error.remedy


def test_a_client_knows_a_server_of_another_protocol() -> None:
    reply = dump({"protocol": PROTOCOL + 1, "id": 1, "type": "unheard of", "body": 5})
    with pytest.raises(ProtocolMismatch, match="Update Kinescore on the client"):
        decode_reply([reply])


@pytest.mark.parametrize(
    ("frames", "sentence"),
    [
        ([], "0 frames"),
        ([b"{}", b"", b""], "3 frames"),
        ([b""], "not valid JSON"),
        ([b"5"], "must be a JSON object"),
        ([b"{}"], "does not name its protocol"),
        ([b'{"protocol": true}'], "does not name its protocol"),
        ([b" " * (1024 * 1024 + 1)], "1048577 bytes; at most 1048576"),
        ([message(), b"data"], "carries no data"),
        ([message(type="dance")], "no message of type 'dance'; known are hello, submit"),
        ([message(id=-1)], "id must be"),
        ([message(id=None)], "id must be"),
        ([message(extra=1)], "'extra' that is not known"),
        ([message(body={})], "status lacks the field 'job'"),
        ([message(body={"job": "../../etc/passwd"})], "must be a uuid4"),
        ([message(body={"job": JOB.upper()})], "must be a uuid4"),
        ([message(body={"job": "6f1b0c52-6f0f-1f39-9f44-5b1a3d8a7f10"})], "must be a uuid4"),
        ([message(type="fetch", body={"job": JOB, "offset": -1, "length": 1})], "byte -1"),
        ([message(type="fetch", body={"job": JOB, "offset": 0, "length": 2**40})], "1 to 1048576 are accepted"),
        ([message(type="submit", body={"job": JOB, "digest": "", "request": {"motion": {}}})], "second frame"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_frames_that_are_no_call_are_refused_by_name(frames: list[bytes], sentence: str) -> None:
    assert sentence in str(refusal_of(*frames).error)


def test_refusals_arrive_as_the_errors_that_they_were() -> None:
    busy = Busy("Full.", 5.0)
    reply, _ = decode_reply(encode_reply(Failure.of(busy), 1))
    assert isinstance(reply.error(), Busy)
    assert reply.error().retry_after_seconds == 5.0
    for kind in [kind for kind in KinescoreError.__subclasses__() if kind.__module__ == "kinescore.errors"]:
        back = decode_reply(encode_reply(Failure.of(kind("Sentence.", "Remedy.")), 1))[0].error()
        assert type(back) is kind
        assert (back.sentence, back.remedy) == ("Sentence.", "Remedy.")
    assert type(Failure("not known here", "S.").error()) is WireError


def test_only_the_wires_own_error_escapes_from_20_000_damaged_messages() -> None:
    rng = random.Random(0)
    good = good_calls()
    refused = 0
    for _ in range(20_000):
        try:
            call, _ = decode_call(mutated(rng.choice(good), rng))
        except UnreadableCall:
            refused += 1
            continue
        if isinstance(call, Submit):
            try:
                call.request.decode()
            except KinescoreError:
                refused += 1
    assert refused > 15_000  # some damage is harmless, such as another digit in an id


@given(st.lists(st.binary(max_size=100), max_size=3))
@settings(max_examples=300, deadline=None)
def test_noise_is_never_a_reply(frames: list[bytes]) -> None:
    with pytest.raises(KinescoreError):
        decode_reply(frames)


def test_requests_on_the_wire_are_the_request_file() -> None:
    request = SoundtrackRequest(wandering(), "joyful")
    header = parse(encode_call(Submit.of(request, JOB), 1)[0], "test")
    assert header["body"]["request"] == request_header(request)
