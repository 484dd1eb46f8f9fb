"""The progress of one job: on a terminal phase, bar and time left, in a log a line a minute."""

from __future__ import annotations

import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

LOG_SECONDS = 60.0
"""Between two lines where there is no terminal; most jobs are done before the first."""
FORESEEN = 0.02
"""From this share of a phase on, what is left of it is worth a guess."""


class ProgressBar:
    """A `Report` (kinescore.progress) that draws itself; the bar disappears when the work is done."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            TextColumn("{task.description:<24}"),
            BarColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,  # in a file or a pipe an empty line would be left
        )
        self._console = console
        self._began = self._told = time.monotonic()
        self._phase = ""
        self._task = self._progress.add_task("starting", total=1.0)

    def __enter__(self) -> ProgressBar:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def __call__(self, phase: str, fraction: float) -> None:
        self._progress.update(self._task, description=phase, completed=fraction)
        now = time.monotonic()
        if phase != self._phase:
            self._phase, self._began = phase, now
        if not self._console.is_terminal and now - self._told >= LOG_SECONDS:
            self._told = now
            left = (now - self._began) * (1.0 - fraction) / fraction if fraction >= FORESEEN else None
            guess = "" if left is None else f", about {left / 60:.0f} min left"
            self._console.print(f"{phase}: {fraction:.0%}{guess}", soft_wrap=True)
