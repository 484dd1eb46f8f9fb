"""A humanoid by the shape of its hierarchy alone: two legs, and further up two arms and a head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kinescore.motion.bone_names import ARM_JOINTS, LEG_JOINTS, SIDES, parse

_ALIKE = 0.85  # the lengths of left and right, shorter by longer
_LEAST_LIMB = 0.4  # of the longest limb: shorter pairs are ears, braids or fingers
_UPRIGHT = -0.8  # cosine between trunk and legs; a wolf has about 0, a bird -0.6
_LEVEL = 0.7  # cosine: the trunk of a cat lies level above legs and arms that stand
_APART = 0.05  # of a limb's length: two that lie in one place are one, drawn twice for rig and control
_BENT = 0.005  # of a leg's length, off the line from hip to ankle
_BESIDE = 0.35  # of the trunk's length: neck and head lie no farther from its line


@dataclass(frozen=True)
class _Pair:
    """Two limbs alike that begin at one joint. limbs: for either the indices of its three joints. length: of one."""

    base: int
    branches: tuple[int, int]
    limbs: tuple[tuple[int, ...], tuple[int, ...]]
    length: float


def joints_by_shape(names: Sequence[str], parents: Sequence[int], positions: ArrayLike) -> Mapping[str, int]:
    """Joint (COCO-17's body, and hips, neck, head) -> index of its bone; empty where the shape is no humanoid's.

    parents: index of the bone above, -1 for a root; parents come first. positions: [J, 3], heads of the bones in any
    pose in which the body is straight, any unit. Left and right come from the names where these say it, else from
    where the feet point, or the knees, else from the order.
    """
    places = np.asarray(positions, dtype=np.float64)
    children: list[list[int]] = [[] for _ in parents]
    for bone, parent in enumerate(parents):
        if parent >= 0:
            children[parent].append(bone)
    pairs = sorted(_pairs(children, places), key=lambda pair: -pair.length)
    pairs = [pair for pair in pairs if pair.length >= _LEAST_LIMB * pairs[0].length]
    outer = [pair for pair in pairs if not any(_is_below(pair.base, other, parents) for other in pairs)]
    if len(outer) != 2:
        return {}
    for legs, arms in (outer, outer[::-1]):
        found = _humanoid(legs, arms, children, places)
        if found:
            return _sided(found, names, children, places)
    return {}


def _pairs(children: list[list[int]], places: NDArray[np.float64]) -> Iterator[_Pair]:
    for base, branches in enumerate(children):
        limbs = {branch: limb for branch in branches[:64] if (limb := _limb(branch, children, places))}
        alike = []
        for one, other in combinations(limbs, 2):
            lengths = sorted(_length(limbs[branch], places) for branch in (one, other))
            apart = np.linalg.norm(places[list(limbs[one])] - places[list(limbs[other])], axis=1).max()
            if lengths[0] > _ALIKE * lengths[1] > 0 and apart > _APART * lengths[1]:
                alike.append(_Pair(base, (one, other), (limbs[one], limbs[other]), lengths[1]))
        if alike:
            yield max(alike, key=lambda pair: pair.length)


def _limb(branch: int, children: list[list[int]], places: NDArray[np.float64]) -> tuple[int, ...]:
    """The three joints of the longest chain below `branch` between which the two long bones lie, or ()."""
    chain = [branch]
    while children[chain[-1]] and len(chain) < 12:
        chain.append(max(children[chain[-1]], key=lambda bone: _reach(bone, chain[-1], children, places)))
    if len(chain) < 3:
        return ()
    bones = np.linalg.norm(np.diff(places[chain], axis=0), axis=1)
    first = int(np.minimum(bones[:-1], bones[1:]).argmax())
    return tuple(chain[first : first + 3])


def _reach(bone: int, parent: int, children: list[list[int]], places: NDArray[np.float64], depth: int = 3) -> float:
    """How far the chain of `bone` goes, over at most so many bones."""
    length = float(np.linalg.norm(places[bone] - places[parent]))
    if depth == 0 or not children[bone]:
        return length
    return length + max(_reach(child, bone, children, places, depth - 1) for child in children[bone])


def _length(limb: Sequence[int], places: NDArray[np.float64]) -> float:
    return float(np.linalg.norm(np.diff(places[list(limb)], axis=0), axis=1).sum())


def _is_below(bone: int, pair: _Pair, parents: Sequence[int]) -> bool:
    while bone >= 0:
        if bone in pair.branches:
            return True
        bone = parents[bone]
    return False


def _humanoid(
    legs: _Pair, arms: _Pair, children: list[list[int]], places: NDArray[np.float64]
) -> dict[str, tuple[int, ...]]:
    """Joint -> bone, or its two bones in file order; empty unless trunk, legs and head lie as in a person."""
    hips, shoulders, ankles = (
        places[[limb[joint] for limb in pair.limbs]].mean(axis=0) for pair, joint in ((legs, 0), (arms, 0), (legs, 2))
    )
    trunk = shoulders - hips
    if _cosine(trunk, ankles - hips) > _UPRIGHT:
        return {}
    length = float(np.linalg.norm(trunk))
    along = (places - shoulders) @ trunk / length
    beside = np.linalg.norm(places - shoulders - np.outer(along, trunk / length), axis=1)
    above = np.flatnonzero((along > 0) & (beside < _BESIDE * length))
    above = np.array(
        [bone for bone in above if bone not in (*arms.branches, *arms.limbs[0], *arms.limbs[1])], dtype=int
    )
    if not len(above):
        return {}
    own = [bone for bone in above if bone in children[arms.base]]
    neck = int(max(own, key=lambda bone: along[bone])) if own else int(above[along[above].argmin()])
    head = children[neck][0] if children[neck] else int(above[along[above].argmax()])
    found: dict[str, tuple[int, ...]] = {"hips": (legs.base,), "neck": (neck,), "head": (head,)}
    for pair, joints in ((arms, ARM_JOINTS), (legs, LEG_JOINTS)):
        found |= {joint: tuple(limb[index] for limb in pair.limbs) for index, joint in enumerate(joints)}
    return found


def _sided(
    found: Mapping[str, tuple[int, ...]], names: Sequence[str], children: list[list[int]], places: NDArray[np.float64]
) -> dict[str, int]:
    named: dict[str, int] = {}
    hips = places[list(found["hip"])].mean(axis=0)
    up = places[list(found["shoulder"])].mean(axis=0) - hips
    toes = [children[ankle][0] for ankle in found["ankle"] if children[ankle]]
    forward = (places[toes] - places[list(found["ankle"])]).mean(axis=0) if len(toes) == 2 else _knees(found, places)
    to_left = np.cross(up, forward)
    for joint, bones in found.items():
        if len(bones) == 1:
            named[joint] = bones[0]
            continue
        sides = [parse(names[bone])[0] for bone in bones]
        across = float((places[bones[0]] - places[bones[1]]) @ to_left)
        swapped = sides == ["right", "left"] or (set(sides) != set(SIDES) and across < 0)
        named |= {f"{side}_{joint}": bone for side, bone in zip(SIDES, bones[::-1] if swapped else bones, strict=True)}
    return named


def _knees(found: Mapping[str, tuple[int, ...]], places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Which way both knees point, [3]: in most rigs they are a little bent; 0 where they are not."""
    hips, knees, ankles = (places[list(found[joint])].mean(axis=0) for joint in LEG_JOINTS)
    leg, thigh = ankles - hips, knees - hips
    bent = thigh - (thigh @ leg) / max(float(leg @ leg), 1e-12) * leg
    return np.asarray(bent if np.linalg.norm(bent) > _BENT * np.linalg.norm(leg) else np.zeros(3))


def stands_on_four(joints: Mapping[str, int], positions: ArrayLike) -> bool:
    """Whether what is named like a person stands like a cat: the arms reach down as the legs do, the trunk does not
    stand on these. joints: COCO-17's body -> index into positions [J, 3], the heads of the bones at rest."""
    places = np.asarray(positions, dtype=np.float64)

    def middle(joint: str) -> NDArray[np.float64]:
        return np.asarray(places[[joints[f"{side}_{joint}"] for side in SIDES]].mean(axis=0))

    if not all(f"{side}_{joint}" in joints for side in SIDES for joint in ("shoulder", "wrist", "hip", "ankle")):
        return False
    legs = middle("ankle") - middle("hip")
    trunk, arms = middle("shoulder") - middle("hip"), middle("wrist") - middle("shoulder")
    return abs(_cosine(trunk, legs)) < _LEVEL and _cosine(arms, legs) > _LEVEL


def _cosine(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / lengths if lengths > 0 else 0.0
