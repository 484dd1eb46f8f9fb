# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring a user's motion file into Blender as an armature with a visible body, for `make demo MOTION=...`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import bpy
import numpy as np
from demo_dance import set_look
from demo_dance.materials import material
from demo_dance.stage import ROOM_BELOW
from mathutils import Vector

from kinescore.errors import MotionError
from kinescore.motion.keypoints import COCO_17, Keypoints
from kinescore.motion.readers import read_motion_file

FPS = 30
HEIGHT_METRES = 1.7
SHORTEST_LIMB = 0.04
"""Bones shorter than this share of the body's height (fingers, face) get no limb of their own."""
LIMBS = (
    ("left_shoulder", "right_shoulder"), ("left_hip", "right_hip"), ("left_shoulder", "left_hip"),
    ("right_shoulder", "right_hip"), ("left_shoulder", "left_elbow"), ("left_elbow", "left_wrist"),
    ("right_shoulder", "right_elbow"), ("right_elbow", "right_wrist"), ("left_hip", "left_knee"),
    ("left_knee", "left_ankle"), ("right_hip", "right_knee"), ("right_knee", "right_ankle"), ("left_ear", "right_ear"),
)  # fmt: skip


def open_motion(path: Path) -> bpy.types.Object:
    """Open or import `path` (.blend, .bvh, .fbx, .npz, .pkl) and return its armature, in a scene that can be rendered.

    Raises MotionError when the file is missing, of another kind, or holds no animated armature.
    """
    opener = OPENERS.get(path.suffix.lower())
    if opener is None:
        raise MotionError(f"'{path.name}' is no motion file that the demo opens; it opens {', '.join(OPENERS)}.")
    if not path.is_file():
        raise MotionError(f"There is no file {path}.")
    armature = opener(path)
    scene = bpy.context.scene
    if path.suffix.lower() != ".blend":
        scene.frame_start, scene.frame_end = (round(frame) for frame in armature.animation_data.action.frame_range)
    if scene.camera is None:
        _light_and_frame(scene, armature)
    return armature


def _open_blend(path: Path) -> bpy.types.Object:
    bpy.ops.wm.open_mainfile(filepath=str(path))
    return _animated_armature(path)


def _import_bvh(path: Path) -> bpy.types.Object:
    scene = _empty_scene()
    bpy.ops.import_anim.bvh(
        filepath=str(path), use_fps_scale=True, rotate_mode="NATIVE", axis_forward="-Z", axis_up="Y"
    )
    armature = _animated_armature(path)
    _dress_bones(armature)
    scene.frame_start = 1
    return armature


def _import_fbx(path: Path) -> bpy.types.Object:
    _empty_scene()
    bpy.ops.import_scene.fbx(filepath=str(path))
    armature = _animated_armature(path)
    if not any(mesh.type == "MESH" for mesh in bpy.context.scene.objects):
        _dress_bones(armature)
    return armature


def _empty_scene() -> bpy.types.Scene:
    scene = bpy.data.scenes.new("Movement")
    bpy.context.window.scene = scene
    scene.render.fps, scene.render.fps_base = FPS, 1.0
    return scene


def _animated_armature(path: Path) -> bpy.types.Object:
    armatures = [found for found in bpy.context.scene.objects if found.type == "ARMATURE"]
    animated = [a for a in armatures if a.animation_data and (a.animation_data.action or a.animation_data.nla_tracks)]
    if not animated:
        raise MotionError(f"'{path.name}' holds no animated armature.", "Give a file with a character that moves.")
    return animated[0]


def _build_from_keypoints(path: Path) -> bpy.types.Object:
    """2D keypoints become 17 bones moving in the plane y = 0, one picture height tall in proportion."""
    keypoints = read_motion_file(path)
    scene = _empty_scene()
    scene.render.fps, scene.render.fps_base = round(keypoints.fps), round(keypoints.fps) / keypoints.fps
    places = _upright(keypoints)
    armature = bpy.data.objects.new(path.stem, bpy.data.armatures.new(path.stem))
    scene.collection.objects.link(armature)
    bpy.context.view_layer.objects.active = armature
    bpy.ops.object.mode_set(mode="EDIT")
    for joint in COCO_17:
        bone = armature.data.edit_bones.new(joint)
        bone.head, bone.tail = (0, 0, 0), (0, 0, 0.05)
    bpy.ops.object.mode_set(mode="OBJECT")
    for index, joint in enumerate(COCO_17):
        _key_locations(armature, joint, places[:, index])
    for start, end in LIMBS:
        _stretch_limb(armature, start, end)
    return armature


def _upright(keypoints: Keypoints) -> np.ndarray:
    """Pixels [T, 17, 2] -> metres (x right, z up) [T, 17, 2], feet near the ground."""
    positions = keypoints.positions.astype(float)
    tall = np.median(np.ptp(positions[..., 1], axis=1))
    ground = np.percentile(positions[..., 1], 98)
    middle = np.median(positions[..., 0])
    return np.stack([positions[..., 0] - middle, ground - positions[..., 1]], axis=2) * (HEIGHT_METRES / tall)


