"""Results as files: evaluation.json and scores.csv. Same results, same bytes."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kinescore.errors import EvaluationError
from kinescore.evaluation.results.figure import ClipScore, Evaluation
from kinescore.evaluation.results.results_folder import evaluation_file, scores_file
from kinescore.files.atomic_file import write_atomically
from kinescore.files.strict_json import FormatError, from_plain, parse, to_plain

FORMAT = 1
UNDEFINED = ("value", "low", "high")
"""Numbers of figures and of their chance that may be nan, which JSON has no word for; null stands for it."""


@dataclass(frozen=True)
class _File:
    """evaluation.json."""

    format: int
    evaluation: Evaluation

    def __post_init__(self) -> None:
        if self.format != FORMAT:
            raise EvaluationError(
                f"The results are of format {self.format}; this version reads format {FORMAT}.",
                "Run `kinescore evaluate` again.",
            )


def save_evaluation(evaluation: Evaluation, folder: Path) -> None:
    """Write `evaluation` into the results `folder`. Raises OSError, and EvaluationError for an infinite figure."""
    try:
        text = json.dumps(without_nan(to_plain(_File(FORMAT, evaluation))), allow_nan=False, sort_keys=True, indent=1)
    except ValueError as error:
        raise EvaluationError(f"A figure cannot be written: {error}.") from error
    write_atomically(evaluation_file(folder), f"{text}\n".encode())


def load_evaluation(folder: Path) -> Evaluation:
    """Read what `save_evaluation` wrote. Raises EvaluationError for a folder without results, or with damaged ones."""
    path = evaluation_file(folder)
    try:
        plain = parse(path.read_bytes(), path.name)
        return from_plain(_File, with_nan(plain), path.name).evaluation
    except FileNotFoundError:
        raise EvaluationError(f"There are no results in {folder}.", "Make them with `kinescore evaluate`.") from None
    except FormatError as error:
        raise EvaluationError(f"{path} is damaged: {error}", "Run `kinescore evaluate` again.") from error


def save_scores(scores: Iterable[ClipScore], folder: Path) -> None:
    """Write the counts of every clip into the results `folder` as a table for spreadsheets. Raises OSError."""
    text = io.StringIO()
    names = [field.name for field in fields(ClipScore)]
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    ordered = sorted(scores, key=lambda score: (score.protocol, score.system, score.clip))
    writer.writerows([getattr(score, name) for name in names] for score in ordered)
    write_atomically(scores_file(folder), text.getvalue().encode())


def load_scores(folder: Path) -> list[ClipScore]:
    """Read what `save_scores` wrote. Raises EvaluationError for a folder without scores, or with damaged ones."""
    path = scores_file(folder)
    kinds = {field.name: int if field.type == "int" else str for field in fields(ClipScore)}
    try:
        header, *rows = csv.reader(io.StringIO(path.read_text("utf-8"), newline=""), strict=True)
        if header != list(kinds):
            raise ValueError(f"its columns are {', '.join(header)}")
        return [ClipScore(*(kind(cell) for kind, cell in zip(kinds.values(), row, strict=True))) for row in rows]
    except FileNotFoundError:
        raise EvaluationError(f"There are no scores in {folder}.", "Make them with `kinescore evaluate`.") from None
    except (ValueError, csv.Error) as error:
        raise EvaluationError(f"{path} is damaged: {error}.", "Run `kinescore evaluate` again.") from error


def without_nan(value: object) -> object:
    """Return plain values with None, which JSON has a word for, where they are nan."""
    if isinstance(value, dict):
        return {key: without_nan(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [without_nan(entry) for entry in value]
    return None if isinstance(value, float) and math.isnan(value) else value


def with_nan(value: Any) -> Any:  # noqa: ANN401  JSON may be anything
    """Return plain values with nan for None where UNDEFINED says that a number may be undefined."""
    if isinstance(value, dict):
        return {
            key: math.nan if entry is None and key in UNDEFINED else with_nan(entry) for key, entry in value.items()
        }
    return [with_nan(entry) for entry in value] if isinstance(value, list) else value
