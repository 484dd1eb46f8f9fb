"""The encoders of a row: trained by `kinescore train` in a process of its own, whose memory goes when it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from kinescore.engines.model_choice import LEARNED_ENGINES, named_model
from kinescore.errors import EvaluationError
from kinescore.files.atomic_file import write_atomically
from kinescore.grid.config import EncoderSource, Grid, GridRow


def encoders_of(row: GridRow, runs: Path) -> Path | None:
    """Return the checkpoint that `row` plays with; None for words alone. runs: folder of all training runs."""
    if row.engine not in LEARNED_ENGINES or row.encoders == EncoderSource.NONE.value:
        return None
    if row.encoders == EncoderSource.OWN.value:
        return row.own_encoders
    return _run(row, runs) / "best.safetensors" if row.is_trained else Path(row.encoders)


def training_is_finished(row: GridRow, runs: Path) -> bool:
    """Return whether the training of `row` reached its end; its best checkpoint is there long before."""
    return _finished(row, runs).is_file()


def train_row(row: GridRow, grid: Grid, runs: Path) -> None:
    """Train the encoders of `row`. Going on with a stopped run is left to `kinescore train`.

    Raises EvaluationError where training failed; its own message was printed.
    """
    surroundings = os.environ if grid.device == "auto" else os.environ | {"ACCELERATE_TORCH_DEVICE": grid.device}
    done = subprocess.run(_command(row, grid, _run(row, runs)), check=False, env=surroundings)
    if done.returncode:
        raise EvaluationError(
            f"The encoders of the row '{row.name}' could not be trained; the reason is above.",
            "Mend it and run the same command again: what is done stays.",
        )
    write_atomically(_finished(row, runs), b"")


def _run(row: GridRow, runs: Path) -> Path:
    return runs / row.name


def _finished(row: GridRow, runs: Path) -> Path:
    return _run(row, runs) / "finished"


def _command(row: GridRow, grid: Grid, run: Path) -> list[str]:
    settings = [f"{name}={json.dumps(value)}" for name, value in (row.settings or {}).items()]
    words = ["train", grid.dataset, "-o", str(run), "--engine", row.engine]
    words += ["--model", named_model(row.engine, row.model)]
    words += ["--preset", row.preset, *(word for setting in settings for word in ("-s", setting))]
    if grid.device == "cpu":
        words.append("--cpu")
    return [sys.executable, "-m", "kinescore", *words]
