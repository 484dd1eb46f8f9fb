"""Where the one of the bar is found, given the music's beats; which cues find it, on dancers and genres left out.

    python -m benchmarks.downbeats [folder with aist, aist_more, aist_sticks, avatars] [GENDANCE]

GENDANCE: see `benchmarks.gendance`; its four dances are left out where it is not named. An AIST++ song begins with a
one. Pieces of 20, 10 and 5 s are cut every 0.83 s, so at any beat of the bar; every dance counts alike. "long" are
dances of more than a basic choreography, which repeats every four or eight beats. Chance is 25 %.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.avatar_dances import load_known
from benchmarks.dances import DATA, SETS, SHORTEST_SHARE, Dance, cut, dancer_of_name, genre_of_name, load_dances
from benchmarks.fit_beat_phase import LENGTHS
from benchmarks.gendance import unseen_dances
from kinescore.dance.downbeats import BEATS_PER_BAR, first_downbeat, standardised, stirred
from kinescore.dance.movement import RATE_HZ, Movement, movement_of

STEP_SECONDS = 0.83
DRAWS = 2000
CUES = (("change", "way"), ("change",), ("way",), ("effort",), ("change", "effort"), ("way", "effort"),
        ("change", "way", "effort"))  # fmt: skip
"""What is summed; way is how far the parts moved. The first was kept before, the fifth is now."""
FORMS = [(cues, less) for cues in CUES for less in (0.0, 1.0)]
"""Cues, and how much of what they were one beat before is taken off."""
BEFORE, KEPT = FORMS[0], (("change", "effort"), 1.0)


@dataclass(frozen=True)
class Piece:
    """A piece of a dance. first: which beat of a bar its first beat is; seconds: its length."""

    set_name: str
    dance: Dance
    seconds: float

    @cached_property
    def first(self) -> int:
        """Which beat of the bar the first one is, 0 for the one."""
        return round((self.dance.beats[0] - self.dance.beat_seconds) * self.dance.tempo_bpm / 60) % BEATS_PER_BAR

    @cached_property
    def late(self) -> int:
        """How many beats after the true one the analysis finds it, 0 to 3."""
        return (first_downbeat(self.movement, self.dance.beats) + self.first) % BEATS_PER_BAR

    @cached_property
    def movement(self) -> Movement:
        """What was seen."""
        return movement_of(self.dance.keypoints)

    @cached_property
    def profiles(self) -> dict[str, NDArray[np.float64]]:
        """Every cue by place of the bar, [4], from the true one on."""
        beats = self.dance.beats
        nearest = np.clip(np.round(beats * RATE_HZ).astype(np.int64), 0, len(self.movement.positions) - 1)
        way = np.diff(np.append(0.0, np.cumsum(self.movement.body_speed))[nearest])
        place = (np.arange(1, len(beats)) + self.first) % BEATS_PER_BAR
        cues = {**stirred(self.movement, beats), "way": way}
        return {name: np.array([standardised(values)[place == k].mean() for k in range(BEATS_PER_BAR)])
                for name, values in cues.items()}  # fmt: skip

    def is_right(self, form: tuple[tuple[str, ...], float]) -> bool:
        """Say whether `form`, one of FORMS, finds the one."""
        arrival = sum((self.profiles[cue] for cue in form[0]), np.zeros(BEATS_PER_BAR))
        return int(np.argmax(arrival - form[1] * np.roll(arrival, 1))) == 0


def main(arguments: list[str]) -> int:
    """Print where the one is found, and the table of forms."""
    folder = Path(arguments[0]) if arguments else DATA
    sets = {name: load_known(folder / name) for name in SETS}
    if len(arguments) > 1:
        sets["gendance"] = unseen_dances(Path(arguments[1]), load_dances(folder / "aist"))
    pieces = [Piece(name, piece, seconds) for name, dances in sets.items() for dance in dances for seconds in LENGTHS
              for piece in _cuts(dance, seconds)]  # fmt: skip
    if not pieces:
        print(f"No dances found; name a folder that holds any of {', '.join(SETS)}.")
        return 2
    groups = {f"long, {seconds:.0f} s": [piece for piece in pieces if _is_long(piece) and piece.seconds == seconds]
              for seconds in LENGTHS}  # fmt: skip
    groups |= {f"basics, {seconds:.0f} s": [p for p in pieces if not _is_long(p) and p.seconds == seconds]
               for seconds in LENGTHS[1:]}  # fmt: skip
    _print_lateness(groups)
    _print_forms(groups)
    return 0


def _cuts(dance: Dance, seconds: float) -> list[Dance]:
    length = dance.keypoints.seconds
    if length < seconds:
        return [dance] if length >= SHORTEST_SHARE * seconds else []
    return [cut(dance, start, seconds) for start in np.arange(0.0, length - seconds + 1e-6, STEP_SECONDS)]


def _is_long(piece: Piece) -> bool:
    return "_sFM_" in piece.dance.name


def _print_lateness(groups: dict[str, list[Piece]]) -> None:
    print("| found so many beats after the one, % | dances | 0 | 1 | 2 | 3 |\n|---|---|---|---|---|---|")
    for name, group in groups.items():
        for set_name in ("", *dict.fromkeys(piece.set_name for piece in group)):
            part = [piece for piece in group if set_name in ("", piece.set_name)]
            shares = [100 * _mean(part, lambda piece, late=late: piece.late == late) for late in range(BEATS_PER_BAR)]
            dances = len({piece.dance.name for piece in part})
            title = f"{name}, {set_name}" if set_name else name
            print(f"| {title} | {dances} |", *(f"{share:.0f} |" for share in shares))
    print()


def _print_forms(groups: dict[str, list[Piece]]) -> None:
    print("| form |", " | ".join(groups), "|\n|---|" + "---|" * len(groups))
    for form in FORMS:
        less = ", less that of the beat before" if form[1] else ""
        cells = [f"{100 * _mean(group, lambda piece, f=form: piece.is_right(f)):.0f}" for group in groups.values()]
        print(f"| {' + '.join(form[0])}{less} |", " | ".join(cells), "|")
    for name, key in (("dancers", dancer_of_name), ("genres", genre_of_name)):
        cells = [f"{100 * share:.0f}" for share in _chosen_without(groups, key)]
        print(f"| the best of these on long dances, {name} left out |", " | ".join(cells), "|")
    print("| gain of the kept form, middle 95 % |", " | ".join(_interval(group) for group in groups.values()), "|")


def _chosen_without(groups: dict[str, list[Piece]], key: Callable[[str], str]) -> list[float]:
    """Shares of each group right by the form that is best on the long dances of all other dancers, or genres."""
    long = [group for name, group in groups.items() if name.startswith("long")]
    shares = [[_by_dance(group, form) for group in long] for form in FORMS]
    best: dict[str, int] = {}
    for left_out in {key(piece.dance.name) for group in groups.values() for piece in group}:
        best[left_out] = int(np.argmax([_mean_without(of_form, left_out, key) for of_form in shares]))
    return [_mean(group, lambda piece: piece.is_right(FORMS[best[key(piece.dance.name)]])) for group in groups.values()]


def _mean_without(groups: Sequence[dict[str, float]], left_out: str, key: Callable[[str], str]) -> float:
    kept = [[share for name, share in group.items() if key(name) != left_out] for group in groups]
    return float(np.mean([np.mean(shares) for shares in kept]))


def _by_dance(pieces: Sequence[Piece], form: tuple[tuple[str, ...], float]) -> dict[str, float]:
    rights: dict[str, list[bool]] = {}
    for piece in pieces:
        rights.setdefault(piece.dance.name, []).append(piece.is_right(form))
    return {name: float(np.mean(values)) for name, values in rights.items()}


def _mean(pieces: Sequence[Piece], right: Callable[[Piece], bool]) -> float:
    by_dance: dict[str, list[bool]] = {}
    for piece in pieces:
        by_dance.setdefault(piece.dance.name, []).append(right(piece))
    return float(np.mean([np.mean(values) for values in by_dance.values()]))


def _interval(pieces: Sequence[Piece]) -> str:
    """The middle 95 % of the gain over the form before in points, dancers drawn with replacement."""
    now, before = _by_dance(pieces, KEPT), _by_dance(pieces, BEFORE)
    gains: dict[str, list[float]] = {}
    for name in now:
        gains.setdefault(dancer_of_name(name), []).append(now[name] - before[name])
    rng, dancers = np.random.default_rng(0), sorted(gains)
    drawn = [np.mean(np.concatenate([gains[dancers[k]] for k in rng.integers(0, len(dancers), len(dancers))]))
             for _ in range(DRAWS)]  # fmt: skip
    low, high = 100 * np.percentile(drawn, [2.5, 97.5])
    return f"{low:+.0f} to {high:+.0f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
