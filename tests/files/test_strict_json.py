"""Text from strangers becomes dataclasses, or one FormatError."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinescore.errors import KinescoreError
from kinescore.files.strict_json import FormatError, dump, from_plain, parse, to_plain


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Inner:
    times: tuple[float, ...]
    colour: Colour


@dataclass(frozen=True)
class Outer:
    name: str
    count: int
    inner: Inner
    pair: tuple[int, str]
    scores: Mapping[str, str | int | float]
    rate: float | None = None
    on: bool = False


OUTER = Outer("näme", 3, Inner((0.5, 1.0), Colour.BLUE), (1, "x"), {"a": 1, "b": 2.5, "c": "d"}, 0.25, True)


def test_dataclasses_survive_the_round_trip() -> None:
    assert from_plain(Outer, parse(dump(to_plain(OUTER)), "test"), "test") == OUTER


def test_left_out_fields_take_their_defaults() -> None:
    plain = to_plain(OUTER)
    del plain["rate"], plain["on"]
    assert from_plain(Outer, plain, "test").rate is None


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b'{"a": 1e999}',
        b'{"a": -1e999}',
        b'{"a": 1, "a": 2}',
        b'{"b": {"a": 1, "a": 1}}',
        b'{"a": "\\ud800"}',
        b'{"\\udfff": 1}',
        b'{"a": "\xff"}',
        '{"a": 1}'.encode("utf-16"),
        b"[" * 30_000,
        b'{"a":' * 10_000,
        b"9" * 10_000,
        b'{"a": ' + b"9" * 500 + b"}",
        b'{"a": -' + b"9" * 500 + b"}",
        b'{"a": 18446744073709551616}',
        b'{"a": 1} 2',
        b"'a'",
    ],
    ids=lambda text: text[:20].decode("latin-1"),
)
def test_what_plain_json_lets_through_is_refused(text: bytes) -> None:
    with pytest.raises(FormatError, match=r"^The test is .*\.$"):
        parse(text, "test")


def test_a_byte_order_mark_is_welcome() -> None:
    assert parse("\ufeff{}".encode(), "file from Notepad") == {}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": 5}, r"test\.name is 5; it must be a text"),
        ({"count": 1.0}, r"test\.count is 1\.0; it must be a whole number"),
        ({"count": True}, r"test\.count is true; it must be a whole number"),
        ({"on": 1}, r"test\.on is 1; it must be true or false"),
        ({"rate": "fast"}, r"test\.rate is fast; it must be a finite number"),
        ({"rate": 10**400}, r"test\.rate is 1000.*must be a finite number"),
        ({"inner": []}, r"test\.inner is \[\]; it must be a JSON object"),
        ({"inner": {"times": [0.5, None], "colour": "red"}}, r"test\.inner\.times\[1\] is null"),
        ({"inner": {"times": [], "colour": "green"}}, r"colour is green; it must be one of red, blue"),
        ({"inner": {"times": []}}, r"test\.inner lacks the field 'colour'"),
        ({"pair": [1]}, r"test\.pair has 1 entries; it must have 2"),
        ({"scores": {"a": None}}, r"test\.scores\.a is null"),
        ({"nmae": 1}, r"has a field 'nmae' that is not known. Known fields: name, count"),
    ],
    ids=str,
)
def test_wrong_fields_are_named(change: dict, sentence: str) -> None:
    with pytest.raises(FormatError, match=sentence):
        from_plain(Outer, {**to_plain(OUTER), **change}, "test")


def test_unspeakable_text_is_refused_on_the_way_out() -> None:
    with pytest.raises(FormatError, match="not Unicode"):
        dump({"prompt": "\ud800"})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=20,
)


@given(JSON)
@settings(max_examples=500, deadline=None)
def test_any_json_value_becomes_a_dataclass_or_a_named_error(value: object) -> None:
    text = json.dumps(value)
    with pytest.raises(KinescoreError, match="test"):
        from_plain(Outer, parse(text, "test"), "test")


@given(st.binary(max_size=200))
@settings(max_examples=500, deadline=None)
def test_bytes_parse_to_what_json_says_or_a_named_error(data: bytes) -> None:
    try:
        value = parse(data, "test")
    except FormatError:
        return
    assert value == json.loads(data.decode("utf-8-sig"))
