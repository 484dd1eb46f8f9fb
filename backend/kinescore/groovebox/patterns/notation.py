"""Written rhythms: one character per step, a bar per 16 characters (or 12 for triplets).

Bars of other metres than four beats have a "|" between beats, each of 3, 4 or 6 steps: "X...|x...|x..." is in three.

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

    def flattened(self, share: float) -> Swing:
        """Return a swing of which `share` is left: 1 all of it, 0 straight."""
        return self if share == 1.0 else Swing(self.unit, 0.5 + share * (self.ratio - 0.5))

    def swung(self, beat: float) -> float:
        """Return where a written position (beats) is played."""
        pair = 2 * self.unit
        whole = beat // pair
        inside = (beat - whole * pair) / pair
        bent = inside * 2 * self.ratio if inside < 0.5 else self.ratio + (inside - 0.5) * 2 * (1 - self.ratio)
        return whole * pair + bent * pair

    def written(self, beat: float) -> float:
        """Return the written position of what is played at `beat`: the inverse of `swung`."""
        pair = 2 * self.unit
        whole = beat // pair
        inside = (beat - whole * pair) / pair
        late = inside - self.ratio
        straight = inside / (2 * self.ratio) if late < 0.0 else 0.5 + late / (2 * (1 - self.ratio))
        return whole * pair + straight * pair


STRAIGHT = Swing()


@dataclass(frozen=True)
class Step:
    """beat: where in the bar, in felt beats, swing included. beats: written length. symbol: what to play."""

    beat: float
    beats: float
    symbol: str


def read_bar(
    pattern: str, bar: int, beats: float, swing: Swing = STRAIGHT, written_beats: int = PATTERN_BEATS
) -> tuple[Step, ...]:
    """Return the steps of bar number `bar` of a pattern that repeats, written for bars of `written_beats`, in a bar of
    `beats`: cut where that is shorter."""
    return _read_bar(pattern, bar % pattern_bars(pattern, written_beats), beats, swing, written_beats)


@lru_cache(maxsize=512)
def pattern_bars(pattern: str, written_beats: int = PATTERN_BEATS) -> int:
    """Return how many bars a pattern lasts before it repeats."""
    return len(_cells(pattern)) // (steps_per_beat(pattern, written_beats) * written_beats)


@lru_cache(maxsize=512)
def steps_per_beat(pattern: str, written_beats: int = PATTERN_BEATS) -> int:
    """Return 4 for sixteenths, 3 for triplets; in compound metre 3 for eighths, 6 for sixteenths."""
    cells = len(_cells(pattern))
    if written_beats == PATTERN_BEATS:
        assert cells % 16 == 0 or cells % 12 == 0, f"a pattern has {cells} steps; 16 or 12 per bar are read"
        return 4 if cells % 16 == 0 else 3
    beats = [beat.strip() for beat in pattern.split("|")]
    assert len(beats) % written_beats == 0, f"'{pattern}' has no whole bars of {written_beats} beats"
    assert len({len(beat) for beat in beats}) == 1, f"'{pattern}' has uneven beats"
    return len(beats[0])


def _cells(pattern: str) -> list[str]:
    return [c for c in pattern if c not in "| \n"]


@lru_cache(maxsize=4096)
def _read_bar(pattern: str, bar: int, beats: float, swing: Swing, written_beats: int) -> tuple[Step, ...]:
    cells = _cells(pattern)
    per_beat = steps_per_beat(pattern, written_beats)
    bar_cells = per_beat * written_beats
    written = cells[bar * bar_cells : (bar + 1) * bar_cells]
    window = [written[i % bar_cells] for i in range(round(beats * per_beat))]
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
