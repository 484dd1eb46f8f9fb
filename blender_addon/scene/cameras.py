# SPDX-License-Identifier: GPL-3.0-or-later
"""Which camera sees a frame, and where it puts a point of the world."""

from __future__ import annotations

import bpy
import numpy as np
from numpy.typing import NDArray


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


def all_cameras(scene: bpy.types.Scene) -> set[bpy.types.Object]:
    """Every camera that `camera_at` may return."""
    cameras = {marker.camera for marker in scene.timeline_markers} | {scene.camera}
    return {camera for camera in cameras if camera is not None}


def world_to_clip(
    render: bpy.types.RenderSettings, camera: bpy.types.Object, depsgraph: bpy.types.Depsgraph
) -> NDArray[np.float64]:
    """The matrix [4, 4] that takes world space to the clip space of an evaluated camera, whose scale does not count."""
    projection = camera.calc_matrix_camera(
        depsgraph,
        x=render.resolution_x,
        y=render.resolution_y,
        scale_x=render.pixel_aspect_x,
        scale_y=render.pixel_aspect_y,
    )
    return np.array(projection) @ np.array(camera.matrix_world.normalized().inverted_safe())
