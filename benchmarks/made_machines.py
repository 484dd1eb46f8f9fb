"""Movers that are no bodies, made for measuring: with a cadence that is known, and without any.

Each takes times t [T] s, how many events there were until then turn [T], and a generator, and returns points [T, J, 3],
Z up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

Paths = np.ndarray
Path = Callable[[np.ndarray, np.ndarray, np.random.Generator], Paths]


def thrown(t: np.ndarray, turn: np.ndarray, generator: np.random.Generator) -> Paths:
    """A ball that is thrown up on every event."""
    share = turn % 1.0
    return np.stack([0.2 * t, 0 * t, 4 * share * (1 - share)], axis=-1)[:, None]


def pendulum(t: np.ndarray, turn: np.ndarray, generator: np.random.Generator) -> Paths:
    """A rod that turns back on every event."""
    angle = generator.uniform(0.2, 1.2) * np.cos(np.pi * turn)
    rod = np.stack([np.sin(angle), 0 * t, -np.cos(angle)], axis=-1)
    return np.stack([0.5 * rod, rod], axis=1)


def arm(t: np.ndarray, turn: np.ndarray, generator: np.random.Generator) -> Paths:
    """Two joints that turn to a new angle, and arrive and dwell on every event."""
    dwell = generator.uniform(0.0, 0.5)
    poses = generator.uniform(-1.2, 1.2, (int(turn.max()) + 3, 2))
    share = np.clip((turn % 1.0) / (1 - dwell), 0, 1)
    eased = ((1 - np.cos(np.pi * share)) / 2)[:, None]
    index = turn.astype(int)
    angles = poses[index] * (1 - eased) + poses[index + 1] * eased
    elbow = np.stack([np.sin(angles[:, 0]), 0 * t, np.cos(angles[:, 0])], axis=-1)
    both = angles.sum(axis=1)
    return np.stack([elbow, elbow + np.stack([np.sin(both), 0 * t, np.cos(both)], axis=-1)], axis=1)


def wings(t: np.ndarray, turn: np.ndarray, generator: np.random.Generator) -> Paths:
    """Two wings that are highest on every event, and glide at times."""
    glide = 1.0 if generator.random() < 0.5 else np.clip(np.sin(2 * np.pi * t / 5) * 3, 0, 1)
    angle = 0.8 * glide * np.cos(2 * np.pi * turn)
    body = np.stack([0 * t, -2 * t, 0.1 * np.sin(2 * np.pi * turn)], axis=-1)
    tips = [body + np.stack([side * np.cos(angle), 0 * t, np.sin(angle)], axis=-1) for side in (-1, 1)]
    return np.stack([body, *tips], axis=1)


def walker(t: np.ndarray, turn: np.ndarray, generator: np.random.Generator) -> Paths:
    """A creature of several legs that puts one down on every event."""
    legs = int(generator.integers(2, 9))
    body = np.stack([0.3 * turn, 0 * t, 1 + 0.03 * np.cos(2 * np.pi * turn)], axis=-1)
    points = [body]
    for leg in range(legs):
        place = (turn + leg) / legs
        lifted = np.clip((place % 1.0 - 1 + 0.9 / legs) / (0.9 / legs), 0, 1)
        x = 0.3 * legs * (np.floor(place) + lifted) - 0.3 * leg
        points.append(np.stack([x, 0.3 * (leg % 2) + 0 * t, 0.25 * np.sin(np.pi * lifted)], axis=-1))
    return np.stack(points, axis=1)


def piston(t: np.ndarray, turn: np.ndarray, generator: np.random.Generator) -> Paths:
    """A wheel that turns once per event, and a piston that it drives."""
    angle = 2 * np.pi * turn
    pin = np.stack([0.4 * np.sin(angle), 0 * t, 0.4 * np.cos(angle)], axis=-1)
    height = pin[:, 2] + np.sqrt(1.5**2 - pin[:, 0] ** 2)
    return np.stack([pin, np.stack([0 * t, 0 * t, height], axis=-1)], axis=1)


def dying_ball(t: np.ndarray, turn: np.ndarray, generator: np.random.Generator) -> Paths:
    """A ball that comes to rest."""
    height, bounce = generator.uniform(0.5, 3), generator.uniform(0.5, 0.93)
    z, start, speed = np.zeros_like(t), 0.0, 0.0
    fall = np.sqrt(2 * height / 9.81)
    z[t < fall] = height - 9.81 * t[t < fall] ** 2 / 2
    start, speed = fall, bounce * 9.81 * fall
    while speed > 0.05 and start < t[-1]:
        now = (t >= start) & (t < start + 2 * speed / 9.81)
        z[now] = speed * (t[now] - start) - 9.81 * (t[now] - start) ** 2 / 2
        start, speed = start + 2 * speed / 9.81, speed * bounce
    return np.stack([0.4 * t, 0 * t, z], axis=-1)[:, None]


def wandering(t: np.ndarray, turn: np.ndarray, generator: np.random.Generator) -> Paths:
    """Points that go anywhere, smoothly."""
    fps = 1 / (t[1] - t[0])
    width = int(4 * fps)
    kernel = np.exp(-0.5 * (np.arange(-width, width + 1) / (generator.uniform(0.08, 0.4) * fps)) ** 2)
    noise = generator.normal(size=(len(t) + 2 * width, int(generator.integers(1, 7)), 3))
    return np.apply_along_axis(lambda values: np.convolve(values, kernel, "valid"), 0, noise)


def tumbling(t: np.ndarray, turn: np.ndarray, generator: np.random.Generator) -> Paths:
    """A box thrown once, which turns as it falls."""
    box = np.stack(np.meshgrid([-1, 1], [-1, 1], [-1, 1]), axis=-1).reshape(8, 3) * generator.uniform(0.2, 1, 3)
    one, two = (np.outer(t, generator.uniform(0.5, 5, 1))[:, 0] * (1 + 0.3 * np.sin(0.7 * t)) for _ in range(2))
    turned = np.stack([np.cos(one), np.sin(one)], axis=-1)
    x = box[:, 0] * turned[:, :1] - box[:, 1] * turned[:, 1:]
    y = box[:, 0] * turned[:, 1:] + box[:, 1] * turned[:, :1]
    z = box[:, 2] * np.cos(two)[:, None] + x * np.sin(two)[:, None]
    return np.stack([x + t[:, None], y, z + 0.2 * np.sin(0.9 * t)[:, None]], axis=-1)


def knocks(t: np.ndarray, turn: np.ndarray, generator: np.random.Generator) -> Paths:
    """A hammer that falls whenever it likes."""
    times = np.cumsum(generator.exponential(0.7, 200) + 0.15)
    return np.stack([0 * t, 0 * t, sum(np.exp(-np.abs(t - time) / 0.08) for time in times)], axis=-1)[:, None]


CADENCED: Mapping[str, Path] = {
    "thrown": thrown,
    "pendulum": pendulum,
    "arm": arm,
    "wings": wings,
    "walker": walker,
    "piston": piston,
}
FREE: Mapping[str, Path] = {"dying ball": dying_ball, "wandering": wandering, "tumbling": tumbling, "knocks": knocks}
