"""Where hit points may be: a fast movement freezes, a foot lands, a jump tops out or a gesture turns hardest.

Every candidate is measured in the same currency, the change of speed it takes (body sizes per second, root mean square
over the parts), so kinds can be compared and weak ones dropped. Times are interpolated between samples and freed of the
smoothing's own delay, so they are finer than a frame.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from kinescore.dance.hit_points import HitKind
from kinescore.dance.movement import PART_NAMES, RATE_HZ, Movement
from kinescore.dance.peaks import crests, vertices

SMOOTHING_SECONDS = 0.025
LEAST_CHANGE = 0.15
"""Body sizes per second; a smaller change of speed is none."""
SAME_HIT_SECONDS = 0.1
"""Parts that stop this close together stop as one."""
STOP_WINDOW_SECONDS = 0.5
HOLD_SECONDS = 0.18
"""Shorter rests are turning points, such as the top of a jump."""
FOOT_SHARE = 2.5
"""The feet carry the rest: a landing of both counts a little more than a stop of the whole body."""
TURN_SECONDS, SLOWED, UNEVEN = 0.75, 0.5, 0.85
PEAK_SHARE = 0.6
"""A turn within a movement is heard less than a stop or a landing of the same strength."""
AIRBORNE = 0.06
"""Body sizes above the ground at which both feet count as off it."""
ANKLES = (PART_NAMES.index("left_ankle"), PART_NAMES.index("right_ankle"))


@dataclass(frozen=True)
class Candidates:
    """times [K] s, strengths [K] in the common currency, all of one kind."""

    times: NDArray[np.float64]
    strengths: NDArray[np.float64]
    kind: HitKind


def stops(movement: Movement, blur_seconds: float, hold_share: float = 0.0) -> Candidates:
    """Return where parts that moved fast come to rest and stay at rest, for HOLD_SECONDS and at least for `hold_share`
    of the time that the fall took: what was thrown up rests for less before it falls."""
    speed = movement.speed * np.sqrt(movement.visible)
    events = [rests(speed[:, part], blur_seconds, hold_share) for part in range(speed.shape[1])]
    times, heights = [times for times, _ in events], [height for _, height in events]
    return joined(times, heights, (len(speed), len(movement.visible)), HitKind.STOP)


def rests(
    speed: NDArray[np.float64], blur_seconds: float, hold_share: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return times [K] s at which `speed` [N] has fallen to rest from a crest, and the crests' heights [K].

    Rest is where the line through the points at 50 % and 15 % of the crest meets zero. For an abrupt stop that point is
    late by 1.48 standard deviations of the smoothing; the share of the fall's length that the smoothing explains
    (2.07 standard deviations from 85 % to 15 %) says how abrupt the stop was.
    """
    width, hold = int(STOP_WINDOW_SECONDS * RATE_HZ), int(HOLD_SECONDS * RATE_HZ)
    padded = np.concatenate([speed, np.full(2 * width + hold, speed[-1])])
    tops = crests(speed)
    tops = tops[speed[tops] > LEAST_CHANGE]
    falls = padded[tops[:, None] + np.arange(width)] / speed[tops][:, None]
    reached = _first_below(falls, 0.15)
    inside = tops + reached < len(speed) - 1  # false where nan: never reached
    tops, falls, rest = tops[inside], falls[inside], reached[inside].astype(np.int64) + 1
    held = padded[(tops + rest)[:, None] + np.arange(hold)].max(axis=1) < 0.35 * speed[tops]
    held &= padded[tops + rest + (hold_share * rest).astype(np.int64)] < 0.35 * speed[tops]
    tops, falls = tops[held], falls[held]
    early, half, late = (_first_below(falls, level) / RATE_HZ for level in (0.85, 0.5, 0.15))
    meets_zero = late + (late - half) * 0.15 / 0.35
    abruptness = np.minimum(1.0, (2.07 * blur_seconds / np.maximum(late - early, 1e-6)) ** 2)
    return tops / RATE_HZ + meets_zero - 1.48 * blur_seconds * abruptness, speed[tops]


def footfalls(movement: Movement) -> Candidates:
    """Return where a falling foot is stopped or thrown back by the ground."""
    down = movement.velocity[:, ANKLES, 1]
    lag = round(2 * SMOOTHING_SECONDS * RATE_HZ)
    times, jolts = [], []
    for foot in range(len(ANKLES)):
        push = -movement.acceleration[:, ANKLES[foot], 1]
        at = crests(push)
        before = down[np.maximum(at - lag, 0), foot]
        jolt = before - down[np.minimum(at + lag, len(down) - 1), foot]
        keep = (jolt > LEAST_CHANGE) & (before > 0.4 * jolt)
        times.append(vertices(push, at[keep]) / RATE_HZ)
        jolts.append(FOOT_SHARE * jolt[keep] * np.sqrt(movement.visible[ANKLES[foot]]))
    return joined(times, jolts, (len(down), len(movement.visible)), HitKind.CONTACT)


