"""The header of a request is the request file: short, readable, strict."""

from __future__ import annotations

import json

import pytest

from kinescore.errors import RequestError
from kinescore.files.strict_json import FormatError
from kinescore.request import SoundtrackRequest
from kinescore.wire.request_codec import request_from_json, request_to_json
from tests.wire.motions import wandering


def test_a_request_file_needs_only_what_differs_from_the_defaults() -> None:
    keypoints = wandering()
    request = request_from_json('{"prompt": "joyful house", "tempo_bpm": 124}', keypoints)
    assert request == SoundtrackRequest(keypoints, "joyful house", tempo_bpm=124.0)
    assert request_from_json(b"{}", keypoints) == SoundtrackRequest(keypoints)


def test_a_request_file_made_for_another_motion_is_refused() -> None:
    text = request_to_json(SoundtrackRequest(wandering(frames=60)))
    with pytest.raises(RequestError, match=r"made for 60 frames .* has 50 frames .*Remove \"motion\""):
        request_from_json(text, wandering(frames=50))


@pytest.mark.parametrize(
    ("text", "kind", "sentence"),
    [
        ('{"promt": ""}', FormatError, "field 'promt' that is not known. Known fields: prompt, genre"),
        ('{"seed": -1}', RequestError, "seed is -1"),
        ('{"seed": "7"}', FormatError, "must be a whole number"),
        ('{"seconds": 1e9}', RequestError, "between 0.5 and 3600 s"),
        ('{"loudness_lufs": NaN}', FormatError, "NaN is not a finite number"),
        ('{"stems": "yes"}', FormatError, "must be true or false"),
        ('{"keypoints": []}', FormatError, "not known"),
        ("[]", FormatError, "must be a JSON object"),
    ],
)
def test_mistakes_in_a_request_file_are_named(text: str, kind: type, sentence: str) -> None:
    with pytest.raises(kind, match=sentence):
        request_from_json(text, wandering())


def test_known_beats_and_a_nudge_travel_only_where_they_are_given() -> None:
    plain = SoundtrackRequest(wandering(frames=2))
    given = SoundtrackRequest(wandering(frames=2), music_beats=(0.25, 0.75), beat_shift_seconds=-0.05)
    assert not {"music_beats", "beat_shift_seconds"} & set(json.loads(request_to_json(plain)))
    back = request_from_json(request_to_json(given), wandering(frames=2))
    assert (back.music_beats, back.beat_shift_seconds) == ((0.25, 0.75), -0.05)


def test_json_written_for_people_is_json() -> None:
    text = request_to_json(SoundtrackRequest(wandering(frames=2), "spät"))
    assert json.loads(text)["prompt"] == "spät"
    assert "spät" in text
