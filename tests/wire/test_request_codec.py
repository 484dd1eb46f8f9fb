"""The header of a request is the request file: short, readable, strict."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kinescore.dance.beat_grid import MOST_BEATS
from kinescore.dance.foley_events import FoleyKind
from kinescore.dance.hit_points import HitKind, HitPoint
from kinescore.dance.metre import Metre
from kinescore.dance.tempo_map import TempoChange
from kinescore.dance.timing import MAX_DOWNBEATS, MAX_HITS, MAX_INTENSITIES
from kinescore.errors import KinescoreError, RequestError
from kinescore.files.strict_json import FormatError, dump
from kinescore.form.form import Ending, SectionStart, Start
from kinescore.request import MAX_CUTS, MAX_PROMPT_CHARACTERS, SoundtrackRequest
from kinescore.wire.encoded_request import MAX_HEADER_BYTES
from kinescore.wire.request_codec import request_from_json, request_header, request_to_json
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
        ('{"seconds": 1e9}', RequestError, "between 0.5 and 7200 s"),
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


def test_what_the_artist_fixes_of_the_timing_travels_only_where_it_is_given() -> None:
    plain = SoundtrackRequest(wandering(frames=2))
    hits = (HitPoint(0.25, 0.5, HitKind.MARKER, who=1),)
    given = SoundtrackRequest(
        wandering(frames=2), metre=Metre.SIX_EIGHT, downbeats=(0.5,), hits=hits, intensity=(0.0, 0.123)
    )
    mapped = SoundtrackRequest(
        wandering(frames=2), tempo_map=(TempoChange(0, 120), TempoChange(9.5, 90, Metre.THREE_FOUR, ramp=True)), hits=()
    )
    fixed = {"metre", "downbeats", "tempo_map", "hits", "intensity"}
    assert not fixed & set(json.loads(request_to_json(plain)))
    assert json.loads(request_to_json(mapped))["hits"] == []
    for request in (given, mapped):
        back = request_from_json(request_to_json(request), wandering(frames=2))
        assert back.timing == request.timing
        assert request_header(back) == request_header(request)


def test_the_form_travels_only_where_it_is_given() -> None:
    plain = SoundtrackRequest(wandering(frames=2))
    assert not {"start", "ending", "sections"} & set(json.loads(request_to_json(plain)))
    sections = (SectionStart(0.0, "calm"), SectionStart(12))
    given = SoundtrackRequest(wandering(frames=2), start=Start.PICK_UP, ending=Ending.STAB, sections=sections)
    back = request_from_json(request_to_json(given), wandering(frames=2))
    assert back.form == given.form
    assert request_header(back) == request_header(given)


def test_foley_travels_only_where_it_is_asked_for() -> None:
    plain = SoundtrackRequest(wandering(frames=2))
    assert "foley" not in json.loads(request_to_json(plain))
    given = replace(plain, foley=(FoleyKind.IMPACTS, FoleyKind.WHOOSHES))
    assert json.loads(request_to_json(given))["foley"] == ["whooshes", "impacts"]
    assert request_from_json(request_to_json(given), wandering(frames=2)).foley == given.foley
    with pytest.raises(FormatError, match="whooshes, steps, impacts"):
        request_from_json('{"foley": ["thunder"]}', wandering(frames=2))


def test_the_longest_timing_that_is_accepted_fits_a_header() -> None:
    hits = tuple(HitPoint(3599.1234 - k / 7, 0.123, HitKind.CONTACT, who=15) for k in range(MAX_HITS))
    request = SoundtrackRequest(
        wandering(frames=2),
        prompt="\U0001f57a" * MAX_PROMPT_CHARACTERS,
        music_beats=tuple(0.1234567890123 + k * 0.3519876543219 for k in range(MOST_BEATS)),
        downbeats=tuple(0.1234 + k * 0.7013 for k in range(MAX_DOWNBEATS)),
        cuts=tuple(0.1234 + k * 3.5013 for k in range(MAX_CUTS)),
        hits=hits,
        intensity=(0.123,) * MAX_INTENSITIES,
    )
    assert len(dump(request_header(request))) < 0.9 * MAX_HEADER_BYTES


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"metre": "5/4"}', "metre is 5/4; it must be one of 2/4, 3/4, 4/4, 6/8"),
        ('{"hits": [{"time_s": 1, "weight": 1}]}', r"hits\[0\] lacks the field 'kind'"),
        ('{"hits": [{"time_s": 1, "weight": 1, "kind": "boom"}]}', "kind is boom; it must be one of stop"),
        ('{"tempo_map": [{"start_seconds": 0, "tempo_bpm": 9}]}', "tempo is 9.0 BPM"),
        ('{"tempo_map": [{"start_seconds": 0, "tempo_bpm": 90}], "tempo_bpm": 90}', "Leave out one or the other"),
        ('{"intensity": [2]}', "intensity is not"),
    ],
)
def test_mistakes_in_the_timing_are_named(text: str, sentence: str) -> None:
    with pytest.raises(KinescoreError, match=sentence):
        request_from_json(text, wandering())


def test_json_written_for_people_is_json() -> None:
    text = request_to_json(SoundtrackRequest(wandering(frames=2), "spät"))
    assert json.loads(text)["prompt"] == "spät"
    assert "spät" in text
