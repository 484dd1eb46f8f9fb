"""Which clips a page shows: not the prettiest, but evenly from the worst to the best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinescore.evaluation.results.evaluation import ClipBeatCounts


@dataclass(frozen=True)
class ChosenClip:
    """A clip and why it is shown, as in "median: rank 4 of 8"."""

    clip: str
    rank: str


def f1_of(counts: ClipBeatCounts) -> float:
    """Return the F1 of one clip: the harmonic mean of aligned / generated and aligned / reference; 0 without beats."""
    beats = counts.generated + counts.reference
    return 2 * counts.aligned / beats if beats else 0.0


def choose(counts: Sequence[ClipBeatCounts], number: int) -> tuple[ChosenClip, ...]:
    """Return `number` clips of one system and protocol, best first, evenly spaced by rank; equal ones by name.

    With 3 these are best, median and worst; with 2 best and worst; with 1 the median.
    """
    ranked = sorted(counts, key=lambda each: (-f1_of(each), each.clip))
    last = len(ranked) - 1
    number = min(number, len(ranked))
    places = [last // 2] if number == 1 else [round(k * last / (number - 1)) for k in range(number)]
    return tuple(ChosenClip(ranked[place].clip, _rank(place, last)) for place in places)


def _rank(place: int, last: int) -> str:
    names = {0: "best: ", last: "worst: "} if last else {}
    if place == last // 2:
        names.setdefault(place, "median: ")
    return f"{names.get(place, '')}rank {place + 1} of {last + 1}"
