"""Music that a model is to keep to, more or less: in time with the movement already, it is given another sound."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kinescore.sound.audio import Audio

SHORTEST_LEAD_SECONDS, LONGEST_LEAD_SECONDS = 0.1, 8.0


@dataclass(frozen=True)
class Guide:
    """audio: from the start of the piece on, beyond its end by LONGEST_LEAD_SECONDS and a bar. share: above 0 .. 1, how
    much of it the music keeps. bar_seconds: after so long it comes to the same place of its bar again."""

    audio: Audio
    share: float
    bar_seconds: float

    def lead(self, seconds: float) -> Audio:
        """Return `seconds` of it that end where a bar begins as the piece does: what a model is given to go on from."""
        rate = self.audio.rate
        end = self.bar_seconds * math.ceil(seconds / self.bar_seconds)
        return Audio(self.audio.part(round((end - seconds) * rate), round(end * rate)), rate)


def first_step(steps: int, share: float) -> int:
    """Return with which of `steps` a model begins that denoises from a guide instead of from noise; one is always left.

    SDEdit (Meng et al. 2022).
    """
    return min(round(share * steps), steps - 1)
