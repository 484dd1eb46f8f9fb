"""What is marked in a take: hit points, beats, bars and sections, in time order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kinescore.take import Take


class Colour(Enum):
    """Colours that OpenTimelineIO, EDL locators and Resolve have in common."""

    RED = "RED"
    YELLOW = "YELLOW"
    GREEN = "GREEN"
    CYAN = "CYAN"
    BLUE = "BLUE"
    PURPLE = "PURPLE"
    PINK = "PINK"


BEAT, DOWNBEAT, SECTION = "beat", "downbeat", "section"
COLOURS = {
    "contact": Colour.RED, "stop": Colour.YELLOW, "peak": Colour.CYAN, "cut": Colour.PURPLE, "marker": Colour.PINK,
    DOWNBEAT: Colour.GREEN, BEAT: Colour.BLUE, SECTION: Colour.PURPLE,
}  # fmt: skip


@dataclass(frozen=True)
class Cue:
    """One thing to mark. time_s: from the start of the music. kind: a HitKind's value, "beat", "downbeat" or "section".
    weight: 0..1 of hit points, 1 of all else. who: whose movement it is, where several move."""

    time_s: float
    kind: str
    name: str
    weight: float = 1.0
    who: str = ""

    @property
    def is_hit(self) -> bool:
        """Whether it is a hit point of the movement, not of the music."""
        return self.kind not in (BEAT, DOWNBEAT, SECTION)

    @property
    def colour(self) -> Colour:
        """The colour of its kind."""
        return COLOURS[self.kind]


def hit_cues(take: Take) -> tuple[Cue, ...]:
    """Return the hit points that lie inside the music."""
    names = [mover.name for mover in take.movers]
    return tuple(
        Cue(hit.time_s, hit.kind.value, hit.kind.value.capitalize(), hit.weight, names[hit.who] if names else "")
        for hit in take.hits
        if hit.time_s < take.audio.seconds and (not names or hit.who < len(names))
    )


def beat_cues(take: Take) -> tuple[Cue, ...]:
    """Return beats, downbeats and sections. "Bar 2" is a downbeat, "2.3" the third beat of that bar; a pick-up before
    the first downbeat is bar 0."""
    downbeats = set(take.downbeats.tolist())
    cues = [Cue(section.start_seconds, SECTION, section.name.capitalize()) for section in take.sections]
    bar = beat = 0
    for index, seconds in enumerate(take.beats.tolist()):
        bar, beat = (bar + 1, 1) if index in downbeats else (bar, beat + 1)
        cues.append(Cue(seconds, DOWNBEAT, f"Bar {bar}") if beat == 1 and bar else Cue(seconds, BEAT, f"{bar}.{beat}"))
    return tuple(sorted(cues, key=lambda cue: cue.time_s))
