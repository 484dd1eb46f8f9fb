# SPDX-License-Identifier: GPL-3.0-or-later
"""Where every bone is in every frame, read through the evaluated dependency graph, a slice at a time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import bpy
import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError

from .preserving import preserved_animation


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
    """Samples one armature over [first_frame, last_frame]; call `advance` until it returns True, then `motion`.

    Each slice builds and frees a temporary scene that holds only the armature and the cameras: constraints and drivers
    evaluate as in the user's scene, the user's frame, selection and visibility are never touched, and the meshes that
    make frame changes slow stay out. Nothing of Blender's is held between slices, because undo would free it.
    """

    def __init__(
        self,
        scene: bpy.types.Scene,
        armature: bpy.types.Object,
        bones: tuple[str, ...],
        first_frame: int,
        last_frame: int,
    ) -> None:
        self._scene_uid, self._armature_uid = scene.session_uid, armature.session_uid
        self._first_frame = first_frame
        frames = last_frame - first_frame + 1
        render = scene.render
        self._fps = render.fps / render.fps_base
        self._size = (render.resolution_x, render.resolution_y)
        self._bones = bones
        self._heads = np.empty((frames, len(bones), 3))
        self._tails = np.empty((frames, len(bones), 3))
        self._cameras: NDArray[np.float64] | None = np.empty((frames, 4, 4))
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
        with preserved_animation(), _animated(armature), _stage(scene, armature) as stage:
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
            self._cameras[self._done] = _world_to_clip(scene.render, camera.evaluated_get(depsgraph), depsgraph)


def find_scene(session_uid: int) -> bpy.types.Scene | None:
    """The scene that had this id when the work began; ids outlive renaming and undo, references do not."""
    return _find(bpy.data.scenes, session_uid)


def _find(collection: bpy.types.bpy_prop_collection, session_uid: int) -> bpy.types.ID | None:
    return next((block for block in collection if block.session_uid == session_uid), None)


def camera_at(scene: bpy.types.Scene, frame: int) -> bpy.types.Object | None:
    """The camera that Blender renders `frame` with: bound to the last marker so far (or the first to come), else the
    scene's own. Cameras hidden in renders do not count as bound."""
    bound = sorted(
        (marker for marker in scene.timeline_markers if marker.camera and not marker.camera.hide_render),
        key=lambda marker: marker.frame,
    )
    reached = [marker for marker in bound if marker.frame <= frame]
    if reached:
        return reached[-1].camera
    return bound[0].camera if bound else scene.camera


def _cameras(scene: bpy.types.Scene) -> set[bpy.types.Object]:
    cameras = {marker.camera for marker in scene.timeline_markers} | {scene.camera}
    return {camera for camera in cameras if camera is not None}


@contextmanager
def _stage(scene: bpy.types.Scene, armature: bpy.types.Object) -> Iterator[bpy.types.Scene]:
    """A temporary scene with the armature and all cameras of `scene`."""
    stage = bpy.data.scenes.new(".kinescore sampling")
    hidden = [thing for thing in {armature, *_cameras(scene)} if thing.hide_viewport]
    try:
        for thing in hidden:
            thing.hide_viewport = False  # what is disabled in viewports is not evaluated
        stage.render.fps, stage.render.fps_base = scene.render.fps, scene.render.fps_base
        for thing in {armature, *_cameras(scene)}:
            stage.collection.objects.link(thing)
        stage.view_layers[0].update()
        yield stage
    finally:
        for thing in hidden:
            thing.hide_viewport = True
        bpy.data.scenes.remove(stage)


@contextmanager
def _animated(armature: bpy.types.Object) -> Iterator[None]:
    """Show the pose of an armature that is switched to its rest position."""
    position = armature.data.pose_position
    if position == "POSE":
        yield
        return
    armature.data.pose_position = "POSE"
    try:
        yield
    finally:
        armature.data.pose_position = position


def _in_world(evaluated: bpy.types.Object, end: str, bones: tuple[str, ...]) -> NDArray[np.float64]:
    """World positions [B, 3] of one end ("head" or "tail") of each bone."""
    pose = evaluated.pose.bones
    flat = np.empty(len(pose) * 3, np.float32)
    pose.foreach_get(end, flat)
    local = flat.reshape(-1, 3)[[pose.find(bone) for bone in bones]].astype(np.float64)
    world = np.array(evaluated.matrix_world)
    return local @ world[:3, :3].T + world[:3, 3]


def _world_to_clip(
    render: bpy.types.RenderSettings, camera: bpy.types.Object, depsgraph: bpy.types.Depsgraph
) -> NDArray[np.float64]:
    projection = camera.calc_matrix_camera(
        depsgraph,
        x=render.resolution_x,
        y=render.resolution_y,
        scale_x=render.pixel_aspect_x,
        scale_y=render.pixel_aspect_y,
    )
    return np.array(projection) @ np.array(camera.matrix_world.normalized().inverted_safe())
