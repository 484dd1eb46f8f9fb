"""kinescore pretrain: a Pocket from nothing, or from another, on pieces of a corpus."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from kinescore.cli.model_options import require_learned
from kinescore.cli.progress_bar import ProgressBar

if TYPE_CHECKING:
    from kinescore.backbones.pocket.model import PocketModel


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore pretrain`."""
    parser = commands.add_parser(
        "pretrain",
        help="train a Pocket",
        description="Train a Pocket, the small model that writes scores, on a corpus from `kinescore prepare --engine "
        "pocket`. RUN/model is the model as it is so far; `kinescore train --engine pocket --model RUN/model` then "
        "teaches encoders. The same command again goes on where a run was stopped; more updates make a run longer that "
        "is not yet in its last quarter. With start_from=pocket it begins with the model that comes with Kinescore, "
        "with start_from=MODEL with another: such as to teach it the music of a folder of MIDI files.",
    )
    parser.add_argument("corpus", type=Path, help="folder made by kinescore prepare --engine pocket")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="RUN", help="folder for the model")
    parser.add_argument("--device", default="auto", help="cpu, cuda, cuda:1, mps or auto (default)")
    parser.add_argument("--config", type=Path, metavar="TOML", help="settings in place of the recipe's")
    parser.add_argument(
        *("--set", "-s"),
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="one setting, such as updates=6000 or width=192; any other name lists them all",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Train to the end of the recipe, or go on with a run that was stopped."""
    require_learned("Pretraining")
    from transformers.utils import logging

    from kinescore.data.score_corpus import read_corpus
    from kinescore.pretrained.quiet import quieten
    from kinescore.pretrained.runtime import Runtime
    from kinescore.train.pretraining import MODEL, PretrainPoint, pretrain
    from kinescore.train.pretraining_config import PretrainConfig
    from kinescore.train.settings import overridden

    quieten(logging)
    config = overridden(PretrainConfig(), options.config, options.set)
    device = Runtime(options.device).torch_device()
    begin = _named(config.start_from) if config.start_from else None
    corpus = read_corpus(options.corpus)
    options.output.mkdir(parents=True, exist_ok=True)
    console = Console(stderr=True, highlight=False)
    console.print(
        f"{len(corpus)} pieces to learn from; {config.updates} updates of {config.batch} clips on {device}",
        soft_wrap=True,
    )

    def watch(point: PretrainPoint) -> None:
        console.print(f"update {point.update}: loss {point.loss:.4f}", soft_wrap=True)

    with ProgressBar(console) as bar:
        pretrain(corpus, config, options.output, device, bar, watch, begin)
    console.print(f"[bold]{options.output / MODEL}[/bold] is ready to compose with", soft_wrap=True)


def _named(name: str) -> PocketModel:
    """The model that a run begins with: "pocket" is the one that comes with Kinescore. Raises BackboneError."""
    from kinescore.backbones.pocket.backbone import load_pocket
    from kinescore.engines.model_choice import named_model
    from kinescore.pretrained.model_source import ModelSource
    from kinescore.pretrained.runtime import Runtime

    source = ModelSource(named_model("pocket", None if name == "pocket" else name))
    return load_pocket(source, Runtime("cpu")).model
