"""Results -> tables for the terminal: a row for each system, and below it what no skill would give."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kinescore.evaluation.results.evaluation import REFERENCE, ChanceLevel, Evaluation, MetricResult

PIPE_WIDTH = 160
ARROWS = {"higher": " ↑", "lower": " ↓"}
UNDEFINED = "–"
GAP = 2
CELL_WIDTH = len("0.123 p 0.005")

Rows = dict[str, dict[str, MetricResult]]
"""Results by system and metric."""


def print_results(evaluation: Evaluation, folder: Path) -> None:
    """Print all tables and notes, and where they are kept in the results `folder`."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = PIPE_WIDTH
    console.print(
        f"{evaluation.clips} clips; ± is half the 95 % interval over clips; below each system what no skill gives"
    )
    for title, table in tables_of(evaluation, console.width):
        console.print()
        if title:
            console.print(f"[bold]{escape(title)}[/bold]", soft_wrap=True)
        console.print(table)
    console.print()
    for note in evaluation.notes:
        console.print(f"note: {note}", soft_wrap=True, markup=False)
    console.print(f"[bold]{folder / 'evaluation.json'}[/bold]", soft_wrap=True)


def tables_of(evaluation: Evaluation, width: int) -> Iterator[tuple[str, Table]]:
    """Yield title and table of each group of results, in order: one table, or several with fewer columns, untitled from
    the second on, where `width` characters are too few for all."""
    for group in dict.fromkeys(result.group for result in evaluation.results):
        results = [result for result in evaluation.results if result.group == group]
        rows: Rows = {system: {} for system in dict.fromkeys(result.system for result in results)}
        for result in results:
            rows[result.system][result.metric] = result
        columns = {result.metric: _heading(result) for result in results}
        labels = [*(f"{system} ({evaluation.clips})" for system in rows), "  corrected for it"]
        labels += [f"  {kind} ({evaluation.clips})" for kind in _kinds(results)]
        for number, part in enumerate(_parts(columns, width - max(map(len, labels)))):
            yield "" if number else group, _table({metric: columns[metric] for metric in part}, rows)


def _parts(columns: dict[str, str], width: int) -> list[list[str]]:
    """Metrics, as many together as fit."""
    parts: list[list[str]] = []
    room = 0
    for metric, heading in columns.items():
        needed = GAP + max(len(heading), CELL_WIDTH)
        if room < needed:
            parts.append([])
            room = width
        parts[-1].append(metric)
        room -= needed
    return parts


def _table(columns: dict[str, str], rows: Rows) -> Table:
    table = Table(box=None, padding=(0, GAP, 0, 0))
    table.add_column("", no_wrap=True)
    for heading in columns.values():
        table.add_column(heading, justify="right", no_wrap=True)
    for system, row in rows.items():
        found = [row.get(metric) for metric in columns]
        clips = max(result.clips for result in row.values())
        table.add_row(f"{'reference' if system == REFERENCE else system} ({clips})", *map(_value, found))
        for number, kind in enumerate(_kinds(row.values())):
            chances = [_chance_of(result, kind) for result in found]
            if any(chances):
                table.add_row(f"  {kind}{_fewer(chances, clips)}", *map(_chance, chances), style="dim")
            if number == 0 and any(chance and chance.corrected is not None for chance in chances):
                table.add_row("  corrected for it", *map(_corrected, chances), style="dim")
    return table


def _heading(result: MetricResult) -> str:
    unit = f", {result.unit}" if result.unit else ""
    return f"{result.metric}{unit}{ARROWS.get(result.better, '')}"


def _kinds(results: Iterable[MetricResult]) -> Sequence[str]:
    return list(dict.fromkeys(chance.kind for result in results for chance in result.chance))


def _value(result: MetricResult | None) -> str:
    if result is None or math.isnan(result.value):
        return UNDEFINED
    half = (result.high - result.low) / 2
    return _number(result.value) if math.isnan(half) else f"{_number(result.value)} ±{_number(half)}"


def _chance_of(result: MetricResult | None, kind: str) -> ChanceLevel | None:
    chances = () if result is None else result.chance
    return next((chance for chance in chances if chance.kind == kind), None)


def _chance(chance: ChanceLevel | None) -> str:
    if chance is None or math.isnan(chance.value):
        return UNDEFINED
    likely = "" if chance.p is None else f" p {chance.p:.3f}"
    return f"{_number(chance.value)}{likely}"


def _fewer(chances: Sequence[ChanceLevel | None], clips: int) -> str:
    """How many clips this chance is made of, where that is fewer than `clips`, as in the row above it."""
    counts = [chance.clips for chance in chances if chance is not None and chance.clips is not None]
    return f" ({max(counts)})" if counts and max(counts) < clips else ""


def _corrected(chance: ChanceLevel | None) -> str:
    if chance is None or chance.corrected is None or math.isnan(chance.corrected):
        return UNDEFINED
    return _number(chance.corrected)


def _number(value: float) -> str:
    """Three digits that count, for scores as for BPM."""
    digits = 3 if abs(value) < 10 else 1
    return f"{round(value, digits) + 0.0:.{digits}f}"  # minus nothing is nothing
