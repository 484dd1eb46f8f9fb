"""Small humanoid rigs and a tiny dance, built from code."""

from __future__ import annotations

import math
from collections.abc import Mapping

import bpy

# bone -> (head, tail, parent); metres, Z up, facing -Y, the character's left at +X
SPINE = {
    "hips": ((0, 0, 1.0), (0, 0, 1.1), None),
    "spine": ((0, 0, 1.1), (0, 0, 1.45), "hips"),
    "neck": ((0, 0, 1.45), (0, 0, 1.55), "spine"),
    "head": ((0, 0, 1.55), (0, 0, 1.8), "neck"),
}
LIMBS = {
    "upper_arm": ((0.2, 0, 1.42), (0.45, 0, 1.42), "spine"),
    "forearm": ((0.45, 0, 1.42), (0.7, 0, 1.42), "upper_arm"),
    "hand": ((0.7, 0, 1.42), (0.8, 0, 1.42), "forearm"),
    "thigh": ((0.1, 0, 1.0), (0.1, 0.02, 0.55), "hips"),
    "shin": ((0.1, 0.02, 0.55), (0.1, 0, 0.1), "thigh"),
    "foot": ((0.1, 0, 0.1), (0.1, -0.2, 0.0), "shin"),
}

MIXAMO = {
    "hips": "mixamorig:Hips", "spine": "mixamorig:Spine", "neck": "mixamorig:Neck", "head": "mixamorig:Head",
    "upper_arm": "mixamorig:{Side}Arm", "forearm": "mixamorig:{Side}ForeArm", "hand": "mixamorig:{Side}Hand",
    "thigh": "mixamorig:{Side}UpLeg", "shin": "mixamorig:{Side}Leg", "foot": "mixamorig:{Side}Foot",
}  # fmt: skip
RIGIFY = {
    "hips": "DEF-spine", "spine": "DEF-spine.001", "neck": "DEF-spine.004", "head": "DEF-spine.006",
    "upper_arm": "DEF-upper_arm.{S}", "forearm": "DEF-forearm.{S}", "hand": "DEF-hand.{S}",
    "thigh": "DEF-thigh.{S}", "shin": "DEF-shin.{S}", "foot": "DEF-foot.{S}",
}  # fmt: skip
PLAIN_NUMBERS = {part: f"Bone.{number}" for number, part in enumerate(SPINE)} | {
    part: f"Bone.{number}.{{S}}" for number, part in enumerate(LIMBS, start=len(SPINE))
}


def add_humanoid(scene: bpy.types.Scene, names: Mapping[str, str], name: str = "Dancer") -> bpy.types.Object:
    """A T-posed humanoid whose bones bear `names`; active in `scene`."""
    data = bpy.data.armatures.new(name)
    rig = bpy.data.objects.new(name, data)
    scene.collection.objects.link(rig)
    bpy.context.view_layer.objects.active = rig
    bpy.ops.object.mode_set(mode="EDIT")
    for part, (head, tail, parent) in SPINE.items():
        _add_bone(data, names[part], head, tail, names[parent] if parent else None)
    for side, sign in (("Left", 1), ("Right", -1)):
        for part, (head, tail, parent) in LIMBS.items():
            mirrored = [(sign * x, y, z) for x, y, z in (head, tail)]
            _add_bone(data, side_name(names[part], side), *mirrored, side_name(names[parent], side))
    bpy.ops.object.mode_set(mode="OBJECT")
    return rig


def side_name(name: str, side: str) -> str:
    """ "DEF-hand.{S}" and "Left" -> "DEF-hand.L"."""
    return name.format(Side=side, S=side[0])


def _add_bone(data: bpy.types.Armature, name: str, head: tuple, tail: tuple, parent: str | None) -> None:
    bone = data.edit_bones.new(name)
    bone.head, bone.tail = head, tail
    bone.parent = data.edit_bones[parent] if parent else None


def add_dancer(scene: bpy.types.Scene, names: Mapping[str, str], bpm: float = 120.0) -> bpy.types.Object:
    """A humanoid that dips on every beat, swings its arms and lifts its legs in turn, over the whole scene range."""
    rig = add_humanoid(scene, names)
    fps = scene.render.fps / scene.render.fps_base
    for frame in range(scene.frame_start, scene.frame_end + 1, 2):
        beat = (frame - scene.frame_start) / fps * bpm / 60
        dip = 0.06 * math.cos(2 * math.pi * beat)
        rig.location = (0.1 * math.sin(math.pi * beat / 2), 0, -dip)
        rig.keyframe_insert("location", frame=frame)
        for side, turn in (("Left", 0.0), ("Right", math.pi)):
            _swing(rig, side_name(names["upper_arm"], side), 0.8 * math.sin(math.pi * beat + turn), frame)
            _swing(rig, side_name(names["thigh"], side), 0.4 * math.sin(math.pi * beat + turn), frame)
            _swing(rig, side_name(names["shin"], side), 0.3 * math.cos(math.pi * beat + turn), frame)
    return rig


def _swing(rig: bpy.types.Object, bone: str, angle: float, frame: int) -> None:
    pose = rig.pose.bones[bone]
    pose.rotation_mode = "XYZ"
    pose.rotation_euler = (angle, 0.3 * angle, 0)
    pose.keyframe_insert("rotation_euler", frame=frame)


def add_camera(scene: bpy.types.Scene, location: tuple[float, float, float] = (0, -6, 1)) -> bpy.types.Object:
    """A camera that looks along +Y; the scene's own."""
    camera = bpy.data.objects.new("Camera", bpy.data.cameras.new("Camera"))
    camera.location, camera.rotation_euler = location, (math.pi / 2, 0, 0)
    scene.collection.objects.link(camera)
    scene.camera = camera
    return camera
