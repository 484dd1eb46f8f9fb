"""Finding the joints of every common rig by name, and the seventeen COCO joints from them."""

from __future__ import annotations

import random

import numpy as np
import pytest

from kinescore.errors import MotionError
from kinescore.motion.bone_map import BODY_JOINTS, BoneEnd, BoneMap, BonePoint, map_bones
from kinescore.motion.bone_names import parse
from kinescore.motion.keypoints import COCO_17
from kinescore.motion.skeleton import coco_from_bones, joint_confidence
from tests.motion.rig_names import MORE_RIGS, RIGS, both

MIXAMO = RIGS["Mixamo"].bones


@pytest.mark.parametrize("name", RIGS)
def test_every_limb_joint_gets_its_bone_on_its_own_side(name: str) -> None:
    rig = RIGS[name]
    shuffled = random.Random(name).sample(rig.bones, len(rig.bones))
    for bones in (rig.bones, shuffled):
        bone_map = map_bones(bones)
        assert bone_map.convention == rig.convention
        assert [bone_map.points[joint] for joint in BODY_JOINTS] == [BonePoint(bone) for bone in rig.limb_bones]
        assert {"hips", "neck", "head"} <= bone_map.points.keys()
        assert bone_map.coverage.missing == ()
        bone_map.require_humanoid()


@pytest.mark.parametrize("name", MORE_RIGS)
def test_the_rigs_of_many_programs_are_whole_humanoids(name: str) -> None:
    rig = MORE_RIGS[name]
    for bones in (rig.bones, random.Random(name).sample(rig.bones, len(rig.bones))):
        bone_map = map_bones(bones)
        assert [bone_map.points.get(joint) for joint in BODY_JOINTS] == [BonePoint(bone) for bone in rig.limb_bones]


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("mixamorig:LeftUpLeg", ("left", "upleg")),
        ("LHipJoint", ("left", "hipjoint")),
        ("thigh.L.001", ("left", "thigh001")),
        ("rShldr", ("right", "shldr")),
        ("RIGHT_HAND", ("right", "hand")),
        ("left_eye_smplhf", ("left", "eyesmplhf")),
        ("lfemur", ("left", "femur")),
        ("root", ("", "root")),
        ("rear", ("", "rear")),
        ("lid.T.R", ("right", "lidt")),
        ("", ("", "")),
        ("...", ("", "")),
    ],
)
def test_names_are_taken_apart(name: str, meaning: tuple[str, str]) -> None:
    assert parse(name) == meaning


def test_generated_rigify_prefers_deform_bones_to_controls() -> None:
    points = map_bones(RIGS["Rigify generated"].bones).points
    assert points["head"].bone == "DEF-spine.006"
    assert points["left_eye"].bone == "ORG-eye.L"  # eye.L is the target that the eye looks at, far in front


def test_coverage_counts_bones_and_what_is_derived() -> None:
    coverage = map_bones(MIXAMO).coverage
    assert coverage.derived == COCO_17[:5]
    assert str(coverage) == "12 of 17 joints have a bone, 5 of the face are derived from the head"


def test_a_missing_hand_lies_at_the_end_of_the_forearm() -> None:
    bone_map = map_bones([bone for bone in MIXAMO if not bone.endswith("LeftHand")])
    assert bone_map.points["left_wrist"] == BonePoint("mixamorig:LeftForeArm", BoneEnd.TAIL)
    assert bone_map.convention == "Mixamo"


def test_overrides_win_and_are_checked() -> None:
    by_hand = {"left_wrist": BonePoint("mixamorig:LeftHandThumb1"), "nose": BonePoint("mixamorig:Head", BoneEnd.TAIL)}
    points = map_bones(MIXAMO, by_hand).points
    assert points["left_wrist"].bone == "mixamorig:LeftHandThumb1"
    assert points["nose"].end is BoneEnd.TAIL
    assert points["right_wrist"].bone == "mixamorig:RightHand"
    with pytest.raises(MotionError, match="'Tentacle' assigned to the left wrist is not in this armature"):
        map_bones(MIXAMO, {"left_wrist": BonePoint("Tentacle")})
    with pytest.raises(MotionError, match="'tail' is not a joint"):
        map_bones(MIXAMO, {"tail": BonePoint("mixamorig:Hips")})


