"""glTF, GLB and VRM: the longest animation of nodes and shapes, sampled at the rate of its keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.bone_map import RestPose
from kinescore.motion.readers.gltf_animation import PATHS, Channel, longest_animation, rate_of_keys
from kinescore.motion.readers.gltf_file import Gltf
from kinescore.motion.readers.gltf_shapes import moving_shapes
from kinescore.motion.readers.rotations import from_quaternions
from kinescore.motion.recordings import MAX_FRAMES, Places, Skeleton

MAX_NODES = 20_000
_CHUNK = 4096


def read_gltf(path: Path) -> Skeleton:
    """Read the animation that lasts longest. VRM's names of human bones win over the nodes'.

    Raises MotionError for a file without animation, damaged, compressed, or with parts that are not beside it.
    """
    file = Gltf(path)
    nodes = file.items("nodes")
    parents = _parents(file, len(nodes))
    order = _parents_first(parents, file)
    tracks, seconds, start, notes = longest_animation(file)
    rate = rate_of_keys(tracks)
    frames = round(seconds * rate) + 1
    if frames > MAX_FRAMES:
        raise MotionError(f"{path.name} moves for {seconds:.0f} s, longer than is read.", "Cut it into parts.")
    rest = {node: _local(file, nodes[node], {}, np.zeros(1)) for node in order}
    heads = _world(order, parents, rest)[:, 0, :3, 3]
    place = {node: index for index, node in enumerate(order)}
    names = _names(file, nodes)
    shapes = moving_shapes(file, tracks)
    points = [(shape, column) for shape in shapes for column in range(len(shape.base))]

    def pose(used: Sequence[int]) -> tuple[Places, Places]:
        owners = [order[index] if index < len(order) else points[index - len(order)][0].node for index in used]
        needed = _with_ancestors(owners, parents, order)
        joints = np.empty((frames, len(used), 3))
        for first in range(0, frames, _CHUNK):
            times = start + np.arange(first, min(first + _CHUNK, frames)) / rate
            local = {node: _local(file, nodes[node], tracks.get(node, {}), times) for node in needed}
            world = dict(zip(needed, _world(needed, parents, local), strict=True))
            surfaces: dict[int, NDArray[np.float64]] = {}
            for column, (index, owner) in enumerate(zip(used, owners, strict=True)):
                if index < len(order):
                    now = world[owner][:, :3, 3]
                else:
                    shape, corner = points[index - len(order)]
                    if id(shape) not in surfaces:
                        surfaces[id(shape)] = shape.at(times, world[owner])
                    now = surfaces[id(shape)][:, corner]
                joints[first : first + len(times), column] = now
        return joints, joints

    corners_of = [place[shape.node] for shape, _ in points]
    rest_pose = RestPose(
        [place.get(parents[node], -1) for node in order] + corners_of, np.concatenate([heads, heads[corners_of]])
    )
    all_names = [names[node] for node in order] + [f"shape {number}" for number in range(len(points))]
    return Skeleton(all_names, frames, pose, rate, rest_pose, notes)


def _parents(file: Gltf, count: int) -> list[int]:
    if not 0 < count <= MAX_NODES:
        raise file.fail(f"it holds {count} nodes; from 1 to {MAX_NODES} are read")
    parents = [-1] * count
    for number, node in enumerate(file.items("nodes")):
        for child in file.get(node, "children", list, []):
            if not isinstance(child, int) or not 0 <= child < count or parents[child] >= 0:
                raise file.fail("its nodes are no tree")
            parents[child] = number
    return parents


def _parents_first(parents: Sequence[int], file: Gltf) -> list[int]:
    children: dict[int, list[int]] = {}
    for node, parent in enumerate(parents):
        children.setdefault(parent, []).append(node)
    order = list(children.get(-1, []))
    for node in order:  # grows while it is walked
        order.extend(children.get(node, []))
    if len(order) != len(parents):
        raise file.fail("its nodes are no tree")
    return order


def _with_ancestors(chosen: Sequence[int], parents: Sequence[int], order: Sequence[int]) -> list[int]:
    wanted: set[int] = set()
    for node in chosen:
        while node >= 0 and node not in wanted:
            wanted.add(node)
            node = parents[node]
    return [node for node in order if node in wanted]


def _local(file: Gltf, node: object, tracks: Mapping[str, Channel], times: NDArray[np.float64]) -> NDArray[np.float64]:
    """[T, 4, 4] of a node in its parent's axes."""
    matrix = np.tile(np.eye(4), (len(times), 1, 1))
    if isinstance(node, dict) and "matrix" in node and not tracks.keys() & PATHS.keys():
        return matrix @ _constant(file, node, "matrix", [0.0] * 16).reshape(4, 4).T
    parts = {
        name: tracks[name].at(times) if name in tracks else _constant(file, node, name, default)[None]
        for name, default in (("translation", [0.0] * 3), ("rotation", [0.0, 0.0, 0.0, 1.0]), ("scale", [1.0] * 3))
    }
    matrix[:, :3, :3] = from_quaternions(parts["rotation"]) * parts["scale"][:, None, :]
    matrix[:, :3, 3] = parts["translation"]
    return matrix


def _constant(file: Gltf, node: object, name: str, default: list[float]) -> NDArray[np.float64]:
    values = file.get(node, name, list, default)
    if len(values) != len(default) or not all(isinstance(value, int | float) for value in values):
        raise file.fail(f"a node's {name} is no list of {len(default)} numbers")
    return np.array(values, dtype=np.float64)


def _world(
    order: Sequence[int], parents: Sequence[int], local: Mapping[int, NDArray[np.float64]]
) -> NDArray[np.float64]:
    """[J, T, 4, 4] in the order of `order`, which has parents first."""
    world: dict[int, NDArray[np.float64]] = {}
    for node in order:
        world[node] = world[parents[node]] @ local[node] if parents[node] >= 0 else local[node]
    return np.stack([world[node] for node in order])


def _names(file: Gltf, nodes: Sequence[Any]) -> list[str]:
    names = [str(node.get("name", f"node {number}"))[:200] for number, node in enumerate(nodes)]
    extensions = file.json.get("extensions", {})
    for key in ("VRM", "VRMC_vrm", "VRMC_vrm_animation"):
        humanoid = extensions.get(key, {}).get("humanoid", {}) if isinstance(extensions, dict) else {}
        bones = humanoid.get("humanBones", {}) if isinstance(humanoid, dict) else {}
        pairs = bones.items() if isinstance(bones, dict) else ((bone.get("bone"), bone) for bone in bones)
        human = {bone.get("node"): str(name) for name, bone in pairs if isinstance(bone, dict)}
        if human:
            return [human.get(number, f"not human {number}") for number in range(len(nodes))]
    return names
