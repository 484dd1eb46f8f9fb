"""The paper's rhythm sequence, in three named modes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Rhythm:
    """peaks: [T] float32 {0, 1}; envelope: [T] float32 0..1; fps: rate of both; entry t is at (t + 1) / fps seconds."""

    peaks: NDArray[np.float32]
    envelope: NDArray[np.float32]
    fps: float
