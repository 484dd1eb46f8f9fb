"""CLAP, which listens to example music: model files -> the pair that hears."""

from __future__ import annotations

import torch
from transformers import AutoConfig, ClapFeatureExtractor, ClapModel

from kinescore.errors import BackboneError
from kinescore.pretrained.model_source import ModelSource


def load_clap(source: ModelSource, device: torch.device) -> tuple[ClapModel, ClapFeatureExtractor]:
    """Load a folder or hub id in transformers' layout, for example "laion/clap-htsat-unfused", in float32.

    Raises BackboneError where files are missing, damaged or of another model.
    """
    kind = source.load(AutoConfig.from_pretrained).model_type
    if kind != "clap":
        raise BackboneError(f"'{source.name}' is a model of kind '{kind}', not a CLAP.")
    model = source.load(ClapModel.from_pretrained, dtype=torch.float32)
    return model.to(device), source.load(ClapFeatureExtractor.from_pretrained)
