"""How AudioLDM 2's latents are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from diffusers import DDIMScheduler

from kinescore.backbones.diffusion import DiffusionSampling, NoisingScheduler


@dataclass(frozen=True)
class AudioLdm2Sampling(DiffusionSampling):
    """As `DiffusionSampling`; the defaults are its authors'. 10.24 s is the length that it was trained on."""

    guidance: float = 3.5
    steps: int = 200
    window_seconds: float = 10.24
    stride_seconds: float = 7.68

    def scheduler(self, model_config: Mapping[str, object]) -> NoisingScheduler:
        """Return a fresh scheduler for a model with the noise schedule of `model_config`, its time steps set."""
        scheduler = DDIMScheduler.from_config(model_config, clip_sample=False, set_alpha_to_one=False)
        scheduler.set_timesteps(self.steps)
        return scheduler
