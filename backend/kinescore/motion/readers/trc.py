"""TRC, the table of marker positions of Motion Analysis, OpenSim and Pose2Sim."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.readers.markers import skeleton_of_markers
from kinescore.motion.readers.text_lines import numbers_in
from kinescore.motion.recordings import MAX_FRAMES, Skeleton

MAX_POINTS = 500
MAX_VALUES = 20_000_000
"""As many numbers as are surely read in 10 s."""
_LONGEST_LINE = 64_000


def read_trc(path: Path) -> Skeleton:
    """Read markers or joints, one frame a line, empty where unseen; columns end with tabs, in some files with commas.

    Raises MotionError naming a wrong line.
    """
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        lines = iter(lambda: file.readline(_LONGEST_LINE), "")
        head = [line.rstrip("\r\n") for _, line in zip(range(5), lines, strict=False)]
        if len(head) < 5 or not head[0].startswith("PathFileType"):
            raise MotionError(f"{path.name} does not begin as TRC does.", "Export it again.")
        comma = "," if "\t" not in head[1] else "\t"
        about = dict(zip(*([word.strip() for word in line.split(comma)] for line in head[1:3]), strict=False))
        rate = about.get("DataRate") or about.get("CameraRate")
        names = [name.strip() for name in head[3].split(comma)[2:] if name.strip()]
        if not 1 <= len(names) <= MAX_POINTS:
            raise MotionError(f"{path.name} names {len(names)} markers; from 1 to {MAX_POINTS} are read.")
        points = _points(lines, comma, len(names), path.name)
    if not len(points):
        raise MotionError(f"{path.name} holds no frames.", "Export it again.")
    return skeleton_of_markers(names, points, _number(rate, path.name, 3) if rate else None)


def _points(lines: Iterator[str], comma: str, count: int, name: str) -> NDArray[np.float64]:
    """[T, count, 3], a row for every line of numbers."""
    values = array("d")
    for number, line in enumerate(lines, start=6):
        if number > MAX_FRAMES or len(values) + 3 * count > MAX_VALUES:
            raise MotionError(
                f"{name} holds more than {MAX_FRAMES} frames or {MAX_VALUES} numbers.", "Cut it into parts."
            )
        numbers = numbers_in(line, " " if comma == "\t" else comma)
        if len(numbers) == 2 + 3 * count:
            values.frombytes(numbers[2:].tobytes())
            continue
        cells = line.rstrip("\r\n").split(comma)[2 : 2 + 3 * count]
        if not any(map(str.strip, cells)):
            continue
        values.extend([_number(cell, name, number) if cell.strip() else math.nan for cell in cells])  # some unseen
        values.extend([math.nan] * (3 * count - len(cells)))
    return np.frombuffer(values).reshape(-1, count, 3)


def _number(text: str, name: str, line: int) -> float:
    try:
        return float(text)
    except ValueError:
        raise MotionError(f"{name}, line {line}: {text.strip()[:40]!r} is not a number.", "Export it again.") from None
