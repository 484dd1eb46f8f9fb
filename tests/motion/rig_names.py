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
    """convention: the one it must be found under ("" is any). limbs: bones of shoulder, elbow, wrist, hip, knee, ankle.

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

SMPL_LOWER = "{s}Shoulder, {s}Elbow, {s}Wrist, {s}Hip, {s}Knee, {s}Ankle"
KINECT_LIMBS = "Shoulder{S}, Elbow{S}, Wrist{S}, Hip{S}, Knee{S}, Ankle{S}"
UNREAL_LIMBS = "upperarm_{l}, lowerarm_{l}, hand_{l}, thigh_{l}, calf_{l}, foot_{l}"
TRUNK = "Hips, Spine, Spine1, Neck, Head, {S}Shoulder, {S}ToeBase"


def any_rig(limbs: str, others: str = TRUNK, prefix: str = "") -> Rig:
    return Rig("", limbs, others, prefix)


def adorned(limbs: str, others: str, before: str = "", after: str = "", counted: str = "") -> Rig:
    """Every name between the same texts, and with `counted` (a format) as its number at the end."""
    bones = both(limbs)
    others_too = both(others)
    numbers = {name: counted.format(n) for n, name in enumerate([*others_too, *bones], start=1)} if counted else {}

    def dressed(names: list[str]) -> str:
        return ", ".join(f"{before}{name}{after}{numbers.get(name, '')}" for name in names)

    return Rig("", dressed(bones), dressed(others_too))


MORE_RIGS = {
    "Mixamo without colon (three.js)": adorned(MIXAMO_LIMBS, MIXAMO_OTHERS, "mixamorig"),
    "Mixamo in small letters": adorned(MIXAMO_LIMBS.lower(), MIXAMO_OTHERS.lower(), "mixamorig"),
    "Mixamo, second rig": adorned(MIXAMO_LIMBS, MIXAMO_OTHERS, "mixamorig5:"),
    "Mixamo by Sketchfab": adorned(MIXAMO_LIMBS, MIXAMO_OTHERS, "mixamorig:", counted="_{:02}"),
    "Mixamo by Sketchfab, underscore": adorned(MIXAMO_LIMBS, MIXAMO_OTHERS, "mixamorig_", counted="_0{}"),
    "Mixamo counted by Blender": adorned(MIXAMO_LIMBS, MIXAMO_OTHERS, "mixamorig:", counted=".{:03}"),
    "Rokoko": any_rig("{S}Arm, {S}ForeArm, {S}Hand, {S}Thigh, {S}Shin, {S}Foot"),
    "Rokoko Newton": adorned("{S}Arm, {S}ForeArm, {S}Hand, {S}Thigh, {S}Shin, {S}Foot", TRUNK, "Newton_"),
    "DeepMotion": adorned(
        MIXAMO_LIMBS.lower().replace("{s}", "{l}_"), "hips, spine, neck, head, {l}_shoulder", "", "_JNT"
    ),
    "Move.ai": any_rig(MIXAMO_LIMBS, "Root, Hips, Spine, Neck, Head, {S}Shoulder"),
    "Plask": any_rig("{s}Arm, {s}ForeArm, {s}Hand, {s}UpLeg, {s}Leg, {s}Foot", "hips, spine, neck, head, {s}Shoulder"),
    "MocapNET": any_rig(
        "{l}shoulder, {l}elbow, {l}hand, {l}hip, {l}knee, {l}foot", "hip, chest, neck, head, {l}collar"
    ),
    "UE5 Manny": any_rig(
        UNREAL_LIMBS, "root, pelvis, spine_05, neck_01, neck_02, head, clavicle_{l}, upperarm_twist_02_{l}, ball_{l}"
    ),
    "MetaHuman": adorned(UNREAL_LIMBS, "pelvis, spine_01, neck_01, head, clavicle_{l}", "", "_drv"),
    "Unity": any_rig(VRM_LIMBS),
    "Unity in an object": adorned(VRM_LIMBS, TRUNK, "Armature/"),
    "Bandai Namco": any_rig("UpperArm_{L}, LowerArm_{L}, Hand_{L}, UpperLeg_{L}, LowerLeg_{L}, Foot_{L}", TRUNK),
    "CMU, MotionBuilder friendly": any_rig(MIXAMO_LIMBS, "Hips, {L}HipJoint, LowerBack, Neck1, Head, {S}Shoulder"),
    "CMU, Daz friendly": any_rig(
        "{l}Shldr, {l}ForeArm, {l}Hand, {l}Thigh, {l}Shin, {l}Foot", "hip, abdomen, chest, neck, head, {l}Buttock"
    ),
    "MotionBuilder control rig": adorned(MIXAMO_LIMBS, TRUNK, "Character1_Ctrl_"),
    "HumanIK reference": adorned(MIXAMO_LIMBS, TRUNK, "HumanIK:Character_"),
    "3ds Max Biped, underscores": adorned(
        BIPED_LIMBS.replace("} ", "}_"), "Pelvis, Neck, Head, {L}_Clavicle", "Bip01_"
    ),
    "3ds Max Biped, no separators": adorned(
        BIPED_LIMBS.replace("} ", "}"), "Pelvis, Neck, Head, {L}Clavicle", "Bip001"
    ),
    "3ds Max CAT": adorned(
        "{L}Arm1, {L}Arm2, {L}ArmPalm, {L}Leg1, {L}Leg2, {L}LegAnkle",
        "Hub001, Spine1, Hub003, {L}ArmCollarbone",
        "CATRig",
    ),
    "Character Creator": adorned(
        BIPED_LIMBS.replace("} ", "}_").replace("Arm", "arm"), "BoneRoot, Hip, Pelvis, NeckTwist01, Head", "CC_Base_"
    ),
    "iClone G3": adorned(BIPED_LIMBS.replace("} ", "}_"), "Hip, Spine01, NeckTwist01, Head", "RL_"),
    "Daz Genesis 3": any_rig(
        "{l}ShldrBend, {l}ForearmBend, {l}Hand, {l}ThighBend, {l}Shin, {l}Foot",
        "hip, pelvis, neckLower, neckUpper, head",
    ),
    "Daz Genesis 9": any_rig(
        "{l}_upperarm, {l}_forearm, {l}_hand, {l}_thigh, {l}_shin, {l}_foot",
        "hip, pelvis, spine1, neck1, neck2, head, {l}_shoulder, {l}_upperarmtwist1",
    ),
    "MakeHuman game engine": any_rig(UNREAL_LIMBS, "Root, pelvis, spine_01, neck_01, head, clavicle_{l}"),
    "MakeHuman CMU": any_rig(MIXAMO_LIMBS, "Hips, LowerBack, Neck, Neck1, Head, {L}HipJoint, {S}Shoulder"),
    "Xsens BVH": any_rig(
        "{S}Shoulder, {S}Elbow, {S}Wrist, {S}Hip, {S}Knee, {S}Ankle",
        "Hips, Chest, Chest2, Chest3, Chest4, Neck, Head, {S}Collar",
    ),
    "Xsens MVNX": any_rig(
        "{S}UpperArm, {S}ForeArm, {S}Hand, {S}UpperLeg, {S}LowerLeg, {S}Foot",
        "Pelvis, L5, L3, T12, T8, Neck, Head, {S}Shoulder, {S}Toe",
    ),
    "Perception Neuron": adorned(MIXAMO_LIMBS, TRUNK, "Robot_"),
    "SMPL-H": any_rig(SMPL_LOWER.lower().replace("{s}", "{s}_"), "pelvis, spine1, neck, head, {s}_collar, {s}_index1"),
    "SMPL joints by number of gender": adorned(SMPL_LIMBS, SMPL_OTHERS, "m_avg_"),
    "ASF with prefix": adorned(
        "{l}humerus, {l}radius, {l}hand, {l}femur, {l}tibia, {l}foot", "root, lowerneck, head", "s01:"
    ),
    "MMD, half-width kana": any_rig("{J}腕, {J}ﾋｼﾞ, {J}手首, {J}足, {J}ﾋｻﾞ, {J}足首", "センター, 下半身, 首, 頭, {J}肩"),
    "MMD, romanised": any_rig("ude_{L}, hiji_{L}, tekubi_{L}, ashi_{L}, hiza_{L}, ashikubi_{L}", "center, neck, head"),
    "MMD in English": any_rig(
        "arm_{L}, elbow_{L}, wrist_{L}, leg_{L}, knee_{L}, ankle_{L}", "center, lower body, neck, head, shoulder_{L}"
    ),
    "Second Life": adorned(KINECT_LIMBS, "Pelvis, Torso, Chest, Neck, Head, Collar{S}, Foot{S}, Toe{S}", "m"),
    "Source": adorned(
        BIPED_LIMBS.replace("} ", "}_"), "Pelvis, Spine4, Neck1, Head1, {L}_Clavicle", "ValveBiped.Bip01_"
    ),
    "Source, Team Fortress": any_rig(
        "bip_upperArm_{L}, bip_lowerArm_{L}, bip_hand_{L}, bip_hip_{L}, bip_knee_{L}, bip_foot_{L}",
        "bip_pelvis, bip_spine_0, bip_neck, bip_head, bip_collar_{L}",
    ),
    "Cascadeur": any_rig(
        "arm_{l}, forearm_{l}, hand_{l}, thigh_{l}, calf_{l}, foot_{l}",
        "pelvis, stomach, chest, neck, head, clavicle_{l}",
    ),
    "Kinect": any_rig(KINECT_LIMBS, "SpineBase, SpineMid, Neck, Head, Hand{S}, Foot{S}, HandTip{S}"),
    "Azure Kinect": any_rig(
        KINECT_LIMBS.replace("{S}", "_{S}").upper(), "PELVIS, SPINE_CHEST, NECK, HEAD, CLAVICLE_{S}"
    ),
    "Vicon": any_rig(
        "{S}Arm, {S}ForeArm, {S}Hand, {S}UpLeg, {S}Leg, {S}Foot", "Hips, Spine, Spine3, Neck, Head", "Ana:"
    ),
    "OptiTrack": any_rig(
        "{L}UArm, {L}FArm, {L}Hand, {L}Thigh, {L}Shin, {L}Foot",
        "Hip, Ab, Chest, Neck, Head, {L}Shoulder, {L}Toe",
        "Skeleton:",
    ),
    "Theia": any_rig("{l}_uarm, {l}_larm, {l}_hand, {l}_thigh, {l}_shank, {l}_foot", "pelvis, torso, head, {l}_toes"),
    "OpenSim": any_rig("humerus_{l}, ulna_{l}, hand_{l}, femur_{l}, tibia_{l}, talus_{l}", "pelvis, torso, radius_{l}"),
    "ARKit": adorned(
        "{s}_arm, {s}_forearm, {s}_hand, {s}_upLeg, {s}_leg, {s}_foot",
        "root, hips, neck_1, head, {s}_shoulder_1",
        "",
        "_joint",
    ),
    "Meta": adorned(
        "{S}ArmUpper, {S}ArmLower, {S}HandWrist, {S}UpperLeg, {S}LowerLeg, {S}FootAnkle",
        "Hips, Neck, Head",
        "FullBody_",
    ),
    "Ready Player Me": any_rig(MIXAMO_LIMBS),
    "Roblox": any_rig(VRM_LIMBS, "HumanoidRootPart, LowerTorso, UpperTorso, Head"),
    "Advanced Skeleton": any_rig(
        "Shoulder_{L}, Elbow_{L}, Wrist_{L}, Hip_{L}, Knee_{L}, Ankle_{L}",
        "Root_M, Spine1_M, Neck_M, Head_M, Scapula_{L}",
    ),
    "Maya, bind joints": adorned(
        "{L}_shoulder, {L}_elbow, {L}_wrist, {L}_hip, {L}_knee, {L}_ankle", "C_root, C_neck, C_head", "", "_bind_jnt"
    ),
    "Maya, jnt first": adorned(
        "{l}_upperArm, {l}_foreArm, {l}_hand, {l}_thigh, {l}_shin, {l}_foot", "c_pelvis, c_neck, c_head", "jnt_"
    ),
    "Maya, lf and rt": any_rig(
        "lf_shoulder, rt_shoulder, lf_elbow, rt_elbow, lf_wrist, rt_wrist, "
        "lf_hip, rt_hip, lf_knee, rt_knee, lf_ankle, rt_ankle",
        "pelvis, neck, head",
    ),
    "Synty": any_rig(
        "Shoulder_{L}, Elbow_{L}, Hand_{L}, UpperLeg_{L}, LowerLeg_{L}, Ankle_{L}",
        "Root, Hips, Neck, Head, Clavicle_{L}",
    ),
    "KayKit": any_rig(
        "upperarm.{l}, lowerarm.{l}, wrist.{l}, upperleg.{l}, lowerleg.{l}, foot.{l}", "root, hips, chest, head"
    ),
    "Quaternius": any_rig(
        "UpperArm.{L}, LowerArm.{L}, Palm.{L}, UpperLeg.{L}, LowerLeg.{L}, Foot.{L}", "Body, Hips, Neck, Head"
    ),
    "iPi Soft": any_rig(
        "{L}Shoulder, {L}Forearm, {L}Hand, {L}Thigh, {L}Shin, {L}Foot", "Hip, LowerSpine, Neck, Head, {L}Clavicle"
    ),
    "Biovision, long names": any_rig(
        "{S}UpArm, {S}LowArm, {S}Hand, {S}UpLeg, {S}LowLeg, {S}Foot", "Hips, Chest, Neck, Head"
    ),
    "Chinese": any_rig("{J}上臂, {J}前臂, {J}手, {J}大腿, {J}小腿, {J}脚", "骨盆, 脊柱, 脖子, 头"),
    "LaFAN1": any_rig(MIXAMO_LIMBS, "Hips, Spine, Spine2, Neck, Head, {S}Shoulder, {S}Toe"),
    "exporter's numbers first": any_rig(
        "10_{S}Arm, 11_{S}ForeArm, 12_{S}Hand, 13_{S}UpLeg, 14_{S}Leg, 15_{S}Foot",
        "1_Hips, 2_Neck, 3_Head, 4_{S}Shoulder",
    ),
}
