"""kinescore pretrain: a Pocket from nothing, on pieces that the built-in engine wrote."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from kinescore.cli.model_options import require_learned
from kinescore.cli.progress_bar import ProgressBar


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore pretrain`."""
    parser = commands.add_parser(
        "pretrain",
        help="train a Pocket from nothing",
        description="Train a Pocket, the small model that writes scores, on a corpus from `kinescore prepare --engine "
        "pocket`. RUN/model is the model as it is so far; `kinescore train --engine pocket --model RUN/model` then "
        "teaches encoders. The same command again goes on where a run was stopped; more updates make a run longer that "
        "is not yet in its last quarter.",
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
    from kinescore.train.pretraining import MODEL, PretrainConfig, PretrainPoint, pretrain
    from kinescore.train.settings import overridden

    quieten(logging)
    config = overridden(PretrainConfig(), options.config, options.set)
    device = Runtime(options.device).torch_device()
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
        pretrain(corpus, config, options.output, device, bar, watch)
    console.print(f"[bold]{options.output / MODEL}[/bold] is ready to compose with", soft_wrap=True)
