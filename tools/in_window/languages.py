# SPDX-License-Identifier: GPL-3.0-or-later
"""The panels in other languages, and the presets."""

from __future__ import annotations

import bpy

from .stage import Stage
from .window import Camera, Steps, area_of, generate, region_of, show_panels

LANGUAGES = {"german": ("de_DE",), "japanese": ("ja_JP",), "chinese": ("zh_HANS", "zh_CN")}
"""Name of the picture -> what Blenders call the language, newest first."""


def take(stage: Stage, camera: Camera) -> Steps:
    """The whole tab after music was made, in each."""
    yield from stage.open()
    view = area_of("VIEW_3D")
    bpy.context.scene.kinescore.prompt = "funk"
    yield from generate(view)
    for name, codes in LANGUAGES.items():
        _speak(codes)
        yield from show_panels(view, ())
        yield from camera.picture(f"panel-{name}", region_of(view, "UI"))
    _speak(("en_US",))
    yield from stage.open()
    yield from camera.panel("panel-presets", area_of("VIEW_3D"), "presets")


def _speak(codes: tuple[str, ...]) -> None:
    view = bpy.context.preferences.view
    known = {item.identifier for item in view.bl_rna.properties["language"].enum_items_static_ui if item.identifier}
    view.language = next((code for code in codes if code in known), codes[0])
    view.use_translate_interface = view.use_translate_tooltips = True
