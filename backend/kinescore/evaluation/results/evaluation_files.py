"""Results as files: evaluation.json and scores.csv. Same results, same bytes."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kinescore.errors import EvaluationError
from kinescore.evaluation.results.evaluation import ClipBeatCounts, Evaluation
from kinescore.evaluation.results.results_folder import beat_counts_file, evaluation_file
from kinescore.files.atomic_file import write_atomically
from kinescore.files.strict_json import FormatError, from_plain, parse, to_plain

FORMAT = 1
UNDEFINED = ("value", "low", "high")
"""Numbers of results and of their chance levels that may be nan, which JSON has no word for; null stands for it."""
NAMES_IN_FILE = {"results": "figures", "metric": "measure"}
"""Fields that evaluation.json calls otherwise: programs read it, so its names outlive those of the code."""
NAMES_IN_CODE = {stored: name for name, stored in NAMES_IN_FILE.items()}


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
    """Write `evaluation` into the results `folder`. Raises OSError, and EvaluationError for an infinite value."""
    plain = _renamed(without_nan(to_plain(_File(FORMAT, evaluation))), NAMES_IN_FILE)
    try:
        text = json.dumps(plain, allow_nan=False, sort_keys=True, indent=1)
    except ValueError as error:
        raise EvaluationError(f"A result cannot be written: {error}.") from error
    write_atomically(evaluation_file(folder), f"{text}\n".encode())


def load_evaluation(folder: Path) -> Evaluation:
    """Read what `save_evaluation` wrote. Raises EvaluationError for a folder without results, or with damaged ones."""
    path = evaluation_file(folder)
    try:
        plain = _renamed(with_nan(parse(path.read_bytes(), path.name)), NAMES_IN_CODE)
        file: _File = from_plain(_File, plain, path.name)
    except FileNotFoundError:
        raise EvaluationError(f"There are no results in {folder}.", "Make them with `kinescore evaluate`.") from None
    except FormatError as error:
        raise EvaluationError(f"{path} is damaged: {error}", "Run `kinescore evaluate` again.") from error
    return file.evaluation


def save_beat_counts(counts: Iterable[ClipBeatCounts], folder: Path) -> None:
    """Write the counts of every clip into the results `folder` as a table for spreadsheets. Raises OSError."""
    text = io.StringIO()
    names = [field.name for field in fields(ClipBeatCounts)]
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    ordered = sorted(counts, key=lambda each: (each.protocol, each.system, each.clip))
    writer.writerows([getattr(each, name) for name in names] for each in ordered)
    write_atomically(beat_counts_file(folder), text.getvalue().encode())


def load_beat_counts(folder: Path) -> list[ClipBeatCounts]:
    """Read what `save_beat_counts` wrote. Raises EvaluationError for a folder without counts, or with damaged ones."""
    path = beat_counts_file(folder)
    try:
        header, *rows = csv.reader(io.StringIO(path.read_text("utf-8"), newline=""), strict=True)
        if header != [field.name for field in fields(ClipBeatCounts)]:
            raise ValueError(f"its columns are {', '.join(header)}")
        return [
            ClipBeatCounts(clip, system, protocol, int(aligned), int(generated), int(reference))
            for clip, system, protocol, aligned, generated, reference in rows
        ]
    except FileNotFoundError:
        raise EvaluationError(f"There are no scores in {folder}.", "Make them with `kinescore evaluate`.") from None
    except (ValueError, csv.Error) as error:
        raise EvaluationError(f"{path} is damaged: {error}.", "Run `kinescore evaluate` again.") from error


def without_nan(value: Any) -> Any:  # noqa: ANN401  JSON may be anything
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


def _renamed(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401  JSON may be anything
    """Plain values with other names of members; those that `names` does not hold stay."""
    if isinstance(value, dict):
        return {names.get(key, key): _renamed(entry, names) for key, entry in value.items()}
    return [_renamed(entry, names) for entry in value] if isinstance(value, list) else value
