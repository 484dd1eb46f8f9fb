# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to film the demo's dance: cuts, orbits, dollies, zooms and shakes, for tests and for `benchmarks.cameras`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import cos, pi, radians, sin, tau

import bpy
import numpy as np
from mathutils import Vector

from blender_addon.compat import action_curves

MIDDLE = Vector((0.0, 0.0, 1.1))
PLACES = ((0.0, -6.9, 1.0), (4.5, -5.0, 1.6), (-3.5, -3.5, 0.6), (1.0, -9.0, 3.5))
Shoot = Callable[[bpy.types.Scene], None]


def calm(scene: bpy.types.Scene) -> None:
    """The scene's own camera, which stands still."""


def cuts_every(frames: int) -> Shoot:
    """Cut to another of four cameras, bound to markers, every `frames` frames."""

    def shoot(scene: bpy.types.Scene) -> None:
        cameras = [_camera(scene, place, lens=35.0 + 15.0 * number) for number, place in enumerate(PLACES)]
        for number, frame in enumerate(range(scene.frame_start, scene.frame_end, frames)):
            scene.timeline_markers.new(f"shot {number}", frame=frame).camera = cameras[number % len(cameras)]

    return shoot


def jumps_every(frames: int) -> Shoot:
    """One camera that jumps to another place every `frames` frames."""

    def shoot(scene: bpy.types.Scene) -> None:
        camera = scene.camera = _camera(scene, PLACES[0])
        for number, frame in enumerate(range(scene.frame_start, scene.frame_end, frames)):
            _aim(camera, PLACES[number % len(PLACES)], frame)
        _interpolate(camera, "CONSTANT")

    return shoot


def orbit(seconds: float) -> Shoot:
    """Once around the dancer in `seconds`."""

    def path(second: float) -> tuple[float, float, float]:
        return 6.9 * sin(tau * second / seconds), -6.9 * cos(tau * second / seconds), 1.4

    return _along(path)


def dolly(seconds: float) -> Shoot:
    """Towards the dancer and back in `seconds`."""
    return _along(lambda second: (0.4, -7.0 + 2.5 * sin(pi * second / seconds) ** 2, 1.2))


def zoom(seconds: float) -> Shoot:
    """From 30 to 90 mm and back in `seconds`."""

    def shoot(scene: bpy.types.Scene) -> None:
        camera = scene.camera = _camera(scene, PLACES[0])
        for frame in range(scene.frame_start, scene.frame_end + 1, 2):
            second = (frame - scene.frame_start) / scene.render.fps
            camera.data.lens = 60.0 - 30.0 * cos(tau * second / seconds)
            camera.data.keyframe_insert("lens", frame=frame)

    return shoot


def shake(degrees: float, every: int, seed: int = 1) -> Shoot:
    """Turn by up to `degrees` about every axis, anew every `every` frames."""

    def shoot(scene: bpy.types.Scene) -> None:
        camera = scene.camera = _camera(scene, PLACES[0])
        steady = np.array(camera.rotation_euler)
        generator = np.random.default_rng(seed)
        for frame in range(scene.frame_start, scene.frame_end + 1, every):
            camera.rotation_euler = steady + radians(degrees) * generator.uniform(-1, 1, 3)
            camera.keyframe_insert("rotation_euler", frame=frame)

    return shoot


def handheld(degrees: float, seed: int = 3) -> Shoot:
    """Sway as a hand does: by `degrees` (standard deviation), at about 0.4, 1.1 and 2.7 Hz at once."""

    def shoot(scene: bpy.types.Scene) -> None:
        camera = scene.camera = _camera(scene, PLACES[0])
        steady = np.array(camera.rotation_euler)
        phases = np.random.default_rng(seed).uniform(0, tau, (3, 3))
        for frame in range(scene.frame_start, scene.frame_end + 1):
            second = (frame - scene.frame_start) / scene.render.fps
            sway = np.sin(tau * np.array([[0.4], [1.1], [2.7]]) * second + phases).sum(axis=0) / np.sqrt(1.5)
            camera.rotation_euler = steady + radians(degrees) * sway
            camera.keyframe_insert("rotation_euler", frame=frame)

    return shoot


def whip_pan(frames: int, every: int) -> Shoot:
    """Swing round to another side of the dancer in `frames` frames, every `every` frames."""

    def shoot(scene: bpy.types.Scene) -> None:
        camera = scene.camera = _camera(scene, PLACES[0])
        for number, frame in enumerate(range(scene.frame_start, scene.frame_end, every)):
            _aim(camera, PLACES[number % 2], frame)
            _aim(camera, PLACES[number % 2], frame + every - frames)

    return shoot


