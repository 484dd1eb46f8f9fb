"""kinescore models: bring in encoders and models that were made elsewhere, and see what a checkpoint is."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from kinescore.cli.model_list import licence_words, print_models
from kinescore.cli.model_options import add_runtime_options, require_learned, runtime_of
from kinescore.cli.progress_bar import ProgressBar
from kinescore.engines.model_choice import LEARNED_ENGINES, ModelChoice, load_backbone
from kinescore.errors import Cancelled, KinescoreError, counted, require_packages
from kinescore.pretrained.models_here import models_here

if TYPE_CHECKING:
    from kinescore.encoders.config import EncoderConfig


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore models`."""
    parser = commands.add_parser(
        "models",
        help="fetch published models, import encoders, convert AudioCraft models",
        description="Bring in encoders and models that were made elsewhere, and see what a checkpoint is. Nothing is "
        "fetched but by `kinescore models get`.",
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")

    importing = actions.add_parser("import", help="the paper's published encoders -> encoders that kinescore loads")
    importing.add_argument("checkpoint", type=Path, help="the authors' checkpoint; read as plain tensors only")
    importing.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="encoders, .safetensors")
    importing.add_argument("--model", required=True, help="the model that they were trained with: folder or hub id")
    importing.add_argument("--engine", choices=LEARNED_ENGINES, default="musicgen", help="default musicgen")
    add_runtime_options(importing)
    importing.set_defaults(run=import_encoders)

    converting = actions.add_parser(
        "convert", help="an AudioCraft MusicGen checkpoint -> a folder that kinescore loads"
    )
    converting.add_argument("checkpoint", type=Path, help="AudioCraft's exported state_dict.bin")
    converting.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="folder for the model")
    converting.add_argument("--parts", required=True, help="a MusicGen for text encoder and codec: folder or hub id")
    converting.set_defaults(run=convert_model)

    listing = actions.add_parser("list", help="published models: how large, what fits this machine, what is here")
    listing.set_defaults(run=list_models)

    getting = actions.add_parser("get", help="fetch a model from the Hugging Face hub, once, to play offline")
    getting.add_argument("name", help="such as musicgen-small; any hub id (owner/name) or its file (owner/name/file)")
    getting.add_argument("--yes", action="store_true", help="fetch without asking after size and licence are shown")
    getting.set_defaults(run=get_model)

    showing = actions.add_parser("show", help="say what encoders in a file are, and which model they belong to")
    showing.add_argument("checkpoint", type=Path, help="encoders, .safetensors")
    showing.set_defaults(run=show_encoders)


def import_encoders(options: argparse.Namespace) -> None:
    """Write the authors' encoders as ours."""
    backbone = load_backbone(ModelChoice(options.engine, options.model, **runtime_of(options)))
    from kinescore.encoders.checkpoint import save_encoders
    from kinescore.encoders.released import import_released

    encoders = import_released(options.checkpoint, backbone.text_space)
    save_encoders(encoders, options.output)
    print(f"{options.output}: {_summary(encoders.config)}")


def list_models(options: argparse.Namespace) -> None:
    """Print the published models, and which of them this machine has and can hold."""
    print_models()


def get_model(options: argparse.Namespace) -> None:
    """Say what a model is, and fetch it where that is wanted."""
    require_packages(("huggingface_hub",), "Fetching models", "learned")
    from kinescore.pretrained.hub import fetch, look_up
    from kinescore.pretrained.model_library import fetched, repository_of

    whole = [model.repository for model in models_here() if model.kind and not model.problem]
    held = fetched(options.name)
    if repository_of(options.name) in whole or (held is not None and held.is_file()):
        print(f"{options.name} is here already.")
        return
    offer = look_up(options.name)
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    size = f"{offer.size / 1e9:.2f} GB" if offer.size >= 1e9 else f"{offer.size / 1e6:.1f} MB"
    console.print(f"{offer.repository}: {size} in {counted(len(offer.files), 'file')}; {licence_words(offer)}.")
    if not options.yes and not _agreed(f"Fetch it to {offer.place}?"):
        raise Cancelled
    with ProgressBar(console) as bar:
        place = fetch(offer, bar)
    print(f"{place}: every digest is the hub's; it plays offline from now on.")


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise KinescoreError("Nobody is here to say yes to size and licence.", "Add --yes to fetch.")
    return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")


def convert_model(options: argparse.Namespace) -> None:
    """Write an AudioCraft MusicGen in transformers' layout."""
    require_learned("Converting a model")
    from kinescore.backbones.musicgen.loading import convert_audiocraft
    from kinescore.pretrained.model_source import ModelSource

    convert_audiocraft(options.checkpoint, ModelSource(options.parts), options.output)
    print(f"{options.output}: a MusicGen; use it as --model {options.output}")


def show_encoders(options: argparse.Namespace) -> None:
    """Print what encoders are."""
    require_learned("Reading encoders")
    from kinescore.encoders.checkpoint import read_config

    print(f"{options.checkpoint}: {_summary(read_config(options.checkpoint))}")


def _summary(config: EncoderConfig) -> str:
    genre = f"genres {', '.join(config.genres)}"
    if config.clap is not None:
        genre = f"genre by example, heard by {config.clap.name}"
    return (
        f"{config.projector.value} encoders for {config.text_space}; {config.rhythm_mode.value} rhythm at "
        f"{config.fps:g} Hz, {config.frames} entries a window; {genre}"
    )
