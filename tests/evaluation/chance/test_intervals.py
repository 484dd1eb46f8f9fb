"""Intervals over clips, songs resampled whole."""

from __future__ import annotations

import math

import numpy as np
import pytest

from kinescore.evaluation.chance.intervals import RESAMPLES, interval, resampled_sums
from kinescore.evaluation.metrics.beat_counts import BeatCounts
from kinescore.evaluation.metrics.beat_scores import beat_terms
from kinescore.evaluation.metrics.metric import mean_metric, mean_terms
from kinescore.evaluation.tables.protocols import PROTOCOLS

MEAN = mean_metric("mean", 0)


def test_one_song_has_no_interval() -> None:
    sums = resampled_sums(mean_terms(np.array([1.0, 2.0])), np.array([4, 4]), seed=0)
    assert interval(MEAN, sums) == pytest.approx((math.nan, math.nan), nan_ok=True)


def test_equal_clips_have_no_width() -> None:
    sums = resampled_sums(mean_terms(np.full(12, 0.25)), np.arange(12), seed=0)
    assert interval(MEAN, sums) == pytest.approx((0.25, 0.25))


def test_songs_come_whole() -> None:
    """Songs 0, 1, 2 have 1, 2 and 3 clips: every resample has three songs, so its clips say which."""
    songs = np.array([0, 1, 1, 2, 2, 2])
    sums = resampled_sums(mean_terms(np.array([100.0, 10, 10, 1, 1, 1])), songs, seed=0)
    assert len(sums) == RESAMPLES
    songs_of = {(a, b, c): a * 100.0 + b * 20 + c * 3 for a in range(4) for b in range(4) for c in range(4 - a - b)}
    possible = {(total, a + 2 * b + 3 * c) for (a, b, c), total in songs_of.items() if a + b + c == 3}
    assert set(map(tuple, sums.tolist())) == possible


def test_f1_is_of_the_means_of_each_resample() -> None:
    metric = PROTOCOLS[0].metrics[2]
    counts = BeatCounts(np.array([1, 1]), np.array([1, 4]), np.array([4, 1]))
    values = metric.value(resampled_sums(beat_terms(counts, PROTOCOLS[0].ratios), np.array([0, 1]), seed=0))
    # Twice the same clip: F1 of cover 1 and hit 1/4, or the reverse, is 0.4. One of each: means 0.625.
    assert sorted({round(value, 9) for value in values.tolist()}) == [0.4, 0.625]
    assert np.mean(values == values.min()) == pytest.approx(0.5, abs=0.06)


def test_the_interval_of_a_mean_is_that_of_theory() -> None:
    values = np.random.default_rng(2).normal(size=400)
    low, high = interval(MEAN, resampled_sums(mean_terms(values), np.arange(400), seed=1))
    half = 1.96 * values.std() / 20
    assert (low, high) == pytest.approx((values.mean() - half, values.mean() + half), abs=0.15 * half)


def test_it_holds_the_truth_about_as_often_as_it_says_only_if_songs_stay_whole() -> None:
    """Clips of a song are alike here: thirty songs of five clips know no more than thirty numbers."""
    songs = np.repeat(np.arange(30), 5)
    whole, torn = 0, 0
    for trial in range(100):
        rng = np.random.default_rng([7, trial])
        values = rng.normal(size=30)[songs] + 0.1 * rng.normal(size=150)
        for numbers in (songs, np.arange(150)):
            low, high = interval(MEAN, resampled_sums(mean_terms(values), numbers, seed=trial))
            if numbers is songs:
                whole += low <= 0 <= high
            else:
                torn += low <= 0 <= high
    assert 87 <= whole <= 99
    assert torn < 75


def test_clips_without_a_value_do_not_count() -> None:
    terms = mean_terms(np.array([1.0, math.nan, 3.0, math.inf]))
    sums = terms.sum(axis=0)
    assert MEAN.value(sums) == 2.0
    assert sums[MEAN.counted] == 2
    assert math.isnan(MEAN.value(mean_terms(np.array([math.nan])).sum(axis=0)))
