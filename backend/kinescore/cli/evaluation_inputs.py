"""What `kinescore evaluate` evaluates, and with which models: options, and what they mean."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kinescore.data.pairs import Split
from kinescore.errors import KinescoreError

if TYPE_CHECKING:
    from kinescore.evaluation.clips.clip import Clip
    from kinescore.evaluation.observers.registry import ObserverChoice
    from kinescore.grid.config import Grid


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what is evaluated."""
    inputs = parser.add_argument_group("what to evaluate: folders, a list, or a prepared dataset")
    inputs.add_argument(
        "--generated",
        action="append",
        default=[],
        metavar="NAME=FOLDER",
        help="the music of one system; repeat it for others, all with the same clips",
    )
    inputs.add_argument(
        "--reference",
        type=Path,
        metavar="FOLDER",
        help="music danced to (sound files, or films with sound), or files of its beat times",
    )
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


def add_models(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which models observe the music, besides the beat detectors."""
    models = parser.add_argument_group("models for sound quality and genre (each if wanted: a file, folder or hub id)")
    models.add_argument("--vggish", metavar="WEIGHTS", help="torchvggish weights, for the Fréchet audio distance (FAD)")
    models.add_argument("--clap", metavar="MODEL", help="such as laion/clap-htsat-unfused: CLAP score, and FAD")
    models.add_argument("--sincresnet", metavar="WEIGHTS", help="published MS-SincResNet weights: divergence of genre")
    models.add_argument("--genre-model", metavar="MODEL", help="any audio classifier of transformers: the same")
    models.add_argument("--device", default="auto", help="cpu, cuda, cuda:1, mps or auto (default)")


def refuse_mixed_inputs(options: argparse.Namespace) -> None:
    """Raise KinescoreError for inputs that say the same: grid and list say everything, a dataset all but the music."""
    for name, others in (
        ("grid", ("list", "dataset", "generated", "reference", "motion", "genre")),
        ("list", ("dataset", "generated", "reference", "motion", "genre")),
        ("dataset", ("reference", "motion", "genre")),
    ):
        given = [other for other in others if getattr(options, name) and getattr(options, other)]
        if given:
            raise KinescoreError(f"--{name} says what --{given[0]} would say.", "Leave one of them out.")


def clips_of_options(options: argparse.Namespace) -> tuple[list[Clip], list[str]]:
    """Return the clips, and what is to be said about them. Raises KinescoreError where they do not pair up."""
    from kinescore.evaluation.clips.clip_list import clips_from_list
    from kinescore.evaluation.clips.finding import clips_from_dataset, find_clips, unused_files
    from kinescore.evaluation.tables.remarks import remarks_on_songs

    if options.list is not None:
        clips = clips_from_list(options.list)
        return clips, remarks_on_songs(clips)
    generated = _systems(options.generated)
    if options.dataset is not None:
        return clips_from_dataset(options.dataset, Split(options.split), generated), []
    clips = find_clips(generated, options.reference, options.motion, options.genre)
    return clips, [*unused_files(clips, options.reference, options.motion), *remarks_on_songs(clips)]


def clips_of_grid(grid: Grid, results: Path) -> list[Clip]:
    """Return the clips of the grid's dataset, with the music that each row plays."""
    from kinescore.evaluation.clips.finding import clips_from_dataset
    from kinescore.grid.playing import sound_folders

    return clips_from_dataset(Path(grid.dataset), grid.split, sound_folders(grid, results))


def observers_of_options(options: argparse.Namespace) -> list[ObserverChoice]:
    """Return the beat detectors and the models that were asked for."""
    from kinescore.evaluation.observers.registry import BEATS, ObserverChoice

    models = {
        "vggish": options.vggish,
        "clap": options.clap,
        "sincresnet": options.sincresnet,
        "genre": options.genre_model,
    }
    learned = [ObserverChoice(kind, model, options.device) for kind, model in models.items() if model]
    return [BEATS, *learned]


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
