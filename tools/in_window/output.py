# SPDX-License-Identifier: GPL-3.0-or-later
"""Bones, company, stems, loudness, markers, export."""

from __future__ import annotations

import bpy

from .stage import Stage
from .window import Camera, Steps, area_of, generate, invoke, redrawn, region_of, view_all


def take(stage: Stage, camera: Camera) -> Steps:
    """What goes in beside the character, and what comes out beside the mix."""
    yield from stage.open()
    view = area_of("VIEW_3D")
    yield from _company(view, camera)
    yield from camera.panel("panel-rig", view, "rig")
    yield from _stems(view, camera)
    view.ui_type = "SEQUENCE_EDITOR"  # the other one is too low for a long panel
    yield from redrawn(view)
    yield from camera.panel("panel-output", view, "output")
    yield from camera.panel("panel-markers", view, "markers")
    yield from _export(view, camera)


def _company(view: bpy.types.Area, camera: Camera) -> Steps:
    scene = bpy.context.scene
    ball = bpy.data.objects.new("Ball", None)
    scene.collection.objects.link(ball)
    for frame, height in ((1, 0.0), (20, 2.0), (40, 0.0), (60, 1.5), (80, 0.0)):
        ball.location.z = height
        ball.keyframe_insert("location", frame=frame)
    row = scene.kinescore.companions.add()
    row.thing, row.weight = ball, 0.5
    yield from camera.panel("panel-company", view, "company")
    scene.kinescore.companions.clear()


def _stems(view: bpy.types.Area, camera: Camera) -> Steps:
    scene = bpy.context.scene
    scene.kinescore.stems, scene.kinescore.prompt = True, "funk"
    yield from generate(view)
    yield from invoke(view, "kinescore.show_in_sequencer")
    sequencer = area_of("SEQUENCE_EDITOR")
    yield from view_all(sequencer, "sequencer.view_all")
    yield from camera.picture("stems", sequencer)


def _export(view: bpy.types.Area, camera: Camera) -> Steps:
    bpy.context.preferences.view.filebrowser_display_type = "SCREEN"
    yield from invoke(view, "kinescore.export_soundtrack")
    browser = area_of("FILE_BROWSER")
    yield from redrawn(browser)
    yield from camera.picture("export", region_of(browser, "TOOL_PROPS"))
