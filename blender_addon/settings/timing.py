# SPDX-License-Identifier: GPL-3.0-or-later
"""What the artist fixes of the timing in a scene: metre, bars, tempo map, hit points, intensity; the rest is found."""

from __future__ import annotations

from dataclasses import replace

import bpy
import numpy as np

from kinescore.dance.beat_grid import TEMPO_RANGE_BPM
from kinescore.dance.metre import Metre
from kinescore.dance.tempo_map import TempoChange
from kinescore.dance.timing import MAX_INTENSITIES
from kinescore.request import SoundtrackRequest

from .. import compat
from ..scene.sampling import FrameRange
from ..timeline.hit_markers import hits_between
from .style_menu import AUTO

INTENSITY_PATH = "kinescore_timing.intensity"


def _metres(automatic: bool) -> list[tuple[str, str, str]]:
    found = [(AUTO, "As Found", "Bars as the movement and the style suggest")] if automatic else []
    return found + [(metre.value, metre.value, f"Bars of {metre.value}") for metre in Metre]


class TempoRow(bpy.types.PropertyGroup):
    """One tempo that the movement could have, as the tempo finder lists it."""

    tempo_bpm: bpy.props.FloatProperty(name="BPM")
    relation: bpy.props.StringProperty(name="Relation")
    confidence: bpy.props.StringProperty(name="Confidence")
    reached: bpy.props.IntProperty(name="Reached")
    near: bpy.props.IntProperty(name="Near")
    missed: bpy.props.IntProperty(name="Missed")
    reached_by_chance: bpy.props.FloatProperty(name="By Chance")
    frames_off: bpy.props.FloatProperty(name="Frames Off")
    frames_off_by_chance: bpy.props.FloatProperty(name="Frames Off by Chance")


class TempoChangeRow(bpy.types.PropertyGroup):
    """From a frame on, where a bar begins, another tempo or metre."""

    frame: bpy.props.IntProperty(name="Frame", description="Frame on which a bar begins at this tempo", default=1)
    tempo_bpm: bpy.props.FloatProperty(
        name="BPM", description="Beats per minute", min=TEMPO_RANGE_BPM[0], max=TEMPO_RANGE_BPM[1], default=120.0
    )
    metre: bpy.props.EnumProperty(name="Metre", items=_metres(automatic=False), default=Metre.FOUR_FOUR.value)
    ramp: bpy.props.BoolProperty(name="Ramp", description="Let the tempo move evenly to that of the next change")


class TimingSettings(bpy.types.PropertyGroup):
    """The timing that is fixed for one scene, saved with it."""

    metre: bpy.props.EnumProperty(
        name="Metre", description="How beats group into bars", items=_metres(automatic=True), default=AUTO
    )
    has_downbeat: bpy.props.BoolProperty(
        name="Downbeat", description="Let a bar begin on the beat nearest to this frame; bars are counted from it"
    )
    downbeat_frame: bpy.props.IntProperty(name="Frame", description="Frame on which a bar begins", default=1)
    own_hits: bpy.props.BoolProperty(
        name="Follow Hit Markers",
        description="Let the music land on the hit markers as they stand on the timeline, and on nothing else",
    )
    own_intensity: bpy.props.BoolProperty(
        name="Follow Intensity",
        description="Let density and loudness of the music follow the value below, which can be animated, instead of "
        "the movement",
    )
    intensity: bpy.props.FloatProperty(
        name="Intensity",
        description="How full and strong the music is. Insert keyframes to shape it over the piece",
        min=0.0,
        max=1.0,
        default=0.5,
        subtype="FACTOR",
    )
    own_map: bpy.props.BoolProperty(
        name="Follow Tempo Map", description="Play the tempi and metres below instead of one tempo for all"
    )
    changes: bpy.props.CollectionProperty(type=TempoChangeRow)
    tempi: bpy.props.CollectionProperty(type=TempoRow)
    overlay: bpy.props.BoolProperty(
        name="Overlay", description="Draw energy, beats and hit points of the movement into Dope Sheet and Sequencer"
    )


def register() -> None:
    """Give scenes their timing."""
    for kind in (TempoRow, TempoChangeRow, TimingSettings):
        bpy.utils.register_class(kind)
    bpy.types.Scene.kinescore_timing = bpy.props.PointerProperty(type=TimingSettings)


def unregister() -> None:
    """Take it away again."""
    del bpy.types.Scene.kinescore_timing
    for kind in (TimingSettings, TempoChangeRow, TempoRow):
        bpy.utils.unregister_class(kind)


def with_timing(request: SoundtrackRequest, scene: bpy.types.Scene, frames: FrameRange) -> SoundtrackRequest:
    """The request with the timing that `scene` fixes for `frames`. Raises RequestError for what cannot be."""
    timing, fps = scene.kinescore_timing, scene.render.fps / scene.render.fps_base
    if timing.own_map and len(timing.changes):
        request = replace(request, tempo_bpm=None, tempo_map=_tempo_map(timing, frames, fps))
    else:
        metre = None if timing.metre == AUTO else Metre(timing.metre)
        within = timing.has_downbeat and frames.first <= timing.downbeat_frame <= frames.last
        downbeats = ((timing.downbeat_frame - frames.first) / fps,) if within else ()
        request = replace(request, metre=metre, downbeats=downbeats)
    if timing.own_hits:
        request = replace(request, hits=hits_between(scene, frames.first, frames.last))
    if timing.own_intensity:
        request = replace(request, intensity=intensity_over(scene, frames))
    return request


def intensity_over(scene: bpy.types.Scene, frames: FrameRange) -> tuple[float, ...]:
    """The intensity on evenly spaced frames from the first to the last; one value where it is not animated."""
    curve = intensity_curve(scene)
    if curve is None:
        return (float(scene.kinescore_timing.intensity),)
    count = min(frames.last - frames.first + 1, MAX_INTENSITIES)
    return tuple(float(np.clip(curve.evaluate(at), 0.0, 1.0)) for at in np.linspace(frames.first, frames.last, count))


def intensity_curve(scene: bpy.types.Scene) -> bpy.types.FCurve | None:
    """The curve that animates the intensity, or None."""
    action = scene.animation_data.action if scene.animation_data else None
    curves = compat.action_curves(action) if action else []
    return next((curve for curve in curves if curve.data_path == INTENSITY_PATH), None)


def _tempo_map(timing: TimingSettings, frames: FrameRange, fps: float) -> tuple[TempoChange, ...]:
    """The changes within `frames`; the last one before them counts from their beginning."""
    changes = sorted(timing.changes, key=lambda change: change.frame)
    started = [change for change in changes if change.frame <= frames.first][-1:]
    return tuple(
        TempoChange(max(change.frame - frames.first, 0) / fps, change.tempo_bpm, Metre(change.metre), ramp=change.ramp)
        for change in [*started, *(change for change in changes if frames.first < change.frame <= frames.last)]
    )
