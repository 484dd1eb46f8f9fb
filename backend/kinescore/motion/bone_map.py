"""Which bone of a rig stands for which COCO-17 joint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from kinescore.errors import MotionError
from kinescore.motion.bone_names import CONVENTIONS, LIMB_JOINTS, SIDES, control_rank, index_by_meaning
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

    def require_humanoid(self) -> None:
        """Raise MotionError unless there are shoulders, hips (or a hips bone) and two whole limbs to watch."""
        missing = self.coverage.missing
        has_shoulders = not {"left_shoulder", "right_shoulder"} & set(missing)
        has_hips = "hips" in self.points or not {"left_hip", "right_hip"} & set(missing)
        limbs = [[f"{side}_{joint}" for joint in limb] for side in SIDES for limb in (LIMB_JOINTS[:3], LIMB_JOINTS[3:])]
        whole_limbs = sum(all(joint in self.points for joint in limb) for limb in limbs)
        if not (has_shoulders and has_hips and whole_limbs >= 2):
            raise MotionError(
                f"This skeleton is not recognised as a humanoid: no bone found for {readable(missing)}. "
                "Two shoulders, the hips and at least two whole limbs are needed.",
                "Choose the character's own armature, rename the bones, or assign the missing ones by hand.",
                code="not_humanoid",
            )


def readable(joints: Sequence[str]) -> str:
    """("left_hip", "right_hip") -> "left hip, right hip"."""
    return ", ".join(joint.replace("_", " ") for joint in joints)


def map_bones(names: Sequence[str], overrides: Mapping[str, BonePoint] | None = None) -> BoneMap:
    """Find the bones of a humanoid by their names; left and right come from the names, never from positions.

    names: every bone of the rig. overrides: joint -> bone end set by hand, which wins over what the names say.
    The map may be incomplete: show its `coverage`, and call `require_humanoid` before using it.
    Raises MotionError when an override names a joint or a bone that does not exist.
    """
    overrides = dict(overrides or {})
    _check_overrides(overrides, names)
    meanings = index_by_meaning(names)
    candidates = {convention: _points(words, meanings) for convention, words in CONVENTIONS.items()}
    convention = max(candidates, key=lambda name: sum(p.end is BoneEnd.HEAD for p in candidates[name].values()))
    points = candidates[convention] | overrides
    return BoneMap(convention, {joint: points[joint] for joint in MAPPABLE_JOINTS if joint in points})


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


def _points(words: Mapping[str, tuple[str, ...]], meanings: Mapping[tuple[str, str], str]) -> dict[str, BonePoint]:
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
        for role, before in PARENT_IN_LIMB.items():
            bone = points.get(f"{side}_{before}")
            if f"{side}_{role}" not in points and bone is not None and bone.end is BoneEnd.HEAD:
                points[f"{side}_{role}"] = BonePoint(bone.bone, BoneEnd.TAIL)
    return points
