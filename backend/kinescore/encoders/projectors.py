"""Rhythm -> pseudo-words: the paper's two projectors and our own.

Each reads peaks [B, T] at the configured rate, T free, and returns words [B, R, D] in time order. Module names of
`AttentionProjector` are those of the released checkpoint, so that it loads without renaming.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import torch
from torch import Tensor, nn

from kinescore.encoders.config import EncoderConfig, Projector
from kinescore.encoders.cross_attention import TwoStepAttention
from kinescore.encoders.windows import consecutive_spans, span_frames, spread_windows

TEMPORAL_WIDTH = 256
TEMPORAL_HEADS = 4
TEMPORAL_LAYERS = 2
TEMPORAL_DROPOUT = 0.1


def _input_projection(frames: int, width: int) -> nn.Sequential:
    return nn.Sequential(
        nn.LayerNorm(frames), nn.Linear(frames, width), nn.Dropout(0.1), nn.SiLU(), nn.Linear(width, width)
    )


def last_linear(layers: nn.Sequential) -> nn.Linear:
    """Return the linear layer that `layers` end with."""
    last = layers[-1]
    assert isinstance(last, nn.Linear)
    return last


class MlpProjector(nn.Module):
    """The paper's "MLP": one word per window, through linear layers only (best for Riffusion in the paper)."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        self.fps, self.frames, width = config.fps, config.frames, config.text_space.width
        self.input_projection = _input_projection(self.frames, width)
        self.head = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, width), nn.SiLU(), nn.Linear(width, width))

    @property
    def last_layer(self) -> nn.Linear:
        """The layer whose bias is the word that an empty rhythm would have."""
        return last_linear(self.head)

    def forward(self, peaks: Tensor) -> Tensor:
        """peaks [B, T] -> words [B, W, D], one per window."""
        return self.head(self.input_projection(spread_windows(peaks, self.fps, self.frames)))


class AttentionProjector(nn.Module):
    """The paper's "Attn+Pos": one word per window (best for MusicGen in the paper).

    4,562,829 parameters at 303 frames and width 768, as released.
    """

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        self.fps, self.frames, width = config.fps, config.frames, config.text_space.width
        self.pos_emb = nn.Embedding(self.frames, 1)
        self.input_projection = _input_projection(self.frames, width)
        self.rembed = TwoStepAttention(width)

    @property
    def last_layer(self) -> nn.Linear:
        """The layer whose bias is the word that an empty rhythm would have."""
        return last_linear(self.rembed.net)

    def forward(self, peaks: Tensor) -> Tensor:
        """peaks [B, T] -> words [B, W, D], one per window."""
        placed = spread_windows(peaks, self.fps, self.frames) + self.pos_emb.weight[:, 0]
        return self.rembed(self.input_projection(placed))


class TemporalProjector(nn.Module):
    """Our own: one word per span of time, so that the order of the movement survives and any length fits.

    Each span is read alone, told its place, and then sees its neighbours through self-attention.
    """

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        self.fps = config.fps
        self.read = nn.Sequential(
            nn.Linear(span_frames(self.fps), TEMPORAL_WIDTH), nn.SiLU(), nn.Linear(TEMPORAL_WIDTH, TEMPORAL_WIDTH)
        )
        layer = nn.TransformerEncoderLayer(
            *(TEMPORAL_WIDTH, TEMPORAL_HEADS, 2 * TEMPORAL_WIDTH, TEMPORAL_DROPOUT),
            activation="gelu",
            batch_first=True,
            norm_first=True,
        )
        self.mix = nn.TransformerEncoder(layer, TEMPORAL_LAYERS, enable_nested_tensor=False)
        self.write = nn.Sequential(nn.LayerNorm(TEMPORAL_WIDTH), nn.Linear(TEMPORAL_WIDTH, config.text_space.width))

    @property
    def last_layer(self) -> nn.Linear:
        """The layer whose bias is the word that an empty rhythm would have."""
        return last_linear(self.write)

    def forward(self, peaks: Tensor) -> Tensor:
        """peaks [B, T] -> words [B, S, D], one per span of SPAN_SECONDS."""
        spans = self.read(consecutive_spans(peaks, self.fps))
        return self.write(self.mix(spans + _places(spans.shape[1], TEMPORAL_WIDTH).to(spans)))


def _places(count: int, width: int) -> Tensor:
    """Sinusoidal positions [count, width] (Vaswani et al. 2017, section 3.5): defined for any count."""
    rates = torch.exp(torch.arange(0, width, 2) * (-math.log(10_000.0) / width))
    angles = torch.arange(count)[:, None] * rates
    return torch.cat([angles.sin(), angles.cos()], dim=1)


RhythmEncoder = MlpProjector | AttentionProjector | TemporalProjector

PROJECTORS: Mapping[Projector, Callable[[EncoderConfig], RhythmEncoder]] = {
    Projector.MLP: MlpProjector,
    Projector.ATTENTION: AttentionProjector,
    Projector.TEMPORAL: TemporalProjector,
}
