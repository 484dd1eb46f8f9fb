"""Models of transformers that listen: whole or not at all, each with what prepares sound for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar, cast

import torch
from transformers import ClapFeatureExtractor, ClapModel, FeatureExtractionMixin, PreTrainedModel
from transformers.utils import logging

from kinescore.errors import BackboneError
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.quiet import quieten
from kinescore.pretrained.runtime import placed

Model = TypeVar("Model", bound=PreTrainedModel)
Extractor = TypeVar("Extractor", bound=FeatureExtractionMixin)

TRAINING_ONLY = "masked_spec_embed"
"""Hides parts of the sound in training; some published models lack it, and no result depends on it."""


def load_clap(source: ModelSource, device: torch.device) -> tuple[ClapModel, ClapFeatureExtractor]:
    """Load a CLAP in transformers' layout, for example "laion/clap-htsat-unfused". Raises as `load_pair` does."""
    kind = source.kind()
    if kind != "clap":
        raise BackboneError(f"'{source.name}' is a model of kind '{kind}', not a CLAP.")
    model, features = load_pair(ClapModel, ClapFeatureExtractor, source)
    return placed(model, device), features


def load_pair(model: type[Model], extractor: type[Extractor], source: ModelSource) -> tuple[Model, Extractor]:
    """Return the `model` at `source` in float32, and what prepares sound for it.

    Raises BackboneError where files are missing or damaged, or hold another model, which transformers would complete
    with random weights.
    """
    quieten(logging)  # its table of missing tensors helps nobody; one sentence below says it
    # The types of from_pretrained do not know output_loading_info, with which it returns a pair.
    loaded, loading = cast(
        "tuple[Model, dict[str, Any]]",
        source.load_weights(model.from_pretrained, dtype=torch.float32, output_loading_info=True),
    )
    weights = {name for name, _ in loaded.named_parameters() if not name.endswith(TRAINING_ONLY)}
    missing = sorted(weights & set(loading["missing_keys"]))
    if missing:
        raise BackboneError(f"'{source.name}' is no {type(loaded).__name__}: it lacks '{missing[0]}'.")
    return loaded, source.load(extractor.from_pretrained)


def short_name(source: ModelSource) -> str:
    """Return the last part of the model's name, fit for the name of a folder."""
    return Path(source.name).expanduser().resolve().name if source.local else source.name.rpartition("/")[2]
