"""A reference that is not a sound but the times of its beats, as annotators and mir_eval write them."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import EvaluationError
from kinescore.evaluation.clips.text_file import read_text

BEAT_TIME_SUFFIXES = (".beats", ".txt")


def is_beat_times(path: Path) -> bool:
    """Return whether `path` is a file of beat times by its name."""
    return path.suffix.lower() in BEAT_TIME_SUFFIXES


def read_beat_times(path: Path) -> NDArray[np.float64]:
    """Return the first number of every line, [N] s, increasing.

    Empty lines and lines that begin with # count for nothing, nor does what follows the number on its line (bar and
    beat numbers, for example). Raises EvaluationError for anything else and for times that do not increase.
    """
    times: list[float] = []
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        words = line.split("#")[0].replace(",", " ").split()
        if words:
            times.append(_time(words[0], path, number))
            if len(times) > 1 and times[-1] <= times[-2]:
                raise EvaluationError(f"Line {number} of {path.name} is not later than the one before.")
    return np.array(times, np.float64)


def _time(word: str, path: Path, number: int) -> float:
    try:
        time = float(word)
    except ValueError:
        time = math.nan
    if not 0 <= time < math.inf:
        raise EvaluationError(
            f"Line {number} of {path.name} begins with '{word[:40]}'; wanted is a time in seconds, one in each line."
        )
    return time
