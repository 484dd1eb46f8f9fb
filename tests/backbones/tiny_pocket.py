"""Pocket of the real architecture, small enough to run in a blink."""

from __future__ import annotations

from pathlib import Path

import torch

from kinescore.backbones.pocket.model import PocketModel, pocket_config
from kinescore.backbones.pocket.vocabulary import pocket_tokenizer


def tiny_pocket_model() -> PocketModel:
    """Return an untrained model; always the same weights."""
    torch.manual_seed(5)
    return PocketModel(pocket_config(width=32, layers=2, heads=2, text_width=32)).eval()


def save_tiny_pocket(folder: Path) -> Path:
    """Write the model into `folder` as `load_pocket` reads it."""
    tiny_pocket_model().save_pretrained(folder)
    pocket_tokenizer().save_pretrained(folder)
    return folder