@pytest.mark.parametrize(
    "names",
    [
        [],
        ["Bone", "Bone.001"],
        ["Root", "FrontLeg.L", "FrontLeg.R", "HindLeg.L", "HindLeg.R", "Tail", "Head"],
        ["WheelFL", "WheelFR", "Chassis"],
        ["Hips", *both("{S}UpLeg, {S}Leg, {S}Foot")],  # legs only: no shoulders to see the body by
        [f"spine_{number:02}" for number in range(30)],
        ["hand", *(f"{finger}_{n}.L" for finger in ("thumb", "index", "middle", "ring") for n in (1, 2, 3))],
        ["wrist_l", *(f"hand_{finger}_{n}_l" for finger in ("thumb", "index", "pinky") for n in (1, 2, 3))],
        ["body", *(f"leg_{n}_{joint}_{side}" for n in range(4) for joint in ("hip", "knee", "foot") for side in "lr")],
        [  # Rigify's wolf
            *("spine", "spine.004", "spine.007", "tail", "tail.001"),
            *both("shoulder.{L}, front_thigh.{L}, front_shin.{L}, front_foot.{L}, thigh.{L}, shin.{L}, foot.{L}"),
        ],
        ["Base", "Shoulder", "Elbow", "Wrist", "Gripper"],  # a robot's arm
    ],
)
def test_what_is_no_humanoid_is_refused_with_the_missing_joints(names: list[str]) -> None:
    with pytest.raises(MotionError, match="not recognised as a humanoid: no bone found for left shoulder") as caught:
        map_bones(names).require_humanoid()
    assert caught.value.code == "not_humanoid"
    assert caught.value.remedy


def standing_mixamo(bone_map: BoneMap, turn: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """Heads and tails [2, J, 3] of a person in metres, Z up, facing -Y as in Blender, then turned about Z."""
    left_points = {
        "Hips": (0, 0, 1.0), "Neck": (0, 0, 1.5), "Head": (0, 0, 1.6),
        "Arm": (0.18, 0, 1.45), "ForeArm": (0.45, 0, 1.45), "Hand": (0.7, 0, 1.45),
        "UpLeg": (0.1, 0, 0.95), "Leg": (0.1, 0, 0.5), "Foot": (0.1, 0, 0.1),
    }  # fmt: skip
    heads = []
    for bone in bone_map.bones:
        part = bone.removeprefix("mixamorig:")
        x, y, z = left_points[part.removeprefix("Left").removeprefix("Right")]
        heads.append((-x if part.startswith("Right") else x, y, z))
    tails = [(x, y, z + 0.1) for x, y, z in heads]
    cos, sin = np.cos(turn), np.sin(turn)
    spin = np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1]])
    return np.stack([np.array(heads) @ spin.T] * 2), np.stack([np.array(tails) @ spin.T] * 2)


@pytest.mark.parametrize("turn", [0.0, 1.0, 3.0])
def test_the_face_is_put_in_front_of_the_head(turn: float) -> None:
    bone_map = map_bones(MIXAMO)
    joints = coco_from_bones(*standing_mixamo(bone_map, turn), bone_map)
    unturned = coco_from_bones(*standing_mixamo(bone_map), bone_map)[0]
    named = dict(zip(COCO_17, unturned, strict=True))
    np.testing.assert_allclose(named["left_knee"], (0.1, 0, 0.5))
    assert named["nose"][1] < -0.1  # the character faces -Y
    assert named["left_eye"][0] > 0.03
    assert named["left_ear"][0] > named["left_eye"][0]
    assert all(1.6 < named[joint][2] < 1.8 for joint in COCO_17[:5])
    cos, sin = np.cos(turn), np.sin(turn)
    np.testing.assert_allclose(joints[1], unturned @ np.array([[cos, sin, 0], [-sin, cos, 0], [0, 0, 1]]), atol=1e-9)


def test_a_head_bone_with_a_stray_tail_does_not_lay_the_face_down() -> None:
    bone_map = map_bones(MIXAMO)
    heads, tails = standing_mixamo(bone_map)
    upright = coco_from_bones(heads, tails, bone_map)
    tails[:, bone_map.bones.index("mixamorig:Head")] = (0.0, 5.0, 1.6)
    np.testing.assert_allclose(coco_from_bones(heads, tails, bone_map), upright, atol=1e-9)


def test_a_body_without_forearms_and_thighs_still_stands() -> None:
    names = [bone for bone in MIXAMO if not bone.endswith(("RightArm", "RightForeArm", "RightHand"))]
    with pytest.raises(MotionError, match="right shoulder"):
        map_bones(names).require_humanoid()
    names = [bone for bone in MIXAMO if not bone.endswith(("Leg", "Foot", "ToeBase"))]
    bone_map = map_bones(names)
    joints = dict(zip(COCO_17, coco_from_bones(*standing_mixamo(bone_map), bone_map)[0], strict=True))
    for joint in ("left_hip", "right_knee", "left_ankle"):
        np.testing.assert_allclose(joints[joint], (0, 0, 1.0))
    confidence = dict(zip(COCO_17, joint_confidence(bone_map), strict=True))
    assert (confidence["left_wrist"], confidence["nose"], confidence["left_ankle"]) == (1.0, 0.5, 0.0)


def test_arrays_that_do_not_fit_the_map_are_refused() -> None:
    bone_map = map_bones(MIXAMO)
    heads, tails = standing_mixamo(bone_map)
    with pytest.raises(MotionError, match="shapes"):
        coco_from_bones(heads[:, 1:], tails, bone_map)
    tails[1, 2, 0] = np.nan
    with pytest.raises(MotionError, match="not a finite number"):
        coco_from_bones(heads, tails, bone_map)
