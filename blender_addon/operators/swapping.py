# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons of the list of takes: swap one in, place it beside, compare."""

from __future__ import annotations

import bpy

from kinescore.errors import KinescoreError

from ..timeline.markers import MarkerKind
from ..timeline.placing import place_beside, place_take
from ..timeline.take_files import read_take
from ..timeline.take_list import KinescoreTake, find_take, take_before
from ..translations import translated
from .generating import can_start

A_B_KEYMAPS = (("3D View", "VIEW_3D"), ("Sequencer", "SEQUENCE_EDITOR"), ("Dopesheet", "DOPESHEET_EDITOR"))


class KINESCORE_OT_use_take(bpy.types.Operator):
    """Put this take on the timeline, in place of the one there. What you did to its strips stays done"""

    bl_idname = "kinescore.use_take"
    bl_label = "Use Take"
    bl_options = {"REGISTER", "UNDO"}

    take: bpy.props.StringProperty(name="Take", description="Id of a listed take; empty for the selected one")
    beside: bpy.props.BoolProperty(
        name="Beside", description="Put it on channels of its own and leave the take that is there", default=False
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return bool(context.scene.kinescore_takes) and can_start(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Place it."""
        entry = find_take(context.scene, self.take) if self.take else _selected(context.scene)
        if entry is None:
            self.report({"ERROR"}, "That take is not in the list.")
            return {"CANCELLED"}
        return _put(self, context.scene, entry, self.beside)


class KINESCORE_OT_compare_takes(bpy.types.Operator):
    """Switch between the take at the playhead and the one before it. Press again to switch back"""

    bl_idname = "kinescore.compare_takes"
    bl_label = "A/B"
    bl_options = {"REGISTER", "UNDO"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if take_before(context.scene) is None:
            cls.poll_message_set("There is no other take of these frames")
            return False
        return can_start(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Swap them in place."""
        other = take_before(context.scene)
        return _put(self, context.scene, other, beside=False) if other else {"CANCELLED"}


_register_operators, _unregister_operators = bpy.utils.register_classes_factory(
    (KINESCORE_OT_use_take, KINESCORE_OT_compare_takes)
)
_keys: list[tuple[bpy.types.KeyMap, bpy.types.KeyMapItem]] = []


def register() -> None:
    """Add the buttons, and Shift+Alt+B for A/B."""
    _register_operators()
    config = bpy.context.window_manager.keyconfigs.addon
    if config is not None:  # None in background mode
        for name, space in (
            ("3D View", "VIEW_3D"),
            ("Sequencer", "SEQUENCE_EDITOR"),
            ("Dopesheet", "DOPESHEET_EDITOR"),
        ):
            keymap = config.keymaps.new(name=name, space_type=space)
            key = keymap.keymap_items.new(KINESCORE_OT_compare_takes.bl_idname, "B", "PRESS", shift=True, alt=True)
            _keys.append((keymap, key))


def unregister() -> None:
    """Remove them."""
    for keymap, key in _keys:
        keymap.keymap_items.remove(key)
    _keys.clear()
    _unregister_operators()


def _selected(scene: bpy.types.Scene) -> KinescoreTake | None:
    index = scene.kinescore_take_index
    return scene.kinescore_takes[index] if 0 <= index < len(scene.kinescore_takes) else None


def _put(operator: bpy.types.Operator, scene: bpy.types.Scene, entry: KinescoreTake, beside: bool) -> set[str]:
    kinds = [MarkerKind(name) for name in scene.kinescore.markers]
    name = entry.name
    try:
        files, origin, parts = entry.files(), entry.origin(), entry.parts.split()
        take, _ = read_take(entry.path())
        if beside:
            notes = place_beside(scene, take, files, origin, parts)
        else:
            notes = place_take(scene, take, files, origin, parts, kinds)
    except KinescoreError as error:
        operator.report({"ERROR"}, translated(str(error)))
        return {"CANCELLED"}
    for note in notes:
        operator.report({"WARNING"}, translated(note))
    operator.report({"INFO"}, translated(f"'{name}' is on the timeline"))
    return {"FINISHED"}
