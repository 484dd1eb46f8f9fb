"""Numbers in a prompt: tempi, and lengths of films, which are no decades."""

from __future__ import annotations

from collections.abc import Sequence

from kinescore.groovebox.prompt.senses import BREAKS
from kinescore.groovebox.prompt.words.tables import words

_SLOWEST_BPM, _FASTEST_BPM = 50, 260
_ABOUT = words("around about at roughly approximately approx ca circa near")
_PER_MINUTE = (("bpm",), ("beats", "per", "minute"), ("beats", "a", "minute"))
_FILMS = words("ad ads advert bumper clip cut edit film loop promo reel sequence shot spot teaser trailer video")
"""After "30s" they say that it is half a minute long."""


def tempo_at(tokens: Sequence[str], index: int) -> tuple[float, int] | None:
    """The tempo in BPM that is told at `index`, and how many tokens tell it: "120 bpm", "tempo 120"; a bare number only
    where it is a part of the sentence by itself: "house, around 124"."""
    first = tokens[index]
    start = index + (first == "tempo")
    start += "".join(tokens[start : start + 1]) in _ABOUT | {":"}
    unit = next((unit for unit in _PER_MINUTE if tuple(tokens[index + 1 : index + 1 + len(unit)]) == unit), None)
    if unit and first.replace(".", "", 1).isdecimal():
        return float(first), 1 + len(unit)
    number = "".join(tokens[start : start + 1])
    if not number.isdecimal() or not _SLOWEST_BPM <= float(number) <= _FASTEST_BPM:
        return None
    stands_alone = index and tokens[index - 1] in BREAKS and {*tokens[start + 1 : start + 2]} <= BREAKS
    return (float(number), start + 1 - index) if first == "tempo" or stands_alone else None


def is_length(tokens: Sequence[str], index: int) -> bool:
    """True where "30s" means seconds: "a 30s spot"."""
    following = {*tokens[index + 1 : index + 2]}
    return tokens[index].removesuffix("s").isdecimal() and tokens[index][-1] == "s" and bool(following & _FILMS)
