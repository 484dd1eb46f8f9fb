# SPDX-License-Identifier: GPL-3.0-or-later
"""The first look: a BVH file imported as Blender does it, three clicks, music."""

from __future__ import annotations

import time

import bpy

from .stage import Stage
from .window import (
    Camera,
    Steps,
    area_of,
    generate,
    invoke,
    is_running,
    redrawn,
    region_of,
    show_panels,
    until,
    view_all,
    within,
)


def take(stage: Stage, camera: Camera) -> Steps:
    """The panel before and after the music, the music in the Sequencer, and how long it took."""
    yield from _imported(stage, camera)
    yield from stage.open()
    view = area_of("VIEW_3D")
    yield from show_panels(view, ())
    yield from camera.picture("panel-3dview", region_of(view, "UI"))
    bpy.context.scene.kinescore.prompt = "joyful house with piano"
    yield from generate(view)
    yield from show_panels(view, (), ())
    yield from camera.picture("panel-made", region_of(view, "UI"))
    yield from invoke(view, "kinescore.show_in_sequencer")
    sequencer = area_of("SEQUENCE_EDITOR")
    bpy.context.scene.frame_set(322)
    yield from show_panels(sequencer, ())
    yield from view_all(sequencer, "sequencer.view_all")
    yield from camera.picture("sequencer", sequencer)


def _imported(stage: Stage, camera: Camera) -> Steps:
    with bpy.context.temp_override(window=bpy.context.window_manager.windows[0]):
        bpy.ops.wm.read_homefile(app_template="")
    yield 0.5
    view = area_of("VIEW_3D")
    with within(view):  # as File > Import, nothing changed
        bpy.ops.import_anim.bvh("EXEC_DEFAULT", True, filepath=str(stage.bvh))
    yield from redrawn(view)
    yield from show_panels(view, (), ())  # a key press and the first click: N, Soundtrack
    yield from camera.picture("panel-imported", region_of(view, "UI"))
    begun, worked = time.monotonic(), time.process_time()
    with within(view, "UI"):
        bpy.ops.kinescore.match_animation("INVOKE_DEFAULT", True)  # the second: Use Its Frame Rate and All Frames
        bpy.ops.kinescore.generate("INVOKE_DEFAULT", True)  # the third
    yield from until(lambda: not is_running())
    took, busy = time.monotonic() - begun, time.process_time() - worked
    print(
        f"3 clicks, {took:.1f} s from the second to the music, {busy:.1f} s of them worked by this process", flush=True
    )
    yield from redrawn(view)
    yield from camera.picture("panel-unsaved", region_of(view, "UI"))
