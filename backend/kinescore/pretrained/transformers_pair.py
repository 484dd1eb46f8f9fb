"""Models of transformers, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import torch
from transformers import FeatureExtractionMixin, PreTrainedModel
from transformers.utils import logging

from kinescore.errors import EvaluationError
from kinescore.pretrained.model_source import ModelSource

Model = TypeVar("Model", bound=PreTrainedModel)
Extractor = TypeVar("Extractor", bound=FeatureExtractionMixin)

TRAINING_ONLY = "masked_spec_embed"
"""Hides parts of the sound in training; some published models lack it, and no result depends on it."""


def load_pair(model: type[Model], extractor: type[Extractor], source: ModelSource) -> tuple[Model, Extractor]:
    """Return the `model` at `source` in float32, and what prepares sound for it.

    Raises EvaluationError where the files hold another model, which transformers would complete with random weights;
    BackboneError where they are missing or damaged.
    """
    # transformers' loading bars and its table of missing tensors help nobody; one sentence below says it.
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    loaded, loading = source.load(model.from_pretrained, dtype=torch.float32, output_loading_info=True)
    weights = {name for name, _ in loaded.named_parameters() if not name.endswith(TRAINING_ONLY)}
    missing = sorted(weights & set(loading["missing_keys"]))
    if missing:
        raise EvaluationError(f"'{source.name}' is no {type(loaded).__name__}: it lacks '{missing[0]}'.")
    return loaded, source.load(extractor.from_pretrained)


def short_name(source: ModelSource) -> str:
    """Return the last part of the model's name, fit for the name of a folder."""
    return Path(source.name).expanduser().resolve().name if source.local else source.name.rpartition("/")[2]
