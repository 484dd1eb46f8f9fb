# SPDX-License-Identifier: GPL-3.0-or-later
"""The movement as a file: what the command line and training read."""

from __future__ import annotations

from pathlib import Path

import bpy
from bpy_extras.io_utils import ExportHelper

from kinescore.errors import KinescoreError
from kinescore.motion.readers.npz import write_npz

from ..scene.character import find_character
from ..scene.viewing import keypoints_of, sample
from ..settings.request import frame_range
from ..translations import translated


class KINESCORE_OT_export_motion(bpy.types.Operator, ExportHelper):
    """Write the character's movement as 2D keypoints (.npz), which the kinescore command line reads"""

    bl_idname = "kinescore.export_motion"
    bl_label = "Export Movement"

    filename_ext = ".npz"
    filter_glob: bpy.props.StringProperty(default="*.npz", options={"HIDDEN"})

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Sample as Generate Soundtrack does, and write."""
        path = Path(bpy.path.abspath(self.filepath))
        try:
            notes = _export(context, path)
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        except OSError as error:
            self.report({"ERROR"}, translated(f"'{path}' cannot be written: {error.strerror}. Choose another folder."))
            return {"CANCELLED"}
        for note in notes:
            self.report({"WARNING"}, translated(note))
        self.report({"INFO"}, translated(f"Movement written to {path}"))
        return {"FINISHED"}


def _export(context: bpy.types.Context, path: Path) -> list[str]:
    motion, character = sample(context, find_character(context), frame_range(context.scene))
    keypoints, notes = keypoints_of(motion, character.joints, character.name)
    write_npz(keypoints, path)
    return notes


def _draw_export_menu(menu: bpy.types.Menu, context: bpy.types.Context) -> None:
    menu.layout.operator(KINESCORE_OT_export_motion.bl_idname, text="Kinescore Movement (.npz)")


def register() -> None:
    """Add the operator to File > Export."""
    bpy.utils.register_class(KINESCORE_OT_export_motion)
    bpy.types.TOPBAR_MT_file_export.append(_draw_export_menu)


def unregister() -> None:
    """Remove it."""
    bpy.types.TOPBAR_MT_file_export.remove(_draw_export_menu)
    bpy.utils.unregister_class(KINESCORE_OT_export_motion)
