"""Movement cues: curves that rise where dancers put the beat."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kinescore.dance.energy import total_speed
from kinescore.dance.movement import HIPS, RATE_HZ, SHOULDERS, Movement, derivative, smooth

DRIFT_SECONDS = 0.8
"""Slower change than this is travel and posture, not pulse; it is removed from every cue."""


@dataclass(frozen=True)
class Cue:
    """name; curve: [N] at RATE_HZ, zero mean, unit variance (all zero for a body that never moves)."""

    name: str
    curve: NDArray[np.float64]


def cues_of(movement: Movement) -> tuple[Cue, ...]:
    """Return the cues of `movement`, each one high where the beat is likely."""
    hips = movement.joint_mean(movement.positions, HIPS)[:, 1]
    shoulders = movement.joint_mean(movement.positions, SHOULDERS)[:, 1]
    speed = total_speed(movement)
    change = np.linalg.norm(movement.acceleration, axis=2).mean(axis=1)
    return (
        Cue("hips low", _pulse(hips)),
        Cue("shoulders low", _pulse(shoulders)),
        Cue("stop", _pulse(-np.sqrt(speed))),
        Cue("braking", _pulse(-derivative(speed))),
        Cue("acceleration", _pulse(np.sqrt(change))),
        Cue("hips pushed up", _pulse(-movement.joint_mean(movement.acceleration, HIPS)[:, 1])),
    )


def _pulse(curve: NDArray[np.float64]) -> NDArray[np.float64]:
    """Remove drift and loud passages' dominance from `curve`, keeping its pulse."""
    pulse = curve - smooth(curve, DRIFT_SECONDS)
    spread = np.sqrt(smooth(pulse**2, 2.0) + 1e-12)
    pulse = pulse / np.maximum(spread, 0.2 * float(spread.max()) + 1e-9)
    pulse = pulse - pulse.mean()
    return pulse / max(float(pulse.std()), 1e-9)


def seconds_of(curve: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the times of a curve's samples, [N] seconds."""
    return np.arange(len(curve)) / RATE_HZ
