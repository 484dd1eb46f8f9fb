"""What commands share that use a pretrained model: options, and loading it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kinescore.engines.model_choice import ModelChoice
from kinescore.errors import KinescoreError, require_packages

if TYPE_CHECKING:
    from kinescore.backbones.base import Backbone

LEARNED = ("torch", "transformers", "diffusers", "accelerate", "safetensors")


def add_runtime_options(group: argparse._ArgumentGroup) -> None:
    """Add device, precision, offline and compiled; `runtime_of` reads them."""
    group.add_argument("--device", default="auto", help="cpu, cuda, cuda:1, mps or auto (default)")
    group.add_argument("--precision", default="fp32", choices=("fp32", "bf16", "fp16"), help="of the frozen weights")
    group.add_argument("--offline", action="store_true", help="take hub models only from the local cache")
    group.add_argument("--compiled", action="store_true", help="let torch compile the model: faster on CUDA")


def runtime_of(options: argparse.Namespace) -> dict[str, Any]:
    """The fields of ModelChoice that say how a model runs."""
    return {name: getattr(options, name) for name in ("device", "precision", "offline", "compiled")}


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


def require_learned() -> None:
    """Raise KinescoreError where torch and its companions are not installed."""
    require_packages(LEARNED, "This", "learned")


def load_backbone(choice: ModelChoice) -> Backbone:
    """Load the model of `choice`, frozen, without its encoders. Raises KinescoreError."""
    require_learned()
    from kinescore.engines import backbone_loaders as loaders

    return loaders.load_backbone(choice)
