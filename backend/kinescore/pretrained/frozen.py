"""What is pretrained stays as it is: freezing a model, and proving that it did not move."""

from __future__ import annotations

import hashlib
from typing import TypeVar

import torch
from torch import nn

Model = TypeVar("Model", bound=nn.Module)

DIGEST_CHARACTERS = 16
"""Of a digest, where it stands in names and provenance: enough that no two weights share them."""


def freeze(model: Model) -> Model:
    """Return `model` in evaluation mode (no dropout), no weight trainable. Gradients still flow through it."""
    return model.requires_grad_(False).eval()


def weights_digest(model: nn.Module) -> str:
    """Return the SHA-256 of every parameter and buffer, name, shape and bits: equal digests, identical weights."""
    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(f"{name} {tensor.dtype} {tuple(tensor.shape)} ".encode())
        digest.update(tensor.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy())
    return digest.hexdigest()