def dolly_zoom(seconds: float) -> Shoot:
    """Go back and zoom in so that the dancer stays as large: the shot of Vertigo."""

    def shoot(scene: bpy.types.Scene) -> None:
        camera = scene.camera = _camera(scene, PLACES[0])
        for frame in range(scene.frame_start, scene.frame_end + 1, 2):
            second = (frame - scene.frame_start) / scene.render.fps
            away = 7.0 + 3.0 * sin(pi * second / seconds) ** 2
            _aim(camera, (0.0, -away, 1.1), frame)
            camera.data.lens = 50.0 * away / 7.0
            camera.data.keyframe_insert("lens", frame=frame)

    return shoot


def without_perspective(scale: float) -> Shoot:
    """An orthographic camera that sees `scale` metres."""

    def shoot(scene: bpy.types.Scene) -> None:
        camera = scene.camera = _camera(scene, PLACES[1])
        camera.data.type, camera.data.ortho_scale = "ORTHO", scale

    return shoot


def follow(bone: str) -> Shoot:
    """A camera carried by one of the dancer's bones."""

    def shoot(scene: bpy.types.Scene) -> None:
        camera = scene.camera = _camera(scene, PLACES[0])
        constraint = camera.constraints.new("CHILD_OF")
        constraint.target, constraint.subtarget = scene.objects["Dancer"], bone

    return shoot


def _camera(scene: bpy.types.Scene, place: tuple[float, float, float], lens: float = 50.0) -> bpy.types.Object:
    camera = bpy.data.objects.new("Shot", bpy.data.cameras.new("Shot"))
    camera.data.lens = lens
    camera.location = place
    camera.rotation_euler = (MIDDLE - Vector(place)).to_track_quat("-Z", "Y").to_euler()
    scene.collection.objects.link(camera)
    return camera


def _aim(camera: bpy.types.Object, place: tuple[float, float, float], frame: int) -> None:
    camera.location = place
    turned = (MIDDLE - Vector(place)).to_track_quat("-Z", "Y").to_euler()
    turned.make_compatible(camera.rotation_euler)
    camera.rotation_euler = turned
    camera.keyframe_insert("location", frame=frame)
    camera.keyframe_insert("rotation_euler", frame=frame)


def _along(path: Callable[[float], tuple[float, float, float]]) -> Shoot:
    def shoot(scene: bpy.types.Scene) -> None:
        camera = scene.camera = _camera(scene, path(0.0))
        for frame in range(scene.frame_start, scene.frame_end + 1, 2):
            _aim(camera, path((frame - scene.frame_start) / scene.render.fps), frame)

    return shoot


def _interpolate(thing: bpy.types.Object, kind: str) -> None:
    for curve in action_curves(thing.animation_data.action):
        for key in curve.keyframe_points:
            key.interpolation = kind


CAMERAS: Mapping[str, Shoot] = {
    "calm": calm,
    **{f"cuts every {frames} frames": cuts_every(frames) for frames in (12, 20, 25, 30, 37, 61)},
    **{f"one camera jumping every {frames} frames": jumps_every(frames) for frames in (20, 33)},
    **{f"orbit in {seconds:g} s": orbit(seconds) for seconds in (2.0, 5.0, 20.0)},
    **{f"dolly in {seconds:g} s": dolly(seconds) for seconds in (0.8, 3.0)},
    **{f"zoom in {seconds:g} s": zoom(seconds) for seconds in (0.8, 3.0)},
    **{
        f"shake of {degrees:g} degrees every {every} frame(s)": shake(degrees, every)
        for degrees in (0.5, 1.0, 2.0)
        for every in (1, 3, 8, 20, 25)
    },
    "carried by the head": follow("mixamorig:Head"),
}
LEFT_OUT: Mapping[str, Shoot] = {
    **{f"cuts every {frames} frames": cuts_every(frames) for frames in (10, 16, 23, 34, 42, 48, 55, 60)},
    **{f"one camera jumping every {frames} frames": jumps_every(frames) for frames in (10, 27, 45)},
    **{f"orbit in {seconds:g} s": orbit(seconds) for seconds in (1.1, 3.3, 9.0)},
    **{f"dolly in {seconds:g} s": dolly(seconds) for seconds in (0.55, 1.7)},
    **{f"zoom in {seconds:g} s": zoom(seconds) for seconds in (0.55, 1.7)},
    **{
        f"shake of {degrees:g} degrees every {every} frame(s)": shake(degrees, every, seed=7)
        for degrees in (0.7, 1.5, 2.0)
        for every in (2, 5, 12, 17)
    },
    **{f"handheld, {degrees:g} degrees": handheld(degrees) for degrees in (0.5, 2.0)},
    **{f"whip pan of {frames} frames every {every}": whip_pan(frames, every) for frames, every in ((4, 24), (6, 37))},
    **{f"dolly zoom in {seconds:g} s": dolly_zoom(seconds) for seconds in (0.8, 3.0)},
    "orthographic": without_perspective(4.0),
    "carried by the hips": follow("mixamorig:Hips"),
    "carried by a hand": follow("mixamorig:LeftHand"),
}
"""Not looked at while anything was tuned."""
