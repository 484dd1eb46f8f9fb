"""glTF, GLB and VRM: the longest animation of the nodes, sampled at the rate of its keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.bone_map import RestPose
from kinescore.motion.readers.gltf_file import Gltf
from kinescore.motion.readers.rotations import from_quaternions
from kinescore.motion.recordings import MAX_FRAMES, Places, Skeleton
from kinescore.motion.resampling import nominal_rate

MAX_NODES = 20_000
RATES = (12.0, 120.0)  # of keys; others are sampled at DEFAULT_RATE
DEFAULT_RATE = 30.0
_CHUNK = 4096
_PATHS = {"translation": 3, "rotation": 4, "scale": 3}


@dataclass(frozen=True)
class _Channel:
    """One animated property of a node: key times [K] s, values [K, W] (or [3 K, W]: tangents around each)."""

    times: NDArray[np.float64]
    values: NDArray[np.float64]
    way: str

    def at(self, times: NDArray[np.float64]) -> NDArray[np.float64]:
        """Values [T, W] at times [T] s; before the first and after the last key they hold."""
        times = np.clip(times, self.times[0], self.times[-1])
        before = np.clip(np.searchsorted(self.times, times, side="right") - 1, 0, max(len(self.times) - 2, 0))
        after = np.minimum(before + 1, len(self.times) - 1)
        span = np.maximum(self.times[after] - self.times[before], 1e-9)
        share = np.clip((times - self.times[before]) / span, 0.0, 1.0)[:, None]
        if self.way == "CUBICSPLINE":
            incoming, points, outgoing = self.values[::3], self.values[1::3], self.values[2::3]
            s, span = share, span[:, None]
            return (
                (2 * s**3 - 3 * s**2 + 1) * points[before] + (s**3 - 2 * s**2 + s) * span * outgoing[before]
                + (3 * s**2 - 2 * s**3) * points[after] + (s**3 - s**2) * span * incoming[after]
            )  # fmt: skip
        one, other = self.values[before], self.values[after]
        if self.way == "STEP":
            return np.where(share >= 1.0, other, one)
        if one.shape[1] == 4:  # the shorter way round; between keys a frame apart a chord is as good as an arc
            other = np.where((one * other).sum(axis=1, keepdims=True) < 0, -other, other)
        return one + share * (other - one)


def read_gltf(path: Path) -> Skeleton:
    """Read the animation that lasts longest. VRM's names of human bones win over the nodes'.

    Raises MotionError for a file without animation, damaged, compressed, or with parts that are not beside it.
    """
    file = Gltf(path)
    nodes = file.items("nodes")
    parents = _parents(file, len(nodes))
    order = _parents_first(parents, file)
    tracks, seconds, start, notes = _longest_animation(file)
    rate = _rate_of_keys(tracks)
    frames = round(seconds * rate) + 1
    if frames > MAX_FRAMES:
        raise MotionError(f"{path.name} moves for {seconds:.0f} s, longer than is read.", "Cut it into parts.")
    rest = {node: _local(file, nodes[node], {}, np.zeros(1)) for node in order}
    heads = _world(order, parents, rest)[:, 0, :3, 3]
    place = {node: index for index, node in enumerate(order)}
    names = _names(file, nodes)

    def pose(used: Sequence[int]) -> tuple[Places, Places]:
        chosen = [order[index] for index in used]
        needed = _with_ancestors(chosen, parents, order)
        joints = np.empty((frames, len(chosen), 3))
        for first in range(0, frames, _CHUNK):
            times = start + np.arange(first, min(first + _CHUNK, frames)) / rate
            local = {node: _local(file, nodes[node], tracks.get(node, {}), times) for node in needed}
            world = dict(zip(needed, _world(needed, parents, local), strict=True))
            joints[first : first + len(times)] = np.stack([world[node][:, :3, 3] for node in chosen], axis=1)
        return joints, joints

    rest_pose = RestPose([place.get(parents[node], -1) for node in order], heads)
    return Skeleton([names[node] for node in order], frames, pose, rate, rest_pose, notes)


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


def _longest_animation(file: Gltf) -> tuple[dict[int, dict[str, _Channel]], float, float, tuple[str, ...]]:
    """Tracks by node and property, length and start in s, and a note where there are several animations."""
    animations = file.items("animations")
    found = [(tracks, *_extent(tracks)) for tracks in (_tracks(file, one) for one in animations[:64]) if tracks]
    if not found:
        raise MotionError(
            f"{file.path.name} holds no animation of nodes.", "Export it with its animation, as skeleton or as nodes."
        )
    best = max(range(len(found)), key=lambda index: (round(found[index][1], 3), len(found[index][0])))
    tracks, seconds, start = found[best]
    if len(animations) == 1:
        return tracks, seconds, start, ()
    name = str(animations[best].get("name", best))[:40]
    return (
        tracks,
        seconds,
        start,
        (f"{file.path.name} holds {len(animations)} animations; the longest, '{name}', was read.",),
    )


def _tracks(file: Gltf, animation: object) -> dict[int, dict[str, _Channel]]:
    tracks: dict[int, dict[str, _Channel]] = {}
    samplers = file.get(animation, "samplers", list)
    for channel in file.get(animation, "channels", list):
        target = file.get(channel, "target", dict)
        path, node, number = target.get("path"), target.get("node"), file.get(channel, "sampler", int)
        if path not in _PATHS or not isinstance(node, int):
            continue
        if not 0 <= number < len(samplers):
            raise file.fail("a channel of the animation has no sampler")
        way = str(samplers[number].get("interpolation", "LINEAR"))
        times, values = (file.array(samplers[number].get(key)) for key in ("input", "output"))
        keys = 3 * len(times) if way == "CUBICSPLINE" else len(times)
        if times.shape[1] != 1 or values.shape != (keys, _PATHS[path]) or (np.diff(times[:, 0]) < 0).any():
            raise file.fail("keys of the animation and their times do not fit together")
        tracks.setdefault(node, {})[path] = _Channel(times[:, 0], values, way)
    return tracks


def _extent(tracks: Mapping[int, Mapping[str, _Channel]]) -> tuple[float, float]:
    times = [track.times for of_node in tracks.values() for track in of_node.values()]
    start = min(float(one[0]) for one in times)
    return max(float(one[-1]) for one in times) - start, start


def _rate_of_keys(tracks: Mapping[int, Mapping[str, _Channel]]) -> float:
    """The rate at which most keys follow each other, where it is one of frames."""
    longest = max((track.times for of_node in tracks.values() for track in of_node.values()), key=len)
    steps = np.diff(longest)
    steps = steps[steps > 1e-6]
    if not len(steps):
        return DEFAULT_RATE
    rate = nominal_rate(float(np.median(steps)), tolerance_seconds=2e-5)
    return rate if RATES[0] <= rate <= RATES[1] else DEFAULT_RATE


def _local(file: Gltf, node: object, tracks: Mapping[str, _Channel], times: NDArray[np.float64]) -> NDArray[np.float64]:
    """[T, 4, 4] of a node in its parent's axes."""
    matrix = np.tile(np.eye(4), (len(times), 1, 1))
    if isinstance(node, dict) and "matrix" in node and not tracks:
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
