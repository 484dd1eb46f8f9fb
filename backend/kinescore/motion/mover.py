"""One of several that move together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kinescore.errors import MotionError
from kinescore.motion.keypoints import Keypoints

WEIGHT_RANGE = (0.01, 100.0)
LEAST_SHARE = 0.1
"""Of the leader's movement; who has less of it in the same picture is a bystander."""
MAX_NAME_CHARACTERS = 200
MOST_HELD_FRAMES = 216_000
"""An hour at 60 fps."""


@dataclass(frozen=True)
class Mover:
    """keypoints: the movement. weight: how much it has to say beside the others. name: for people.

    Raises MotionError for a weight outside WEIGHT_RANGE and for a name that is too long.
    """

    keypoints: Keypoints
    weight: float = 1.0
    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "weight", float(self.weight))
        low, high = WEIGHT_RANGE
        if not low <= self.weight <= high:
            raise MotionError(f"The weight of '{self.name}' is {self.weight:g}; it may be {low:g} to {high:g}.")
        if len(self.name) > MAX_NAME_CHARACTERS:
            raise MotionError(f"A name has {len(self.name)} characters; at most {MAX_NAME_CHARACTERS} are accepted.")


def movers_beside(leader: Keypoints, others: Sequence[Keypoints]) -> tuple[Mover, ...]:
    """Return `others` as movers beside `leader`, who weighs 1: each as much as it moves, in px by its median joint; who
    moves less than LEAST_SHARE of the leader's way is left out. They are called "person 2", "person 3", ..."""
    way = max(_way(leader), 1e-9)
    weights = [round(_way(other) / way, 2) for other in others]
    kept = [pair for pair in zip(others, weights, strict=True) if pair[1] >= LEAST_SHARE]
    return tuple(
        Mover(other, min(weight, WEIGHT_RANGE[1]), f"person {number}")
        for number, (other, weight) in enumerate(kept, start=2)
    )


def _way(keypoints: Keypoints) -> float:
    """Px that the joints go in all, by the median joint of each frame, where they are seen."""
    steps = np.median(np.linalg.norm(np.diff(keypoints.positions, axis=0), axis=2), axis=1)
    seen = (keypoints.confidence > 0).any(axis=1)
    return float(steps[seen[1:] & seen[:-1]].sum())


def require_together(movers: Sequence[Mover]) -> None:
    """Raise MotionError where one of `movers` would have to hold its last pose for more than MOST_HELD_FRAMES."""
    seconds = max(mover.keypoints.seconds for mover in movers)
    for mover in movers:
        held = round(seconds * mover.keypoints.fps) - len(mover.keypoints)
        if held > MOST_HELD_FRAMES:
            raise MotionError(
                f"'{mover.name}' would hold its last pose for {held} frames until the longest movement ends; at most "
                f"{MOST_HELD_FRAMES} can be held.",
                "Check the frame rates, or cut the longest one.",
            )


def together(movers: Sequence[Mover]) -> tuple[Mover, ...]:
    """Return `movers` over the same time: all begin with their frame 0, and who ends before the last one does holds
    the last pose, as in a scene. Each keeps its own frame rate. Raises MotionError as `require_together` does."""
    require_together(movers)
    seconds = max(mover.keypoints.seconds for mover in movers)
    return tuple(replace(mover, keypoints=mover.keypoints.held_until(seconds)) for mover in movers)
