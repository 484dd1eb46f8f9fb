"""Example music -> the CLAP embedding that the genre encoder reads in place of a label (the paper's CLAP variant)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from kinescore.encoders.config import WINDOW_SECONDS, ClapIdentity
from kinescore.errors import EncoderError
from kinescore.pretrained.weights import DIGEST_CHARACTERS, freeze, weights_digest
from kinescore.sound.audio import Audio
from kinescore.sound.resampling import resampled_by_soxr

if TYPE_CHECKING:
    from transformers import ClapFeatureExtractor, ClapModel


class ExampleListener:
    """A frozen CLAP that hears music of any length, as the mean of what it hears in equal pieces.

    clap: which one it is, for `EncoderConfig`.
    """

    def __init__(self, model: ClapModel, features: ClapFeatureExtractor, name: str = "") -> None:
        """model, features: a pair from one folder or hub id `name`, for example `laion/clap-htsat-unfused`."""
        self._model = freeze(model)
        self._features = features
        self.clap = ClapIdentity(name, weights_digest(model)[:DIGEST_CHARACTERS], model.config.projection_dim)

    @torch.no_grad()
    def hear(self, example: Audio) -> Tensor:
        """Return [1, `width`] float32 of length 1, on the model's device. Same audio, same embedding.

        Raises EncoderError for audio without samples or with values that are not finite.
        """
        mono = example.samples.mean(axis=0)
        if mono.size == 0 or not np.isfinite(mono).all():
            raise EncoderError("The example music has no samples, or some that are not finite numbers.")
        heard = self._features(
            self._pieces(mono, example.rate), sampling_rate=self._features.sampling_rate, return_tensors="pt"
        )
        weight = next(self._model.parameters())
        # The extractor calls a random piece cropped when none is; none ever is.
        none_cropped = torch.zeros(len(heard.input_features), 1, dtype=torch.bool, device=weight.device)
        embeddings = self._model.get_audio_features(
            input_features=heard.input_features.to(weight), is_longer=none_cropped
        ).pooler_output
        return functional.normalize(embeddings.float().mean(dim=0, keepdim=True), dim=-1)

    def _pieces(self, mono: NDArray[np.float32], rate: int) -> list[NDArray[np.float32]]:
        """Equal pieces at CLAP's rate: no longer than in training, nor than its window, for it crops at random."""
        heard_rate = self._features.sampling_rate
        longest = math.floor(min(self._features.max_length_s, WINDOW_SECONDS) * heard_rate)
        heard = resampled_by_soxr(mono, rate, heard_rate)
        return np.array_split(heard, math.ceil(len(heard) / longest))
