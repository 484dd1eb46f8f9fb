"""A dance of our own in every format: a body that bounces at 120 BPM and swings its arms, and small writers."""

from __future__ import annotations

import base64
import json
import struct
from pathlib import Path

import numpy as np

from kinescore.motion.keypoints import COCO_17, Keypoints
from kinescore.motion.projection import project_front
from kinescore.motion.readers.bvh import pose_bvh
from kinescore.motion.readers.bvh_file import BvhFile, parse_bvh
from tests.motion.made_bvh import humanoid

FPS = 30.0
SECONDS = 8.0
BPM = 120.0
_REST = {
    "nose": (0, 1.62, 0.14), "left_eye": (0.04, 1.66, 0.1), "left_ear": (0.08, 1.63, 0.0),
    "left_shoulder": (0.18, 1.4, 0), "left_elbow": (0.28, 1.13, 0), "left_wrist": (0.36, 0.9, 0.05),
    "left_hip": (0.1, 0.92, 0), "left_knee": (0.1, 0.5, 0.03),
    "left_ankle": (0.1, 0.08, 0),
}  # fmt: skip
_DROP = {"hip": 1.0, "knee": 0.5, "ankle": 0.0}  # of the bounce


def dance() -> np.ndarray:
    """[T, 17, 3] m, Y up, facing +Z: down on every beat."""
    times = np.arange(round(SECONDS * FPS)) / FPS
    down = np.abs(np.cos(np.pi * times * BPM / 60)) ** 3
    joints = np.empty((len(times), 17, 3))
    for index, name in enumerate(COCO_17):
        side, _, part = name.rpartition("_")
        x, y, z = _REST[name if side != "right" else f"left_{part}"]
        joints[:, index] = (-x if side == "right" else x, y, z)
        joints[:, index, 1] -= 0.12 * down * _DROP.get(part, 1.0)
        if part in ("elbow", "wrist"):
            joints[:, index, 2] += 0.2 * down * (2 if part == "wrist" else 1) * (1 if side == "left" else -1)
    return joints


def named_dance() -> dict[str, np.ndarray]:
    """Joint -> [T, 3]: COCO-17's, and pelvis, neck, head, thorax and the like in the middle of these."""
    joints = dict(zip(COCO_17, dance().transpose(1, 0, 2), strict=True))
    middle = {part: (joints[f"left_{part}"] + joints[f"right_{part}"]) / 2 for part in ("hip", "shoulder", "ear")}
    return joints | {"pelvis": middle["hip"], "neck": middle["shoulder"], "head": middle["ear"]}


def in_layout(names: tuple[str, ...]) -> np.ndarray:
    """[T, J, 3]: joints that the dance lacks lie at the pelvis."""
    joints = named_dance()
    return np.stack([joints.get(name, joints["pelvis"]) for name in names], axis=1)


def assert_same_dance(keypoints: Keypoints, fps: float = FPS, tolerance: float = 0.03) -> None:
    """Limbs move as those of `dance` seen from the front, up to scale and place, to this share of the body's height."""
    joints = dance()
    wanted = project_front(joints, np.ones(joints.shape[:2]), FPS).positions[:, 5:].astype(float)
    seen = keypoints.positions[:, 5:].astype(float)
    assert keypoints.fps == fps
    assert len(seen) == len(wanted)
    wanted, seen = (points - points.mean(axis=(0, 1)) for points in (wanted, seen))
    wanted, seen = (points / np.sqrt((points**2).sum(axis=2).mean()) for points in (wanted, seen))
    height = np.ptp(wanted[..., 1])
    assert np.abs(wanted - seen).max() < tolerance * height


def flat_dance(size: tuple[int, int] = (1280, 720)) -> np.ndarray:
    """[T, 17, 3]: the dance in a picture, px, and confidence 0.9."""
    joints = dance()
    flat = np.array(size) / 2 + (joints[..., :2] - [0, 0.85]) * [1, -1] * 0.45 * size[1]
    return np.concatenate([flat, np.full((*flat.shape[:2], 1), 0.9)], axis=2)


def made_bvh(folder: Path, frames: int = 60) -> BvhFile:
    """The person of `humanoid`, who waves."""
    path = folder / "made.bvh"
    path.write_text(humanoid(frames), "utf-8")
    return parse_bvh(path)


