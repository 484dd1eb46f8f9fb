"""A tempo that slides is followed where that is clear, and an even one stays even."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.dances import FOLDER, Dance, load_dances, sliding
from kinescore.dance.analysis import analyse
from kinescore.dance.timing import Timing
from tests.dance.made_dancer import groover, stepper

DANCES = load_dances()


def made(dancer, tempo: float, seconds: float = 30.0) -> Dance:
    return Dance("made", dancer(tempo, 0.1, seconds), tempo, 0.1)


def spread(beats: np.ndarray) -> float:
    """Of the tempo from slowest to fastest, as a logarithm, without the beats at the ends."""
    return float(np.ptp(np.log(np.diff(beats[1:-1]))))


@pytest.mark.parametrize("slide", [-0.2, 0.1, 0.3])
@pytest.mark.parametrize(("dancer", "tempo"), [(stepper, 112.0), (groover, 88.0)])
def test_every_beat_of_a_sliding_walk_is_found(dancer, tempo: float, slide: float) -> None:
    dance, beats = sliding(made(dancer, tempo), slide)
    grid = analyse(dance.keypoints).grid
    assert np.abs(beats[1:-1, None] - grid.beats).min(axis=1).max() < 0.1
    assert spread(grid.beats) == pytest.approx(abs(slide), abs=0.05)
    assert grid.tempo_bpm == pytest.approx(60 / np.median(np.diff(beats)), rel=0.02)
    assert (np.diff(grid.beats) > 0.2).all()
    slowest, fastest = grid.tempo_range_bpm
    assert np.log(fastest / slowest) == pytest.approx(spread(grid.beats))


@pytest.mark.parametrize("seconds", [8.0, 30.0])
def test_an_even_walk_stays_even(seconds: float) -> None:
    grid = analyse(stepper(104.0, seconds=seconds)).grid
    assert spread(grid.beats) < 1e-6
    assert grid.tempo_range_bpm == (grid.tempo_bpm, grid.tempo_bpm)


def test_a_tempo_that_is_given_holds_throughout() -> None:
    dance, _ = sliding(made(stepper, 112.0), 0.2)
    assert spread(analyse(dance.keypoints, Timing(tempo_bpm=112.0)).grid.beats) < 1e-6


def test_a_shift_moves_sliding_beats_as_well() -> None:
    dance, _ = sliding(made(stepper, 112.0), 0.2)
    plain, moved = (analyse(dance.keypoints, Timing(beat_shift_seconds=shift)).grid.beats for shift in (0.0, 0.1))
    assert moved[1:20] == pytest.approx(plain[1:20] + 0.1)


@pytest.mark.skipif(not DANCES, reason=f"no dances in {FOLDER}")
def test_real_dances_to_even_music_stay_even_and_house_that_slides_is_followed() -> None:
    assert all(spread(analyse(dance.keypoints).grid.beats) < 1e-6 for dance in DANCES)
    dance, beats = sliding(DANCES[1], 0.2)
    found = analyse(dance.keypoints).grid.beats
    assert (np.abs(beats[:, None] - found).min(axis=1) < 0.1).mean() > 0.8
