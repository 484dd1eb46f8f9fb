"""How ACE-Step's latents are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from diffusers import FlowMatchEulerDiscreteScheduler

from kinescore.backbones.base import require_setting
from kinescore.backbones.diffusion import DiffusionSampling, Scheduler


@dataclass(frozen=True)
class AceStepSampling(DiffusionSampling):
    """As `DiffusionSampling`. guidance: 1 for turbo models, whose guidance is built in. shift: above 1 spends more of
    the steps near pure noise."""

    guidance: float = 1.0
    steps: int = 8
    window_seconds: float = 30.0
    stride_seconds: float = 24.0
    shift: float = 3.0

    def __post_init__(self) -> None:
        super().__post_init__()
        require_setting("shift", self.shift, 0.1, 100.0)

    def scheduler(self, model_config: Mapping[str, object]) -> Scheduler:
        """Return a fresh scheduler whose time steps run from 1 (noise) towards 0 (music)."""
        scheduler = FlowMatchEulerDiscreteScheduler.from_config(model_config)
        scheduler.set_timesteps(sigmas=self.levels())
        return scheduler

    def levels(self) -> list[float]:
        """Return the share of noise that each step begins with, from 1 down."""
        even = torch.linspace(1.0, 0.0, self.steps + 1)[:-1]
        levels: list[float] = (self.shift * even / (1.0 + (self.shift - 1.0) * even)).tolist()
        return levels


TURBO = AceStepSampling()
GUIDED = AceStepSampling(guidance=7.0, steps=50)
