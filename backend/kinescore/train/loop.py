"""The training loop: encoders learn, everything else is frozen. Equations 2 and 3 of the paper."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from accelerate import Accelerator
from torch import Tensor, nn
from torch.amp import GradScaler
from torch.optim import AdamW, Optimizer

from kinescore.backbones.base import Backbone
from kinescore.encoders.checkpoint import save_encoders
from kinescore.encoders.config import Clap, EncoderConfig, GenreSource
from kinescore.encoders.encoders import Encoders, new_encoders
from kinescore.encoders.initialise import start_near_words
from kinescore.errors import TrainingError
from kinescore.pretrained.runtime import Precision
from kinescore.progress import Report, silent
from kinescore.prompt.marks import TRAINING_PROMPT
from kinescore.train.clips import Clips
from kinescore.train.config import TrainConfig
from kinescore.train.curves import CurvePoint, best_of
from kinescore.train.optimiser_state import restore, tensors_of
from kinescore.train.order import DROPOUT, LOSS, VALIDATION, indices_at, seed_for
from kinescore.train.run_folder import BEST, LAST, RunFacts, load_state, save_state

START_WORDS = ("rhythm", "dance")
FIRST_LOSS_SCALE = 2.0**16
"""Keeps small gradients above the least number of fp16. Halved at an update whose gradients overflow, which is left
out; doubled after 2000 without one."""

Watcher = Callable[[tuple[CurvePoint, ...]], None]


def unwatched(curve: tuple[CurvePoint, ...]) -> None:
    """A watcher that looks away."""


@dataclass(frozen=True)
class Lesson:
    """What is learnt from. training, validation: clips that share no music. clap: which one heard their genres, where
    those are examples."""

    training: Clips
    validation: Clips
    clap: Clap | None = None


def encoder_config(backbone: Backbone, config: TrainConfig, clap: Clap | None = None) -> EncoderConfig:
    """Return the shape of the encoders that `config` trains for `backbone`, with examples heard by `clap`.

    Raises TrainingError where `config` takes genre from examples and there is no `clap`, or the other way round.
    """
    if (clap is not None) != (config.genre_source is GenreSource.EXAMPLE):
        heard = "labels" if clap is None else "examples"
        raise TrainingError(f"The setting genre_source is {config.genre_source.value}, but the clips have {heard}.")
    return EncoderConfig(
        backbone.text_space, config.projector, rhythm_mode=config.rhythm_mode, genres=config.genres, clap=clap
    )


def fresh_encoders(backbone: Backbone, config: TrainConfig, clap: Clap | None = None) -> Encoders:
    """Return the encoders as training starts with them. Raises as `encoder_config` does."""
    encoders = new_encoders(encoder_config(backbone, config, clap), config.seed)
    if config.near_words:
        rhythm, genre = (backbone.word_row(word) for word in START_WORDS)
        start_near_words(encoders, rhythm, genre, config.seed)
    return encoders


def loss_scaler(config: TrainConfig, accelerator: Accelerator) -> GradScaler:
    """Return the scaler of the loss, which does nothing but in fp16."""
    return GradScaler(accelerator.device.type, FIRST_LOSS_SCALE, enabled=config.precision is Precision.FP16)


def clip_loss(backbone: Backbone, encoders: nn.Module, clips: Clips, generator: torch.Generator) -> Tensor:
    """Return the backbone's loss, mean over `clips`, for the training prompt with the words that `encoders` write."""
    device = next(encoders.parameters()).device
    words = encoders(clips.peaks.to(device), clips.genres.to(device))
    tokens = backbone.tokenizer.encode(TRAINING_PROMPT, words.rhythm.shape[1], words.genre.shape[1])
    return backbone.loss(backbone.embed([tokens] * len(clips), words), clips.targets, generator)


def train(
    backbone: Backbone,
    lesson: Lesson,
    config: TrainConfig,
    folder: Path,
    accelerator: Accelerator,
    report: Report = silent,
    watch: Watcher = unwatched,
) -> tuple[CurvePoint, ...]:
    """Train encoders, or go on where the run in `folder` was stopped; return the whole curve.

    backbone: on the accelerator's device. On a CPU, a run that was stopped at any moment and goes on ends with the same
    bits as one that was not. watch: called in the main process after each validation, when all is saved.
    Raises TrainingError for a run in `folder` that is another one, a batch that the processes cannot share, and a loss
    that is no finite number; OSError where `folder` cannot be written; whatever `report` raises.
    """
    if config.batch % accelerator.num_processes:
        raise TrainingError(
            f"A batch of {config.batch} clips cannot be shared by {accelerator.num_processes} processes.",
            "Make it a multiple of them.",
        )
    facts = RunFacts(config, backbone.text_space, (len(lesson.training), len(lesson.validation)), lesson.clap)
    curve, tensors = load_state(folder, facts)
    accelerator.wait_for_everyone()
    encoders = fresh_encoders(backbone, config, lesson.clap).to(accelerator.device).train()
    optimiser = AdamW(encoders.parameters(), config.learning_rate, config.betas, weight_decay=config.weight_decay)
    scaler = loss_scaler(config, accelerator)
    if tensors:
        restore(encoders, optimiser, scaler, tensors)
    learner = Learner(backbone, config, accelerator, *accelerator.prepare(encoders, optimiser), scaler)
    while (done := curve[-1].update if curve else 0) < config.updates:
        goal = min(done + config.validate_every, config.updates)
        training_loss = learner.learn(lesson.training, range(done, goal), report)
        validation_loss = learner.validate(lesson.validation)
        point = CurvePoint(goal, config.learning_rate_at(goal - 1), training_loss, validation_loss)
        curve = (*curve, point)
        if accelerator.is_main_process:
            _save(folder, facts, curve, encoders, tensors_of(encoders, optimiser, scaler))
            watch(curve)
    return curve


class Learner:
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
        self._bare_encoders = accelerator.unwrap_model(encoders)

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
                total += clip_loss(self._backbone, self._bare_encoders, batch, generator) * len(batch)
        self._bare_encoders.train()
        return float(self._accelerator.reduce(total, "sum")) / len(clips)

    def _update(self, clips: Clips, update: int) -> Tensor:
        config, rank = self._config, self._accelerator.process_index
        torch.manual_seed(seed_for(config.seed, DROPOUT, update, rank))
        generator = torch.Generator().manual_seed(seed_for(config.seed, LOSS, update, rank))
        indices = indices_at(update, config.batch, len(clips), config.seed)[rank :: self._accelerator.num_processes]
        loss = clip_loss(self._backbone, self._encoders, clips[indices], generator)
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


def _save(
    folder: Path, facts: RunFacts, curve: Sequence[CurvePoint], encoders: Encoders, tensors: Mapping[str, Tensor]
) -> None:
    """The state comes last: a run stopped in between goes on from the older one and writes the same files again."""
    if best_of(curve) is curve[-1]:
        save_encoders(encoders, folder / BEST)
    save_encoders(encoders, folder / LAST)
    save_state(folder, facts, tuple(curve), tensors)
