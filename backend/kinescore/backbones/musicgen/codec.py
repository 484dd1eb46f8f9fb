"""EnCodec over music of any length in bounded memory, equal to one pass over the whole.

Its convolutions see less than two frames to each side, and its LSTM runs at the frame rate, where even an hour is
small. So the LSTM reads everything at once, and the convolutions, where one second of sound takes tens of megabytes,
work in chunks that overlap by CONTEXT_FRAMES; what the overlap yields is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import torch
from torch import Tensor, nn
from transformers import EncodecModel
from transformers.models.encodec.modeling_encodec import EncodecLSTM

from kinescore.progress import Report, silent

CHUNK_FRAMES = 500
CONTEXT_FRAMES = 8


class Codec:
    """A frozen EnCodec. channels: 1, or 2 for stereo, whose codebooks interleave left and right."""

    def __init__(self, model: EncodecModel, channels: int) -> None:
        self._model, self.channels = model, channels
        self._hop = model.config.hop_length
        self._encoder_convolutions, self._encoder_rest = _split_before_lstm(model.encoder.layers)
        self._decoder_start, self._decoder_convolutions = _split_after_lstm(model.decoder.layers)

    @property
    def rate(self) -> int:
        """Samples per second."""
        return self._model.config.sampling_rate

    @property
    def frame_rate(self) -> float:
        """Frames per second."""
        return self.rate / self._hop

    @torch.no_grad()
    def encode(self, samples: Tensor) -> Tensor:
        """Return codes [K, T] int64, T = ceil(N / hop), of samples [channels, N] float32 at `rate`."""
        heard = list(_in_chunks(self._encoder_convolutions, samples[:, None].to(self._device), self._hop, 1))
        features = _through(self._encoder_rest, torch.cat(heard, dim=-1))
        bandwidth = self._model.config.target_bandwidths[0]
        codes = [self._model.quantizer.encode(part, bandwidth) for part in features.split(CHUNK_FRAMES, dim=-1)]
        return torch.cat(codes, dim=-1).flatten(0, 1)

    @torch.no_grad()
    def decode(self, codes: Tensor, report: Report = silent) -> Tensor:
        """Return samples [channels, T * hop] float32 on the CPU of codes [K, T]. `report` is called at every chunk."""
        by_channel = codes.unflatten(0, (-1, self.channels)).to(self._device)
        features = _through(self._decoder_start, self._model.quantizer.decode(by_channel))
        made: list[Tensor] = []
        for start, chunk in enumerate(_in_chunks(self._decoder_convolutions, features, 1, self._hop)):
            report("decoding", start * CHUNK_FRAMES / codes.shape[1])
            made.append(chunk[:, 0].float().cpu())
        return torch.cat(made, dim=-1)

    @property
    def _device(self) -> torch.device:
        return self._model.device


def _in_chunks(layers: Iterable[nn.Module], signal: Tensor, width_in: int, width_out: int) -> Iterator[Tensor]:
    """Yield what `layers` make of signal [B, F, N], chunk by chunk; widths are samples per frame before and after."""
    frames = -(-signal.shape[-1] // width_in)
    for start in range(0, frames, CHUNK_FRAMES):
        first, last = max(0, start - CONTEXT_FRAMES), start + CHUNK_FRAMES + CONTEXT_FRAMES
        made = _through(layers, signal[..., first * width_in : last * width_in])
        skipped = (start - first) * width_out
        yield made[..., skipped : skipped + CHUNK_FRAMES * width_out]


def _through(layers: Iterable[nn.Module], hidden: Tensor) -> Tensor:
    for layer in layers:
        hidden = layer(hidden)
    return hidden


def _lstm_index(layers: nn.ModuleList) -> int:
    return next(index for index, layer in enumerate(layers) if isinstance(layer, EncodecLSTM))


def _split_before_lstm(layers: nn.ModuleList) -> tuple[nn.ModuleList, nn.ModuleList]:
    index = _lstm_index(layers)
    return layers[:index], layers[index:]


def _split_after_lstm(layers: nn.ModuleList) -> tuple[nn.ModuleList, nn.ModuleList]:
    index = _lstm_index(layers)
    return layers[: index + 1], layers[index + 1 :]
