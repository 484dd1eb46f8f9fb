"""Shapes of a glTF's meshes (morph targets; Blender's shape keys): points of the surface that they move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.readers.gltf_animation import PATHS, Channel
from kinescore.motion.readers.gltf_file import Gltf

MAX_TARGETS = 512
MOST_POINTS = 48
"""Of one mesh: those that a shape moves farthest, and some between."""
_STIRS = 0.01
"""A corner that moves by less than this share of the farthest does not count."""


@dataclass(frozen=True)
class Shape:
    """Points of the mesh of `node` that move. base: [V, 3], without any shape. targets: [M, V, 3], what each of the
    shapes adds at weight 1. weights: their animation. is_skinned: bones, which stand still, hold it, not the node."""

    node: int
    base: NDArray[np.float32]
    targets: NDArray[np.float32]
    weights: Channel
    is_skinned: bool

    def at(self, times: NDArray[np.float64], world: NDArray[np.float64]) -> NDArray[np.float64]:
        """[T, V, 3], where the points are in the world; world: [T, 4, 4] of the node."""
        places = self.base + np.tensordot(self.weights.at(times), self.targets, axes=1)
        if self.is_skinned:
            return places
        return np.einsum("tij,tvj->tvi", world[:, :3, :3], places) + world[:, None, :3, 3]


def moving_shapes(file: Gltf, tracks: Mapping[int, Mapping[str, Channel]]) -> list[Shape]:
    """The shapes whose weights `tracks` animates, by node. Of meshes that a skeleton moves, the bones say enough.

    Raises MotionError for damaged meshes, and for more shapes than are read.
    """
    bones_move = any(of_node.keys() & PATHS.keys() for of_node in tracks.values())
    found = []
    for node, of_node in tracks.items():
        is_skinned = "skin" in file.at("nodes", node)
        if "weights" in of_node and np.ptp(of_node["weights"].values, axis=0).any() and not (is_skinned and bones_move):
            mesh = file.at("meshes", file.at("nodes", node).get("mesh"))
            for part in file.get(mesh, "primitives", list):
                base, targets = _chosen(file, part, of_node["weights"].values.shape[1])
                found.append(Shape(node, base, targets, of_node["weights"], is_skinned))
    return found


def _chosen(file: Gltf, part: object, count: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Base [V, 3] and targets [M, V, 3] of the corners that are followed."""
    if count > MAX_TARGETS:
        raise MotionError(
            f"{file.path.name} has a mesh of {count} shapes; at most {MAX_TARGETS} are read.", "Export fewer of them."
        )
    base = file.array(file.get(part, "attributes", dict).get("POSITION"))
    farthest = np.zeros(len(base), np.float32)
    leaders = []
    for target in _targets(file, part, count, base.shape):
        way = np.linalg.norm(target, axis=1)
        farthest = np.maximum(farthest, way)
        leaders.append(int(way.argmax()))
    stirs = np.flatnonzero(farthest > _STIRS * farthest.max(initial=0.0))
    between = stirs[np.linspace(0, len(stirs) - 1, min(len(stirs), MOST_POINTS)).astype(int)] if len(stirs) else []
    points = list(dict.fromkeys([*leaders, *map(int, between)]))[:MOST_POINTS] if len(stirs) else []
    return base[points], np.stack([target[points] for target in _targets(file, part, count, base.shape)])


def _targets(file: Gltf, part: object, count: int, shape: tuple[int, ...]) -> Iterator[NDArray[np.float32]]:
    """What each shape adds to the corners, [V, 3] as `shape` says, one after the other."""
    targets = file.get(part, "targets", list, [])
    if len(targets) != count or len(shape) != 2 or shape[1] != 3:
        raise file.fail("the shapes of a mesh and their weights do not fit together")
    for target in targets:
        moved = target.get("POSITION") if isinstance(target, dict) else None
        added = np.zeros(shape, np.float32) if moved is None else file.array(moved)
        if added.shape != shape:
            raise file.fail("a shape has other corners than its mesh")
        yield added
