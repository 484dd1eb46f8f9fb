"""An evaluation as tables and a dot plot: what stands in which place, and what may be called best."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kinescore.evaluation.results.figure import Evaluation, Figure
from kinescore.evaluation.results.results_folder import REFERENCE


@dataclass(frozen=True)
class Column:
    """One measure in one group. figures: one per system of the table, None where it was not measured. best: the
    system whose interval overlaps with no other's and does not hold its first chance level; "" where there is none."""

    measure: str
    unit: str
    better: str
    figures: tuple[Figure | None, ...]
    best: str


@dataclass(frozen=True)
class FigureTable:
    """One group: rows are systems, columns measures."""

    group: str
    systems: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure, system by system."""
        rows = zip(*(column.figures for column in self.columns), strict=True)
        return tuple(figure for row in rows for figure in row if figure is not None)

    @property
    def chance_kinds(self) -> tuple[str, ...]:
        """Every kind of chance in the table, in order."""
        return tuple(dict.fromkeys(chance.kind for figure in self.figures for chance in figure.chance))


@dataclass(frozen=True)
class Mark:
    """A row of a dot plot: a value with its interval. low, high: nan where there is none. system: "" for chance."""

    label: str
    system: str
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class DotPlot:
    """Rows of marks on an axis from 0 to `top`, with ticks."""

    title: str
    top: float
    ticks: tuple[float, ...]
    marks: tuple[Mark, ...]


def figure_tables(evaluation: Evaluation) -> tuple[FigureTable, ...]:
    """Return one table for each group, groups and measures in the order in which they first appear."""
    groups = dict.fromkeys(figure.group for figure in evaluation.figures)
    return tuple(_table(group, evaluation) for group in groups)


def _table(group: str, evaluation: Evaluation) -> FigureTable:
    figures = [figure for figure in evaluation.figures if figure.group == group]
    systems = _in_order({figure.system for figure in figures}, evaluation.systems)
    measures = dict.fromkeys(figure.measure for figure in figures)
    return FigureTable(group, systems, tuple(_column(measure, systems, figures) for measure in measures))


def _in_order(systems: set[str], order: Sequence[str]) -> tuple[str, ...]:
    """Systems in the evaluation's order; what is no system of it, such as the reference's own music, comes first."""
    return (*sorted(systems - set(order)), *(system for system in order if system in systems))


def _column(measure: str, systems: Sequence[str], figures: Sequence[Figure]) -> Column:
    of_system = {figure.system: figure for figure in figures if figure.measure == measure}
    some = next(iter(of_system.values()))
    return Column(
        measure, some.unit, some.better, tuple(of_system.get(system) for system in systems), _best(of_system.values())
    )


def _best(figures: Sequence[Figure]) -> str:
    """The system that beats every other, and its own chance level, by more than the uncertainty. Undefined values lose;
    the reference's own music does not compete."""
    sign = {"higher": 1.0, "lower": -1.0}
    systems = [figure for figure in figures if figure.system != REFERENCE]
    defined = [figure for figure in systems if math.isfinite(figure.value) and figure.better in sign]
    if len(defined) < 2 or not all(math.isfinite(figure.low) and math.isfinite(figure.high) for figure in defined):
        return ""
    first, *others = sorted(defined, key=lambda figure: -sign[figure.better] * figure.value)
    rivals = [(other.low, other.high) for other in others] + [
        (chance.value, chance.value) for chance in first.chance[:1]
    ]
    apart = all(first.low > high if first.better == "higher" else first.high < low for low, high in rivals)
    return first.system if apart else ""


def dot_plot(table: FigureTable, measure: str) -> DotPlot | None:
    """Return `measure` of every system, each followed by its chance levels; None where nothing is defined."""
    column = next((column for column in table.columns if column.measure == measure), None)
    if column is None:
        return None
    marks = [mark for figure in column.figures if figure is not None for mark in _marks(figure)]
    largest = max((max(mark.value, mark.high) for mark in marks if math.isfinite(mark.value)), default=math.nan)
    if not math.isfinite(largest):
        return None
    top = max(math.ceil(largest * 10 - 1e-9) / 10, 0.1)
    step = 0.1 if top <= 0.6 else 0.2
    ticks = tuple(round(step * k, 1) for k in range(math.floor(top / step + 1e-9) + 1))
    return DotPlot(f"{measure}, {table.group}", top, ticks, tuple(marks))


def _marks(figure: Figure) -> list[Mark]:
    own = Mark(figure.system, figure.system, figure.value, figure.low, figure.high)
    return [own, *(Mark(chance.kind, "", chance.value, chance.low, chance.high) for chance in figure.chance)]
