"""Moments that the music should land on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class HitKind(Enum):
    """What the body did at a hit point."""

    STOP = "stop"  # a fast movement freezes
    CONTACT = "contact"  # a foot lands
    PEAK = "peak"  # the strongest acceleration of a gesture, or the top of a jump


@dataclass(frozen=True)
class HitPoint:
    """One moment: time_s in seconds from frame 0, weight 0..1 (1 is a full hit), and its kind."""

    time_s: float
    weight: float
    kind: HitKind


HitPoints = tuple[HitPoint, ...]
