"""The BVH text format (Biovision, 1990s): a skeleton of joints and, for every frame, the values of its channels."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError, counted
from kinescore.motion.readers.text_lines import lines_of, numbers_in
from kinescore.motion.recordings import MAX_FRAMES
from kinescore.motion.resampling import nominal_rate

CHANNELS = ("xposition", "yposition", "zposition", "xrotation", "yrotation", "zrotation")
MAX_JOINTS = 4096
_STEPS_A_JOINT = 6  # its name, offset, channels, end and closing brace, and one to spare
MAX_VALUES = 18_000_000
"""Frames times channels: as many as are surely read in 10 s, 144 MB of numbers."""
_CUT_OFF = "It may be cut off: export it again."
_MISCOUNTED = 2  # rows more or fewer than promised that exporters are known to write


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

    values: [T, C], one row a frame, in degrees and the file's own unit of length. notes: what is odd in the file.
    """

    joints: tuple[Joint, ...]
    values: NDArray[np.float64]
    fps: float
    notes: tuple[str, ...] = ()


def parse_bvh(path: Path) -> BvhFile:
    """Read a BVH file; raises MotionError naming the line where the format is left."""
    return _Parser(path.name, enumerate(lines_of(path), start=1)).file()


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
        self.expect_label("Frames")
        promised = int(self.number())
        if promised < 2:
            self.fail(
                f"the file holds {counted(promised, 'frame')}, a pose; music needs at least 2",
                "Export a longer frame range.",
            )
        self.expect("Frame")
        self.expect_label("Time")
        fps = self.frame_rate()
        if promised > MAX_FRAMES or promised * columns > MAX_VALUES:
            self.fail(f"{promised} frames of {counted(columns, 'channel')} are too many", "Cut the motion into parts.")
        values = self.rows(promised, columns)
        if abs(len(values) - promised) > _MISCOUNTED or len(values) < 2:
            count = f"more than {promised + _MISCOUNTED}" if len(values) > promised + _MISCOUNTED else len(values)
            self.fail(f"the file promises {promised} frames and holds {count}", _CUT_OFF)
        notes: tuple[str, ...] = ()
        if len(values) != promised:
            notes = (f"{self.file_name} promises {promised} frames and holds {len(values)}, all of which were read.",)
        return BvhFile(tuple(joints), values, fps, notes)

    def hierarchy(self) -> list[Joint]:
        """Every joint of every root, up to and with the word MOTION."""
        joints: list[Joint] = []
        open_joints: list[int] = []  # indices of the joints whose braces are open
        columns = 0

        def change_open_joint(**fields: Any) -> None:  # noqa: ANN401  what dataclasses.replace takes
            joints[open_joints[-1]] = replace(joints[open_joints[-1]], **fields)

        for _ in range(_STEPS_A_JOINT * MAX_JOINTS):
            word = self.word()
            match word.upper():
                case "ROOT" | "JOINT":
                    if (word.upper() == "ROOT") == bool(open_joints):
                        self.fail(f"{word[:40]!r} stands where it cannot")
                    if len(joints) >= MAX_JOINTS:
                        self.fail(f"there are more than {MAX_JOINTS} joints")
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
                    self.fail(f"{word[:40]!r} stands where it cannot")
        self.fail("the skeleton has no end")

    def channels(self) -> tuple[str, ...]:
        count = int(self.number())
        names = tuple(self.word().lower() for _ in range(min(count, len(CHANNELS) + 1)))
        if len(set(names) & set(CHANNELS)) != count:
            self.fail(
                f"the {count} channels {', '.join(names)[:80]} are not X, Y, Z position and rotation, each at most once"
            )
        return names

    def frame_rate(self) -> float:
        """Frames per second from the frame time, which is rounded to as many places as are printed; 0 for no time."""
        text = self.word().replace(",", ".", 1)
        seconds = self.as_number(text)
        if seconds <= 0:
            return 0.0
        places = len(text.partition(".")[2]) if text.replace(".", "", 1).isdigit() else 9
        return nominal_rate(seconds, tolerance_seconds=0.51 * 10.0**-places)

    def rows(self, promised: int, columns: int) -> NDArray[np.float64]:
        """The rest of the file, one frame a line: [T, C]. Of more than are miscounted, one more is read.

        A last line that is cut off counts as none, and so does what is no number behind the promised rows.
        """
        most = promised + _MISCOUNTED
        values = np.empty((most + 1, columns))
        count = 0
        for line, text in self.lines:
            self.line = line
            numbers = numbers_in(text)
            if len(numbers) != columns or not np.isfinite(numbers).all():
                words = text.split()
                if not words:
                    continue
                if count >= promised and not _is_number(words[0]):
                    break
                if len(words) < columns and count >= promised - _MISCOUNTED and self.is_over():
                    break
                if len(words) != columns:
                    self.fail(f"there are {len(words)} values and the skeleton has {columns} channels", _CUT_OFF)
                numbers = np.array([self.as_number(word) for word in words])
            values[count] = numbers
            count += 1
            if count > most:
                break
        return values[:count]

    def is_over(self) -> bool:
        """Whether nothing follows but empty lines."""
        return not any(text.strip() for _, text in self.lines)

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
            value = float(word.replace(",", ".", 1))  # some write as their user's country does
        except ValueError:
            self.fail(f"{word[:40]!r} is not a number")
        if not math.isfinite(value):
            self.fail(f"{word[:40]!r} is not a finite number")
        return value

    def expect(self, wanted: str) -> None:
        if (word := self.word()).upper() != wanted.upper():
            self.fail(f"{word[:40]!r} stands where {wanted!r} is wanted")

    def expect_label(self, wanted: str) -> None:
        """A word with a colon behind it, with or without spaces around."""
        word = self.word()
        if ":" not in word:
            word += self.word()
        label, colon, rest = word.partition(":")
        if not colon or label.upper() != wanted.upper():
            self.fail(f"{word[:40]!r} stands where '{wanted}:' is wanted")
        if rest:
            self.words.append(rest)

    def word(self) -> str:
        while not self.words:
            self.line, text = next(self.lines, (self.line, None))
            if text is None:
                self.fail("the file ends too early", _CUT_OFF)
            self.words = text.split()[::-1]
        return self.words.pop()

    def fail(self, what: str, remedy: str = "Export the motion as BVH again.") -> NoReturn:
        raise MotionError(f"{self.file_name}, line {self.line}: {what}.", remedy)


def _is_number(word: str) -> bool:
    try:
        float(word.replace(",", ".", 1))
    except ValueError:
        return False
    return True
