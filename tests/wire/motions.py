"""Motion for tests of the wire and the server: a seeded random walk, since these rooms never listen to the music."""

from __future__ import annotations

import numpy as np

from kinescore.dance.keypoints import Keypoints


def wandering(frames: int = 60, fps: float = 30.0, seed: int = 0) -> Keypoints:
    """Keypoints [frames, 17, 2] px of joints that wander about a full-HD picture."""
    rng = np.random.default_rng(seed)
    positions = 500 + 5 * rng.normal(size=(frames, 17, 2)).cumsum(axis=0)
    return Keypoints(positions, rng.uniform(0, 1, (frames, 17)), fps, (1920, 1080))
