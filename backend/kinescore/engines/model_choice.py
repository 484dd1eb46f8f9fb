"""Which pretrained models this installation plays with: said by whoever runs it, never by a request."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kinescore.engines.table import ENGINES, EngineTable, model_engine, model_engines
from kinescore.errors import BackboneError, EngineError

if TYPE_CHECKING:
    from kinescore.backbones.base import Backbone
    from kinescore.pretrained.model_source import ModelSource
    from kinescore.pretrained.runtime import Runtime

LEARNED_ENGINES: tuple[str, ...] = tuple(model_engines())
"""Names of the engines that play with a model."""


BEST = "auto"


@dataclass(frozen=True)
class ModelChoice:
    """One learned engine and what it plays with.

    engine: one that plays with a model. model: a local folder or file, or a hub id. encoders: a checkpoint of
    `kinescore train` or `kinescore models import`; None lets words alone carry tempo and genre. device: "auto", "cpu",
    "cuda", "cuda:1", "mps". precision: "fp32", "bf16", "fp16", or "auto" for the best there.
    compiled: let torch compile the inner step (CUDA). sampling: (name, value) pairs that change the model's own way of
    drawing music, such as ("guidance", "4"). clap: folder or hub id of the CLAP that hears examples for the encoders;
    None takes the one they name.
    """

    engine: str
    model: str
    encoders: Path | None = None
    device: str = "auto"
    precision: str = BEST
    compiled: bool = False
    sampling: tuple[tuple[str, str], ...] = ()
    clap: str | None = None


OWN_ENCODERS = "encoders.safetensors"
"""In the folder of a model that comes with Kinescore: its encoders, where it has some."""


def own_models(table: EngineTable = ENGINES) -> dict[str, ModelChoice]:
    """Return the engines whose own model came with Kinescore, each with it and its encoders."""
    own = {name: entry.own_model for name, entry in model_engines(table).items()}
    return {name: _own(name, folder) for name, folder in own.items() if folder and folder.is_dir()}


def _own(engine: str, folder: Path) -> ModelChoice:
    encoders = folder / OWN_ENCODERS
    return ModelChoice(engine, str(folder), encoders if encoders.is_file() else None)


def own_encoders(engine: str, model: str, table: EngineTable = ENGINES) -> Path | None:
    """Return the encoders that came with Kinescore for `model`, or None for any other model than the engine's own."""
    own = own_models(table).get(engine)
    return own.encoders if own and own.model == model else None


def named_model(engine: str, model: str | None) -> str:
    """Return the `model` that was chosen for `engine`, or else its own. Raises EngineError where it has none."""
    if model:
        return model
    if engine in (own := own_models()):
        return own[engine].model
    raise EngineError(f"No model is named for the engine '{engine}'.", "Add --model MODEL.")


def load_backbone(choice: ModelChoice, table: EngineTable = ENGINES) -> Backbone:
    """Load the model of `choice`, frozen, without its encoders.

    Raises EngineError for an engine that plays with no model or is not installed, BackboneError for files that are
    missing or damaged or a device that is not there, RequestError for an unknown precision.
    """
    entry = model_engine(choice.engine, table)
    entry.require_packages()
    from transformers.utils import logging

    from kinescore.pretrained.model_source import ModelSource
    from kinescore.pretrained.quiet import quieten
    from kinescore.pretrained.runtime import allow_tf32

    quieten(logging)
    runtime = runtime_of(choice)
    allow_tf32(runtime.torch_device())
    source = ModelSource(choice.model)
    _refuse_model_of_another(source, choice.engine, table)
    return entry.load(source, runtime)


def runtime_of(choice: ModelChoice) -> Runtime:
    """Return where and how the model of `choice` runs here. Raises as `load_backbone` for device and precision."""
    from kinescore.pretrained.runtime import Precision, Runtime

    if choice.precision != BEST:
        return Runtime(choice.device, Precision.named(choice.precision), choice.compiled)
    best = Precision.best_on(Runtime(choice.device).torch_device())
    return Runtime(choice.device, best, choice.compiled)


def _refuse_model_of_another(source: ModelSource, engine: str, table: EngineTable) -> None:
    """Raise BackboneError, naming the right engine, where the model is one that another engine plays with."""
    try:
        kind = source.kind()
    except BackboneError:
        return  # the engine's own loader knows more layouts, and says what is wrong
    players = {name: entry.title for name, entry in model_engines(table).items() if kind in entry.kinds}
    if players and engine not in players:
        name, title = next(iter(players.items()))
        raise BackboneError(f"'{source.name}' holds a model for {title}.", f"Choose the engine '{name}'.")