def jump_tops(movement: Movement) -> Candidates:
    """Return where the body hangs highest with both feet off the ground."""
    lower_foot = movement.positions[:, ANKLES, 1].max(axis=1)
    lift = np.percentile(lower_foot, 90) - lower_foot
    height = -movement.positions[..., 1].mean(axis=1)
    tops = crests(height)
    tops = tops[lift[tops] > AIRBORNE]
    reach = int(0.35 * RATE_HZ)
    upward = np.maximum(-movement.velocity[..., 1].mean(axis=1), 0.0)
    start = np.maximum(tops[:, None] - np.arange(reach), 0)
    return Candidates(vertices(height, tops) / RATE_HZ, PEAK_SHARE * upward[start].max(axis=1), HitKind.PEAK)


def turns(movement: Movement) -> Candidates:
    """Return where the body as a whole is accelerated hardest."""
    size = np.sqrt((np.sum(movement.acceleration**2, axis=2) * movement.visible).mean(axis=1))
    at = crests(size)
    change = size * SMOOTHING_SECONDS * np.sqrt(2 * np.pi)
    return Candidates(vertices(size, at) / RATE_HZ, PEAK_SHARE * change[at], HitKind.PEAK)


def reversals(movement: Movement, found: Candidates) -> Candidates:
    """Return those of `found` at which what swings turns: the point that is accelerated most is slower than SLOWED of
    its fastest within TURN_SECONDS before, and after. What spins or rolls is accelerated evenly all the time: within
    the same time all points together must be less so, by UNEVEN."""
    at = np.clip(np.round(found.times * RATE_HZ).astype(np.int64), 0, len(movement.speed) - 1)
    push = np.sum(movement.acceleration**2, axis=2) * movement.visible
    leading = push[at].argmax(axis=1)
    reach = round(TURN_SECONDS * RATE_HZ)
    around = [(reach, reach), (0, 0)]
    fastest = sliding_window_view(np.pad(movement.speed, around), reach + 1, axis=0).max(axis=2)
    calmest = np.sqrt(sliding_window_view(np.pad(push.sum(axis=1), reach), reach + 1).min(axis=1))
    kept = movement.speed[at, leading] < SLOWED * np.minimum(fastest[at, leading], fastest[at + reach, leading])
    kept &= np.maximum(calmest[at], calmest[at + reach]) < UNEVEN * np.sqrt(push.sum(axis=1)[at])
    return Candidates(found.times[kept], found.strengths[kept], found.kind)


def with_contacts(contacts: Candidates, others: tuple[Candidates, ...]) -> tuple[Candidates, ...]:
    """Return `contacts`, as strong as what happens in `others` within SAME_HIT_SECONDS, and what is left of those: the
    time of a contact is exact, and the stop that it makes is no other hit."""
    strengths, left = contacts.strengths.copy(), []
    for group in others:
        apart = np.abs(group.times[:, None] - contacts.times[None])
        same = apart < SAME_HIT_SECONDS
        np.maximum.at(strengths, np.where(same)[1], group.strengths[np.where(same)[0]])
        kept = ~same.any(axis=1)
        left.append(Candidates(group.times[kept], group.strengths[kept], group.kind))
    return (Candidates(contacts.times, strengths, contacts.kind), *left)


def joined(
    times: list[NDArray[np.float64]], heights: list[NDArray[np.float64]], shape: tuple[int, int], kind: HitKind
) -> Candidates:
    """Merge events of single parts that happen together; strengths add up as root mean square over all parts.

    shape: samples and parts of the movement, whether or not all parts have events.
    """
    length, parts = shape
    time, height = np.concatenate(times), np.concatenate(heights)
    place = np.clip(np.round(time * RATE_HZ).astype(np.int64), 0, length - 1)
    power, moment = np.zeros(length), np.zeros(length)
    np.add.at(power, place, height**2)
    np.add.at(moment, place, height**2 * time)
    samples = 2 * round(SAME_HIT_SECONDS * RATE_HZ / 2) + 1
    near, when = (np.convolve(values, np.ones(samples), "same") for values in (power, moment))
    at = crests(near)
    return Candidates(when[at] / near[at], np.sqrt(near[at] / parts), kind)


def _first_below(falls: NDArray[np.float64], level: float) -> NDArray[np.float64]:
    """Return, for each row of `falls` [K,W], the interpolated sample at which it first sinks below `level`, or nan."""
    below = falls < level
    after = np.maximum(below.argmax(axis=1), 1)
    rows = np.arange(len(falls))
    upper, lower = falls[rows, after - 1], falls[rows, after]
    place = after - (level - lower) / np.maximum(upper - lower, 1e-12)
    return np.where(below.any(axis=1), place, np.nan)
