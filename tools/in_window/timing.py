# SPDX-License-Identifier: GPL-3.0-or-later
"""Tempo finder, tempo map, hit points, intensity, the overlay, and keyframes moved onto the beat."""

from __future__ import annotations

import bpy

from .stage import Stage
from .window import Camera, Steps, area_of, editor_below, generate, invoke, redrawn, view_all


def take(stage: Stage, camera: Camera) -> Steps:
    """Each as the panel and as the timeline show it."""
    yield from stage.open()
    view = area_of("VIEW_3D")
    yield from _tempi(view, camera)
    yield from _hit_points(view, camera)
    yield from _curve(view, camera)
    yield from stage.open()
    yield from _nudge(area_of("VIEW_3D"), camera)


def _tempi(view: bpy.types.Area, camera: Camera) -> Steps:
    scene = bpy.context.scene
    yield from invoke(view, "kinescore.find_tempi")
    yield from camera.panel("panel-timing", view, "timing")
    for frame, bpm, metre, ramp in ((1, 112.0, "4/4", False), (241, 84.0, "3/4", True), (481, 120.0, "4/4", False)):
        scene.frame_set(frame)
        yield from invoke(view, "kinescore.add_tempo_change")
        change = scene.kinescore_timing.changes[-1]
        change.tempo_bpm, change.metre, change.ramp = bpm, metre, ramp
    yield from camera.panel("panel-tempo-map", view, "tempo_map", base=("timing",))
    scene.kinescore_timing.changes.clear()
    scene.kinescore_timing.own_map = False


def _hit_points(view: bpy.types.Area, camera: Camera) -> Steps:
    yield from invoke(view, "kinescore.overlay")
    yield from invoke(view, "kinescore.mark_hits")
    bpy.context.scene.frame_set(200)
    yield from invoke(view, "kinescore.add_hit")
    yield from camera.panel("panel-hit-points", view, "hit_points")
    sheet = editor_below(view, "DOPESHEET", 0.25)
    yield from view_all(sheet, "action.view_all")
    yield from camera.picture("hit-points", sheet)


def _curve(view: bpy.types.Area, camera: Camera) -> Steps:
    yield from invoke(view, "kinescore.intensity_curve")
    graph = area_of("DOPESHEET")
    graph.ui_type = "FCURVES"
    yield from view_all(graph, "graph.view_all")
    yield from camera.picture("intensity", graph)


def _nudge(view: bpy.types.Area, camera: Camera) -> Steps:
    yield from generate(view)
    yield from invoke(view, "kinescore.overlay")
    yield from invoke(view, "kinescore.show_in_sequencer")
    sequencer = area_of("SEQUENCE_EDITOR")
    yield from redrawn(sequencer)
    yield from camera.picture("overlay", sequencer)
    yield from invoke(view, "kinescore.nudge_animation", kind="WINDOW")
    window, middle = bpy.context.window_manager.windows[0], (view.x + view.width // 2, view.y + view.height // 2)
    window.cursor_warp(*middle)
    yield from invoke(view, "screen.redo_last", kind="WINDOW")
    yield from camera.box("nudge", (middle[0] - 20, middle[1] - 120, middle[0] + 330, middle[1] + 20))
