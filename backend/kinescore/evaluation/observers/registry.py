"""Which ears there are, and how one is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kinescore.errors import EvaluationError, require_packages
from kinescore.evaluation.observers.observer import Ear

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True)
class EarChoice:
    """kind: one of EARS. model: its weights, a file, a folder or a hub id; None for ears that need none. device:
    "auto", "cpu", "cuda", "cuda:1", "mps". offline: hub models only from the local cache."""

    kind: str
    model: str | None = None
    device: str = "auto"
    offline: bool = False


BEATS = EarChoice("beats")
LEARNED = ("torch", "transformers", "safetensors")


@lru_cache(maxsize=1)
def load_ear(choice: EarChoice) -> Ear:
    """Return the ear of `choice`; the last one is kept, so a process that asks again does not load it again.

    Raises EvaluationError for an unknown kind and for weights that do not fit.
    """
    if choice.kind not in EARS:
        raise EvaluationError(f"There is no ear '{choice.kind}'.", f"Those are {', '.join(EARS)}.")
    return EARS[choice.kind](choice)


def _beats(choice: EarChoice) -> Ear:
    from kinescore.evaluation.observers.music_beats import BeatEar

    return BeatEar()


def _vggish(choice: EarChoice) -> Ear:
    weights = _weights(choice)
    from kinescore.evaluation.observers.vggish import load_vggish

    return load_vggish(*weights)


def _clap(choice: EarChoice) -> Ear:
    weights = _weights(choice)
    from kinescore.evaluation.observers.clap import load_clap

    return load_clap(*weights)


def _sincresnet(choice: EarChoice) -> Ear:
    weights = _weights(choice)
    from kinescore.evaluation.observers.sincresnet import load_sincresnet

    return load_sincresnet(*weights)


def _genre(choice: EarChoice) -> Ear:
    weights = _weights(choice)
    from kinescore.evaluation.observers.classifier import load_classifier

    return load_classifier(*weights)


def _weights(choice: EarChoice) -> tuple[str, torch.device, bool]:
    """What every learned ear is loaded with: name of the weights, device, offline or not."""
    require_packages(LEARNED, f"The ear '{choice.kind}'", "learned,evaluate")
    if not choice.model:
        raise EvaluationError(
            f"The ear '{choice.kind}' needs weights.", "Name a file or folder, or a model on the hub."
        )
    from kinescore.pretrained.runtime import Runtime

    return choice.model, Runtime(choice.device).torch_device(), choice.offline


EARS: Mapping[str, Callable[[EarChoice], Ear]] = {
    "beats": _beats,
    "vggish": _vggish,
    "clap": _clap,
    "sincresnet": _sincresnet,
    "genre": _genre,
}
