"""VMD, the motion of MikuMikuDance: keys of bones that are known by their Japanese names, at 30 frames a second.

The file has no skeleton. Joints are placed on a body of the standard model's proportions; legs reach for the feet's IK
bones, as they do in MikuMikuDance.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.motion.readers.rotations import from_quaternions
from kinescore.motion.recordings import MAX_FRAMES, Skeleton, skeleton_of_joints

FPS = 30.0
MAX_KEYS = 2_000_000
_KEY = np.dtype([("name", "S15"), ("frame", "<u4"), ("place", "<f4", 3), ("turn", "<f4", 4), ("curves", "u1", 64)])
# Bone -> (bone above, rest place in MMD's units of about 8 cm, y up, z to the front, x to the left), rounded by eye.
_BODY: Mapping[str, tuple[str, tuple[float, float, float]]] = MappingProxyType(
    {
        "全ての親": ("", (0, 0, 0)), "センター": ("全ての親", (0, 8, 0)), "グルーブ": ("センター", (0, 8, 0)),
        "上半身": ("グルーブ", (0, 12, 0)), "下半身": ("グルーブ", (0, 12, 0)), "上半身2": ("上半身", (0, 13, 0)),
        "首": ("上半身2", (0, 16, 0)), "頭": ("首", (0, 17, 0)),
        **{
            side + part: (above.replace("*", side), (sign * x, y, z))
            for side, sign in (("左", 1), ("右", -1))
            for part, above, (x, y, z) in (
                ("肩", "上半身2", (0.3, 15.5, 0)), ("腕", "*肩", (1.2, 15.3, 0)), ("ひじ", "*腕", (3.3, 13.6, 0)),
                ("手首", "*ひじ", (5.1, 12.1, 0)), ("足", "下半身", (0.9, 10.8, 0)), ("ひざ", "*足", (0.9, 6, 0.1)),
                ("足首", "*ひざ", (0.9, 1.2, -0.2)), ("足ＩＫ", "全ての親", (0.9, 1.2, -0.2)),
            )
        },
    }
)  # fmt: skip
_JOINTS = {
    "hips": "下半身", "neck": "首", "head": "頭",
    **{
        f"{word}_{joint}": side + part
        for word, side in (("left", "左"), ("right", "右"))
        for joint, part in (
            ("shoulder", "腕"), ("elbow", "ひじ"), ("wrist", "手首"),
            ("hip", "足"), ("knee", "ひざ"), ("ankle", "足首"),
        )
    },
}  # fmt: skip


def read_vmd(path: Path) -> Skeleton:
    """Read the motion of a body. Raises MotionError for another file, and for motion of cameras or faces alone."""
    data = path.read_bytes()
    is_new = data.startswith(b"Vocaloid Motion Data 0002")
    start = 30 + (20 if is_new else 10)
    count = int.from_bytes(data[start : start + 4], "little")
    if (
        not data.startswith(b"Vocaloid Motion Data")
        or len(data) < start + 4 + count * _KEY.itemsize
        or count > MAX_KEYS
    ):
        raise MotionError(f"{path.name} is no VMD that can be read, or it is cut off.", "Save it again.")
    keys = np.frombuffer(data, _KEY, count, start + 4)
    tracks = _tracks(keys)
    if not tracks.keys() & set(_JOINTS.values()):
        raise MotionError(f"{path.name} moves no body: it may be a camera's or a face's.", "Name the dancer's file.")
    frames = int(max(track["frame"][-1] for track in tracks.values())) + 1
    if frames > MAX_FRAMES // 4:
        raise MotionError(f"{path.name} holds {frames} frames, more than are read.", "Cut it into parts.")
    joints = _posed(tracks, np.arange(frames, dtype=np.float64))
    return skeleton_of_joints(np.stack([joints[bone] for bone in _JOINTS.values()], axis=1), list(_JOINTS), FPS)


def _tracks(keys: NDArray[np.void]) -> dict[str, NDArray[np.void]]:
    """Keys of each bone of the body, by time, one a frame."""
    found = {}
    for name in np.unique(keys["name"]):
        bone = name.split(b"\0")[0].decode("cp932", "replace")
        bone = bone.replace("ＩＫ", "IK").replace("IK", "ＩＫ").replace("２", "2")
        if bone in _BODY:
            of_bone = keys[keys["name"] == name]
            _, first = np.unique(of_bone["frame"], return_index=True)
            found[bone] = of_bone[first]
    return found


def _posed(tracks: Mapping[str, NDArray[np.void]], times: NDArray[np.float64]) -> dict[str, NDArray[np.float64]]:
    """Places [T, 3] of every bone; right-handed, facing +z."""
    places: dict[str, NDArray[np.float64]] = {}
    turns: dict[str, NDArray[np.float64]] = {}
    for bone, (above, rest) in _BODY.items():
        place, turn = _sampled(tracks.get(bone), times)
        offset = np.array(rest, dtype=np.float64) - (_BODY[above][1] if above else 0.0) + place
        places[bone] = places[above] + (turns[above] @ offset[..., None])[..., 0] if above else offset
        turns[bone] = turns[above] @ turn if above else turn
    for side in "左右":
        if side + "足ＩＫ" in tracks:
            _bend_leg(places, side)
    return places


def _bend_leg(places: dict[str, NDArray[np.float64]], side: str) -> None:
    """Put ankle and knee where the foot's IK bone wants them; the knee bends forward."""
    hip, target = places[side + "足"], places[side + "足ＩＫ"]
    upper, lower = (
        float(np.linalg.norm(np.subtract(_BODY[side + one][1], _BODY[side + other][1])))
        for one, other in (("足", "ひざ"), ("ひざ", "足首"))
    )
    way = target - hip
    distance = np.clip(np.linalg.norm(way, axis=1, keepdims=True), 0.1, upper + lower - 1e-3)
    along = way / np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-9)
    share = np.clip((upper**2 - lower**2 + distance**2) / (2 * distance), -upper, upper)
    forward = np.cross(np.cross(along, _facing(places)), along)
    forward /= np.maximum(np.linalg.norm(forward, axis=1, keepdims=True), 1e-9)
    places[side + "ひざ"] = hip + along * share + forward * np.sqrt(np.maximum(upper**2 - share**2, 0.0))
    places[side + "足首"] = hip + along * distance


