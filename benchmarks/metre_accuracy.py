"""Whether bars of three are told from bars of four in movement, and how often a dance in four is taken for a waltz.

    python -m benchmarks.metre_accuracy AVATARS BALLROOM [folder with aist, aist_more, aist_sticks]

AVATARS: see benchmarks.avatar_dances; BALLROOM: see benchmarks.ballroom. What is absent is named and left out.

Pieces at every half of their length, read at the dancer's tempo, and at the one found. "in three by": quantiles of
`kinescore.dance.metre_finding.threeness`; 3/4 is said above 0.06, in pieces of 15 s and more. The one waltz is one
dancer's 30 figures; the dances in four are of 33 dancers.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.avatar_dances import load_avatars
from benchmarks.ballroom import counted_takes
from benchmarks.dances import DATA, SETS
from benchmarks.stick_drawings import load_upright
from kinescore.dance.metre_finding import CLEARLY_MORE, SHORTEST_SECONDS, threeness
from kinescore.dance.movement import movement_of
from kinescore.dance.phase_cues import CURVES_HZ, phase_curves
from kinescore.dance.tempo import refined, tempo_curve
from kinescore.motion.keypoints import Keypoints

LENGTHS = (30.0, 20.0, 15.0, 10.0)


@dataclass(frozen=True)
class Known:
    """keypoints with their true tempo in BPM."""

    keypoints: Keypoints
    tempo_bpm: float


def main(arguments: list[str]) -> int:
    """Print the table."""
    if len(arguments) < 2:
        print(__doc__)
        return 2
    avatars, ballroom = Path(arguments[0]), Path(arguments[1])
    folder = Path(arguments[2]) if len(arguments) > 2 else DATA
    groups = {name: [Known(d.keypoints, d.tempo_bpm) for d in load_upright(folder / name)] for name in SETS}
    groups["avatars"] = [Known(dance.keypoints, dance.tempo_bpm) for dance in load_avatars(avatars)]
    groups |= {take.name: [Known(take.keypoints, take.tempo_bpm)] for take in counted_takes(ballroom)}
    for name, group in groups.items():
        if not group:
            print(f"{name}: none found, left out")
    print(f"{'':30s}{'s':>4s}{'pieces':>8s}   at the true tempo: 3/4, in three by (50, 95, 100 %)   at the found one")
    for name, group in groups.items():
        for seconds in LENGTHS:
            pieces = [piece for known in group for piece in _pieces(known, seconds)]
            if pieces:
                told = [_told(pieces, seconds, tempo) for tempo in (_true_tempo, _found_tempo)]
                print(f"{name:30s}{seconds:4.0f}{len(pieces):8d}   {told[0]}   {told[1]}", flush=True)
    return 0


def _pieces(known: Known, seconds: float) -> list[Known]:
    starts = np.arange(0.0, known.keypoints.seconds - seconds + 0.1, seconds / 2)
    return [Known(known.keypoints.between(start, start + seconds), known.tempo_bpm) for start in starts]


Curves = np.ndarray


def _true_tempo(piece: Known, curves: Curves) -> float:
    return piece.tempo_bpm


def _found_tempo(piece: Known, curves: Curves) -> float:
    return refined(curves, CURVES_HZ, tempo_curve(curves, CURVES_HZ).ranked(1)[0])


def _told(pieces: Sequence[Known], seconds: float, tempo_of: Callable[[Known, Curves], float]) -> str:
    values = []
    for piece in pieces:
        curves = phase_curves(movement_of(piece.keypoints))
        values.append(threeness(curves, CURVES_HZ, tempo_of(piece, curves)))
    said = sum(value > CLEARLY_MORE for value in values) if seconds >= SHORTEST_SECONDS else 0
    return f"{said:4d}   " + " ".join(f"{value:+.2f}" for value in np.quantile(values, [0.5, 0.95, 1.0]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
