"""Finding a humanoid by the shape of its hierarchy, where the names of its bones mean nothing."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.motion.bone_map import BODY_JOINTS, RestPose, map_bones

LEFT_LIMBS = {
    "arm": {"collar": (0.03, 0, 1.42), "shoulder": (0.18, 0, 1.45), "elbow": (0.45, 0, 1.45), "wrist": (0.7, 0, 1.45)},
    "leg": {"hip": (0.1, 0, 0.95), "knee": (0.1, 0, 0.5), "ankle": (0.1, 0, 0.1), "toe": (0.1, -0.15, 0.0)},
}
Bones = list[tuple[str, str, tuple[float, float, float]]]


def person(fingers: int = 0, tail: int = 0) -> Bones:
    """(name, parent, place) of a person in metres, Z up, facing -Y: the left side has x > 0."""
    bones: Bones = [
        ("hips", "", (0, 0, 1.0)), ("spine", "hips", (0, 0, 1.1)), ("chest", "spine", (0, 0, 1.3)),
        ("neck", "chest", (0, 0, 1.5)), ("head", "neck", (0, 0, 1.6)),
    ]  # fmt: skip
    for side, sign in (("right", -1), ("left", 1)):
        for limb, root in (("arm", "chest"), ("leg", "hips")):
            parent = root
            for joint, (x, y, z) in LEFT_LIMBS[limb].items():
                name = f"{side}_{joint}"
                bones.append((name, parent, (sign * x, y, z)))
                parent = name
        for finger in range(fingers):
            for bone in range(3):
                parent = f"{side}_finger{finger}_{bone - 1}" if bone else f"{side}_wrist"
                bones.append(
                    (f"{side}_finger{finger}_{bone}", parent, (sign * (0.78 + 0.03 * bone), 0.02 * finger, 1.45))
                )
    bones += [(f"tail{n}", f"tail{n - 1}" if n else "hips", (0, 0.2 + 0.1 * n, 0.9)) for n in range(tail)]
    return bones


def renamed(bones: Bones, pattern: str = "Bone.{:03}") -> tuple[list[str], RestPose]:
    index = {name: number for number, (name, _, _) in enumerate(bones)}
    rest = RestPose(
        [index.get(parent, -1) for _, parent, _ in bones], np.array([place for _, _, place in bones], float)
    )
    return [pattern.format(number) for number in range(len(bones))], rest


@pytest.mark.parametrize("bones", [person(), person(fingers=5), person(tail=4)], ids=["plain", "fingers", "tail"])
@pytest.mark.parametrize("turn", [0.0, 2.0])
def test_a_person_with_meaningless_names_is_found_on_the_right_sides(bones: Bones, turn: float) -> None:
    names, rest = renamed(bones)
    spin = np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
    bone_map = map_bones(names, rest=RestPose(rest.parents, rest.heads @ spin.T))
    meant = {names[number]: name for number, (name, _, _) in enumerate(bones)}
    assert bone_map.convention == "shape"
    assert {joint: meant[bone_map.points[joint].bone] for joint in BODY_JOINTS} == {
        joint: joint for joint in BODY_JOINTS
    }
    assert meant[bone_map.points["head"].bone] == "head"
    assert not map_bones(names).is_humanoid  # without the places of the bones only names count


def test_without_toes_the_knees_say_where_the_front_is() -> None:
    """The right side comes first in the file."""
    bones = [
        (name, parent, (x, y - 0.02 * name.endswith("knee"), z))
        for name, parent, (x, y, z) in person()
        if not name.endswith("toe")
    ]
    names, rest = renamed(bones)
    points = map_bones(names, rest=rest).points
    order = [name for name, _, _ in bones]
    assert {joint: order[names.index(points[joint].bone)] for joint in BODY_JOINTS} == {
        joint: joint for joint in BODY_JOINTS
    }


def test_sides_in_names_win_over_places() -> None:
    bones = person()
    names, rest = renamed(bones)
    mirrored = [
        f"x{number}_{'L' if name.startswith('right') else 'R'}" if "_" in name else names[number]
        for number, (name, _, _) in enumerate(bones)
    ]
    points = map_bones(mirrored, rest=rest).points
    assert points["left_elbow"].bone == mirrored[[name for name, _, _ in bones].index("right_elbow")]


def wolf() -> Bones:
    """A person's hierarchy, with a level spine above four upright legs, and a tail."""
    bones: Bones = [("hips", "", (0, 0, 0.8)), ("chest", "hips", (0, -0.6, 0.8)), ("neck", "chest", (0, -0.7, 0.9))]
    bones += [("head", "neck", (0, -0.85, 1.0)), ("tail", "hips", (0, 0.2, 0.8))]
    for side, sign in (("l", 1), ("r", -1)):
        for root, y in (("chest", -0.6), ("hips", 0.0)):
            parent = root
            for step, z in enumerate((0.75, 0.4, 0.1, 0.0)):
                bones.append((f"{root}{side}{step}", parent, (sign * 0.15, y, z)))
                parent = f"{root}{side}{step}"
    return bones


def spider() -> Bones:
    bones: Bones = [("body", "", (0, 0, 0.5)), ("head", "body", (0, -0.3, 0.6))]
    for number in range(4):
        for side, sign in (("l", 1), ("r", -1)):
            parent = "body"
            for step in range(1, 4):
                name = f"{side}{number}{step}"
                bones.append((name, parent, (sign * 0.3 * step, 0.2 * number, 0.5 - 0.1 * step)))
                parent = name
    return bones


SNAKE: Bones = [(f"s{n}", f"s{n - 1}" if n else "", (0.1 * n, 0, 0)) for n in range(40)]
HAND: Bones = [("wrist", "", (0, 0, 0))] + [
    (f"f{finger}{n}", f"f{finger}{n - 1}" if n else "wrist", (0.02 * finger, 0.1 + 0.04 * n, 0.0))
    for finger in range(5)
    for n in range(4)
]


@pytest.mark.parametrize("bones", [wolf(), spider(), SNAKE, HAND], ids=["wolf", "spider", "snake", "hand"])
def test_other_shapes_are_no_humanoids(bones: Bones) -> None:
    names, rest = renamed(bones)
    assert not map_bones(names, rest=rest).is_humanoid


def test_strange_hierarchies_end() -> None:
    star = RestPose([-1, *[0] * 2000], np.random.default_rng(1).normal(size=(2001, 3)))
    assert not map_bones([f"b{n}" for n in range(2001)], rest=star).is_humanoid
    chain = RestPose([n - 1 for n in range(5000)], np.zeros((5000, 3)))
    assert not map_bones([f"b{n}" for n in range(5000)], rest=chain).is_humanoid
