"""Options that commands share which use a pretrained model, and what they ask of the installation."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any

from kinescore.engines.table import LEARNED_NEEDS
from kinescore.errors import KinescoreError, require_packages


def add_runtime_options(group: argparse._ArgumentGroup) -> None:
    """Add device, precision and compiled; `runtime_of` reads them."""
    group.add_argument("--device", default="auto", help="cpu, cuda, cuda:1, mps or auto (default)")
    group.add_argument(
        "--precision",
        default="auto",
        choices=("auto", "fp32", "bf16", "fp16"),
        help="of the frozen weights (default: bf16 on CUDA cards that compute in it, else fp32)",
    )
    group.add_argument(
        "--compiled", action="store_true", help="let torch compile the model: a minute, then faster on CUDA"
    )


def runtime_of(options: argparse.Namespace) -> dict[str, Any]:
    """The fields of ModelChoice that say how a model runs."""
    return {name: getattr(options, name) for name in ("device", "precision", "compiled")}


def sampling_of(settings: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Read settings such as "guidance=4" for ModelChoice. Raises KinescoreError for one without a value."""
    pairs = [(name, value) for name, _, value in (setting.partition("=") for setting in settings)]
    if wrong := [name for name, value in pairs if not value]:
        raise KinescoreError(f"The sampling setting '{wrong[0]}' has no value.", "Write it as guidance=4, for example.")
    return tuple(pairs)


def require_encoders_for_clap(options: argparse.Namespace) -> None:
    """Raise KinescoreError where --clap is given and nothing would use it."""
    if options.clap and not options.encoders:
        raise KinescoreError("--clap listens for encoders, and none are given.", "Give --encoders too.")


def require_learned(what: str) -> None:
    """Raise KinescoreError, naming `what` wants them, where torch and its companions are not installed."""
    require_packages((*LEARNED_NEEDS, "diffusers", "accelerate"), what, "learned")
