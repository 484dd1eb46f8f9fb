"""The animations of a glTF: what its nodes and shapes do over time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.readers.gltf_file import Gltf
from kinescore.motion.resampling import nominal_rate

RATES = (12.0, 120.0)  # of keys; others are sampled at DEFAULT_RATE
DEFAULT_RATE = 30.0
PATHS = {"translation": 3, "rotation": 4, "scale": 3}
"""Animated properties of nodes, and how many numbers each has; "weights" has as many as there are shapes."""


@dataclass(frozen=True)
class Channel:
    """One animated property of a node: key times [K] s, values [K, W] (or [3 K, W]: tangents around each).
    is_turn: whether they are quaternions."""

    times: NDArray[np.float64]
    values: NDArray[np.float32]
    way: str
    is_turn: bool = False

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
        if self.is_turn:  # the shorter way round; between keys a frame apart a chord is as good as an arc
            other = np.where((one * other).sum(axis=1, keepdims=True) < 0, -other, other)
        return one + share * (other - one)


def longest_animation(file: Gltf) -> tuple[dict[int, dict[str, Channel]], float, float, tuple[str, ...]]:
    """Tracks by node and property, length and start in s, and a note where there are several animations."""
    animations = file.items("animations")
    found = [(tracks, *_extent(tracks)) for tracks in (_tracks(file, one) for one in animations[:64]) if tracks]
    if not found:
        raise MotionError(
            f"{file.path.name} holds no animation of nodes or shapes.",
            "Export it with its animation, as skeleton or as nodes.",
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


def _tracks(file: Gltf, animation: object) -> dict[int, dict[str, Channel]]:
    tracks: dict[int, dict[str, Channel]] = {}
    samplers = file.get(animation, "samplers", list)
    for channel in file.get(animation, "channels", list):
        target = file.get(channel, "target", dict)
        path, node, number = target.get("path"), target.get("node"), file.get(channel, "sampler", int)
        width = _width(file, path, node)
        if not width:
            continue
        if not 0 <= number < len(samplers):
            raise file.fail("a channel of the animation has no sampler")
        way = str(samplers[number].get("interpolation", "LINEAR"))
        times, values = (file.array(samplers[number].get(key)) for key in ("input", "output"))
        keys = 3 * len(times) if way == "CUBICSPLINE" else len(times)
        if path == "weights" and values.size == keys * width:
            values = values.reshape(keys, width)
        if times.shape[1] != 1 or values.shape != (keys, width) or (np.diff(times[:, 0]) < 0).any():
            raise file.fail("keys of the animation and their times do not fit together")
        tracks.setdefault(node, {})[path] = Channel(times[:, 0].astype(np.float64), values, way, path == "rotation")
    return tracks


def _width(file: Gltf, path: object, node: object) -> int:
    """How many numbers a key of an animated property has; 0 for what is not read."""
    if not isinstance(node, int) or not isinstance(path, str):
        return 0
    return target_count(file, node) if path == "weights" else PATHS.get(path, 0)


def target_count(file: Gltf, node: int) -> int:
    """How many shapes (morph targets) the mesh of a node has."""
    mesh = file.at("nodes", node).get("mesh")
    parts = file.get(file.at("meshes", mesh), "primitives", list, []) if mesh is not None else []
    return len(file.get(parts[0], "targets", list, [])) if parts else 0


def _extent(tracks: Mapping[int, Mapping[str, Channel]]) -> tuple[float, float]:
    times = [track.times for of_node in tracks.values() for track in of_node.values()]
    start = min(float(one[0]) for one in times)
    return max(float(one[-1]) for one in times) - start, start


def rate_of_keys(tracks: Mapping[int, Mapping[str, Channel]]) -> float:
    """The rate at which most keys follow each other, where it is one of frames."""
    longest = max((track.times for of_node in tracks.values() for track in of_node.values()), key=len)
    steps = np.diff(longest)
    steps = steps[steps > 1e-6]
    if not len(steps):
        return DEFAULT_RATE
    rate = nominal_rate(float(np.median(steps)), tolerance_seconds=2e-5)
    return rate if RATES[0] <= rate <= RATES[1] else DEFAULT_RATE
