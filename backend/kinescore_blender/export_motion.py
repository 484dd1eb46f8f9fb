# SPDX-License-Identifier: GPL-3.0-or-later
"""Import a motion file into an empty Blender and write where the bones of its armature are in every frame.

    python export_motion.py FILE OUT.npz                             with bpy as a module
    blender -b --factory-startup --python export_motion.py -- FILE OUT.npz

OUT.npz holds names (JSON, as bytes), parents [J], fps, heads and tails [T, J, 3] float32 in Blender's world axes.
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
    if armature is None:
        return "it holds no animated armature"
    first, last = (round(frame) for frame in armature.animation_data.action.frame_range)
    names = [bone.name for bone in armature.data.bones]
    if (last - first + 1) * len(names) > MAX_POINTS:
        return f"{last - first + 1} frames of {len(names)} bones are too many"
    heads, tails = sampled(armature, first, last)
    index = {name: number for number, name in enumerate(names)}
    parents = [index[bone.parent.name] if bone.parent else -1 for bone in armature.data.bones]
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
    if suffix == ".fbx":
        bpy.ops.import_scene.fbx(filepath=source, anim_offset=0.0)
    elif suffix in (".glb", ".gltf"):
        bpy.ops.import_scene.gltf(filepath=source)
    else:
        bpy.ops.wm.usd_import(filepath=source, set_frame_range=True)


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
