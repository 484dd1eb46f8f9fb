"""Figures of benchmarks as the evaluation's results, so that its page can show them: each with interval and chance.

A command keeps its figures in FOLDER/figures/NAME.json; `benchmarks.pocket_page` shows all that are there.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kinescore.evaluation.chance.intervals import resampled_sums
from kinescore.evaluation.results.evaluation import ChanceLevel, MetricResult
from kinescore.evaluation.results.evaluation_files import with_nan, without_nan
from kinescore.files.strict_json import from_plain, to_plain

SEED = 0
PERMUTATIONS = 1000


def figure(
    place: tuple[str, str, str],
    values: Sequence[float],
    songs: Sequence[object],
    chance: ChanceLevel | None = None,
    better: str = "higher",
    unit: str = "",
) -> MetricResult:
    """Return the mean of `values`, one of each clip, with its 95 % interval.

    place: group (heading of its table), metric (column), system (row). songs: what each clip belongs to; clips of one
    are drawn together. Values that are nan do not count.
    """
    numbers = {song: number for number, song in enumerate(dict.fromkeys(songs))}
    pairs = [(value, numbers[song]) for value, song in zip(values, songs, strict=True) if not math.isnan(value)]
    terms = np.array([(value, 1.0) for value, _ in pairs]).reshape(-1, 2)
    sums = resampled_sums(terms, np.array([number for _, number in pairs], np.int64), SEED)
    low, high = np.quantile(sums[:, 0] / sums[:, 1], [0.025, 0.975]) if len(sums) else (math.nan, math.nan)
    mean = float(terms[:, 0].mean()) if len(terms) else math.nan
    levels = () if chance is None else (chance,)
    return MetricResult(*place, mean, float(low), float(high), len(terms), unit, better, levels)


def by_chance(kind: str, draws: Sequence[float], value: float | None = None) -> ChanceLevel:
    """Return what `draws` without skill give. value: of a score whose best is 1, to be corrected."""
    mean = float(np.mean(draws))
    low, high = np.quantile(draws, [0.025, 0.975])
    corrected = None if value is None or mean >= 1.0 else (value - mean) / (1.0 - mean)
    return ChanceLevel(kind, mean, float(low), float(high), len(draws), corrected=corrected)


def phase_figure(place: tuple[str, str, str], scores: NDArray[np.float64], songs: Sequence[object]) -> MetricResult:
    """Return the mean score of beats. scores: [N, PHASES] of each clip against the music's beat at every phase, the
    true one first; chance takes one at random for each clip."""
    rng = np.random.default_rng(SEED)
    rows = np.arange(len(scores))
    draws = [float(scores[rows, rng.integers(scores.shape[1], size=len(rows))].mean()) for _ in range(PERMUTATIONS)]
    return figure(place, list(scores[:, 0]), songs, by_chance("any phase", draws, float(scores[:, 0].mean())))


def pair_figure(
    place: tuple[str, str, str], scores: NDArray, songs: Sequence[object], better: str = "higher", unit: str = ""
) -> MetricResult:
    """Return the mean score of clips. scores: [N, N], row i what clip i gets where column j was asked for; its own is
    on the diagonal. By chance: what was asked of another clip, at random."""
    rng, rows = np.random.default_rng(SEED), np.arange(len(scores))
    own = np.asarray(scores[rows, rows], np.float64)
    draws = [float(scores[rows, rng.permutation(rows)].mean()) for _ in range(PERMUTATIONS)]
    chance = by_chance("asked of another piece", draws, None if unit else float(own.mean()))
    return figure(place, list(own), songs, chance, better, unit)


def share_named(place: tuple[str, str, str], named: Sequence, asked: Sequence, songs: Sequence) -> MetricResult:
    """Return how often what was `named` of a clip is what was `asked`, as `pair_figure`."""
    return pair_figure(place, np.array(named)[:, None] == np.array(asked)[None], songs)


def print_figures(results: Iterable[MetricResult], wide: int = 34) -> None:
    """Print a table for each group: value, and what chance gives in brackets."""
    every = list(results)
    for group in dict.fromkeys(each.group for each in every):
        cells = {(each.system, each.metric): each for each in every if each.group == group}
        metrics = list(dict.fromkeys(metric for _, metric in cells))
        print(f"\n{group}; in brackets: by chance")
        print(" " * wide + "".join(f"{metric:>18}" for metric in metrics))
        for system in dict.fromkeys(system for system, _ in cells):
            print(f"{system:{wide}}" + "".join(f"{_cell(cells.get((system, each))):>18}" for each in metrics))


def _cell(result: MetricResult | None) -> str:
    if result is None:
        return "-"
    chance = f" ({result.chance[0].value:.3f})" if result.chance else ""
    return f"{result.value:.3f}{chance}"


def keep(results: Sequence[MetricResult], folder: Path, name: str) -> None:
    """Write `results` for the page."""
    path = folder / "figures" / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(without_nan(to_plain(tuple(results))), indent=1), "utf-8")


def kept(folder: Path) -> list[MetricResult]:
    """Return all results that were kept in `folder`, command by command."""
    files = sorted((folder / "figures").glob("*.json"))
    return [
        from_plain(MetricResult, with_nan(plain), file.name)
        for file in files
        for plain in json.loads(file.read_text("utf-8"))
    ]
