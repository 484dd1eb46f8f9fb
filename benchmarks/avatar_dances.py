"""AIST++ dances that were put onto an avatar: rotations of its bones at 60 fps, read as 2D keypoints from the front.

190 dances of 27 dancers and all ten genres, each from its first frame on, basics of 16 beats and nine longer ones (20 s
of them), stand as `g*.t2.json` in the public repository rohitacharyams/MotionMind (folder coach/static/anim, commit
ab5d0ef): {"clip": name, "fps": 60, "n": T, "bones": {name: [x, y, z, w, ...]}, "hips": [x, y, z, ...]}. The annotations
are AIST++ (CC BY 4.0). The body's proportions are made here; it dances on the spot, since the hips' path along the
floor was left out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.dances import FIRST_BEAT_SECONDS, Dance, tempo_of_name
from benchmarks.stick_drawings import load_upright
from kinescore.motion.keypoints import Keypoints

_TRUNK = {
    "hips": ("", (0.0, 0.0, 0.0)), "spine": ("hips", (0.0, 0.10, 0.0)), "chest": ("spine", (0.0, 0.13, 0.0)),
    "neck": ("chest", (0.0, 0.25, 0.0)), "head": ("neck", (0.0, 0.09, 0.0)),
}  # fmt: skip
_LIMBS = {
    "Shoulder": ("chest", (0.03, 0.20, 0.0)), "UpperArm": ("Shoulder", (0.11, 0.0, 0.0)),
    "LowerArm": ("UpperArm", (0.27, 0.0, 0.0)), "Hand": ("LowerArm", (0.25, 0.0, 0.0)),
    "UpperLeg": ("hips", (0.09, -0.06, 0.0)), "LowerLeg": ("UpperLeg", (0.0, -0.41, 0.0)),
    "Foot": ("LowerLeg", (0.0, -0.41, 0.0)),
}  # fmt: skip
"""Parent and place seen from it in metres, in the pose with arms held out; right side. x to its right, y up, z back."""
_FACE = ((0.0, 0.07, -0.10), (-0.03, 0.10, -0.08), (0.03, 0.10, -0.08), (-0.07, 0.08, 0.0), (0.07, 0.08, 0.0))
"""Nose, eyes and ears from the head."""
_JOINTS = ("UpperArm", "LowerArm", "Hand", "UpperLeg", "LowerLeg", "Foot")
PX_PER_METRE = 450.0


def load_known(folder: Path) -> list[Dance]:
    """Return the dances with known beats in `folder`: *.npz that were not read upside down, and avatars."""
    return [*load_upright(folder), *load_avatars(folder)]


def load_avatars(folder: Path) -> list[Dance]:
    """Return the dances in `folder` (g*.t2.json), sorted by name; none if absent."""
    return [_load(path) for path in sorted(folder.glob("g*.t2.json"))]


def _load(path: Path) -> Dance:
    clip = json.loads(path.read_text("utf-8"))
    joints = _joints(clip)
    pixels = np.stack([960.0 - PX_PER_METRE * joints[..., 0], 900.0 - PX_PER_METRE * joints[..., 1]], axis=-1)
    keypoints = Keypoints(pixels.astype(np.float32), np.ones(pixels.shape[:2], np.float32), clip["fps"], (1920, 1080))
    return Dance(f"avatar_{clip['clip']}", keypoints, float(tempo_of_name(clip["clip"])), FIRST_BEAT_SECONDS)


def _joints(clip: dict[str, Any]) -> NDArray[np.float64]:
    """Return the places of the COCO-17 joints, [T,17,3] m."""
    turned: dict[str, NDArray[np.float64]] = {}
    placed: dict[str, NDArray[np.float64]] = {}
    for bone, (parent, offset) in _bones().items():
        own = _matrices(np.reshape(clip["bones"][bone], (-1, 4)))
        placed[bone] = placed[parent] + turned[parent] @ offset if parent else np.reshape(clip["hips"], (-1, 3))
        turned[bone] = turned[parent] @ own if parent else own
    face = [placed["head"] + turned["head"] @ np.array(offset) for offset in _FACE]
    return np.stack([*face, *(placed[side + joint] for joint in _JOINTS for side in ("left", "right"))], axis=1)


def _bones() -> dict[str, tuple[str, NDArray[np.float64]]]:
    """Every bone after its parent."""
    bones = {bone: (parent, np.array(offset)) for bone, (parent, offset) in _TRUNK.items()}
    for side, sign in (("left", -1.0), ("right", 1.0)):
        for bone, (parent, offset) in _LIMBS.items():
            bones[side + bone] = (side + parent if parent in _LIMBS else parent, np.array(offset) * (sign, 1.0, 1.0))
    return bones


def _matrices(quaternions: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return rotation matrices [T,3,3] of `quaternions` [T,4] (x, y, z, w)."""
    x, y, z, w = (quaternions / np.linalg.norm(quaternions, axis=1, keepdims=True)).T
    rows = [
        *(1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)),
        *(2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)),
        *(2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)),
    ]
    return np.stack(rows, axis=1).reshape(-1, 3, 3)
