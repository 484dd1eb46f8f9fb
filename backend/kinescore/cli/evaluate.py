"""kinescore evaluate: generated music beside reference and movement -> figures with their chance level."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape

from kinescore.cli.progress_bar import ProgressBar
from kinescore.data.pairs import Split
from kinescore.errors import KinescoreError, require_packages
from kinescore.files.shard import Shard, parse_shard

if TYPE_CHECKING:
    from kinescore.evaluation.clips.clip import Clip
    from kinescore.evaluation.observations.observe import Measurement
    from kinescore.evaluation.observers.registry import EarChoice
    from kinescore.evaluation.results.figure import Evaluation
    from kinescore.grid.config import Grid

NEEDED = ("filelock", "librosa", "mir_eval", "scipy", "soundfile")
PIPE_WIDTH = 160


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore evaluate`."""
    parser = commands.add_parser(
        "evaluate",
        help="measure how well music fits movement and reference",
        description="Measure generated music against the music that was danced to and against the movement: beat "
        "scores as published, tempo, music on movement, and with more models sound quality and genre. Every figure "
        "comes with its 95 % interval and with what it is without skill. What was heard is kept, so the same command "
        "goes on after any stop, and adding a system or a model measures only what is new.",
        epilog="Files belong together by their path below the folder, without suffix, or else by their file name. "
        "AIST++'s names say song and genre; cameras are no difference. With such names --motion may be AIST++'s "
        "annotations and --reference a folder of whole songs: gBR_sBM_c01_d04_mBR0_ch02_2 is the second clip of its "
        "dance and of mBR0.wav, where kinescore prepare cuts it.",
    )
    _add_inputs(parser)
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="RESULTS", help="folder for evaluation.json and all else"
    )
    _add_models(parser)
    work = parser.add_argument_group("the work")
    work.add_argument(
        "--draws", type=int, default=200, metavar="N", help="how often each chance level is drawn (default 200)"
    )
    work.add_argument("--seed", type=int, default=0, help="of all draws; same seed, same figures (default 0)")
    work.add_argument("--jobs", type=int, default=1, metavar="N", help="processes on this machine (default 1)")
    work.add_argument(
        "--shard",
        default="1/1",
        metavar="I/N",
        help="hear only this share, so that N commands hear all; whoever finds nothing missing writes the figures",
    )
    parser.set_defaults(run=run)


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    inputs = parser.add_argument_group("what to evaluate: folders, a list, or a prepared dataset")
    inputs.add_argument(
        "--generated",
        action="append",
        default=[],
        metavar="NAME=FOLDER",
        help="the music of one system; repeat it for others, all with the same clips",
    )
    inputs.add_argument("--reference", type=Path, metavar="FOLDER", help="music danced to, or files of its beat times")
    inputs.add_argument("--motion", type=Path, metavar="FOLDER", help="motion files or videos")
    inputs.add_argument("--genre", help="of all clips; left out, AIST++ names say it")
    inputs.add_argument(
        "--list",
        type=Path,
        metavar="CSV",
        help="a table instead of folders: columns clip and one for each system; if wanted song, genre, motion, "
        "reference, start and seconds (the part of motion and reference)",
    )
    inputs.add_argument(
        "--dataset", type=Path, help="a dataset of kinescore prepare; gives reference and motion of every clip"
    )
    inputs.add_argument(
        "--split",
        choices=[split.value for split in Split],
        default=Split.TEST.value,
        help="of the dataset (default test)",
    )
    inputs.add_argument(
        "--grid",
        type=Path,
        metavar="TOML",
        help="a table of systems (docs/table2.toml is the paper's): train what needs it, play every clip, evaluate",
    )


def _add_models(parser: argparse.ArgumentParser) -> None:
    models = parser.add_argument_group("models that hear quality and genre (each if wanted: a file, folder or hub id)")
    models.add_argument("--vggish", metavar="WEIGHTS", help="torchvggish weights, for the Fréchet audio distance (FAD)")
    models.add_argument("--clap", metavar="MODEL", help="such as laion/clap-htsat-unfused: CLAP score, and FAD")
    models.add_argument("--sincresnet", metavar="WEIGHTS", help="published MS-SincResNet weights: divergence of genre")
    models.add_argument("--genre-model", metavar="MODEL", help="any audio classifier of transformers: the same")
    models.add_argument("--device", default="auto", help="cpu, cuda, cuda:1, mps or auto (default)")
    models.add_argument("--offline", action="store_true", help="take hub models only from the local cache")


