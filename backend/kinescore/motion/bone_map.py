"""Which bone of a rig stands for which COCO-17 joint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.bone_names import (
    ARM_JOINTS,
    COLLAR_WORD,
    CONVENTIONS,
    LEG_JOINTS,
    LIMB_JOINTS,
    SIDES,
    Meanings,
    control_rank,
    four_legged,
    readings,
    winged,
)
from kinescore.motion.bone_shape import joints_by_shape, stands_on_four
from kinescore.motion.keypoints import COCO_17

FACE_JOINTS = COCO_17[:5]
BODY_JOINTS = COCO_17[5:]
CENTRE_JOINTS = ("hips", "neck", "head")  # not in COCO-17; they place what is missing
MAPPABLE_JOINTS = COCO_17 + CENTRE_JOINTS

# A joint without a bone of its own lies at the tail of the bone before it in the limb, or failing that where that bone
# begins.
PARENT_IN_LIMB = {"elbow": "shoulder", "wrist": "elbow", "knee": "hip", "ankle": "knee"}


class BoneEnd(Enum):
    """The end of a bone that a joint lies at. In a skeleton of joints (BVH) a bone's tail is its child or end site."""

    HEAD = "head"
    TAIL = "tail"


@dataclass(frozen=True)
class BonePoint:
    """One end of one bone."""

    bone: str
    end: BoneEnd = BoneEnd.HEAD


@dataclass(frozen=True)
class RestPose:
    """Where a rig's bones are in a pose in which the body is straight.

    parents: for each bone the index of the one above it, -1 for a root; parents come first. heads: [J, 3], any unit.
    """

    parents: Sequence[int]
    heads: NDArray[np.float64]


@dataclass(frozen=True)
class Coverage:
    """How much of the body a rig shows. The three lists hold COCO-17 names and are disjoint; together they are all 17.

    found: joints with a bone. derived: face joints computed from head, neck and shoulders.
    missing: body joints without a bone; they stay at the nearest known joint and count as not seen.
    """

    found: tuple[str, ...]
    derived: tuple[str, ...]
    missing: tuple[str, ...]

    def __str__(self) -> str:
        text = f"{len(self.found)} of 17 joints have a bone"
        if self.derived:
            text += f", {len(self.derived)} of the face are derived from the head"
        if self.missing:
            text += f"; missing: {readable(self.missing)}"
        return text


@dataclass(frozen=True)
class BoneMap:
    """points: MAPPABLE_JOINTS name -> end of a bone, for every joint that has one. convention: whose names they are."""

    convention: str
    points: Mapping[str, BonePoint]

    @property
    def bones(self) -> tuple[str, ...]:
        """The bones to sample, each once, in a stable order; `coco_from_bones` wants its arrays in this order."""
        return tuple(dict.fromkeys(point.bone for point in self.points.values()))

    @property
    def coverage(self) -> Coverage:
        return Coverage(
            found=tuple(joint for joint in COCO_17 if joint in self.points),
            derived=tuple(joint for joint in FACE_JOINTS if joint not in self.points),
            missing=tuple(joint for joint in BODY_JOINTS if joint not in self.points),
        )

    @property
    def is_humanoid(self) -> bool:
        """True where there are shoulders, hips (or a hips bone) and two whole limbs to watch."""
        missing = set(self.coverage.missing)
        has_shoulders = not {"left_shoulder", "right_shoulder"} & missing
        has_hips = "hips" in self.points or not {"left_hip", "right_hip"} & missing
        limbs = [[f"{side}_{joint}" for joint in limb] for side in SIDES for limb in (ARM_JOINTS, LEG_JOINTS)]
        whole_limbs = sum(all(joint in self.points for joint in limb) for limb in limbs)
        return has_shoulders and has_hips and whole_limbs >= 2

    def require_humanoid(self) -> None:
        """Raise MotionError unless this `is_humanoid`."""
        if not self.is_humanoid:
            raise MotionError(
                f"This skeleton is not recognised as a humanoid: no bone found for {readable(self.coverage.missing)}. "
                "Two shoulders, the hips and at least two whole limbs are needed.",
                "Choose the character's own armature, rename the bones, or assign the missing ones by hand.",
                code="not_humanoid",
            )


def readable(joints: Sequence[str]) -> str:
    """("left_hip", "right_hip") -> "left hip, right hip"."""
    return ", ".join(joint.replace("_", " ") for joint in joints)


