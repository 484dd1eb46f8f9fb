"""Pictures <-> the latents that Stable Diffusion works on, in overlapped spans: any width, bounded memory."""

from __future__ import annotations

import torch
from diffusers import AutoencoderKL
from torch import Tensor

from kinescore.backbones.spans import ColumnSpan, in_spans, overlapped
from kinescore.progress import Report, silent

SPAN_COLUMNS, SPAN_STRIDE = 64, 48
"""In latent columns; 64 are the 512 pixels that the autoencoder was trained on."""


class PictureCodec:
    """A frozen AutoencoderKL."""

    def __init__(self, model: AutoencoderKL) -> None:
        self._model = model

    @property
    def pixels_per_column(self) -> int:
        """Columns of the picture in one column of latents, 8 for Stable Diffusion."""
        return 2 ** (len(self._model.config["block_out_channels"]) - 1)

    @torch.no_grad()
    def encode(self, picture: Tensor) -> Tensor:
        """Return the mean latents [C, H / 8, W / 8] float32 of a picture [H, W] in 0 .. 1, on the model's device."""
        grey = (2.0 * picture - 1.0).to(self._model.device, self._model.dtype).expand(1, 3, -1, -1)

        def encoded(span: ColumnSpan) -> Tensor:
            return self._model.encode(grey[..., span.scaled(self.pixels_per_column).columns]).latent_dist.mean[0]

        columns = picture.shape[1] // self.pixels_per_column
        latents = in_spans(encoded, overlapped(columns, SPAN_COLUMNS, SPAN_STRIDE), 1, "encoding", silent)
        return latents * self._model.config["scaling_factor"]

    @torch.no_grad()
    def decode(self, latents: Tensor, report: Report) -> Tensor:
        """Return the picture [8 H, 8 W] float32 of latents [C, H, W]: each colour cut to 0 .. 1, then their mean."""
        scaled = latents[None].to(self._model.dtype) / self._model.config["scaling_factor"]

        def decoded(span: ColumnSpan) -> Tensor:
            return self._model.decode(scaled[..., span.columns]).sample[0].float().clamp(-1.0, 1.0).mean(dim=0)

        spans = overlapped(latents.shape[-1], SPAN_COLUMNS, SPAN_STRIDE)
        return 0.5 + 0.5 * in_spans(decoded, spans, self.pixels_per_column, "decoding", report)
