"""A character whose dance is known: it sinks on every beat and throws a hand on every fourth."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.keypoints import Keypoints

SIZE = (1280, 720)
STANDING = np.array(
    [(0, -80), (-3, -83), (3, -83), (-7, -81), (7, -81), (-18, -60), (18, -60), (-28, -35), (28, -35), (-30, -12),
     (30, -12), (-11, -5), (11, -5), (-12, 40), (12, 40), (-12, 85), (12, 85)], float,
)  # fmt: skip


def bouncer(bpm: float, seconds: float = 12.0, fps: float = 30.0) -> Keypoints:
    """The dance as keypoints; beat 0 is at time zero."""
    positions = bounce(bpm, seconds, fps)
    return Keypoints(positions, np.ones(positions.shape[:2], np.float32), fps, SIZE)


def bounce(bpm: float, seconds: float, fps: float) -> NDArray[np.float32]:
    """Positions [T, 17, 2] px."""
    time = np.arange(round(seconds * fps)) / fps
    beat = time * bpm / 60
    sink = 9 * np.cos(2 * np.pi * beat)
    throw = 35 * np.exp(-(((beat + 2) % 4 - 2) ** 2) / 0.02)
    positions = np.tile(640 + np.zeros((1, 1, 2)), (len(time), 17, 1)) + 2.5 * STANDING - [0, 280]
    positions[:, :13, 1] += 2.5 * sink[:, None]
    positions[:, 13:15, 1] += 1.2 * sink[:, None]
    positions[:, 10, 0] += 2.5 * throw
    return positions.astype(np.float32)


def write_bouncer(path: Path, bpm: float, seconds: float = 12.0, fps: float = 30.0) -> Path:
    """Write the dance as .npz keypoints; beat 0 is at time zero."""
    positions = bounce(bpm, seconds, fps)
    np.savez(
        path,
        positions=positions,
        confidence=np.ones(positions.shape[:2], np.float32),
        fps=np.float32(fps),
        size=np.array(SIZE),
    )
    return path
