"""What the body does around the beat, as curves: tempo is read from them, and the fitted phase (see `phase_model`).

Left and right count as one part (a step is a step), so that a mirrored dance has the same beats.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.cues import levelled, point_curves
from kinescore.dance.movement import PART_NAMES, RATE_HZ, STILL_SPEED, Movement
from kinescore.motion.keypoints import Layout

PAIRED: dict[str, tuple[str, ...]] = {
    "head": ("head",), "shoulders": ("shoulders",), "elbows": ("left_elbow", "right_elbow"),
    "wrists": ("left_wrist", "right_wrist"), "hips": ("hips",), "knees": ("left_knee", "right_knee"),
    "ankles": ("left_ankle", "right_ankle"),
}  # fmt: skip
KINDS = ("low", "still", "braking", "pushed up", "jerk", "landing")
BODY_CUES = (
    *("body still", "body braking", "body pushed up", "body jerk", "legs still", "legs braking"),
    *("knees low", "ankles low", "ankles landing", "body accelerated"),
)
CUE_NAMES: tuple[str, ...] = tuple(f"{part} {kind}" for kind in KINDS for part in PAIRED) + BODY_CUES
"""One name for each curve; a body cue is the mean of all parts, or of the legs, before it is levelled."""

STEP = 2
CURVES_HZ = RATE_HZ / STEP
"""Twice the fastest beat rate is 8 Hz; half of the movement's samples say it as well, in half the time."""
LANDING_SAMPLES = 2
"""A foot falls this long before the ground pushes it up."""
_LEGS = [PART_NAMES.index(part) for part in ("left_knee", "right_knee", "left_ankle", "right_ankle")]
_KNEES, _ANKLES = _LEGS[:2], _LEGS[2:]


def pulse_curves(movement: Movement) -> tuple[NDArray[np.float64], float]:
    """Return the curves [N, C] that the tempo of `movement` is read from, and their rate in Hz."""
    if movement.layout is Layout.POINTS:
        return point_curves(movement), RATE_HZ
    return phase_curves(movement), CURVES_HZ


def phase_curves(movement: Movement) -> NDArray[np.float64]:
    """Return the levelled curves [M, C] at CURVES_HZ, in CUE_NAMES' order; parts that were not seen are faint."""
    speed, height = movement.speed[::STEP], movement.positions[::STEP, :, 1]
    acceleration, down = movement.acceleration[::STEP], movement.velocity[::STEP, :, 1]
    push = -acceleration[..., 1]
    still = -np.log(speed + STILL_SPEED)
    braking = np.sqrt(np.maximum(-np.gradient(speed, axis=0), 0.0))
    jerk = np.sqrt(np.hypot(*np.moveaxis(np.gradient(acceleration, axis=0), -1, 0)))
    lag = min(LANDING_SAMPLES, len(speed) - 1)
    fell = np.concatenate([np.repeat(down[:1], lag, axis=0), down[: len(down) - lag]])
    landing = np.sqrt(np.maximum(fell, 0.0) * np.maximum(push, 0.0))
    accelerated = np.log(1e-3 + np.hypot(acceleration[..., 0], push))
    parts = [_paired(kind) for kind in (height, still, braking, push, jerk, landing)]
    seen, legs = movement.visible, _LEGS
    body = [
        *(_mean(still, seen), _mean(braking, seen), _mean(push, seen), _mean(jerk, seen)),
        *(_mean(still[:, legs], seen[legs]), _mean(braking[:, legs], seen[legs])),
        *(_mean(height[:, _KNEES], seen[_KNEES]), _mean(height[:, _ANKLES], seen[_ANKLES])),
        *(_mean(landing[:, _ANKLES], seen[_ANKLES]), _mean(accelerated, seen)),
    ]
    curves = levelled(np.concatenate([*parts, np.stack(body, axis=1)], axis=1), CURVES_HZ)
    curves[:, : len(KINDS) * len(PAIRED)] *= np.tile(np.sqrt(_paired(movement.visible)), len(KINDS))
    return curves


def _mean(values: NDArray[np.float64], seen: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the mean [N] over the parts of `values` [N, P], each as much as it was seen; 0 where none was."""
    return np.asarray(np.einsum("...p,p->...", values, seen) / max(float(seen.sum()), 1e-9), np.float64)


def _paired(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return means over left and right, [..., 7], of `values` [..., P]."""
    columns = [[PART_NAMES.index(part) for part in parts] for parts in PAIRED.values()]
    return np.stack([values[..., chosen].mean(axis=-1) for chosen in columns], axis=-1)
