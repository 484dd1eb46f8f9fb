"""Cycles as animators make them: the frame after the last is the first again."""

from __future__ import annotations

import numpy as np

from kinescore.motion.keypoints import Keypoints

FPS = 24.0


def walk_cycle(frames: int, steps_per_second: float = 2.0) -> Keypoints:
    """A figure that walks on the spot, two steps at least and whole ones, in `frames` at 24 fps."""
    seconds = frames / FPS
    strides = max(1, round(steps_per_second * seconds / 2))
    phase = 2 * np.pi * strides * np.arange(frames) / frames
    at = np.zeros((frames, 17, 2))
    at[:, :, 0], at[:, :, 1] = 320.0, 120.0
    at[:, :5, 1] = 90.0
    for side, turn in ((0, 0.0), (1, np.pi)):
        swing = np.sin(phase + turn)
        lift = np.maximum(0.0, np.cos(phase + turn))
        at[:, 5 + side, 1], at[:, 11 + side, 1] = 130.0, 220.0
        at[:, 7 + side] = np.stack([320 - 18 * swing, np.full(frames, 170.0)], 1)
        at[:, 9 + side] = np.stack([320 - 40 * swing, 205 - 6 * np.abs(swing)], 1)
        at[:, 13 + side] = np.stack([320 + 25 * swing, 275 - 12 * lift], 1)
        at[:, 15 + side] = np.stack([320 + 55 * swing, 330 - 30 * lift], 1)
    at[:, :, 1] += 5 * np.abs(np.sin(phase))[:, None]
    return Keypoints(at, np.ones((frames, 17)), FPS, (640, 400))
