# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons that say where a bar begins and where the beat falls: from the playhead, a marker, or tapping along."""

from __future__ import annotations

import bpy
import numpy as np

from kinescore.dance.beat_grid import SHIFT_RANGE_SECONDS, TEMPO_RANGE_BPM
from kinescore.errors import KinescoreError

from ..run.observing import last_seen, observe_scene
from ..scene.character import find_character
from ..translations import translated

FEWEST_TAPS, TAPS_FOR_TEMPO = 3, 6
GAP_SECONDS = 2.0
"""Silence after which tapping begins anew."""
STEADY = 0.12
"""Spread of the intervals, as a share of their middle, up to which taps keep a tempo."""
_taps: list[float] = []


class KINESCORE_OT_set_downbeat(bpy.types.Operator):
    """Let a bar begin at the playhead, or at the selected marker"""

    bl_idname = "kinescore.set_downbeat"
    bl_label = "Set Downbeat"
    bl_options = {"REGISTER", "UNDO"}

    source: bpy.props.EnumProperty(
        name="From",
        items=[("PLAYHEAD", "Playhead", "The current frame"), ("MARKER", "Marker", "The selected marker")],
    )

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Set it."""
        scene = context.scene
        frame = scene.frame_current
        if self.source == "MARKER":
            selected = [marker.frame for marker in scene.timeline_markers if marker.select]
            if len(selected) != 1:
                self.report(
                    {"ERROR"},
                    translated(f"{len(selected)} markers are selected. Select the one on which a bar begins."),
                )
                return {"CANCELLED"}
            (frame,) = selected
        scene.kinescore_timing.has_downbeat, scene.kinescore_timing.downbeat_frame = True, frame
        return {"FINISHED"}


class KINESCORE_OT_tap_beat(bpy.types.Operator):
    """Press on every beat while the animation plays: the beats of this character move to where you tap"""

    bl_idname = "kinescore.tap_beat"
    bl_label = "Tap"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Count a tap; from the third on the beats move, from the sixth steady one on the tempo is fixed as well."""
        scene = context.scene
        at = (scene.frame_current_final - scene.frame_start) * scene.render.fps_base / scene.render.fps
        if _taps and not 0.0 < at - _taps[-1] < GAP_SECONDS:
            _taps.clear()
        _taps.append(at)
        if len(_taps) < FEWEST_TAPS:
            self.report({"INFO"}, translated(f"{len(_taps)} of {FEWEST_TAPS} taps"))
            return {"FINISHED"}
        try:
            return self._settle(context)
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}

    def _settle(self, context: bpy.types.Context) -> set[str]:
        scene, thing = context.scene, find_character(context)
        tempo = tapped_tempo(_taps)
        if tempo is not None:
            scene.kinescore.fixed_tempo, scene.kinescore.tempo_bpm = True, tempo
        seen = last_seen(scene) or observe_scene(context)
        fps = scene.render.fps / scene.render.fps_base
        taps = np.array(_taps) + (scene.frame_start - seen.frames.first) / fps
        thing.kinescore_beat_shift = tapped_shift(taps, seen.analysis.grid.beats, thing.kinescore_beat_shift)
        self.report({"INFO"}, translated(f"Beats later by {thing.kinescore_beat_shift:+.2f} s, from {len(_taps)} taps"))
        return {"FINISHED"}


def tapped_tempo(taps: list[float]) -> float | None:
    """The tempo of steady taps in s, BPM; None where they are few, uneven, or at no tempo that engines play."""
    intervals = np.diff(taps)
    if len(taps) < TAPS_FOR_TEMPO or np.ptp(intervals) > 2 * STEADY * np.median(intervals):
        return None
    tempo = 60.0 / float(np.mean(intervals))
    return tempo if TEMPO_RANGE_BPM[0] <= tempo <= TEMPO_RANGE_BPM[1] else None


def tapped_shift(taps: np.ndarray, beats: np.ndarray, shift: float) -> float:
    """The shift in s that brings `beats`, which have `shift` already, to the taps: the middle of their distances."""
    nearest = beats[np.abs(taps[:, None] - beats).argmin(axis=1)]
    low, high = SHIFT_RANGE_SECONDS
    return float(np.clip(shift + np.median(taps - nearest), low, high))


class KINESCORE_OT_add_tempo_change(bpy.types.Operator):
    """Add a tempo from the playhead on, where a bar begins"""

    bl_idname = "kinescore.add_tempo_change"
    bl_label = "Add Tempo Change"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Add it, with the tempo that is fixed or was found."""
        settings, timing = context.scene.kinescore, context.scene.kinescore_timing
        row = timing.changes.add()
        row.frame = context.scene.frame_current
        row.tempo_bpm = settings.tempo_bpm if settings.fixed_tempo else settings.found_bpm or row.tempo_bpm
        row.metre = timing.metre if timing.metre in row.bl_rna.properties["metre"].enum_items else row.metre
        timing.own_map = True
        return {"FINISHED"}


class KINESCORE_OT_remove_tempo_change(bpy.types.Operator):
    """Remove this tempo from the map"""

    bl_idname = "kinescore.remove_tempo_change"
    bl_label = "Remove Tempo Change"
    bl_options = {"REGISTER", "UNDO"}

    index: bpy.props.IntProperty(name="Index", options={"SKIP_SAVE"})

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Remove it."""
        context.scene.kinescore_timing.changes.remove(self.index)
        return {"FINISHED"}


register, unregister = bpy.utils.register_classes_factory(
    (
        KINESCORE_OT_set_downbeat,
        KINESCORE_OT_tap_beat,
        KINESCORE_OT_add_tempo_change,
        KINESCORE_OT_remove_tempo_change,
    )
)
