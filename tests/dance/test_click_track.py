"""The metronome, measured in its samples."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.dance.click_track import click_track
from kinescore.dance.mapped_beats import grid_of_map
from kinescore.dance.metre import Metre
from kinescore.dance.tempo_map import TempoChange

CHANGES = (TempoChange(0.7, 100.0, Metre.THREE_FOUR), TempoChange(9.7, 90.0, Metre.SIX_EIGHT))


def onsets(samples: np.ndarray, rate: int, level: float) -> np.ndarray:
    """Times, s, at which a click louder than `level` begins after silence."""
    loud = np.flatnonzero(np.abs(samples) > level)
    return loud[np.diff(loud, prepend=-rate) > 0.06 * rate] / rate


@pytest.mark.parametrize("rate", [44_100, 48_000])
def test_a_click_on_every_beat_and_louder_ones_on_downbeats(rate: int) -> None:
    grid = grid_of_map(CHANGES, 15.0)
    click = click_track(grid, 15.0, rate)
    assert click.samples.shape == (1, 15 * rate)
    assert click.samples.dtype == np.float32
    assert np.abs(click.samples).max() < 1.0
    assert onsets(click.samples[0], rate, 0.15) == pytest.approx(grid.beats, abs=0.001)
    assert onsets(click.samples[0], rate, 0.5) == pytest.approx(grid.beats[grid.downbeats], abs=0.001)


def test_compound_metre_ticks_in_three_between_its_beats() -> None:
    grid = grid_of_map(CHANGES, 15.0)
    ticks = onsets(click_track(grid, 15.0).samples[0], 44_100, 0.02)
    assert np.diff(ticks[(ticks > 9.6) & (ticks < 14.0)]) == pytest.approx(60 / 90 / 3, abs=0.002)
    assert np.diff(ticks[(ticks > 1.0) & (ticks < 9.0)]) == pytest.approx(0.6, abs=0.002)


def test_a_beat_at_the_very_end_is_cut_not_lost() -> None:
    grid = grid_of_map((TempoChange(0.0, 60.0),), 3.001)
    assert np.abs(click_track(grid, 3.001).samples[0, -30:]).max() > 0
    assert len(click_track(grid, 2.0).samples[0]) == 88_200
