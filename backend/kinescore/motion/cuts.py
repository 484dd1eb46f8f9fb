"""Cuts of the picture: frames in which a camera is suddenly somewhere else, looks elsewhere, or shows another size."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

CUT_DEGREES = 5.0
"""A camera that turns less from one frame to the next shakes, pans or whips."""
CUT_DISTANCE = 0.15
"""Share of the distance to what is looked at."""
CUT_ZOOM = 1.15
SUDDEN = 4.0
"""As many times more than in the frames around."""


def camera_cuts(view_projection: NDArray[np.float64], subject: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the frames [K] that begin another shot.

    view_projection: [T, 4, 4] as in `kinescore.motion.projection.project_camera`. subject: [3], the middle of what is
    looked at, in world coordinates. A camera that moves fast through several frames makes no cut.
    """
    place, sight, zoom = _cameras(np.asarray(view_projection, dtype=np.float64))
    distance = np.maximum(np.linalg.norm(place - subject, axis=1), 1e-9)
    moved = np.linalg.norm(np.diff(place, axis=0), axis=1) / np.maximum(distance[1:], distance[:-1])
    turned = np.degrees(np.arccos(np.clip(np.sum(sight[1:] * sight[:-1], axis=1), -1.0, 1.0)))
    zoomed = np.abs(np.diff(np.log(zoom)))
    jumps = _sudden(moved, CUT_DISTANCE) | _sudden(turned, CUT_DEGREES) | _sudden(zoomed, float(np.log(CUT_ZOOM)))
    return np.flatnonzero(jumps) + 1


def _sudden(steps: NDArray[np.float64], least: float) -> NDArray[np.bool_]:
    """Where `steps` [T - 1] reaches `least` and SUDDEN times what it is on either side."""
    padded = np.pad(steps, 1)
    return (steps >= least) & (steps >= SUDDEN * np.maximum(padded[:-2], padded[2:]))


def _cameras(
    matrices: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Place [T, 3], line of sight [T, 3] and magnification [T] of the cameras of `matrices` [T, 4, 4]."""
    across, depth, last = matrices[:, 0, :3], matrices[:, 2, :3], matrices[:, 3, :3]
    perspective = np.linalg.norm(last, axis=1) > 1e-9
    sight = np.where(perspective[:, None], last, depth)
    length = np.maximum(np.linalg.norm(sight, axis=1, keepdims=True), 1e-12)
    rows = np.where(perspective[:, None, None], matrices[:, [0, 1, 3]], matrices[:, [0, 1, 2]])
    place = -np.linalg.solve(rows[..., :3], rows[..., 3:])[..., 0]
    widest = np.where(perspective, np.linalg.norm(last, axis=1), 1.0)
    return place, sight / length, np.maximum(np.linalg.norm(across, axis=1) / widest, 1e-12)
