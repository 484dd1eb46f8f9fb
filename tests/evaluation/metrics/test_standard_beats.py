"""mir_eval's metrics, called as its own evaluation calls them."""

from __future__ import annotations

import mir_eval
import numpy as np
import pytest

from kinescore.evaluation.metrics.events import gather
from kinescore.evaluation.metrics.standard_beats import NAMES, STANDARD_METRICS, standard_scores, standard_terms
from tests.evaluation.made_observations import pulse, random_beats

THEIR_NAMES = {
    "CMLc": "Correct Metric Level Continuous",
    "CMLt": "Correct Metric Level Total",
    "AMLc": "Any Metric Level Continuous",
    "AMLt": "Any Metric Level Total",
    "information gain": "Information gain",
}


def named(generated, reference) -> dict[str, float]:
    return dict(zip(NAMES, standard_scores(generated, reference), strict=True))


@pytest.mark.parametrize("seed", range(4))
def test_they_are_those_of_a_whole_evaluation_without_trimming(seed) -> None:
    rng = np.random.default_rng(seed)
    ours, theirs = random_beats(rng, 118, 20.0), random_beats(rng, 120, 20.0)
    wanted = mir_eval.beat.evaluate(theirs, ours, min_beat_time=0.0)
    for name, value in named(ours, theirs).items():
        assert value == pytest.approx(wanted[THEIR_NAMES.get(name, name)])


def test_perfect_and_silent() -> None:
    perfect = named(pulse(seconds=20), pulse(seconds=20))
    assert list(perfect.values()) == pytest.approx([1.0] * len(NAMES))
    assert set(named(np.zeros(0), pulse()).values()) == {0.0}
    assert set(named(pulse(), np.zeros(0)).values()) == {0.0}


def test_double_tempo_is_right_at_another_metric_level_only() -> None:
    found = named(pulse(period=0.25, seconds=20), pulse(seconds=20))
    assert found["CMLt"] == pytest.approx(0.0, abs=0.05)
    assert found["AMLt"] == pytest.approx(1.0, abs=0.05)


def test_the_first_five_seconds_count_and_what_only_one_side_has_does_not() -> None:
    short = gather([pulse(seconds=4.0)], [4.0])
    terms = standard_terms(short, gather([pulse()], [5.0]))
    values = [float(metric.value(terms[0])) for metric in STANDARD_METRICS]
    assert values == pytest.approx([1.0] * len(NAMES))
