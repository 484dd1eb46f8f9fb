"""kinescore evaluate: generated music beside reference and movement -> metrics with their chance levels."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from kinescore.cli.evaluation_inputs import (
    add_inputs,
    add_models,
    clips_of_grid,
    clips_of_options,
    observers_of_options,
    refuse_mixed_inputs,
)
from kinescore.cli.progress_bar import ProgressBar
from kinescore.errors import KinescoreError, require_packages
from kinescore.files.shard import Shard, parse_shard

if TYPE_CHECKING:
    from kinescore.evaluation.observers.observe import ObservingOutcome
    from kinescore.grid.config import Grid

NEEDED = ("filelock", "librosa", "mir_eval", "scipy", "soundfile")


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore evaluate`."""
    parser = commands.add_parser(
        "evaluate",
        help="measure how well music fits movement and reference",
        description="Compare generated music with the music that was danced to and with the movement: beat scores as "
        "published, tempo, beat alignment with the movement, and with more models sound quality and genre. Every "
        "metric comes with its 95 % confidence interval and its chance level. What was found in each file is kept, so "
        "the same command goes on after any stop, and adding a system or a model analyses only what is new.",
        epilog="Files belong together by their path below the folder, without suffix, or else by their file name. "
        "AIST++'s names say song and genre; cameras are no difference. With such names --motion may be AIST++'s "
        "annotations and --reference a folder of whole songs: gBR_sBM_c01_d04_mBR0_ch02_2 is the second clip of its "
        "dance and of mBR0.wav, where kinescore prepare cuts it.",
    )
    add_inputs(parser)
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="RESULTS", help="folder for evaluation.json and all else"
    )
    add_models(parser)
    work = parser.add_argument_group("the work")
    work.add_argument(
        "--draws", type=int, default=200, metavar="N", help="how often each chance level is drawn (default 200)"
    )
    work.add_argument("--seed", type=int, default=0, help="of all draws; same seed, same results (default 0)")
    work.add_argument("--jobs", type=int, default=1, metavar="N", help="processes on this machine (default 1)")
    work.add_argument(
        "--shard",
        default="1/1",
        metavar="I/N",
        help="analyse only this share of the files, so that N commands analyse all; whoever finds nothing missing "
        "writes the results",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Analyse the files that are still to be analysed; once none is, compute, write and print all results."""
    require_packages(NEEDED, "Evaluation", "evaluate")
    from kinescore.cli.result_tables import print_results
    from kinescore.evaluation.clips.clips_file import write_clips
    from kinescore.evaluation.clips.finding import require_something_to_compare
    from kinescore.evaluation.evaluate import evaluate
    from kinescore.evaluation.observers.observe import count_missing, observe_clips
    from kinescore.grid.config import read_grid

    shard = parse_shard(options.shard)
    if options.jobs < 1 or options.draws < 1:
        raise KinescoreError("--jobs and --draws are whole numbers from 1 on.")
    refuse_mixed_inputs(options)
    console = Console(stderr=True, highlight=False)
    grid = read_grid(options.grid) if options.grid else None
    if grid and not _play(grid, options.output, shard, console):
        return
    clips, notes = (clips_of_grid(grid, options.output), []) if grid else clips_of_options(options)
    require_something_to_compare(clips)
    write_clips(options.output, clips)
    choices = [*observers_of_options(options), *(grid.observers if grid else ())]
    with ProgressBar(console) as bar:
        outcome = observe_clips(clips, choices, options.output, shard, options.jobs, bar)
    _require_all(outcome)
    console.print(f"{outcome.done} sounds and movements analysed, {outcome.skipped} had been before")
    missing = count_missing(clips, outcome.observers, options.output)
    if missing:
        console.print(f"{missing} are still to be analysed by the other shards; the last of them writes the results")
        return
    with ProgressBar(console) as bar:
        evaluation = evaluate(clips, outcome.observers, options.output, options.draws, options.seed, notes, bar)
    print_results(evaluation, options.output)


def _play(grid: Grid, results: Path, shard: Shard, console: Console) -> bool:
    """Train what is to be trained, make the music that this shard lacks; return whether all shards' is there."""
    from kinescore.grid.playing import count_unplayed, play_grid, train_grid

    train_grid(grid, results, shard)  # it draws a bar of its own
    with ProgressBar(console) as bar:
        play_grid(grid, results, shard, bar)
    unplayed = count_unplayed(grid, results)
    if unplayed:
        console.print(f"{unplayed} sounds are still to be played by the other shards; run this one again after them")
    return not unplayed


def _require_all(outcome: ObservingOutcome) -> None:
    if outcome.failures:
        raise KinescoreError(
            f"{len(outcome.failures)} files could not be analysed, all others are. {outcome.failures[0]}",
            "Mend or remove them and run the same command again.",
        )
