# SPDX-License-Identifier: GPL-3.0-or-later
"""A strip along the bottom of the picture: the movement's energy, its hits, the music's beats, and a playhead."""

from __future__ import annotations

from dataclasses import dataclass
from math import tan

import bpy
import numpy as np
from demo_dance.materials import material
from demo_dance.stage import mesh
from demo_show import Cues, frame_at

DEPTH = 2.0
"""Distance of the strip from the camera, m: nearer than anybody dances."""
HEIGHT = 0.13
MARGIN = 0.035
"""Of the picture's width, as all sizes here."""
CURVE_POINTS = 400
PULSE_SECONDS = 0.35


@dataclass(frozen=True)
class Strip:
    """Where the strip lies: its left end and width, its lower edge and height, in the camera's metres at DEPTH."""

    scene: bpy.types.Scene
    left: float
    width: float
    bottom: float
    height: float

    def x(self, share: float) -> float:
        """Place along the piece, 0 its start and 1 its end."""
        return self.left + self.width * share

    def y(self, share: float) -> float:
        """Place above the lower edge, 1 the upper."""
        return self.bottom + self.height * share

    def box(
        self, name: str, x: tuple[float, float], y: tuple[float, float], layer: int, colour: str
    ) -> bpy.types.Object:
        """A rectangle from x[0] to x[1] and y[0] to y[1], metres; higher layers lie in front."""
        corners = [(x[0], y[0]), (x[1], y[0]), (x[1], y[1]), (x[0], y[1])]
        return self.shape(name, corners, [(0, 1, 2, 3)], layer, colour)

    def shape(
        self, name: str, corners: list[tuple[float, float]], faces: list[tuple[int, ...]], layer: int, colour: str
    ) -> bpy.types.Object:
        """A flat mesh of `corners` in metres, fixed to the camera."""
        thing = mesh(self.scene, name, [(x, y, 0.0) for x, y in corners], faces, colour)
        return self.fix(thing, (0.0, 0.0), layer)

    def fix(self, thing: bpy.types.Object, place: tuple[float, float], layer: int) -> bpy.types.Object:
        """Hang `thing` before the camera."""
        thing.parent = self.scene.camera
        thing.location = (*place, -DEPTH + 0.001 * layer)
        return thing


def add_overlay(scene: bpy.types.Scene, cues: Cues) -> None:
    """Fix the strip to the scene's camera; it has to have one."""
    strip = _strip(scene)
    strip.box("Strip", (strip.left - 1.0, strip.x(1) + 1.0), (strip.bottom - 0.5, strip.y(1.25)), 0, "strip")
    _draw_energy(strip, cues)
    _draw_beats(strip, cues)
    _draw_hits(strip, cues)
    _write(strip, cues.title, (0.0, 1.04), "strip text")
    _write(strip, "movement", (0.80, 1.04), "strip energy")
    _write(strip, "beats", (0.895, 1.04), "teal light still")
    _write(strip, "hits", (0.96, 1.04), "hit light")
    _run_playhead(strip, cues)


def _strip(scene: bpy.types.Scene) -> Strip:
    camera = scene.camera.data
    whole = 2 * DEPTH * tan(camera.angle_x / 2)
    tall = whole * scene.render.resolution_y / scene.render.resolution_x
    return Strip(
        scene,
        left=whole * (camera.shift_x - 0.5 + MARGIN),
        width=whole * (1 - 2 * MARGIN),
        bottom=whole * camera.shift_y - tall / 2 + whole * 0.015,
        height=whole * HEIGHT * 0.6,
    )


def _draw_energy(strip: Strip, cues: Cues) -> None:
    """The curve as a filled area."""
    places = np.linspace(0.0, 1.0, CURVE_POINTS)
    levels = np.interp(places * (len(cues.energy) - 1), np.arange(len(cues.energy)), cues.energy)
    lower = [(strip.x(x), strip.y(0.0)) for x in places]
    upper = [(strip.x(x), strip.y(0.03 + 0.6 * level)) for x, level in zip(places, levels, strict=True)]
    faces = [(k, k + 1, CURVE_POINTS + k + 1, CURVE_POINTS + k) for k in range(CURVE_POINTS - 1)]
    strip.shape("Energy", lower + upper, faces, 1, "strip energy")


def _draw_beats(strip: Strip, cues: Cues) -> None:
    """A line for every beat, a longer one for every downbeat."""
    for times, top, half in ((cues.beats, 0.32, 0.0007), (cues.downbeats, 0.6, 0.0012)):
        corners: list[tuple[float, float]] = []
        for time in times:
            x, wide = strip.x(time / cues.seconds), half * strip.width
            corners += [
                (x - wide, strip.y(0)),
                (x + wide, strip.y(0)),
                (x + wide, strip.y(top)),
                (x - wide, strip.y(top)),
            ]
        faces = [(4 * k, 4 * k + 1, 4 * k + 2, 4 * k + 3) for k in range(len(times))]
        strip.shape("Beats", corners, faces, 2, "teal light still")


def _draw_hits(strip: Strip, cues: Cues) -> None:
    """A diamond for every hit, as large as it is heavy; it swells when the playhead reaches it."""
    for hit in cues.hits:
        half = strip.width * (0.004 + 0.004 * hit.weight)
        diamond = [(0.0, -half), (half * 0.7, 0.0), (0.0, half), (-half * 0.7, 0.0)]
        thing = strip.shape("Hit", diamond, [(0, 1, 2, 3)], 3, "hit light")
        thing.location.x, thing.location.y = strip.x(hit.time_s / cues.seconds), strip.y(0.8)
        for seconds, size in ((-1.0 / cues.fps, 1.0), (0.0, 2.2), (PULSE_SECONDS, 1.0)):
            thing.scale = (size, size, 1.0)
            thing.keyframe_insert("scale", frame=frame_at(strip.scene, hit.time_s + seconds))


def _run_playhead(strip: Strip, cues: Cues) -> None:
    half = strip.width * 0.0016
    playhead = strip.box("Playhead", (-half, half), (strip.y(-0.02), strip.y(1.0)), 4, "strip text")
    for share in (0.0, 1.0):
        playhead.location.x = strip.x(share)
        playhead.keyframe_insert("location", index=0, frame=frame_at(strip.scene, cues.seconds * share))
    for curve in _curves(playhead):
        for point in curve.keyframe_points:
            point.interpolation = "LINEAR"


def _curves(thing: bpy.types.Object) -> list[bpy.types.FCurve]:
    """Of an object's action, which from Blender 4.4 on keeps them in layers and from 5.0 on nowhere else."""
    action = thing.animation_data.action
    if hasattr(action, "fcurves"):
        return list(action.fcurves)
    return [
        curve for layer in action.layers for part in layer.strips for bag in part.channelbags for curve in bag.fcurves
    ]


def _write(strip: Strip, text: str, place: tuple[float, float], colour: str) -> None:
    curve = bpy.data.curves.new(text, "FONT")
    curve.body, curve.size = text, strip.width * 0.02
    curve.materials.append(material(colour))
    thing = bpy.data.objects.new(text, curve)
    strip.scene.collection.objects.link(thing)
    strip.fix(thing, (strip.x(place[0]), strip.y(place[1])), 2)
