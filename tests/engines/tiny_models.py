"""A MusicGen and encoders for it, tiny and of the real architecture, as files."""

from __future__ import annotations

from pathlib import Path

import torch

from kinescore.encoders.checkpoint import save_encoders
from kinescore.encoders.config import ClapIdentity, EncoderConfig, Projector
from kinescore.encoders.encoders import new_encoders
from kinescore.engines.model_choice import ModelChoice, load_backbone
from tests.backbones.tiny_musicgen import save_tiny_musicgen


def save_model(folder: Path) -> Path:
    """Write the tiny MusicGen; returns its folder."""
    torch.set_num_threads(1)
    return save_tiny_musicgen(folder)


def save_encoders_for(
    model: Path, path: Path, projector: Projector = Projector.ATTENTION, clap: ClapIdentity | None = None
) -> Path:
    """Write untrained encoders that belong to the model in `model`; returns their path."""
    space = load_backbone(ModelChoice("musicgen", str(model), device="cpu")).text_space
    save_encoders(new_encoders(EncoderConfig(space, projector, clap=clap), seed=1), path)
    return path
