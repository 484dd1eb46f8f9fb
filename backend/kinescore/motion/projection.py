"""From joints in space to keypoints in a picture: through a front view of our own, or through a given camera."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kinescore.errors import MotionError
from kinescore.motion.gaps import fill_unseen
from kinescore.motion.keypoints import COCO_17, Keypoints

FRONT_VIEW_SIZE = (1280, 720)
_MARGIN = 0.1  # of the picture, on every side
_CAMERA_DISTANCE = 4.0  # in radii of the movement: mild perspective, as from the front row
_OUT_OF_PICTURE_FACTOR = 0.5

_JOINT = {name: index for index, name in enumerate(COCO_17)}
_LEFT = [_JOINT["left_shoulder"], _JOINT["left_hip"]]
_RIGHT = [_JOINT["right_shoulder"], _JOINT["right_hip"]]
_SHOULDERS = [_JOINT["left_shoulder"], _JOINT["right_shoulder"]]
_ANKLES = [_JOINT["left_ankle"], _JOINT["right_ankle"]]


def project_front(
    joints: ArrayLike, confidence: ArrayLike, fps: float, size: tuple[int, int] = FRONT_VIEW_SIZE
) -> Keypoints:
    """Look at a movement from the front, from far enough that all of it fits into the picture.

    joints: [T, 17, 3] COCO-17, finite, any unit, right-handed axes. confidence: [T, 17] or [17], 0..1.
    Up is the world axis along which the body mostly stands; the front is where it faces on average over the clip.
    The camera stands still, level with the middle of the movement. Frames in which the body is far from everywhere
    else it goes, as broken ones are, do not make the picture smaller. Raises MotionError for joints that do not fit.
    """
    joints, confidence = _checked(joints, confidence)
    points = joints @ _front_axes(joints).T
    shown = _near_the_rest(points)
    points -= (points[shown].min(axis=(0, 1)) + points[shown].max(axis=(0, 1))) / 2
    distance = _CAMERA_DISTANCE * max(float(np.linalg.norm(points[shown], axis=2).max()), 1e-9)
    flat = points[..., :2] / (distance - np.clip(points[..., 2:], -distance, distance / 2))
    low, high = flat[shown].min(axis=(0, 1)), flat[shown].max(axis=(0, 1))
    focal = ((1 - 2 * _MARGIN) * np.array(size) / np.maximum(high - low, 1e-9)).min()
    positions = (flat - (low + high) / 2) * [focal, -focal] + np.array(size) / 2
    return Keypoints(positions, confidence, fps, size)


def project_camera(
    joints: ArrayLike, confidence: ArrayLike, view_projection: ArrayLike, fps: float, size: tuple[int, int]
) -> Keypoints:
    """Look at a movement through a camera.

    joints: [T, 17, 3] world coordinates, finite. confidence: [T, 17] or [17], 0..1. size: (width, height) px.
    view_projection: [T, 4, 4] or [4, 4], the projection matrix times the inverse of the camera's world matrix, as in
    OpenGL and Blender (x right, y up, picture from -1 to 1). A joint behind the camera counts as not seen; one outside
    the picture stays where it is, with half its confidence.
    Raises MotionError when no joint is ever in front of the camera.
    """
    joints, confidence = _checked(joints, confidence)
    matrices = np.broadcast_to(np.asarray(view_projection, dtype=np.float64), (len(joints), 4, 4))
    clip = np.einsum("tij,tkj->tki", matrices, np.concatenate([joints, np.ones_like(joints[..., :1])], axis=2))
    in_front = (clip[..., 3] > 0) & (clip[..., 2] >= -clip[..., 3])  # not cut off by the near plane
    if not in_front.any():
        raise MotionError(
            "The character is never in front of the camera.",
            "Turn the camera towards the character, or use the front view.",
            code="out_of_view",
        )
    picture = fill_unseen(clip[..., :2] / np.where(in_front, clip[..., 3], 1.0)[..., None], in_front)
    inside = (np.abs(picture) <= 1).all(axis=2)
    confidence = np.where(in_front, confidence * np.where(inside, 1.0, _OUT_OF_PICTURE_FACTOR), 0.0)
    return Keypoints((picture * [0.5, -0.5] + 0.5) * np.array(size), confidence, fps, size)


def _checked(joints: ArrayLike, confidence: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
    joints, confidence = np.asarray(joints, dtype=np.float64), np.asarray(confidence, dtype=np.float32)
    if joints.ndim != 3 or joints.shape[1:] != (17, 3) or not len(joints):
        raise MotionError(f"Joints have shape {list(joints.shape)}; COCO-17 joints in space are [frames, 17, 3].")
    if not np.isfinite(joints).all():
        raise MotionError("A joint's position in space is not a finite number.", "Fill gaps first.")
    return joints, np.broadcast_to(confidence, joints.shape[:2])


def _near_the_rest(points: NDArray[np.float64]) -> NDArray[np.bool_] | slice:
    """The frames of points [T, J, 3] in which the body's middle is less than its own size, and less than all of its
    usual way, beyond where it is in 9 of 10 frames along each axis; a slice where these are all."""
    middle = points.mean(axis=1)
    low, high = np.percentile(middle, (5, 95), axis=0)
    beyond = np.ptp(points, axis=1).max(axis=1)
    reach = (high - low) + np.median(beyond)
    near = ((middle >= low - reach) & (middle <= high + reach)).all(axis=1) & (beyond <= 3 * np.median(beyond))
    return slice(None) if near.all() or not near.any() else near


def _front_axes(joints: NDArray[np.float64]) -> NDArray[np.float64]:
    """[3, 3], rows: right in the picture, up, towards the viewer."""
    standing = (joints[:, _SHOULDERS].mean(axis=1) - joints[:, _ANKLES].mean(axis=1)).mean(axis=0)
    up = np.zeros(3)
    axis = np.abs(standing).argmax()
    up[axis] = 1.0 if standing[axis] >= 0 else -1.0
    to_left = joints[:, _LEFT].mean(axis=1) - joints[:, _RIGHT].mean(axis=1)
    facing = np.cross(to_left, up)
    average = facing.mean(axis=0)
    if np.linalg.norm(average) < 0.1 * np.linalg.norm(facing, axis=1).mean():
        average = facing[0]  # a dancer who turns evenly has no front but the one they begin with
    length = np.linalg.norm(average)
    towards = average / length if length > 0 else np.roll(up, 1)
    return np.stack([np.cross(up, towards), up, towards])
