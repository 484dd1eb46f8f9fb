"""Acclaim's pair of files: the skeleton in .asf, its motion in .amc."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.bone_map import RestPose
from kinescore.motion.readers.asf_file import Bone, numbers_of, parse_asf, words_of
from kinescore.motion.readers.rotations import about_axis
from kinescore.motion.recordings import MAX_FRAMES, Places, Skeleton

MAX_VALUES = 8_000_000
"""Frames times channels: as many as are surely read in 10 s."""


def read_amc(path: Path) -> Skeleton:
    """Read a motion and the skeleton beside it: the .asf whose name it begins with (01.asf for 01_02.amc), or the only
    one. Neither file says the frame rate. Raises MotionError naming what is missing or wrong."""
    asf = _skeleton_beside(path)
    bones = parse_asf(asf)
    values, radians = _parse_amc(path, bones)
    rest = RestPose([bone.parent for bone in bones], _posed(bones, {}, 1, 1.0)[0][0])

    def pose(used: Sequence[int]) -> tuple[Places, Places]:
        heads, tails = _posed(bones, values, len(values["root"]), 1.0 if radians else math.pi / 180)
        return heads[:, list(used)], tails[:, list(used)]

    return Skeleton([bone.name for bone in bones], len(values["root"]), pose, None, rest)


def _skeleton_beside(path: Path) -> Path:
    found = {file.stem.lower(): file for file in path.parent.iterdir() if file.suffix.lower() == ".asf"}
    stem = path.stem.lower()
    beginnings = [name for name in found if stem.startswith(name)]
    chosen = found[max(beginnings, key=len)] if beginnings else None
    if chosen is None and len(found) == 1:
        chosen = next(iter(found.values()))
    if chosen is None:
        raise MotionError(f"The skeleton of {path.name} is not beside it.", f"Put {path.stem}.asf into its folder.")
    return chosen


def _parse_amc(path: Path, bones: Sequence[Bone]) -> tuple[dict[str, NDArray[np.float64]], bool]:
    """Channel values [T, C] of every bone, and whether they are in radians. A bone that a frame leaves out stays."""
    counts = {bone.name: len(bone.dof) for bone in bones}
    rows = {name: array("d") for name in counts}
    frames, radians = 0, False
    most = min(MAX_FRAMES // 2, MAX_VALUES // max(1, sum(counts.values())))
    for words in words_of(path):
        key = words[0].lower()
        if len(words) == 1 and key.isdigit():
            frames += 1
            if frames > most:
                raise MotionError(f"{path.name} holds more than {most} frames.", "Cut it into parts.")
        elif (kept := rows.get(key)) is not None and frames:
            count = counts[key]
            if len(kept) != count * (frames - 1):
                _repeat(kept, count, frames - 1)
            try:
                kept.extend(map(float, words[1 : 1 + count]))
            except ValueError:
                kept.extend(numbers_of(words[1:], count, path))
            if len(kept) != count * frames:
                raise MotionError(f"{path.name}: '{' '.join(words)[:40]}' are not {count} numbers.", "Export it again.")
        else:
            radians = radians or key == ":radians"
    if not frames or not rows["root"]:
        raise MotionError(f"{path.name} holds no frames that the skeleton's root takes part in.", "Export it again.")
    for name, kept in rows.items():
        _repeat(kept, counts[name], frames)
    values = {name: np.frombuffer(kept).reshape(frames, counts[name]) for name, kept in rows.items()}
    if not all(np.isfinite(of_bone).all() for of_bone in values.values()):
        raise MotionError(f"{path.name} holds angles that are no finite numbers.", "Export it again.")
    return values, radians


def _repeat(kept: array[float], count: int, frames: int) -> None:
    """Fill up to so many frames of `count` numbers with the last one, or with 0 where there is none."""
    missing = frames - len(kept) // count if count else 0
    if missing > 0:
        kept.extend((kept[-count:] if kept else array("d", [0.0] * count)) * missing)


def _posed(
    bones: Sequence[Bone], values: dict[str, NDArray[np.float64]], frames: int, unit: float
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
    bone: Bone, values: NDArray[np.float64] | None, frames: int, unit: float
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
