# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons that draw the intensity of a movement as a curve, and that move keyframes onto the beat."""

from __future__ import annotations

import bpy
import numpy as np
from numpy.typing import NDArray

from kinescore.errors import KinescoreError

from .. import compat
from ..run.observing import Seen, last_seen, observe_scene
from ..scene.character import find_character
from ..scene.sampling import FrameRange
from ..settings.request import frame_range
from ..settings.timing import INTENSITY_PATH, intensity_curve
from ..timeline.take_files import read_take
from ..timeline.take_list import current_take
from ..translations import translated

KEYS_PER_SECOND = 2.0
SMALLEST_STEP = 0.25
"""Frames that a warp leaves between two moments, so that no key overtakes another."""


class KINESCORE_OT_intensity_curve(bpy.types.Operator):
    """Draw the movement's energy as keyframes of Intensity, to be edited; the music then follows the curve"""

    bl_idname = "kinescore.intensity_curve"
    bl_label = "Intensity from Movement"
    bl_options = {"REGISTER", "UNDO"}

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Insert them where there are none yet: keyframes that are there may be the artist's."""
        try:
            _require_no_keys(context.scene, frame_range(context.scene))
            seen = observe_scene(context)
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        scene, frames, energy = context.scene, seen.frames, seen.observed.found.energy
        step = max(1, round(_fps(scene) / KEYS_PER_SECOND))
        for frame in [*range(frames.first, frames.last, step), frames.last]:
            scene.kinescore_timing.intensity = float(energy[min(frame - frames.first, len(energy) - 1)])
            scene.keyframe_insert(INTENSITY_PATH, frame=frame)
        scene.kinescore_timing.own_intensity = True
        return {"FINISHED"}


def _require_no_keys(scene: bpy.types.Scene, frames: FrameRange) -> None:
    """Raise KinescoreError where the intensity has keyframes within `frames`, which new ones would overwrite."""
    curve = intensity_curve(scene)
    if curve is not None and any(frames.first <= key.co.x <= frames.last for key in curve.keyframe_points):
        raise KinescoreError(
            "Intensity has keyframes in these frames already, which would be overwritten.",
            "Delete them first, in the Graph Editor or the Dope Sheet.",
        )


class KINESCORE_OT_nudge_animation(bpy.types.Operator):
    """Move the character's keyframes so that its hit points fall on the beats. Adjust below, or undo"""

    bl_idname = "kinescore.nudge_animation"
    bl_label = "Nudge Animation to Beat"
    bl_options = {"REGISTER", "UNDO"}

    strength: bpy.props.FloatProperty(
        name="Strength",
        description="0 moves nothing, 1 moves all the way",
        min=0.0,
        max=1.0,
        default=1.0,
        subtype="FACTOR",
    )
    reach: bpy.props.FloatProperty(
        name="Reach",
        description="Hit points farther than this from a beat stay, in seconds",
        min=0.0,
        max=0.5,
        default=0.15,
    )
    lightest: bpy.props.FloatProperty(
        name="Lightest Hit", description="Lighter hit points stay", min=0.0, max=1.0, default=0.3, subtype="FACTOR"
    )

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        """Read the movement anew: what was seen before may have been nudged since."""
        try:
            observe_scene(context)
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        return self.execute(context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Bend time between the hit points, keys and handles alike."""
        try:
            thing = find_character(context)
            seen = last_seen(context.scene) or observe_scene(context)
            action, beats = _own_action(thing), _beats(context.scene, seen)
        except KinescoreError as error:
            self.report({"ERROR"}, translated(str(error)))
            return {"CANCELLED"}
        old, new = warp(seen, beats, _fps(context.scene), self.strength, self.reach, self.lightest)
        if len(old) <= 2:
            self.report({"WARNING"}, "No hit point lies within reach of a beat; nothing was moved")
            return {"CANCELLED"}
        for curve in compat.action_curves(action):
            _bend(curve, old, new)
        moved = np.abs(new - old)[1:-1]
        self.report(
            {"INFO"}, translated(f"{len(moved)} hit points moved to beats, by {moved.mean():.1f} frames on average")
        )
        return {"FINISHED"}


def warp(
    seen: Seen, beats: NDArray[np.float64], fps: float, strength: float, reach: float, lightest: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Frames and where they go, [N] each: both ends of the range, which stay, and hit points within `reach` s of one
    of `beats`, s from the first frame. Between them time is bent evenly; order is kept."""
    first, last = float(seen.frames.first), float(seen.frames.last)
    old, new = [first], [first]
    for hit in seen.analysis.hits:
        beat = beats[np.abs(beats - hit.time_s).argmin()] if len(beats) else hit.time_s
        goal = first + (hit.time_s + strength * (beat - hit.time_s)) * fps
        at = first + hit.time_s * fps
        near = abs(beat - hit.time_s) <= reach and hit.weight >= lightest
        if near and at > old[-1] + SMALLEST_STEP and new[-1] + SMALLEST_STEP < goal < last - SMALLEST_STEP:
            old.append(at)
            new.append(goal)
    return np.array([*old, last]), np.array([*new, last])


def _beats(scene: bpy.types.Scene, seen: Seen) -> NDArray[np.float64]:
    """Those of the music on the timeline where there is some, else those that it would have, s from the first frame."""
    entry = current_take(scene)
    if entry is None:
        return seen.analysis.grid.beats
    take, _ = read_take(entry.path())
    return take.beats + (entry.first_frame - seen.frames.first) / _fps(scene)


def _fps(scene: bpy.types.Scene) -> float:
    return float(scene.render.fps / scene.render.fps_base)


def _own_action(thing: bpy.types.Object) -> bpy.types.Action:
    """The action to bend. Raises KinescoreError where it is none of this character's alone."""
    action = thing.animation_data.action if thing.animation_data else None
    if action is None:
        raise KinescoreError(f"'{thing.name}' has no action of its own.", "Bake its animation to keyframes first.")
    if action.library or action.override_library or action.users - action.use_fake_user > 1:
        raise KinescoreError(
            f"The action '{action.name}' is linked or used by others, which would move as well.",
            "Make it a single-user copy first.",
        )
    return action


def _bend(curve: bpy.types.FCurve, old: NDArray[np.float64], new: NDArray[np.float64]) -> None:
    for key in curve.keyframe_points:
        handles = [(point, *getattr(key, point)) for point in ("handle_left", "handle_right")]
        key.co.x = np.interp(key.co.x, old, new, left=key.co.x, right=key.co.x)
        for name, x, y in handles:
            setattr(key, name, (np.interp(x, old, new, left=x, right=x), y))
    curve.update()


register, unregister = bpy.utils.register_classes_factory((KINESCORE_OT_intensity_curve, KINESCORE_OT_nudge_animation))
