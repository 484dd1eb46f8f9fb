"""Which frame an entry in the JSON of a pose estimator belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kinescore.errors import MotionError

_FRAME_NUMBERS = ("frame_id", "image_id", "frame", "frame_index", "frame_number", "frameIndex", "image_name")
_LAST_NUMBER = re.compile(r"(\d{1,9})[^\d/\\]*(?:\.\w*)?$")
"""In the name of a picture: 7 of "run2/frame_0007.jpg" and of "7_rendered.mp4"."""
_NUMBERED = re.compile(r"\D*\d{1,9}\D*")
LEAST_SHARE = 0.1
"""Of the frames, at least these must hold a person; fewer mean that the numbers are no frame numbers."""


def frames_of(entries: Sequence[Any], file_name: str) -> list[int]:
    """The frame of each entry: what it says, the number that ends its picture's name, or its place in the list.

    Where the numbers in the names leave most frames empty and are not the only ones (times, for one), pictures are
    numbered in the order of their names. Raises MotionError for what is no number.
    """
    frames = [_frame_of(entry, number, file_name) for number, entry in enumerate(entries)]
    if len(set(frames)) >= LEAST_SHARE * (max(frames, default=0) - min(frames, default=0)):
        return frames
    names = [str(_said_frame(entry)) for entry in entries]
    if any(name.isdigit() or _NUMBERED.fullmatch(name) for name in names):
        return frames
    order = {name: number for number, name in enumerate(sorted(set(names)))}
    return [order[name] for name in names]


def _said_frame(entry: object) -> object:
    return next((entry[key] for key in _FRAME_NUMBERS if key in entry), None) if isinstance(entry, dict) else None


def _frame_of(entry: object, number: int, file_name: str) -> int:
    """The number that an entry gives, or the last one in the name of its picture ("0007.jpg"), or its place."""
    frame = _said_frame(entry)
    if frame is None:
        return number
    digits = _LAST_NUMBER.search(frame[:200]) if isinstance(frame, str) else None
    if digits:
        return int(digits[1])
    if type(frame) is not int or not 0 <= frame < 10**9:
        raise MotionError(f"{file_name} has no frame number in entry {number} ({str(frame)[:40]}).")
    return frame
