"""How much the body moves, moment by moment."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.movement import RATE_HZ, Movement, smooth

SMOOTHING_SECONDS = 0.2
LIVELY_SPEED = 0.25
"""Mean joint speed, in body sizes per second, that counts as full energy in a piece with no livelier moment."""


def total_speed(movement: Movement) -> NDArray[np.float64]:
    """Return the mean speed of the joints that were seen, [N] body sizes per second."""
    speed = np.hypot(movement.velocity[..., 0], movement.velocity[..., 1])
    return (speed * movement.visible).sum(axis=1) / np.maximum(movement.visible.sum(axis=1), 1e-6)


def energy_of(movement: Movement, frames: int, fps: float) -> NDArray[np.float32]:
    """Return the motion energy [T] 0..1 at `fps`: smoothed speed against the piece's own lively level (95th percentile)."""
    level = smooth(total_speed(movement), SMOOTHING_SECONDS)
    lively = max(float(np.percentile(level, 95)), LIVELY_SPEED)
    at_frames = np.interp(np.arange(frames) / fps, np.arange(len(level)) / RATE_HZ, level / lively)
    return np.clip(at_frames, 0.0, 1.0).astype(np.float32)
