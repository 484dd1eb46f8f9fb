"""Any audio classifier of transformers as an ear: which of its labels a sound has."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import (
    AutoFeatureExtractor,
    AutoModelForAudioClassification,
    FeatureExtractionMixin,
    PreTrainedModel,
)

from kinescore.errors import EvaluationError
from kinescore.evaluation.observers.sound_windows import mono_at, windows
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.transformers_models import load_pair, short_name
from kinescore.pretrained.weights import freeze, weights_digest
from kinescore.sound.audio import Audio

WINDOW_S = 10
"""The length of AudioSet's pieces, which most of these models learned from."""
SHORTEST_S = 0.1


class ClassifierEar:
    """Keeps "logits" [W, C] of the whole 10 s windows of a sound, at the model's own rate; shorter sound is one."""

    def __init__(self, model: PreTrainedModel, extractor: FeatureExtractionMixin, label: str) -> None:
        self._model = freeze(model)
        self._extractor = extractor
        self.name = f"genre-{label}-{weights_digest(model)[:8]}"

    @torch.inference_mode()
    def hear(self, audio: Audio) -> Mapping[str, NDArray[np.floating]]:
        """Return the logits, float32. Raises EvaluationError for sound that is empty, below 0.1 s, or not finite."""
        rate = self._extractor.sampling_rate
        sound = mono_at(audio, rate)
        if len(sound) < SHORTEST_S * rate:
            raise EvaluationError(f"The sound is {audio.seconds:.3f} s long; a genre takes at least {SHORTEST_S} s.")
        length = min(len(sound), WINDOW_S * rate)
        return {"logits": np.concatenate([self._logits(piece) for piece in windows(sound, length, length)])}

    def _logits(self, piece: NDArray[np.float64]) -> NDArray[np.float32]:
        heard = self._extractor(piece, sampling_rate=self._extractor.sampling_rate, return_tensors="pt")
        return self._model(**heard.to(self._model.device)).logits.cpu().numpy()


def load_classifier(name: str, device: torch.device, offline: bool = False) -> ClassifierEar:
    """Return the ear with the classifier at `name`, such as MIT/ast-finetuned-audioset-10-10-0.4593.

    Raises BackboneError for a model without a classifying layer, and for files that are missing or damaged.
    """
    source = ModelSource(name, offline)
    model, extractor = load_pair(AutoModelForAudioClassification, AutoFeatureExtractor, source)
    return ClassifierEar(model.to(device), extractor, short_name(source))
