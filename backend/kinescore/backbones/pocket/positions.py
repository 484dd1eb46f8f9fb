"""Where a column stands, told at the rates of beats: a model that keeps time then needs no arithmetic for it.

MusicGen's sinusoids lie 14 % apart; two that are to stay in phase with a beat over 5 s must lie much nearer. Half of
Pocket's turn once a beat of the tempi that its clock is told by, so that a beat is a product of place and clock.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from transformers.models.musicgen.modeling_musicgen import MusicgenSinusoidalPositionalEmbedding

from kinescore.backbones.pocket.clock import tempo_centres
from kinescore.groovebox.codes.layout import FRAME_HZ

_SLOWEST_TURN, _FASTEST_TURN = 0.004, 2.5
"""Radians a column, of the other sinusoids."""


class BeatPositions(MusicgenSinusoidalPositionalEmbedding):
    """In the place of MusicGen's own; transformers fills its table by this very function."""

    @staticmethod
    def get_embedding(num_embeddings: int, embedding_dim: int) -> Tensor:
        """Return [num_embeddings, embedding_dim], cosines beside sines. embedding_dim: even."""
        of_beats = 2.0 * np.pi * tempo_centres() / (60.0 * FRAME_HZ)
        half = embedding_dim // 2
        others = max(0, half - len(of_beats))
        rates = np.concatenate([of_beats[: half - others], np.geomspace(_SLOWEST_TURN, _FASTEST_TURN, others)])
        angles = np.arange(num_embeddings)[:, None] * rates
        table = np.concatenate([np.cos(angles), np.sin(angles)], axis=1)
        return torch.from_numpy(table.astype(np.float32))
