"""How much the body moves, moment by moment."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.movement import RATE_HZ, Movement, moving_mean

SMOOTHING_SECONDS = 0.5
LIVELY_SPEED = 0.25
"""Mean speed of the parts, in body sizes per second, that is full energy in a piece with no livelier moment."""


def energy_of(movement: Movement, frames: int, fps: float) -> NDArray[np.float32]:
    """Return the motion energy [T] 0..1 at `fps`: smoothed speed against the piece's own lively level.

    That level is the 95th percentile, so one leap does not flatten the rest; a calm piece stays low.
    """
    level = moving_mean(moving_mean(movement.body_speed, SMOOTHING_SECONDS), SMOOTHING_SECONDS)
    lively = max(float(np.percentile(level, 95)), LIVELY_SPEED)
    at_frames = np.interp(np.arange(frames) / fps, np.arange(len(level)) / RATE_HZ, level / lively)
    return np.clip(at_frames, 0.0, 1.0).astype(np.float32)
