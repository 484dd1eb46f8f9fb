"""Tables for the terminal: readable in a pipe, honest about signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinescore.cli.evaluate import show
from kinescore.evaluation.results.figure import Chance, Evaluation, Figure

TITLE = "KLD, MS-SincResNet 0123abcd (public script's form) [sic]"


def printed(capsys: pytest.CaptureFixture[str], *figures: Figure) -> list[str]:
    show(Evaluation("1", tuple(dict.fromkeys(figure.system for figure in figures)), 9, figures), Path("results"))
    return capsys.readouterr().out.splitlines()


def test_a_title_may_be_wider_than_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert TITLE in printed(capsys, Figure(TITLE, "KLD", "ours", 0.1, 0.0, 0.2, 9))


def test_a_chance_of_fewer_clips_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    chances = (
        Chance("shuffled pairs", 0.5, 0.4, 0.6, 200, 0.1, 0.2, clips=9),
        Chance("shuffled pairs of equal tempo", 0.5, 0.4, 0.6, 200, 0.1, 0.2, clips=4),
    )
    lines = printed(capsys, Figure(TITLE, "F1", "ours", 0.5, 0.4, 0.6, 9, chance=chances))
    assert any(line.startswith("  shuffled pairs  ") for line in lines)
    assert any(line.startswith("  shuffled pairs of equal tempo (4)  ") for line in lines)


def test_nothing_has_no_sign(capsys: pytest.CaptureFixture[str]) -> None:
    chance = Chance("shuffled pairs", 0.5, 0.4, 0.6, 200, 1.0, -1e-16)
    lines = printed(capsys, Figure(TITLE, "F1", "ours", 0.5, 0.4, 0.6, 9, chance=(chance,)))
    (corrected,) = (line for line in lines if "corrected" in line)
    assert corrected.split()[-1] == "0.000"
