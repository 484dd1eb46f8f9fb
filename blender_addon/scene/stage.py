# SPDX-License-Identifier: GPL-3.0-or-later
"""A temporary scene in which one object can be evaluated in any frame, without a trace in the user's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import bpy

from .cameras import all_cameras
from .preserving import preserved_animation


@contextmanager
def stage_for(scene: bpy.types.Scene, thing: bpy.types.Object) -> Iterator[bpy.types.Scene]:
    """A scene that holds only `thing` and the cameras of `scene`; it is gone afterwards.

    Constraints and drivers evaluate as in the user's scene, the user's frame, selection and visibility are never
    touched, and the meshes that make frame changes slow stay out.
    """
    with preserved_animation(), _posed(thing), _made(scene, thing) as stage:
        yield stage


@contextmanager
def _posed(thing: bpy.types.Object) -> Iterator[None]:
    """Show the pose of an armature that is switched to its rest position."""
    if thing.type != "ARMATURE" or thing.data.pose_position == "POSE":
        yield
        return
    thing.data.pose_position = "POSE"
    try:
        yield
    finally:
        thing.data.pose_position = "REST"


@contextmanager
def _made(scene: bpy.types.Scene, thing: bpy.types.Object) -> Iterator[bpy.types.Scene]:
    stage = bpy.data.scenes.new(".kinescore sampling")
    cast = {thing, *all_cameras(scene)}
    hidden = [member for member in cast if member.hide_viewport]
    try:
        for member in hidden:
            member.hide_viewport = False  # what is disabled in viewports is not evaluated
        for name in ("fps", "fps_base", "frame_map_old", "frame_map_new"):
            setattr(stage.render, name, getattr(scene.render, name))
        for member in cast:
            stage.collection.objects.link(member)
        stage.view_layers[0].update()
        yield stage
    finally:
        for member in hidden:
            member.hide_viewport = True
        bpy.data.scenes.remove(stage)
