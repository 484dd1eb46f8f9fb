"""Motion and examples for tests of the wire and the server: seeded noise, since these rooms never listen to music."""

from __future__ import annotations

import numpy as np

from kinescore.motion.keypoints import Keypoints
from kinescore.sound.audio import Audio


def wandering(frames: int = 60, fps: float = 30.0, seed: int = 0) -> Keypoints:
    """Keypoints [frames, 17, 2] px of joints that wander about a full-HD picture."""
    rng = np.random.default_rng(seed)
    positions = 500 + 5 * rng.normal(size=(frames, 17, 2)).cumsum(axis=0)
    return Keypoints(positions, rng.uniform(0, 1, (frames, 17)), fps, (1920, 1080))


def hum(seconds: float = 0.1, rate: int = 48000, seed: int = 0) -> Audio:
    """Example music: mono noise."""
    samples = np.random.default_rng(seed).normal(scale=0.1, size=(1, max(1, round(seconds * rate))))
    return Audio(samples.astype(np.float32), rate)
