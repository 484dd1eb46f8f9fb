"""Whether a tempo that slides is followed, and an even one left alone.

    python -m benchmarks.slide_accuracy AVATARS [folder with aist]

Dances of 15 s and more (AVATARS: see benchmarks.avatar_dances), and made steppers and bouncers, played ever faster or
slower: by 0, 10, 20 and 30 % from begin to end. "said to slide": pieces whose beats are not even. "within 0.1 s": share
of the beats; beside it, as it is where the tempo is taken to be even. A third is chance.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.avatar_dances import load_avatars
from benchmarks.dances import DATA, Dance, load_dances, sliding
from kinescore.dance import beat_tracking
from kinescore.dance.analysis import analyse
from tests.dance.made_dancer import groover, stepper

SLIDES = (0.0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3)
LEAST_SECONDS = 15.0
EVEN = 1e-6


def main(arguments: list[str]) -> int:
    """Print the table."""
    if not arguments:
        print(__doc__)
        return 2
    long = [dance for dance in load_avatars(Path(arguments[0])) if dance.keypoints.seconds >= LEAST_SECONDS]
    aist = load_dances((Path(arguments[1]) if len(arguments) > 1 else DATA) / "aist")
    sets = {"aist": aist, "avatars": long, "made": _made()}
    print(f"{'':10s}{'slides by':>10s}{'dances':>8s}{'said to slide':>15s}{'found':>8s}   within 0.1 s   taken as even")
    for name, dances in sets.items():
        if not dances:
            print(f"{name}: none found, left out")
            continue
        for slide in SLIDES:
            _print_row(name, dances, slide)
    return 0


def _made() -> list[Dance]:
    walks = [(stepper, 96.0), (stepper, 118.0), (groover, 84.0), (groover, 104.0)]
    return [Dance(f"made {tempo:.0f}", dancer(tempo, 0.1, 40.0), tempo, 0.1) for dancer, tempo in walks]


def _print_row(name: str, dances: list[Dance], slide: float) -> None:
    played = [sliding(dance, slide) for dance in dances]
    found = [analyse(dance.keypoints).grid.beats for dance, _ in played]
    even = [_analysed_as_even(dance) for dance, _ in played]
    spreads = [float(np.ptp(np.log(np.diff(beats[1:-1])))) for beats in found]
    sliding_ones = [spread for spread in spreads if spread > EVEN]
    right, right_if_even = (
        np.mean([_share_right(beats, grid) for (_, beats), grid in zip(played, grids, strict=True)])
        for grids in (found, even)
    )
    by = f"{np.median(sliding_ones):.2f}" if sliding_ones else "-"
    print(
        f"{name:10s}{slide:10.2f}{len(dances):8d}{len(sliding_ones):15d}{by:>8s}{100 * right:13.0f} %"
        f"{100 * right_if_even:13.0f} %",
        flush=True,
    )


def _analysed_as_even(dance: Dance) -> NDArray[np.float64]:
    """The search for a slide is taken out while measuring."""
    usual = beat_tracking.even_clock
    beat_tracking.even_clock = lambda curves, tempo_bpm: None
    try:
        return analyse(dance.keypoints).grid.beats
    finally:
        beat_tracking.even_clock = usual


def _share_right(beats: NDArray[np.float64], grid: NDArray[np.float64]) -> float:
    return float((np.abs(beats[1:-1, None] - grid).min(axis=1) < 0.1).mean())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
