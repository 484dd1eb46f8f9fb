"""Motion made from arithmetic alone, the same on every machine and numpy."""

from __future__ import annotations

import numpy as np

from kinescore.motion.keypoints import Keypoints


def wandering(seed: int, frames: int = 305, unit: float = 1.0) -> np.ndarray:
    """[frames, 17, 2] float32 px: every joint walks -3 to 3 units a frame, drawn by an integer hash.

    With unit 1 all positions are whole pixels, so that many joints move equally far: the hardest case for ties.
    """
    index = np.arange(frames * 34, dtype=np.uint64) + np.uint64(seed * 1_000_003)
    mixed = index * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
    steps = (mixed >> np.uint64(40)).astype(np.int64) % 7 - 3
    return (500 + unit * np.cumsum(steps.reshape(frames, 17, 2), axis=0)).astype(np.float32)


def seen(positions: np.ndarray, fps: float = 60.0) -> Keypoints:
    """Keypoints with every joint fully visible in a 1280 x 720 picture."""
    return Keypoints(positions, np.ones(positions.shape[:2]), fps, (1280, 720))
