"""Sound <-> AudioLDM 2's latents, in overlapped spans: any length, bounded memory.

16 kHz; a column of log-mel every 10 ms, 64 Slaney bands up to 8 kHz of a 64 ms Hann window; four columns are one of
latents. Latents here are [C, bands / 4, T], time last; the model's own are [C, T, bands / 4].
"""

from __future__ import annotations

import math

import torch
from diffusers import AutoencoderKL
from torch import Tensor
from torch.nn import functional
from transformers import SpeechT5HifiGan
from transformers.audio_utils import mel_filter_bank

from kinescore.backbones.spans import ColumnSpan, in_spans, overlapped
from kinescore.progress import Report, silent

WINDOW = 1_024
SOFTEST = 1e-5
SPAN_COLUMNS, SPAN_STRIDE = 256, 192
"""In latent columns; 256 are the 10.24 s that the autoencoder was trained on."""


class MelCodec:
    """A frozen AutoencoderKL over log-mel spectrograms, and the vocoder that makes sound of them."""

    def __init__(self, autoencoder: AutoencoderKL, vocoder: SpeechT5HifiGan) -> None:
        self._autoencoder, self._vocoder = autoencoder, vocoder
        self.rate, self._bands = vocoder.config.sampling_rate, vocoder.config.model_in_dim
        self._hop = math.prod(vocoder.config.upsample_rates)
        self._columns = 2 ** (len(autoencoder.config["block_out_channels"]) - 1)
        filters = mel_filter_bank(
            WINDOW // 2 + 1, self._bands, 0.0, self.rate / 2, self.rate, norm="slaney", mel_scale="slaney"
        )
        self._filters = torch.from_numpy(filters).float().T

    @property
    def samples_per_column(self) -> int:
        """Samples in one column of latents."""
        return self._hop * self._columns

    @property
    def height(self) -> int:
        """Rows of latents, low frequencies first."""
        return self._bands // self._columns

    @torch.no_grad()
    def encode(self, samples: Tensor) -> Tensor:
        """Return mean latents [C, bands / 4, T] float32 of samples [T * samples_per_column] on the model's device."""
        mel = self._log_mel(samples)[None, None]

        def encoded(span: ColumnSpan) -> Tensor:
            heard = mel[:, :, span.scaled(self._columns).columns]
            return self._autoencoder.encode(heard).latent_dist.mode()[0].mT

        total = len(samples) // self.samples_per_column
        latents = in_spans(encoded, overlapped(total, SPAN_COLUMNS, SPAN_STRIDE), 1, "encoding", silent)
        return latents * self._autoencoder.config["scaling_factor"]

    @torch.no_grad()
    def decode(self, latents: Tensor, report: Report) -> Tensor:
        """Return samples [T * samples_per_column] float32 of latents [C, bands / 4, T]."""
        scaled = latents.mT[None] / self._autoencoder.config["scaling_factor"]

        def decoded(span: ColumnSpan) -> Tensor:
            mel = self._autoencoder.decode(scaled[:, :, span.columns]).sample[0]
            sound = self._vocoder(mel)[0]
            missing = span.length * self.samples_per_column - len(sound)  # a vocoder may round at its end
            return functional.pad(sound, (0, missing))

        spans = overlapped(latents.shape[-1], SPAN_COLUMNS, SPAN_STRIDE)
        return in_spans(decoded, spans, self.samples_per_column, "decoding", report)

    def _log_mel(self, samples: Tensor) -> Tensor:
        """[N] -> [N / hop, bands], columns centred at multiples of the hop, both ends mirrored."""
        spectrum = torch.stft(
            samples,
            WINDOW,
            self._hop,
            window=torch.hann_window(WINDOW, device=samples.device),
            pad_mode="reflect" if len(samples) > WINDOW // 2 else "constant",
            return_complex=True,
        ).abs()
        mel = self._filters.to(samples.device) @ spectrum[:, : len(samples) // self._hop]
        return mel.clamp_min(SOFTEST).log().T
