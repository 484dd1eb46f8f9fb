# SPDX-License-Identifier: GPL-3.0-or-later
"""The armature: a humanoid with Mixamo's bone names, feet on inverse kinematics, everything else posed directly.

The character faces -Y, its left is +X, Z is up, one unit is one metre.
"""

from __future__ import annotations

from math import radians

import bpy
from mathutils import Quaternion, Vector

from .tracks import SIDES, ArmPose, Direction, Tracks

PREFIX = "mixamorig:"
HIPS_HEIGHT = 0.96
BALL = (0.115, -0.125, 0.03)  # the ball of the left foot: where it stands and pivots
KNEE_POLE = (0.115, -1.0, 0.55)

# name: (parent, head, tail); the sided ones are for the left and are mirrored.
CENTRE = {
    "Hips": ("", (0, 0, HIPS_HEIGHT), (0, 0, 1.06)),
    "Spine": ("Hips", (0, 0, 1.06), (0, 0, 1.18)),
    "Spine1": ("Spine", (0, 0, 1.18), (0, 0, 1.31)),
    "Spine2": ("Spine1", (0, 0, 1.31), (0, 0, 1.47)),
    "Neck": ("Spine2", (0, 0, 1.47), (0, 0, 1.56)),
    "Head": ("Neck", (0, 0, 1.56), (0, 0, 1.80)),
}
SIDED = {
    "Shoulder": ("Spine2", (0.035, 0, 1.43), (0.175, 0, 1.43)),
    "Arm": ("Shoulder", (0.175, 0, 1.43), (0.455, 0, 1.43)),
    "ForeArm": ("Arm", (0.455, 0, 1.43), (0.705, 0, 1.43)),
    "Hand": ("ForeArm", (0.705, 0, 1.43), (0.86, 0, 1.43)),
    "UpLeg": ("Hips", (0.10, 0, 0.93), (0.107, -0.02, 0.51)),
    "Leg": ("UpLeg", (0.107, -0.02, 0.51), (0.115, 0.02, 0.09)),
    "Foot": ("Leg", (0.115, 0.02, 0.09), BALL),
    "ToeBase": ("Foot", BALL, (0.115, -0.215, 0.03)),
}
# Controls, not Mixamo's: where the foot stands, its heel rolling over the ball, and what the knee points at.
CONTROLS = {
    "FootControl": ("", *SIDED["ToeBase"][1:]),
    "HeelControl": ("FootControl", BALL, SIDED["Foot"][1]),
    "AnkleControl": ("HeelControl", *SIDED["Foot"][1:]),
    "KneeControl": ("FootControl", KNEE_POLE, (0.115, -1.0, 0.65)),
}
SPINE = ("Spine", "Spine1", "Spine2")
NECK = {"Neck": 0.4, "Head": 0.6}


def build_armature(scene: bpy.types.Scene) -> bpy.types.Object:
    """Make the armature in its rest pose (a T) and link it to `scene`."""
    data = bpy.data.armatures.new("Dancer")
    armature = bpy.data.objects.new("Dancer", data)
    scene.collection.objects.link(armature)
    layer = scene.view_layers[0]
    layer.objects.active = armature
    with bpy.context.temp_override(scene=scene, view_layer=layer, active_object=armature, object=armature):
        bpy.ops.object.mode_set(mode="EDIT")
        for name, bone in CENTRE.items():
            _add_bone(data, PREFIX + name, PREFIX + bone[0] if bone[0] else "", bone[1], bone[2])
        for side in SIDES:
            for name, (parent, head, tail) in SIDED.items():
                owner = parent if parent in CENTRE else side.title() + parent
                _add_bone(data, PREFIX + side.title() + name, PREFIX + owner, *_mirror(side, head, tail))
            for name, (parent, head, tail) in CONTROLS.items():
                _add_bone(data, side.title() + name, parent and side.title() + parent, *_mirror(side, head, tail))
        bpy.ops.object.mode_set(mode="OBJECT")
    for side in SIDES:
        _constrain_leg(armature, side.title())
    for bone in armature.pose.bones:
        bone.rotation_mode = "QUATERNION" if bone.name.endswith(("Arm", "Hand")) else "XZY"
    return armature


def apply(tracks: Tracks, armature: bpy.types.Object) -> None:
    """Write the keys of `tracks` onto the armature's bones."""
    for channel, keys in tracks.channels.items():
        for bone_name, path, index, scale, offset in _destinations(channel):
            bone = armature.pose.bones[bone_name]
            for frame, value in sorted(keys.items()):
                getattr(bone, path)[index] = value * scale + offset
                bone.keyframe_insert(path, index=index, frame=frame)
    for side, poses in tracks.arms.items():
        _apply_arm(armature, side, poses)


