"""Does Pocket's music keep the beat that the clock's word says? The gate before any encoder is trained.

    python -m benchmarks.pocket_clock MODEL [-o FOLDER] [--pieces 96] [--seconds 10.24] [--guidance G] [--steady]

For pieces in random styles, tempi and phases: F of the beats that are heard within 0.1 s of the clock's (one to one),
when the built-in engine plays, when its score is told in codes, and when Pocket plays with the clock's word, with that
of a clock of the same tempo whose beats fall between, and with none. Two ears listen (`benchmarks.ears`), the second
where it is installed; each once told nothing and once told the clock's tempo, so that half and double of it are no
errors. Beside F what a beat of that tempo at any phase would get (chance), and what the beat half a period later gets:
an ear that takes the other side of the beat scores there. --steady: only styles with a steady beat.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.ears import PHASES, Ear, ears, f_at_phases, heard
from benchmarks.figures import keep, phase_figure
from benchmarks.pocket_clips import FOLDER, codes_of, opened, own_words, piece
from kinescore.backbones.base import Piece
from kinescore.backbones.pocket.backbone import Pocket
from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.beat_grid import BeatGrid, even_beats
from kinescore.groovebox.arranger.arrange import Arrangement, arrange
from kinescore.groovebox.codes.decode import score_of
from kinescore.groovebox.codes.encode import STYLE_NAMES, arrangement_codes
from kinescore.groovebox.codes.layout import Codes
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.render import render
from kinescore.groovebox.score import Score
from kinescore.groovebox.styles import STYLES
from kinescore.progress import silent

STEADY = (
    "afrobeat", "chiptune", "corporate", "country", "drum and bass", "dubstep", "funk", "hip-hop", "house", "k-pop",
    "krump", "lock", "march", "pop", "popping", "reggae", "rock", "synthwave", "techno", "waack",
)  # fmt: skip
COLUMNS = ("arranged", "in codes", "clock", "between", "no clock")
Scores = NDArray[np.float64]
"""[ears, PHASES], see `f_at_phases`."""


@dataclass(frozen=True)
class Clocked:
    """One piece to be: its style, and the clock that it is to keep. beats: also beyond its end."""

    style: str
    tempo_bpm: float
    beats: np.ndarray
    seed: int


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a row for each piece and the means."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER)
    parser.add_argument("--pieces", type=int, default=96)
    parser.add_argument("--seconds", type=float, default=10.24)
    parser.add_argument("--guidance", type=float, help="left out, the model's own")
    parser.add_argument("--steady", action="store_true")
    options = parser.parse_args(arguments)
    pocket, folder = opened(options.model, options.output)
    rng, listening = np.random.default_rng(77), ears()
    asked = [clocked(rng, number, options.seconds, STEADY if options.steady else STYLE_NAMES)
             for number in range(options.pieces)]  # fmt: skip
    built_in = [_built_in(each, options.seconds, listening) for each in asked]
    kinds = [[pair[0] for pair in built_in], [pair[1] for pair in built_in]]
    for kind in COLUMNS[2:]:
        kinds.append(_played(pocket, asked, kind, options.seconds, options.guidance, listening))
        print(kind, "is played", file=sys.stderr, flush=True)
    scores = np.array(kinds).transpose(1, 2, 0, 3)
    names = [f"{name}{told}" for name in listening for told in ("", ", told")]
    _print_table(asked, scores, names)
    group = f"The beat of the clock's word kept, {len(asked)} pieces of {options.seconds:g} s"
    figures = [
        phase_figure((group, f"F, {by}", name), scores[:, ear, column], [each.style for each in asked])
        for ear, by in enumerate(names)
        for column, name in enumerate(COLUMNS)
    ]
    keep(figures, folder, "clock")


def _print_table(asked: Sequence[Clocked], scores: NDArray[np.float64], names: Sequence[str]) -> None:
    """scores: [pieces, ears, COLUMNS, PHASES]."""
    for ear, by in enumerate(names):
        print(f"\n{by:16}{'BPM':>6}" + "".join(f"{name:>12}" for name in COLUMNS))
        of_ear = scores[:, ear]
        for each, row in zip(asked, of_ear[..., 0], strict=True):
            print(f"{each.style:16}{each.tempo_bpm:6.0f}" + "".join(f"{cell:12.2f}" for cell in row))
        means = of_ear.mean(axis=0)
        rows = {"mean": means[:, 0], "median": np.median(of_ear[..., 0], axis=0),
                "half a beat later": means[:, PHASES // 2], "chance: any phase": means.mean(axis=1)}  # fmt: skip
        for name, row in rows.items():
            print(f"{name:22}" + "".join(f"{cell:12.3f}" for cell in row))


def clocked(rng: np.random.Generator, seed: int, seconds: float, styles: Sequence[str]) -> Clocked:
    name = styles[rng.integers(len(styles))]
    tempo = float(rng.uniform(*STYLES[name].tempo))
    return Clocked(name, tempo, even_beats(float(rng.uniform(0.0, 60.0 / tempo)), tempo, seconds + 10.0), seed)


def _built_in(each: Clocked, seconds: float, listening: Mapping[str, Ear]) -> tuple[Scores, Scores]:
    arrangement = _arranged(each, seconds)
    in_codes = _score(arrangement_codes(arrangement), each, seconds)
    return _heard(arrangement.score, each, seconds, listening), _heard(in_codes, each, seconds, listening)


def _arranged(each: Clocked, seconds: float) -> Arrangement:
    beats = each.beats[each.beats < seconds]
    grid = BeatGrid(beats, np.arange(0, len(beats), 4), each.tempo_bpm, (), 1.0, 1.0)
    dance = DanceAnalysis(seconds, 30.0, np.full(round(seconds * 30.0), 0.6, np.float32), grid, ())
    return arrange(dance, seconds, STYLES[each.style], parse_prompt(""), each.seed)


def _played(
    pocket: Pocket,
    asked: Sequence[Clocked],
    kind: str,
    seconds: float,
    guidance: float | None,
    listening: Mapping[str, Ear],
) -> list[Scores]:
    made = codes_of(pocket, [piece_of(pocket, each, kind, seconds) for each in asked], guidance)
    return [
        _heard(_score(codes, each, seconds), each, seconds, listening) for each, codes in zip(asked, made, strict=True)
    ]


def piece_of(pocket: Pocket, each: Clocked, kind: str, seconds: float) -> Piece:
    """Return a piece to be made. kind: one of COLUMNS that Pocket plays."""
    if kind == "no clock":
        return piece(pocket, None, each.seed, seconds, f"a {each.style} music")
    beats = each.beats + (30.0 / each.tempo_bpm if kind == "between" else 0.0)
    words = own_words(pocket, beats, seconds)
    return piece(pocket, words, each.seed, seconds, f"a {each.style} music with * as the rhythm")


def _score(codes: Codes, each: Clocked, seconds: float) -> Score:
    return score_of(codes, seconds, each.beats[each.beats < seconds], each.tempo_bpm, each.seed)


def _heard(score: Score, each: Clocked, seconds: float, listening: Mapping[str, Ear]) -> Scores:
    mix = render(score, -14.0, each.seed, silent, with_stems=False)[0]
    by_ear = heard(listening, mix, each.tempo_bpm).values()
    return np.array([f_at_phases(beats, float(each.beats[0]), each.tempo_bpm, seconds) for beats in by_ear])


if __name__ == "__main__":
    main()