def _key_locations(armature: bpy.types.Object, joint: str, places: np.ndarray) -> None:
    """Key a bone that rests upright at the origin: its local x, y, z are the world's x, z, -y."""
    bone = armature.pose.bones[joint]
    for frame, (x, z) in enumerate(places, start=1):
        bone.location = (x, z, 0.0)
        bone.keyframe_insert("location", frame=frame)


def _dress_bones(armature: bpy.types.Object) -> None:
    """Give every bone worth seeing a rounded limb that follows it."""
    tall = max(
        (bone.head_local - other.head_local).length for bone in armature.data.bones for other in armature.data.bones
    )
    for bone in armature.data.bones:
        if bone.length < SHORTEST_LIMB * tall:
            continue
        limb = _capsule(bone.name, bone.length, 0.035 * tall)
        limb.parent, limb.parent_type, limb.parent_bone = armature, "BONE", bone.name
        limb.location = (0, -bone.length, 0)  # children of a bone hang at its tail, y along it


def _stretch_limb(armature: bpy.types.Object, start: str, end: str) -> None:
    limb = _capsule(f"{start} to {end}", 1.0, 0.05)
    follow = limb.constraints.new("COPY_LOCATION")
    follow.target, follow.subtarget = armature, start
    stretch = limb.constraints.new("STRETCH_TO")
    stretch.target, stretch.subtarget, stretch.rest_length, stretch.volume = armature, end, 1.0, "NO_VOLUME"


def _capsule(name: str, length: float, radius: float) -> bpy.types.Object:
    """A rounded limb from the origin along y."""
    import bmesh

    shape = bmesh.new()
    bmesh.ops.create_uvsphere(shape, u_segments=16, v_segments=12, radius=1.0)
    for vertex in shape.verts:
        x, y, z = vertex.co
        vertex.co = Vector((x * radius, length / 2 + z * (length / 2 + radius * 0.6), y * radius))
    mesh = bpy.data.meshes.new(name)
    shape.to_mesh(mesh)
    shape.free()
    mesh.materials.append(material("hoodie"))
    mesh.shade_smooth()
    limb = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(limb)
    return limb


def _light_and_frame(scene: bpy.types.Scene, armature: bpy.types.Object) -> None:
    """A camera in front that sees the whole motion, a floor, and a light for engines that need one."""
    low, high = _extent(scene, armature)
    middle, size = (low + high) / 2, max(high - low)
    away = max(3.7 * (high.z - low.z), 1.7 * (high.x - low.x))  # a lens of 50 mm, with the overlay below
    camera = bpy.data.objects.new("Camera", bpy.data.cameras.new("Camera"))
    scene.collection.objects.link(camera)
    camera.location = (middle.x, low.y - away, middle.z + 0.09 * away)
    camera.rotation_euler = (np.pi / 2 - 0.09, 0, 0)
    camera.data.clip_end = 10 * (away + size)
    camera.data.shift_y = -ROOM_BELOW / 2
    scene.camera = camera
    sun = bpy.data.objects.new("Sun", bpy.data.lights.new("Sun", "SUN"))
    sun.rotation_euler = (0.7, 0.2, 0)
    sun.data.energy = 3.0
    scene.collection.objects.link(sun)
    _floor(scene, Vector((middle.x, middle.y, low.z)), 4 * size)
    scene.world = bpy.data.worlds.new("World")
    scene.world.color = (0.03, 0.03, 0.09)
    set_look(scene)


def _floor(scene: bpy.types.Scene, centre: Vector, half: float) -> None:
    mesh = bpy.data.meshes.new("Floor")
    corners = [centre + Vector((x * half, y * half, 0)) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    mesh.from_pydata(corners, [], [(0, 1, 2, 3)])
    mesh.materials.append(material("platform"))
    scene.collection.objects.link(bpy.data.objects.new("Floor", mesh))


def _extent(scene: bpy.types.Scene, armature: bpy.types.Object) -> tuple[Vector, Vector]:
    """The box that the bones' ends keep within, looked at a few dozen times over the motion."""
    points = []
    for frame in np.linspace(scene.frame_start, scene.frame_end, 48):
        scene.frame_set(int(frame))
        points += [armature.matrix_world @ end for bone in armature.pose.bones for end in (bone.head, bone.tail)]
    scene.frame_set(scene.frame_start)
    values = np.array(points)
    return Vector(values.min(axis=0)), Vector(values.max(axis=0))


OPENERS: Mapping[str, Callable[[Path], bpy.types.Object]] = {
    ".blend": _open_blend,
    ".bvh": _import_bvh,
    ".fbx": _import_fbx,
    ".npz": _build_from_keypoints,
    ".pkl": _build_from_keypoints,
}
