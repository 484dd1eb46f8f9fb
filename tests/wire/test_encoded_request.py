"""A request becomes bytes and comes back unchanged; bytes that are none are refused by name."""

from __future__ import annotations

import hashlib
import struct
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinescore.dance.hit_points import HitKind, HitPoint
from kinescore.dance.metre import Metre
from kinescore.errors import KinescoreError, MotionError, RequestError
from kinescore.files.strict_json import FormatError
from kinescore.motion.keypoints import Keypoints, Layout
from kinescore.motion.mover import Mover
from kinescore.request import SoundtrackRequest
from kinescore.wire.encoded_request import MAX_FRAMES, EncodedRequest
from kinescore.wire.request_codec import request_from_json, request_header, request_to_json
from tests.wire.motions import hum, wandering

requests = st.builds(
    SoundtrackRequest,
    keypoints=st.builds(
        wandering,
        frames=st.integers(2, 40),
        fps=st.sampled_from([24000 / 1001, 29.97, 60.0, 12]),
        seed=st.integers(0, 5),
    ),
    prompt=st.text(max_size=100),
    genre=st.text(max_size=20),
    seconds=st.none() | st.floats(0.5, 3600) | st.integers(1, 3600),
    seed=st.integers(0, 2**31 - 1),
    engine=st.sampled_from(["groovebox", "musicgen"]),
    tempo_bpm=st.none() | st.floats(40, 240),
    loudness_lufs=st.floats(-36, -6),
    stems=st.booleans(),
    cuts=st.just(()) | st.just((0.5, 1.25, 2.0)),
    metre=st.none() | st.sampled_from(Metre),
    downbeats=st.lists(st.floats(0, 3599), max_size=5, unique_by=lambda time: round(time, 4)).map(sorted).map(tuple),
    hits=st.none()
    | st.lists(
        st.builds(HitPoint, st.floats(0, 3600), st.floats(0, 1), st.sampled_from(HitKind), st.integers(0, 15)),
        max_size=5,
    ).map(tuple),
    intensity=st.lists(st.floats(0, 1), max_size=5).map(tuple),
    example=st.none() | st.builds(hum, seconds=st.floats(0.01, 0.2), rate=st.sampled_from([8000, 44100, 48000])),
)


def equal(one: SoundtrackRequest, other: SoundtrackRequest) -> bool:
    same_motion = np.array_equal(one.keypoints.positions, other.keypoints.positions) and np.array_equal(
        one.keypoints.confidence, other.keypoints.confidence
    )
    same_example = one.example is other.example is None or np.array_equal(one.example.samples, other.example.samples)
    return same_motion and same_example and request_header(one) == request_header(other)


@given(requests)
@settings(max_examples=100, deadline=None)
def test_every_request_survives_the_round_trip(request: SoundtrackRequest) -> None:
    data = EncodedRequest.of(request).to_bytes()
    back = EncodedRequest.from_bytes(data).decode()
    assert equal(back, request)
    assert EncodedRequest.of(back).to_bytes() == data
    assert equal(request_from_json(request_to_json(request), request.keypoints, request.example), request)


def test_the_array_is_what_the_protocol_says() -> None:
    keypoints = wandering(frames=3)
    array = EncodedRequest.of(SoundtrackRequest(keypoints)).array
    assert len(array) == 3 * 17 * 3 * 4
    x, y, confidence = struct.unpack_from("<3f", array, (1 * 17 + 5) * 12)  # frame 1, joint 5
    assert (x, y) == tuple(keypoints.positions[1, 5])
    assert confidence == keypoints.confidence[1, 5]


def test_equal_requests_have_equal_digests_however_their_numbers_were_written() -> None:
    keypoints = wandering()
    one = SoundtrackRequest(keypoints, tempo_bpm=120, seed=np.int64(3), seconds=np.float32(4))
    other = SoundtrackRequest(keypoints, tempo_bpm=120.0, seed=3, seconds=4.0)
    third = SoundtrackRequest(keypoints, tempo_bpm=120.5, seed=3, seconds=4.0)
    digests = [EncodedRequest.of(request).digest for request in (one, other, third)]
    assert digests[0] == digests[1] != digests[2]


def with_motion(**change) -> dict:
    header = request_header(SoundtrackRequest(wandering(frames=4)))
    return {**header, "motion": {**header["motion"], **change}}


@pytest.mark.parametrize(
    ("change", "kind", "sentence"),
    [
        ({"frames": 0}, MotionError, "0 frame"),
        ({"frames": 1}, MotionError, "1 frame"),
        ({"frames": -1}, MotionError, "-1 frame"),
        ({"frames": 10**9}, MotionError, f"from 2 to {MAX_FRAMES} are accepted"),
        ({"frames": 5}, FormatError, "816 bytes; 5 frames of 17 joints take 1020, and 0 samples of an example take 0"),
        ({"frames": True}, FormatError, "whole number"),
        ({"fps": 0}, MotionError, "frame rate is 0"),
        ({"fps": -25}, MotionError, "frame rate is -25"),
        ({"fps": None}, FormatError, "finite number"),
        ({"size": [0, 1080]}, MotionError, "picture size"),
        ({"size": [1920]}, FormatError, "must have 2"),
        ({"dtype": "object"}, FormatError, "'dtype' that is not known"),
    ],
    ids=str,
)
def test_impossible_motion_headers_are_refused(change: dict, kind: type, sentence: str) -> None:
    array = EncodedRequest.of(SoundtrackRequest(wandering(frames=4))).array
    with pytest.raises(kind, match=sentence):
        EncodedRequest(with_motion(**change), array).decode()


