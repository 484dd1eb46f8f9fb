# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons about the files of takes: which are gone, unlisted or unused, and removing those once the artist agrees."""

from __future__ import annotations

from collections.abc import Sequence

import bpy

from kinescore.errors import KinescoreError

from ..run import runs
from ..run.outcome import Outcome
from ..settings.preferences import preferences
from ..timeline.cleaning import Leftover, leftovers, missing_takes, remove
from ..timeline.finding import list_found, own_unlisted_takes, unlisted_takes
from ..timeline.paths import output_folder
from ..translations import translated

SHOWN_FILES = 12
MEGABYTE = 1e6


class KINESCORE_OT_check_files(bpy.types.Operator):
    """Look for takes whose files are gone, and for files of takes that are not in the list"""

    bl_idname = "kinescore.check_files"
    bl_label = "Check Files"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return runs.current(context.scene) is None

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Tell; nothing is changed."""
        notes = [f"'{entry.name}' has lost its sound: '{entry.path()}'." for entry in missing_takes(context.scene)]
        folder = output_folder(preferences(context).folder).path
        strangers = unlisted_takes(folder)
        if strangers:
            size = sum(path.stat().st_size for path in strangers) / MEGABYTE
            names = ", ".join(path.name for path in strangers[:SHOWN_FILES])
            notes.append(
                f"Takes in '{folder}' that no list of this file has: {len(strangers)} ({size:.1f} MB), {names}."
            )
        own = own_unlisted_takes(folder)
        if own:
            count = len(own)
            notes.append(f"Made in this file, such as before an undo: {count} of them; List Found Takes lists those.")
        unused = leftovers()
        if unused:
            size = sum(leftover.size for leftover in unused) / MEGABYTE
            notes.append(f"Listed takes that are not used: {len(unused)} ({size:.1f} MB); Clean Up removes them.")
        summary = "" if notes else "All takes have their files."
        runs.tell(context.scene, Outcome(summary, tuple(notes)))
        self.report({"WARNING"} if notes else {"INFO"}, translated(" ".join(notes) or summary))
        return {"FINISHED"}


class KINESCORE_OT_list_found(bpy.types.Operator):
    """List takes of this file that lie in the output folder and are in no list, to hear, keep or clean them up"""

    bl_idname = "kinescore.list_found"
    bl_label = "List Found Takes"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return context.scene.library is None and runs.current(context.scene) is None

    def execute(self, context: bpy.types.Context) -> set[str]:
        """List them; those that cannot be read are told and stay where they are."""
        found = own_unlisted_takes(output_folder(preferences(context).folder).path)
        if not found:
            self.report({"INFO"}, "No take of this file lies in the output folder without being listed.")
            return {"CANCELLED"}
        for mix in found:
            try:
                list_found(context.scene, mix)
            except KinescoreError as error:
                self.report({"WARNING"}, translated(str(error)))
        self.report({"INFO"}, translated(f"Takes listed: {len(found)}"))
        return {"FINISHED"}


class KINESCORE_OT_clean_takes(bpy.types.Operator):
    """List the files of takes that are neither starred nor used in this file, and remove them once you agree"""

    bl_idname = "kinescore.clean_takes"
    bl_label = "Clean Up Takes"

    _shown: Sequence[Leftover] = ()
    takes: bpy.props.StringProperty(
        name="Takes", description="Ids of the takes to remove, with spaces between", options={"SKIP_SAVE", "HIDDEN"}
    )

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Show what would be removed."""
        found = leftovers()
        if not found:
            self.report({"INFO"}, "Every listed take is starred or used.")
            return {"CANCELLED"}
        self.takes = " ".join(leftover.take_id for leftover in found)
        self._shown = found
        return context.window_manager.invoke_props_dialog(self, width=420)

    def draw(self, context: bpy.types.Context) -> None:
        """List the files."""
        chosen = self._shown
        column = self.layout.column(align=True)
        files = [path for leftover in chosen for path in leftover.files]
        size = sum(leftover.size for leftover in chosen) / MEGABYTE
        column.label(
            text=translated(f"{len(files)} files of {len(chosen)} takes, {size:.1f} MB, will be removed:"), icon="TRASH"
        )
        for path in files[:SHOWN_FILES]:
            column.label(text=path.name, icon="BLANK1")
        if len(files) > SHOWN_FILES:
            column.label(text=translated(f"and {len(files) - SHOWN_FILES} more"), icon="BLANK1")
        column.label(text="This cannot be undone. Other .blend files may use them too.", icon="ERROR")

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Remove those that were shown and are still unused."""
        chosen = self._chosen()
        if not chosen:
            self.report({"INFO"}, "No takes were named that can be removed.")
            return {"CANCELLED"}
        size = sum(leftover.size for leftover in chosen) / MEGABYTE
        try:
            for leftover in chosen:
                remove(leftover)
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        bpy.ops.ed.undo_push(message="Clean Up Takes")
        self.report({"INFO"}, translated(f"Takes removed: {len(chosen)} ({size:.1f} MB)"))
        return {"FINISHED"}

    def _chosen(self) -> list[Leftover]:
        return [leftover for leftover in leftovers() if leftover.take_id in self.takes.split()]


register, unregister = bpy.utils.register_classes_factory(
    (KINESCORE_OT_check_files, KINESCORE_OT_list_found, KINESCORE_OT_clean_takes)
)
