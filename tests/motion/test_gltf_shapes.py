"""Shapes of meshes (morph targets, shape keys) in glTF move points as bones do."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.errors import MotionError
from kinescore.motion.keypoints import Layout
from kinescore.motion.readers import read_motion_file
from kinescore.motion.readers.gltf import read_gltf

FPS, FRAMES, BPM = 30.0, 300, 110.0
TIMES = np.arange(FRAMES, dtype="<f4") / np.float32(FPS)
BEATING = np.abs(np.sin(np.pi * BPM / 60 * TIMES)).astype("<f4")
GENTLE = (0.5 + 0.5 * np.sin(2 * np.pi * 0.3 * TIMES)).astype("<f4")
CORNERS = np.array([(x, y, z) for x in (-1, 1) for y in (0, 2) for z in (-1, 1)], "<f4")
TALL = np.where(CORNERS[:, 1:2] > 1, [[0, 1.5, 0]], 0).astype("<f4")
WIDE = (CORNERS * [0.2, 0, 0]).astype("<f4")


class Made:
    """A .glb in the making: arrays become accessors."""

    def __init__(self) -> None:
        self.binary, self.views, self.accessors = b"", [], []

    def view(self, array: np.ndarray) -> int:
        self.binary += b"\0" * (-len(self.binary) % 4)
        self.views.append({"buffer": 0, "byteOffset": len(self.binary), "byteLength": array.nbytes})
        self.binary += np.ascontiguousarray(array).tobytes()
        return len(self.views) - 1

    def dense(self, array: np.ndarray) -> int:
        kind = {1: "SCALAR", 2: "VEC3"}[array.ndim]
        self.accessors.append(
            {"bufferView": self.view(array), "componentType": 5126, "count": len(array), "type": kind}
        )
        return len(self.accessors) - 1

    def sparse(self, array: np.ndarray) -> int:
        """As Blender writes shapes that move few corners: zeros, and those that are not."""
        rows = np.flatnonzero(array.any(axis=1)).astype("<u2")
        where, what = self.view(rows), self.view(array[rows])
        about = {"indices": {"bufferView": where, "componentType": 5123}, "values": {"bufferView": what}}
        self.accessors.append(
            {"componentType": 5126, "count": len(array), "type": "VEC3", "sparse": {"count": len(rows), **about}}
        )
        return len(self.accessors) - 1

    def write(self, path: Path, targets: list[int], weights: int, way: str = "LINEAR", **node: object) -> Path:
        """A mesh of CORNERS with these shapes, whose weights are animated."""
        base = self.dense(CORNERS)
        parts = [{"attributes": {"POSITION": base}, "targets": [{"POSITION": one} for one in targets]}]
        sampler = {"input": self.dense(TIMES), "output": weights, "interpolation": way}
        channels = [{"sampler": 0, "target": {"node": 0, "path": "weights"}}]
        about = {
            "asset": {"version": "2.0"}, "nodes": [{"mesh": 0, **node}], "meshes": [{"primitives": parts}],
            "accessors": self.accessors, "bufferViews": self.views, "buffers": [{"byteLength": len(self.binary)}],
            "animations": [{"samplers": [sampler], "channels": channels}],
        }  # fmt: skip
        text = json.dumps(about).encode()
        text += b" " * (-len(text) % 4)
        self.binary += b"\0" * (-len(self.binary) % 4)
        size = 28 + len(text) + len(self.binary)
        head = struct.pack("<4sIII4s", b"glTF", 2, size, len(text), b"JSON")
        path.write_bytes(head + text + struct.pack("<I4s", len(self.binary), b"BIN\0") + self.binary)
        return path


def places_of(path: Path) -> np.ndarray:
    """[T, 8, 3], of all corners in their order."""
    skeleton = read_gltf(path)
    places, _ = skeleton.pose([index for index, name in enumerate(skeleton.names) if name.startswith("shape")])
    order = [int(np.argmin(np.linalg.norm(CORNERS - place, axis=1))) for place in places[0]]
    assert sorted(order) == sorted(set(order))
    return places[:, np.argsort(order)]


@pytest.mark.parametrize("store", ["dense", "sparse"])
def test_corners_go_where_the_weights_say(tmp_path: Path, store: str) -> None:
    made = Made()
    targets = [getattr(made, store)(TALL), made.dense(WIDE)]
    path = made.write(tmp_path / "a.glb", targets, made.dense(np.stack([BEATING, GENTLE], axis=1).ravel()))
    wanted = CORNERS + BEATING[:, None, None] * TALL + GENTLE[:, None, None] * WIDE
    np.testing.assert_allclose(places_of(path), wanted, atol=1e-5)


def test_the_node_moves_its_shapes_along(tmp_path: Path) -> None:
    made = Made()
    targets = [made.sparse(TALL), made.dense(WIDE)]
    weights = made.dense(np.stack([BEATING, GENTLE], axis=1).ravel())
    path = made.write(tmp_path / "a.glb", targets, weights, scale=[2, 2, 2], translation=[0, 5, 0])
    skeleton = read_gltf(path)
    places, _ = skeleton.pose(range(1, len(skeleton.names)))
    assert places[..., 1].min() == pytest.approx(5.0)
    assert places[..., 1].max() == pytest.approx(5.0 + 2 * (2 + 1.5), abs=0.01)


def test_splines_of_weights_hold_at_their_keys(tmp_path: Path) -> None:
    made = Made()
    targets = [made.dense(TALL), made.dense(WIDE)]
    keys = np.zeros((FRAMES, 3, 2), "<f4")
    keys[:, 1] = np.stack([BEATING, GENTLE], axis=1)
    path = made.write(tmp_path / "a.glb", targets, made.dense(keys.ravel()), "CUBICSPLINE")
    wanted = CORNERS + BEATING[:, None, None] * TALL + GENTLE[:, None, None] * WIDE
    np.testing.assert_allclose(places_of(path), wanted, atol=1e-4)


def test_a_beating_shape_has_its_tempo(tmp_path: Path) -> None:
    made = Made()
    targets = [made.sparse(TALL), made.dense(WIDE)]
    path = made.write(tmp_path / "a.glb", targets, made.dense(np.stack([BEATING, GENTLE], axis=1).ravel()))
    keypoints = read_motion_file(path)
    assert (keypoints.layout, keypoints.fps, len(keypoints)) == (Layout.POINTS, FPS, FRAMES)
    assert analyse(keypoints).grid.tempo_bpm == pytest.approx(BPM, abs=1.0)


def test_weights_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    made = Made()
    path = made.write(tmp_path / "a.glb", [made.dense(TALL), made.dense(WIDE)], made.dense(BEATING))
    with pytest.raises(MotionError, match="keys of the animation and their times do not fit together"):
        read_motion_file(path)
