"""kinescore analyse: what the movement does, for people, machines and eyes."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kinescore.cli.movers import add_mover_options, movers_of, title_of
from kinescore.cli.timing_options import add_timing_options, timing_of
from kinescore.dance.analysis import DanceAnalysis
from kinescore.dance.analysis_json import analysis_to_plain, choice_to_plain
from kinescore.dance.beat_confidence import confidence_words
from kinescore.dance.click_track import click_track
from kinescore.dance.ensemble import observe_together
from kinescore.dance.tempo_finder import OCTAVES, TempoChoice, tempo_choices
from kinescore.dance.timing import Timing
from kinescore.errors import KinescoreError
from kinescore.motion.readers.npz import write_npz


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore analyse`."""
    parser = commands.add_parser(
        "analyse",
        help="find tempo, beats, downbeats and hit points in a movement",
        description="Find tempo, beats, downbeats and hit points in a movement.",
    )
    add_mover_options(parser)
    add_timing_options(parser)
    parser.add_argument("--json", action="store_true", help="print JSON for machines instead of a table")
    parser.add_argument(
        "--tempi", action="store_true", help="also list the tempi it could have, and which hit points each reaches"
    )
    parser.add_argument("--click", type=Path, metavar="SOUND", help="write a metronome over its beats")
    parser.add_argument("--plot", type=Path, metavar="PNG", help="draw beats and hit points over the motion energy")
    parser.add_argument(
        "--keypoints", type=Path, metavar="NPZ", help="save the movement, so that a video's pose is found only once"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print (and draw) the analysis of what moves."""
    if options.keypoints and options.keypoints.suffix.lower() != ".npz":
        raise KinescoreError(f"Keypoints are saved as .npz, not as '{options.keypoints.suffix}'.")
    if options.keypoints and len(options.motions) > 1:
        raise KinescoreError(
            "Several movements are not saved as one.", "Save each by itself: kinescore convert MOTION NPZ."
        )
    movers, notes = movers_of(options, Console(stderr=True, highlight=False))
    if options.keypoints:
        write_npz(movers[0].keypoints, options.keypoints, movers[1:])
    fixed = Timing(**timing_of(options, movers))
    observed = observe_together(movers)
    found = observed.with_timing(fixed)
    choices = tempo_choices(observed, fixed) if options.tempi else ()
    if options.click:
        click_track(found.grid, found.seconds).save(options.click)
    if options.plot:
        from kinescore.plot import draw_analysis

        draw_analysis(found, options.plot, title=title_of(options.motions))
    if options.json:
        told = {"movers": [{"name": mover.name, "weight": mover.weight} for mover in movers]}
        tempi = {"tempi": [choice_to_plain(choice) for choice in choices]} if options.tempi else {}
        print(as_lines({**analysis_to_plain(found, fixed), **told, "notes": [*notes, *found.notes], **tempi}))
    else:
        print_analysis(found, title_of(options.motions), [mover.name for mover in movers])
        if choices:
            print_tempi(choices)
        for note in found.notes:
            print(f"note: {note}")


def as_lines(plain: Mapping[str, object]) -> str:
    """Return JSON to be edited by hand: a line for each member, and for each entry of a list of objects."""
    lines = []
    for name, value in plain.items():
        text = json.dumps(value, ensure_ascii=False)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            entries = ",\n".join(f"    {json.dumps(entry, ensure_ascii=False)}" for entry in value)
            text = f"[\n{entries}\n  ]"
        lines.append(f"  {json.dumps(name)}: {text}")
    return "{\n" + ",\n".join(lines) + "\n}"


def print_analysis(found: DanceAnalysis, title: str, names: Sequence[str]) -> None:
    """Print the analysis as a short table for people. names: of those who move."""
    grid = found.grid
    console = Console(highlight=False)
    alternatives = ", ".join(f"{bpm:.1f}" for bpm in grid.alternatives_bpm) or "none"
    console.print(f"[bold]{escape(title)}[/bold]  {found.seconds:.2f} s at {found.fps:g} fps")
    slowest, fastest = grid.tempo_range_bpm
    moves = f", from {slowest:.1f} to {fastest:.1f}" if fastest > slowest else ""
    console.print(
        f"tempo      {grid.tempo_bpm:.2f} BPM{moves}  "
        f"(confidence {grid.tempo_confidence:.2f}; could also be {alternatives})"
    )
    console.print(f"beats      {len(grid.beats)}: {_times(grid.beats)}  (confidence {grid.beat_confidence:.2f})")
    console.print(f"           {confidence_words(grid)}")
    metres = ", ".join(dict.fromkeys(metre.value for metre in grid.metres))
    console.print(f"metre      {metres}")
    console.print(f"downbeats  {len(grid.downbeats)}: {_times(grid.beats[grid.downbeats])}")
    columns = ("time s", "weight", "kind", *(["whose"] if len(names) > 1 else []))
    table = Table(*columns, title=f"{len(found.hits)} hit points", box=None, title_justify="left")
    for hit in found.hits:
        whose = [escape(names[hit.who])] if hit.who < len(names) > 1 else []
        table.add_row(f"{hit.time_s:8.3f}", f"{hit.weight:.2f}", hit.kind.value, *whose)
    console.print(table)


def print_tempi(choices: Sequence[TempoChoice]) -> None:
    """Print the tempi side by side."""
    table = Table("BPM", title="tempi, likeliest first", box=None, title_justify="left")
    for heading in ("reached", "by chance", "near", "missed", "frames off", "by chance"):
        table.add_column(heading, justify="right")
    table.add_column("", no_wrap=True)
    for choice in choices:
        counts = (f"{choice.reached}", f"{choice.reached_by_chance:.1f}", f"{choice.near}", f"{choice.missed}")
        frames = (f"{choice.frames_off:.1f}", f"{choice.frames_off_by_chance:.1f}")
        octave = choice.relation in OCTAVES
        words = choice.relation if octave else " ".join(filter(None, (choice.relation, choice.confidence)))
        table.add_row(f"{choice.tempo_bpm:.2f}", *counts, *frames, words)
    Console(highlight=False).print(table)


def _times(seconds: NDArray[np.float64], most: int = 8) -> str:
    times = [f"{value:.3f}" for value in seconds]
    return " ".join(times[:most]) + (" ... " + times[-1] if len(times) > most else "")
