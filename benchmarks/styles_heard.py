"""Whether the beat of each style is heard: by the evaluation's tracker, which is told nothing, beside chance.

    python -m benchmarks.styles_heard MOTION... [--seed 3]... [--style samba]...

F: mir_eval's F-measure of the tracked beats against the movement's grid, which the music was written on (a beat counts
within 0.07 s). Chance: the same for the grid turned to every phase. Sync: how the sound meets the hit points, by
`kinescore.fit.sync`; chance is 0.5.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from mir_eval.beat import f_measure
from numpy.typing import NDArray

from kinescore.dance.analysis import DanceAnalysis
from kinescore.engines.composer import analysis_of
from kinescore.evaluation.observations.observation import Detector
from kinescore.evaluation.observers.music_beats import observe_beats
from kinescore.fit.sync import HITS, measured_sync
from kinescore.groovebox.arranger.arrange import arrange
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.render import render
from kinescore.groovebox.styles import STYLES
from kinescore.motion.read import read_motion
from kinescore.progress import silent
from kinescore.request import SoundtrackRequest

LOUDNESS_LUFS = -14.0
PHASES = 16


def heard(name: str, dance: DanceAnalysis, seed: int) -> tuple[float, float, float]:
    """Return F, its chance and the sync of one piece in the style `name`."""
    piece = arrange(dance, dance.seconds, STYLES[name], PromptIntent(), seed)
    mix, _ = render(piece.score, LOUDNESS_LUFS, 0, silent, with_stems=False)
    tracked = np.asarray(observe_beats(mix).beats[Detector.TRACKER])
    beats = piece.score.beats
    turned = [_at_phase(beats, phase / PHASES) for phase in range(PHASES)]
    chance = float(np.mean([f_measure(grid, tracked) for grid in turned]))
    return f_measure(beats, tracked), chance, measured_sync(mix, dance.hits, dance.grid.beats).get(HITS, np.nan)


def _at_phase(beats: NDArray[np.float64], phase: float) -> NDArray[np.float64]:
    return beats[:-1] + phase * np.diff(beats)


def main() -> None:
    """Print a line for each style and one for all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("motions", type=Path, nargs="+", metavar="MOTION")
    parser.add_argument("--seed", type=int, action="append")
    parser.add_argument("--style", action="append")
    options = parser.parse_args()
    dances = [analysis_of(SoundtrackRequest(read_motion(file))) for file in options.motions]
    print("style                F  chance   sync   F of each piece")
    rows = [_print_row(name, dances, options.seed or [3]) for name in options.style or STYLES]
    mean = np.nanmean(rows, axis=0)
    print(f"{'all':16} {mean[0]:5.2f}   {mean[1]:5.2f}  {mean[2]:5.2f}")


def _print_row(name: str, dances: Sequence[DanceAnalysis], seeds: Sequence[int]) -> NDArray[np.float64]:
    pieces = np.array([heard(name, dance, seed) for dance in dances for seed in seeds])
    mean: NDArray[np.float64] = np.nanmean(pieces, axis=0)
    each = " ".join(f"{score:.2f}" for score in pieces[:, 0])
    print(f"{name:16} {mean[0]:5.2f}   {mean[1]:5.2f}  {mean[2]:5.2f}   {each}", flush=True)
    return mean


if __name__ == "__main__":
    main()
