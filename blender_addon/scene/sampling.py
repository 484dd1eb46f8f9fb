# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an object and its bones are in every frame, read through the evaluated dependency graph, a slice at a time."""

from __future__ import annotations

import time
from dataclasses import dataclass

import bpy
import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError

from .cameras import camera_at, world_to_clip
from .places import bone_ends, box_points, vertex_points
from .stage import stage_for


@dataclass(frozen=True)
class FrameRange:
    """Frames to score, both ends inclusive."""

    first: int
    last: int


@dataclass(frozen=True)
class SampledMotion:
    """One object over time, in world space (metres, Z up), one row per frame.

    heads, tails: [T, B, 3] float64, of the `bones`; of an object without bones both are its points, and have no names.
    cameras: [T, 4, 4] float64, world to clip space of the camera active in each frame, or None when the scene has no
    camera. shots: [T], another number where another camera is active. fps: frames per second. size: (width, height) px
    of the picture.
    """

    bones: tuple[str, ...]
    heads: NDArray[np.float64]
    tails: NDArray[np.float64]
    cameras: NDArray[np.float64] | None
    shots: NDArray[np.int64]
    fps: float
    size: tuple[int, int]


class MotionSampler:
    """Samples one object over `frames`; call `advance` until it returns True, then `motion`.

    Each slice builds and frees a stage of its own (see `stage_for`): nothing of Blender's is held between slices,
    because undo would free it.
    """

    def __init__(
        self, scene: bpy.types.Scene, thing: bpy.types.Object, bones: tuple[str, ...], frames: FrameRange
    ) -> None:
        self._scene_uid, self._thing_uid, self._name = scene.session_uid, thing.session_uid, thing.name
        self._first_frame = frames.first
        self._count = frames.last - frames.first + 1
        render = scene.render
        self._fps = render.fps / render.fps_base
        self._size = (render.resolution_x, render.resolution_y)
        self._bones = bones
        self._heads: list[NDArray[np.float64]] = []
        self._tails: list[NDArray[np.float64]] = []
        self._vertices: int | None = None  # of a mesh, as long as they are the same ones
        self._cameras: list[NDArray[np.float64]] = []
        self._shots: list[int] = []

    @property
    def fraction(self) -> float:
        """Share of the frames that are sampled, 0..1."""
        return len(self._heads) / self._count

    def advance(self, seconds: float) -> bool:
        """Sample for about `seconds` (at least one frame); return whether all frames are done. Raises MotionError."""
        scene, thing = find_scene(self._scene_uid), _find(bpy.data.objects, self._thing_uid)
        if scene is None or thing is None:
            raise MotionError(f"'{self._name}' or its scene was removed while its motion was being read.")
        begun = time.perf_counter()
        with stage_for(scene, thing) as stage:
            building = time.perf_counter() - begun
            deadline = time.perf_counter() + max(seconds, building)  # a rig that is slow to build gets longer slices
            while len(self._heads) < self._count:
                self._sample(scene, thing, stage)
                if time.perf_counter() > deadline:
                    break
        return len(self._heads) == self._count

    def motion(self) -> SampledMotion:
        """What was sampled. Raises MotionError for places that are not finite numbers."""
        heads, tails = np.stack(self._heads), np.stack(self._tails)
        bad = ~np.isfinite(heads + tails).all(axis=2)
        if bad.any():
            index, bone = np.argwhere(bad)[0]
            what = f"bone '{self._bones[bone]}'" if self._bones else f"'{self._name}'"
            raise MotionError(
                f"The place of {what} is not a finite number in frame {self._first_frame + index}.",
                "Look for a driver, constraint or zero scale that breaks there.",
            )
        cameras = np.stack(self._cameras) if len(self._cameras) == self._count else None
        return SampledMotion(self._bones, heads, tails, cameras, np.array(self._shots), self._fps, self._size)

    def _sample(self, scene: bpy.types.Scene, thing: bpy.types.Object, stage: bpy.types.Scene) -> None:
        frame = self._first_frame + len(self._heads)
        stage.frame_set(frame)
        depsgraph = stage.view_layers[0].depsgraph
        evaluated = thing.evaluated_get(depsgraph)
        if self._bones:
            heads, tails = (bone_ends(evaluated, end, self._bones) for end in ("head", "tail"))
        else:
            heads = tails = self._points(evaluated)
        self._heads.append(heads)
        self._tails.append(tails)
        camera = camera_at(scene, frame)
        self._shots.append(camera.session_uid if camera is not None else 0)
        if camera is not None:
            self._cameras.append(world_to_clip(scene.render, camera.evaluated_get(depsgraph), depsgraph))

    def _points(self, evaluated: bpy.types.Object) -> NDArray[np.float64]:
        """Box and vertices of an object; the box alone from where on the mesh consists of other vertices."""
        box = box_points(evaluated)
        if not self._heads:
            vertices = vertex_points(evaluated, None)
            self._vertices = len(evaluated.data.vertices) if vertices is not None else None
        elif self._vertices is not None:
            vertices = vertex_points(evaluated, self._vertices)
        else:
            vertices = None
        if vertices is not None:
            return np.concatenate([box, vertices])
        if self._vertices is not None:
            self._vertices = None
            self._heads = [points[: len(box)] for points in self._heads]
            self._tails = [points[: len(box)] for points in self._tails]
        return box


def find_scene(session_uid: int) -> bpy.types.Scene | None:
    """The scene that had this id when the work began; ids outlive renaming and undo, references do not."""
    return _find(bpy.data.scenes, session_uid)


def _find(collection: bpy.types.bpy_prop_collection, session_uid: int) -> bpy.types.ID | None:
    return next((block for block in collection if block.session_uid == session_uid), None)
