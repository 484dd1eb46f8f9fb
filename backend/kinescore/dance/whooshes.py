"""Where limbs cut through the air: crests of their speed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.foley_events import FoleyEvent, FoleyEvents, FoleyKind, apart, pans
from kinescore.dance.hit_candidates import SMOOTHING_SECONDS
from kinescore.dance.movement import PART_NAMES, PARTS, RATE_HZ, Movement, movement_of
from kinescore.dance.peaks import crests, vertices
from kinescore.motion.keypoints import Keypoints, Layout

LIMBS = {"left_wrist": 1.5, "right_wrist": 1.5, "left_ankle": 2.2, "right_ankle": 2.2}
"""Speed in body sizes per second, as seen from the hips, from which on each is heard; legs go 2 in every stride."""
OF_POINTS = 1.5
"""The same of a point that is no body's."""
LOUDEST = 4.5
"""Body sizes per second of a whoosh as strong as it gets."""
STANDS_OUT, AROUND_SECONDS = 0.6, 0.5
"""What whirls evenly has no crest: within AROUND_SECONDS on one side at least it is slower than this share of it."""
QUIET = 0.3
"""Share of the crest below which nothing is heard of it."""
LONGEST_SECONDS = 0.6
"""Before the crest, and after."""
GAP_SECONDS, SAME_SECONDS = 0.2, 0.06
PER_SECOND = 3.0


def whooshes(keypoints: Keypoints, who: int = 0) -> FoleyEvents:
    """Return the whooshes of a mover, in time order: those of a body's hands and feet, or of the points of anything
    else. What moves together whooshes once."""
    movement = movement_of(keypoints, SMOOTHING_SECONDS)
    found = [event for limb in _limbs(movement, keypoints) for event in _of_limb(*limb, keypoints, who)]
    times, strengths = (np.array([getattr(event, name) for event in found]) for name in ("time_s", "strength"))
    kept = apart(times, strengths, SAME_SECONDS)
    most = max(1, round(PER_SECOND * keypoints.seconds))
    loudest = sorted(kept[np.argsort(-strengths[kept], kind="stable")[:most]])
    return tuple(sorted((found[index] for index in loudest), key=lambda event: event.time_s))


def _limbs(movement: Movement, keypoints: Keypoints) -> list[tuple[NDArray[np.float64], tuple[int, ...], float]]:
    """The speed [N] of each limb, its joints, and from which speed on it is heard."""
    velocity = np.gradient(movement.posture, 1.0 / RATE_HZ, axis=0)
    speed = np.hypot(velocity[..., 0], velocity[..., 1]) * np.sqrt(movement.visible)
    if keypoints.layout is Layout.POINTS:
        return [(speed[:, column], (int(point),), OF_POINTS) for column, point in enumerate(keypoints.followed)]
    return [(speed[:, PART_NAMES.index(name)], PARTS[name], least) for name, least in LIMBS.items()]


def _of_limb(
    speed: NDArray[np.float64], joints: tuple[int, ...], least: float, keypoints: Keypoints, who: int
) -> list[FoleyEvent]:
    at = crests(speed)
    at = at[(speed[at] > least) & _stands_out(speed, at)]
    times = vertices(speed, at) / RATE_HZ
    chosen = apart(times, speed[at], GAP_SECONDS)
    found = []
    for index in chosen:
        course = _course(speed, int(at[index]))
        where = pans(keypoints, joints, np.arange(course.start, course.stop) / RATE_HZ)
        shares = np.minimum(speed[course] / speed[at[index]], 1.0)
        pan = float(pans(keypoints, joints, times[index : index + 1])[0])
        strength = min(1.0, float(speed[at[index]]) / LOUDEST)
        path = tuple((round(float(share), 3), round(float(pan), 3)) for share, pan in zip(shares, where, strict=True))
        start = course.start / RATE_HZ
        found.append(FoleyEvent(float(times[index]), FoleyKind.WHOOSHES, strength, pan, who, start, path))
    return found


def _stands_out(speed: NDArray[np.float64], at: NDArray[np.int64]) -> NDArray[np.bool_]:
    reach = round(AROUND_SECONDS * RATE_HZ)
    padded = np.pad(speed, reach, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, reach + 1)
    slower = STANDS_OUT * speed[at]
    return np.asarray((windows[at].min(axis=1) < slower) | (windows[at + reach].min(axis=1) < slower))


def _course(speed: NDArray[np.float64], top: int) -> slice:
    """From where `speed` [N] rises above QUIET of its crest at `top` to where it falls below."""
    reach = round(LONGEST_SECONDS * RATE_HZ)
    first, last = max(0, top - reach), min(len(speed), top + reach + 1)
    quiet = speed < QUIET * speed[top]
    before, after = np.flatnonzero(quiet[first:top]), np.flatnonzero(quiet[top:last])
    start = first + int(before[-1]) if len(before) else first
    return slice(start, top + int(after[0]) + 1 if len(after) else last)
