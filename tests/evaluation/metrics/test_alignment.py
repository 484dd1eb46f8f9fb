"""Music on movement: known answers, and sums written out from the formulas."""

from __future__ import annotations

import math
from dataclasses import replace

import mir_eval
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinescore.evaluation.metrics.alignment import alignment_score, braking_at, grid_f_measure, hit_distances
from kinescore.evaluation.metrics.events import gather
from kinescore.evaluation.tables.comparison import motion_events
from tests.evaluation.made_observations import SECONDS, motion_of, pulse

NONE = np.zeros(0)


def score_of(events, others) -> float:
    return float(alignment_score(gather([events], [SECONDS]), gather([others], [SECONDS]))[0])


def distances(music, movement) -> tuple[float, float]:
    strong, weighted = hit_distances(gather([music], [SECONDS]), motion_events([movement]))
    return float(strong[0]), float(weighted[0])


def by_frames(motion_frames, music_frames, sigma=3) -> float:
    """The published score: for every kinematic beat, the nearest music beat, in frames at 60 Hz."""
    if len(motion_frames) == 0:
        return 0.0
    return float(np.mean([math.exp(-min((m - k) ** 2 for m in music_frames) / (2 * sigma**2)) for k in motion_frames]))


def test_known_scores() -> None:
    assert score_of(pulse(), pulse()) == pytest.approx(1.0)
    # 0.05 s are three frames at 60 Hz, one sigma.
    assert score_of(pulse(), pulse() + 0.05) == pytest.approx(math.exp(-0.5))
    assert score_of(NONE, pulse()) == 0.0
    assert score_of(pulse(), NONE) == 0.0


def test_the_two_forms_differ_where_one_side_has_more_beats() -> None:
    kinematic, music = pulse()[::2], pulse()
    assert score_of(kinematic, music) == pytest.approx(1.0), "over kinematic beats, half as many are all met"
    assert score_of(music, kinematic) == pytest.approx(0.5, abs=1e-9), "over music beats, every other one is missed"


frames = st.lists(st.integers(0, 300), min_size=1, max_size=20, unique=True).map(sorted)


@settings(max_examples=100, deadline=None)
@given(frames, frames)
def test_the_score_is_the_published_one(motion, music) -> None:
    assert score_of(np.array(motion) / 60, np.array(music) / 60) == pytest.approx(by_frames(motion, music))


@settings(max_examples=100, deadline=None)
@given(frames, frames)
def test_the_f_measure_is_that_of_mir_eval(grid, music) -> None:
    ours, theirs = np.array(music) / 60, np.array(grid) / 60
    found = grid_f_measure(gather([ours], [SECONDS]), gather([theirs], [SECONDS]))[0]
    assert found == pytest.approx(mir_eval.beat.f_measure(theirs, ours, f_measure_threshold=0.07))


def test_no_beats_have_no_f_measure() -> None:
    assert grid_f_measure(gather([NONE], [SECONDS]), gather([NONE], [SECONDS]))[0] == 0


def test_distances_of_hits_in_frames() -> None:
    # Nearest beats of 0.05, 0.55, ...: hits are 0, 6, 12 frames off at 60 fps; the weak one 15.
    hits = np.array([0.05, 0.65, 1.25, 1.80])
    movement = replace(motion_of(pulse(), hits), hit_weights=np.array([1.0, 0.5, 0.8, 0.3]))
    strong, weighted = distances(pulse(), movement)
    assert strong == pytest.approx(6.0)
    assert weighted == pytest.approx((0 * 1.0 + 6 * 0.5 + 12 * 0.8 + 15 * 0.3) / 2.6)
    assert distances(pulse(), replace(movement, fps=30.0)) == pytest.approx((strong / 2, weighted / 2))


def test_an_even_number_of_hits_has_the_middle_of_the_two_as_median() -> None:
    assert distances(pulse(), motion_of(pulse(), np.array([0.05, 0.65])))[0] == pytest.approx(3.0)


def test_without_hits_or_music_there_is_no_distance() -> None:
    assert distances(pulse(), motion_of(pulse(), NONE)) == pytest.approx((math.nan, math.nan), nan_ok=True)
    assert distances(NONE, motion_of(pulse())) == pytest.approx((math.nan, math.nan), nan_ok=True)
    weak = replace(motion_of(pulse(), np.array([0.05])), hit_weights=np.array([0.4]))
    assert distances(pulse(), weak) == pytest.approx((math.nan, 0.0), nan_ok=True)


def test_hits_after_the_music_ended_do_not_count() -> None:
    music = gather([pulse(seconds=1.0)], [1.0])
    strong, weighted = hit_distances(music, motion_events([motion_of(pulse(), np.array([0.05, 3.05]))]))
    assert (strong[0], weighted[0]) == pytest.approx((0.0, 0.0))


def test_many_movements_at_once_are_as_one_by_one() -> None:
    rng = np.random.default_rng(4)
    movements, music = [], []
    for count in (0, 1, 4, 9, 3, 0):
        movement = motion_of(pulse(), np.sort(rng.uniform(0, SECONDS, count)))
        movements.append(replace(movement, hit_weights=rng.uniform(0.25, 1.0, count), fps=rng.choice([24.0, 60.0])))
        music.append(np.sort(rng.uniform(0, SECONDS, rng.integers(0, 6))))
    together = np.array(hit_distances(gather(music, [SECONDS] * 6), motion_events(movements))).T
    for found, beats, movement in zip(together, music, movements, strict=True):
        nearest = np.array([np.abs(beats - hit).min(initial=math.inf) for hit in movement.hits]) * movement.fps
        strong = nearest[movement.hit_weights >= 0.5]
        known = len(beats) > 0
        median = np.median(strong) if known and len(strong) else math.nan
        mean = np.average(nearest, weights=movement.hit_weights) if known and len(nearest) else math.nan
        assert found.tolist() == pytest.approx([median, mean], nan_ok=True)


def test_braking_is_read_at_the_events_and_random_ones_get_a_half() -> None:
    ranks = (np.arange(300) + 0.5) / 300
    movements = [replace(motion_of(pulse()), braking=ranks), motion_of(pulse())]
    music = [np.array([0.0, 1.0, 4.99]), pulse()]
    found = braking_at(gather(music, [SECONDS] * 2), motion_events(movements))
    assert found[0] == pytest.approx(np.mean(ranks[[0, 60, 299]]))
    assert np.isnan(found[1]), "a movement of which no braking is known"
    times = np.sort(np.random.default_rng(0).uniform(0, SECONDS, 4000))
    assert braking_at(gather([times], [SECONDS]), motion_events(movements[:1]))[0] == pytest.approx(0.5, abs=0.02)
    assert np.isnan(braking_at(gather([NONE], [SECONDS]), motion_events(movements[:1]))[0])
