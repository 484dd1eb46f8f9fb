# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's own dancer: a rig, a body, a stage and a choreography, built from code in Blender.

armature = build_dance(seconds=20.0)
"""

from __future__ import annotations

import bpy

from .body import build_body
from .choreography import Hit, choreograph
from .rig import apply, build_armature
from .stage import build_stage, look_through_camera
from .tracks import BPM, FPS

__all__ = ["BPM", "FPS", "Hit", "build_dance", "intended_hits", "set_look"]


def intended_hits(seconds: float = 20.0) -> tuple[Hit, ...]:
    """The moments, in seconds from the first frame, that the dance of this length is built to land on."""
    return choreograph(seconds)[1]


def build_dance(seconds: float = 20.0) -> bpy.types.Object:
    """Build the dance in a fresh scene, make that scene current, and return the armature.

    Frame 1 is time zero and a beat falls on it; the tempo is BPM throughout; the final pose is held on the last frame.
    Raises ValueError when `seconds` is too short for the choreography.
    """
    tracks, _ = choreograph(seconds)
    scene = bpy.data.scenes.new("Dance")
    scene.render.fps, scene.render.fps_base = FPS, 1.0
    scene.frame_start, scene.frame_end = 1, round(seconds * FPS)
    build_stage(scene)
    armature = build_armature(scene)
    build_body(scene, armature)
    apply(tracks, armature)
    set_look(scene)
    bpy.context.window.scene = scene
    look_through_camera()
    scene.frame_set(1)
    return armature


def set_look(scene: bpy.types.Scene) -> None:
    """How Workbench draws the scene: the materials' colours with shadows and soft studio light."""
    scene.view_settings.view_transform, scene.view_settings.exposure = "Standard", 1.0
    shading = scene.display.shading
    shading.light, shading.studio_light, shading.color_type = "STUDIO", "paint.sl", "MATERIAL"
    shading.show_shadows, shading.shadow_intensity = True, 0.5
    shading.show_specular_highlight = True
    scene.display.light_direction = (-0.35, 0.82, 0.45)  # right, up, towards the camera
