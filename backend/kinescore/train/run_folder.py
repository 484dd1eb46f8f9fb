"""What a training run leaves behind, each file whole or not there.

    state.safetensors   all that going on needs: encoders, optimiser, curve, settings
    best.safetensors    encoders of the least validation loss, for servers and `kinescore generate`
    last.safetensors    encoders as they are now
    curves.png          where matplotlib is installed

Learning rate, data order and random numbers follow from the settings and the update; none of them is saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from kinescore.encoders.config import ClapIdentity
from kinescore.errors import TrainingError
from kinescore.files import strict_json
from kinescore.files.atomic_file import write_atomically
from kinescore.pseudo_words.text_space import TextSpace
from kinescore.train.config import TrainConfig
from kinescore.train.curves import CurvePoint

STATE, BEST, LAST = "state.safetensors", "best.safetensors", "last.safetensors"
HEADER_KEY = "kinescore_training"
FORMAT = 1


@dataclass(frozen=True)
class RunFacts:
    """What must be the same when a run goes on. clips: how many there are to train and to validate with. clap: which
    one heard their examples, where they have some."""

    config: TrainConfig
    text_space: TextSpace
    clips: tuple[int, int]
    clap: ClapIdentity | None = None


@dataclass(frozen=True)
class StateHeader:
    """What the header's JSON holds. The last point of `curve` says how far the run is."""

    format: int
    facts: RunFacts
    curve: tuple[CurvePoint, ...]


def save_state(folder: Path, facts: RunFacts, curve: tuple[CurvePoint, ...], tensors: Mapping[str, Tensor]) -> None:
    """Write state.safetensors; same run, same bytes. Raises OSError."""
    header = strict_json.dump(strict_json.to_plain(StateHeader(FORMAT, facts, curve))).decode()
    plain = {name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()}
    write_atomically(folder / STATE, save(plain, {HEADER_KEY: header}))


def load_state(folder: Path, facts: RunFacts) -> tuple[tuple[CurvePoint, ...], dict[str, Tensor]]:
    """Return curve and tensors of the run in `folder`, both empty where none was begun.

    Raises TrainingError where that run was begun with other facts, or its file is damaged.
    """
    path = folder / STATE
    if not path.is_file():
        return (), {}
    try:
        with safe_open(path, framework="pt") as file:
            header = (file.metadata() or {}).get(HEADER_KEY, "{}")
            tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118
    except SafetensorError as error:
        raise TrainingError(f"{path} is damaged ({error}).", "Delete it to start again.") from error
    state = strict_json.from_plain(StateHeader, strict_json.parse(header, f"header of {path.name}"), path.name)
    if state.format != FORMAT:
        raise TrainingError(f"{path} has layout {state.format}; this version reads {FORMAT}.")
    _refuse_another_run(state.facts, facts, folder)
    return state.curve, tensors


def _refuse_another_run(begun: RunFacts, wanted: RunFacts, folder: Path) -> None:
    places: list[tuple[str, object, object]] = [("model", str(begun.text_space), str(wanted.text_space))]
    if begun.text_space.same_place(wanted.text_space):
        places = [("number of clips to train and validate with", begun.clips, wanted.clips)]
        places += [("CLAP", begun.clap, wanted.clap)]
    places += [
        (f"setting {field.name}", getattr(begun.config, field.name), getattr(wanted.config, field.name))
        for field in fields(TrainConfig)
    ]
    for what, was, is_now in places:
        if was != is_now:
            raise TrainingError(
                f"The run in {folder} was begun with another {what}: {was}, and now it is {is_now}.",
                "Give what it was begun with, or another folder.",
            )
