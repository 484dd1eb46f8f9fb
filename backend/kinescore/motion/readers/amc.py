"""Acclaim's pair of files: the skeleton in .asf, its motion in .amc."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.bone_map import RestPose
from kinescore.motion.readers.rotations import about_axis
from kinescore.motion.recordings import MAX_FRAMES, Places, Skeleton

MAX_BONES = 512
_LONGEST_LINE = 4096


@dataclass
class _Bone:
    """direction: unit vector to its end, in world axes at rest. axis: its own axes at rest, degrees. dof: channels."""

    name: str
    direction: NDArray[np.float64] = field(default_factory=lambda: np.zeros(3))
    length: float = 0.0
    axis: tuple[float, ...] = (0.0, 0.0, 0.0)
    dof: tuple[str, ...] = ()
    parent: int = -1


def read_amc(path: Path) -> Skeleton:
    """Read a motion and the skeleton beside it: the .asf of the same name, or of the subject (01.asf for 01_02.amc), or
    the only one. Neither file says the frame rate. Raises MotionError naming what is missing or wrong."""
    asf = _skeleton_beside(path)
    bones = _parse_asf(asf)
    values, radians = _parse_amc(path, bones)
    rest = RestPose([bone.parent for bone in bones], _posed(bones, {}, 1, 1.0)[0][0])

    def pose(used: Sequence[int]) -> tuple[Places, Places]:
        heads, tails = _posed(bones, values, len(values["root"]), 1.0 if radians else math.pi / 180)
        return heads[:, list(used)], tails[:, list(used)]

    return Skeleton([bone.name for bone in bones], len(values["root"]), pose, None, rest)


def _skeleton_beside(path: Path) -> Path:
    found = {file.stem.lower(): file for file in path.parent.iterdir() if file.suffix.lower() == ".asf"}
    stem = path.stem.lower()
    chosen = found.get(stem) or found.get(stem.partition("_")[0])
    if chosen is None and len(found) == 1:
        chosen = next(iter(found.values()))
    if chosen is None:
        raise MotionError(f"The skeleton of {path.name} is not beside it.", f"Put {path.stem}.asf into its folder.")
    return chosen


def _words(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        while line := file.readline(_LONGEST_LINE):
            words = line.partition("#")[0].split()
            if words:
                yield words


def _numbers(words: Sequence[str], count: int, path: Path) -> list[float]:
    try:
        numbers = [float(word) for word in words[:count]]
    except ValueError:
        numbers = []
    if len(numbers) != count or not all(map(math.isfinite, numbers)):
        raise MotionError(f"{path.name}: '{' '.join(words)[:40]}' are not {count} numbers.", "Export it again.")
    return numbers


def _parse_asf(path: Path) -> list[_Bone]:
    root = _Bone("root", dof=("tx", "ty", "tz", "rx", "ry", "rz"))
    bones = {"root": root}
    order: list[_Bone] = [root]
    section, bone, turn = "", root, 1.0
    for words in _words(path):
        key = words[0].lower()
        if key.startswith(":"):
            section = key
        elif section == ":units" and key == "angle":
            turn = 180 / math.pi if words[-1].lower().startswith("rad") else 1.0
        elif section == ":root" and key == "order":
            root.dof = tuple(word.lower() for word in words[1:])
        elif section == ":root" and key == "orientation":
            root.axis = tuple(turn * value for value in _numbers(words[1:], 3, path))
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


def _bone_line(key: str, words: list[str], bone: _Bone, turn: float, path: Path) -> _Bone:
    match key:
        case "begin":
            return _Bone("")
        case "name" if len(words) > 1:
            bone.name = words[1].lower()
        case "direction":
            bone.direction = np.array(_numbers(words[1:], 3, path))
        case "length":
            bone.length = _numbers(words[1:], 1, path)[0]
        case "axis":
            bone.axis = tuple(turn * value for value in _numbers(words[1:], 3, path))
        case "dof":
            bone.dof = tuple(word.lower() for word in words[1:])
    return bone


def _parse_amc(path: Path, bones: Sequence[_Bone]) -> tuple[dict[str, NDArray[np.float64]], bool]:
    """Channel values [T, C] of every bone, and whether they are in radians. A bone that a frame leaves out stays."""
    counts = {bone.name: len(bone.dof) for bone in bones}
    rows: dict[str, list[list[float]]] = {name: [] for name in counts}
    frames, radians = 0, False
    for words in _words(path):
        key = words[0].lower()
        if key.startswith(":"):
            radians = radians or key == ":radians"
        elif len(words) == 1 and key.isdigit():
            frames += 1
            if frames > MAX_FRAMES // 2:
                raise MotionError(f"{path.name} holds more than {MAX_FRAMES // 2} frames.", "Cut it into parts.")
        elif key in rows and frames:
            kept = rows[key]
            kept.extend([kept[-1] if kept else [0.0] * counts[key]] * (frames - 1 - len(kept)))
            kept.append(_numbers(words[1:], counts[key], path))
    if not frames or not rows["root"]:
        raise MotionError(f"{path.name} holds no frames that the skeleton's root takes part in.", "Export it again.")
    for name, kept in rows.items():
        kept.extend([kept[-1] if kept else [0.0] * counts[name]] * (frames - len(kept)))
    return {name: np.array(kept[:frames]).reshape(frames, counts[name]) for name, kept in rows.items()}, radians


def _posed(
    bones: Sequence[_Bone], values: dict[str, NDArray[np.float64]], frames: int, unit: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Heads and tails [T, J, 3]; at rest where `values` has nothing of a bone. unit: rad of one angle in `values`."""
    heads, tails = np.zeros((2, frames, len(bones), 3))
    turns = np.empty((len(bones), frames, 3, 3))
    for index, bone in enumerate(bones):
        axes = _euler(np.radians([bone.axis]), "xyz")
        place, local = _channels(bone, values.get(bone.name), frames, unit)
        turn = axes @ local @ axes.transpose(0, 2, 1)
        heads[:, index] = place if bone.parent < 0 else tails[:, bone.parent]
        turns[index] = turn if bone.parent < 0 else turns[bone.parent] @ turn
        tails[:, index] = heads[:, index] + turns[index] @ (bone.direction * bone.length)
    return heads, tails


def _channels(
    bone: _Bone, values: NDArray[np.float64] | None, frames: int, unit: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Place [T, 3] and turn [T, 3, 3] in the bone's own axes. Turns are about fixed axes, the first channel first."""
    place = np.zeros((frames, 3))
    turn = np.broadcast_to(np.eye(3), (frames, 3, 3))
    for column, channel in enumerate(bone.dof if values is not None else ()):
        axis = "xyz".find(channel[-1])
        if channel.startswith("t") and axis >= 0:
            place[:, axis] = values[:, column]  # type: ignore[index]
        elif channel.startswith("r") and axis >= 0:
            turn = about_axis(axis, values[:, column] * unit) @ turn  # type: ignore[index]
    return place, turn


def _euler(angles: NDArray[np.float64], order: str) -> NDArray[np.float64]:
    """[T, 3, 3] from angles [T, 3] in rad about fixed axes, the first of `order` first."""
    turn = np.broadcast_to(np.eye(3), (len(angles), 3, 3))
    for column, axis in enumerate(order):
        turn = about_axis("xyz".index(axis), angles[:, column]) @ turn
    return turn
