"""How well the known beats fit one another: what a perfect analysis could reach on dancers it has never seen.

    python -m benchmarks.beat_agreement [folder with aist, aist_more, aist_sticks, avatars]

Nothing of our beat tracking has a say here. Basic choreographies of AIST++ were danced by several dancers and to
several tempi. Two performances of one choreography, laid over one another by their movement alone, say where one's
beats lie on the other; a beat that is carried over so is right if it is within 0.1 s of the other's own. Whoever knew
the choreography by heart could do no better. A performance is laid over another where their cue curves, on a clock of
beats, agree most, up to two beats away; chance is that of random beats at the mean tempo of the two.

The same performance in two sources says how far their clocks differ.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.avatar_dances import load_known
from benchmarks.dances import DATA, SETS, TOLERANCE_SECONDS, Dance, dancer_of_name, genre_of_name
from kinescore.dance.movement import movement_of
from kinescore.dance.phase_cues import CURVES_HZ, phase_curves

STEPS = 24
"""Samples in a beat."""
FARTHEST_BEATS = 2
ALIKE = 0.3
"""Normalised product of the curves of two performances from which on they are taken for the same movement."""
FEWEST = 5
"""Pairs from which on a share is printed."""


@dataclass(frozen=True)
class Pair:
    """Two performances of one choreography; shift_beats: how much later the second moves on its clock of beats."""

    one: Dance
    other: Dance
    shift_beats: float
    alike: float

    @property
    def shift_seconds(self) -> float:
        """The shift at the mean tempo of both."""
        return self.shift_beats * 120.0 / (self.one.tempo_bpm + self.other.tempo_bpm)

    @property
    def is_right(self) -> bool:
        """Whether beats carried over from one to the other are within the tolerance."""
        to_beat = self.shift_beats - round(self.shift_beats)
        return abs(to_beat) * 120.0 / (self.one.tempo_bpm + self.other.tempo_bpm) <= TOLERANCE_SECONDS

    @property
    def chance(self) -> float:
        """How often random beats are within the tolerance."""
        return min(1.0, TOLERANCE_SECONDS * (self.one.tempo_bpm + self.other.tempo_bpm) / 60.0)

    @property
    def is_one_performance(self) -> bool:
        """Whether both are the same take of the same dancer, from two sources."""
        return _take(self.one) == _take(self.other)

    @property
    def is_one_dancer(self) -> bool:
        """Whether one dancer danced both."""
        return dancer_of_name(self.one.name) == dancer_of_name(self.other.name)


def main(arguments: list[str]) -> int:
    """Print how pairs agree, by genre."""
    folder = Path(arguments[0]) if arguments else DATA
    pairs = pairs_of([dance for name in SETS for dance in load_known(folder / name)])
    if not pairs:
        print("No two performances of one choreography found; see `benchmarks.avatar_dances`.")
        return 2
    for pair in (pair for pair in pairs if pair.is_one_performance and pair.alike > ALIKE):
        print(f"{_take(pair.one)}, two sources: shift {pair.shift_seconds:+.3f} s, alike {pair.alike:.2f}")
    taken = [pair for pair in pairs if not pair.is_one_performance]
    genres = sorted({genre_of_name(pair.one.name) for pair in taken})
    print("\n| genre | same dancer | another dancer | chance |\n|---|---|---|---|")
    for genre in genres:
        _print_row(genre, taken, lambda name, genre=genre: genre == name)
    _print_row("all but street jazz", taken, lambda name: name != "JS")
    _print_row("all", taken, lambda _: True)
    return 0


def pairs_of(dances: Sequence[Dance]) -> list[Pair]:
    """Lay all performances of each choreography over one another."""
    by_choreography: dict[tuple[str, str], list[Dance]] = {}
    for dance in dances:
        by_choreography.setdefault((genre_of_name(dance.name), dance.name[-4:]), []).append(dance)
    pairs = []
    for group in by_choreography.values():
        curves = {dance.name: on_beats(dance) for dance in group}
        for one, other in combinations(group, 2):
            pairs.append(Pair(one, other, *_shift(curves[one.name], curves[other.name])))
    return pairs


def on_beats(dance: Dance) -> NDArray[np.float64]:
    """Return the cue curves of `dance` at STEPS samples per beat of its music, [N, C]."""
    curves = phase_curves(movement_of(dance.keypoints))
    count = int(dance.keypoints.seconds * dance.tempo_bpm / 60.0 * STEPS)
    times = np.arange(count) / STEPS * 60.0 / dance.tempo_bpm
    return np.stack([np.interp(times * CURVES_HZ, np.arange(len(curves)), curve) for curve in curves.T], axis=1)


def _shift(one: NDArray[np.float64], other: NDArray[np.float64]) -> tuple[float, float]:
    """Return by how many beats `other` [M, C] comes after `one` [N, C], and how alike they are there, -1..1."""
    best = (0.0, -1.0)
    count = min(len(one), len(other))
    for lag in range(-FARTHEST_BEATS * STEPS, FARTHEST_BEATS * STEPS + 1):
        mine, theirs = one[max(0, -lag) : count - max(0, lag)], other[max(0, lag) : count - max(0, -lag)]
        alike = float((mine * theirs).sum() / np.sqrt((mine**2).sum() * (theirs**2).sum()))
        best = max(best, (lag / STEPS, alike), key=lambda found: found[1])
    return best


def _print_row(name: str, pairs: Sequence[Pair], is_of: Callable[[str], bool]) -> None:
    group = [pair for pair in pairs if is_of(genre_of_name(pair.one.name))]
    cells = []
    for same in (True, False):
        among = [pair for pair in group if pair.is_one_dancer is same]
        right = [f"{100 * np.mean([p.is_right for p in few]):.0f} ({len(few)})" if len(few) >= FEWEST else "-"
                 for few in (among, [pair for pair in among if pair.alike > ALIKE])]  # fmt: skip
        cells.append(f"{right[0]}, alike {right[1]}")
    print(f"| {name} | {' | '.join(cells)} | {100 * np.mean([pair.chance for pair in group]):.0f} |")


def _take(dance: Dance) -> str:
    return dance.name[dance.name.index("g") if dance.name.startswith("g") else dance.name.index("_g") + 1 :]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
