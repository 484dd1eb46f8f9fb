"""What a reader finds in a file, keypoints in a picture or a skeleton in space, and the one way to Keypoints."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError, counted
from kinescore.motion.bone_map import BoneMap, RestPose, map_bones
from kinescore.motion.gaps import fill_gaps, fill_unseen
from kinescore.motion.keypoints import COCO_17, MAX_FPS, MAX_SECONDS, Keypoints, Layout, require_frame_rate
from kinescore.motion.moving_points import project_points
from kinescore.motion.projection import FRONT_VIEW_SIZE, project_front
from kinescore.motion.skeleton import coco_from_bones, joint_confidence

MAX_FRAMES = 216_000
"""An hour at 60 fps."""
SLOWEST_FOR_BEATS = 12.0
FASTEST_USUAL = 500.0
LARGEST_SHARE = 2.0
"""Positions up to this are shares of the picture, a little outside of it among them, and not px."""
MOST_PLACES = 2_000_000
UP = 1
"""The vertical axis of most files; what stands otherwise only lies on its side in the picture."""
_ANIMAL = -0.3  # cosine between trunk and legs, over the clip: a standing person has -1, a wolf about 0

Warn = Callable[[str], None]
"""Called with one sentence about something that is odd in a file but could be read."""
Places = NDArray[np.floating[Any]]


def warn_in_python(sentence: str) -> None:
    """Hand a sentence on to Python's `warnings`."""
    warnings.warn(sentence, stacklevel=2)


@dataclass(frozen=True)
class FlatRecording:
    """Keypoints of one person in a picture, and of others beside them.

    poses: [T, 17, 3], as `layout` says: x, y and confidence, 0 or NaN where unseen. x and y are px, or shares of the
    picture if all of them lie between 0 and 1. fps, size (width, height): None where the file does not say. others:
    as poses, with as many frames.
    """

    poses: Places
    fps: float | None = None
    size: tuple[int, int] | None = None
    notes: tuple[str, ...] = ()
    layout: Layout = Layout.COCO_17
    others: tuple[Places, ...] = ()


@dataclass(frozen=True)
class Skeleton:
    """The bones of one character in space.

    pose: given indices into `names`, the heads and tails [T, K, 3] of these bones, any unit, right-handed axes, NaN
    where unseen. fps: None where the file does not say. rest: for characters whose bones have meaningless names.
    picture: (width, height) px to be seen in.
    """

    names: Sequence[str]
    frames: int
    pose: Callable[[Sequence[int]], tuple[Places, Places]]
    fps: float | None = None
    rest: RestPose | None = None
    notes: tuple[str, ...] = ()
    picture: tuple[int, int] = FRONT_VIEW_SIZE


Recording = FlatRecording | Skeleton


def skeleton_of_joints(
    joints: Places, names: Sequence[str], fps: float | None, picture: tuple[int, int] = FRONT_VIEW_SIZE
) -> Skeleton:
    """A skeleton of joints [T, J, 3] that are called `names`."""
    joints = np.asarray(joints)

    def pose(used: Sequence[int]) -> tuple[Places, Places]:
        places = joints[:, list(used)]
        return places, places

    return Skeleton(names, len(joints), pose, fps, picture=picture)


def keypoints_of(
    recording: Recording, name: str, fps: float | None, size: tuple[int, int] | None, warn: Warn
) -> Keypoints:
    """The keypoints of what was read from the file called `name`.

    fps, size: the user's, which win over the file's. Raises MotionError where neither says it, for a skeleton that is
    no humanoid's, and where nothing can be seen.
    """
    for note in recording.notes:
        warn(note)
    frames = len(recording.poses) if isinstance(recording, FlatRecording) else recording.frames
    rate = recording.fps if fps is None else fps
    if rate is None:
        raise MotionError(
            f"{name} does not say its frame rate.", "Give the one of its video or capture, such as --fps 30 (fps=30)."
        )
    if fps is None and not 0 < rate <= MAX_FPS:
        raise MotionError(
            f"{name} has {counted(rate, 'frame')} a second by its own words; at most {MAX_FPS:g} can be.",
            "Give the true rate with --fps (fps=30).",
        )
    require_frame_rate(rate)
    if frames < 2:
        raise MotionError(
            f"{name} holds {counted(frames, 'frame')}, a pose and no movement; music needs at least 2.",
            "Export the whole frame range.",
        )
    if frames > MAX_FRAMES:
        raise MotionError(
            f"{name} holds {frames} frames; at most {MAX_FRAMES} are read.", "Cut it, or lower its frame rate."
        )
    if fps is None and rate < SLOWEST_FOR_BEATS and frames / rate > MAX_SECONDS:
        raise MotionError(
            f"{name} has a frame every {1 / rate:.5g} s by its own words, and so would last {frames / rate:.0f} s; "
            f"at most {MAX_SECONDS:.0f} s can be scored.",
            "Give the true rate with --fps (fps=30).",
        )
    if rate < SLOWEST_FOR_BEATS:
        warn(
            f"{name} has {counted(rate, 'frame')} a second, too few to find beats surely; "
            "if that looks wrong, give the true rate with --fps."
        )
    if rate > FASTEST_USUAL:
        warn(f"{name} has {counted(rate, 'frame')} a second; if that looks wrong, give the true rate with --fps.")
    if isinstance(recording, FlatRecording):
        return _in_picture(recording, name, rate, size, warn)
    return _from_front(recording, rate, size or recording.picture)


