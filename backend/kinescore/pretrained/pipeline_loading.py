"""A diffusers pipeline of the kind that is wanted, or one sentence."""

from __future__ import annotations

from typing import TypeVar

from diffusers import DiffusionPipeline

from kinescore.errors import BackboneError
from kinescore.pretrained.model_source import ModelSource

Pipeline = TypeVar("Pipeline", bound=DiffusionPipeline)


def load_pipeline(source: ModelSource, kind: type[Pipeline], **options: object) -> Pipeline:
    """Return the pipeline at `source`, on the CPU. Raises BackboneError for another kind, and as `ModelSource.load`."""
    found = source.load(DiffusionPipeline.load_config)["_class_name"]
    if found != kind.__name__:
        raise BackboneError(f"'{source.name}' holds {found}, not {kind.__name__}.", "Choose the engine it is for.")
    return source.load(kind.from_pretrained, **options)
