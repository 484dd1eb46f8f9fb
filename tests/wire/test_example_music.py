"""Example music in a request: bounded, checked, part of its bytes and its digest."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from kinescore.errors import KinescoreError, RequestError
from kinescore.files.strict_json import FormatError
from kinescore.request import EXAMPLE_RATES, MAX_EXAMPLE_SECONDS, SoundtrackRequest, example_of
from kinescore.sound.audio import Audio
from kinescore.wire.codec import decode_call, encode_call
from kinescore.wire.encoded_request import BYTES_PER_FRAME, MAX_ARRAY_BYTES, MAX_FRAMES, EncodedRequest
from kinescore.wire.messages import Submit, new_job_id
from kinescore.wire.request_codec import request_from_json, request_header, request_to_json
from tests.wire.motions import hum, wandering

REQUEST = SoundtrackRequest(wandering(frames=4), example=hum())


def tone(seconds: float, rate: int, channels: int) -> Audio:
    wave = np.sin(2 * np.pi * 440 * np.arange(round(seconds * rate)) / rate)
    return Audio(np.tile(wave, (channels, 1)).astype(np.float32), rate)


def test_an_example_crosses_in_a_message_and_every_sample_counts() -> None:
    call, _ = decode_call(encode_call(Submit.of(REQUEST, new_job_id()), 3))
    back = call.request.decode()
    assert back.example.rate == 48000
    np.testing.assert_array_equal(back.example.samples, REQUEST.example.samples)
    assert call.request.digest == call.digest == EncodedRequest.of(REQUEST).digest
    louder = REQUEST.example.samples.copy()
    louder[0, -1] += 1e-3
    assert EncodedRequest.of(replace(REQUEST, example=Audio(louder, 48000))).digest != call.digest


def test_requests_without_an_example_are_as_before() -> None:
    """Servers that know no examples still take them."""
    assert "example" not in request_header(SoundtrackRequest(wandering()))


def test_the_longest_motion_and_example_fit_into_a_message() -> None:
    longest = round(MAX_EXAMPLE_SECONDS * EXAMPLE_RATES[1]) * 4
    assert MAX_FRAMES * BYTES_PER_FRAME + longest <= MAX_ARRAY_BYTES


@pytest.mark.parametrize(
    ("example", "words"),
    [
        (hum(31.0, 8000), "lasts 31.0 s; at most 30 s"),
        (hum(rate=96_000), "rate of 96000 Hz"),
        (hum(0.1, 4000), "rate of 4000 Hz"),
        (tone(1.0, 48_000, 2), "one channel"),
        (Audio(np.zeros((1, 9)), 48_000), "float32"),
        (Audio(np.zeros((1, 0), np.float32), 48_000), "no samples"),
        (Audio(np.full((1, 9), np.inf, np.float32), 48_000), "not finite"),
    ],
)
def test_examples_that_are_none_are_refused(example: Audio, words: str) -> None:
    with pytest.raises(RequestError, match=words):
        SoundtrackRequest(wandering(), example=example)


@pytest.mark.parametrize(("seconds", "rate", "channels"), [(200.0, 44_100, 2), (3.0, 96_000, 1), (0.5, 6000, 1)])
def test_any_music_can_be_made_an_example(seconds: float, rate: int, channels: int) -> None:
    example = SoundtrackRequest(wandering(), example=example_of(tone(seconds, rate, channels))).example
    assert example.seconds == pytest.approx(min(seconds, MAX_EXAMPLE_SECONDS), abs=0.01)
    spectrum = np.abs(np.fft.rfft(example.samples[0]))
    assert spectrum.argmax() / example.seconds == pytest.approx(440, abs=2)


def test_of_a_long_song_the_middle_is_heard() -> None:
    song = Audio(np.repeat(np.arange(9, dtype=np.float32), 8000 * 10)[None], 8000)
    assert set(np.unique(example_of(song).samples)) == {3.0, 4.0, 5.0}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"samples": 0}, "0 samples; 1 or more"),
        ({"samples": -51}, "-51 samples"),
        ({"samples": 10**12}, "take 4000000000000"),
        ({"samples": 4799}, "take 19196"),
        ({"rate": 0}, "rate of 0 Hz"),
        ({"rate": 48000.5}, "whole number"),
    ],
)
def test_impossible_example_headers_are_refused(change: dict, words: str) -> None:
    header = request_header(REQUEST)
    header["example"] = {**header["example"], **change}
    with pytest.raises(KinescoreError, match=words):
        EncodedRequest(header, EncodedRequest.of(REQUEST).array).decode()


def test_an_example_that_the_header_does_not_name_is_refused() -> None:
    header = {name: value for name, value in request_header(REQUEST).items() if name != "example"}
    with pytest.raises(FormatError, match="0 samples of an example take 0"):
        EncodedRequest(header, EncodedRequest.of(REQUEST).array).decode()


def test_a_request_file_says_that_it_wants_its_example() -> None:
    text = request_to_json(REQUEST)
    assert json.loads(text)["example"] == {"samples": 4800, "rate": 48000}
    for other in (None, hum(0.2)):
        with pytest.raises(RequestError, match=r"which is not in its file\. Give the same music again"):
            request_from_json(text, REQUEST.keypoints, other)
