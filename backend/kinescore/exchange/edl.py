"""Cues as an edit decision list (CMX 3600), the form in which editors import timeline markers.

One event of one frame a cue. Below it stand a comment in the form of DaVinci Resolve (|C: colour |M: name |D: frames)
and a locator (* LOC:), which Avid, Flame, Hiero and OpenTimelineIO read.
"""

from __future__ import annotations

from collections.abc import Iterable

from kinescore.exchange.cues import Cue
from kinescore.exchange.timecode import Picture, TimecodeError

MOST_EVENTS = 999
"""An event's number has three digits; OpenTimelineIO and Resolve read on where it begins again."""


def edl_bytes(cues: Iterable[Cue], picture: Picture, title: str) -> bytes:
    """Return the cues as an EDL in UTF-8. Cues of one frame share an event, their names joined.

    Raises TimecodeError at more than 100 frames a second, for which an EDL's timecode has no room.
    """
    if picture.counted_rate > 100:
        raise TimecodeError(
            f"An EDL counts at most 100 frames a second; this picture has {float(picture.rate):g}.",
            "Leave out the EDL, or export at the rate of the edit.",
        )
    by_frame: dict[int, list[Cue]] = {}
    for cue in sorted(cues, key=lambda cue: cue.time_s):
        by_frame.setdefault(picture.frames(cue.time_s), []).append(cue)
    head = f"TITLE: {_line(title)}\nFCM: {'DROP FRAME' if picture.drop_frame else 'NON-DROP FRAME'}\n"
    events = [_event(number, frame, group, picture) for number, (frame, group) in enumerate(by_frame.items())]
    return "\n".join([head, *events]).encode()


def _event(number: int, frame: int, cues: list[Cue], picture: Picture) -> str:
    heaviest = max(cues, key=lambda cue: cue.weight)
    name = _line(", ".join(dict.fromkeys(_told(cue) for cue in cues)))
    start, end = picture.timecode(frame), picture.timecode(frame + 1)
    colour = heaviest.colour.value
    return (
        f"{number % MOST_EVENTS + 1:03}  001      V     C        {start} {end} {start} {end}\n"
        f" |C:ResolveColor{colour.capitalize()} |M:{name} |D:1\n"
        f"* LOC: {start} {colour:<7} {name}\n"
    )


def _told(cue: Cue) -> str:
    whose = f" ({cue.who})" if cue.who else ""
    return f"{cue.name}{whose} {cue.weight:.2f}" if cue.is_hit else f"{cue.name}{whose}"


def _line(text: str) -> str:
    """A text without what would end its field or its line."""
    return " ".join(text.replace("|", "/").split())
