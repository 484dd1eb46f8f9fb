"""Reading a movement for a command: the options for what a file cannot say, and notes about what is odd in it."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from rich.console import Console

from kinescore.cli.progress_bar import ProgressBar
from kinescore.errors import KinescoreError
from kinescore.motion.mover import Mover
from kinescore.motion.read import read_movers


def add_reading_options(parser: argparse.ArgumentParser | argparse._ArgumentGroup) -> None:
    """Add --fps and --size."""
    parser.add_argument(
        "--fps", type=float, help="frames per second of the movement, where its file does not say it or says it wrongly"
    )
    parser.add_argument(
        "--size", metavar="WIDTHxHEIGHT", help="px of the picture that keypoints are in, where the file does not say it"
    )


def picture_size(text: str | None) -> tuple[int, int] | None:
    """(1920, 1080) from "1920x1080". Raises KinescoreError for anything else."""
    if text is None:
        return None
    sides = re.fullmatch(r"([1-9]\d{0,4})[xX*:,]([1-9]\d{0,4})", text.replace(" ", ""))
    if sides is None:
        raise KinescoreError(f"The picture size '{text[:40]}' is no width and height.", "Write it as 1920x1080.")
    return int(sides[1]), int(sides[2])


def read_with_notes(
    motion: Path, options: argparse.Namespace, console: Console
) -> tuple[tuple[Mover, ...], tuple[str, ...]]:
    """Who moves in `motion`, and a sentence about everything that is odd in its file, printed as well."""
    notes: list[str] = []
    with ProgressBar(console) as bar:
        movers = read_movers(motion, bar, fps=options.fps, size=picture_size(options.size), warn=notes.append)
    for note in notes:
        console.print(f"note: {note}", soft_wrap=True, markup=False)
    return movers, tuple(notes)
