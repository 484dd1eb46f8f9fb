"""Any audio classifier of transformers as an observer: which of its labels a sound has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from transformers import (
    AutoFeatureExtractor,
    AutoModelForAudioClassification,
    FeatureExtractionMixin,
    PreTrainedModel,
)

from kinescore.errors import EvaluationError
from kinescore.evaluation.observers.observer import mono_at, windows
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.runtime import placed
from kinescore.pretrained.transformers_models import load_pair, short_name
from kinescore.pretrained.weights import freeze, weights_digest
from kinescore.sound.audio import Audio

WINDOW_S = 10
"""The length of AudioSet's pieces, which most of these models learned from."""
SHORTEST_S = 0.1


class AudioExtractor(Protocol):
    """What transformers' extractors for sound have in common."""

    sampling_rate: int

    def __call__(
        self, raw_speech: NDArray[np.float64], *, sampling_rate: int, return_tensors: str
    ) -> Mapping[str, Tensor]:
        """Return a model's inputs for one sound."""
        ...


class ClassifierObserver:
    """Keeps "logits" [W, C] of the whole 10 s windows of a sound, at the model's own rate; shorter sound is one."""

    def __init__(self, model: PreTrainedModel, extractor: AudioExtractor, label: str) -> None:
        self._model = freeze(model)
        self._extractor = extractor
        self.name = f"genre-{label}-{weights_digest(model)[:8]}"

    @torch.inference_mode()
    def observe(self, audio: Audio) -> Mapping[str, NDArray[np.floating]]:
        """Return the logits, float32. Raises EvaluationError for sound that is empty, below 0.1 s, or not finite."""
        rate = self._extractor.sampling_rate
        sound = mono_at(audio, rate)
        if len(sound) < SHORTEST_S * rate:
            raise EvaluationError(f"The sound is {audio.seconds:.3f} s long; a genre takes at least {SHORTEST_S} s.")
        length = min(len(sound), WINDOW_S * rate)
        return {"logits": np.concatenate([self._logits(piece) for piece in windows(sound, length, length)])}

    def _logits(self, piece: NDArray[np.float64]) -> NDArray[np.float32]:
        inputs = self._extractor(piece, sampling_rate=self._extractor.sampling_rate, return_tensors="pt")
        device = next(self._model.parameters()).device
        logits: Tensor = self._model(**{name: tensor.to(device) for name, tensor in inputs.items()}).logits
        return logits.cpu().numpy()


def load_classifier(name: str, device: torch.device) -> ClassifierObserver:
    """Return the observer with the classifier at `name`, such as MIT/ast-finetuned-audioset-10-10-0.4593.

    Raises BackboneError for a model without a classifying layer, and for files that are missing or damaged.
    """
    source = ModelSource(name)
    # The Auto classes load what the files name: some model, some extractor.
    any_model = cast("type[PreTrainedModel]", AutoModelForAudioClassification)
    any_extractor = cast("type[FeatureExtractionMixin]", AutoFeatureExtractor)
    model, extractor = load_pair(any_model, any_extractor, source)
    return ClassifierObserver(placed(model, device), cast("AudioExtractor", extractor), short_name(source))
