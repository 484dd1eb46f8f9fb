"""The BVH text format (Biovision, 1990s): a skeleton of joints and, for every frame, the values of its channels."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.readers.frame_rate import nominal_rate

CHANNELS = ("xposition", "yposition", "zposition", "xrotation", "yrotation", "zrotation")
_CUT_OFF = "It may be cut off: export it again."


@dataclass(frozen=True)
class Joint:
    """One joint. parent: index of the joint above it, -1 for a root. offset: place in the parent's axes at rest.

    channels: names in file order; first_column: where in a frame they start. end: offset of the end site, if any.
    """

    name: str
    parent: int
    offset: tuple[float, ...] = (0.0, 0.0, 0.0)
    channels: tuple[str, ...] = ()
    first_column: int = 0
    end: tuple[float, ...] | None = None


@dataclass(frozen=True)
class BvhFile:
    """joints: parents before children. fps: frames per second.

    values: [T, C], one row a frame, in degrees and the file's own unit of length.
    """

    joints: tuple[Joint, ...]
    values: NDArray[np.float64]
    fps: float


def parse_bvh(path: Path) -> BvhFile:
    """Read a BVH file; raises MotionError naming the line where the format is left."""
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        return _Parser(path.name, enumerate(lines, start=1)).file()


@dataclass
class _Parser:
    """Reads words line by line and knows where it is."""

    file_name: str
    lines: Iterator[tuple[int, str]]
    line: int = 0
    words: list[str] = field(default_factory=list)

    def file(self) -> BvhFile:
        self.expect("HIERARCHY")
        joints = self.hierarchy()
        columns = sum(len(joint.channels) for joint in joints)
        self.expect("Frames:")
        frames = int(self.number())
        if frames < 2:
            self.fail(f"the file holds {frames} frame(s); music needs at least 2", "Export a longer frame range.")
        self.expect("Frame")
        self.expect("Time:")
        fps = self.frame_rate()
        rows = self.rows(columns)
        if len(rows) != frames:
            self.fail(f"the file promises {frames} frames and holds {len(rows)}", _CUT_OFF)
        return BvhFile(tuple(joints), np.array(rows).reshape(frames, columns), fps)

    def hierarchy(self) -> list[Joint]:
        """Every joint of every root, up to and with the word MOTION."""
        joints: list[Joint] = []
        open_joints: list[int] = []  # indices of the joints whose braces are open
        columns = 0

        def change_open_joint(**fields: Any) -> None:  # noqa: ANN401  what dataclasses.replace takes
            joints[open_joints[-1]] = replace(joints[open_joints[-1]], **fields)

        while True:
            word = self.word()
            match word.upper():
                case "ROOT" | "JOINT":
                    if (word.upper() == "ROOT") == bool(open_joints):
                        self.fail(f"{word!r} stands where it cannot")
                    parent = open_joints[-1] if open_joints else -1
                    open_joints.append(len(joints))
                    joints.append(Joint(self.name(), parent))
                case "END" if open_joints:
                    self.name()
                    self.expect("OFFSET")
                    change_open_joint(end=self.numbers(3))
                    self.expect("}")
                case "OFFSET" if open_joints:
                    change_open_joint(offset=self.numbers(3))
                case "CHANNELS" if open_joints and not joints[open_joints[-1]].channels:
                    change_open_joint(channels=self.channels(), first_column=columns)
                    columns += len(joints[open_joints[-1]].channels)
                case "}" if open_joints:
                    open_joints.pop()
                case "MOTION" if joints and not open_joints:
                    return joints
                case _:
                    self.fail(f"{word!r} stands where it cannot")

    def channels(self) -> tuple[str, ...]:
        count = int(self.number())
        names = tuple(self.word().lower() for _ in range(min(count, len(CHANNELS) + 1)))
        if len(set(names) & set(CHANNELS)) != count:
            self.fail(
                f"the {count} channels {', '.join(names)} are not X, Y, Z position and rotation, each at most once"
            )
        return names

    def frame_rate(self) -> float:
        """Frames per second from the frame time, which is rounded to as many places as are printed."""
        text = self.word()
        seconds = self.as_number(text)
        if seconds <= 0:
            self.fail(f"the frame time is {text}; it must be above 0 s")
        places = len(text.partition(".")[2]) if text.replace(".", "", 1).isdigit() else 9
        return nominal_rate(seconds, tolerance_seconds=0.51 * 10.0**-places)

    def rows(self, columns: int) -> list[NDArray[np.float64]]:
        """The rest of the file: one frame a line."""
        rows = []
        for line, text in self.lines:
            self.line = line
            words = text.split()
            if not words:
                continue
            if len(words) != columns:
                self.fail(f"there are {len(words)} values and the skeleton has {columns} channels")
            rows.append(np.array([self.as_number(word) for word in words]))
        return rows

    def name(self) -> str:
        """Every word up to the opening brace; bone names may hold spaces."""
        words = []
        while (word := self.word()) != "{":
            words.append(word)
            if len(words) > 32:
                self.fail("there is no opening brace after a name")
        return " ".join(words)

    def numbers(self, count: int) -> tuple[float, ...]:
        return tuple(self.number() for _ in range(count))

    def number(self) -> float:
        return self.as_number(self.word())

    def as_number(self, word: str) -> float:
        try:
            value = float(word)
        except ValueError:
            self.fail(f"{word!r} is not a number")
        if not math.isfinite(value):
            self.fail(f"{word!r} is not a finite number")
        return value

    def expect(self, wanted: str) -> None:
        if (word := self.word()).upper() != wanted.upper():
            self.fail(f"{word!r} stands where {wanted!r} is wanted")

    def word(self) -> str:
        while not self.words:
            self.line, text = next(self.lines, (self.line, None))
            if text is None:
                self.fail("the file ends too early", _CUT_OFF)
            self.words = text.split()[::-1]
        return self.words.pop()

    def fail(self, what: str, remedy: str = "Export the motion as BVH again.") -> NoReturn:
        raise MotionError(f"{self.file_name}, line {self.line}: {what}.", remedy)
