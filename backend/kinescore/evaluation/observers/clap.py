"""CLAP (Wu et al. 2023): what music as a whole sounds like, for the CLAP score and a Fréchet distance."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional
from transformers import ClapFeatureExtractor, ClapModel

from kinescore.encoders.config import WINDOW_SECONDS
from kinescore.encoders.example import ExampleListener
from kinescore.evaluation.observers.observer import mono_at
from kinescore.pretrained.model_source import ModelSource
from kinescore.pretrained.transformers_models import load_clap, short_name
from kinescore.pretrained.weights import weights_digest
from kinescore.sound.audio import Audio


class ClapObserver:
    """Keeps "windows" [P, D], a row of length 1 for each of the equal pieces of a sound, none longer than the paper's
    clips, and "clip" [1, D], the direction of their mean."""

    def __init__(self, model: ClapModel, features: ClapFeatureExtractor, label: str) -> None:
        self._embedder = ExampleListener(model, features)
        self.name = f"clap-{label}-{weights_digest(model)[:8]}"

    def observe(self, audio: Audio) -> Mapping[str, NDArray[np.floating]]:
        """Return the embeddings, float32. Raises EvaluationError for sound that is empty or not finite."""
        sound = mono_at(audio, audio.rate).astype(np.float32)
        pieces = np.array_split(sound[None], math.ceil(len(sound) / round(WINDOW_SECONDS * audio.rate)), axis=1)
        windows = torch.cat([self._embedder.hear(Audio(piece, audio.rate)) for piece in pieces])
        whole = functional.normalize(windows.mean(dim=0, keepdim=True), dim=-1)
        return {"windows": windows.cpu().numpy(), "clip": whole.cpu().numpy()}


def load_clap_observer(name: str, device: torch.device) -> ClapObserver:
    """Return the observer with the CLAP at `name`, such as laion/clap-htsat-unfused.

    Raises BackboneError for another model, and for files that are missing or damaged.
    """
    source = ModelSource(name)
    return ClapObserver(*load_clap(source, device), short_name(source))
