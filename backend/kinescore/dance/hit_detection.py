"""Finds hit points: the candidates that stand out, each weighed against the strongest of the piece."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from kinescore.dance.hit_candidates import (
    LEAST_CHANGE,
    SMOOTHING_SECONDS,
    Candidates,
    footfalls,
    jump_tops,
    reversals,
    stops,
    turns,
    with_contacts,
)
from kinescore.dance.hit_points import HitKind, HitPoint, HitPoints
from kinescore.dance.impacts import impacts
from kinescore.dance.movement import RATE_HZ, movement_of
from kinescore.dance.unseen import while_seen
from kinescore.motion.keypoints import Keypoints, Layout, body_size

HOLD_SHARE = 1.0
"""What is thrown up rests for less than it took to get there, what stops for more."""
FULL_HIT = 0.6
"""Strength of a full hit, for pieces that have no stronger one."""
WEAKEST_WEIGHT = LEAST_CHANGE / FULL_HIT
SHORTEST_GAP_SECONDS = 0.25
MOST_PER_SECOND = 1.5
FIRST_SECONDS = 0.1
"""Captured motion often begins by snapping out of a T-pose; nothing can land on a hit before this anyway."""
NOISE_MARGIN = 6.0
"""Noise of this many standard deviations is taken off every strength; the largest of thousands reach about four."""
ALIKE = 0.1
"""Of the strongest; hit points that differ by less are alike, and of those there may be too many, as in a loop."""
GOLDEN_RATIO = 0.5 * (1.0 + 5.0**0.5)
ALL_MOVEMENT_FPS = 20.0
BOUNCE_GAP_SECONDS = 0.09
"""A thing that bounces is heard bounce by bounce, until they cannot be told apart."""
BOUNCES_PER_SECOND = 8.0
WEAKEST_BOUNCE = 0.02
"""Of the strongest; bounces die away by the same share each."""
BOUNCE_LOUDNESS = 0.5
"""Power of its strength with which a bounce weighs, so that the last ones are still heard."""


@dataclass(frozen=True)
class Density:
    """How many hit points there may be: seconds between two, their number per second, the least share of the strongest
    that one must have, and the power of this share that is the weight."""

    gap_seconds: float
    per_second: float
    weakest: float
    loudness: float


GESTURES = Density(SHORTEST_GAP_SECONDS, MOST_PER_SECOND, WEAKEST_WEIGHT, 1.0)
BOUNCES = Density(BOUNCE_GAP_SECONDS, BOUNCES_PER_SECOND, WEAKEST_BOUNCE, BOUNCE_LOUDNESS)
HALTS = Density(SHORTEST_GAP_SECONDS, BOUNCES_PER_SECOND, WEAKEST_WEIGHT, 1.0)
OF_A_BODY: Mapping[HitKind, Density] = MappingProxyType(dict.fromkeys(HitKind, GESTURES))
OF_POINTS: Mapping[HitKind, Density] = MappingProxyType(
    {**OF_A_BODY, HitKind.CONTACT: BOUNCES, HitKind.STOP: HALTS}  # machines stop as often as they like
)


def hit_points_of(keypoints: Keypoints) -> HitPoints:
    """Return the moments of `keypoints` that stand out, in time order.

    They are never closer than SHORTEST_GAP_SECONDS, but for the contacts of what is no body: BOUNCE_GAP_SECONDS.
    """
    movement = movement_of(keypoints, SMOOTHING_SECONDS)
    blur = float(np.hypot(SMOOTHING_SECONDS, 1.0 / (np.sqrt(12.0) * keypoints.fps)))
    noise = NOISE_MARGIN * _jitter(keypoints)
    if keypoints.layout is Layout.POINTS:
        met = impacts(keypoints, tracking_noise(keypoints))
        others = (stops(movement, blur, HOLD_SHARE), reversals(movement, turns(movement)))
        return _strongest(while_seen(with_contacts(met, others), keypoints), noise, keypoints.seconds, OF_POINTS)
    of_body = (stops(movement, blur), footfalls(movement), jump_tops(movement), turns(movement))
    return _strongest(while_seen(of_body, keypoints), noise, keypoints.seconds, OF_A_BODY)


def _jitter(keypoints: Keypoints) -> float:
    """Return the standard deviation, in body sizes per second, of smoothed speed that tracking noise alone causes."""
    blur = SMOOTHING_SECONDS
    return tracking_noise(keypoints) / np.sqrt(keypoints.fps * 4.0 * np.sqrt(np.pi) * blur**3)


def tracking_noise(keypoints: Keypoints) -> float:
    """Return the standard deviation of tracking noise, in body sizes.

    The fourth difference of the frames holds the noise (70 times its variance) and next to nothing of the movement, at
    ALL_MOVEMENT_FPS and above; at lower rates more and more of the movement, which then is not taken for noise.
    """
    if len(keypoints) < 5:
        return 0.0
    positions = keypoints.positions[:, keypoints.followed]
    rough = np.median(np.abs(np.diff(positions, n=4, axis=0))) / (0.6745 * np.sqrt(70.0))
    share = min(1.0, keypoints.fps / ALL_MOVEMENT_FPS) ** 4
    return share * float(rough) / body_size(keypoints)


def _strongest(
    found: tuple[Candidates, ...], noise: float, seconds: float, densities: Mapping[HitKind, Density]
) -> HitPoints:
    """Pick the strongest candidates that keep their distance, each kind as densely as `densities` says, and weigh them
    against the strongest of all."""
    times = np.concatenate([group.times for group in found])
    raw = np.concatenate([group.strengths for group in found])
    strengths = np.where(times < FIRST_SECONDS, 0.0, np.sqrt(np.maximum(raw**2 - noise**2, 0.0)))
    kinds = [group.kind for group in found for _ in group.times]
    full = max(FULL_HIT, float(strengths.max(initial=0.0)))
    apart: list[int] = []
    taken = {density: np.zeros(int(seconds * RATE_HZ) + 2, dtype=bool) for density in densities.values()}
    for index in np.argsort(-strengths, kind="stable"):
        density = densities[kinds[index]]
        place = int(np.clip(times[index] * RATE_HZ, 0, len(taken[density]) - 1))
        if strengths[index] < density.weakest * full or taken[density][place] or not 0.0 <= times[index] < seconds:
            continue
        apart.append(int(index))
        for other, places in taken.items():
            gap = int(other.gap_seconds * RATE_HZ)
            places[max(0, place - gap + 1) : place + gap] = True
    left = {density: max(3, int(density.per_second * seconds)) for density in taken}
    chosen: list[HitPoint] = []
    for index in sorted(
        apart, key=lambda index: (-round(float(strengths[index]) / (ALIKE * full)), _turn(float(times[index])))
    ):
        density = densities[kinds[index]]
        if left[density]:
            left[density] -= 1
            weight = float(strengths[index] / full) ** density.loudness
            chosen.append(HitPoint(float(times[index]), weight, kinds[index]))
    return tuple(sorted(chosen, key=lambda hit: hit.time_s))


def _turn(time_s: float) -> float:
    """When it is the turn of one of many hit points that are alike: multiples of the golden ratio on a fixed lattice in
    time.

    So those left out lie scattered over the piece, whatever its period, and what happens to one does not change which
    others are chosen.
    """
    return round(time_s / SHORTEST_GAP_SECONDS) * GOLDEN_RATIO % 1.0
