"""Results as files."""

from __future__ import annotations

import csv
import json
import math

import pytest

from kinescore.errors import EvaluationError
from kinescore.evaluation.results.evaluation import ChanceLevel, ClipBeatCounts, Evaluation, MetricResult
from kinescore.evaluation.results.evaluation_files import (
    load_beat_counts,
    load_evaluation,
    save_beat_counts,
    save_evaluation,
)

KNOWN = MetricResult(
    "beat tracker",
    "F1",
    "ours",
    0.5,
    0.4,
    0.6,
    12,
    chance=(ChanceLevel("shuffled pairs", 0.3, 0.2, 0.4, 100, 0.02, 0.28),),
)
UNDEFINED = MetricResult(
    "tempo",
    "TD",
    "ours",
    math.nan,
    math.nan,
    math.nan,
    0,
    "BPM",
    "lower",
    (ChanceLevel("clicks", math.nan, math.nan, math.nan, 1),),
    "undefined",
)
EVALUATION = Evaluation("0.0", ("ours",), 12, (KNOWN, UNDEFINED), ("Élan: few songs.",))


def test_what_is_saved_is_loaded(tmp_path) -> None:
    save_evaluation(EVALUATION, tmp_path)
    loaded = load_evaluation(tmp_path)
    assert loaded.results[0] == KNOWN
    assert repr(loaded) == repr(EVALUATION)


def test_any_json_reader_can_read_it_and_undefined_is_null(tmp_path) -> None:
    save_evaluation(EVALUATION, tmp_path)

    def refuse(name: str) -> None:
        raise AssertionError(name)

    text = (tmp_path / "evaluation.json").read_text("utf-8")
    plain = json.loads(text, parse_constant=refuse)
    assert plain["evaluation"]["figures"][1]["value"] is None
    assert plain["evaluation"]["figures"][1]["chance"][0]["p"] is None


def test_same_results_same_bytes(tmp_path) -> None:
    save_evaluation(EVALUATION, tmp_path)
    first = (tmp_path / "evaluation.json").read_bytes()
    save_evaluation(load_evaluation(tmp_path), tmp_path)
    assert (tmp_path / "evaluation.json").read_bytes() == first


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"format": 1', '"format": 2', "format 2"),
        ('"version"', '"versoin"', "versoin"),
        ('"clips": 12', '"clips": 12.5', "whole number"),
        ('"low": 0.4', '"low": NaN', "NaN"),
        ('"unit": "BPM"', '"unit": null', "text"),
        ("}", "", "not valid JSON"),
    ],
)
def test_damage_is_named(tmp_path, old, new, says) -> None:
    save_evaluation(EVALUATION, tmp_path)
    path = tmp_path / "evaluation.json"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(EvaluationError, match=says):
        load_evaluation(tmp_path)


def test_a_folder_without_results_says_how_to_make_them(tmp_path) -> None:
    with pytest.raises(EvaluationError, match="kinescore evaluate"):
        load_evaluation(tmp_path)
    with pytest.raises(EvaluationError, match="kinescore evaluate"):
        load_beat_counts(tmp_path)


def test_an_infinite_result_is_refused(tmp_path) -> None:
    with pytest.raises(EvaluationError, match="cannot be written"):
        save_evaluation(Evaluation("0", (), 0, (MetricResult("g", "m", "s", math.inf, 0.0, 0.0, 1),)), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_beat_counts_are_a_sorted_table(tmp_path) -> None:
    counts = [ClipBeatCounts("b, take 2", "ours", "beat", 1, 2, 3), ClipBeatCounts("a", "ours", "beat", 4, 5, 6)]
    save_beat_counts(counts, tmp_path)
    with open(tmp_path / "scores.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows == [
        ["clip", "system", "protocol", "aligned", "generated", "reference"],
        ["a", "ours", "beat", "4", "5", "6"],
        ["b, take 2", "ours", "beat", "1", "2", "3"],
    ]
    assert load_beat_counts(tmp_path) == counts[::-1]


@pytest.mark.parametrize("text", ["", "a,b\n", "clip,system,protocol,aligned,generated,reference\na,o,b,1,2,x\n"])
def test_a_damaged_table_is_named(tmp_path, text) -> None:
    (tmp_path / "scores.csv").write_text(text)
    with pytest.raises(EvaluationError, match="damaged"):
        load_beat_counts(tmp_path)
