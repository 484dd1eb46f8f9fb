"""JSON of any length in bounded memory: entry by entry, numbers as arrays.

Python's own parser, which is called here for every entry, needs up to thirty times a file's length. ijson streams too,
but of an object it gives either whole members or the items of one whose name is known before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import numpy as np

from kinescore.errors import MotionError

MAX_ENTRIES = 250_000
MAX_ENTRY_BYTES = 16 * 1024**2
_WINDOW = 256 * 1024
_SPACE = re.compile(r"[ \t\r\n]*")


def parse_json(path: Path) -> Any:  # noqa: ANN401  JSON may be anything
    """The content of a JSON file, in which lists of numbers, and lists of such lists, are arrays, and a list of points
    {"x", "y", ...} is one object of arrays.

    The file is read entry by entry if it is a list, or an object whose members are lists. Raises MotionError for what
    is no JSON, for NaN, and for what is too large to unfold.
    """
    with path.open("rb") as file:
        try:
            return _Stream(file, path.name).content()
        except RecursionError:
            raise MotionError(f"{path.name} is nested too deeply.") from None
        except MotionError:
            raise
        except ValueError as error:
            raise MotionError(
                f"{path.name} is not valid JSON ({str(error)[:80]}).",
                "Save it again; an unseen joint has confidence 0, not NaN.",
            ) from None


class _Stream:
    """A window on the file's text, which moves on as it is read.

    Bytes are taken for Latin-1, so that every byte is a character and no character is cut in two: what JSON is made of
    is ASCII. Texts are put right by `_text`.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = file, name
        start = file.read(3)
        self._buffer = "" if start == b"\xef\xbb\xbf" else start.decode("latin-1")
        self._place, self._is_whole, self._passed = 0, False, 0
        self._decode = json.JSONDecoder(parse_constant=self._refuse_constant).raw_decode

    def content(self) -> Any:  # noqa: ANN401
        """The whole file."""
        value = self._object() if self._next() == "{" else self._list_or_value()
        if self._next():
            raise ValueError(f"there is more after its end, at byte {self._passed + self._place}")
        return value

    def _object(self) -> dict[str, Any]:
        members: dict[str, Any] = {}
        for _ in self._items("}"):
            name = self._value()
            if not isinstance(name, str) or self._next() != ":":
                raise ValueError(f"a name and a colon are wanted at byte {self._passed + self._place}")
            self._place += 1
            members[_text(name)] = self._list_or_value()
        return members

    def _list_or_value(self) -> Any:  # noqa: ANN401
        if self._next() != "[":
            return compact(self._value())
        values = [compact(self._value()) for _ in self._items("]")]
        return _columns(values) if values and _is_point(values[0]) else values

    def _items(self, end: str) -> Iterator[int]:
        """Go to the beginning of each item of a list or an object, and past its end."""
        self._place += 1
        for count in range(MAX_ENTRIES + 1):
            found = self._next()
            if found == end:
                self._place += 1
                return
            if count:
                if found != ",":
                    raise ValueError(f"a comma is wanted at byte {self._passed + self._place}")
                self._place += 1
                self._next()
            yield count
        raise MotionError(f"{self._name} lists more than {MAX_ENTRIES} frames or people.", "Cut it into parts.")

    def _next(self) -> str:
        """The next character that is no space, or nothing at the end."""
        while True:
            found = _SPACE.match(self._buffer, self._place)
            self._place = found.end() if found else self._place
            if self._place < len(self._buffer):
                return self._buffer[self._place]
            if self._is_whole:
                return ""
            self._read_on(_WINDOW)

    def _value(self) -> Any:  # noqa: ANN401
        """The value that begins here, of which more is read until it is whole."""
        while True:
            try:
                value, end = self._decode(self._buffer, self._place)
                if end < len(self._buffer) or self._is_whole:  # a number may go on after the window
                    self._place = end
                    return value
            except MotionError:
                raise
            except ValueError:
                if self._is_whole:
                    raise
            held = len(self._buffer) - self._place
            if held > MAX_ENTRY_BYTES:
                raise MotionError(
                    f"{self._name} holds one entry of more than {MAX_ENTRY_BYTES // 1024**2} MiB, or is damaged.",
                    "Save a list of frames or people, or the keypoints as .npz.",
                )
            self._read_on(max(_WINDOW, held))

    def _read_on(self, size: int) -> None:
        more = self._file.read(size)
        self._is_whole = not more
        self._passed += self._place
        self._buffer = self._buffer[self._place :] + more.decode("latin-1")
        self._place = 0

    def _refuse_constant(self, constant: str) -> NoReturn:
        raise MotionError(
            f"{self._name} is not valid JSON ({constant} is not a number of JSON).",
            "Save it again; an unseen joint has confidence 0, not NaN.",
        )


def compact(value: Any) -> Any:  # noqa: ANN401
    """The same with arrays in place of lists of numbers, of lists of lists of as many numbers, and of points."""
    if type(value) is dict:
        return {_text(name): compact(member) for name, member in value.items()}
    if type(value) is str:
        return _text(value)
    if type(value) is not list or not value:
        return value
    first = value[0]
    if _is_point(first):
        return _columns(value)
    row = first if type(first) is list and first else value
    if type(row[0]) in (int, float):
        try:
            array = np.array(value)
        except ValueError:  # of uneven length
            return value
        return array if array.dtype.kind in "fiu" else value
    return [compact(member) for member in value]


def _is_point(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("x"), float | int)


def _columns(points: list[Any]) -> Any:  # noqa: ANN401
    """Points {"x", "y", ...} as one object of arrays, where all have the same members and those are numbers."""
    names = tuple(points[0])
    if any(type(point) is not dict or len(point) != len(names) for point in points):
        return points
    try:
        rows = zip(*map(itemgetter(*names), points), strict=True)  # two names at least: x is one, and y is asked below
        columns = {name: np.array(values) for name, values in zip(names, rows, strict=True)} if len(names) > 1 else {}
    except (KeyError, ValueError):  # other members; a list of uneven length
        return points
    columns = {name: column for name, column in columns.items() if column.ndim == 1 and column.dtype.kind in "fiub"}
    return columns if {"x", "y"} <= columns.keys() else points


def _text(latin: str) -> str:
    """What was written in UTF-8 and taken for Latin-1; escapes such as \\u30df are right already."""
    if latin.isascii():
        return latin
    try:
        return latin.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return latin
