"""kinescore report: results as one page, a listening test, and its opinion scores."""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kinescore.cli.progress_bar import ProgressBar
from kinescore.errors import KinescoreError, require_packages
from kinescore.files.atomic_file import write_atomically

if TYPE_CHECKING:
    from kinescore.report.mos import Opinion, OpinionScores

NEEDED = ("jinja2", "librosa", "matplotlib", "scipy", "soundfile")


def add_parser(commands: argparse._SubParsersAction) -> None:
    """Add `kinescore report` with its three commands."""
    parser = commands.add_parser(
        "report",
        help="make a page, or a listening test, of an evaluation",
        description="Show what `kinescore evaluate` found, and ask people.",
    )
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    _add_page(kinds)
    _add_listening(kinds)
    _add_mos(kinds)


def _add_page(kinds: argparse._SubParsersAction) -> None:
    parser = kinds.add_parser(
        "page",
        help="one HTML file with results, chance levels, and clips to hear and see",
        description="Write one HTML file that needs nothing else: tables, chance levels, and clips to hear and see.",
    )
    parser.add_argument("results", type=Path, help="folder that `kinescore evaluate` wrote")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="HTML", help="the page")
    parser.add_argument("--clips", type=int, default=3, metavar="N", help="clips shown, from best to worst (default 3)")
    parser.add_argument("--title", default="Evaluation", help="heading of the page")
    parser.add_argument("--mos", type=Path, metavar="JSON", help="scores that `kinescore report mos -o` wrote")
    parser.set_defaults(run=run_page)


def _add_listening(kinds: argparse._SubParsersAction) -> None:
    parser = kinds.add_parser(
        "listening",
        help="a blind listening test as one HTML file, and its key",
        description="Write a blind listening test as one HTML file for listeners, and beside it the key (.key.json) "
        "that stays with you.",
    )
    parser.add_argument("results", type=Path, help="folder that `kinescore evaluate` wrote")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="HTML", help="the page for listeners")
    parser.add_argument("--items", type=int, default=10, metavar="N", help="dances in the test (default 10)")
    parser.add_argument("--seed", type=int, default=0, help="which dances, which names (default 0)")
    parser.set_defaults(run=run_listening)


def _add_mos(kinds: argparse._SubParsersAction) -> None:
    parser = kinds.add_parser(
        "mos",
        help="mean opinion scores from listeners' files",
        description="Put listeners' ratings together: mean opinion scores with 95 % intervals.",
    )
    parser.add_argument("ratings", type=Path, nargs="+", help="the files that listeners saved")
    parser.add_argument("--key", type=Path, required=True, metavar="JSON", help="the key of the listening test")
    parser.add_argument("-o", "--output", type=Path, metavar="JSON", help="also write the scores")
    parser.set_defaults(run=run_mos)


def run_page(options: argparse.Namespace) -> None:
    """Write the page, and say what it holds."""
    require_packages(NEEDED, "A report", "evaluate")
    from kinescore.report.html import megabytes
    from kinescore.report.mos import read_scores
    from kinescore.report.page import write_page

    _refuse_other_suffix(options.output)
    console = Console(stderr=True, highlight=False)
    opinions = read_scores(options.mos) if options.mos else None
    with ProgressBar(console) as bar:
        facts = write_page(options.results, options.output, options.clips, options.title, opinions, bar)
    console.print(f"[bold]{options.output}[/bold]  {megabytes(facts.bytes)}", soft_wrap=True)
    for name in facts.clips:
        console.print(f"  clip: {name}", soft_wrap=True, markup=False)


def run_listening(options: argparse.Namespace) -> None:
    """Write the test and its key, and say how long it takes."""
    require_packages(NEEDED, "A report", "evaluate")
    from kinescore.report.html import megabytes
    from kinescore.report.listening import write_listening_test

    _refuse_other_suffix(options.output)
    console = Console(stderr=True, highlight=False)
    with ProgressBar(console) as bar:
        facts = write_listening_test(options.results, options.output, options.items, options.seed, bar)
    sounds = f"{facts.items} sounds, {facts.seconds / 60:.1f} min, {megabytes(facts.bytes)}"
    console.print(f"[bold]{options.output}[/bold]  {sounds}", soft_wrap=True)
    console.print(f"[bold]{facts.key}[/bold]  keep this to yourself: it says which sound is whose", soft_wrap=True)
    for note in facts.notes:
        console.print(f"  note: {note}", soft_wrap=True, markup=False)


def run_mos(options: argparse.Namespace) -> None:
    """Print the scores as a table; write them as JSON where asked."""
    require_packages(NEEDED, "A report", "evaluate")
    from kinescore.report.mos import as_json, opinion_scores

    scores = opinion_scores(options.ratings, options.key)
    if options.output:
        text = json.dumps(as_json(scores), indent=2, ensure_ascii=False, allow_nan=False)
        write_atomically(options.output, f"{text}\n".encode())
    console = Console(highlight=False)
    console.print(_table(scores))
    for note in scores.notes:
        console.print(note, soft_wrap=True, markup=False)


def _table(scores: OpinionScores) -> Table:
    from kinescore.report.html import shown

    title = f"Mean opinion scores, 5 best (listeners: {scores.listeners}, ratings: {scores.ratings})"
    table = Table("system", title=title, box=None, title_justify="left")
    for heading in ("coherence", "quality", "listeners", "ratings"):
        table.add_column(heading, justify="right", no_wrap=True)
    for each in scores.systems:
        counts = (str(each.listeners), str(each.ratings))
        table.add_row(Text(shown(each.system)), _opinion(each.coherence), _opinion(each.quality), *counts)
    return table


def _opinion(opinion: Opinion) -> str:
    if math.isnan(opinion.low):
        return f"{opinion.mean:.2f} (undefined)"
    return f"{opinion.mean:.2f} ({opinion.low:.2f}–{opinion.high:.2f})"


def _refuse_other_suffix(output: Path) -> None:
    if output.suffix.lower() not in (".html", ".htm"):
        raise KinescoreError(f"Pages are written as HTML; '{output.name}' does not end in .html.")
