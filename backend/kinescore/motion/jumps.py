"""What no body does: frames that pop out of the movement and back, and jumps of the whole body from frame to frame."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

POP_SECONDS = 0.17
"""A longer excursion is a movement."""
POP_SIZE = 0.05
"""Body sizes; a smaller pop is jitter, which smoothing removes."""
JUMP_SIZE = 0.12
"""Body sizes, of half of all joints between two frames: a body that runs goes three sizes a second."""
SUDDEN = 4.0
"""As many times farther than in the frames around; an abrupt start or stop takes two frames or more."""
SETTLE_SECONDS = 0.5
"""Over this long the pose after a jump gives way to what it would have been without."""


def pops(positions: NDArray[np.float64], fps: float, size: float) -> NDArray[np.bool_]:
    """Return where a joint leaves its path and is back after POP_SECONDS at most, [T, J].

    positions: [T, J, D]. size: of the body, same unit. The way there and the way back are each much farther than what
    the joint does in the frames before, between and after, and end close to where they began.
    """
    frames = len(positions)
    out = np.zeros(positions.shape[:2], dtype=bool)
    step = np.diff(positions, axis=0)  # [T - 1, J, D]; step t leads to frame t + 1
    way = np.linalg.norm(step, axis=2)
    for length in range(1, max(1, round(POP_SECONDS * fps)) + 1):
        if frames < length + 4:
            break
        there, back = way[1 : -length - 1], way[length + 1 : -1]
        around = np.maximum(way[: -length - 2], way[length + 2 :])
        for between in range(1, length):
            around = np.maximum(around, way[1 + between : -length - 1 + between])
        left = np.linalg.norm(positions[length + 2 : -1] - positions[1 : -length - 2], axis=2)
        found = np.minimum(there, back) > np.maximum(POP_SIZE * size, SUDDEN * around)
        found &= left < 0.5 * np.minimum(there, back)
        for shift in range(length):
            out[2 + shift : 2 + shift + len(found)] |= found
    return out


def jumps(positions: NDArray[np.float64], size: float) -> NDArray[np.int64]:
    """Return the frames [K] into which half of all joints jump farther than a body can, for one frame only.

    positions: [T, J, D] without pops. size: of the body, same unit.
    """
    way = np.median(np.linalg.norm(np.diff(positions, axis=0), axis=2), axis=1)
    padded = np.pad(way, 2, mode="edge" if len(way) < 3 else "reflect")
    around = np.maximum(padded[1 : 1 + len(way)], padded[3 : 3 + len(way)])
    return np.flatnonzero(way > np.maximum(JUMP_SIZE * size, SUDDEN * around)) + 1


def without_jumps(positions: NDArray[np.float64], at: NDArray[np.int64], fps: float) -> NDArray[np.float64]:
    """Return `positions` [T, J, D] without the jumps into the frames `at`.

    What all joints jump together is taken off everything that follows: travel that starts anew goes on. What is left of
    the jump, another pose, fades over SETTLE_SECONDS after it; before the first movement it is simply the pose.
    """
    result = positions.copy()
    for frame in at:
        if _stands(positions[:frame]):
            result[:frame] = result[frame]
            continue
        expected = result[frame - 1] + (result[frame - 1] - result[frame - 2] if frame > 1 else 0.0)
        gap = result[frame] - expected
        together = np.median(gap, axis=0)
        result[frame:] -= together
        count = min(len(result) - frame, max(1, round(SETTLE_SECONDS * fps)))
        fade = 0.5 + 0.5 * np.cos(np.pi * np.arange(count) / count)
        result[frame : frame + count] -= fade[:, None, None] * (gap - together)
    return result


def _stands(positions: NDArray[np.float64]) -> bool:
    """Whether nothing moves yet, as in the rest pose of a capture."""
    return len(positions) == 1 or bool(np.ptp(positions, axis=0).max() < 1e-3 * np.ptp(positions[0], axis=0).max())
