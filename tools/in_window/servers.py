# SPDX-License-Identifier: GPL-3.0-or-later
"""A server at work: the list, the preferences' page, progress, and a job that outlives the window."""

from __future__ import annotations

import sys

import bpy

from .stage import Stage
from .window import (
    EXTENSION,
    Camera,
    Steps,
    area_of,
    invoke,
    is_running,
    redrawn,
    region_of,
    show_panels,
    until,
    within,
)

AWAY = "tcp://127.0.0.1:9"
"""Where nobody answers."""


def take(stage: Stage, camera: Camera) -> Steps:
    """All with the server that runs beside this Blender."""
    yield from stage.open()
    view, preferences = area_of("VIEW_3D"), stage.preferences
    for address in (AWAY, stage.address):
        preferences.servers.add().address = address
    preferences.server_index, preferences.address = 1, stage.address
    yield from invoke(view, "kinescore.check_servers")
    watch = sys.modules[f"{EXTENSION}.settings.server_list"].watch
    yield from until(lambda: not any(watch.is_asking(entry.address) for entry in preferences.servers))
    yield from camera.panel("panel-servers", view, "servers")
    yield from _progress(stage, view, camera)
    yield from _page(area_of("VIEW_3D"), camera)
    preferences.address = ""
    preferences.servers.clear()


def _progress(stage: Stage, view: bpy.types.Area, camera: Camera) -> Steps:
    yield from show_panels(view, (), ())
    runs = sys.modules[f"{EXTENSION}.run.runs"]
    bpy.context.scene.kinescore.take_count = 4
    yield from invoke(view, "kinescore.generate")
    yield from until(lambda: bool(bpy.context.scene.kinescore.pending))
    at_work = stage.folder / "at_work.blend"
    with within(view):
        bpy.ops.wm.save_as_mainfile(filepath=str(at_work), copy=True)
    yield from until(lambda: runs.current(bpy.context.scene).progress.fraction > 0.1)
    yield from camera.picture("panel-progress", region_of(view, "UI"))
    yield from stage.open(at_work)  # as if Blender had been closed in between
    view = area_of("VIEW_3D")
    yield from show_panels(view, (), ())
    yield from camera.picture("panel-resume", region_of(view, "UI"))
    yield from invoke(view, "kinescore.resume")
    yield from until(lambda: not is_running())


def _page(view: bpy.types.Area, camera: Camera) -> Steps:
    yield from invoke(view, "kinescore.open_preferences")
    window = bpy.context.window_manager.windows[-1]
    (area,) = window.screen.areas
    yield from redrawn(area)
    left, lower, share = window.x, window.y, 0.58  # above it stands where on this machine the add-on lies
    yield from camera.box("preferences", (left, lower, left + window.width, lower + round(share * window.height)))
    with bpy.context.temp_override(window=window):
        bpy.ops.wm.window_close()
