"""Which clips a page shows: not the prettiest, but evenly from the worst to the best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinescore.evaluation.results.figure import ClipScore


@dataclass(frozen=True)
class Chosen:
    """A clip and why it is shown, as in "median: rank 4 of 8"."""

    clip: str
    rank: str


def f1_of(score: ClipScore) -> float:
    """Return the F1 of one clip: the harmonic mean of aligned / generated and aligned / reference; 0 without beats."""
    beats = score.generated + score.reference
    return 2 * score.aligned / beats if beats else 0.0


def choose(scores: Sequence[ClipScore], count: int) -> tuple[Chosen, ...]:
    """Return `count` clips of one system and protocol, best first, evenly spaced by rank; equal ones by name.

    With 3 these are best, median and worst; with 2 best and worst; with 1 the median.
    """
    ranked = sorted(scores, key=lambda score: (-f1_of(score), score.clip))
    last = len(ranked) - 1
    count = min(count, len(ranked))
    places = [last // 2] if count == 1 else [round(k * last / (count - 1)) for k in range(count)]
    return tuple(Chosen(ranked[place].clip, _rank(place, last)) for place in places)


def _rank(place: int, last: int) -> str:
    names = {0: "best: ", last: "worst: "} if last else {}
    if place == last // 2:
        names.setdefault(place, "median: ")
    return f"{names.get(place, '')}rank {place + 1} of {last + 1}"
