"""Things that move and are no humanoids, built from code: a ball, a robot arm, a face, a bird."""

from __future__ import annotations

import math
from collections.abc import Callable

import bpy
import numpy as np

from blender_addon import compat


def end_frame(scene: bpy.types.Scene, seconds: float) -> None:
    """Let the scene last so long."""
    scene.frame_end = scene.frame_start + round(seconds * scene.render.fps) - 1


def add_mesh(scene: bpy.types.Scene, name: str, size: float = 0.2) -> bpy.types.Object:
    """A small cube, active in the scene."""
    mesh = bpy.data.meshes.new(name)
    corners = [(x, y, z) for x in (-size, size) for y in (-size, size) for z in (-size, size)]
    mesh.from_pydata(corners, [], [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)])
    thing = bpy.data.objects.new(name, mesh)
    scene.collection.objects.link(thing)
    bpy.context.view_layer.objects.active = thing
    return thing


def key(thing: bpy.types.ID, path: str, frame: float, value: object) -> None:
    """Set and keep a value."""
    setattr(thing, path, value)
    thing.keyframe_insert(path, frame=frame)


def bounce(
    thing: bpy.types.Object, scene: bpy.types.Scene, height: float, restitution: float, spin: float = 0.0
) -> list[float]:
    """Key a bounce as animators do, contacts sharp and tops eased; return the contacts' times in seconds from frame 1.

    The keys of contacts lie between frames wherever physics puts them.
    """
    fps = scene.render.fps
    gravity, seconds = 9.81, 0.0
    frame = float(scene.frame_start)
    key(thing, "location", frame, (0, 0, height))
    fall, contacts = math.sqrt(2 * height / gravity), []
    while height > 0.005 and seconds + fall < (scene.frame_end - scene.frame_start - 2) / fps:
        seconds += fall
        contacts.append(seconds)
        key(thing, "location", frame + seconds * fps, (0.3 * seconds, 0, 0))
        height *= restitution**2
        fall = math.sqrt(2 * height / gravity)
        seconds += fall
        key(thing, "location", frame + seconds * fps, (0.3 * seconds, 0, height))
    for curve in compat.action_curves(thing.animation_data.action):
        for point in curve.keyframe_points:
            point.interpolation = "QUAD"
            if curve.array_index == 2:
                point.easing = "EASE_OUT" if point.co.y < 1e-6 else "EASE_IN"
            else:
                point.interpolation = "LINEAR"
    if spin:
        key(thing, "rotation_euler", frame, (0, 0, 0))
        key(thing, "rotation_euler", scene.frame_end, (0, spin * scene.frame_end / fps, 0))
    return contacts


def add_chain(scene: bpy.types.Scene, name: str, bones: int) -> bpy.types.Object:
    """An armature of a row of upright bones of one metre; active in the scene."""
    data = bpy.data.armatures.new(name)
    rig = bpy.data.objects.new(name, data)
    scene.collection.objects.link(rig)
    bpy.context.view_layer.objects.active = rig
    bpy.ops.object.mode_set(mode="EDIT")
    parent = None
    for number in range(bones):
        bone = data.edit_bones.new(f"{name} {number}")
        bone.head, bone.tail = (0, 0, number), (0, 0, number + 1)
        bone.parent = parent
        parent = bone
    bpy.ops.object.mode_set(mode="OBJECT")
    return rig


def swing_on_beats(rig: bpy.types.Object, scene: bpy.types.Scene, bpm: float, angle: float = 0.7) -> None:
    """Turn every bone to one side and the other, arriving on each beat."""
    fps = scene.render.fps
    for beat in range(int((scene.frame_end - scene.frame_start) / fps * bpm / 60) + 2):
        for bone in rig.pose.bones:
            bone.rotation_mode = "XYZ"
            bone.rotation_euler = (0, 0, angle * (-1) ** beat)
            bone.rotation_euler.x = angle * (-1) ** beat
            bone.keyframe_insert("rotation_euler", frame=scene.frame_start + beat * 60 / bpm * fps)


def on_every_beat(scene: bpy.types.Scene, bpm: float, keyed: Callable[[float, float], None]) -> None:
    """Call keyed(frame, value) with values 1 and 0 in turns, half a beat apart."""
    fps = scene.render.fps
    for half in np.arange(0, (scene.frame_end - scene.frame_start) / fps * bpm / 30):
        keyed(scene.frame_start + half * 30 / bpm * fps, float(half % 2))