def run(options: argparse.Namespace) -> None:
    """Hear and see what is missing, and write and print the figures once nothing is."""
    require_packages(NEEDED, "Evaluation", "evaluate")
    from kinescore.evaluation.evaluate import conclude, require_something_to_compare
    from kinescore.evaluation.observations.observe import count_missing, measure
    from kinescore.evaluation.results.results_folder import write_clips
    from kinescore.grid.config import read_grid

    shard = parse_shard(options.shard)
    if options.jobs < 1 or options.draws < 1:
        raise KinescoreError("--jobs and --draws are whole numbers from 1 on.")
    _refuse_mixed(options)
    console = Console(stderr=True, highlight=False)
    grid = read_grid(options.grid) if options.grid else None
    if grid and not _play(grid, options.output, shard, console):
        return
    clips, notes = _clips_of_grid(grid, options.output) if grid else _clips(options)
    require_something_to_compare(clips)
    write_clips(options.output, clips)
    ears = [*_ears(options), *(grid.ears if grid else ())]
    with ProgressBar(console) as bar:
        measurement = measure(clips, ears, options.output, shard, options.jobs, bar)
    _require_all(measurement)
    console.print(f"{measurement.done} sounds and movements measured, {measurement.skipped} had been before")
    missing = count_missing(clips, measurement.ears, options.output)
    if missing:
        console.print(f"{missing} are still to be measured by the other shards; the last of them writes the figures")
        return
    with ProgressBar(console) as bar:
        evaluation = conclude(clips, measurement.ears, options.output, options.draws, options.seed, notes, bar)
    show(evaluation, options.output)


def show(evaluation: Evaluation, folder: Path) -> None:
    """Print all tables and notes."""
    from kinescore.cli.figure_tables import tables_of

    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = PIPE_WIDTH
    console.print(
        f"{evaluation.clips} clips; ± is half the 95 % interval over clips; below each system what no skill gives"
    )
    for title, table in tables_of(evaluation, console.width):
        console.print()
        if title:
            console.print(f"[bold]{escape(title)}[/bold]", soft_wrap=True)
        console.print(table)
    console.print()
    for note in evaluation.notes:
        console.print(f"note: {note}", soft_wrap=True, markup=False)
    console.print(f"[bold]{folder / 'evaluation.json'}[/bold]", soft_wrap=True)


def _clips(options: argparse.Namespace) -> tuple[list[Clip], list[str]]:
    """The clips, and what is to be said about them."""
    from kinescore.evaluation.clips.clip_list import clips_from_list
    from kinescore.evaluation.clips.finding import clips_from_dataset, find_clips, unused_files
    from kinescore.evaluation.evaluate import remarks_on_songs

    if options.list is not None:
        clips = clips_from_list(options.list)
        return clips, remarks_on_songs(clips)
    generated = _systems(options.generated)
    if options.dataset is not None:
        return clips_from_dataset(options.dataset, Split(options.split), generated), []
    clips = find_clips(generated, options.reference, options.motion, options.genre)
    return clips, [*unused_files(clips, options.reference, options.motion), *remarks_on_songs(clips)]


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


def _clips_of_grid(grid: Grid, results: Path) -> tuple[list[Clip], list[str]]:
    from kinescore.evaluation.clips.finding import clips_from_dataset
    from kinescore.grid.playing import sound_folders

    return clips_from_dataset(Path(grid.dataset), grid.split, sound_folders(grid, results)), []


def _refuse_mixed(options: argparse.Namespace) -> None:
    """A grid and a list say everything, and a dataset everything but the generated music."""
    for name, others in (
        ("grid", ("list", "dataset", "generated", "reference", "motion", "genre")),
        ("list", ("dataset", "generated", "reference", "motion", "genre")),
        ("dataset", ("reference", "motion", "genre")),
    ):
        given = [other for other in others if getattr(options, name) and getattr(options, other)]
        if given:
            raise KinescoreError(f"--{name} says what --{given[0]} would say.", "Leave one of them out.")


def _systems(texts: list[str]) -> dict[str, Path]:
    systems: dict[str, Path] = {}
    for text in texts:
        name, _, folder = text.partition("=")
        if not name or not folder:
            raise KinescoreError(f"'{text}' is no NAME=FOLDER.", "Write --generated ours=folder/of/sounds.")
        if name in systems:
            raise KinescoreError(f"The system '{name}' is named twice.", "Tell them apart.")
        systems[name] = Path(folder)
    return systems


def _ears(options: argparse.Namespace) -> list[EarChoice]:
    from kinescore.evaluation.observers.registry import BEATS, EarChoice

    models = {
        "vggish": options.vggish,
        "clap": options.clap,
        "sincresnet": options.sincresnet,
        "genre": options.genre_model,
    }
    learned = [EarChoice(kind, model, options.device, options.offline) for kind, model in models.items() if model]
    return [BEATS, *learned]


def _require_all(measurement: Measurement) -> None:
    if measurement.failures:
        raise KinescoreError(
            f"{len(measurement.failures)} files could not be measured, all others are. {measurement.failures[0]}",
            "Mend or remove them and run the same command again.",
        )
