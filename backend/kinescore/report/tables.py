"""An evaluation as tables and a dot plot: what stands in which place, and what may be called best."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kinescore.evaluation.results.evaluation import REFERENCE, Evaluation, MetricResult


@dataclass(frozen=True)
class MetricColumn:
    """One metric in one group. results: one per system of the table, None where it has none. best: the
    system whose interval overlaps with no other's and does not hold its first chance level; "" where there is none."""

    metric: str
    unit: str
    better: str
    results: tuple[MetricResult | None, ...]
    best: str


@dataclass(frozen=True)
class ResultTable:
    """One group: rows are systems, columns metrics."""

    group: str
    systems: tuple[str, ...]
    columns: tuple[MetricColumn, ...]

    @property
    def results(self) -> tuple[MetricResult, ...]:
        """Every result, system by system."""
        rows = zip(*(column.results for column in self.columns), strict=True)
        return tuple(result for row in rows for result in row if result is not None)

    @property
    def chance_kinds(self) -> tuple[str, ...]:
        """Every kind of chance in the table, in order."""
        return tuple(dict.fromkeys(chance.kind for result in self.results for chance in result.chance))


@dataclass(frozen=True)
class DotPlotRow:
    """A value with its interval. low, high: nan where there is none. system: "" for chance."""

    label: str
    system: str
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class DotPlot:
    """Values with their intervals on an axis from 0 to `top`, with ticks."""

    title: str
    top: float
    ticks: tuple[float, ...]
    rows: tuple[DotPlotRow, ...]


def result_tables(evaluation: Evaluation) -> tuple[ResultTable, ...]:
    """Return one table for each group, groups and metrics in the order in which they first appear."""
    groups = dict.fromkeys(result.group for result in evaluation.results)
    return tuple(_table(group, evaluation) for group in groups)


def _table(group: str, evaluation: Evaluation) -> ResultTable:
    results = [result for result in evaluation.results if result.group == group]
    systems = _in_order(list(dict.fromkeys(result.system for result in results)), evaluation.systems)
    metrics = dict.fromkeys(result.metric for result in results)
    return ResultTable(group, systems, tuple(_column(metric, systems, results) for metric in metrics))


def _in_order(systems: Sequence[str], order: Sequence[str]) -> tuple[str, ...]:
    """Systems in the evaluation's order; what is no system of it, such as the reference's own music, comes first, as it
    came."""
    others = (system for system in systems if system not in order)
    return (*others, *(system for system in order if system in systems))


def _column(metric: str, systems: Sequence[str], results: Sequence[MetricResult]) -> MetricColumn:
    of_system = {result.system: result for result in results if result.metric == metric}
    some = next(iter(of_system.values()))
    in_order = tuple(of_system.get(system) for system in systems)
    return MetricColumn(metric, some.unit, some.better, in_order, _best(of_system.values()))


def _best(results: Iterable[MetricResult]) -> str:
    """The system that beats every other, and its own chance level, by more than the uncertainty. Undefined values lose;
    the reference's own music does not compete."""
    sign = {"higher": 1.0, "lower": -1.0}
    systems = [result for result in results if result.system != REFERENCE]
    defined = [result for result in systems if math.isfinite(result.value) and result.better in sign]
    if len(defined) < 2 or not all(math.isfinite(result.low) and math.isfinite(result.high) for result in defined):
        return ""
    first, *others = sorted(defined, key=lambda result: -sign[result.better] * result.value)
    rivals = [(other.low, other.high) for other in others]
    rivals += [(chance.value, chance.value) for chance in first.chance[:1]]
    apart = all(first.low > high if first.better == "higher" else first.high < low for low, high in rivals)
    return first.system if apart else ""


def dot_plot(table: ResultTable, metric: str) -> DotPlot | None:
    """Return `metric` of every system, each followed by its chance levels; None where nothing is defined."""
    column = next((column for column in table.columns if column.metric == metric), None)
    if column is None:
        return None
    rows = [row for result in column.results if result is not None for row in _plot_rows(result)]
    largest = max((max(row.value, row.high) for row in rows if math.isfinite(row.value)), default=math.nan)
    if not math.isfinite(largest):
        return None
    top = max(math.ceil(largest * 10 - 1e-9) / 10, 0.1)
    step = 0.1 if top <= 0.6 else 0.2
    ticks = tuple(round(step * k, 1) for k in range(math.floor(top / step + 1e-9) + 1))
    return DotPlot(f"{metric}, {table.group}", top, ticks, tuple(rows))


def _plot_rows(result: MetricResult) -> list[DotPlotRow]:
    own = DotPlotRow(result.system, result.system, result.value, result.low, result.high)
    return [own, *(DotPlotRow(chance.kind, "", chance.value, chance.low, chance.high) for chance in result.chance)]
