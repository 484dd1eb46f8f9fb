"""One of several that move together."""

from __future__ import annotations

from dataclasses import dataclass

from kinescore.errors import MotionError
from kinescore.motion.keypoints import Keypoints

WEIGHT_RANGE = (0.01, 100.0)
MAX_NAME_CHARACTERS = 200


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


def require_together(movers: tuple[Mover, ...]) -> None:
    """Raise MotionError unless all `movers` have as many frames and the same frame rate as the first."""
    for other in movers[1:]:
        first, second = movers[0].keypoints, other.keypoints
        if len(first) != len(second) or first.fps != second.fps:
            raise MotionError(
                f"'{other.name}' moves for {len(second)} frames at {second.fps:g} fps, the first for {len(first)} at "
                f"{first.fps:g} fps.",
                "Read all of them over the same frames.",
            )
