"""Movement cues: curves that rise where dancers put the beat.

A few mean the same in every style: on the beat the weight has arrived. The knees are at their lowest (a lifted leg is
off the beat), the legs are still (the foot is planted), the hips are low (down-bounce), and a hit freezes the body.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.movement import PART_NAMES, RATE_HZ, STILL_SPEED, Movement, moving_mean, prolonged
from kinescore.motion.keypoints import Layout

DRIFT_SECONDS = 1.5
"""Slower change than this is travel and posture, not pulse; it is removed from every curve."""
LEVEL_SECONDS = 6.0
"""Loudness of a curve is evened out over this time, so that one wild passage does not drown the rest."""

HIPS = ("hips",)
KNEES = ("left_knee", "right_knee")
LEGS = (*KNEES, "left_ankle", "right_ankle")


@dataclass(frozen=True)
class Cue:
    """curve: [N] at RATE_HZ, zero mean, unit variance (all zero where nothing moves); trust: its say in a vote."""

    name: str
    curve: NDArray[np.float64]
    trust: float


def point_curves(movement: Movement) -> NDArray[np.float64]:
    """Return levelled curves [N, 3 P + 2] of points: how hard each brakes, how still it is, how it is pushed up and
    down, and how all of them change speed and move.

    A point's curves are scaled so that their power counts as much as the point was seen.
    """
    speed = movement.speed
    braking = np.sqrt(np.maximum(-np.gradient(speed, axis=0), 0.0))
    kinds = (braking, np.log(speed + STILL_SPEED), movement.acceleration[..., 1])
    curves = [levelled(kind) * np.sqrt(movement.visible) for kind in kinds]
    return np.concatenate([*curves, _curves_of_all(movement)], axis=1)


def beat_cues(movement: Movement) -> tuple[Cue, ...]:
    """Return the cues of `movement` that tell the beat from the off-beat, each one high on the beat."""
    if movement.layout is Layout.POINTS:
        return _cues_of_points(movement)
    height = movement.positions[..., 1]
    stillness = -np.log(movement.speed + STILL_SPEED)
    return (
        _cue("knees low", movement, height, KNEES, 1.0),
        _cue("legs still", movement, stillness, LEGS, 1.0),
        _cue("hips low", movement, height, HIPS, 0.5),
        _cue("body still", movement, stillness, PART_NAMES, 0.5),
    )


def _curves_of_all(movement: Movement) -> NDArray[np.float64]:
    """Levelled curves [N, 2] of all points together, with as much say: legs that step in turn keep time together."""
    change = np.linalg.norm(movement.acceleration, axis=2) @ movement.visible
    curves = np.stack([np.sqrt(change), np.log(movement.body_speed + STILL_SPEED)], axis=1)
    return levelled(curves) * np.sqrt(1.5 * movement.visible.sum())


def _cues_of_points(movement: Movement) -> tuple[Cue, ...]:
    """What no body does is on the beat where it is thrown back or stopped: there its velocity changes most."""
    change = np.sqrt(np.linalg.norm(movement.acceleration, axis=2) @ movement.visible)
    stillness = -np.log(movement.body_speed + STILL_SPEED)
    return Cue("thrown back", levelled(change), 1.0), Cue("all still", levelled(stillness), 0.25)


def levelled(curves: NDArray[np.float64], rate_hz: float = RATE_HZ) -> NDArray[np.float64]:
    """Remove drift and differences of loudness from `curves` [N,...], leaving zero mean and unit variance."""
    beyond = min(round(DRIFT_SECONDS * rate_hz / 2), len(curves) - 1)
    drift = moving_mean(prolonged(curves, beyond), DRIFT_SECONDS, rate_hz)[beyond : beyond + len(curves)]
    pulse = curves - drift
    loudness = np.sqrt(np.maximum(moving_mean(np.square(pulse), LEVEL_SECONDS, rate_hz), 0.0))
    pulse = pulse / np.maximum(loudness, 0.2 * loudness.max(axis=0) + 1e-9)
    pulse = pulse - pulse.mean(axis=0)
    return pulse / np.maximum(pulse.std(axis=0), 1e-9)


def amplitudes(curves: NDArray[np.float64], hz: float, rate_hz: float = RATE_HZ) -> NDArray[np.complex128]:
    """Return the complex amplitude at `hz` of `curves` [N,...], sampled at `rate_hz`.

    Its angle is minus that of the first crest. Summed by einsum here and all over this room: a product of BLAS rounds
    otherwise where a machine has other threads.
    """
    turn = np.exp(-2j * np.pi * hz * np.arange(len(curves)) / rate_hz)
    return np.asarray(2.0 / len(curves) * np.einsum("n,n...->...", turn, curves), np.complex128)


def _cue(name: str, movement: Movement, curves: NDArray[np.float64], parts: tuple[str, ...], trust: float) -> Cue:
    chosen = [PART_NAMES.index(part) for part in parts]
    return Cue(name, levelled(curves[:, chosen].mean(axis=1)), trust * float(movement.visible[chosen].mean()))
