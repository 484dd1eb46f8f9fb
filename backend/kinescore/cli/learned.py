"""What commands share that load a pretrained model."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from kinescore.errors import KinescoreError
from kinescore.model_choice import ModelChoice

if TYPE_CHECKING:
    from kinescore.backbones.base import Backbone

LEARNED = ("torch", "transformers", "diffusers", "accelerate", "safetensors")


def require_learned() -> None:
    """Raise KinescoreError where torch and its companions are not installed."""
    missing = [name for name in LEARNED if find_spec(name) is None]
    if missing:
        raise KinescoreError(
            f"This needs {', '.join(missing)}; not installed here.",
            "Install with: pip install 'kinescore[learned]'",
        )


def load_backbone(choice: ModelChoice) -> Backbone:
    """Load the model of `choice`, frozen, without its encoders. Raises KinescoreError."""
    require_learned()
    from kinescore.backbones import loaders

    return loaders.load_backbone(choice)
