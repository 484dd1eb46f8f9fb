"""Bone names as rigs in the wild have them: only as many as show the convention, with decoys."""

from __future__ import annotations

from dataclasses import dataclass

SIDES = (
    {"S": "Left", "s": "left", "L": "L", "l": "l", "J": "左"},
    {"S": "Right", "s": "right", "L": "R", "l": "r", "J": "右"},
)


def both(names: str) -> list[str]:
    """The names (comma separated) with their sides: {S} Left/Right, {s} left/right, {L} L/R, {l} l/r, {J} 左/右."""
    templates = [name.strip() for name in names.split(",")]
    return [name.format(**side) for name in templates for side in (SIDES if "{" in name else SIDES[:1])]


@dataclass(frozen=True)
class Rig:
    """convention: the one it must be found under. limbs: bones of shoulder, elbow, wrist, hip, knee and ankle.

    others: the rest of the rig. Every name is preceded by `prefix`.
    """

    convention: str
    limbs: str
    others: str
    prefix: str = ""

    @property
    def limb_bones(self) -> list[str]:
        """Left and right shoulder, left and right elbow, and so on to the ankles."""
        return [self.prefix + name for name in both(self.limbs)]

    @property
    def bones(self) -> list[str]:
        return [self.prefix + name for name in both(self.others)] + self.limb_bones


MIXAMO_LIMBS = "{S}Arm, {S}ForeArm, {S}Hand, {S}UpLeg, {S}Leg, {S}Foot"
MIXAMO_OTHERS = "Hips, Spine, Neck, Head, HeadTop_End, {S}Shoulder, {S}HandThumb1, {S}ToeBase"
VRM_LIMBS = "{S}UpperArm, {S}LowerArm, {S}Hand, {S}UpperLeg, {S}LowerLeg, {S}Foot"
SMPL_LIMBS = "{L}_Shoulder, {L}_Elbow, {L}_Wrist, {L}_Hip, {L}_Knee, {L}_Ankle"
SMPL_OTHERS = "Pelvis, Spine1, Neck, Head, {L}_Collar, {L}_Foot, {L}_Hand"
BIPED_LIMBS = "{L} UpperArm, {L} Forearm, {L} Hand, {L} Thigh, {L} Calf, {L} Foot"

