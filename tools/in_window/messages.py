# SPDX-License-Identifier: GPL-3.0-or-later
"""Errors and the buttons that mend them."""

from __future__ import annotations

import bpy

from .servers import AWAY
from .stage import Stage
from .window import Camera, Steps, area_of, generate, region_of, show_panels, within


def take(stage: Stage, camera: Camera) -> Steps:
    """A server that is away, and a character that is being edited."""
    yield from stage.open()
    view = area_of("VIEW_3D")
    yield from show_panels(view, (), ())
    stage.preferences.address = AWAY
    yield from generate(view)
    yield from camera.picture("panel-error", region_of(view, "UI"))
    stage.preferences.address = ""
    yield from stage.open()
    view = area_of("VIEW_3D")
    with within(view):
        bpy.ops.object.mode_set(mode="EDIT")
    yield from show_panels(view, (), ())
    yield from camera.picture("panel-edit-mode", region_of(view, "UI"))
