"""What a movement would sound like by itself: events for foley, each with its moment, strength and place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from kinescore.motion.keypoints import Keypoints


class FoleyKind(Enum):
    """What is heard, and on which stem."""

    WHOOSHES = "whooshes"  # a limb cuts through the air
    STEPS = "steps"  # a foot is put down
    IMPACTS = "impacts"  # a body lands or falls, a thing hits the ground or a wall


@dataclass(frozen=True)
class FoleyEvent:
    """One moment that is heard.

    time_s: from frame 0; of a whoosh, when the limb is fastest. strength: 0..1, 1 is as hard as it gets. pan: where it
    happens in the picture, -1 left .. 1 right. who: index of the mover whose it is. start_s, course: of a whoosh, when
    it begins, and from then on every 1 / RATE_HZ s the speed, as a share of the fastest, and the pan.
    """

    time_s: float
    kind: FoleyKind
    strength: float
    pan: float
    who: int = 0
    start_s: float = 0.0
    course: tuple[tuple[float, float], ...] = ()


FoleyEvents = tuple[FoleyEvent, ...]


def pans(keypoints: Keypoints, joints: tuple[int, ...], times: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return where the middle of `joints` is in the picture at `times` [K] s, [K] -1 left edge .. 1 right edge."""
    across = keypoints.positions[:, joints, 0].mean(axis=1, dtype=np.float64) / keypoints.size[0]
    at = np.interp(times * keypoints.fps, np.arange(len(keypoints)), across)
    return np.clip(2.0 * at - 1.0, -1.0, 1.0)


def apart(times: NDArray[np.float64], strengths: NDArray[np.float64], gap_seconds: float) -> NDArray[np.int64]:
    """Return the indices, in time order, of the strongest of `times` [K] s that are more than `gap_seconds` apart."""
    kept: list[int] = []
    for index in np.argsort(-strengths, kind="stable"):
        if all(abs(times[index] - times[other]) > gap_seconds for other in kept):
            kept.append(int(index))
    return np.array(sorted(kept, key=lambda index: times[index]), np.int64)
