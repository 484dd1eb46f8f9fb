"""Written rhythms: one character per step, a bar per 16 characters (or 12 for triplets).

"X" accent, "x" normal, "o" soft, "g" ghost, "?" a ghost half of the time; any other letter or digit is a token that the
player reads (bass "R", "5"; arpeggio "1", "2"). "-" holds the note before, "." is silence, "|" and spaces are for the
eye. 32 characters are two bars.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

STRENGTH: dict[str, float] = {"X": 1.0, "x": 0.8, "o": 0.6, "g": 0.36, "?": 0.3}
"""Velocity of each drum symbol before level and humanising."""

PATTERN_BEATS = 4


@dataclass(frozen=True)
class Swing:
    """Every second step of `unit` beats comes late, at `ratio` of the pair: 0.5 is straight, 2/3 is triplet swing."""

    unit: float = 0.25
    ratio: float = 0.5

    def swung(self, beat: float) -> float:
        """Return where a written position (beats) is played."""
        pair = 2 * self.unit
        whole = beat // pair
        inside = (beat - whole * pair) / pair
        bent = inside * 2 * self.ratio if inside < 0.5 else self.ratio + (inside - 0.5) * 2 * (1 - self.ratio)
        return whole * pair + bent * pair


STRAIGHT = Swing()


@dataclass(frozen=True)
class Step:
    """beat: where in the bar, in felt beats, swing included. beats: written length. symbol: what to play."""

    beat: float
    beats: float
    symbol: str


def read_bar(pattern: str, bar: int, beats_per_bar: int, swing: Swing = STRAIGHT) -> tuple[Step, ...]:
    """Return the steps of bar number `bar` of a pattern that repeats, cut or wrapped to `beats_per_bar`."""
    return _read_bar(pattern, bar % pattern_bars(pattern), beats_per_bar, swing)


@lru_cache(maxsize=512)
def pattern_bars(pattern: str) -> int:
    """Return how many bars a pattern lasts before it repeats."""
    cells = len(_cells(pattern))
    return cells // (steps_per_beat(cells) * PATTERN_BEATS)


def steps_per_beat(cells: int) -> int:
    """Return 4 for sixteenths, 3 for triplets."""
    if cells % 16 == 0:
        return 4
    assert cells % 12 == 0, f"a pattern has {cells} steps; 16 or 12 per bar are read"
    return 3


def _cells(pattern: str) -> list[str]:
    return [c for c in pattern if c not in "| \n"]


@lru_cache(maxsize=4096)
def _read_bar(pattern: str, bar: int, beats_per_bar: int, swing: Swing) -> tuple[Step, ...]:
    cells = _cells(pattern)
    per_beat = steps_per_beat(len(cells))
    bar_cells = per_beat * PATTERN_BEATS
    written = cells[bar * bar_cells : (bar + 1) * bar_cells]
    window = [written[i % bar_cells] for i in range(beats_per_bar * per_beat)]
    bend = swing if per_beat == 4 else STRAIGHT
    steps = []
    for index, symbol in enumerate(window):
        if symbol in ".-":
            continue
        held = 1
        while index + held < len(window) and window[index + held] == "-":
            held += 1
        start, end = bend.swung(index / per_beat), bend.swung((index + held) / per_beat)
        steps.append(Step(start, end - start, symbol))
    return tuple(steps)
