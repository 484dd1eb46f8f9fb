# SPDX-License-Identifier: GPL-3.0-or-later
"""Pocket on a server: chosen in the panel, played, and what its take says."""

from __future__ import annotations

import sys

import bpy

from .stage import Stage
from .window import EXTENSION, Camera, Steps, area_of, generate, invoke, until


def take(stage: Stage, camera: Camera) -> Steps:
    """What an artist sees of another engine than the built-in one."""
    yield from stage.open()
    view, preferences, settings = area_of("VIEW_3D"), stage.preferences, bpy.context.scene.kinescore
    preferences.servers.add().address = stage.address
    preferences.server_index, preferences.address = 0, stage.address
    yield from invoke(view, "kinescore.test_connection")
    engines = sys.modules[f"{EXTENSION}.settings.engine_list"]
    yield from until(lambda: "pocket" in engines.offered(bpy.context))
    settings.engine_choice, settings.prompt = "pocket", "sad waltz"
    yield from camera.panel("panel-engine", view, "music")
    yield from generate(view)
    yield from camera.panel("panel-engine-take", view, "takes")
    preferences.address = ""
    preferences.servers.clear()
