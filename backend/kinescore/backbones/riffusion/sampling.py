"""How Riffusion's pictures are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from diffusers import DDIMScheduler, DPMSolverMultistepScheduler

from kinescore.backbones.base import require_setting
from kinescore.backbones.diffusion import DiffusionSampling, NoisingScheduler


class Solver(Enum):
    """DPM: DPM++ 2M with Karras' noise levels, good from 20 steps on. DDIM: without added noise, wants about 50."""

    DPM = "dpm"
    DDIM = "ddim"


@dataclass(frozen=True)
class RiffusionSampling(DiffusionSampling):
    """As `DiffusionSampling`; 5.12 s is the width of the pictures that Riffusion was trained on.

    phase_iterations: of the Griffin-Lim algorithm that turns the picture into sound.
    """

    guidance: float = 7.0
    steps: int = 20
    window_seconds: float = 5.12
    stride_seconds: float = 3.84
    solver: Solver = Solver.DPM
    phase_iterations: int = 64

    def __post_init__(self) -> None:
        super().__post_init__()
        require_setting("number of phase iterations", self.phase_iterations, 1, 10_000)

    def scheduler(self, model_config: Mapping[str, object]) -> NoisingScheduler:
        """Return a fresh scheduler for a model with the noise schedule of `model_config`, its time steps set."""
        if self.solver is Solver.DPM:
            scheduler = DPMSolverMultistepScheduler.from_config(
                model_config, algorithm_type="dpmsolver++", solver_order=2, use_karras_sigmas=True
            )
        else:
            scheduler = DDIMScheduler.from_config(model_config, clip_sample=False, set_alpha_to_one=False)
        scheduler.set_timesteps(self.steps)
        return scheduler
