# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the dance happens: a round stage, a wall of light tubes, three lights, and a camera that sees it all."""

from __future__ import annotations

from math import cos, pi, sin

import bpy
from mathutils import Euler, Vector

from .materials import material

Point = tuple[float, float, float]

CAMERA = (0.0, -6.9, 1.0)
LOOK_AT = (0.0, 0.0, 1.16)
ROOM_BELOW = 0.09
"""How far a camera moves its picture up, in widths of it, where the overlay comes below."""
# name: (position, power in W, size in m, colour)
LIGHTS = {
    "Key": ((-3.2, -4.2, 4.6), 220.0, 2.0, (1.0, 0.92, 0.82)),
    "Fill": ((4.0, -3.4, 2.2), 60.0, 3.0, (0.65, 0.75, 1.0)),
    "Rim": ((1.8, 3.0, 4.2), 260.0, 1.2, (1.0, 0.55, 0.75)),
}


def build_stage(scene: bpy.types.Scene) -> None:
    """Floor, platform, wall, lights, world and the scene's camera."""
    _disc(scene, "Floor", 14.0, top=-0.16, bottom=-0.18, sides=48)
    _disc(scene, "Platform", 2.3, top=0.0, bottom=-0.16, sides=96)
    _disc(scene, "Platform Light", 2.33, top=-0.05, bottom=-0.10, sides=96, colour="teal light")
    _light_wall(scene)
    for name, (position, power, size, colour) in LIGHTS.items():
        _area_light(scene, name, position, power, size, colour)
    world = bpy.data.worlds.new("Stage")
    world.color = (0.012, 0.012, 0.045)
    if world.node_tree is None:  # from Blender 5.0 on there always is one
        world.use_nodes = True
    world.node_tree.nodes["Background"].inputs["Color"].default_value = (0.01, 0.01, 0.035, 1.0)
    scene.world = world
    scene.camera = _camera(scene)


def look_through_camera() -> None:
    """Let every 3D View of the open file show the stage as the audience sees it."""
    for screen in bpy.data.screens:
        for space in (space for area in screen.areas for space in area.spaces if space.type == "VIEW_3D"):
            space.region_3d.view_perspective = "CAMERA"


def _camera(scene: bpy.types.Scene) -> bpy.types.Object:
    data = bpy.data.cameras.new("Stage Camera")
    data.lens = 50.0
    camera = bpy.data.objects.new("Stage Camera", data)
    camera.location = CAMERA
    camera.rotation_euler = aim(CAMERA, LOOK_AT)
    scene.collection.objects.link(camera)
    return camera


def _area_light(scene: bpy.types.Scene, name: str, position: Point, power: float, size: float, colour: Point) -> None:
    data = bpy.data.lights.new(name, "AREA")
    data.energy, data.size, data.color = power, size, colour
    light = bpy.data.objects.new(name, data)
    light.location = position
    light.rotation_euler = aim(position, (0.0, 0.0, 1.0))
    scene.collection.objects.link(light)


def _disc(
    scene: bpy.types.Scene, name: str, radius: float, top: float, bottom: float, sides: int, colour: str = "",
) -> None:  # fmt: skip
    ring = [(radius * cos(2 * pi * k / sides), radius * sin(2 * pi * k / sides)) for k in range(sides)]
    points = [(x, y, z) for z in (bottom, top) for x, y in ring]
    walls = [(k, (k + 1) % sides, sides + (k + 1) % sides, sides + k) for k in range(sides)]
    faces = [*walls, tuple(range(sides - 1, -1, -1)), tuple(range(sides, 2 * sides))]
    mesh(scene, name, points, faces, colour or name.lower())


def _light_wall(scene: bpy.types.Scene) -> None:
    """Upright tubes on an arc behind the dancer, longer and warmer towards the sides."""
    radius, count = 5.2, 10
    for k in range(count):
        angle = pi * (0.5 + (k - (count - 1) / 2) * 0.075)
        x, y = radius * cos(angle), radius * sin(angle) - 1.2
        away = abs(k - (count - 1) / 2) / ((count - 1) / 2)
        colour = "teal light" if away < 0.5 else "pink light"
        _box(scene, f"Tube {k + 1}", (x, y, 1.5 + 0.2 * away), (0.035, 0.035, 1.1 + 0.35 * away), colour)
    _box(scene, "Wall", (0, 6.5, 3.0), (14.0, 0.1, 3.4), "wall")


def _box(scene: bpy.types.Scene, name: str, centre: Point, half: Point, colour: str) -> None:
    signs = [(i, j, k) for k in (-1, 1) for j in (-1, 1) for i in (-1, 1)]
    points = [tuple(c + h * s for c, h, s in zip(centre, half, sign, strict=True)) for sign in signs]
    faces = [(0, 2, 3, 1), (4, 5, 7, 6), (0, 1, 5, 4), (2, 6, 7, 3), (0, 4, 6, 2), (1, 3, 7, 5)]
    mesh(scene, name, points, faces, colour)


def mesh(scene: bpy.types.Scene, name: str, points: list, faces: list, colour: str) -> bpy.types.Object:
    """A thing of one colour, linked to the scene."""
    data = bpy.data.meshes.new(name)
    data.from_pydata(points, [], faces)
    data.materials.append(material(colour))
    thing = bpy.data.objects.new(name, data)
    thing.display.show_shadows = False  # in Workbench only the dancer throws one
    scene.collection.objects.link(thing)
    return thing


def aim(position: Point, target: Point) -> Euler:
    """The rotation of a camera or light at `position` that looks at `target`."""
    return (Vector(target) - Vector(position)).to_track_quat("-Z", "Y").to_euler()
