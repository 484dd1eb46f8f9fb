"""Arrays saved with numpy: keypoints, joints in space, poses of body models (AMASS)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError
from kinescore.files.atomic_file import write_atomically
from kinescore.motion.gaps import LEAST_CONFIDENCE, fill_gaps
from kinescore.motion.keypoints import Keypoints, Layout
from kinescore.motion.mover import Mover
from kinescore.motion.readers.arrays import recording_of_joints
from kinescore.motion.readers.npz_archive import Archive
from kinescore.motion.readers.smpl import skeleton_of_rotations
from kinescore.motion.recordings import LARGEST_SHARE, FlatRecording, Recording

RATES = ("fps", "mocap_framerate", "mocap_frame_rate", "framerate", "frame_rate")
JOINTS = ("positions", "keypoints", "joints", "joints3d", "joints_3d", "keypoints3d", "motion", "poses", "arr_0")
MOST_OTHERS = 15


def read_npz(path: Path) -> Recording:
    """Read whichever of these an archive holds.

    Keypoints: `positions` [T, 17, 2] px and `confidence` [T, 17], or both in `keypoints` [T, 17, 3]; without confidence
    every finite joint counts as seen. Joints in space under one of JOINTS. AMASS and other body models: `poses`
    [T, 3 J], or `root_orient` and `pose_body`, with `trans` [T, 3].
    The frame rate is one of RATES. `size` (width, height) may be left out: then the picture reaches from the origin to
    the farthest joint. `is_points`: the columns are points of what is no humanoid. Raises MotionError for another
    archive, and for arrays of Python objects.
    """
    arrays = Archive(path)
    fps = arrays.number(RATES)
    if "pose_body" in arrays and "root_orient" in arrays:
        poses = np.concatenate([arrays.numbers(name) for name in ("root_orient", "pose_body")], axis=1)
        return skeleton_of_rotations(poses, arrays.numbers("trans") if "trans" in arrays else None, fps, path.name)
    if "poses" in arrays and ("trans" in arrays or "betas" in arrays):
        place = arrays.numbers("trans") if "trans" in arrays else None
        return skeleton_of_rotations(arrays.numbers("poses"), place, fps, path.name)
    found = [name for name in JOINTS if name in arrays]
    if not found:
        raise MotionError(
            f"{path.name} holds {', '.join(sorted(arrays.names))[:100] or 'nothing'}; wanted are positions (or "
            "keypoints), joints, or poses and trans.",
            "Save it with numpy.savez(file, positions=..., confidence=..., fps=..., size=...).",
        )
    joints = arrays.numbers(found[0])
    if "confidence" in arrays and joints.ndim == 3 and joints.shape[2] == 2:
        confidence = arrays.numbers("confidence")
        if confidence.shape != joints.shape[:2]:
            raise MotionError(
                f"{found[0]} {list(joints.shape)} and confidence {list(confidence.shape)} in {path.name} do not fit "
                "together."
            )
        joints = np.concatenate([joints, confidence[..., None]], axis=2)
        recording: Recording = FlatRecording(joints, fps, layout=arrays.layout())  # as `write_npz` writes it
    else:
        recording = recording_of_joints(joints, path.name, fps)
    if isinstance(recording, FlatRecording):
        return replace(recording, size=arrays.size() or _reach(recording.poses))
    return recording


def read_others(path: Path, leader: Keypoints) -> tuple[Mover, ...]:
    """Who moves beside `leader`, the keypoints read from `path`, as `write_npz` wrote them. Raises MotionError."""
    arrays = Archive(path)
    others = []
    for number in range(2, MOST_OTHERS + 2):
        if f"positions_{number}" not in arrays or f"confidence_{number}" not in arrays:
            break
        places, confidence = (arrays.numbers(f"{kind}_{number}") for kind in ("positions", "confidence"))
        weight = arrays.number([f"weight_{number}"])
        keypoints = Keypoints(*fill_gaps(places, confidence), leader.fps, leader.size)
        others.append(Mover(keypoints, 1.0 if weight is None else weight, f"person {number}"))
    return tuple(others)


def write_npz(keypoints: Keypoints, path: Path, others: Sequence[Mover] = ()) -> None:
    """Write what `read_npz` reads back unchanged, and `others` of the same film for `read_others`. Raises OSError."""
    buffer = io.BytesIO()
    layout = {} if keypoints.layout is Layout.COCO_17 else {"is_points": np.int32(1)}
    beside: dict[str, NDArray[np.float32] | np.float64] = {}
    for number, other in enumerate(others, start=2):
        beside[f"positions_{number}"] = other.keypoints.positions
        beside[f"confidence_{number}"] = other.keypoints.confidence
        beside[f"weight_{number}"] = np.float64(other.weight)
    np.savez_compressed(
        buffer,
        positions=keypoints.positions,
        confidence=keypoints.confidence,
        fps=np.float64(keypoints.fps),
        size=np.array(keypoints.size, np.int32),
        **layout,
        **beside,
    )
    write_atomically(path, buffer.getvalue())


def _reach(poses: NDArray[np.floating[Any]]) -> tuple[int, int] | None:
    """(width, height) px of the smallest picture from the origin that holds every seen position of [T, 17, 3].

    None where that is no larger than shares of a picture are.
    """
    seen = poses[(poses[..., 2] >= LEAST_CONFIDENCE) & np.isfinite(poses).all(axis=2)]
    width, height = np.maximum(np.ceil(seen[:, :2].max(axis=0)), 1) if len(seen) else (1, 1)
    return (int(min(width, 1e6)), int(min(height, 1e6))) if max(width, height) > LARGEST_SHARE else None
