"""A training run from its first update to its last, or from where it was stopped: learn, validate, save."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from accelerate import Accelerator
from torch import Tensor
from torch.optim import AdamW

from kinescore.backbones.base import Backbone
from kinescore.encoders.checkpoint import load_encoders, save_encoders
from kinescore.encoders.config import ClapIdentity, EncoderConfig, GenreSource
from kinescore.encoders.encoders import Encoders, new_encoders
from kinescore.encoders.initialise import start_near_words
from kinescore.errors import TrainingError
from kinescore.progress import Report, silent
from kinescore.train.clips import Clips
from kinescore.train.config import TrainConfig
from kinescore.train.curves import CurvePoint, best_of
from kinescore.train.optimiser_state import restore, tensors_of
from kinescore.train.run_folder import BEST, LAST, RunFacts, load_state, save_state
from kinescore.train.trainer import Trainer, loss_scaler

START_WORDS = ("rhythm", "dance")
Watcher = Callable[[tuple[CurvePoint, ...]], None]


def unwatched(curve: tuple[CurvePoint, ...]) -> None:
    """A watcher that looks away."""


@dataclass(frozen=True)
class TrainingData:
    """What is learnt from. training, validation: clips that share no music. clap: which one heard their genres, where
    those are examples."""

    training: Clips
    validation: Clips
    clap: ClapIdentity | None = None


def encoder_config(backbone: Backbone, config: TrainConfig, clap: ClapIdentity | None = None) -> EncoderConfig:
    """Return the shape of the encoders that `config` trains for `backbone`, with examples heard by `clap`.

    Raises TrainingError where `config` takes genre from examples and there is no `clap`, or the other way round.
    """
    if (clap is not None) != (config.genre_source is GenreSource.EXAMPLE):
        heard = "labels" if clap is None else "examples"
        raise TrainingError(f"The setting genre_source is {config.genre_source.value}, but the clips have {heard}.")
    return EncoderConfig(
        backbone.text_space, config.projector, rhythm_mode=config.rhythm_mode, genres=config.genres, clap=clap
    )


def fresh_encoders(backbone: Backbone, config: TrainConfig, clap: ClapIdentity | None = None) -> Encoders:
    """Return the encoders as training starts with them.

    Raises as `encoder_config` does; EncoderError or TrainingError for a checkpoint to start from that does not fit.
    """
    shape = encoder_config(backbone, config, clap)
    if config.start_from:
        return _begun(Path(config.start_from), backbone, shape)
    encoders = new_encoders(shape, config.seed)
    if config.near_words:
        rhythm, genre = (backbone.word_row(word) for word in START_WORDS)
        start_near_words(encoders, rhythm, genre, config.seed)
    return encoders


def _begun(path: Path, backbone: Backbone, shape: EncoderConfig) -> Encoders:
    encoders = load_encoders(path, backbone.text_space)
    if replace(encoders.config, text_space=shape.text_space) != shape:
        raise TrainingError(
            f"The encoders in {path.name} have another projector, rhythm or genres than this run is to train.",
            "Give the settings that they were trained with.",
        )
    return encoders


def train(
    backbone: Backbone,
    data: TrainingData,
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
    facts = RunFacts(config, backbone.text_space, (len(data.training), len(data.validation)), data.clap)
    curve, tensors = load_state(folder, facts)
    accelerator.wait_for_everyone()
    encoders = fresh_encoders(backbone, config, data.clap).to(accelerator.device).train()
    optimiser = AdamW(encoders.parameters(), config.learning_rate, config.betas, weight_decay=config.weight_decay)
    scaler = loss_scaler(config, accelerator)
    if tensors:
        restore(encoders, optimiser, scaler, tensors)
    shared_encoders, shared_optimiser = accelerator.prepare(encoders, optimiser)
    trainer = Trainer(backbone, config, accelerator, shared_encoders, shared_optimiser, scaler)
    while (done := curve[-1].update if curve else 0) < config.updates:
        goal = min(done + config.validate_every, config.updates)
        training_loss = trainer.learn(data.training, range(done, goal), report)
        validation_loss = trainer.validate(data.validation)
        point = CurvePoint(goal, config.learning_rate_at(goal - 1), training_loss, validation_loss)
        curve = (*curve, point)
        if accelerator.is_main_process:
            _save(folder, facts, curve, encoders, tensors_of(encoders, optimiser, scaler))
            watch(curve)
    return curve


def _save(
    folder: Path, facts: RunFacts, curve: Sequence[CurvePoint], encoders: Encoders, tensors: Mapping[str, Tensor]
) -> None:
    """The state comes last: a run stopped in between goes on from the older one and writes the same files again."""
    if best_of(curve) is curve[-1]:
        save_encoders(encoders, folder / BEST)
    save_encoders(encoders, folder / LAST)
    save_state(folder, facts, tuple(curve), tensors)
