"""Where a body lands or falls, and where anything else hits what is in its way."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.foley_events import FoleyEvent, FoleyEvents, FoleyKind, apart, pans
from kinescore.dance.footsteps import put_down
from kinescore.dance.hit_candidates import AIRBORNE, ANKLES, SMOOTHING_SECONDS
from kinescore.dance.movement import RATE_HZ, Movement, movement_of
from kinescore.dance.peaks import crests, vertices
from kinescore.dance.point_contacts import impacts_of_points
from kinescore.motion.keypoints import Keypoints, Layout

IN_THE_AIR_SECONDS = 0.08
"""Both feet off the ground for less is a step."""
LANDED_WITHIN_SECONDS = 0.15
COMING_DOWN = 0.35
"""Body sizes per second at which the whole body comes down when it lands."""
FALLING, STOPPED_SECONDS, STOPPED = 0.9, 0.06, 0.7
"""A fall is that fast, and loses this share of its speed so soon before and after the moment that stops it."""
LOUDEST = 2.0
"""Body sizes per second of a landing as hard as it gets: a jump of a man's own height."""
GAP_SECONDS = 0.15


def landings(keypoints: Keypoints, who: int = 0) -> FoleyEvents:
    """Return where a body lands on its feet or falls, or where the points of anything else are thrown back or stopped
    by what they meet, in time order."""
    if keypoints.layout is Layout.POINTS:
        return impacts_of_points(keypoints, who)
    movement = movement_of(keypoints, SMOOTHING_SECONDS)
    body = np.average(movement.velocity[..., 1], axis=1, weights=np.maximum(movement.visible, 1e-9))
    landed, falls = _on_the_feet(movement, body), _falls(movement, body)
    times = np.concatenate([landed, falls])
    speeds = np.array([_fall_before(body, time) for time in times])
    # A landing on the feet is told by them, to the millisecond: it goes before the fall that ends with it.
    chosen = apart(times, speeds + 100.0 * (np.arange(len(times)) < len(landed)), GAP_SECONDS)
    strengths = np.sqrt(np.minimum(speeds / LOUDEST, 1.0))
    where = pans(keypoints, tuple(range(17)), times)
    return tuple(
        FoleyEvent(float(times[i]), FoleyKind.IMPACTS, float(strengths[i]), float(where[i]), who) for i in chosen
    )


def _on_the_feet(movement: Movement, body: NDArray[np.float64]) -> NDArray[np.float64]:
    """When a foot is put down after both were off the ground, [K] s. body: the whole body's velocity down, [N]."""
    lower = movement.positions[:, ANKLES, 1].max(axis=1)
    aloft = np.percentile(lower, 90) - lower > AIRBORNE
    edges = np.flatnonzero(np.diff(np.concatenate([[False], aloft, [False]]).astype(np.int8))).reshape(-1, 2)
    jumps = edges[edges[:, 1] - edges[:, 0] >= IN_THE_AIR_SECONDS * RATE_HZ] / RATE_HZ
    feet = np.sort(np.concatenate([put_down(movement, foot)[0] for foot in ANKLES]))
    landed = []
    for start, end in jumps:
        after = feet[(feet > start + IN_THE_AIR_SECONDS) & (feet < end + LANDED_WITHIN_SECONDS)]
        if len(after) and _fall_before(body, float(after[0])) > COMING_DOWN:
            landed.append(float(after[0]))
    return np.array(landed)


def _falls(movement: Movement, body: NDArray[np.float64]) -> NDArray[np.float64]:
    """When a fall of the whole body is suddenly stopped, [K] s."""
    push = -np.gradient(body)
    at, lag = crests(push), round(STOPPED_SECONDS * RATE_HZ)
    before = body[np.maximum(at - lag, 0)]
    after = body[np.minimum(at + lag, len(body) - 1)]
    return vertices(push, at[(before > FALLING) & (before - after > STOPPED * before)]) / RATE_HZ


def _fall_before(body: NDArray[np.float64], time: float) -> float:
    """How fast the body came down at most in the moment before `time` s."""
    at = round(time * RATE_HZ)
    return max(0.0, float(body[max(0, at - round(0.1 * RATE_HZ)) : at + 1].max(initial=0.0)))
