"""Sound <-> ACE-Step's latents, in overlapped spans: any length, bounded memory."""

from __future__ import annotations

import torch
from diffusers import AutoencoderOobleck
from torch import Tensor

from kinescore.backbones.spans import ColumnSpan, in_spans, overlapped
from kinescore.progress import Report, silent

SPAN_COLUMNS, SPAN_STRIDE = 512, 384
"""In latent columns, 25 a second."""


class SoundCodec:
    """A frozen AutoencoderOobleck."""

    def __init__(self, model: AutoencoderOobleck) -> None:
        self._model = model
        self.rate, self.channels = model.config["sampling_rate"], model.config["audio_channels"]
        self.samples_per_column = model.hop_length

    @torch.no_grad()
    def encode(self, samples: Tensor) -> Tensor:
        """Return mean latents [C, T] float32 of samples [channels, T * samples_per_column] on the model's device."""

        def encoded(span: ColumnSpan) -> Tensor:
            return self._model.encode(
                samples[None, :, span.scaled(self.samples_per_column).columns]
            ).latent_dist.mode()[0]

        columns = samples.shape[1] // self.samples_per_column
        return in_spans(encoded, overlapped(columns, SPAN_COLUMNS, SPAN_STRIDE), 1, "encoding", silent)

    @torch.no_grad()
    def decode(self, latents: Tensor, report: Report) -> Tensor:
        """Return samples [channels, T * samples_per_column] float32 of latents [C, T]."""

        def decoded(span: ColumnSpan) -> Tensor:
            return self._model.decode(latents[None, :, span.columns]).sample[0]

        spans = overlapped(latents.shape[1], SPAN_COLUMNS, SPAN_STRIDE)
        return in_spans(decoded, spans, self.samples_per_column, "decoding", report)
