"""What the artist decides of a piece's form; all else is the engine's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from kinescore.errors import RequestError, require_within
from kinescore.motion.keypoints import MAX_SECONDS

MAX_SECTIONS = 200
MAX_NAME_CHARACTERS = 60
SHORTEST_SECTION_SECONDS = 0.5
TIME_DECIMALS = 4


class Ending(Enum):
    """How a piece ends, on its last frame."""

    RESOLVE = "resolve"  # a cadence and a last chord on the beat, which dies away
    STAB = "stab"  # one short chord on the last strong pose
    FADE = "fade"  # the music goes on and fades out
    LOOP = "loop"  # the end runs into the beginning without a seam


class Start(Enum):
    """How a piece begins, on its first frame."""

    COLD = "cold"  # the whole band at once, without an intro
    COUNT_IN = "count-in"  # the beats are counted with sticks until the band enters on a downbeat
    PICK_UP = "pick-up"  # a fill leads into the first downbeat
    FADE = "fade"  # the music is going on already and fades in


@dataclass(frozen=True)
class SectionStart:
    """A section begins at `start_seconds`. name: such as "chorus" or "calm"; what it means, if anything, is the
    engine's to know, and the take's section bears it. Raises RequestError."""

    start_seconds: float
    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "start_seconds", round(float(self.start_seconds), TIME_DECIMALS))
        require_within("start of a section", self.start_seconds, 0.0, MAX_SECONDS, "s")
        if len(self.name) > MAX_NAME_CHARACTERS:
            raise RequestError(
                f"A section's name has {len(self.name)} characters; at most {MAX_NAME_CHARACTERS} are accepted."
            )


@dataclass(frozen=True)
class Form:
    """Everything is optional; what is left out, the engine chooses. sections: in time order, at least
    SHORTEST_SECTION_SECONDS apart. Raises RequestError naming what cannot be."""

    start: Start | None = None
    ending: Ending | None = None
    sections: tuple[SectionStart, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "sections", tuple(self.sections))
        if self.ending is Ending.LOOP and self.start in (Start.FADE, Start.COUNT_IN, Start.PICK_UP):
            raise RequestError(
                f"A loop that begins with a {self.start.value} would do so every time around.",
                "Leave out the start, or choose another ending.",
            )
        if len(self.sections) > MAX_SECTIONS:
            raise RequestError(f"{len(self.sections)} sections are too many; at most {MAX_SECTIONS} are accepted.")
        for before, after in pairwise(self.sections):
            if after.start_seconds - before.start_seconds < SHORTEST_SECTION_SECONDS:
                raise RequestError(
                    f"One section starts at {before.start_seconds:g} s and the next at {after.start_seconds:g} s; they "
                    f"must be in time order, at least {SHORTEST_SECTION_SECONDS:g} s apart."
                )


AS_IT_COMES = Form()
"""Everything is the engine's to choose."""


def fade_in_seconds(seconds: float) -> float:
    """Return how long a piece of `seconds` that fades in does so: a tenth, 1 to 4 s, at most a third."""
    return min(max(1.0, 0.1 * seconds), 4.0, seconds / 3)


def fade_out_seconds(seconds: float) -> float:
    """Return how long a piece of `seconds` that fades out does so: a fifth, 2 to 8 s, at most half."""
    return min(max(2.0, 0.2 * seconds), 8.0, seconds / 2)
