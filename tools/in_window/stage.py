# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pictures show: our own dancer, as a file that is opened anew for every scene, and as BVH."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import bpy

from .window import EXTENSION, Steps, area_of, redrawn

SECONDS = 20.0


class Stage:
    """folder: where its files are. address: of a server that runs."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address
        self.blend, self.bvh = folder / "dance.blend", folder / "dance.bvh"

    @property
    def preferences(self) -> bpy.types.AddonPreferences:
        """The add-on's."""
        return bpy.context.preferences.addons[EXTENSION].preferences

    def build(self, build_dance: Callable[[float], bpy.types.Object]) -> None:
        """Build the dance and save it."""
        window = bpy.context.window_manager.windows[0]
        with bpy.context.temp_override(window=window):
            unused = window.scene
            armature = build_dance(SECONDS)
            bpy.data.scenes.remove(unused)
            armature.select_set(True)
            armature.name = "Dancer"
            bpy.context.preferences.filepaths.save_version = 0
            bpy.ops.wm.save_as_mainfile(filepath=str(self.blend))
            bpy.ops.export_anim.bvh(filepath=str(self.bvh), frame_start=1, frame_end=round(SECONDS * 30))

    def open(self, path: Path | None = None) -> Steps:
        """Open `path`, or the dance as it was saved, with no panel unfolded and the dancer selected."""
        with bpy.context.temp_override(window=bpy.context.window_manager.windows[0]):
            bpy.ops.wm.open_mainfile(filepath=str(path or self.blend), load_ui=True)
        yield 0.5
        view = area_of("VIEW_3D")
        view.spaces.active.shading.type = "SOLID"
        yield from redrawn(view)
