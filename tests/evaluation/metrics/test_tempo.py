"""Differences of tempo."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinescore.data.aist_names import parse_aist_name
from kinescore.evaluation.chance.shuffling import reference_tempi
from kinescore.evaluation.clips.aist_parts import named_tempo
from kinescore.evaluation.metrics.tempo import (
    NAMED_TEMPO_METRICS,
    TRACKED_TEMPO_METRICS,
    folded_difference,
    tempo_difference,
    tempo_terms,
)

tempi = st.lists(st.tuples(st.floats(40, 240), st.floats(40, 240)), min_size=1, max_size=8)


def test_known_answers() -> None:
    ours, theirs = np.array([120.0, 60.0, 90.0, 240.0, 80.0]), np.array([120.0, 120.0, 120.0, 61.0, 130.0])
    assert tempo_difference(ours, theirs).tolist() == [0, 60, 30, 179, 50]
    # 60 doubles to 120; 90 is nearest as it is; 240 quarters to 60; 80 doubles to 160, 30 away.
    assert folded_difference(ours, theirs).tolist() == [0, 0, 30, 1, 30]


@settings(max_examples=100, deadline=None)
@given(tempi)
def test_folding_tries_every_octave(pairs) -> None:
    ours, theirs = np.array(pairs).T
    wanted = [min(abs(a * 2.0**k - b) for k in range(-6, 7)) for a, b in pairs]
    assert folded_difference(ours, theirs).tolist() == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("song", "tempo"), [("mBR0", 80), ("mHO5", 135), ("music/mLO3", 110), ("mBR6", None), ("BR0", None), ("", None)]
)
def test_tempi_in_names(song, tempo) -> None:
    found = named_tempo(song)
    assert math.isnan(found) if tempo is None else found == tempo


def test_names_say_the_same_as_whole_sequences() -> None:
    for music in ("mBR0", "mHO0", "mHO5", "mJB4"):
        assert named_tempo(music) == parse_aist_name(f"g{music[1:3]}_sBM_c01_d04_{music}_ch02").bpm


def test_the_name_comes_first_then_what_was_tracked() -> None:
    assert reference_tempi(["mBR0", "x"], [161.0, 99.0]).tolist() == [80.0, 99.0]


def test_silence_has_no_tempo_and_does_not_count() -> None:
    sums = tempo_terms(
        np.array([100.0, math.nan, 110.0]), np.array([120.0, 120.0, 110.0]), np.array([100.0, 100.0, math.nan])
    ).sum(axis=0)
    tracked, _ = TRACKED_TEMPO_METRICS
    named, _ = NAMED_TEMPO_METRICS
    assert (tracked.value(sums), sums[tracked.counted]) == (10.0, 2)
    assert (named.value(sums), sums[named.counted]) == (0.0, 1)
