# SPDX-License-Identifier: GPL-3.0-or-later
"""The tempo finder's buttons: list the tempi of a movement, hear one as clicks, take one, see all of it drawn."""

from __future__ import annotations

import bpy

from kinescore.dance.click_track import click_track
from kinescore.dance.tempo_finder import TempoChoice, tempo_choices
from kinescore.errors import KinescoreError

from .. import compat
from ..run.observing import Seen, last_seen, observe_scene
from ..translations import translated

SHOWN = (
    "tempo_bpm", "relation", "confidence", "reached", "near", "missed", "reached_by_chance", "frames_off",
    "frames_off_by_chance",
)  # fmt: skip
_playing: list[compat.Playback] = []  # Audaspace stops a sound whose handle is gone


class KINESCORE_OT_find_tempi(bpy.types.Operator):
    """List the tempi that the movement could have, with the hit points that each would reach"""

    bl_idname = "kinescore.find_tempi"
    bl_label = "Find Tempi"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Read the movement and fill the list."""
        try:
            seen = observe_scene(context)
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        rows = context.scene.kinescore_timing.tempi
        rows.clear()
        for choice in tempo_choices(seen.observed, seen.timing):
            row = rows.add()
            for name in SHOWN:
                setattr(row, name, getattr(choice, name))
        return {"FINISHED"}


class KINESCORE_OT_use_tempo(bpy.types.Operator):
    """Fix this tempo. Style, key and band stay as they are"""

    bl_idname = "kinescore.use_tempo"
    bl_label = "Use Tempo"
    bl_options = {"REGISTER", "UNDO"}

    tempo_bpm: bpy.props.FloatProperty(name="BPM", options={"SKIP_SAVE"})

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Set it."""
        settings = context.scene.kinescore
        settings.fixed_tempo, settings.tempo_bpm = True, self.tempo_bpm
        context.scene.kinescore_timing.own_map = False
        return {"FINISHED"}


class KINESCORE_OT_audition_tempo(bpy.types.Operator):
    """Play the animation with clicks at this tempo, before there is music; press again to stop"""

    bl_idname = "kinescore.audition_tempo"
    bl_label = "Hear as Clicks"

    tempo_bpm: bpy.props.FloatProperty(name="BPM", options={"SKIP_SAVE"})

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        cls.poll_message_set("This build of Blender does not let add-ons play sound")
        return compat.sound_library() is not None

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Start from the first frame, or stop."""
        was_playing = stop_clicks()
        screen = context.screen
        if was_playing or (screen and screen.is_animation_playing):
            if screen and screen.is_animation_playing:
                bpy.ops.screen.animation_cancel(restore_frame=False)
            return {"FINISHED"}
        try:
            seen = last_seen(context.scene) or observe_scene(context)
            clicks = click_track(_nearest(seen, self.tempo_bpm).grid, seen.observed.found.seconds)
            context.scene.frame_set(seen.frames.first)
            _playing.append(compat.play_sound(clicks))
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        if screen:
            bpy.ops.screen.animation_play()
        return {"FINISHED"}


class KINESCORE_OT_overlay(bpy.types.Operator):
    """Draw energy, beats and hit points of the movement, as it is now, into Dope Sheet and Sequencer"""

    bl_idname = "kinescore.overlay"
    bl_label = "Overlay"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Read the movement and show it, or hide it."""
        timing = context.scene.kinescore_timing
        if not timing.overlay:
            try:
                observe_scene(context)
            except KinescoreError as error:
                self.report({"ERROR"}, translated(str(error)))
                return {"CANCELLED"}
        timing.overlay = not timing.overlay
        for area in context.screen.areas if context.screen else ():
            area.tag_redraw()
        return {"FINISHED"}


def stop_clicks() -> bool:
    """Stop the clicks; whether there were any."""
    playing = [handle for handle in _playing if handle.status]
    for handle in playing:
        handle.stop()
    _playing.clear()
    return bool(playing)


def _nearest(seen: Seen, tempo_bpm: float) -> TempoChoice:
    choices = tempo_choices(seen.observed, seen.timing)
    return min(choices, key=lambda choice: abs(choice.tempo_bpm - tempo_bpm))


register, unregister = bpy.utils.register_classes_factory(
    (KINESCORE_OT_find_tempi, KINESCORE_OT_use_tempo, KINESCORE_OT_audition_tempo, KINESCORE_OT_overlay)
)
