"""Pretraining of Pocket on a corpus of scores, before it is frozen: from its first update to its last, or from where it
was stopped.

The learning rate is held, then falls to nothing, so that a run may be made longer as long as it has not begun to fall.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from kinescore.backbones.pocket.model import PocketModel
from kinescore.backbones.pocket.vocabulary import pocket_tokenizer
from kinescore.data.score_corpus import ScoreCorpus
from kinescore.errors import TrainingError
from kinescore.files import strict_json
from kinescore.files.atomic_file import write_atomically
from kinescore.progress import Report, silent
from kinescore.train.pretrainer import Pretrainer
from kinescore.train.pretraining_config import DECAY_SHARE, PretrainConfig

STATE, MODEL = "state.safetensors", "model"
HEADER_KEY = "kinescore_pretraining"
FORMAT = 2
"""Of the state; 1 was of a model of the codes of layout 1."""


@dataclass(frozen=True)
class PretrainPoint:
    """After `update` updates. loss: mean since the last point, of rows of every kind."""

    update: int
    loss: float


@dataclass(frozen=True)
class PretrainState:
    """What the state's header holds. pieces: in the corpus."""

    format: int
    config: PretrainConfig
    pieces: int
    curve: tuple[PretrainPoint, ...]


def pretrain(
    corpus: ScoreCorpus,
    config: PretrainConfig,
    folder: Path,
    device: torch.device,
    report: Report = silent,
    watch: Callable[[PretrainPoint], None] = lambda point: None,
    begin: PocketModel | None = None,
) -> tuple[PretrainPoint, ...]:
    """Train a model, or go on where the run in `folder` was stopped; return the whole curve. begin: the model that
    config.start_from names, for a run that has not begun.

    FOLDER/state.safetensors is all that going on needs, FOLDER/model the model as it is now. On a CPU, a run that was
    stopped and goes on ends with the same bits as one that was not. Raises TrainingError for a run in `folder` that is
    another one, for a model there that no run of ours wrote, and for a loss that is no finite number; OSError where
    `folder` cannot be written.
    """
    curve, tensors = _load(folder / STATE, config, len(corpus))
    if not curve and (folder / MODEL).exists():
        raise TrainingError(f"{folder / MODEL} is there already, and no run wrote it.", "Choose another folder.")
    folder.mkdir(parents=True, exist_ok=True)
    trainer = Pretrainer(config, device, begin)
    if tensors:
        trainer.restore(tensors)
        save_model(trainer.model, folder / MODEL)  # a run that was stopped while it wrote it left half of one
    while (done := curve[-1].update if curve else 0) < config.updates:
        goal = min(done + config.save_every, config.updates)
        total = 0.0
        for update in range(done, goal):
            report("pretraining", update / config.updates)
            total += trainer.learn(corpus, update)
        if not math.isfinite(total):
            raise TrainingError(
                f"The loss is {total} somewhere between updates {done} and {goal}.",
                "Lower learning_rate, in another folder; what was saved before is still good.",
            )
        curve = (*curve, PretrainPoint(goal, total / (goal - done)))
        header = strict_json.dump(strict_json.to_plain(PretrainState(FORMAT, config, len(corpus), curve))).decode()
        write_atomically(folder / STATE, save(trainer.tensors(), {HEADER_KEY: header}))
        save_model(trainer.model, folder / MODEL)
        watch(curve[-1])
    return curve


def save_model(model: PocketModel, folder: Path) -> None:
    """Write a model with its tokenizer, as `load_pocket` reads it."""
    model.save_pretrained(folder)
    pocket_tokenizer().save_pretrained(folder)


def read_run(folder: Path) -> PretrainState:
    """Return what the run in `folder` has come to. Raises TrainingError where there is none or it is damaged."""
    return _read(folder / STATE)[0]


def _load(path: Path, config: PretrainConfig, pieces: int) -> tuple[tuple[PretrainPoint, ...], dict[str, Tensor]]:
    if not path.is_file():
        return (), {}
    state, tensors = _read(path)
    was_at_most = state.config.updates * (1.0 - DECAY_SHARE)
    places = [("number of pieces", state.pieces, pieces)]
    places += [(f"setting {f.name}", getattr(state.config, f.name), getattr(config, f.name)) for f in fields(config)]
    for what, was, is_now in places:
        may_change = what == "setting updates" and state.curve[-1].update <= was_at_most
        if was != is_now and not may_change:
            raise TrainingError(
                f"The run in {path.parent} was begun with another {what}: {was}, and now it is {is_now}.",
                "Give what it was begun with, or another folder.",
            )
    return state.curve, tensors


def _read(path: Path) -> tuple[PretrainState, dict[str, Tensor]]:
    try:
        with safe_open(path, framework="pt") as file:
            header = (file.metadata() or {}).get(HEADER_KEY, "{}")
            tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118
    except FileNotFoundError as error:
        raise TrainingError(f"There is no run of `kinescore pretrain` in {path.parent}.") from error
    except SafetensorError as error:
        raise TrainingError(f"{path} is damaged ({error}).", "Delete it to start again.") from error
    state = strict_json.from_plain(PretrainState, strict_json.parse(header, f"header of {path.name}"), path.name)
    if state.format != FORMAT:
        raise TrainingError(
            f"{path} has layout {state.format}; this version reads {FORMAT}.", "Begin in another folder."
        )
    return state, tensors
