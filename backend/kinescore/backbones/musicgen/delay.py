"""The delay pattern: codebook k of a frame is spoken k steps later than its first codebook (Copet et al. 2023, 2.3).

A sequence has one column more than T frames plus the longest delay: column 0 starts it. Frame t of codebook k stands
in column t + 1 + delay(k); all other places hold the filler. Stereo interleaves left and right: both of a pair share
one delay.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class DelayPattern:
    """codebooks: K, both channels counted. channels: 1 or 2. filler: the code that is no sound (2048)."""

    codebooks: int
    channels: int
    filler: int

    def delays(self, device: torch.device | str = "cpu") -> Tensor:
        """Return [K] int64: 0 1 2 3 for mono, 0 0 1 1 2 2 3 3 for stereo."""
        return torch.arange(self.codebooks, device=device) // self.channels

    def columns(self, frames: int) -> int:
        """Return how many columns `frames` frames take."""
        return frames + 1 + (self.codebooks - 1) // self.channels

    def spread(self, codes: Tensor, frames: int) -> Tensor:
        """Put codes [B, K, T] into a sequence [B, K, columns(frames)] with room for `frames` >= T frames."""
        sequence = codes.new_full((*codes.shape[:2], self.columns(frames)), self.filler)
        for codebook, delay in enumerate(self.delays().tolist()):
            sequence[:, codebook, delay + 1 : delay + 1 + codes.shape[2]] = codes[:, codebook]
        return sequence

    def gather(self, sequence: Tensor, frames: int) -> Tensor:
        """Take codes [B, K, frames] out of a sequence [B, K, at least columns(frames)]."""
        delays = self.delays().tolist()
        return torch.stack([sequence[:, k, delay + 1 : delay + 1 + frames] for k, delay in enumerate(delays)], dim=1)

    def free_places(self, known: int, frames: Tensor, columns: int) -> Tensor:
        """Return [B, K, columns] bool: where codes are still to be found.

        known: frames already there at the start. frames: [B] how many each piece will have.
        """
        frame = torch.arange(columns, device=frames.device) - 1 - self.delays(frames.device)[:, None]
        return (frame >= known) & (frame < frames[:, None, None])
