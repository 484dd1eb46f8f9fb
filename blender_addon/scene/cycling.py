# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether an animation is a cycle, and over which frames."""

from __future__ import annotations

import bpy

from .. import compat
from .sampling import FrameRange

SHORTEST_FRAMES = 2


def cycle_of(thing: bpy.types.Object) -> FrameRange | None:
    """The frames of one round of the action of `thing`, both ends inclusive; None where it is no cycle.

    It is one where the action is marked as cyclic, or where Cycles modifiers repeat its curves after the last key. The
    last key is the first of the next round, so the round ends with the frame before it.
    """
    action = thing.animation_data.action if thing.animation_data else None
    if action is None:
        return None
    if action.use_frame_range and action.use_cyclic:
        return _round(action.frame_start, action.frame_end)
    spans = [
        (curve.keyframe_points[0].co.x, curve.keyframe_points[-1].co.x)
        for curve in compat.action_curves(action)
        if len(curve.keyframe_points) > 1 and _goes_on(curve)
    ]
    return _round(*max(spans, key=lambda span: span[1] - span[0])) if spans else None


def _goes_on(curve: bpy.types.FCurve) -> bool:
    """Whether a Cycles modifier repeats the curve, in place or farther each time."""
    return any(
        modifier.type == "CYCLES" and not modifier.mute and modifier.mode_after in ("REPEAT", "REPEAT_OFFSET")
        for modifier in curve.modifiers
    )


def _round(first: float, last: float) -> FrameRange | None:
    frames = FrameRange(round(first), round(last) - 1)
    return frames if frames.last - frames.first + 1 >= SHORTEST_FRAMES else None
