"""What is told of a long job where there is no terminal."""

from __future__ import annotations

import io
import time

import pytest
from rich.console import Console

from kinescore.cli.progress_bar import ProgressBar


def test_a_log_gets_a_line_a_minute_and_a_guess_for_the_phase_once_there_is_ground_for_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    log = io.StringIO()
    with ProgressBar(Console(file=log, width=20)) as bar:
        for at, phase, fraction in (
            (50.0, "loading", 0.0),
            (70.0, "composing", 0.0),
            (90.0, "composing", 0.1),
            (190.0, "composing", 0.5),
        ):
            clock[0] = at
            bar(phase, fraction)
    assert log.getvalue().splitlines() == ["composing: 0%", "composing: 50%, about 2 min left"]
