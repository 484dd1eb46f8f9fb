"""How like real tunes the built-in engine's are, and how often two seeds play the same groove, bass line and chords.

    python -m benchmarks.tunes_and_grooves MOTION... [--seeds 8] [--first 0] [--style house]... [--each] [--sound]

Every style is arranged for every movement with every seed. Tunes: the first melody part, by the figures of
`benchmarks.tunes`, with hit points and without any; `benchmarks.folk_tunes` has the same for real ones. Shares: over
all pairs of seeds for the same style and movement, how often the piece's commonest bar is the same: of kick, snare, rim
and clap; of the bass's rhythm; and how often the first verse has the same four chords. Where a style's idiom fixes the
kick (on every beat) or has none, all seeds share it by right: "fair" then compares the whole kit, hats and percussion
included, and a bass that plays every beat (a walking bass) by its tones as well. --sound renders one seed of each and
measures how its sound meets the hit points (chance is 0.5) by `kinescore.fit.sync`.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, zip_longest
from pathlib import Path

import numpy as np

from benchmarks.tunes import TuneFigures, TuneNote, together, tune_figures
from kinescore.dance.analysis import DanceAnalysis
from kinescore.engines.composer import analysis_of
from kinescore.fit.sync import HITS, measured_sync
from kinescore.groovebox.arranger.arrange import Arrangement, arrange
from kinescore.groovebox.patterns.grooves import KICKS_AND_SNARES
from kinescore.groovebox.patterns.sections import SectionKind
from kinescore.groovebox.prompt.prompt_intent import PromptIntent
from kinescore.groovebox.render import render
from kinescore.groovebox.score import Note
from kinescore.groovebox.styles import STYLES
from kinescore.groovebox.sync import sync_scores
from kinescore.motion.read import read_motion
from kinescore.progress import silent
from kinescore.request import SoundtrackRequest

SLOTS = 16
LOUDNESS_LUFS = -14.0
GRACE_SECONDS = 0.0751
"""Ornaments that lead into the next note as soon as this are no notes of the tune; nor are those that songbooks print
small."""
HEADINGS = """\
                tune                    hits off          | shared by two seeds          | different ones | hits
                steps leaps rept recur  steps leaps recur | drums fair  bass fair chords | drum bass chor | mark snd"""
Bar = frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Habits:
    """What one piece plays most of the time. drums: slots and keys of the commonest bar of kick and snare; kit: of all
    drums and percussion. rhythm, line: slots of the bass, with its tones above the chord. chords: the first four."""

    drums: Bar
    kit: Bar
    rhythm: Bar
    line: Bar
    chords: tuple[object, ...]

    @property
    def walks(self) -> bool:
        """Whether the bass plays every beat."""
        return {0, 4, 8, 12} <= {slot for slot, _ in self.rhythm}


def _bars(piece: Arrangement, notes: Iterable[Note], tone: bool = True) -> dict[int, set[tuple[int, int]]]:
    timeline = piece.plan.timeline
    bars: dict[int, set[tuple[int, int]]] = {}
    for note in notes:
        bar, beat = timeline.position(note.start_seconds + 1e-6)
        if bar < 0 or note.start_seconds >= piece.plan.final_seconds - 1e-6:
            continue
        later, slot = divmod(round(SLOTS * beat / timeline.metre_of(bar).beats), SLOTS)
        bars.setdefault(bar + later, set()).add((slot, note.pitch if tone else 0))
    return bars


def _commonest(bars: dict[int, set[tuple[int, int]]]) -> Bar:
    counts = Counter(frozenset(bar) for bar in bars.values())
    return max(counts, key=lambda bar: (counts[bar], sorted(bar)), default=frozenset())


def habits_of(piece: Arrangement) -> Habits:
    """Return what a piece plays most of the time."""
    chart, of = piece.plan.chart, {stem: [n for p in piece.score.parts if p.stem == stem for n in p.notes]
                                   for stem in ("drums", "percussion", "bass")}  # fmt: skip
    kicks = [note for note in of["drums"] if note.pitch in KICKS_AND_SNARES]
    above = [replace(n, pitch=(n.pitch - chart.at(*piece.plan.timeline.position(n.start_seconds + 0.02)).root) % 12)
             for n in of["bass"]]  # fmt: skip
    verse = next((s for s in piece.plan.form if s.kind is SectionKind.VERSE), piece.plan.form[0])
    chords = tuple(
        tuple(
            (c.beat, (c.chord.root - chart.key.tonic) % 12, c.chord.intervals) for c in chart.bar(verse.first_bar + bar)
        )
        for bar in range(4)
    )
    return Habits(
        _commonest(_bars(piece, kicks)),
        _commonest(_bars(piece, [*of["drums"], *of["percussion"]])),
        _commonest(_bars(piece, of["bass"], tone=False)),
        _commonest(_bars(piece, above)),
        chords,
    )


def is_fixed(drums: Iterable[Bar]) -> bool:
    """Whether in every piece a kick is on every beat, or nothing is."""
    return all({0, 4, 8, 12} <= {slot for slot, key in bar if key in (35, 36)} or not bar for bar in drums)


def tune_of(piece: Arrangement) -> TuneFigures | None:
    """Measure the first melody part, as it is written; None where a style has none, or only a bar of it."""
    part = next((part for part in piece.score.parts if part.stem == "melody"), None)
    if part is None:
        return None
    timeline, notes = piece.plan.timeline, []
    for note, after in zip_longest(part.notes, part.notes[1:]):
        bar, beat = timeline.position(note.start_seconds + 1e-6)
        is_grace = after is not None and after.start_seconds - note.start_seconds < GRACE_SECONDS
        if note.start_seconds < piece.plan.final_seconds - 1e-6 and not is_grace:
            notes.append(TuneNote(bar, piece.plan.tune_swing.written(beat) / timeline.metre_of(bar).beats, note.pitch))
    return tune_figures(notes, SLOTS)


def shared(habits: Sequence[Sequence[object]]) -> float:
    """Return how often two seeds have the same, over movements."""
    pairs = [one == other for of_dance in habits for one, other in combinations(of_dance, 2)]
    return float(np.mean(pairs)) if pairs else float("nan")


@dataclass(frozen=True)
class Row:
    """The figures of one style."""

    with_hits: TuneFigures | None
    without: TuneFigures | None
    shares: tuple[float, ...]
    distinct: tuple[int, ...]
    hits: float
    reached: float


def row_of(name: str, dances: Sequence[DanceAnalysis], seeds: range, sound: bool) -> Row:
    """Arrange one style for all movements with all seeds, and measure it."""
    style, tunes, bare, habits, hits, reached = STYLES[name], [], [], [], [], []
    for dance in dances:
        pieces = [arrange(dance, dance.seconds, style, PromptIntent(), seed) for seed in seeds]
        calm = [arrange(replace(dance, hits=()), dance.seconds, style, PromptIntent(), seed) for seed in seeds]
        tunes += [figures for piece in pieces if (figures := tune_of(piece))]
        bare += [figures for piece in calm if (figures := tune_of(piece))]
        habits.append([habits_of(piece) for piece in pieces])
        hits.append(sync_scores(dance.hits, pieces[0].accents, dance.fps, dance.seconds).get("hit_coverage", np.nan))
        if sound:
            mix, _ = render(pieces[0].score, LOUDNESS_LUFS, 0, silent, with_stems=False)
            reached.append(measured_sync(mix, dance.hits, dance.grid.beats).get(HITS, np.nan))

    def of(field: str) -> list[list[object]]:
        return [[getattr(piece, field) for piece in of_dance] for of_dance in habits]

    fixed = is_fixed(piece.drums for of_dance in habits for piece in of_dance)
    columns = [
        of("drums"),
        of("kit" if fixed else "drums"),
        of("rhythm"),
        [[piece.line if piece.walks else piece.rhythm for piece in of_dance] for of_dance in habits],
        of("chords"),
    ]
    return Row(
        together(tunes) if tunes else None,
        together(bare) if bare else None,
        tuple(shared(column) for column in columns),
        tuple(len({piece for of_dance in column for piece in of_dance}) for column in columns),
        float(np.nanmean(hits)),
        float(np.nanmean(reached)) if reached else float("nan"),
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("motions", type=Path, nargs="+", metavar="MOTION")
    parser.add_argument("--seeds", type=int, default=8)
    parser.add_argument("--first", type=int, default=0, help="the first of the seeds")
    parser.add_argument("--style", action="append")
    parser.add_argument("--each", action="store_true", help="a line for each style")
    parser.add_argument("--sound", action="store_true", help="also render, and measure the sound")
    options = parser.parse_args()
    dances = [analysis_of(SoundtrackRequest(read_motion(file))) for file in options.motions]
    seeds = range(options.first, options.first + options.seeds)
    rows = {name: row_of(name, dances, seeds, options.sound) for name in options.style or STYLES}
    print(HEADINGS)
    if options.each:
        for name, row in rows.items():
            print(_line(name, row))
    print(_line("all styles", _mean(list(rows.values()))))


def _mean(rows: Sequence[Row]) -> Row:
    reached = [row.reached for row in rows if not np.isnan(row.reached)]
    tunes = [[row for row in column if row] for column in zip(*((r.with_hits, r.without) for r in rows), strict=True)]
    return Row(
        together(tunes[0]) if tunes[0] else None,
        together(tunes[1]) if tunes[1] else None,
        tuple(np.nanmean([row.shares for row in rows], axis=0)),
        tuple(np.min([row.distinct for row in rows], axis=0)),
        float(np.nanmean([row.hits for row in rows])),
        float(np.mean(reached)) if reached else float("nan"),
    )


def _line(name: str, row: Row) -> str:
    tune, bare = row.with_hits, row.without
    left = f"{tune.steps:5.2f} {tune.leaps:5.2f} {tune.repeats:4.2f} {tune.recur:5.2f}" if tune else " " * 22
    middle = f"{bare.steps:5.2f} {bare.leaps:5.2f} {bare.recur:5.2f}" if bare else " " * 17
    shares = " ".join(f"{share:5.2f}" for share in row.shares)
    counts = f"{row.distinct[1]:5} {row.distinct[3]:4} {row.distinct[4]:4}"
    return f"{name:15} {left}  {middle} | {shares}  | {counts} | {row.hits:5.3f} {row.reached:5.3f}"


if __name__ == "__main__":
    main()