def _apply_arm(armature: bpy.types.Object, side: str, poses: dict[int, ArmPose]) -> None:
    previous: dict[str, Quaternion] = {}
    for frame, pose in sorted(poses.items()):
        parent_turn = Quaternion()
        for name, direction in (("Arm", pose.upper), ("ForeArm", pose.fore), ("Hand", pose.hand)):
            bone = armature.pose.bones[f"{PREFIX}{side.title()}{name}"]
            rest = bone.bone.matrix_local.to_3x3()
            turn = rest.col[1].rotation_difference(parent_turn.inverted() @ _towards(side, direction))
            rotation = (rest.inverted() @ turn.to_matrix() @ rest).to_quaternion()
            if name in previous and rotation.dot(previous[name]) < 0:
                rotation.negate()  # the same turn; keeps the curves from going the long way round
            previous[name] = rotation
            bone.rotation_quaternion = rotation
            bone.keyframe_insert("rotation_quaternion", frame=frame)
            parent_turn = parent_turn @ turn


def _destinations(channel: str) -> list[tuple[str, str, int, float, float]]:
    """(bone, property, index, scale, offset) for a channel; the spine shares the chest's bend, the neck the head's."""
    part, _, what = channel.rpartition("_")
    if part.endswith("foot"):
        return [_foot_destination(part.split("_")[0], what)]
    if what == "shrug":
        return [(f"{PREFIX}{part.title()}Shoulder", "rotation_euler", 0, radians(1.0), 0.0)]
    if what in ("side", "height", "forward"):
        return [(f"{PREFIX}Hips", "location", ("side", "height", "forward").index(what), 1.0, 0.0)]
    index, sign = {"pitch": (0, 1.0), "yaw": (1, 1.0), "roll": (2, -1.0)}[what]
    shares = {"hips": {"Hips": 1.0}, "chest": dict.fromkeys(SPINE, 1 / 3), "head": NECK}[part]
    return [(PREFIX + bone, "rotation_euler", index, radians(sign * share), 0.0) for bone, share in shares.items()]


def _foot_destination(side: str, what: str) -> tuple[str, str, int, float, float]:
    control, sign = side.title() + "FootControl", 1.0 if side == "left" else -1.0
    if what == "heel":
        return (side.title() + "HeelControl", "rotation_euler", 0, radians(1.0), 0.0)
    if what == "yaw":
        return (control, "rotation_euler", 2, radians(1.0), 0.0)
    index, scale, offset = {"side": (0, -1.0, sign * BALL[0]), "forward": (1, 1.0, 0.0), "lift": (2, 1.0, 0.0)}[what]
    return (control, "location", index, scale, offset)


def _constrain_leg(armature: bpy.types.Object, side: str) -> None:
    bones = armature.pose.bones
    leg, foot, toe = (bones[f"{PREFIX}{side}{name}"] for name in ("Leg", "Foot", "ToeBase"))
    ik = leg.constraints.new("IK")
    ik.target, ik.subtarget = armature, f"{side}AnkleControl"
    ik.pole_target, ik.pole_subtarget = armature, f"{side}KneeControl"
    ik.chain_count = 2
    ik.pole_angle = _pole_angle(bones[f"{PREFIX}{side}UpLeg"].bone, leg.bone, bones[f"{side}KneeControl"].bone)
    _copy_turn(armature, foot, f"{side}AnkleControl")
    _copy_turn(armature, toe, f"{side}FootControl")


def _copy_turn(armature: bpy.types.Object, bone: bpy.types.PoseBone, control: str) -> None:
    """Turn `bone` like `control`, which rests in the same place with the same axes."""
    copy = bone.constraints.new("COPY_ROTATION")
    copy.target, copy.subtarget = armature, control


def _pole_angle(base: bpy.types.Bone, end: bpy.types.Bone, pole: bpy.types.Bone) -> float:
    """The angle with which inverse kinematics leaves the rest pose as it is."""
    normal = (end.tail_local - base.head_local).cross(pole.head_local - base.head_local)
    along = base.tail_local - base.head_local
    axis, x_axis = normal.cross(along), base.matrix_local.to_3x3().col[0]
    angle = x_axis.angle(axis)
    return -angle if x_axis.cross(axis).angle(along) < 1 else angle


def _towards(side: str, direction: Direction) -> Vector:
    outward, forward, up = direction
    return Vector((outward if side == "left" else -outward, -forward, up)).normalized()


def _add_bone(data: bpy.types.Armature, name: str, parent: str, head: Direction, tail: Direction) -> None:
    bone = data.edit_bones.new(name)
    bone.head, bone.tail, bone.roll = head, tail, 0.0
    bone.use_deform = name.startswith(PREFIX)
    if parent:
        bone.parent = data.edit_bones[parent]
        bone.use_connect = bone.use_deform and bone.parent.use_deform and bone.parent.tail == bone.head


def _mirror(side: str, *points: Direction) -> list[Direction]:
    return [point if side == "left" else (-point[0], point[1], point[2]) for point in points]
