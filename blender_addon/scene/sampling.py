# SPDX-License-Identifier: GPL-3.0-or-later
"""Where every bone is in every frame, read through the evaluated dependency graph, a slice at a time."""

from __future__ import annotations

import time
from dataclasses import dataclass

import bpy
import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError

from .cameras import camera_at, world_to_clip
from .stage import stage_for


@dataclass(frozen=True)
class FrameRange:
    """Frames to score, both ends inclusive."""

    first: int
    last: int


@dataclass(frozen=True)
class SampledMotion:
    """Bones of one armature over time, in world space (metres, Z up), one row per frame.

    heads, tails: [T, B, 3] float64. cameras: [T, 4, 4] float64, world to clip space of the camera active in each frame,
    or None when the scene has no camera. fps: frames per second. size: (width, height) px of the picture.
    """

    bones: tuple[str, ...]
    heads: NDArray[np.float64]
    tails: NDArray[np.float64]
    cameras: NDArray[np.float64] | None
    fps: float
    size: tuple[int, int]


class MotionSampler:
    """Samples one armature over `frames`; call `advance` until it returns True, then `motion`.

    Each slice builds and frees a stage of its own (see `stage_for`): nothing of Blender's is held between slices,
    because undo would free it.
    """

    def __init__(
        self, scene: bpy.types.Scene, armature: bpy.types.Object, bones: tuple[str, ...], frames: FrameRange
    ) -> None:
        self._scene_uid, self._armature_uid = scene.session_uid, armature.session_uid
        self._first_frame = frames.first
        count = frames.last - frames.first + 1
        render = scene.render
        self._fps = render.fps / render.fps_base
        self._size = (render.resolution_x, render.resolution_y)
        self._bones = bones
        self._heads = np.empty((count, len(bones), 3))
        self._tails = np.empty((count, len(bones), 3))
        self._cameras: NDArray[np.float64] | None = np.empty((count, 4, 4))
        self._done = 0

    @property
    def fraction(self) -> float:
        """Share of the frames that are sampled, 0..1."""
        return self._done / len(self._heads)

    def advance(self, seconds: float) -> bool:
        """Sample for about `seconds` (at least one frame); return whether all frames are done. Raises MotionError."""
        scene, armature = find_scene(self._scene_uid), _find(bpy.data.objects, self._armature_uid)
        if scene is None or armature is None:
            raise MotionError("The armature or its scene was removed while its motion was being read.")
        begun = time.perf_counter()
        with stage_for(scene, armature) as stage:
            building = time.perf_counter() - begun
            deadline = time.perf_counter() + max(seconds, building)  # a rig that is slow to build gets longer slices
            while self._done < len(self._heads):
                self._sample(scene, armature, stage)
                self._done += 1
                if time.perf_counter() > deadline:
                    break
        return self._done == len(self._heads)

    def motion(self) -> SampledMotion:
        """What was sampled. Raises MotionError for bones whose place is not a finite number."""
        bad = ~np.isfinite(self._heads + self._tails).all(axis=2)
        if bad.any():
            index, bone = np.argwhere(bad)[0]
            raise MotionError(
                f"The place of bone '{self._bones[bone]}' is not a finite number in frame {self._first_frame + index}.",
                "Look for a driver, constraint or zero scale that breaks there.",
            )
        return SampledMotion(self._bones, self._heads, self._tails, self._cameras, self._fps, self._size)

    def _sample(self, scene: bpy.types.Scene, armature: bpy.types.Object, stage: bpy.types.Scene) -> None:
        frame = self._first_frame + self._done
        stage.frame_set(frame)
        depsgraph = stage.view_layers[0].depsgraph
        evaluated = armature.evaluated_get(depsgraph)
        self._heads[self._done] = _in_world(evaluated, "head", self._bones)
        self._tails[self._done] = _in_world(evaluated, "tail", self._bones)
        camera = camera_at(scene, frame)
        if camera is None:
            self._cameras = None
        elif self._cameras is not None:
            self._cameras[self._done] = world_to_clip(scene.render, camera.evaluated_get(depsgraph), depsgraph)


def find_scene(session_uid: int) -> bpy.types.Scene | None:
    """The scene that had this id when the work began; ids outlive renaming and undo, references do not."""
    return _find(bpy.data.scenes, session_uid)


def _find(collection: bpy.types.bpy_prop_collection, session_uid: int) -> bpy.types.ID | None:
    return next((block for block in collection if block.session_uid == session_uid), None)


def _in_world(evaluated: bpy.types.Object, end: str, bones: tuple[str, ...]) -> NDArray[np.float64]:
    """World positions [B, 3] of one end ("head" or "tail") of each bone."""
    pose = evaluated.pose.bones
    flat = np.empty(len(pose) * 3, np.float32)
    pose.foreach_get(end, flat)
    local = flat.reshape(-1, 3)[[pose.find(bone) for bone in bones]].astype(np.float64)
    world = np.array(evaluated.matrix_world)
    return local @ world[:3, :3].T + world[:3, 3]
