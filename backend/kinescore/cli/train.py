"""kinescore train: teach encoders the way from movement to a model's music."""

from __future__ import annotations

import argparse
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from kinescore.cli.model_options import require_learned
from kinescore.cli.progress_bar import ProgressBar
from kinescore.engines.model_choice import LEARNED_ENGINES, ModelChoice, load_backbone, named_model
from kinescore.engines.table import model_engine
from kinescore.errors import counted
from kinescore.progress import silent

if TYPE_CHECKING:
    from accelerate import Accelerator

    from kinescore.backbones.base import Backbone
    from kinescore.train.config import TrainConfig
    from kinescore.train.loop import TrainingData, Watcher

PRESETS = ("fast", "paper", "released", "clock")


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore train`."""
    parser = commands.add_parser(
        "train",
        help="train encoders on a prepared dataset",
        description="Train the rhythm and genre encoders on a dataset from `kinescore prepare`; the model itself stays "
        "as it is. The same command again goes on where a run was stopped, even by kill -9. Several GPUs: "
        "torchrun --nproc-per-node 2 -m kinescore train ...",
    )
    parser.add_argument("dataset", type=Path, help="folder made by kinescore prepare")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="RUN", help="folder for best.safetensors and all else"
    )
    model = parser.add_argument_group("the model")
    model.add_argument("--engine", choices=LEARNED_ENGINES, default="musicgen", help="kind of model (default musicgen)")
    model.add_argument(
        "--model", metavar="MODEL", help="its folder, or its hub id such as facebook/musicgen-small; Pocket has its own"
    )
    model.add_argument("--cpu", action="store_true", help="train on the CPU even where there is a GPU")
    model.add_argument("--compiled", action="store_true", help="let torch compile the model: faster on CUDA")
    recipe = parser.add_argument_group("the recipe")
    recipe.add_argument(
        "--preset",
        choices=PRESETS,
        default="fast",
        help="ours (the default), the paper's, its released code's, or ours for Pocket",
    )
    recipe.add_argument("--config", type=Path, metavar="TOML", help="settings in place of the preset's")
    recipe.add_argument(
        *("--set", "-s"),
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="one setting, such as batch=8, updates=2000, projector=mlp (or attention, temporal) or "
        "genre_source=example; any other name lists them all",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Train to the end of the recipe, or go on with a run that was stopped."""
    require_learned("Training")
    from accelerate import Accelerator

    from kinescore.train.loop import train, unwatched
    from kinescore.train.presets import Preset, preset_for
    from kinescore.train.settings import overridden

    preset = preset_for(Preset(options.preset), model_engine(options.engine).predicts_tokens)
    config = overridden(preset, options.config, options.set)
    accelerator = Accelerator(cpu=options.cpu)
    device, precision = str(accelerator.device), config.precision.value
    model = named_model(options.engine, options.model)
    backbone = load_backbone(ModelChoice(options.engine, model, None, device, precision, options.compiled))
    data = _training_data(options.dataset, backbone, config)
    options.output.mkdir(parents=True, exist_ok=True)
    console = Console(stderr=True, highlight=False, quiet=not accelerator.is_main_process)
    _introduce(data, backbone, config, accelerator, console)
    with ProgressBar(console) as bar:
        report = bar if accelerator.is_main_process else silent
        watch = _watcher(options.output, backbone, config, console) if accelerator.is_main_process else unwatched
        train(backbone, data, config, options.output, accelerator, report, watch)
    console.print(f"[bold]{options.output / 'best.safetensors'}[/bold] is ready to compose with", soft_wrap=True)


def _training_data(dataset: Path, backbone: Backbone, config: TrainConfig) -> TrainingData:
    from kinescore.data.examples import clap_of
    from kinescore.data.pairs import Split
    from kinescore.data.song_scores import SongBeats
    from kinescore.data.targets import Targets
    from kinescore.encoders.config import GenreSource
    from kinescore.train.clips import load_clips
    from kinescore.train.clock_lesson import made_clips
    from kinescore.train.config import Lesson
    from kinescore.train.loop import TrainingData, encoder_config

    clap = clap_of(dataset) if config.genre_source is GenreSource.EXAMPLE else None
    shape = encoder_config(backbone, config, clap)
    music = SongBeats(dataset) if config.lesson is Lesson.CLOCK else Targets(dataset, backbone)
    training = load_clips(dataset, Split.TRAIN, shape, music, config.starts_per_clip, config.seed)
    if config.made_clips:
        training = training.with_more(made_clips(config.made_clips, shape, config.seed))
    return TrainingData(training, load_clips(dataset, Split.VALIDATION, shape, music), clap)


def _introduce(
    data: TrainingData, backbone: Backbone, config: TrainConfig, accelerator: Accelerator, console: Console
) -> None:
    console.print(
        f"{counted(len(data.training), 'clip')} to learn from, {len(data.validation)} to validate with; "
        f"{config.projector.value} encoders for {backbone.text_space}; {config.updates} updates "
        f"of {config.batch} clips in {counted(accelerator.num_processes, 'process')} on {accelerator.device}",
        soft_wrap=True,
    )


def _watcher(folder: Path, backbone: Backbone, config: TrainConfig, console: Console) -> Watcher:
    """Print every point, and draw the curve for eyes and for TensorBoard where they are installed."""
    from kinescore.train.curves import CurvePoint, best_of, draw_curves
    from kinescore.train.tensorboard import TensorBoard

    watchers: list[Watcher] = []
    if find_spec("matplotlib"):
        title = f"{config.projector.value} encoders for {backbone.text_space}"
        watchers.append(lambda curve: draw_curves(curve, title, folder / "curves.png"))
    else:
        console.print("matplotlib is not installed, so there is no curves.png")
    if find_spec("tensorboard"):
        watchers.append(TensorBoard(folder / "tensorboard"))
    else:
        console.print("tensorboard is not installed, so there is no folder for it")

    def watch(curve: tuple[CurvePoint, ...]) -> None:
        point = curve[-1]
        note = ", the best so far" if best_of(curve) is point else ""
        console.print(
            f"update {point.update} of {config.updates}: training {point.training_loss:.4f}, "
            f"validation {point.validation_loss:.4f}{note}"
        )
        for watcher in watchers:
            watcher(curve)

    return watch
