"""How the next codes are drawn, and how long pieces are cut into windows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from kinescore.backbones.base import Sampling, require_setting

LONGEST_WINDOW_SECONDS = 30.0
NOISE_STEPS = 64


@dataclass(frozen=True)
class MusicgenSampling(Sampling):
    """guidance: 3 as released. top_k: codes to choose from, 1 takes the likeliest. temperature: above 0.

    window_seconds: stretch heard at once, at most 30 (the length MusicGen was trained on). stride_seconds: how far each
    further window moves on; the rest of the window is the music already made. 18 as released.
    Raises BackboneError naming the field.
    """

    guidance: float = 3.0
    top_k: int = 250
    temperature: float = 1.0
    window_seconds: float = LONGEST_WINDOW_SECONDS
    stride_seconds: float = 18.0

    def __post_init__(self) -> None:
        require_setting("guidance", self.guidance, 0.0, 100.0)
        require_setting("top_k", self.top_k, 1, 2**20)
        require_setting("temperature", self.temperature, 0.01, 100.0)
        require_setting("window", self.window_seconds, 1.0, LONGEST_WINDOW_SECONDS)
        require_setting("stride", self.stride_seconds, 0.1, self.window_seconds)


def choose(logits: Tensor, noise: Tensor, sampling: MusicgenSampling) -> Tensor:
    """Return the next codes [B, K] int64.

    logits: [R, K, V], R = B rows, or 2B with guidance: the prompts, then the null prompts. noise: [B, K, C] logarithms
    of Exp(1), one for each of the C likeliest codes: the code with the smallest noise / probability is a draw from the
    distribution (exponential race).
    """
    logits = logits.float()
    if len(logits) != len(noise):
        prompted, null = logits.chunk(2)
        logits = null + sampling.guidance * (prompted - null)
    likeliest, codes = logits.topk(noise.shape[-1], dim=-1)
    winner = (likeliest / sampling.temperature - noise).argmax(dim=-1, keepdim=True)
    return codes.gather(-1, winner)[..., 0]


class NoiseSource:
    """Logarithms of Exp(1) noise for several pieces, each from a generator of its own: no piece knows what is made
    beside it."""

    def __init__(self, seeds: Sequence[int], shape: tuple[int, int], device: torch.device) -> None:
        """shape: (K, C), what one piece needs per step."""
        self._generators = [torch.Generator(device).manual_seed(seed) for seed in seeds]
        self._shape, self._device = shape, device
        self._block = torch.empty(0)
        self._used = NOISE_STEPS

    def draw(self) -> Tensor:
        """Return [B, K, C] for the next step. Drawn in blocks: a few kernels per piece and NOISE_STEPS steps."""
        if self._used == NOISE_STEPS:
            self._block = torch.empty(len(self._generators), NOISE_STEPS, *self._shape, device=self._device)
            for block, generator in zip(self._block, self._generators, strict=True):
                block.exponential_(generator=generator).clamp_min_(torch.finfo(torch.float32).tiny).log_()
            self._used = 0
        self._used += 1
        return self._block[:, self._used - 1]
