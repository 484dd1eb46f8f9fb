# SPDX-License-Identifier: GPL-3.0-or-later
"""The dancer's body: lofted tubes around the bones, one skinned mesh in hoodie, joggers, trainers and cap."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin

import bpy

from .materials import PALETTE, material
from .rig import PREFIX
from .tracks import SIDES

POINTS_PER_RING = 12
Point = tuple[float, float, float]


@dataclass(frozen=True)
class Tube:
    """A closed tube along one axis ("x", "y" or "z"), given for the character's left if it is `sided`.

    rows: (position on the axis, half width, half depth, centre on the first and second other axis), in metres. For "x"
    the others are y and z, for "y" x and z, for "z" x and y.
    stops: (position on the axis, bone); between two stops the skin blends from one bone to the next.
    """

    colour: str
    axis: str
    rows: tuple[tuple[float, float, float, float, float], ...]
    stops: tuple[tuple[float, str], ...]
    sided: bool = False


TORSO = ((0.95, "Hips"), (1.10, "Spine"), (1.24, "Spine1"), (1.37, "Spine2"))
ARM = ((0.40, "Arm"), (0.51, "ForeArm"))
LEG = ((0.43, "Leg"), (0.59, "UpLeg"))
FOOT = ((-0.145, "ToeBase"), (-0.105, "Foot"))
HEAD = ((1.6, "Head"),)

TUBES = (
    # Hoodie: hem, body, shoulders; hood behind the neck; sleeves with cuffs.
    Tube("hoodie", "z", (
        (0.925, 0.130, 0.095, 0, 0.004), (0.93, 0.163, 0.125, 0, 0.004), (0.975, 0.166, 0.127, 0, 0.004),
        (0.99, 0.186, 0.142, 0, 0.005), (1.08, 0.184, 0.137, 0, 0), (1.22, 0.190, 0.134, 0, 0),
        (1.34, 0.202, 0.132, 0, 0.005), (1.41, 0.196, 0.116, 0, 0.012), (1.455, 0.160, 0.092, 0, 0.015),
        (1.495, 0.070, 0.066, 0, 0.012), (1.50, 0.030, 0.030, 0, 0.012),
    ), TORSO),
    Tube("hoodie", "z", (
        (1.400, 0.06, 0.05, 0, 0.035), (1.415, 0.112, 0.092, 0, 0.035), (1.455, 0.124, 0.108, 0, 0.032),
        (1.500, 0.108, 0.098, 0, 0.034), (1.515, 0.085, 0.078, 0, 0.034), (1.500, 0.06, 0.055, 0, 0.030),
    ), ((1.45, "Spine2"),)),
    Tube("hoodie", "x", (
        (0.105, 0.025, 0.025, 0.005, 1.415), (0.12, 0.062, 0.068, 0.005, 1.415), (0.175, 0.076, 0.080, 0.003, 1.422),
        (0.27, 0.069, 0.071, 0, 1.43), (0.40, 0.062, 0.062, 0, 1.43), (0.455, 0.060, 0.060, 0.003, 1.43),
        (0.54, 0.060, 0.060, 0, 1.43), (0.645, 0.056, 0.056, 0, 1.43), (0.66, 0.044, 0.044, 0, 1.43),
        (0.70, 0.043, 0.043, 0, 1.43), (0.705, 0.030, 0.030, 0, 1.43),
    ), ARM, sided=True),
    # A stripe around each upper arm, so that turns of the arm can be seen.
    Tube("stripe", "x", (
        (0.270, 0.05, 0.05, 0, 1.43), (0.271, 0.074, 0.076, 0, 1.43), (0.30, 0.074, 0.076, 0, 1.43),
        (0.330, 0.072, 0.074, 0, 1.43), (0.331, 0.05, 0.05, 0, 1.43),
    ), ARM, sided=True),
    # Hands: palm with fingers, thumb.
    Tube("skin", "x", (
        (0.695, 0.020, 0.020, 0, 1.43), (0.715, 0.030, 0.024, 0, 1.43), (0.755, 0.046, 0.025, -0.004, 1.43),
        (0.80, 0.046, 0.023, -0.004, 1.43), (0.85, 0.038, 0.019, 0, 1.428), (0.880, 0.026, 0.014, 0, 1.425),
        (0.886, 0.010, 0.006, 0, 1.425),
    ), ((0.7, "Hand"),), sided=True),
    Tube("skin", "x", (
        (0.715, 0.008, 0.008, -0.030, 1.43), (0.725, 0.017, 0.016, -0.038, 1.43), (0.765, 0.017, 0.015, -0.062, 1.428),
        (0.80, 0.013, 0.012, -0.075, 1.425), (0.808, 0.005, 0.005, -0.077, 1.425),
    ), ((0.7, "Hand"),), sided=True),
    # Joggers: seat and two legs with cuffs.
    Tube("joggers", "z", (
        (0.82, 0.05, 0.06, 0, 0.0), (0.835, 0.11, 0.095, 0, 0.0), (0.88, 0.152, 0.118, 0, 0.003),
        (0.93, 0.160, 0.120, 0, 0.003), (0.98, 0.14, 0.10, 0, 0.0), (0.985, 0.05, 0.04, 0, 0),
    ), ((0.9, "Hips"),)),
    Tube("joggers", "z", (
        (0.145, 0.030, 0.030, 0.114, 0.015), (0.15, 0.054, 0.056, 0.114, 0.015), (0.19, 0.055, 0.058, 0.113, 0.012),
        (0.205, 0.073, 0.076, 0.113, 0.010), (0.34, 0.079, 0.082, 0.110, 0.004), (0.46, 0.075, 0.078, 0.108, -0.012),
        (0.54, 0.079, 0.083, 0.106, -0.014), (0.70, 0.093, 0.097, 0.098, -0.004), (0.86, 0.096, 0.108, 0.088, 0.0),
        (0.93, 0.075, 0.090, 0.080, 0), (0.945, 0.03, 0.04, 0.080, 0),
    ), LEG, sided=True),
    Tube("skin", "z", (
        (0.08, 0.03, 0.03, 0.115, 0.02), (0.09, 0.040, 0.044, 0.115, 0.02), (0.16, 0.042, 0.045, 0.114, 0.018),
        (0.17, 0.02, 0.02, 0.114, 0.018),
    ), ((0.1, "Leg"),), sided=True),
    # Trainers: upper and sole, from the toe to the heel.
    Tube("shoe", "y", (
        (-0.232, 0.020, 0.012, 0.117, 0.040), (-0.222, 0.042, 0.026, 0.117, 0.042),
        (-0.165, 0.054, 0.036, 0.117, 0.046),
        (-0.09, 0.052, 0.048, 0.116, 0.055), (-0.02, 0.046, 0.064, 0.115, 0.070), (0.05, 0.045, 0.066, 0.115, 0.075),
        (0.082, 0.036, 0.055, 0.115, 0.070), (0.088, 0.015, 0.025, 0.115, 0.065),
    ), FOOT, sided=True),
    Tube("sole", "y", (
        (-0.240, 0.022, 0.008, 0.117, 0.022), (-0.230, 0.046, 0.019, 0.117, 0.021),
        (-0.165, 0.060, 0.020, 0.117, 0.020),
        (-0.06, 0.054, 0.020, 0.116, 0.020), (0.05, 0.050, 0.021, 0.115, 0.021), (0.088, 0.040, 0.020, 0.115, 0.022),
        (0.096, 0.016, 0.008, 0.115, 0.022),
    ), FOOT, sided=True),
    # Neck, head, nose, eyes, ears.
    Tube("skin", "z", (
        (1.46, 0.05, 0.05, 0, 0.01), (1.50, 0.050, 0.052, 0, 0.008), (1.58, 0.047, 0.050, 0, 0.004),
        (1.62, 0.04, 0.04, 0, 0),
    ), ((1.5, "Neck"), (1.58, "Head"))),
    Tube("skin", "z", (
        (1.555, 0.020, 0.022, 0, -0.035), (1.562, 0.044, 0.046, 0, -0.030), (1.59, 0.066, 0.074, 0, -0.020),
        (1.64, 0.084, 0.096, 0, -0.010), (1.70, 0.090, 0.104, 0, -0.004), (1.76, 0.084, 0.098, 0, 0.002),
        (1.80, 0.058, 0.070, 0, 0.004), (1.812, 0.02, 0.03, 0, 0.004),
    ), HEAD),
    Tube("skin", "y", (
        (-0.134, 0.006, 0.008, 0, 1.652), (-0.126, 0.013, 0.016, 0, 1.656), (-0.095, 0.016, 0.026, 0, 1.668),
        (-0.08, 0.008, 0.01, 0, 1.67),
    ), ((0.0, "Head"),)),
    Tube("eye", "y", (
        (-0.112, 0.004, 0.006, 0.036, 1.688), (-0.108, 0.012, 0.017, 0.036, 1.688),
        (-0.090, 0.013, 0.018, 0.036, 1.688),
        (-0.08, 0.004, 0.005, 0.036, 1.688),
    ), ((0.0, "Head"),), sided=True),
    Tube("skin", "x", (
        (0.074, 0.008, 0.012, 0.012, 1.672), (0.082, 0.020, 0.030, 0.012, 1.672), (0.100, 0.020, 0.032, 0.016, 1.674),
        (0.106, 0.008, 0.012, 0.016, 1.674),
    ), ((0.0, "Head"),), sided=True),
    # Cap with a visor.
    Tube("cap", "z", (
        (1.715, 0.05, 0.06, 0, 0.002), (1.718, 0.098, 0.113, 0, 0.0), (1.755, 0.097, 0.112, 0, 0.004),
        (1.80, 0.082, 0.096, 0, 0.008), (1.832, 0.048, 0.058, 0, 0.010), (1.842, 0.016, 0.02, 0, 0.010),
    ), HEAD),
    Tube("cap", "y", (
        (-0.215, 0.020, 0.004, 0, 1.712), (-0.205, 0.052, 0.007, 0, 1.715), (-0.155, 0.078, 0.009, 0, 1.724),
        (-0.09, 0.086, 0.010, 0, 1.730), (-0.06, 0.04, 0.005, 0, 1.73),
    ), ((0.0, "Head"),)),
)  # fmt: skip


def build_body(scene: bpy.types.Scene, armature: bpy.types.Object) -> bpy.types.Object:
    """Make the skinned mesh and bind it to the armature."""
    skin = _Skin([], [], [], {})
    for tube in TUBES:
        for side in SIDES if tube.sided else ("",):
            _loft(skin, tube, side)
    mesh = bpy.data.meshes.new("Dancer Body")
    mesh.from_pydata(skin.points, [], skin.faces)
    for colour in PALETTE:
        mesh.materials.append(material(colour))
    mesh.polygons.foreach_set("material_index", skin.colours)
    mesh.polygons.foreach_set("use_smooth", [True] * len(skin.faces))
    body = bpy.data.objects.new("Dancer Body", mesh)
    scene.collection.objects.link(body)
    for bone, weights in skin.weights.items():
        group = body.vertex_groups.new(name=bone)
        for index, weight in weights:
            group.add([index], weight, "REPLACE")
    _smooth(body, scene)
    body.parent = armature
    bind = body.modifiers.new("Armature", "ARMATURE")
    bind.object = armature
    return body


def _smooth(body: bpy.types.Object, scene: bpy.types.Scene) -> None:
    """Subdivide once and for all: as a modifier under the armature it would be computed anew for every frame."""
    modifier = body.modifiers.new("Smooth", "SUBSURF")
    modifier.levels = 1
    layer = scene.view_layers[0]
    layer.update()
    coarse = body.data
    body.data = bpy.data.meshes.new_from_object(
        body.evaluated_get(layer.depsgraph), preserve_all_data_layers=True, depsgraph=layer.depsgraph
    )
    body.modifiers.clear()
    name = coarse.name
    bpy.data.meshes.remove(coarse)
    body.data.name = name


@dataclass(frozen=True)
class _Skin:
    points: list[Point]
    faces: list[tuple[int, ...]]
    colours: list[int]
    weights: dict[str, list[tuple[int, float]]]


def _loft(skin: _Skin, tube: Tube, side: str) -> None:
    """Add one tube: rings of points, quads between them, a fan at both ends."""
    first = len(skin.points)
    for row in tube.rows:
        shares = _shares(tube.stops, row[0])
        for k in range(POINTS_PER_RING):
            for bone, share in shares:
                name = PREFIX + (side.title() if _is_sided(bone) else "") + bone
                skin.weights.setdefault(name, []).append((len(skin.points), share))
            skin.points.append(_point(tube.axis, row, 2 * pi * k / POINTS_PER_RING, mirrored=side == "right"))
    n, last = POINTS_PER_RING, first + POINTS_PER_RING * (len(tube.rows) - 1)
    quads = [
        (first + r * n + k, first + r * n + (k + 1) % n, first + (r + 1) * n + (k + 1) % n, first + (r + 1) * n + k)
        for r in range(len(tube.rows) - 1)
        for k in range(n)
    ]
    faces = [*quads, tuple(range(first + n - 1, first - 1, -1)), tuple(range(last, last + n))]
    inside_out = (tube.axis == "y") != (side == "right")
    skin.faces.extend(tuple(reversed(face)) if inside_out else face for face in faces)
    skin.colours.extend([list(PALETTE).index(tube.colour)] * len(faces))


def _point(axis: str, row: tuple[float, float, float, float, float], angle: float, mirrored: bool) -> Point:
    along, half_a, half_b, centre_a, centre_b = row
    a, b = centre_a + half_a * cos(angle), centre_b + half_b * sin(angle)
    x, y, z = {"x": (along, a, b), "y": (a, along, b), "z": (a, b, along)}[axis]
    return (-x if mirrored else x, y, z)


def _shares(stops: tuple[tuple[float, str], ...], position: float) -> list[tuple[str, float]]:
    """How much each bone moves the skin at `position`: a blend between two stops, all of the last one beyond them."""
    if position <= stops[0][0]:
        return [(stops[0][1], 1.0)]
    for (low, below), (high, above) in pairwise(stops):
        if position <= high:
            share = (position - low) / (high - low)
            return [(below, 1.0 - share), (above, share)]
    return [(stops[-1][1], 1.0)]


def _is_sided(bone: str) -> bool:
    return bone.endswith(("Arm", "Hand", "Leg", "Foot", "ToeBase"))
