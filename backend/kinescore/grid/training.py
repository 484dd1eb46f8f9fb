"""The encoders of a row: taught by `kinescore train` in a process of its own, whose memory goes when it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from kinescore.evaluate.errors import EvaluationError
from kinescore.grid.config import Encoders, Grid, Row
from kinescore.model_choice import LEARNED_ENGINES


def trained_checkpoint(row: Row, runs: Path) -> Path:
    """Return where the encoders of a row that is trained are, or will be."""
    return runs / row.name / "best.safetensors"


def encoders_of(row: Row, grid: Grid, runs: Path) -> Path | None:
    """Return the checkpoint of `row`, None for words alone; teach it first where that is not done.

    runs: folder of all training runs. Going on with a stopped run is left to `kinescore train`.
    Raises EvaluationError where training failed; its own message was printed.
    """
    if row.engine not in LEARNED_ENGINES or row.encoders == Encoders.NONE.value:
        return None
    if not row.is_trained:
        return Path(row.encoders)
    done = subprocess.run(_command(row, grid, runs / row.name), check=False)
    if done.returncode:
        raise EvaluationError(
            f"The encoders of the row '{row.name}' could not be trained; the reason is above.",
            "Mend it and run the same command again: what is done stays.",
        )
    return trained_checkpoint(row, runs)


def _command(row: Row, grid: Grid, run: Path) -> list[str]:
    settings = [f"{name}={json.dumps(value)}" for name, value in (row.settings or {}).items()]
    words = ["train", grid.dataset, "-o", str(run), "--engine", row.engine, "--model", row.model]
    words += ["--preset", row.preset, *(word for setting in settings for word in ("-s", setting))]
    if grid.device == "cpu":
        words.append("--cpu")
    if grid.offline:
        words.append("--offline")
    return [sys.executable, "-m", "kinescore", *words]
