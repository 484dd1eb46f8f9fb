"""JSON that came from somewhere else <-> frozen dataclasses, strictly.

`json.loads` alone accepts NaN, 1e999, whole numbers of 4,000 digits (which no float holds), repeated keys, lone
surrogates and UTF-16, and leaves through RecursionError on deep nesting. Here every defect is a FormatError that names
the place and what is accepted.
"""

from __future__ import annotations

import json
import math
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from kinescore.errors import KinescoreError

MAX_WHOLE = 2**64 - 1
KIND_NAMES = {str: "a text", int: "a whole number", float: "a finite number", bool: "true or false"}


class FormatError(KinescoreError):
    """Text that is not strict JSON, or JSON that does not have the expected fields."""

    code = "bad_format"


def parse(data: bytes | str, what: str) -> Any:  # noqa: ANN401  JSON may be anything
    """Return the JSON value in `data` (UTF-8, a byte order mark is allowed). `what` names it in errors."""
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data
        value = json.loads(
            text,
            parse_constant=_refuse_constant,
            parse_float=_finite,
            parse_int=_whole,
            object_pairs_hook=_unique_keys,
        )
        json.dumps(value, ensure_ascii=False).encode()  # lone surrogates cannot be encoded again
    except UnicodeError as error:
        raise FormatError(f"The {what} is not Unicode text in UTF-8.") from error
    except RecursionError as error:
        raise FormatError(f"The {what} is nested too deeply.") from error
    except ValueError as error:
        raise FormatError(f"The {what} is not valid JSON: {error}.") from error
    return value


def dump(value: object) -> bytes:
    """Return one line of canonical JSON in UTF-8: sorted keys, no spaces. Same value, same bytes."""
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")).encode()
    except UnicodeEncodeError as error:
        raise FormatError("A text holds characters that are not Unicode text.", "Type the text again.") from error


def to_plain(value: object) -> Any:  # noqa: ANN401
    """Return dataclasses, enums, mappings and tuples as plain JSON values."""
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: to_plain(entry) for key, entry in value.items()}
    if isinstance(value, tuple):
        return [to_plain(entry) for entry in value]
    return value


def from_plain(kind: Any, value: object, where: str) -> Any:  # noqa: ANN401
    """Return `value` as `kind`: a dataclass, Enum, str, int, float, bool, None, tuple[X, ...], tuple[X, Y],
    Mapping[str, X], a union of these, or Any (left as it is).

    Raises FormatError naming `where`; a dataclass's own checks raise what they raise.
    """
    if kind is Any:
        return value
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(kind), value, where)
    if origin is tuple:
        return _tuple(get_args(kind), value, where)
    if origin is Mapping:
        entries = _object(value, where)
        return {key: from_plain(get_args(kind)[1], entry, f"{where}.{key}") for key, entry in entries.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(**read_fields(field_hints(kind), required_fields(kind), value, where))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum(kind, value, where)
    return _scalar(kind, value, where)


def read_fields(hints: Mapping[str, Any], required: frozenset[str], value: object, where: str) -> dict[str, Any]:
    """Return the members of the JSON object `value` built after `hints`; refuse unknown and missing ones."""
    members = _object(value, where)
    unknown = sorted(set(members) - set(hints))
    if unknown:
        raise FormatError(
            f"The {where} has a field '{_short(unknown[0])}' that is not known.", f"Known fields: {', '.join(hints)}."
        )
    missing = sorted(required - set(members))
    if missing:
        raise FormatError(f"The {where} lacks the field '{missing[0]}'.")
    return {name: from_plain(hints[name], entry, f"{where}.{name}") for name, entry in members.items()}


@cache
def field_hints(kind: type) -> Mapping[str, Any]:
    """Return the field types of a dataclass by name."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


@cache
def required_fields(kind: type) -> frozenset[str]:
    """Return the names of the fields that have no default."""
    return frozenset(f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING)


def _one_of(kinds: tuple[Any, ...], value: object, where: str) -> Any:  # noqa: ANN401
    if value is None and type(None) in kinds:
        return None
    choices = [kind for kind in kinds if kind is not type(None)]
    for kind in choices:
        if kind in KIND_NAMES and type(value) is kind:
            return from_plain(kind, value, where)
    return from_plain(choices[-1], value, where)


def _tuple(kinds: tuple[Any, ...], value: object, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise FormatError(f"The {where} is {_short(value)}; it must be a list.")
    if kinds[-1] is Ellipsis:
        kinds = (kinds[0],) * len(value)
    if len(kinds) != len(value):
        raise FormatError(f"The {where} has {len(value)} entries; it must have {len(kinds)}.")
    return tuple(from_plain(kinds[i], entry, f"{where}[{i}]") for i, entry in enumerate(value))


def _enum(kind: type[Enum], value: object, where: str) -> Enum:
    for member in kind:
        if member.value == value:
            return member
    raise FormatError(f"The {where} is {_short(value)}; it must be one of {', '.join(str(m.value) for m in kind)}.")


def _scalar(kind: type, value: object, where: str) -> str | int | float | bool:
    if isinstance(value, str | int | float | bool) and type(value) is kind:
        return value
    if kind is float and type(value) is int and abs(value) < 2**53:
        return float(value)
    raise FormatError(f"The {where} is {_short(value)}; it must be {KIND_NAMES[kind]}.")


def _object(value: object, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise FormatError(f"The {where} is {_short(value)}; it must be a JSON object.")
    return value


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return text if len(text) <= 40 else f"{text[:40]}…"


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not a finite number")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text[:40]} is not a finite number")
    return number


def _whole(text: str) -> int:
    if len(text) > 20 or abs(int(text)) > MAX_WHOLE:
        raise ValueError(f"{text[:40]} is beyond 64 bits")
    return int(text)


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a name appears twice in one object")
    return members
