"""Aligned beats: by hand, by brute force, and by mir_eval's maximum matching."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mir_eval.util import match_events

from kinescore.errors import EvaluationError
from kinescore.evaluation.metrics.beat_counts import OneToOne, SameBin
from kinescore.evaluation.metrics.events import distance_to_nearest, gather
from tests.evaluation.made_observations import SECONDS, pulse

FINE, COARSE, PAIRS = SameBin(0.2), SameBin(1.0), OneToOne(0.1)
NONE = np.zeros(0)


def counts(rule, generated, reference, generated_s=SECONDS, reference_s=SECONDS):
    """(aligned, generated, reference) of one clip."""
    found = rule.count(
        rule.prepare(gather([generated], [generated_s])), rule.prepare(gather([reference], [reference_s]))
    )
    return int(found.aligned[0]), int(found.generated[0]), int(found.reference[0])


@pytest.mark.parametrize(
    ("generated", "fine", "coarse", "pairs"),
    [
        # Perfect. Five bins of 1 s hold two beats each.
        pytest.param(pulse(), (10, 10, 10), (5, 5, 5), (10, 10, 10), id="perfect"),
        pytest.param(NONE, (0, 0, 10), (0, 0, 5), (0, 0, 10), id="silent"),
        # Beats lie 0.05 and 0.15 into their bins in turn; 0.05 later only the first kind is still inside.
        pytest.param(pulse() + 0.05, (5, 10, 10), (5, 5, 5), (10, 10, 10), id="0.05 s late"),
        # 0.15 later: 0.20 and 0.30 into the bin, both in the next one, which holds no beat.
        pytest.param(pulse() + 0.15, (0, 10, 10), (5, 5, 5), (0, 10, 10), id="0.15 s late"),
        # 0.3 later: bins 1, 4, 6, 9, ... never those of the reference; 0.2 before the next beat.
        pytest.param(pulse() + 0.3, (0, 10, 10), (5, 5, 5), (0, 10, 10), id="0.3 s late"),
        pytest.param(pulse()[::2], (5, 5, 10), (5, 5, 5), (5, 5, 10), id="half tempo"),
        # 0.05, 0.30, 0.55, 0.80: bins 0, 1, 2, 4.
        pytest.param(pulse(period=0.25), (10, 20, 10), (5, 5, 5), (10, 20, 10), id="double tempo"),
        # All ten beats near the first one: one bin, one pair.
        pytest.param(0.01 + 0.01 * np.arange(10), (1, 1, 10), (1, 1, 5), (1, 10, 10), id="a burst"),
    ],
)
def test_known_answers(generated, fine, coarse, pairs) -> None:
    assert counts(FINE, generated, pulse()) == fine
    assert counts(COARSE, generated, pulse()) == coarse
    assert counts(PAIRS, generated, pulse()) == pairs
    for rule in (FINE, COARSE, PAIRS):
        aligned, ours, theirs = counts(rule, generated, pulse())
        assert counts(rule, pulse(), generated) == (aligned, theirs, ours)


def test_what_lies_beyond_the_shorter_of_both_does_not_count() -> None:
    # The first 2 s hold four beats; the reference's other six are cut away, as LORIS does.
    assert counts(FINE, pulse(seconds=2.0), pulse(), generated_s=2.0) == (4, 4, 4)
    assert counts(PAIRS, pulse(seconds=2.0), pulse(), generated_s=2.0) == (4, 4, 4)
    assert counts(FINE, pulse(), pulse(seconds=2.0), reference_s=2.0) == (4, 4, 4)
    assert counts(PAIRS, pulse(), pulse(seconds=2.0), reference_s=2.0) == (4, 4, 4)
    # LORIS cuts whole bins: of 2.1 s there are three of 1 s, so the beats at 2.05 and 2.55 share the third.
    assert counts(COARSE, pulse(seconds=2.1), pulse(), generated_s=2.1) == (3, 3, 3)


def test_a_beat_on_the_edge_of_a_bin_begins_the_next_one() -> None:
    edges = np.array([0.2 * k for k in range(25)])
    assert edges[3] != 0.6
    assert math.floor(0.6 / 0.2) == 2, "plain division puts 0.6 s into the wrong bin"
    written = np.array([round(edge, 1) for edge in edges])
    assert counts(FINE, edges, written) == (25, 25, 25)
    assert counts(FINE, edges.astype(np.float32).astype(np.float64), written + 0.1) == (25, 25, 25)
    assert counts(PAIRS, written, written + 0.1) == (25, 25, 25), "0.1 s apart is still aligned"


def test_a_beat_at_the_very_end_counts() -> None:
    assert counts(FINE, np.array([SECONDS]), np.array([SECONDS])) == (1, 1, 1)
    assert counts(PAIRS, np.array([SECONDS]), np.array([SECONDS])) == (1, 1, 1)


times = st.lists(st.integers(0, 5119), max_size=40).map(lambda found: np.sort(np.array(found, np.float64)) / 1000)
clips = st.lists(st.tuples(times, times, st.integers(500, 5120), st.integers(500, 5120)), min_size=1, max_size=6)


def cut(beats: np.ndarray, end: float) -> np.ndarray:
    return beats[beats <= end + 1e-6]


@settings(max_examples=150, deadline=None)
@given(clips, st.sampled_from([70, 100, 250]))
def test_walking_both_from_the_start_finds_as_many_pairs_as_maximum_matching(made, tolerance) -> None:
    rule = OneToOne(tolerance / 1000)
    found = rule.count(
        gather([ours for ours, *_ in made], [length / 1000 for _, _, length, _ in made]),
        gather([theirs for _, theirs, *_ in made], [length / 1000 for *_, length in made]),
    )
    for n, (ours, theirs, our_ms, their_ms) in enumerate(made):
        end = min(our_ms, their_ms) / 1000
        ours, theirs = cut(ours, end), cut(theirs, end)
        assert (found.generated[n], found.reference[n]) == (len(ours), len(theirs))
        assert found.aligned[n] == len(match_events(theirs, ours, tolerance / 1000 + 1e-6))


@settings(max_examples=150, deadline=None)
@given(clips, st.sampled_from([200, 1000]))
def test_bins_are_those_of_the_definition(made, width) -> None:
    rule = SameBin(width / 1000)
    found = rule.count(
        rule.prepare(gather([ours for ours, *_ in made], [length / 1000 for _, _, length, _ in made])),
        rule.prepare(gather([theirs for _, theirs, *_ in made], [length / 1000 for *_, length in made])),
    )
    for n, (ours, theirs, our_ms, their_ms) in enumerate(made):
        bins = min(-(-our_ms // width), -(-their_ms // width))
        sides = []
        for beats, length in ((ours, our_ms), (theirs, their_ms)):
            whole = [round(1000 * beat) for beat in beats]  # thousandths are exact: no rounding in this oracle
            last = -(-length // width) - 1
            sides.append({b for b in (min(beat // width, last) for beat in whole if beat <= length) if b < bins})
        assert (found.aligned[n], found.generated[n], found.reference[n]) == (
            len(sides[0] & sides[1]),
            len(sides[0]),
            len(sides[1]),
        )


@settings(max_examples=100, deadline=None)
@given(clips)
def test_nearest_distances_are_those_of_all_pairs(made) -> None:
    ours, theirs = (
        gather([a for a, *_ in made], [5.12] * len(made)),
        gather([b for _, b, *_ in made], [5.12] * len(made)),
    )
    order = np.arange(len(made))[::-1]
    found = distance_to_nearest(ours, theirs.take(order))
    wanted = [
        min((abs(time - other) for other in made[order[n]][1]), default=math.inf)
        for n in range(len(made))
        for time in made[n][0]
    ]
    assert found.tolist() == pytest.approx(wanted, abs=1e-9)


@settings(max_examples=100, deadline=None)
@given(clips, st.integers(0, 5119))
def test_rotating_a_sound_loses_no_beat(made, shift) -> None:
    events = gather([ours for ours, *_ in made], [5.12] * len(made))
    rotated = events.rotated(np.full(len(made), (shift + 0.5) / 1000))
    for found, (ours, *_) in zip(rotated.each(), made, strict=True):
        assert found.tolist() == pytest.approx(
            sorted((round(1000 * t) + shift + 0.5) % 5120 / 1000 for t in ours), abs=1e-6
        )


@pytest.mark.parametrize("times", [[0.0, math.nan], [1.0, 0.5], [math.inf]])
def test_times_that_cannot_be_are_refused(times) -> None:
    with pytest.raises(EvaluationError, match=r"finite|increase"):
        gather([np.array(times)], [5.0])
