"""kinescore analyse: what the movement does, for people, machines and eyes."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from kinescore.cli.known_music import add_beat_options, beats_of_music
from kinescore.cli.reading import add_reading_options, read_with_notes
from kinescore.dance.analysis import DanceAnalysis, analyse
from kinescore.dance.beat_confidence import confidence_words
from kinescore.errors import KinescoreError
from kinescore.motion.read import MOTION_SUFFIXES
from kinescore.motion.readers.npz import write_npz


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore analyse`."""
    parser = commands.add_parser(
        "analyse",
        help="find tempo, beats, downbeats and hit points in a movement",
        description="Find tempo, beats, downbeats and hit points in a movement.",
    )
    parser.add_argument("motion", type=Path, help=f"motion file, folder or video ({', '.join(MOTION_SUFFIXES)})")
    parser.add_argument("--tempo", type=float, metavar="BPM", help="use this tempo and find only where its beats fall")
    add_reading_options(parser)
    add_beat_options(parser)
    parser.add_argument("--json", action="store_true", help="print JSON for machines instead of a table")
    parser.add_argument("--plot", type=Path, metavar="PNG", help="draw beats and hit points over the motion energy")
    parser.add_argument(
        "--keypoints", type=Path, metavar="NPZ", help="save the movement, so that a video's pose is found only once"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Print (and draw) the analysis of one motion file."""
    if options.keypoints and options.keypoints.suffix.lower() != ".npz":
        raise KinescoreError(f"Keypoints are saved as .npz, not as '{options.keypoints.suffix}'.")
    keypoints, notes = read_with_notes(options, Console(stderr=True, highlight=False))
    if options.keypoints:
        write_npz(keypoints, options.keypoints)
    found = analyse(
        keypoints,
        options.tempo,
        music_beats=beats_of_music(options.music) if options.music else (),
        beat_shift_seconds=options.beat_shift_seconds or 0.0,
    )
    if options.plot:
        from kinescore.plot import draw_analysis

        draw_analysis(found, options.plot, title=options.motion.name)
    if options.json:
        print(json.dumps({**as_json(found), "notes": [*notes, *found.notes]}, indent=2))
    else:
        print_analysis(found, options.motion.name)
        for note in found.notes:
            print(f"note: {note}")


def as_json(found: DanceAnalysis) -> dict[str, object]:
    """The analysis as plain values: times in seconds from frame 0, tempo in BPM."""
    grid = found.grid
    return {
        "seconds": found.seconds,
        "tempo_bpm": grid.tempo_bpm,
        "alternatives_bpm": list(grid.alternatives_bpm),
        "tempo_confidence": grid.tempo_confidence,
        "beat_confidence": grid.beat_confidence,
        "advice": confidence_words(grid),
        "beats_s": grid.beats.tolist(),
        "downbeats_s": grid.beats[grid.downbeats].tolist(),
        "notes": list(found.notes),
        "hits": [{"time_s": hit.time_s, "weight": hit.weight, "kind": hit.kind.value} for hit in found.hits],
    }


def print_analysis(found: DanceAnalysis, name: str) -> None:
    """Print the analysis as a short table for people."""
    grid = found.grid
    console = Console(highlight=False)
    alternatives = ", ".join(f"{bpm:.1f}" for bpm in grid.alternatives_bpm) or "none"
    console.print(f"[bold]{name}[/bold]  {found.seconds:.2f} s at {found.fps:g} fps")
    console.print(
        f"tempo      {grid.tempo_bpm:.2f} BPM  (confidence {grid.tempo_confidence:.2f}; could also be {alternatives})"
    )
    console.print(f"beats      {len(grid.beats)}: {_times(grid.beats)}  (confidence {grid.beat_confidence:.2f})")
    console.print(f"           {confidence_words(grid)}")
    console.print(f"downbeats  {len(grid.downbeats)}: {_times(grid.beats[grid.downbeats])}")
    table = Table("time s", "weight", "kind", title=f"{len(found.hits)} hit points", box=None, title_justify="left")
    for hit in found.hits:
        table.add_row(f"{hit.time_s:8.3f}", f"{hit.weight:.2f}", hit.kind.value)
    console.print(table)
    for note in found.notes:
        console.print(note)


def _times(seconds: NDArray[np.float64], most: int = 8) -> str:
    times = [f"{value:.3f}" for value in seconds]
    return " ".join(times[:most]) + (" ... " + times[-1] if len(times) > most else "")
