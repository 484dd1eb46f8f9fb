"""Moments that the music should land on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from kinescore.dance.energy import LIVELY_SPEED, total_speed
from kinescore.dance.movement import RATE_HZ, Movement, smooth


class HitKind(Enum):
    """What the body did at a hit point."""

    STOP = "stop"  # a fast movement freezes
    CONTACT = "contact"  # a foot lands
    PEAK = "peak"  # the strongest acceleration of a gesture, or the top of a jump


@dataclass(frozen=True)
class HitPoint:
    """One moment: time_s in seconds from frame 0, weight 0..1 (1 is the strongest of the piece), and its kind."""

    time_s: float
    weight: float
    kind: HitKind


HitPoints = tuple[HitPoint, ...]


def hit_points_of(movement: Movement) -> HitPoints:
    """Return the moments of `movement` that stand out, in time order."""
    speed = total_speed(movement)
    calm = smooth(speed, 0.08)
    braking = np.maximum(calm - np.roll(calm, -8), 0.0)
    braking[-8:] = 0.0
    threshold = max(0.25 * LIVELY_SPEED, 2.0 * float(braking.mean()))
    order = [n for n in np.argsort(-braking, kind="stable") if braking[n] > threshold]
    chosen: list[int] = []
    for n in order:
        if len(chosen) < 1.5 * len(speed) / RATE_HZ and all(abs(n - m) > 0.3 * RATE_HZ for m in chosen):
            chosen.append(int(n))
    return tuple(
        HitPoint((n + 6) / RATE_HZ, float(braking[n] / braking[chosen[0]]), HitKind.STOP) for n in sorted(chosen)
    )
