"""Which music observers there are, and how one is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kinescore.errors import EvaluationError, require_packages
from kinescore.evaluation.observations.store import BEAT_OBSERVER
from kinescore.evaluation.observers.observer import MusicObserver

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True)
class ObserverChoice:
    """kind: one of OBSERVERS. model: its weights, a file, a folder or a hub id; None for observers that need none.
    device: "auto", "cpu", "cuda", "cuda:1", "mps"."""

    kind: str
    model: str | None = None
    device: str = "auto"


BEATS = ObserverChoice(BEAT_OBSERVER)
LEARNED = ("torch", "transformers", "safetensors")


@lru_cache(maxsize=1)
def load_observer(choice: ObserverChoice) -> MusicObserver:
    """Return the observer of `choice`; the last one is kept, so a process that asks again does not load it again.

    Raises EvaluationError for an unknown kind and for weights that do not fit.
    """
    if choice.kind not in OBSERVERS:
        raise EvaluationError(f"There is no observer '{choice.kind}'.", f"Those are {', '.join(OBSERVERS)}.")
    return OBSERVERS[choice.kind](choice)


def _beats(choice: ObserverChoice) -> MusicObserver:
    from kinescore.evaluation.observers.music_beats import BeatObserver

    return BeatObserver()


def _vggish(choice: ObserverChoice) -> MusicObserver:
    weights = _weights(choice)
    from kinescore.evaluation.observers.vggish import load_vggish

    return load_vggish(*weights)


def _clap(choice: ObserverChoice) -> MusicObserver:
    weights = _weights(choice)
    from kinescore.evaluation.observers.clap import load_clap_observer

    return load_clap_observer(*weights)


def _sincresnet(choice: ObserverChoice) -> MusicObserver:
    weights = _weights(choice)
    from kinescore.evaluation.observers.sincresnet import load_sincresnet

    return load_sincresnet(*weights)


def _genre(choice: ObserverChoice) -> MusicObserver:
    weights = _weights(choice)
    from kinescore.evaluation.observers.classifier import load_classifier

    return load_classifier(*weights)


def _weights(choice: ObserverChoice) -> tuple[str, torch.device]:
    """What every learned observer is loaded with: name of the weights, and device."""
    require_packages(LEARNED, f"The observer '{choice.kind}'", "learned,evaluate")
    if not choice.model:
        raise EvaluationError(
            f"The observer '{choice.kind}' needs weights.", "Name a file or folder, or a model on the hub."
        )
    from kinescore.pretrained.runtime import Runtime

    return choice.model, Runtime(choice.device).torch_device()


OBSERVERS: Mapping[str, Callable[[ObserverChoice], MusicObserver]] = {
    BEAT_OBSERVER: _beats,
    "vggish": _vggish,
    "clap": _clap,
    "sincresnet": _sincresnet,
    "genre": _genre,
}
