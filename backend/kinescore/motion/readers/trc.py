"""TRC, the table of marker positions of Motion Analysis, OpenSim and Pose2Sim."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from kinescore.errors import MotionError
from kinescore.motion.readers.markers import skeleton_of_markers
from kinescore.motion.recordings import MAX_FRAMES, Skeleton

MAX_POINTS = 500
_LONGEST_LINE = 64_000


def read_trc(path: Path) -> Skeleton:
    """Read markers or joints, one frame a line, empty where unseen. Raises MotionError naming a wrong line."""
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        lines = iter(lambda: file.readline(_LONGEST_LINE), "")
        head = [line.rstrip("\r\n").split("\t") for _, line in zip(range(5), lines, strict=False)]
        if len(head) < 5 or not head[0][0].startswith("PathFileType"):
            raise MotionError(f"{path.name} does not begin as TRC does.", "Export it again.")
        about = dict(zip((word.strip() for word in head[1]), head[2], strict=False))
        fps = _number(about.get("DataRate") or about.get("CameraRate", ""), path.name, 3)
        names = [name.strip() for name in head[3][2:] if name.strip()]
        if not 1 <= len(names) <= MAX_POINTS:
            raise MotionError(f"{path.name} names {len(names)} markers; from 1 to {MAX_POINTS} are read.")
        rows = list(_rows(lines, len(names), path.name))
    if not rows:
        raise MotionError(f"{path.name} holds no frames.", "Export it again.")
    return skeleton_of_markers(names, np.stack(rows), fps)


def _rows(lines: Iterator[str], count: int, name: str) -> Iterator[np.ndarray]:
    """[count, 3] for every line of numbers."""
    for number, line in enumerate(lines, start=6):
        cells = [cell.strip() for cell in line.rstrip("\r\n").split("\t")]
        if not any(cells):
            continue
        if number > MAX_FRAMES:
            raise MotionError(f"{name} holds more than {MAX_FRAMES} frames.", "Cut it into parts.")
        values = cells[2 : 2 + 3 * count]
        values += [""] * (3 * count - len(values))
        yield np.array([_number(cell, name, number) if cell else math.nan for cell in values]).reshape(count, 3)


def _number(text: str, name: str, line: int) -> float:
    try:
        return float(text)
    except ValueError:
        raise MotionError(f"{name}, line {line}: {text[:40]!r} is not a number.", "Export it again.") from None
