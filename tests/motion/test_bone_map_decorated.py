"""What all names of a rig share, in front, behind or as a number, changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kinescore.motion.bone_map import BODY_JOINTS, map_bones
from tests.motion.rig_names import MORE_RIGS, RIGS

DECORATIONS: dict[str, Callable[[str, int], str]] = {
    "a prefix without a colon": lambda name, number: "mixamorig" + name,
    "namespaces": lambda name, number: "show:hero01:" + name,
    "an object's name": lambda name, number: "Armature|" + name,
    "a prefix with a line": lambda name, number: "Hero_" + name,
    "a letter and a dash": lambda name, number: "b-" + name,
    "JNT": lambda name, number: name + "_JNT",
    "bind": lambda name, number: name + "_bind",
    "a copy's number": lambda name, number: name + ".001",
    "numbers behind": lambda name, number: f"{name}_{number:02}",
    "numbers in front": lambda name, number: f"{number:02}_{name}",
    "all at once": lambda name, number: f"npc_{name}_jnt_{number}",
}
KNOWN = {**RIGS, **MORE_RIGS}


MIXED = [
    "hip abdomen chest neck head {0}shoulder {0}elbow {0}hand {0}hip {0}knee {0}foot",
    "root torso neck head {0}_arm {0}_elbow {0}_hand {0}_leg {0}_knee {0}_foot",
    "hip torso head {0}Biceps {0}ForeArm {0}Hand {0}UpLeg {0}LowLeg {0}Foot",
    "c_hips c_neck c_head {0}_arm01 {0}_arm02 {0}_hand {0}_leg01 {0}_leg02 {0}_foot",
    "pelvis torso head {0}_upper_arm {0}_forearm {0}_palm {0}_thigh {0}_shank {0}_foot",
    "hips neck head shoulder_{0} upperarm_{0} lowerarm_{0} hand_{0} upperleg_{0} lowerleg_{0} foot_{0}",
    "pelvis neck head {0}uparm {0}lowarm {0}hand {0}upleg {0}lowleg {0}foot",
    "hips spine head {0}Shoulder {0}Arm {0}Forearm {0}Wrist {0}Thigh {0}Shin {0}Ankle",
    "body neck head {0}UArm {0}LArm {0}Hand {0}ULeg {0}LLeg {0}Foot",
]


@pytest.mark.parametrize("words", MIXED)
@pytest.mark.parametrize("sides", [("left", "right"), ("Left", "Right"), ("L", "R"), ("l", "r")], ids="-".join)
def test_words_of_several_conventions_make_a_whole_body(words: str, sides: tuple[str, str]) -> None:
    names = [word.format(side) for word in words.split() for side in (sides if "{0}" in word else sides[:1])]
    found = map_bones(names)
    assert found.is_humanoid
    assert found.coverage.missing == ()


@pytest.mark.parametrize("decoration", DECORATIONS)
def test_what_all_names_share_does_not_matter(decoration: str) -> None:
    failed = []
    for rig_name, rig in KNOWN.items():
        plain = map_bones(rig.bones)
        wanted = [plain.points[joint].bone for joint in BODY_JOINTS if joint in plain.points]
        decorated = {DECORATIONS[decoration](bone, number): bone for number, bone in enumerate(rig.bones)}
        found = map_bones(list(decorated))
        bones = [decorated[found.points[joint].bone] for joint in BODY_JOINTS if joint in found.points]
        is_chosen = rig_name != "Rigify generated"  # its controls are told from what deforms by how names begin
        if not found.is_humanoid or (is_chosen and bones != wanted):
            failed.append(rig_name)
    assert failed == []
