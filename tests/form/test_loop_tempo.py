"""Whole beats in a loop, in the tempo nearest to the movement's."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.dance.beat_grid import TEMPO_RANGE_BPM
from kinescore.dance.metre import Metre
from kinescore.dance.tempo_map import TempoChange
from kinescore.dance.timing import AS_FOUND, Timing
from kinescore.errors import RequestError
from kinescore.form.loop_tempo import fitted_to_loop
from tests.groovebox.made_dances import made_dance


@pytest.mark.parametrize("tempo", [61.0, 97.3, 118.0, 174.0])
@pytest.mark.parametrize("seconds", [0.5, 1.0, 1.25, 2.0, 4.8, 16.3, 61.7, 600.0])
def test_whole_beats_of_a_playable_tempo(tempo: float, seconds: float) -> None:
    grid = made_dance(seconds=seconds, tempo_bpm=tempo, first_beat_s=0.2).grid
    fitted, notes = fitted_to_loop(grid, seconds, AS_FOUND)
    count = fitted.tempo_bpm * seconds / 60
    assert count == pytest.approx(round(count), abs=1e-9)
    assert len(fitted.beats) == round(count) >= 2
    assert TEMPO_RANGE_BPM[0] <= fitted.tempo_bpm <= TEMPO_RANGE_BPM[1]
    across = np.diff(np.append(fitted.beats, fitted.beats[0] + seconds))
    np.testing.assert_allclose(across, 60 / fitted.tempo_bpm, atol=1e-9)
    assert len(fitted.beats) % fitted.metre.beats == 0
    assert any("was moved from" in note for note in notes) == (abs(fitted.tempo_bpm - tempo) > 0.05)
    if seconds > 8:
        assert abs(np.log2(fitted.tempo_bpm / tempo)) < 0.12


def test_a_step_on_each_half_of_a_second_is_kept() -> None:
    """A walk of two steps in 24 frames, the commonest cycle there is."""
    fitted, notes = fitted_to_loop(made_dance(seconds=1.0, tempo_bpm=120.0, first_beat_s=0.0).grid, 1.0, AS_FOUND)
    assert (fitted.tempo_bpm, fitted.metre, notes) == (
        120.0,
        Metre.TWO_FOUR,
        ("The loop is in 2/4, so that it has whole bars.",),
    )


def test_a_beat_just_before_the_loop_begins_is_its_last() -> None:
    """Played at the beginning as well, it would be heard twice at the seam."""
    grid = made_dance(seconds=0.5, tempo_bpm=120.0, first_beat_s=0.24).grid
    fitted, _ = fitted_to_loop(grid, 0.5, AS_FOUND)
    np.testing.assert_allclose(fitted.beats, [0.24, 0.49])


def test_a_metre_that_is_fixed_stays() -> None:
    grid = made_dance(seconds=8.0, tempo_bpm=120.0, metre=Metre.THREE_FOUR).grid
    fitted, _ = fitted_to_loop(grid, 8.0, Timing(metre=Metre.THREE_FOUR))
    assert fitted.metre is Metre.THREE_FOUR
    assert len(fitted.beats) % 3 == 0


def test_beats_that_were_given_stay_and_it_is_told() -> None:
    grid = made_dance(seconds=5.0).grid
    fitted, notes = fitted_to_loop(grid, 5.0, Timing(tempo_map=(TempoChange(0.0, 100.0),)))
    assert fitted is grid
    assert "may jump at the seam" in notes[0]


def test_a_loop_too_short_for_two_beats_is_refused() -> None:
    with pytest.raises(RequestError, match=r"0\.25 s is too short for two beats; at least 0\.5 s"):
        fitted_to_loop(made_dance(seconds=0.25).grid, 0.25, AS_FOUND)
