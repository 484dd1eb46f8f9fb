"""From a choice of engine and model to the loaded backbone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from transformers.utils import logging

from kinescore.backbones.base import Backbone
from kinescore.engines.model_choice import ModelChoice
from kinescore.errors import RequestError
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import Precision, Runtime

Loader = Callable[[ModelSource, Runtime], Backbone]


def _musicgen(source: ModelSource, runtime: Runtime) -> Backbone:
    from kinescore.backbones.musicgen.loading import load_musicgen

    return load_musicgen(source, runtime)


def _riffusion(source: ModelSource, runtime: Runtime) -> Backbone:
    from kinescore.backbones.riffusion.loading import load_riffusion

    return load_riffusion(source, runtime)


def _ace_step(source: ModelSource, runtime: Runtime) -> Backbone:
    from kinescore.backbones.ace_step.loading import load_ace_step

    return load_ace_step(source, runtime)


LOADERS: Mapping[str, Loader] = {"musicgen": _musicgen, "riffusion": _riffusion, "ace_step": _ace_step}
"""A backbone's own imports happen only when it is asked for."""


def load_backbone(choice: ModelChoice) -> Backbone:
    """Load the model of `choice`, frozen, without its encoders.

    Raises BackboneError for files that are missing or damaged or a device that is not there, RequestError for an
    unknown precision.
    """
    # transformers' remarks on MusicGen's own config and its loading bars help nobody; progress is told elsewhere.
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    runtime = Runtime(choice.device, _precision(choice.precision), choice.compiled)
    return LOADERS[choice.engine](ModelSource(choice.model, choice.offline), runtime)


def _precision(name: str) -> Precision:
    try:
        return Precision(name)
    except ValueError:
        choices = ", ".join(choice.value for choice in Precision)
        raise RequestError(f"'{name}' is no precision; there are {choices}.") from None