def write_trc(path: Path, names: list[str], points: np.ndarray, fps: float = FPS) -> Path:
    """points: [T, M, 3], NaN where unseen."""
    rows = [
        "\t".join([str(n + 1), f"{n / fps:.5f}", *("" if np.isnan(v) else f"{v:.5f}" for v in frame.ravel())])
        for n, frame in enumerate(points)
    ]
    head = [
        f"PathFileType\t4\t(X/Y/Z)\t{path.name}",
        "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\tOrigNumFrames",
        f"{fps}\t{fps}\t{len(points)}\t{len(names)}\tm\t{fps}\t1\t{len(points)}",
        "Frame#\tTime\t" + "\t\t\t".join(names) + "\t\t",
        "\t\t" + "\t".join(f"{axis}{n}" for n in range(1, len(names) + 1) for axis in "XYZ"),
        "",
    ]
    path.write_text("\n".join(head + rows) + "\n", "utf-8")
    return path


def write_gltf(path: Path, bvh: BvhFile, nodes_named: list[str] | None = None, **more: object) -> Path:
    """A .glb (or .gltf with its buffer in the text) of the bones' places as moving nodes without parents' turns.

    Every bone is a child of the one above, moved by translation alone; the root is turned by an animated rotation of a
    quarter about Y, and its parent turns back.
    """
    heads, _ = pose_bvh(bvh)
    times = np.arange(len(heads)) / bvh.fps
    quarter = [0.0, 0.7071067811865476, 0.0, 0.7071067811865476]
    chunks: list[bytes] = []
    accessors: list[dict] = []
    views: list[dict] = []

    def add(array: np.ndarray, kind: str) -> int:
        data = array.astype("<f4").tobytes()
        views.append({"buffer": 0, "byteOffset": sum(map(len, chunks)), "byteLength": len(data)})
        chunks.append(data)
        accessors.append({"bufferView": len(views) - 1, "componentType": 5126, "count": len(array), "type": kind})
        return len(accessors) - 1

    clock = add(times[:, None], "SCALAR")
    names = nodes_named or [joint.name for joint in bvh.joints]
    nodes: list[dict] = [{"name": name, "children": []} for name in names]
    samplers, channels = [], []
    for index, joint in enumerate(bvh.joints):
        local = heads[:, index] - (heads[:, joint.parent] if joint.parent >= 0 else 0)
        # below the root everything is turned by a quarter about Y, which maps (x, y, z) to (z, y, -x)
        local = local if joint.parent < 0 else np.stack([-local[:, 2], local[:, 1], local[:, 0]], axis=1)
        samplers.append({"input": clock, "output": add(local, "VEC3"), "interpolation": "LINEAR"})
        channels.append({"sampler": len(samplers) - 1, "target": {"node": index, "path": "translation"}})
        if joint.parent >= 0:
            nodes[joint.parent]["children"].append(index)
    samplers.append({"input": clock, "output": add(np.tile(quarter, (len(heads), 1)), "VEC4")})
    channels.append({"sampler": len(samplers) - 1, "target": {"node": 0, "path": "rotation"}})
    for node in nodes:
        if not node["children"]:
            del node["children"]
    binary = b"".join(chunks)
    content = {
        "asset": {"version": "2.0"}, "nodes": nodes, "accessors": accessors, "bufferViews": views,
        "buffers": [{"byteLength": len(binary)}], "animations": [{"samplers": samplers, "channels": channels}], **more,
    }  # fmt: skip
    if path.suffix == ".gltf":
        content["buffers"][0]["uri"] = "data:application/octet-stream;base64," + base64.b64encode(binary).decode()
        path.write_text(json.dumps(content), "utf-8")
        return path
    text = json.dumps(content).encode()
    text += b" " * (-len(text) % 4)
    body = struct.pack("<I4s", len(text), b"JSON") + text + struct.pack("<I4s", len(binary), b"BIN\0") + binary
    path.write_bytes(struct.pack("<4sII", b"glTF", 2, 12 + len(body)) + body)
    return path


def write_vmd(path: Path, keys: list[tuple[str, int, tuple[float, ...], tuple[float, ...]]]) -> Path:
    """keys: bone, frame, place, turn (x, y, z, w), in MMD's axes; straight curves."""
    straight = bytes([20] * 8 + [107] * 8) + bytes(48)
    data = (
        b"Vocaloid Motion Data 0002\0\0\0\0\0"
        + "モデル".encode("cp932").ljust(20, b"\0")
        + struct.pack("<I", len(keys))
    )
    for bone, frame, place, turn in keys:
        data += bone.encode("cp932").ljust(15, b"\0") + struct.pack("<I7f", frame, *place, *turn) + straight
    path.write_bytes(data + bytes(16))
    return path