def test_a_number_that_is_none_names_its_frame_and_joint() -> None:
    array = bytearray(EncodedRequest.of(SoundtrackRequest(wandering(frames=4))).array)
    struct.pack_into("<f", array, (2 * 17 + 9) * 12, float("nan"))
    with pytest.raises(MotionError, match="Frame 2, joint left_wrist is not a finite number"):
        EncodedRequest(with_motion(), bytes(array)).decode()


def test_motion_too_long_for_a_message_is_refused_before_sending() -> None:
    frames = MAX_FRAMES + 1
    still = Keypoints(np.zeros((frames, 17, 2), np.float32), np.ones((frames, 17), np.float32), 100.0, (640, 480))
    with pytest.raises(MotionError, match=f"at most {MAX_FRAMES}. Choose a shorter"):
        EncodedRequest.of(SoundtrackRequest(still))


@given(st.binary(max_size=300), st.integers(0, 400))
@settings(max_examples=300, deadline=None)
def test_damaged_bytes_are_refused_by_name(noise: bytes, place: int) -> None:
    whole = EncodedRequest.of(SoundtrackRequest(wandering(frames=2))).to_bytes()
    damaged = whole[:place] + noise + whole[place + len(noise) :]
    with suppress(KinescoreError):  # damage in the prompt or in a coordinate may go unnoticed here: the digest sees it
        EncodedRequest.from_bytes(damaged).decode()


def points() -> Keypoints:
    """One point that moves, and sixteen that are never seen."""
    seen = np.zeros((30, 17))
    seen[:, 0] = 1
    return Keypoints(wandering(30).positions, seen, 30.0, (1920, 1080), Layout.POINTS)


def test_what_is_no_humanoid_stays_none() -> None:
    request = EncodedRequest.from_bytes(EncodedRequest.of(SoundtrackRequest(points())).to_bytes()).decode()
    assert request.keypoints.layout is Layout.POINTS
    assert request_header(request)["motion"]["layout"] == "points"
    with pytest.raises(RequestError, match="frames of points"):
        request_from_json(request_to_json(request), wandering(30))


def test_requests_of_a_humanoid_without_cuts_keep_their_bytes() -> None:
    """Digests identify jobs on servers and music in files: these are those of version 0.1."""
    header = request_header(SoundtrackRequest(wandering()))
    assert "cuts" not in header
    assert list(header["motion"]) == ["frames", "fps", "size"]
    blob = EncodedRequest.of(SoundtrackRequest(wandering(), prompt="house", seed=3, tempo_bpm=120)).to_bytes()
    assert hashlib.sha256(blob.partition(b"\n")[0]).hexdigest().startswith("5cc414604d009c24")


@pytest.mark.parametrize("cuts", [(-1.0,), (2.0, 1.0), (1.0, 1.0), (float("nan"),), (8000.0,), tuple(range(1001))])
def test_cuts_that_are_no_times_in_order_are_refused(cuts) -> None:
    with pytest.raises(RequestError, match="cuts"):
        SoundtrackRequest(wandering(), cuts=cuts)


def test_others_that_move_along_cross_the_wire_with_weight_and_name() -> None:
    others = (Mover(wandering(30, seed=2), 0.5, "Bob"), Mover(points(), 2.0, "Ball"))
    request = SoundtrackRequest(wandering(30), name="Ann", others=others, example=hum())
    encoded = EncodedRequest.of(request)
    back = EncodedRequest.from_bytes(encoded.to_bytes()).decode()
    assert [(other.weight, other.name, other.keypoints.layout) for other in back.others] == [
        (0.5, "Bob", Layout.COCO_17),
        (2.0, "Ball", Layout.POINTS),
    ]
    for one, other in zip(back.others, others, strict=True):
        assert np.array_equal(one.keypoints.positions, other.keypoints.positions)
        assert np.array_equal(one.keypoints.confidence, other.keypoints.confidence)
    assert np.array_equal(back.example.samples, request.example.samples)
    assert EncodedRequest.of(back).digest == encoded.digest
    assert request_from_json(request_to_json(request), request.keypoints, request.example, others).others == others
    with pytest.raises(RequestError, match=r"others that move along \('Bob', 'Ball'\)"):
        request_from_json(request_to_json(request), request.keypoints, request.example)
    with pytest.raises(FormatError, match="array has"):
        EncodedRequest(encoded.header, encoded.array[:-4])
