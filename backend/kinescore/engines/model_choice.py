"""Which pretrained models this installation plays with: said by whoever runs it, never by a request."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kinescore.engines.table import ENGINES, EngineTable, model_engine, model_engines

if TYPE_CHECKING:
    from kinescore.backbones.base import Backbone

LEARNED_ENGINES: tuple[str, ...] = tuple(model_engines())
"""Names of the engines that play with a model."""


@dataclass(frozen=True)
class ModelChoice:
    """One learned engine and what it plays with.

    engine: one that plays with a model. model: a local folder or file, or a hub id. encoders: a checkpoint of
    `kinescore train` or `kinescore models import`; None lets words alone carry tempo and genre. device: "auto", "cpu",
    "cuda", "cuda:1", "mps". precision: "fp32", "bf16", "fp16". offline: hub models only from the local cache.
    compiled: let torch compile the inner step (CUDA). sampling: (name, value) pairs that change the model's own way of
    drawing music, such as ("guidance", "4"). clap: folder or hub id of the CLAP that hears examples for the encoders;
    None takes the one they name.
    """

    engine: str
    model: str
    encoders: Path | None = None
    device: str = "auto"
    precision: str = "fp32"
    offline: bool = False
    compiled: bool = False
    sampling: tuple[tuple[str, str], ...] = ()
    clap: str | None = None


def load_backbone(choice: ModelChoice, table: EngineTable = ENGINES) -> Backbone:
    """Load the model of `choice`, frozen, without its encoders.

    Raises EngineError for an engine that plays with no model or is not installed, BackboneError for files that are
    missing or damaged or a device that is not there, RequestError for an unknown precision.
    """
    entry = model_engine(choice.engine, table)
    entry.require_packages()
    from transformers.utils import logging

    from kinescore.pretrained.model_source import ModelSource
    from kinescore.pretrained.runtime import Precision, Runtime

    # transformers' remarks on MusicGen's own config and its loading bars help nobody; progress is told elsewhere.
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    runtime = Runtime(choice.device, Precision.named(choice.precision), choice.compiled)
    return entry.load(ModelSource(choice.model, choice.offline), runtime)
