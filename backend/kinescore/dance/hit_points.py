"""Moments that the music should land on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class HitKind(Enum):
    """What happened at a hit point, as the eye sees it."""

    STOP = "stop"  # a fast movement freezes
    CONTACT = "contact"  # a foot lands, a thing hits the ground, a wall or its own brakes
    PEAK = "peak"  # the strongest acceleration of a gesture, or the top of a jump
    CUT = "cut"  # the picture cuts to another shot
    MARKER = "marker"  # the artist set it


@dataclass(frozen=True)
class HitPoint:
    """One moment: time_s in seconds from frame 0, weight 0..1 (1 is a full hit), and its kind.

    who: index of the mover whose it is, where several move together.
    """

    time_s: float
    weight: float
    kind: HitKind
    who: int = 0


HitPoints = tuple[HitPoint, ...]

CUT_WEIGHT = 0.7
CUT_SECONDS = 0.1
"""A hit this close to a cut is heard with it, and the eye notices the cut first."""


def with_cuts(hits: HitPoints, cuts: Sequence[float]) -> HitPoints:
    """Return `hits` and the `cuts`, in seconds, in time order; a cut takes the place of the hits beside it, and is as
    heavy as the heaviest of them."""
    if not cuts:
        return hits
    kept = [hit for hit in hits if all(abs(hit.time_s - cut) > CUT_SECONDS for cut in cuts)]
    for cut in cuts:
        beside = [hit.weight for hit in hits if abs(hit.time_s - cut) <= CUT_SECONDS]
        kept.append(HitPoint(float(cut), max([CUT_WEIGHT, *beside]), HitKind.CUT))
    return tuple(sorted(kept, key=lambda hit: hit.time_s))
