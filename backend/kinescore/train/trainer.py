"""Updates: encoders learn, everything else is frozen. Equations 2 and 3 of the paper.

Every random choice is a function of seed, update and process: nothing to save, nothing to lose.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import numpy as np
import torch
from accelerate import Accelerator
from torch import Tensor, nn
from torch.amp import GradScaler
from torch.optim import Optimizer

from kinescore.backbones.base import Backbone
from kinescore.errors import TrainingError
from kinescore.pretrained.runtime import Precision
from kinescore.progress import Report
from kinescore.pseudo_words.marks import TRAINING_PROMPT
from kinescore.train.clips import Clips
from kinescore.train.clock_lesson import word_loss
from kinescore.train.config import Lesson, TrainConfig

FIRST_LOSS_SCALE = 2.0**16
"""Keeps small gradients above the least number of fp16. Halved at an update whose gradients overflow, which is left
out; doubled after 2000 without one."""

DROPOUT, LOSS, ORDER, VALIDATION = range(4)


def seed_for(*place: int) -> int:
    """Return 64 bits that depend on all of `place`: the run's seed, one of the purposes above, update, process."""
    return int(np.random.SeedSequence(place).generate_state(1, np.uint64)[0])


def indices_at(update: int, batch: int, clips: int, seed: int) -> list[int]:
    """Return the `batch` clips of `update`: endless epochs back to back, each in an order of its own.

    An update at a border takes the end of one epoch and the start of the next, so every clip is seen equally often.
    """
    places = range(update * batch, (update + 1) * batch)
    orders = {
        epoch: np.random.default_rng(seed_for(seed, ORDER, epoch)).permutation(clips)
        for epoch in {place // clips for place in places}
    }
    return [int(orders[place // clips][place % clips]) for place in places]


def loss_scaler(config: TrainConfig, accelerator: Accelerator) -> GradScaler:
    """Return the scaler of the loss, which does nothing but in fp16."""
    return GradScaler(accelerator.device.type, FIRST_LOSS_SCALE, enabled=config.precision is Precision.FP16)


def clip_loss(backbone: Backbone, encoders: nn.Module, clips: Clips, generator: torch.Generator) -> Tensor:
    """Return the backbone's loss, mean over `clips`, for the training prompt with the words that `encoders` write."""
    device = next(encoders.parameters()).device
    words = encoders(clips.peaks.to(device), clips.genres.to(device))
    tokens = backbone.tokenizer.encode(TRAINING_PROMPT, words.rhythm.shape[1], words.genre.shape[1])
    return backbone.loss(backbone.embed([tokens] * len(clips), words), clips.targets, generator)


LOSSES: Mapping[Lesson, Callable[[Backbone, nn.Module, Clips, torch.Generator], Tensor]] = {
    Lesson.MUSIC: clip_loss,
    Lesson.CLOCK: word_loss,
}


class Trainer:
    """Encoders and optimiser in this process, one of several that learn together."""

    def __init__(
        self,
        backbone: Backbone,
        config: TrainConfig,
        accelerator: Accelerator,
        encoders: nn.Module,
        optimiser: Optimizer,
        scaler: GradScaler,
    ) -> None:
        """encoders, optimiser: as the accelerator prepared them. scaler: see `loss_scaler`."""
        self._backbone, self._config, self._accelerator = backbone, config, accelerator
        self._encoders, self._optimiser, self._scaler = encoders, optimiser, scaler
        self._bare_encoders, self._loss = accelerator.unwrap_model(encoders), LOSSES[config.lesson]

    def learn(self, clips: Clips, updates: range, report: Report) -> float:
        """Do `updates`; return the mean loss of all processes. Raises TrainingError where it is no finite number."""
        total = torch.zeros((), device=self._accelerator.device)
        for update in updates:
            report("training", update / self._config.updates)
            total += self._update(clips, update)
        mean = float(self._accelerator.reduce(total, "mean")) / len(updates)
        if not math.isfinite(mean):
            raise TrainingError(
                f"The loss is {mean} somewhere between updates {updates.start} and {updates.stop}.",
                "Lower learning_rate, limit clip_norm, or choose precision fp32; what was saved before is still good.",
            )
        return mean

    @torch.no_grad()
    def validate(self, clips: Clips) -> float:
        """Return the mean loss over `clips`: always the same noise and time steps, no dropout."""
        config, rank, processes = self._config, self._accelerator.process_index, self._accelerator.num_processes
        self._bare_encoders.eval()
        total = torch.zeros((), device=self._accelerator.device)
        share = -(-config.batch // processes)
        for number, start in enumerate(range(0, len(clips), share)):
            if number % processes == rank:
                batch = clips[range(start, min(start + share, len(clips)))]
                generator = torch.Generator().manual_seed(seed_for(config.seed, VALIDATION, number))
                total += self._loss(self._backbone, self._bare_encoders, batch, generator) * len(batch)
        self._bare_encoders.train()
        return float(self._accelerator.reduce(total, "sum")) / len(clips)

    def _update(self, clips: Clips, update: int) -> Tensor:
        config, rank = self._config, self._accelerator.process_index
        torch.manual_seed(seed_for(config.seed, DROPOUT, update, rank))
        generator = torch.Generator().manual_seed(seed_for(config.seed, LOSS, update, rank))
        indices = indices_at(update, config.batch, len(clips), config.seed)[rank :: self._accelerator.num_processes]
        loss = self._loss(self._backbone, self._encoders, clips[indices], generator)
        self._accelerator.backward(self._scaler.scale(loss))
        self._scaler.unscale_(self._optimiser)
        if config.clip_norm > 0.0:
            nn.utils.clip_grad_norm_(self._encoders.parameters(), config.clip_norm)
        for group in self._optimiser.param_groups:
            group["lr"] = config.learning_rate_at(update)
        self._scaler.step(self._optimiser)
        self._scaler.update()
        self._optimiser.zero_grad(set_to_none=True)
        return loss.detach()
