"""Does Pocket's music keep the beat that the clock's word says? The gate before any encoder is trained.

    python -m benchmarks.pocket_clock MODEL [--pieces 48] [--seconds 10.24] [--guidance 3] [--steady] [--tempo-told]

For pieces in random styles, tempi and phases: F of librosa's beats within 0.1 s of the clock's (one to one), when the
built-in engine plays, when its score is told in codes, and when Pocket plays with the clock's word, with that of a
clock of the same tempo whose beats fall between, and with none. --steady: only styles with a steady beat. --tempo-told:
librosa is told the clock's tempo, so that half and double of it are no errors. Random phases give about 0.35.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import librosa
import numpy as np
import torch
from mir_eval.beat import f_measure

from kinescore.backbones.base import Piece
from kinescore.backbones.pocket.backbone import Pocket, load_pocket
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
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Runtime
from kinescore.progress import silent
from kinescore.pseudo_words.splice import PseudoWords

NEAR_SECONDS = 0.1
TOGETHER = 16
STEADY = (
    "afrobeat", "chiptune", "corporate", "country", "drum and bass", "dubstep", "funk", "hip-hop", "house", "k-pop",
    "krump", "lock", "march", "pop", "popping", "reggae", "rock", "synthwave", "techno", "waack",
)  # fmt: skip
COLUMNS = ("arranged", "in codes", "clock", "between", "no clock")


@dataclass(frozen=True)
class Clocked:
    """One piece to be: its style, and the clock that it is to keep. beats: also beyond its end. is_told: whether the
    tracker is told the tempo."""

    style: str
    tempo_bpm: float
    beats: np.ndarray
    seed: int
    is_told: bool


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a row for each piece and the means."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--pieces", type=int, default=48)
    parser.add_argument("--seconds", type=float, default=10.24)
    parser.add_argument("--guidance", type=float, default=3.0)
    parser.add_argument("--steady", action="store_true")
    parser.add_argument("--tempo-told", action="store_true")
    options = parser.parse_args(arguments)
    pocket = load_pocket(ModelSource(options.model), Runtime("cpu"))
    rng = np.random.default_rng(77)
    asked = [clocked(rng, number, options.seconds, STEADY if options.steady else STYLE_NAMES, options.tempo_told)
             for number in range(options.pieces)]  # fmt: skip
    columns = [[*_built_in(each, options.seconds)] for each in asked]
    for kind in COLUMNS[2:]:
        for row, score in zip(columns, _played(pocket, asked, kind, options.seconds, options.guidance), strict=True):
            row.append(score)
        print(kind, f"{np.mean([row[-1] for row in columns]):.3f}", file=sys.stderr, flush=True)
    print(f"{'style':16}{'BPM':>6}" + "".join(f"{name:>12}" for name in COLUMNS))
    for each, row in zip(asked, columns, strict=True):
        print(f"{each.style:16}{each.tempo_bpm:6.0f}" + "".join(f"{cell:12.2f}" for cell in row))
    print(f"{'mean':22}" + "".join(f"{cell:12.3f}" for cell in np.mean(columns, axis=0)))


def clocked(rng: np.random.Generator, seed: int, seconds: float, styles: Sequence[str], is_told: bool) -> Clocked:
    name = styles[rng.integers(len(styles))]
    tempo = float(rng.uniform(*STYLES[name].tempo))
    return Clocked(name, tempo, even_beats(float(rng.uniform(0.0, 60.0 / tempo)), tempo, seconds + 10.0), seed, is_told)


def _built_in(each: Clocked, seconds: float) -> tuple[float, float]:
    arrangement = _arranged(each, seconds)
    return _heard(arrangement.score, each, seconds), _heard_codes(arrangement_codes(arrangement), each, seconds)


def _arranged(each: Clocked, seconds: float) -> Arrangement:
    beats = each.beats[each.beats < seconds]
    grid = BeatGrid(beats, np.arange(0, len(beats), 4), each.tempo_bpm, (), 1.0, 1.0)
    dance = DanceAnalysis(seconds, 30.0, np.full(round(seconds * 30.0), 0.6, np.float32), grid, ())
    return arrange(dance, seconds, STYLES[each.style], parse_prompt(""), each.seed)


def _played(pocket: Pocket, asked: Sequence[Clocked], kind: str, seconds: float, guidance: float) -> list[float]:
    sampling = type(pocket.default_sampling)(**{**vars(pocket.default_sampling), "guidance": guidance})
    scores = []
    for start in range(0, len(asked), TOGETHER):
        some = asked[start : start + TOGETHER]
        pieces = [piece_of(pocket, each, kind, seconds) for each in some]
        made = pocket.codes(pieces, sampling)
        scores += [
            _heard_codes(codes.numpy().astype(np.int16), each, seconds) for each, codes in zip(some, made, strict=True)
        ]
    return scores


@torch.no_grad()
def piece_of(pocket: Pocket, each: Clocked, kind: str, seconds: float) -> Piece:
    windows = pocket.windows(seconds, pocket.default_sampling)
    if kind == "no clock":
        tokens = [pocket.tokenizer.encode(f"a {each.style} music", 0, 0)] * len(windows)
        return Piece(pocket.embed(tokens), seconds, each.seed)
    beats = each.beats + (30.0 / each.tempo_bpm if kind == "between" else 0.0)
    rows = torch.cat([pocket.clock_word(window, beats) for window in windows])
    tokens = [pocket.tokenizer.encode(f"a {each.style} music with * as the rhythm", 1, 0)] * len(windows)
    return Piece(pocket.embed(tokens, PseudoWords(rows, rows[:, :0])), seconds, each.seed)


def _heard_codes(codes: Codes, each: Clocked, seconds: float) -> float:
    beats = each.beats[each.beats < seconds]
    return _heard(score_of(codes, seconds, beats, each.tempo_bpm, each.seed), each, seconds)


def _heard(score: Score, each: Clocked, seconds: float) -> float:
    mix = render(score, -14.0, each.seed, silent, with_stems=False)[0]
    told = {"bpm": each.tempo_bpm} if each.is_told else {}
    heard = librosa.beat.beat_track(y=mix.samples.mean(axis=0), sr=mix.rate, units="time", **told)[1]
    return float(f_measure(each.beats[each.beats < seconds], heard, NEAR_SECONDS))


if __name__ == "__main__":
    main()
