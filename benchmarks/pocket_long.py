"""Long pieces by Pocket: do they drift from the clock, and how fast are they made on one core?

    python -m benchmarks.pocket_long MODEL [--pieces 4] [--seconds 60]

For pieces in steady styles: F of librosa's beats within 0.1 s of the clock's (one to one), third by third, librosa
being told the tempo; and seconds of music for each second that codes and sound take, one piece at a time.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from itertools import pairwise

import librosa
import numpy as np
import torch
from mir_eval.beat import f_measure

from benchmarks.ears import NEAR_SECONDS
from benchmarks.pocket_clock import clocked, piece_of
from kinescore.backbones.pocket.backbone import load_pocket
from kinescore.groovebox.codes.decode import score_of
from kinescore.groovebox.render import render
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.progress import silent

STYLES_PLAYED = ("house", "techno", "pop", "rock", "synthwave", "hip-hop")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a row for each piece and the means."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--pieces", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=60.0)
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    pocket = load_pocket(ModelSource(options.model), Runtime("cpu"))
    rng, rows = np.random.default_rng(60), []
    print(f"{'style':12}{'BPM':>6}{'first':>8}{'second':>8}{'third':>8}{'codes':>8}{'sound':>8}{'both':>8}")
    for number in range(options.pieces):
        asked = clocked(rng, number, options.seconds, STYLES_PLAYED)
        begun = time.perf_counter()
        [codes] = pocket.codes([piece_of(pocket, asked, "clock", options.seconds)], pocket.default_sampling)
        written = time.perf_counter()
        score = score_of(codes.numpy().astype(np.int16), options.seconds, asked.beats, asked.tempo_bpm, number)
        mix = render(score, -14.0, number, silent, with_stems=False)[0]
        played = time.perf_counter()
        speeds = [options.seconds / spent for spent in (written - begun, played - written, played - begun)]
        heard = librosa.beat.beat_track(y=mix.samples.mean(axis=0), sr=mix.rate, units="time", bpm=asked.tempo_bpm)[1]
        edges = np.linspace(0.0, options.seconds, 4)
        thirds = [
            f_measure(*(times[(times >= low) & (times < high)] for times in (asked.beats, heard)), NEAR_SECONDS)
            for low, high in pairwise(edges)
        ]
        rows.append([*thirds, *speeds])
        _print_row(f"{asked.style:12}{asked.tempo_bpm:6.0f}", rows[-1])
    _print_row(f"{'mean':18}", list(np.mean(rows, axis=0)))


def _print_row(name: str, row: Sequence[float]) -> None:
    print(name + "".join(f"{cell:8.2f}" for cell in row[:3]) + "".join(f"{cell:7.1f}x" for cell in row[3:]), flush=True)


if __name__ == "__main__":
    main()
