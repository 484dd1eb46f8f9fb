# SPDX-License-Identifier: GPL-3.0-or-later
"""Import a motion file into an empty Blender and write where the bones of its armature are in every frame; without an
armature, where its objects are.

    python export_motion.py FILE OUT.npz                             with bpy as a module
    blender -b --factory-startup --python export_motion.py -- FILE OUT.npz

OUT.npz holds names (JSON, as bytes), parents [J], fps, heads and tails [T, J, 3] float32 in Blender's world axes. An
object's head is its origin, its tail the far corner of its bounding box.
The last line printed is "kinescore: " and one sentence, where there is no such motion, or "kinescore: done".
"""

from __future__ import annotations

import json
import os
import re
import sys

import bpy
import numpy as np

MAX_POINTS = 30_000_000
"""Frames times bones."""


def main(source: str, target: str) -> str:
    """Import, sample, write; returns what is printed."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    import_file(source)
    armature = most_animated()
    things = [armature] if armature else moving_objects()
    if not things:
        return "it holds no animated armature and no animated objects"
    first, last = frame_range(things)
    names = [bone.name for bone in armature.data.bones] if armature else [thing.name for thing in things]
    if (last - first + 1) * len(names) > MAX_POINTS:
        return f"{last - first + 1} frames of {len(names)} bones or objects are too many"
    parents = [-1] * len(names)
    if armature:
        index = {name: number for number, name in enumerate(names)}
        parents = [index[bone.parent.name] if bone.parent else -1 for bone in armature.data.bones]
    heads, tails = sampled(armature, first, last) if armature else sampled_objects(things, first, last)
    np.savez(
        target,
        names=np.frombuffer(json.dumps(names).encode(), np.uint8),
        parents=np.array(parents, np.int32),
        heads=heads,
        tails=tails,
        fps=np.float64(frame_rate(source)),
    )
    return "done"


def import_file(source: str) -> None:
    """Import by suffix, with the importers that each Blender from 4.2 on brings."""
    suffix = os.path.splitext(source)[1].lower()
    if suffix == ".fbx" and is_text(source):
        if bpy.app.version < (4, 5, 0):
            raise RuntimeError(f"text FBX is read by Blender 4.5 and later, this is {bpy.app.version_string}")
        bpy.ops.wm.fbx_import(filepath=source, anim_offset=0.0)
    elif suffix == ".fbx":
        bpy.ops.import_scene.fbx(filepath=source, anim_offset=0.0)
    elif suffix in (".glb", ".gltf"):
        bpy.ops.import_scene.gltf(filepath=source)
    else:
        bpy.ops.wm.usd_import(filepath=source, set_frame_range=True)


def is_text(source: str) -> bool:
    """True for FBX as text, which the older of Blender's importers does not read."""
    with open(source, "rb") as file:
        return not file.read(18).startswith(b"Kaydara FBX Binary")


def frame_rate(source: str) -> float:
    """Frames per second: the scene's, which FBX and glTF set. USD does not: its file is asked, and 0 is not known."""
    suffix = os.path.splitext(source)[1].lower()
    if suffix in (".fbx", ".glb", ".gltf"):
        return bpy.context.scene.render.fps / bpy.context.scene.render.fps_base
    try:
        from pxr import Usd  # in Blender, not in its module

        return float(Usd.Stage.Open(source).GetTimeCodesPerSecond())
    except ImportError:
        with open(source, "rb") as file:
            said = re.search(rb"timeCodesPerSecond\s*=\s*([0-9.]+)", file.read(100_000))
        return float(said[1]) if said else 0.0


def most_animated() -> bpy.types.Object | None:
    """The armature whose action goes on for longest; of equals the one with most bones."""
    armatures = [
        thing
        for thing in bpy.data.objects
        if thing.type == "ARMATURE" and thing.animation_data is not None and thing.animation_data.action is not None
    ]

    def length(armature: bpy.types.Object) -> tuple[float, int]:
        first, last = armature.animation_data.action.frame_range
        return last - first, len(armature.data.bones)

    return max(armatures, key=length, default=None)


def moving_objects() -> list[bpy.types.Object]:
    """Objects that move: by an action, by a cache as of USD, or because one above them does."""
    return [thing for thing in bpy.data.objects if any(is_animated(above) for above in lineage(thing))]


def lineage(thing: bpy.types.Object) -> list[bpy.types.Object]:
    """The object and all above it."""
    return [thing, *lineage(thing.parent)] if thing.parent else [thing]


def is_animated(thing: bpy.types.Object) -> bool:
    """Whether the object itself has an action or a cache."""
    has_action = thing.animation_data is not None and thing.animation_data.action is not None
    return has_action or any(one.type == "TRANSFORM_CACHE" for one in thing.constraints)


def frame_range(things: list[bpy.types.Object]) -> tuple[int, int]:
    """First and last frame of all actions, or the scene's, which an import of caches sets."""
    animated = {above.name: above for thing in things for above in lineage(thing) if above.animation_data is not None}
    ranges = [thing.animation_data.action.frame_range for thing in animated.values() if thing.animation_data.action]
    scene = bpy.context.scene
    if not ranges:
        return scene.frame_start, scene.frame_end
    return round(min(first for first, _ in ranges)), round(max(last for _, last in ranges))


def sampled_objects(things: list[bpy.types.Object], first: int, last: int) -> tuple[np.ndarray, np.ndarray]:
    """Origins and far corners [T, J, 3] in the world, from frame `first` to `last`, both included."""
    corners = np.array([np.max([tuple(corner) for corner in thing.bound_box], axis=0) for thing in things])
    ends = np.empty((2, last - first + 1, len(things), 3), np.float32)
    for number, frame in enumerate(range(first, last + 1)):
        bpy.context.scene.frame_set(frame)
        matrices = np.array([thing.matrix_world for thing in things])
        ends[0, number] = matrices[:, :3, 3]
        ends[1, number] = (matrices[:, :3, :3] @ corners[:, :, None])[..., 0] + matrices[:, :3, 3]
    return ends[0], ends[1]


def sampled(armature: bpy.types.Object, first: int, last: int) -> tuple[np.ndarray, np.ndarray]:
    """Heads and tails [T, J, 3] in the world, from frame `first` to `last`, both included."""
    scene, count = bpy.context.scene, len(armature.data.bones)
    ends = np.empty((2, last - first + 1, count, 3), np.float32)
    flat = np.empty(3 * count, np.float32)
    for thing in bpy.data.objects:  # meshes would be deformed in every frame, for nobody to see
        if thing.type == "MESH":
            thing.hide_viewport = True
    for number, frame in enumerate(range(first, last + 1)):
        scene.frame_set(frame)
        matrix = np.array(armature.matrix_world, np.float32)
        for end, name in enumerate(("head", "tail")):
            armature.pose.bones.foreach_get(name, flat)
            ends[end, number] = flat.reshape(count, 3) @ matrix[:3, :3].T + matrix[:3, 3]
    return ends[0], ends[1]


if __name__ == "__main__":
    given = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:]
    try:
        said = main(*given)
    except Exception as error:  # a damaged file fails in every way; the caller wants one sentence
        said = (
            f"Blender cannot import it ({str(error).strip().splitlines()[-1][:120]})" if str(error) else "Blender fails"
        )
    print(f"\nkinescore: {said}", flush=True)
    os._exit(0)  # bpy 4.2 crashes and 4.5 hangs in Python's teardown
