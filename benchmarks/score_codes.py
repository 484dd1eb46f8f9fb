"""What the codes of a score keep: how many of its notes, and whether its beats are heard as before.

    python -m benchmarks.score_codes [--seconds 20] [--seeds 2] [--style house]...

For every style, on made dances of several tempi: the share of notes that are there again within 25 ms, with their class
of pitch (drums: with the stroke they are told as), by stem; and F of librosa's beats within 70 ms of the dance's, as
arranged and as read from the codes. Random phases give about 0.25.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

import librosa
import numpy as np
from mir_eval.beat import f_measure

from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.beat_grid import BeatGrid, even_beats
from kinescore.groovebox.arranger.arrange import arrange
from kinescore.groovebox.codes.decode import score_of
from kinescore.groovebox.codes.drum_codes import TOLD_AS
from kinescore.groovebox.codes.encode import STYLE_NAMES, arrangement_codes
from kinescore.groovebox.prompt.parse import parse_prompt
from kinescore.groovebox.render import render
from kinescore.groovebox.score import Score
from kinescore.groovebox.styles import STYLES
from kinescore.progress import silent

STEMS = ("drums", "bass", "harmony", "melody")
"""The codes do not tell drummer and percussionist apart."""
NEAR_SECONDS = 0.025


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a row for each style and the means."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--style", action="append", choices=STYLE_NAMES)
    options = parser.parse_args(arguments)
    print(f"{'style':16}" + "".join(f"{stem:>12}" for stem in STEMS) + f"{'F arranged':>12}{'F read':>10}")
    rows = []
    for name in options.style or STYLE_NAMES:
        row = _mean([_measured(name, seed, options.seconds) for seed in range(options.seeds)])
        rows.append(row)
        _print_row(name, row)
    _print_row("mean", _mean(rows))


def _mean(rows: Sequence[Sequence[float]]) -> list[float]:
    """Column by column, of what is there."""
    columns = [[cell for cell in column if not np.isnan(cell)] for column in zip(*rows, strict=True)]
    return [float(np.mean(column)) if column else float("nan") for column in columns]


def _print_row(name: str, row: Sequence[float]) -> None:
    cells = ["–" if np.isnan(cell) else f"{cell:.2f}" for cell in row]
    print(f"{name:16}" + "".join(f"{cell:>12}" for cell in cells[:-1]) + f"{cells[-1]:>10}", flush=True)


def _measured(name: str, seed: int, seconds: float) -> list[float]:
    rng = np.random.default_rng([seed, STYLE_NAMES.index(name)])
    style = STYLES[name]
    tempo = float(rng.uniform(*style.tempo))
    beats = even_beats(float(rng.uniform(0.0, 60.0 / tempo)), tempo, seconds)
    energy = np.full(round(seconds * 30.0), 0.6, np.float32)
    dance = DanceAnalysis(seconds, 30.0, energy, BeatGrid(beats, np.arange(0, len(beats), 4), tempo, (), 1.0, 1.0), ())
    arrangement = arrange(dance, seconds, style, parse_prompt(""), seed)
    before, after = arrangement.score, score_of(arrangement_codes(arrangement), seconds, beats, tempo, seed)
    heard = [f_measure(beats, _beats(score, seed)) for score in (before, after)]
    return [*(_kept(before, after, stem) for stem in STEMS), *heard]


def _beats(score: Score, seed: int) -> np.ndarray:
    mix = render(score, -14.0, seed, silent, with_stems=False)[0]
    return librosa.beat.beat_track(y=mix.samples.mean(axis=0), sr=mix.rate, units="time")[1]


def _kept(before: Score, after: Score, stem: str) -> float:
    """The share of the notes of a stem that are there again; nan where there are none."""
    times: dict[int, list[float]] = {}
    for pitch, time in _events(after, stem):
        times.setdefault(pitch, []).append(time)
    found = [
        bool(times.get(pitch)) and np.abs(np.array(times[pitch]) - time).min() <= NEAR_SECONDS
        for pitch, time in _events(before, stem)
    ]
    return float(np.mean(found)) if found else float("nan")


def _events(score: Score, stem: str) -> Iterator[tuple[int, float]]:
    for part in score.parts:
        is_struck = part.stem in ("drums", "percussion")
        if part.instrument != "vinyl" and stem == ("drums" if is_struck else part.stem):
            for note in part.notes:
                yield TOLD_AS.get(note.pitch, -1) if is_struck else note.pitch % 12, note.start_seconds


if __name__ == "__main__":
    main()
