# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an evaluated object is: its bones, or points of anything without bones, all in world space (metres, Z up)."""

from __future__ import annotations

import bpy
import numpy as np
from numpy.typing import NDArray

MOST_VERTICES = 48
MOST_PARTICLES = 200
_AXES = np.concatenate([np.zeros((1, 3)), np.eye(3)])  # of what has no shape: its origin, and where its axes point
_SHAPELESS = ("EMPTY", "CAMERA", "LIGHT", "LIGHT_PROBE", "SPEAKER")


def bone_ends(evaluated: bpy.types.Object, end: str, bones: tuple[str, ...]) -> NDArray[np.float64]:
    """Positions [B, 3] of one end ("head" or "tail") of each bone of an armature."""
    pose = evaluated.pose.bones
    flat = np.empty(len(pose) * 3, np.float32)
    pose.foreach_get(end, flat)
    return _in_world(evaluated, flat.reshape(-1, 3)[[pose.find(bone) for bone in bones]])


def box_points(evaluated: bpy.types.Object) -> NDArray[np.float64]:
    """Points of an object [P, 3]: its origin, the bounding box of its evaluated shape (or, where it has none, one metre
    along each axis), and middle and extent of its particles, which lie in the origin where there are none."""
    if evaluated.type in _SHAPELESS:
        return _in_world(evaluated, _AXES)
    shape = _in_world(evaluated, np.concatenate([_AXES[:1], np.array(evaluated.bound_box)]))
    return np.concatenate([shape, _swarm(evaluated, shape[0])])


def vertex_points(evaluated: bpy.types.Object, count: int | None) -> NDArray[np.float64] | None:
    """Up to MOST_VERTICES vertices [V, 3] of an evaluated mesh, evenly spread by their numbers.

    None for anything else, and where the mesh has not `count` vertices (None: any number): then they are others.
    """
    if evaluated.type != "MESH" or not len(evaluated.data.vertices):
        return None
    vertices = evaluated.data.vertices
    if count is not None and len(vertices) != count:
        return None
    flat = np.empty(len(vertices) * 3, np.float32)
    vertices.foreach_get("co", flat)
    chosen = np.unique(np.linspace(0, len(vertices) - 1, MOST_VERTICES).round().astype(np.int64))
    return _in_world(evaluated, flat.reshape(-1, 3)[chosen])


def _swarm(evaluated: bpy.types.Object, nowhere: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean, least and most [3, 3] of the places of living particles."""
    alive = [
        system.particles[number].location
        for system in evaluated.particle_systems
        for number in range(0, len(system.particles), max(1, len(system.particles) // MOST_PARTICLES))
        if system.particles[number].alive_state == "ALIVE"
    ]
    if not alive:
        return np.tile(nowhere, (3, 1))
    places = np.array(alive, dtype=np.float64)
    return np.stack([places.mean(axis=0), places.min(axis=0), places.max(axis=0)])


def _in_world(evaluated: bpy.types.Object, local: NDArray[np.floating]) -> NDArray[np.float64]:
    world = np.array(evaluated.matrix_world)
    return local.astype(np.float64) @ world[:3, :3].T + world[:3, 3]