def others_of(recording: Recording, leader: Keypoints, name: str) -> tuple[Keypoints, ...]:
    """The keypoints of who is seen beside `leader`, whose rate and size count for all."""
    if not isinstance(recording, FlatRecording):
        return ()
    alone = [replace(recording, poses=poses, others=()) for poses in recording.others]
    return tuple(_in_picture(one, name, leader.fps, leader.size, lambda note: None) for one in alone)


def _in_picture(
    recording: FlatRecording, name: str, fps: float, given: tuple[int, int] | None, warn: Warn
) -> Keypoints:
    confidence = np.array(recording.poses[..., 2])
    if recording.layout is Layout.COCO_17:
        confidence[(recording.poses[..., :2] == 0).all(axis=2)] = 0.0  # so Ultralytics and OpenPose write the unseen
    positions, confidence = fill_gaps(recording.poses[..., :2], confidence)
    size = given or recording.size
    if size is None:
        raise MotionError(
            f"{name} does not say its picture size.",
            "Give the one of its video as width x height, such as --size 1920x1080 (size=(1920, 1080)).",
        )
    if np.ptp(positions) > 0 and np.abs(positions).max() <= LARGEST_SHARE < max(size):
        warn(f"The positions in {name} are shares of the picture; they were scaled to {size[0]} x {size[1]} px.")
        positions = positions * np.array(size, np.float32)
    return Keypoints(positions, confidence, fps, size, recording.layout)


def _from_front(skeleton: Skeleton, fps: float, size: tuple[int, int]) -> Keypoints:
    bone_map = map_bones(skeleton.names, rest=skeleton.rest)
    if not bone_map.is_humanoid:
        return _liveliest(skeleton, fps, size)
    index: dict[str, int] = {}
    for number, name in enumerate(skeleton.names):
        index.setdefault(name, number)
    heads, tails = skeleton.pose([index[bone] for bone in bone_map.bones])
    seen = np.isfinite(heads).all(axis=2) & np.isfinite(tails).all(axis=2)
    if not seen.any():
        raise MotionError("No joint is visible in any frame: every position is missing.")
    if not seen.all():
        heads, tails = (fill_unseen(np.asarray(ends, np.float64), seen) for ends in (heads, tails))
    joints = coco_from_bones(heads, tails, bone_map)
    if _is_animal(skeleton.names, joints):
        return _liveliest(skeleton, fps, size)
    return project_front(joints, _confidence(bone_map, seen), fps, size)


def _liveliest(skeleton: Skeleton, fps: float, size: tuple[int, int]) -> Keypoints:
    """What is no humanoid, by the ends of its bones that move most; of large skeletons, by an even choice of bones."""
    used = range(0, len(skeleton.names), 1 + len(skeleton.names) * skeleton.frames // MOST_PLACES)
    points = np.concatenate(skeleton.pose(list(used)), axis=1).astype(np.float64)
    seen = np.isfinite(points).all(axis=2)
    points, seen = points[:, seen.any(axis=0)], seen[:, seen.any(axis=0)]
    if not points.size:
        raise MotionError("No joint is visible in any frame: every position is missing.")
    return project_points(points if seen.all() else fill_unseen(points, seen), fps, UP, size)


def _confidence(bone_map: BoneMap, seen: NDArray[np.bool_]) -> NDArray[np.float32]:
    """[T, 17] (or [17] where everything was seen): `joint_confidence`, 0 where the joint's bone was not seen."""
    whole = joint_confidence(bone_map)
    if seen.all():
        return whole
    confidence = np.tile(whole, (len(seen), 1))
    for joint, name in enumerate(COCO_17):
        if name in bone_map.points:
            confidence[~seen[:, bone_map.bones.index(bone_map.points[name].bone)], joint] = 0
    return confidence


def _is_animal(names: Sequence[str], joints: NDArray[np.float64]) -> bool:
    """Rigs of dogs and horses are often named like a person's: a tail, and a trunk level above upright legs, say so."""
    if not any("tail" in name.lower() and "pony" not in name.lower() for name in names):
        return False
    shoulders, hips, ankles = (joints[:, [left, left + 1]].mean(axis=1) for left in (5, 11, 15))
    trunk, legs = shoulders - hips, ankles - hips
    lengths = np.linalg.norm(trunk, axis=1) * np.linalg.norm(legs, axis=1)
    return bool(np.median((trunk * legs).sum(axis=1) / np.maximum(lengths, 1e-12)) > _ANIMAL)
