"""What one TOML file says of a table: the clips, and for each row its model and how its encoders are had."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

from kinescore.data.pairs import Split
from kinescore.engines.composer import BUILT_IN
from kinescore.engines.model_choice import LEARNED_ENGINES, named_model, own_encoders, own_models
from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.clip import SYSTEM_NAMES, can_name_a_system
from kinescore.evaluation.clips.text_file import read_text
from kinescore.evaluation.observers.registry import ObserverChoice
from kinescore.files import strict_json

MAX_ROWS = 64


class EncoderSource(Enum):
    """Where a row has its encoders from; any other word is the path of a checkpoint."""

    TRAIN = "train"
    OWN = "own"
    NONE = "none"


@dataclass(frozen=True)
class GridRow:
    """One system.

    name: in the tables. engine, model: as for `kinescore generate`. encoders: "train" (the default) trains them on the
    dataset, "own" takes those that come with the engine's own model, "none" lets words alone carry tempo and genre (for
    Pocket: its own word for the beats that were found), anything else is a checkpoint's path. preset, settings: of the
    training, as for `kinescore train`. sampling: as for `kinescore generate`.

    Raises EvaluationError naming the row.
    """

    name: str
    engine: str
    model: str = ""
    encoders: str = EncoderSource.TRAIN.value
    preset: str = "fast"
    settings: Mapping[str, Any] | None = None
    sampling: Mapping[str, str] | None = None

    def __post_init__(self) -> None:
        engines = tuple(dict.fromkeys((*BUILT_IN, *LEARNED_ENGINES)))
        if not can_name_a_system(self.name):
            raise EvaluationError(f"A row is called '{self.name}'; its sounds' folder takes that name.", SYSTEM_NAMES)
        if self.engine not in engines:
            raise EvaluationError(
                f"The row '{self.name}' has the engine '{self.engine}'; it may be {', '.join(engines)}."
            )
        if self.engine in LEARNED_ENGINES and not self.model and self.engine not in own_models():
            raise EvaluationError(f"The row '{self.name}' plays with {self.engine} but names no model.")
        if self.encoders == EncoderSource.OWN.value and self.own_encoders is None:
            raise EvaluationError(
                f"The row '{self.name}' is to play with encoders of its model's own, but none came with that model.",
                'Write encoders = "train", "none" or the path of a checkpoint.',
            )

    @property
    def is_trained(self) -> bool:
        """Whether its encoders are to be trained."""
        return self.engine in LEARNED_ENGINES and self.encoders == EncoderSource.TRAIN.value

    @property
    def own_encoders(self) -> Path | None:
        """The encoders that came with Kinescore for its model; None where there are none."""
        if self.engine not in LEARNED_ENGINES:
            return None
        return own_encoders(self.engine, named_model(self.engine, self.model))


@dataclass(frozen=True)
class Grid:
    """A table. dataset: made by `kinescore prepare`. split: whose clips are played. seed: of every piece of music.
    device: where models run. precision: of their weights while they play; training's is one of a row's settings.
    observers: who analyses the music, besides the beat detectors. rows: the systems."""

    dataset: str
    rows: tuple[GridRow, ...]
    split: Split = Split.TEST
    seed: int = 0
    device: str = "auto"
    precision: str = "fp32"
    observers: tuple[ObserverChoice, ...] = ()

    def __post_init__(self) -> None:
        names = [row.name for row in self.rows]
        if not 1 <= len(names) <= MAX_ROWS:
            raise EvaluationError(f"The grid has {len(names)} rows; from 1 to {MAX_ROWS} are accepted.")
        if len({name.casefold() for name in names}) != len(names):
            raise EvaluationError("Two rows of the grid have the same name.", "Give each its own.")


def read_grid(path: Path) -> Grid:
    """Read a TOML file; its relative paths start at its folder. Raises EvaluationError or FormatError."""
    try:
        plain = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise EvaluationError(f"{path.name} is not valid TOML: {error}.") from error
    grid: Grid = strict_json.from_plain(Grid, _with_new_names(plain), path.name)
    folder = path.parent.resolve()
    rows = tuple(_placed(row, folder) for row in grid.rows)
    observers = tuple(replace(each, model=_local(each.model, folder)) for each in grid.observers)
    return replace(grid, dataset=str(folder / grid.dataset), rows=rows, observers=observers)


def _with_new_names(plain: dict[str, Any]) -> dict[str, Any]:
    """The table with `observers` as they were called up to version 0.1, `ears`, under their name of today; and without
    its `offline`, which all models are now."""
    plain = {name: value for name, value in plain.items() if name != "offline"}
    if "ears" not in plain or "observers" in plain:
        return plain
    return {("observers" if name == "ears" else name): value for name, value in plain.items()}


def _placed(row: GridRow, folder: Path) -> GridRow:
    """The row with paths that lead from here."""
    words = {source.value for source in EncoderSource}
    encoders = row.encoders if row.encoders in words else str(folder / row.encoders)
    return replace(row, encoders=encoders, model=_local(row.model, folder) or "")


def _local(model: str | None, folder: Path) -> str | None:
    """A model that is there beside the file; anything else is a hub id."""
    return str(folder / model) if model and (folder / model).exists() else model
