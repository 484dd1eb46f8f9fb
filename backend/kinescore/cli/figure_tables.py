"""Figures -> tables for the terminal: a row for each system, and below it what no skill would give."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from rich.table import Table

from kinescore.evaluation.results.figure import Chance, Evaluation, Figure
from kinescore.evaluation.results.results_folder import REFERENCE

ARROWS = {"higher": " ↑", "lower": " ↓"}
UNDEFINED = "–"
GAP = 2
CELL_WIDTH = len("0.123 p 0.005")

Rows = dict[str, dict[str, Figure]]
"""Figures by system and measure."""


def tables_of(evaluation: Evaluation, width: int) -> Iterator[tuple[str, Table]]:
    """Yield title and table of each group of figures, in order: one table, or several with fewer columns, untitled from
    the second on, where `width` characters are too few for all."""
    for group in dict.fromkeys(figure.group for figure in evaluation.figures):
        figures = [figure for figure in evaluation.figures if figure.group == group]
        rows: Rows = {system: {} for system in dict.fromkeys(figure.system for figure in figures)}
        for figure in figures:
            rows[figure.system][figure.measure] = figure
        columns = {figure.measure: _heading(figure) for figure in figures}
        labels = [*(f"{system} ({evaluation.clips})" for system in rows), "  corrected for it"]
        labels += [f"  {kind} ({evaluation.clips})" for kind in _kinds(figures)]
        for number, part in enumerate(_parts(columns, width - max(map(len, labels)))):
            yield "" if number else group, _table({measure: columns[measure] for measure in part}, rows)


def _parts(columns: dict[str, str], width: int) -> list[list[str]]:
    """Measures, as many together as fit."""
    parts: list[list[str]] = []
    room = 0
    for measure, heading in columns.items():
        needed = GAP + max(len(heading), CELL_WIDTH)
        if room < needed:
            parts.append([])
            room = width
        parts[-1].append(measure)
        room -= needed
    return parts


def _table(columns: dict[str, str], rows: Rows) -> Table:
    table = Table(box=None, padding=(0, GAP, 0, 0))
    table.add_column("", no_wrap=True)
    for heading in columns.values():
        table.add_column(heading, justify="right", no_wrap=True)
    for system, row in rows.items():
        found = [row.get(measure) for measure in columns]
        clips = max(figure.clips for figure in row.values())
        table.add_row(f"{'reference' if system == REFERENCE else system} ({clips})", *map(_value, found))
        for number, kind in enumerate(_kinds(row.values())):
            chances = [_chance_of(figure, kind) for figure in found]
            if any(chances):
                table.add_row(f"  {kind}{_fewer(chances, clips)}", *map(_chance, chances), style="dim")
            if number == 0 and any(chance and chance.corrected is not None for chance in chances):
                table.add_row("  corrected for it", *map(_corrected, chances), style="dim")
    return table


def _heading(figure: Figure) -> str:
    unit = f", {figure.unit}" if figure.unit else ""
    return f"{figure.measure}{unit}{ARROWS.get(figure.better, '')}"


def _kinds(figures: Iterable[Figure]) -> Sequence[str]:
    return list(dict.fromkeys(chance.kind for figure in figures for chance in figure.chance))


def _value(figure: Figure | None) -> str:
    if figure is None or math.isnan(figure.value):
        return UNDEFINED
    half = (figure.high - figure.low) / 2
    return _number(figure.value) if math.isnan(half) else f"{_number(figure.value)} ±{_number(half)}"


def _chance_of(figure: Figure | None, kind: str) -> Chance | None:
    chances = () if figure is None else figure.chance
    return next((chance for chance in chances if chance.kind == kind), None)


def _chance(chance: Chance | None) -> str:
    if chance is None or math.isnan(chance.value):
        return UNDEFINED
    likely = "" if chance.p is None else f" p {chance.p:.3f}"
    return f"{_number(chance.value)}{likely}"


def _fewer(chances: Sequence[Chance | None], clips: int) -> str:
    """How many clips this chance is made of, where that is fewer than `clips`, as in the row above it."""
    counts = [chance.clips for chance in chances if chance is not None and chance.clips is not None]
    return f" ({max(counts)})" if counts and max(counts) < clips else ""


def _corrected(chance: Chance | None) -> str:
    if chance is None or chance.corrected is None or math.isnan(chance.corrected):
        return UNDEFINED
    return _number(chance.corrected)


def _number(value: float) -> str:
    """Three digits that count, for scores as for BPM."""
    digits = 3 if abs(value) < 10 else 1
    return f"{round(value, digits) + 0.0:.{digits}f}"  # minus nothing is nothing
