"""Every backbone's loader by the name of its engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kinescore.backbones.base import Backbone
from kinescore.backbones.model_source import ModelSource
from kinescore.backbones.runtime import Runtime

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
