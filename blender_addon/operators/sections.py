# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons of the form: markers that begin sections, a cycle scored as a loop, and one section made anew."""

from __future__ import annotations

import bpy

from kinescore.errors import KinescoreError
from kinescore.form.form import Ending

from ..run import runs
from ..scene.character import find_character
from ..scene.cycling import cycle_of
from ..settings.style_menu import AUTO
from ..timeline.remaking import section_at, sections_of
from ..timeline.section_markers import SECTION_PROPERTY, artists_markers, section_markers
from ..timeline.take_list import current_take
from ..translations import translated
from .generating import can_start, start_run

PLAYHEAD = -1


class KINESCORE_OT_sections_from_markers(bpy.types.Operator):
    """Let a section begin with each selected marker of your own. Names such as chorus or calm say what it is"""

    bl_idname = "kinescore.sections_from_markers"
    bl_label = "Sections from Selected Markers"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Choose them; the add-on's own markers are left out."""
        chosen = [marker for marker in artists_markers(context.scene) if marker.select]
        if not chosen:
            self.report({"WARNING"}, "No marker of your own is selected; the music's own markers begin no sections")
            return {"CANCELLED"}
        for marker in chosen:
            setattr(marker, SECTION_PROPERTY, True)
        return {"FINISHED"}


class KINESCORE_OT_add_section(bpy.types.Operator):
    """Add a marker at the playhead with which a section of the music begins"""

    bl_idname = "kinescore.add_section"
    bl_label = "Section at Playhead"
    bl_options = {"REGISTER", "UNDO"}

    name: bpy.props.StringProperty(name="Name", description="Such as chorus or calm", default="section")

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Take the artist's marker that is there, or add one."""
        scene, frame = context.scene, context.scene.frame_current
        here = next((marker for marker in artists_markers(scene) if marker.frame == frame), None)
        marker = here or scene.timeline_markers.new(self.name, frame=frame)
        setattr(marker, SECTION_PROPERTY, True)
        return {"FINISHED"}


class KINESCORE_OT_remove_section(bpy.types.Operator):
    """Let no section begin with this marker any more. The marker stays"""

    bl_idname = "kinescore.remove_section"
    bl_label = "No Section"
    bl_options = {"REGISTER", "UNDO"}

    index: bpy.props.IntProperty(name="Index", description="Which of the section markers, in time order", min=0)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Choose it no longer."""
        markers = section_markers(context.scene)
        if self.index >= len(markers):
            return {"CANCELLED"}
        setattr(markers[self.index], SECTION_PROPERTY, False)
        return {"FINISHED"}


class KINESCORE_OT_loop_cycle(bpy.types.Operator):
    """Score the rounds of this cycle as a loop: the music's end runs into its beginning"""

    bl_idname = "kinescore.loop_cycle"
    bl_label = "Score Cycle as Loop"
    bl_options = {"REGISTER", "UNDO"}

    rounds: bpy.props.IntProperty(
        name="Rounds", description="Rounds of the animation in one of the music", default=1, min=1, max=64
    )

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Choose frames and ending."""
        try:
            cycle = cycle_of(find_character(context))
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        if cycle is None:
            self.report({"WARNING"}, "The animation is no cycle: mark its action as cyclic, or add a Cycles modifier")
            return {"CANCELLED"}
        settings, form = context.scene.kinescore, context.scene.kinescore_form
        length = cycle.last - cycle.first + 1
        settings.frames, settings.first_frame = "CUSTOM", cycle.first
        settings.last_frame = cycle.first + self.rounds * length - 1
        form.ending, form.start = Ending.LOOP.value, AUTO
        return {"FINISHED"}


class KINESCORE_OT_remake_section(bpy.types.Operator):
    """Make one section of the music anew: the same song, other notes. All else stays as it is, to the sample"""

    bl_idname = "kinescore.remake_section"
    bl_label = "Make Section Anew"

    index: bpy.props.IntProperty(
        name="Section",
        description="Which section of the take, counted from 0; -1 is the one under the playhead",
        default=PLAYHEAD,
        min=PLAYHEAD,
        options={"SKIP_SAVE"},
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        entry = current_take(context.scene)
        if entry is None or not sections_of(entry):
            cls.poll_message_set("There is no music with sections here")
            return False
        return can_start(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Start; in background mode also wait for the end."""
        scene = context.scene
        entry = current_take(scene)
        if entry is None:
            return {"CANCELLED"}
        index = section_at(scene, entry, scene.frame_current) if self.index == PLAYHEAD else self.index
        return start_run(self, context, lambda: runs.start_remaking(context, entry, index))


register, unregister = bpy.utils.register_classes_factory(
    (
        KINESCORE_OT_sections_from_markers,
        KINESCORE_OT_add_section,
        KINESCORE_OT_remove_section,
        KINESCORE_OT_loop_cycle,
        KINESCORE_OT_remake_section,
    )
)