def _facing(places: Mapping[str, NDArray[np.float64]]) -> NDArray[np.float64]:
    """[T, 3], where the hips point."""
    to_left = places["左足"] - places["右足"]
    up = places["下半身"] - (places["左足"] + places["右足"]) / 2
    return np.cross(to_left, up)


def _sampled(
    track: NDArray[np.void] | None, times: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Place [T, 3] and turn [T, 3, 3] at each frame along the keys' curves; MMD's left-handed z is flipped."""
    if track is None:
        return np.zeros((len(times), 3)), np.broadcast_to(np.eye(3), (len(times), 3, 3))
    frames = track["frame"].astype(np.float64)
    before = np.clip(np.searchsorted(frames, times, side="right") - 1, 0, len(frames) - 1)
    after = np.minimum(before + 1, len(frames) - 1)
    share = np.clip((times - frames[before]) / np.maximum(frames[after] - frames[before], 1.0), 0.0, 1.0)
    curves = track["curves"][after].astype(np.float64) / 127.0
    shares = [_eased(share, curves[:, [axis, axis + 4, axis + 8, axis + 12]]) for axis in range(4)]
    place = np.stack(
        [
            track["place"][before, axis] * (1 - shares[axis]) + track["place"][after, axis] * shares[axis]
            for axis in range(3)
        ],
        axis=1,
    )
    one, other = track["turn"][before].astype(np.float64), track["turn"][after].astype(np.float64)
    other = np.where((one * other).sum(axis=1, keepdims=True) < 0, -other, other)
    turn = one + shares[3][:, None] * (other - one)
    return np.nan_to_num(place) * [1, 1, -1], from_quaternions(np.nan_to_num(turn) * np.array([-1.0, -1, 1, 1]))


def _eased(share: NDArray[np.float64], curve: NDArray[np.float64]) -> NDArray[np.float64]:
    """y [T] of the Bezier curve (0, 0), (x1, y1), (x2, y2), (1, 1) where x is `share` [T]; curve: [T, x1 y1 x2 y2]."""
    x1, y1, x2, y2 = np.clip(curve.T, 0.0, 1.0)
    low, high = np.zeros_like(share), np.ones_like(share)
    for _ in range(16):
        middle = (low + high) / 2
        is_left = _bezier(middle, x1, x2) < share
        low, high = np.where(is_left, middle, low), np.where(is_left, high, middle)
    return _bezier((low + high) / 2, y1, y2)


def _bezier(t: NDArray[np.float64], one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    return 3 * t * (1 - t) ** 2 * one + 3 * t**2 * (1 - t) * other + t**3
