"""Acclaim's skeleton, .asf: bones by direction and length, each with axes of its own."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError

MAX_BONES = 512
_LONGEST_LINE = 4096


@dataclass
class Bone:
    """direction: unit vector to its end, in world axes at rest. axis: its own axes at rest, degrees. dof: channels."""

    name: str
    direction: NDArray[np.float64] = field(default_factory=lambda: np.zeros(3))
    length: float = 0.0
    axis: tuple[float, ...] = (0.0, 0.0, 0.0)
    dof: tuple[str, ...] = ()
    parent: int = -1


def is_acclaim_skeleton(path: Path) -> bool:
    """True for Acclaim's .asf, which is no movement; films in the container ASF are called so too."""
    if path.suffix.lower() != ".asf":
        return False
    with path.open("rb") as file:
        return file.read(64).lstrip()[:1] in (b":", b"#")


def parse_asf(path: Path) -> list[Bone]:
    """The bones, parents first, the root among them. Raises MotionError for a file without bones that hang together."""
    root = Bone("root", dof=("tx", "ty", "tz", "rx", "ry", "rz"))
    bones = {"root": root}
    order: list[Bone] = [root]
    section, bone, turn = "", root, 1.0
    for words in words_of(path):
        key = words[0].lower()
        if key.startswith(":"):
            section = key
        elif section == ":units" and key == "angle":
            turn = 180 / math.pi if words[-1].lower().startswith("rad") else 1.0
        elif section == ":root" and key == "order":
            root.dof = tuple(word.lower() for word in words[1:])
        elif section == ":root" and key == "orientation":
            root.axis = tuple(turn * value for value in numbers_of(words[1:], 3, path))
        elif section == ":bonedata":
            bone = _bone_line(key, words, bone, turn, path)
            if key == "end" and bone.name not in bones and bone is not root:
                bones[bone.name] = bone
        elif section == ":hierarchy" and key in bones | {"root": root}:
            for name in map(str.lower, words[1:]):
                child = bones.get(name)
                if child is not None and child.parent < 0 and child is not root:
                    child.parent = order.index(bones[key])
                    order.append(child)
        if len(bones) > MAX_BONES:
            raise MotionError(f"{path.name} holds more than {MAX_BONES} bones.")
    if len(order) < 2:
        raise MotionError(f"{path.name} holds no skeleton that can be read.", "Export it again.")
    return order


def _bone_line(key: str, words: list[str], bone: Bone, turn: float, path: Path) -> Bone:
    match key:
        case "begin":
            return Bone("")
        case "name" if len(words) > 1:
            bone.name = words[1].lower()
        case "direction":
            bone.direction = np.array(numbers_of(words[1:], 3, path))
        case "length":
            bone.length = numbers_of(words[1:], 1, path)[0]
        case "axis":
            bone.axis = tuple(turn * value for value in numbers_of(words[1:], 3, path))
        case "dof":
            bone.dof = tuple(word.lower() for word in words[1:])
    return bone


def words_of(path: Path) -> Iterator[list[str]]:
    """The words of every line that has some before a comment begins."""
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        while line := file.readline(_LONGEST_LINE):
            words = (line.partition("#")[0] if "#" in line else line).split()
            if words:
                yield words


def numbers_of(words: Sequence[str], count: int, path: Path) -> list[float]:
    """The first `count` words as finite numbers; raises MotionError where they are none."""
    try:
        numbers = [float(word) for word in words[:count]]
    except ValueError:
        numbers = []
    if len(numbers) != count or not all(map(math.isfinite, numbers)):
        raise MotionError(f"{path.name}: '{' '.join(words)[:40]}' are not {count} numbers.", "Export it again.")
    return numbers
