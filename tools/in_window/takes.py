# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes, their sections, and the animation that has changed since."""

from __future__ import annotations

import sys

import bpy

from .stage import Stage
from .window import (
    EXTENSION,
    PATIENCE_SECONDS,
    Camera,
    Steps,
    area_of,
    generate,
    invoke,
    redrawn,
    region_of,
    show_panels,
    until,
)


def take(stage: Stage, camera: Camera) -> Steps:
    """Four takes, what is known of them, and what can be done with one."""
    yield from stage.open()
    view, scene = area_of("VIEW_3D"), bpy.context.scene
    scene.kinescore.prompt, scene.kinescore.take_count = "joyful house with piano", 4
    yield from generate(view)
    takes = scene.kinescore_takes
    takes[1].starred, takes[1].name = True, "The one"
    yield from camera.panel("panel-takes", view, "takes")
    yield from _form(view, camera)
    yield from _changed(view, camera)


def _form(view: bpy.types.Area, camera: Camera) -> Steps:
    scene = bpy.context.scene
    scene.kinescore_form.start, scene.kinescore_form.ending = "count-in", "stab"
    for frame, name in ((180, "chorus"), (420, "calm")):
        scene.frame_set(frame)
        yield from invoke(view, "kinescore.add_section", name=name)
    yield from camera.panel("panel-form", view, "sections")


def _changed(view: bpy.types.Area, camera: Camera) -> Steps:
    """An arm is keyed anew, as an artist would; the panel notices by itself."""
    dancer = bpy.context.scene.objects["Dancer"]
    bone = dancer.pose.bones["mixamorig:LeftArm"]
    for frame in range(200, 300, 20):
        bone.rotation_quaternion = (0.7, 0.7 if frame % 40 else -0.7, 0.0, 0.0)
        bone.keyframe_insert("rotation_quaternion", frame=frame)
    watching = sys.modules[f"{EXTENSION}.run.watching"]
    watching.SLOW_SECONDS = PATIENCE_SECONDS  # a window that is drawn without a graphics card is no slow rig
    yield from invoke(view, "kinescore.dismiss")
    dancer.update_tag()
    yield from redrawn(view)
    yield from until(lambda: watching.watcher.is_changed(bpy.context.scene), seconds=PATIENCE_SECONDS)
    yield from show_panels(view, (), ())
    yield from camera.picture("panel-changed", region_of(view, "UI"))
