# SPDX-License-Identifier: GPL-3.0-or-later
"""The movie's proof with the sound off: lights on the music's beats, rings on the movement's hits, a playhead below.

Beats are the take's own, hits and energy those found in the movement: where light and dancer agree, so do both.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import cos, pi, radians, sin
from pathlib import Path

import bpy
import numpy as np
from demo_dance.materials import GLOW, material
from demo_dance.stage import CAMERA, LOOK_AT, ROOM_BELOW, aim, mesh
from numpy.typing import NDArray

from kinescore.dance.analysis import analyse
from kinescore.dance.hit_points import HitPoint
from kinescore.motion.read import read_motion

FLASH_SECONDS = 0.28
DARK = 0.1
"""Brightness of a tube between beats; on a beat it is 1."""
RING_SECONDS = 0.7
RINGS = 6
"""More than two hits are rarely this close; a ring is used again after all others."""
RING_WIDTH = 0.16
CAMERA_SWINGS = ((-4.0, 1.1), (13.0, 1.02), (-11.0, 1.08), (-16.0, 1.0), (10.0, 1.36), (4.0, 1.0))
"""(degrees around the dancer, share of the distance), one after another over the piece."""


@dataclass(frozen=True)
class Cues:
    """What is shown: beats [N] and downbeats [M] of the music in s, the movement's hits and energy [T] at `fps` Hz."""

    title: str
    beats: NDArray[np.float64]
    downbeats: NDArray[np.float64]
    hits: tuple[HitPoint, ...]
    energy: NDArray[np.float32]
    fps: float
    seconds: float


def cues_of(motion: Path, sound: Path) -> Cues:
    """Read them from the movement and from the description beside the sound."""
    found = analyse(read_motion(motion))
    facts = json.loads(sound.with_suffix(".json").read_text("utf-8"))
    beats = np.array(facts["beats"])
    return Cues(
        title=f"{facts['provenance']['style']}   {facts['tempo_bpm']:.1f} BPM",
        beats=beats,
        downbeats=beats[np.array(facts["downbeats"], int)],
        hits=tuple(found.hits),
        energy=found.energy,
        fps=found.fps,
        seconds=found.seconds,
    )


def light_the_stage(scene: bpy.types.Scene, cues: Cues) -> None:
    """Let our own stage pulse: teal tubes on beats, pink ones on downbeats, rings on hits; move its camera."""
    _flash(scene, material("teal light"), GLOW["teal light"], cues.beats)
    _flash(scene, material("pink light"), GLOW["pink light"], cues.downbeats)
    _grow_tubes(scene, cues)
    _throw_rings(scene, cues)
    _swing_camera(scene, cues.seconds)


def frame_at(scene: bpy.types.Scene, seconds: float) -> float:
    """The frame, not whole, at which the scene shows `seconds` after its start."""
    return scene.frame_start + seconds * scene.render.fps / scene.render.fps_base


def _flash(
    scene: bpy.types.Scene, light: bpy.types.Material, colour: tuple[float, float, float], times: NDArray[np.float64]
) -> None:
    emission = light.node_tree.nodes["Principled BSDF"].inputs["Emission Strength"]

    def key(seconds: float, brightness: float) -> None:
        frame = frame_at(scene, seconds)
        light.diffuse_color = (*(brightness * value for value in colour), 1.0)
        light.keyframe_insert("diffuse_color", frame=frame)  # what Workbench shows
        emission.default_value = 2.0 * brightness
        emission.keyframe_insert("default_value", frame=frame)  # what Cycles shows

    for time, following in zip(times, [*times[1:], np.inf], strict=True):
        key(time - 1.0 / scene.render.fps, DARK)
        key(time, 1.0)
        key(min(time + FLASH_SECONDS, following - 2.0 / scene.render.fps), DARK)


def _grow_tubes(scene: bpy.types.Scene, cues: Cues) -> None:
    """The livelier the movement, the taller the tubes."""
    tubes = [thing for thing in scene.objects if thing.name.startswith("Tube ")]
    for time in cues.beats:
        level = float(cues.energy[min(round(time * cues.fps), len(cues.energy) - 1)])
        for tube in tubes:
            tube.scale.z = 0.55 + 0.5 * level
            tube.keyframe_insert("scale", index=2, frame=frame_at(scene, time))


def _throw_rings(scene: bpy.types.Scene, cues: Cues) -> None:
    """On every hit a ring runs over the platform from under the dancer, as wide as the hit is heavy."""
    rings = [_ring(scene, f"Ring {number + 1}") for number in range(RINGS)]
    for ring in rings:
        _set_ring(scene, ring, 0.0, 0.0)
    for number, hit in enumerate(cues.hits):
        ring = rings[number % RINGS]
        _set_ring(scene, ring, hit.time_s - 1.0 / scene.render.fps, 0.0)
        _set_ring(scene, ring, hit.time_s, 0.25)
        _set_ring(scene, ring, hit.time_s + RING_SECONDS * 0.8, 0.45 + 0.5 * hit.weight)
        _set_ring(scene, ring, hit.time_s + RING_SECONDS, 0.0)


def _set_ring(scene: bpy.types.Scene, ring: bpy.types.Object, seconds: float, size: float) -> None:
    ring.scale = (max(size, 0.001), max(size, 0.001), 1.0)
    ring.keyframe_insert("scale", frame=frame_at(scene, seconds))


def _ring(scene: bpy.types.Scene, name: str) -> bpy.types.Object:
    sides, radius = 72, 2.25
    around = [(cos(2 * pi * k / sides), sin(2 * pi * k / sides)) for k in range(sides)]
    points = [(r * x, r * y, 0.004) for r in (radius - RING_WIDTH, radius) for x, y in around]
    faces = [(k, sides + k, sides + (k + 1) % sides, (k + 1) % sides) for k in range(sides)]
    return mesh(scene, name, points, faces, "hit light")


def _swing_camera(scene: bpy.types.Scene, seconds: float) -> None:
    camera = scene.camera
    camera.data.shift_y = -ROOM_BELOW
    camera.rotation_mode = "QUATERNION"  # Euler angles between two keys would not look at the dancer
    for number, (degrees, nearer) in enumerate(CAMERA_SWINGS):
        turn, distance = radians(degrees), -CAMERA[1] * nearer
        camera.location = (distance * sin(turn), -distance * cos(turn), CAMERA[2])
        camera.rotation_quaternion = aim(tuple(camera.location), LOOK_AT).to_quaternion()
        for path in ("location", "rotation_quaternion"):
            camera.keyframe_insert(path, frame=frame_at(scene, seconds * number / (len(CAMERA_SWINGS) - 1)))