RIGS = {
    "Mixamo": Rig("Mixamo", MIXAMO_LIMBS, MIXAMO_OTHERS, "mixamorig:"),
    "Mixamo, numbered, inside an armature": Rig("Mixamo", MIXAMO_LIMBS, MIXAMO_OTHERS, "Armature|mixamorig7:"),
    "HumanIK character": Rig("Mixamo", MIXAMO_LIMBS, MIXAMO_OTHERS, "Character1_"),
    "CMU as FBX": Rig(
        "Mixamo",
        MIXAMO_LIMBS,
        "Hips, LowerBack, Neck, Neck1, Head, Head_end, {L}HipJoint, {S}Shoulder, {S}ToeBase, {S}FingerBase, {L}Thumb",
    ),
    "lower case": Rig(
        "Mixamo", "{s}arm, {s}forearm, {s}hand, {s}upleg, {s}leg, {s}foot", "hips, neck, head, {s}shoulder"
    ),
    "Rigify metarig": Rig(
        "Rigify",
        "upper_arm.{L}, forearm.{L}, hand.{L}, thigh.{L}, shin.{L}, foot.{L}",
        "spine, spine.004, spine.006, face, nose, nose.002, ear.{L}, eye.{L}, shoulder.{L}, pelvis.{L}, toe.{L}",
    ),
    "Rigify generated": Rig(
        "Rigify",
        "DEF-upper_arm.{L}, DEF-forearm.{L}, DEF-hand.{L}, DEF-thigh.{L}, DEF-shin.{L}, DEF-foot.{L}",
        "root, torso, hips, head, neck, DEF-spine, DEF-spine.004, ORG-spine.006, DEF-spine.006, upper_arm_fk.{L},"
        "hand_ik.{L}, thigh_ik.{L}, ORG-upper_arm.{L}, ORG-forearm.{L}, ORG-hand.{L}, ORG-thigh.{L}, ORG-shin.{L},"
        "ORG-foot.{L}, DEF-upper_arm.{L}.001, DEF-forearm.{L}.001, DEF-thigh.{L}.001, DEF-shin.{L}.001, eye.{L},"
        "MCH-eye.{L}, ORG-eye.{L}",
    ),
    "Unreal": Rig(
        "Unreal",
        "upperarm_{l}, lowerarm_{l}, hand_{l}, thigh_{l}, calf_{l}, foot_{l}",
        "root, pelvis, spine_01, neck_01, head, clavicle_{l}, upperarm_twist_01_{l}, ik_hand_{l}, ik_foot_{l}",
    ),
    "VRoid": Rig(
        "VRM",
        VRM_LIMBS.replace("{S}", "Bip_{L}_"),
        "Bip_C_Hips, Bip_C_Neck, Bip_C_Head, Bip_{L}_Shoulder, Adj_{L}_FaceEye, Sec_{L}_Bust1",
        "J_",
    ),
    "VRM humanoid": Rig("VRM", VRM_LIMBS.replace("S", "s"), "hips, neck, head, {s}Shoulder, {s}Eye, {s}Toes"),
    "SMPL": Rig("SMPL", SMPL_LIMBS, SMPL_OTHERS),
    "SMPL as FBX": Rig("SMPL", SMPL_LIMBS, SMPL_OTHERS, "f_avg_"),
    "SMPL-X": Rig(
        "SMPL",
        SMPL_LIMBS.lower().replace("{l}", "{s}"),
        "pelvis, neck, head, {s}_collar, {s}_foot, {s}_eye_smplhf",
    ),
    "Biovision BVH": Rig(
        "SMPL", "{S}Shoulder, {S}Elbow, {S}Wrist, {S}Hip, {S}Knee, {S}Ankle", "Hips, Chest, Neck, Head, {S}Collar"
    ),
    "Poser": Rig(
        "Poser",
        "{l}Shldr, {l}ForeArm, {l}Hand, {l}Thigh, {l}Shin, {l}Foot",
        "hip, abdomen, chest, neck, head, {l}Collar, {l}Buttock, {s}Eye, {l}Index1",
    ),
    "Daz Genesis 8": Rig(
        "Daz",
        "{l}ShldrBend, {l}ForearmBend, {l}Hand, {l}ThighBend, {l}Shin, {l}Foot",
        "hip, pelvis, neckLower, head, {l}Collar, {l}ShldrTwist, {l}ThighTwist, {l}Eye, {l}Ear",
    ),
    "3ds Max Biped": Rig(
        "3ds Max Biped", BIPED_LIMBS, "Pelvis, Spine, Neck, Head, HeadNub, {L} Clavicle, {L} Toe0", "Bip001 "
    ),
    "Valve": Rig(
        "3ds Max Biped", BIPED_LIMBS.replace("} ", "}_"), "Pelvis, Neck1, Head1, {L}_Clavicle", "ValveBiped.Bip01_"
    ),
    "Reallusion": Rig(
        "3ds Max Biped", BIPED_LIMBS.replace("} ", "}_"), "Hip, NeckTwist01, Head, {L}_Eye, {L}_Clavicle", "CC_Base_"
    ),
    "Auto-Rig Pro": Rig(
        "Auto-Rig Pro",
        "arm_stretch.{l}, forearm_stretch.{l}, hand.{l}, thigh_stretch.{l}, leg_stretch.{l}, foot.{l}",
        "root.x, neck.x, head.x, shoulder.{l}, c_hand_ik.{l}, c_foot_ik.{l}",
    ),
    "MakeHuman": Rig(
        "MakeHuman",
        "upperarm01.{L}, lowerarm01.{L}, wrist.{L}, upperleg01.{L}, lowerleg01.{L}, foot.{L}",
        "root, neck01, head, clavicle.{L}, upperarm02.{L}, lowerarm02.{L}, upperleg02.{L}",
    ),
    "MMD": Rig(
        "MMD",
        "{J}腕, {J}ひじ, {J}手首, {J}足, {J}ひざ, {J}足首",
        "全ての親, センター, 下半身, 上半身, 首, 頭, {J}肩, {J}足ＩＫ, {J}目",
    ),
    "MMD in Blender": Rig(
        "MMD",
        "腕.{L}, ひじ.{L}, 手首.{L}, 足.{L}, ひざ.{L}, 足首.{L}",
        "センター, 下半身, 首, 頭, 肩.{L}, 足D.{L}, 足ＩＫ.{L}",
    ),
    "VRChat": Rig(
        "MMD", "{S} arm, {S} elbow, {S} wrist, {S} leg, {S} knee, {S} ankle", "Hips, Neck, Head, {S} shoulder"
    ),
    "Acclaim": Rig(
        "Acclaim",
        "{l}humerus, {l}radius, {l}wrist, {l}femur, {l}tibia, {l}foot",
        "root, lowerneck, head, {l}hipjoint, {l}clavicle, {l}hand",
    ),
    "mixed words": Rig(
        "common words",
        "UpperArm.{L}, LowerArm.{L}, Wrist.{L}, UpLeg.{L}, Shin.{L}, Ankle.{L}",
        "Pelvis, Neck, Head, Toe.{L}",
    ),
}
