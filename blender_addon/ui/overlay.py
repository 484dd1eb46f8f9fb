# SPDX-License-Identifier: GPL-3.0-or-later
"""Energy, beats and hit points of the movement, drawn into Dope Sheet and Sequencer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import bpy
import numpy as np

from ..run.observing import Seen, last_seen
from ..timeline.hit_markers import IS_MUTED, WEIGHT, hit_markers

HEIGHT = 48
"""Of the strip along the region's lower edge, px at a scale of 1."""
ABOVE_SCROLL_BAR = 14
ENERGY, BEAT, HIT = (0.45, 0.35, 0.95, 0.35), (0.1, 0.85, 0.9, 0.7), (1.0, 0.65, 0.1, 0.95)
SPACES = (bpy.types.SpaceDopeSheetEditor, bpy.types.SpaceSequenceEditor)
Point = tuple[float, float]
Place = Callable[[float], float]
"""From a frame to px in the region."""

_handles: list[tuple[Any, Any]] = []


def register() -> None:
    """Draw into both editors; nothing is drawn without a window."""
    if not bpy.app.background:
        _handles.extend((space, space.draw_handler_add(_draw, (), "WINDOW", "POST_PIXEL")) for space in SPACES)


def unregister() -> None:
    """Stop."""
    while _handles:
        space, handle = _handles.pop()
        space.draw_handler_remove(handle, "WINDOW")


def _draw() -> None:
    context = bpy.context
    scene, region = context.scene, context.region
    seen = last_seen(scene) if scene and scene.kinescore_timing.overlay else None
    if seen is None or region is None or region.type != "WINDOW":
        return
    scale = context.preferences.system.ui_scale
    low = ABOVE_SCROLL_BAR * scale
    high = low + HEIGHT * scale

    def x(frame: float) -> float:
        return float(region.view2d.view_to_region(frame, 0.0, clip=False)[0])

    _fill(energy_shape(seen, x, low, high), ENERGY)
    _lines(beat_lines(seen, scene, x, low, high), BEAT)
    _fill(hit_shapes(scene, x, high, 5.0 * scale), HIT)


def energy_shape(seen: Seen, x: Place, low: float, high: float) -> list[Point]:
    """The energy as triangles from the lower edge up."""
    energy = seen.analysis.energy
    step = max(1, len(energy) // 500)
    top = [(x(seen.frames.first + i), low + (high - low) * 0.8 * float(energy[i])) for i in range(0, len(energy), step)]
    shape: list[Point] = []
    for (left, a), (right, b) in pairwise(top):
        shape += [(left, low), (right, low), (left, a), (left, a), (right, low), (right, b)]
    return shape


def beat_lines(seen: Seen, scene: bpy.types.Scene, x: Place, low: float, high: float) -> list[Point]:
    """A short line on every beat, a long one on every downbeat."""
    grid, fps = seen.analysis.grid, scene.render.fps / scene.render.fps_base
    ones = set(grid.downbeats.tolist())
    lines: list[Point] = []
    for index, beat in enumerate(grid.beats):
        place = x(seen.frames.first + float(beat) * fps)
        lines += [(place, low), (place, low + (high - low) * (1.0 if index in ones else 0.5))]
    return lines


def hit_shapes(scene: bpy.types.Scene, x: Place, height: float, half: float) -> list[Point]:
    """A diamond on every hit point that sounds, as large as it is heavy; those on the timeline where there are some."""
    marked = [(m.frame, getattr(m, WEIGHT)) for m in hit_markers(scene) if not getattr(m, IS_MUTED)]
    seen = last_seen(scene)
    fps = scene.render.fps / scene.render.fps_base
    found = [(seen.frames.first + hit.time_s * fps, hit.weight) for hit in seen.analysis.hits] if seen else []
    shape: list[Point] = []
    for frame, weight in marked or found:
        centre, size = x(frame), half * (0.6 + weight)
        left, right = (centre - size * 0.7, height), (centre + size * 0.7, height)
        shape += [left, right, (centre, height + size), left, right, (centre, height - size)]
    return shape


def _fill(points: Sequence[Point], colour: tuple[float, float, float, float]) -> None:
    _batch("TRIS", points, colour)


def _lines(points: Sequence[Point], colour: tuple[float, float, float, float]) -> None:
    _batch("LINES", points, colour)


def _batch(kind: str, points: Sequence[Point], colour: tuple[float, float, float, float]) -> None:
    if not points:
        return
    import gpu  # refuses to draw, in background mode even to load
    from gpu_extras.batch import batch_for_shader

    shader = gpu.shader.from_builtin("UNIFORM_COLOR")
    gpu.state.blend_set("ALPHA")
    shader.uniform_float("color", colour)
    batch_for_shader(shader, kind, {"pos": np.array(points, np.float32)}).draw(shader)
    gpu.state.blend_set("NONE")
