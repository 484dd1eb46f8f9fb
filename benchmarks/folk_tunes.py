"""What real tunes have of the figures in `benchmarks.tunes`: folk songs and fiddle tunes of music21's corpus.

    python -m benchmarks.folk_tunes [--of 200] [--bars 8]          needs music21

From each collection the same number of tunes is drawn, at random by a fixed seed. Only tunes of 8 bars and more in one
voice are counted; --bars: of each only its beginning, since what recurs grows with the length.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from os.path import getsize as size

import numpy as np
from music21 import converter, corpus, stream

from benchmarks.tunes import TuneFigures, TuneNote, together, tune_figures

COLLECTIONS = ("essenFolksong", "oneills1850", "ryansMammoth", "nottingham-dataset")
LEAST_BARS = 8
FILES = 6
"""Files of many tunes that are read of each collection, the small ones."""


def tunes_of(path: str) -> Iterator[stream.Stream]:
    """Yield every tune of a file of the corpus."""
    read = converter.parse(path)
    yield from read.scores if isinstance(read, stream.Opus) else [read]


def figures_of(score: stream.Stream, most_bars: int) -> TuneFigures | None:
    """Measure the first `most_bars` of the first voice of a score, on a grid of 16 places in a bar, or of 12 where the
    metre is compound."""
    part = score.parts[0] if score.parts else score
    notes, compound = [], False
    for number, bar in enumerate(part.getElementsByClass(stream.Measure)[:most_bars]):
        length = bar.barDuration.quarterLength
        compound = length in (1.5, 2.25, 3.0, 4.5) and bar.barDuration.quarterLength * 2 % 3 == 0
        for note in bar.flatten().notes:
            tied = note.tie is not None and note.tie.type != "start"
            if note.isNote and not tied and not note.duration.isGrace and note.offset < length:
                notes.append(TuneNote(number, float(note.offset / length), note.pitch.midi))
    return tune_figures(notes, 12 if compound else 16)


def main() -> None:
    """Print a line for each collection."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--of", type=int, default=200, help="tunes from each collection")
    parser.add_argument("--bars", type=int, default=1000, help="bars of each tune")
    options = parser.parse_args()
    count = options.of
    print("collection            tunes  steps  leaps  repeats  bars whose rhythm recurs")
    for name in COLLECTIONS:
        rng = np.random.default_rng(1)
        paths = sorted(
            (str(path) for path in corpus.getPaths() if name in str(path)), key=lambda path: (size(path), path)
        )
        paths = paths[: max(FILES, len(paths) // 3)]
        found: list[TuneFigures] = []
        for path in rng.permutation(paths)[: max(FILES, count if len(paths) > count else FILES)]:
            whole = list(tunes_of(str(path)))
            for index in rng.permutation(len(whole))[: max(1, count // FILES)]:
                figures = figures_of(whole[index], options.bars)
                if figures and figures.bars >= LEAST_BARS:
                    found.append(figures)
            if len(found) >= count:
                break
        if found:
            mean = together(found)
            shares = f"{mean.steps:5.2f}  {mean.leaps:5.2f}  {mean.repeats:7.2f}  {mean.recur:5.2f}"
            print(f"{name:20} {len(found):6}  {shares}", flush=True)


if __name__ == "__main__":
    main()