def map_bones(
    names: Sequence[str], overrides: Mapping[str, BonePoint] | None = None, rest: RestPose | None = None
) -> BoneMap:
    """Find the bones of a humanoid by their names, and, where these mean nothing, by the shape of the hierarchy.

    names: every bone of the rig. overrides: joint -> bone end set by hand, which wins over what was found. rest: where
    the bones are, without which only names count; what stands on four legs there is no humanoid. Left and right come
    from the names; from positions only where no name says it. The map may be incomplete: show its `coverage`, and call
    `require_humanoid` before using it.
    Raises MotionError when an override names a joint or a bone that does not exist.
    """
    overrides = dict(overrides or {})
    _check_overrides(overrides, names)
    found = _ordered(*_by_names(names), overrides)
    if rest is not None and found.is_humanoid and not overrides:
        index = {name: number for number, name in enumerate(names)}
        if stands_on_four({joint: index[point.bone] for joint, point in found.points.items()}, rest.heads):
            return BoneMap("four legs", {})
    if rest is not None and not found.is_humanoid and not winged(names):
        by_shape = joints_by_shape(names, rest.parents, rest.heads)
        if by_shape:
            return _ordered("shape", {joint: BonePoint(names[bone]) for joint, bone in by_shape.items()}, overrides)
    return found


def _ordered(convention: str, found: Mapping[str, BonePoint], overrides: Mapping[str, BonePoint]) -> BoneMap:
    points = {**found, **overrides}
    return BoneMap(convention, {joint: points[joint] for joint in MAPPABLE_JOINTS if joint in points})


def _by_names(names: Sequence[str]) -> tuple[str, dict[str, BonePoint]]:
    """The convention and the reading of the names that find most joints; the earlier one on a tie."""
    if four_legged(names):
        return "four legs", {}
    found = [
        (convention, _points(words, meanings))
        for meanings in readings(names)
        for convention, words in CONVENTIONS.items()
    ]
    best = max(found, key=lambda candidate: sum(point.end is BoneEnd.HEAD for point in candidate[1].values()))
    if _body_bones(best[1]) == len(BODY_JOINTS):
        return best
    arms, legs = (
        next((candidate for candidate in found if _whole(candidate[1], limb)), None)
        for limb in (ARM_JOINTS, LEG_JOINTS)
    )
    if arms is None or legs is None:
        return best
    limbs = {joint: point for joint, point in arms[1].items() if joint.partition("_")[2] in ARM_JOINTS}
    return f"{arms[0]} arms, {legs[0]} legs", legs[1] | limbs


def _body_bones(points: Mapping[str, BonePoint]) -> int:
    return sum(joint in points and points[joint].end is BoneEnd.HEAD for joint in BODY_JOINTS)


def _whole(points: Mapping[str, BonePoint], limb: Sequence[str]) -> bool:
    """True where every joint of the limb has a bone of its own on both sides."""
    joints = [f"{side}_{joint}" for side in SIDES for joint in limb]
    return all(joint in points and points[joint].end is BoneEnd.HEAD for joint in joints)


def _check_overrides(overrides: Mapping[str, BonePoint], names: Sequence[str]) -> None:
    for joint, point in overrides.items():
        if joint not in MAPPABLE_JOINTS:
            raise MotionError(
                f"{joint!r} is not a joint that can be assigned.", f"Use one of {readable(MAPPABLE_JOINTS)}."
            )
        if point.bone not in names:
            raise MotionError(
                f"The bone {point.bone!r} assigned to the {readable([joint])} is not in this armature.",
                "Choose another bone or clear the assignment.",
            )


def _points(words: Mapping[str, tuple[str, ...]], meanings: Meanings) -> dict[str, BonePoint]:
    """Joint -> bone end under one convention."""
    points: dict[str, BonePoint] = {}

    def assign(joint: str, side: str, role: str) -> None:
        bones = [meanings[side, word] for word in words[role] if (side, word) in meanings]
        if bones:
            points[joint] = BonePoint(min(bones, key=control_rank))

    for joint in (*CENTRE_JOINTS, "nose"):
        assign(joint, "", joint)
    for side in SIDES:
        for role in ("eye", "ear", *LIMB_JOINTS):
            assign(f"{side}_{role}", side, role)
        shoulder = points.get(f"{side}_shoulder")
        if shoulder and f"{side}_elbow" not in points and meanings.get((side, COLLAR_WORD)) == shoulder.bone:
            del points[f"{side}_shoulder"]  # without a forearm it is a collar bone, as most rigs call it
        for role, before in PARENT_IN_LIMB.items():
            bone = points.get(f"{side}_{before}")
            if f"{side}_{role}" not in points and bone is not None and bone.end is BoneEnd.HEAD:
                points[f"{side}_{role}"] = BonePoint(bone.bone, BoneEnd.TAIL)
    return points
