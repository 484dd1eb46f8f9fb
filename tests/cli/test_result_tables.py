"""Tables for the terminal: readable in a pipe, honest about signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinescore.cli.result_tables import print_results
from kinescore.evaluation.results.evaluation import ChanceLevel, Evaluation, MetricResult

TITLE = "KLD, MS-SincResNet 0123abcd (public script's form) [sic]"


def printed(capsys: pytest.CaptureFixture[str], *results: MetricResult) -> list[str]:
    systems = tuple(dict.fromkeys(result.system for result in results))
    print_results(Evaluation("1", systems, 9, results), Path("results"))
    return capsys.readouterr().out.splitlines()


def test_a_title_may_be_wider_than_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert TITLE in printed(capsys, MetricResult(TITLE, "KLD", "ours", 0.1, 0.0, 0.2, 9))


def test_a_chance_of_fewer_clips_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    chances = (
        ChanceLevel("shuffled pairs", 0.5, 0.4, 0.6, 200, 0.1, 0.2, clips=9),
        ChanceLevel("shuffled pairs of equal tempo", 0.5, 0.4, 0.6, 200, 0.1, 0.2, clips=4),
    )
    lines = printed(capsys, MetricResult(TITLE, "F1", "ours", 0.5, 0.4, 0.6, 9, chance=chances))
    assert any(line.startswith("  shuffled pairs  ") for line in lines)
    assert any(line.startswith("  shuffled pairs of equal tempo (4)  ") for line in lines)


def test_nothing_has_no_sign(capsys: pytest.CaptureFixture[str]) -> None:
    chance = ChanceLevel("shuffled pairs", 0.5, 0.4, 0.6, 200, 1.0, -1e-16)
    lines = printed(capsys, MetricResult(TITLE, "F1", "ours", 0.5, 0.4, 0.6, 9, chance=(chance,)))
    (corrected,) = (line for line in lines if "corrected" in line)
    assert corrected.split()[-1] == "0.000"
