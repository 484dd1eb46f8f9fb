# SPDX-License-Identifier: GPL-3.0-or-later
"""Animation of strips: fades are F-curves of the scene that name the strip."""

from __future__ import annotations

from collections.abc import Callable

import bpy

from .. import compat


def curves_of(scene: bpy.types.Scene, strip: bpy.types.Strip) -> list[bpy.types.FCurve]:
    """The curves that animate `strip`, such as a fade of its volume."""
    action = scene.animation_data.action if scene.animation_data else None
    prefix = f"{strip.path_from_id()}."
    return [curve for curve in compat.action_curves(action) if curve.data_path.startswith(prefix)] if action else []


def copy_curves(
    scene: bpy.types.Scene, old: bpy.types.Strip, new: bpy.types.Strip, frame: Callable[[float], float]
) -> None:
    """Animate `new` as `old` is, with each key at `frame(its frame)`."""
    before, after = old.path_from_id(), new.path_from_id()
    for curve in curves_of(scene, old):
        compat.copy_curve(scene, curve, after + curve.data_path[len(before) :], frame)


def is_silent(scene: bpy.types.Scene, strip: bpy.types.Strip) -> bool:
    """Whether the volume of `strip` is 0 in all of its frames. A fade that is 0 in the current frame is not silence."""
    path = f"{strip.path_from_id()}.volume"
    curve = next((curve for curve in curves_of(scene, strip) if curve.data_path == path and not curve.mute), None)
    if curve is None:
        return strip.volume <= 0
    return all(curve.evaluate(frame) <= 0 for frame in range(*compat.strip_span(strip)))


def remove_curves(scene: bpy.types.Scene, strip: bpy.types.Strip, name: str) -> None:
    """Animate this property of `strip` no longer."""
    for curve in curves_of(scene, strip):
        if curve.data_path == f"{strip.path_from_id()}.{name}":
            compat.curves_beside(scene.animation_data.action, curve).remove(curve)
