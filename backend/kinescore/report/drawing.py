"""The movement as the pages draw it: few frames, whole numbers."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from kinescore.motion.keypoints import Keypoints

MAX_FPS = 30.0
FINE_STEPS = 1000
"""The figure's larger extent over the whole clip is this many steps; a screen shows fewer."""


def drawing(keypoints: Keypoints) -> Mapping[str, object]:
    """Return fps, size [width, height] and frames [T'][34] of x, y in turn, whole numbers from 0 to FINE_STEPS.

    At most MAX_FPS frames per second are kept, evenly; the box holds the figure wherever it goes.
    """
    stride = int(np.ceil(keypoints.fps / MAX_FPS - 1e-9))
    kept = keypoints.positions[::stride].astype(np.float64)
    low, high = keypoints.positions.min(axis=(0, 1)), keypoints.positions.max(axis=(0, 1))
    scale = FINE_STEPS / max(float((high - low).max()), 1e-6)
    size = np.round((high - low) * scale).astype(int)
    frames = np.round((kept - low) * scale).astype(int)
    return {"fps": keypoints.fps / stride, "size": size.tolist(), "frames": frames.reshape(len(frames), 34).tolist()}
