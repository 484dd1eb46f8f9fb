"""Where feet are put down: a falling foot is stopped, or a foot that swung comes to rest, near the ground."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from kinescore.dance.foley_events import FoleyEvent, FoleyEvents, FoleyKind, apart, pans
from kinescore.dance.hit_candidates import ANKLES, LEAST_CHANGE, SMOOTHING_SECONDS, rests
from kinescore.dance.movement import PART_NAMES, PARTS, RATE_HZ, Movement, movement_of
from kinescore.dance.peaks import crests, vertices
from kinescore.dance.point_contacts import steps_of_points
from kinescore.motion.keypoints import Keypoints, Layout

LAG_SECONDS = 2 * SMOOTHING_SECONDS
FALLING = 0.4
"""Share of the change of velocity that the foot fell with before."""
SWUNG = 0.4
"""Body sizes per second; a slower foot that comes to rest did not step."""
GROUND_SECONDS, NEAR_THE_GROUND = 1.0, 0.1
"""The ground is where the foot is lowest within this time; body sizes above it, a kick ends in the air."""
DEPTH = 0.08
"""Body sizes by which feet on the same ground may be apart in the picture, one in front of the other."""
STANDS_SECONDS, STANDS = 0.1, 0.15
"""So long after it was put down a foot goes up and down no faster than this, body sizes per second."""
GAP_SECONDS = 0.2
LOUDEST = 1.0
"""Body sizes per second, stopped at once, of a step as loud as it gets."""
BLUR_SECONDS = 0.03


def footsteps(keypoints: Keypoints, who: int = 0) -> FoleyEvents:
    """Return the steps of a body's feet, or of the points on which anything else walks, in time order; the harder a
    foot is stopped, the stronger."""
    if keypoints.layout is Layout.POINTS:
        return steps_of_points(keypoints, who)
    movement = movement_of(keypoints, SMOOTHING_SECONDS)
    found = []
    for foot in ANKLES:
        times, strengths = put_down(movement, foot)
        where = pans(keypoints, PARTS[PART_NAMES[foot]], times)
        for time, strength, pan in zip(times, strengths, where, strict=True):
            found.append(FoleyEvent(float(time), FoleyKind.STEPS, float(strength), float(pan), who))
    return tuple(sorted(found, key=lambda event: event.time_s))


def put_down(movement: Movement, foot: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return when the part `foot` is put down, [K] s, and how hard, [K] 0..1."""
    times, jolts = _stopped_by_the_ground(movement, foot)
    rest_times, speeds = rests(movement.speed[:, foot], BLUR_SECONDS, 0.0)
    swung = speeds > SWUNG
    height = _above_ground(movement, foot)
    all_times = np.concatenate([times, rest_times[swung]])
    # What the ground stops is told to the millisecond: it goes first.
    order = np.concatenate([1.0 + jolts, np.minimum(speeds[swung], LOUDEST) / (2 * LOUDEST)])
    hard = np.concatenate([jolts, 0.25 * speeds[swung]])
    low = height[_samples(all_times + LAG_SECONDS, len(height))] < NEAR_THE_GROUND
    inside = low & (all_times >= 0) & (all_times * RATE_HZ <= len(height) - 1)
    all_times, order, hard = all_times[inside], order[inside], hard[inside]
    chosen = apart(all_times, order, GAP_SECONDS)
    return all_times[chosen], np.sqrt(np.minimum(hard[chosen] / LOUDEST, 1.0))


def _stopped_by_the_ground(movement: Movement, foot: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """When, and by how much, the fall of `foot` is stopped, and the foot stands."""
    down = movement.velocity[:, foot, 1]
    push = -movement.acceleration[:, foot, 1]
    at, lag = crests(push), round(LAG_SECONDS * RATE_HZ)
    before = down[np.maximum(at - lag, 0)]
    jolt = before - down[np.minimum(at + lag, len(down) - 1)]
    stands = round(STANDS_SECONDS * RATE_HZ)
    windows = sliding_window_view(np.pad(np.abs(down), (0, lag + stands), mode="edge"), stands)
    still = windows[at + lag].mean(axis=1) < STANDS
    keep = (jolt > LEAST_CHANGE) & (before > FALLING * jolt) & still
    return vertices(push, at[keep]) / RATE_HZ, jolt[keep] * np.sqrt(movement.visible[foot])


def _above_ground(movement: Movement, foot: int) -> NDArray[np.float64]:
    """How high `foot` is above the ground, [N] body sizes: where it is lowest itself around then, or the other foot."""
    reach = round(GROUND_SECONDS * RATE_HZ)
    own, both = movement.positions[:, foot, 1], movement.positions[:, ANKLES, 1].max(axis=1)
    lowest = [
        sliding_window_view(np.pad(down, reach, mode="edge"), 2 * reach + 1).max(axis=1) for down in (own, both - DEPTH)
    ]
    return np.asarray(np.maximum(*lowest) - own, np.float64)


def _samples(times: NDArray[np.float64], count: int) -> NDArray[np.int64]:
    return np.clip(np.round(times * RATE_HZ).astype(np.int64), 0, count - 1)
