"""Ratios and their aggregation, against the published scripts' arithmetic written out."""

from __future__ import annotations

import math
import statistics

import numpy as np
import pytest

from kinescore.evaluation.metrics.beat_counts import BeatCounts
from kinescore.evaluation.metrics.beat_scores import beat_terms
from kinescore.evaluation.observations.observation import Detector
from kinescore.evaluation.tables.protocols import PROTOCOLS


def scores(protocol, counts: list[tuple[int, int, int]]) -> dict[str, float]:
    """Every metric of clips with these (aligned, generated, reference)."""
    terms = beat_terms(BeatCounts(*np.array(counts).T), protocol.ratios)
    return {metric.name: float(metric.value(terms.sum(axis=0))) for metric in protocol.metrics}


PRIMARY, ORIGINAL = PROTOCOLS[0], PROTOCOLS[-1]


def test_the_protocols_are_those_of_the_table() -> None:
    assert [(each.name, each.detector) for each in PROTOCOLS] == [
        ("beat tracker, 0.2 s bins (primary)", Detector.TRACKER),
        ("beat tracker, one to one within 0.1 s", Detector.TRACKER),
        ("LORIS onsets, 0.2 s bins", Detector.LORIS),
        ("LORIS onsets, 1 s bins", Detector.LORIS),
        ("D2M-GAN onsets, 1 s bins (original)", Detector.D2MGAN),
    ]


def test_f1_is_of_the_means_and_not_the_mean_of_f1() -> None:
    # Clip 1: cover 1/1, hit 1/4. Clip 2: cover 1/4, hit 1/1. Means 0.625 and 0.625, so F1 = 0.625.
    # The F1 of each clip alone is 2 * 1 * 0.25 / 1.25 = 0.4, and so would be their mean.
    found = scores(PRIMARY, [(1, 1, 4), (1, 4, 1)])
    assert found["BCS"] == found["BHS"] == pytest.approx(0.625)
    assert found["F1"] == pytest.approx(0.625)
    assert found["Bg/Bt"] == pytest.approx(1.0)  # 5 beats for 5


def test_loris_arithmetic_on_random_counts() -> None:
    rng = np.random.default_rng(3)
    counts = []
    for _ in range(60):
        generated, reference = rng.integers(0, 12, 2)
        counts.append((int(rng.integers(0, min(generated, reference) + 1)), int(generated), int(reference)))
    cover = [a / g if g else 0 for a, g, _ in counts]
    hit = [a / t if t else 0 for a, _, t in counts]
    found = scores(PRIMARY, counts)
    c, h = statistics.mean(cover), statistics.mean(hit)
    wanted = {
        "BCS": c,
        "BHS": h,
        "F1": 2 * c * h / (c + h),
        "CSD": statistics.stdev(cover),
        "HSD": statistics.stdev(hit),
        "Bg/Bt": sum(g for _, g, _ in counts) / sum(t for *_, t in counts),
    }
    assert found == pytest.approx(wanted)


def test_the_deviation_over_the_clips_as_a_population_is_told_beside_it() -> None:
    counts = [(1, 2, 4), (2, 2, 4), (0, 2, 4)]
    csd = next(metric for metric in PRIMARY.metrics if metric.name == "CSD")
    sums = beat_terms(BeatCounts(*np.array(counts).T), PRIMARY.ratios).sum(axis=0)
    assert csd.value(sums) == pytest.approx(statistics.stdev([0.5, 1.0, 0.0]))
    assert csd.note(sums) == f"ddof = 1; {statistics.pstdev([0.5, 1.0, 0.0]):.4f} with ddof = 0"


def test_nothing_to_divide_by() -> None:
    assert scores(PRIMARY, [(0, 0, 5)]) == pytest.approx(
        {"BCS": 0, "BHS": 0, "F1": 0, "CSD": math.nan, "HSD": math.nan, "Bg/Bt": 0}, nan_ok=True
    )
    silent = scores(PRIMARY, [(0, 0, 0), (0, 0, 0)])
    assert silent == pytest.approx({"BCS": 0, "BHS": 0, "F1": 0, "CSD": 0, "HSD": 0, "Bg/Bt": math.nan}, nan_ok=True)


def test_equal_clips_deviate_by_nothing() -> None:
    assert scores(PRIMARY, [(3, 7, 9)] * 50)["CSD"] == pytest.approx(0, abs=1e-7)


def test_the_original_covers_by_density_and_may_pass_one() -> None:
    # Cover is Bg/Bt here: (8/4 + 2/4) / 2 = 1.25; hit is (3/4 + 1/4) / 2.
    assert scores(ORIGINAL, [(3, 8, 4), (1, 2, 4)]) == pytest.approx({"BCS (Bg/Bt)": 1.25, "BHS": 0.5, "Bg/Bt": 1.25})


def test_the_original_is_undefined_where_its_script_divides_by_zero() -> None:
    found = scores(ORIGINAL, [(3, 8, 4), (0, 2, 0)])
    assert math.isnan(found["BCS (Bg/Bt)"])
    assert math.isnan(found["BHS"])
    assert found["Bg/Bt"] == pytest.approx(2.5), "all beats together are still defined"
    sums = beat_terms(BeatCounts(*np.array([(0, 2, 0)]).T), ORIGINAL.ratios).sum(axis=0)
    assert "undefined" in ORIGINAL.metrics[0].note(sums)
