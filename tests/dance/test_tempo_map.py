"""Several tempi and metres over one timeline become beats and bars, and come back."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.dance.beat_grid import BeatGrid
from kinescore.dance.mapped_beats import grid_of_map
from kinescore.dance.metre import Metre
from kinescore.dance.tempo_map import MAX_CHANGES, TempoChange, require_tempo_map, tempo_map_of
from kinescore.errors import RequestError
from tests.dance.made_dancer import groover


def ones(grid: BeatGrid) -> list[float]:
    return grid.beats[grid.downbeats].tolist()


@pytest.mark.parametrize(("metre", "beats", "parts"), [("2/4", 2, 2), ("3/4", 3, 2), ("4/4", 4, 2), ("6/8", 2, 3)])
def test_a_metre_says_how_it_is_felt(metre: str, beats: int, parts: int) -> None:
    assert (Metre(metre).beats, Metre(metre).subdivision) == (beats, parts)
    assert f"{Metre(metre).numerator}/{Metre(metre).denominator}" == metre


def test_one_tempo_counts_back_from_its_first_bar() -> None:
    grid = grid_of_map((TempoChange(1.3, 120.0, Metre.THREE_FOUR),), 6.0)
    assert grid.beats == pytest.approx(np.arange(0.3, 6.0, 0.5))
    assert ones(grid) == pytest.approx([1.3, 2.8, 4.3, 5.8])
    assert grid.downbeats[0] == 2
    assert grid.metre is Metre.THREE_FOUR
    assert grid.tempo_bpm == 120.0


def test_every_change_begins_a_bar_exactly_where_it_says() -> None:
    changes = (TempoChange(0.0, 120.0), TempoChange(5.2, 90.0, Metre.THREE_FOUR), TempoChange(13.0, 60.0))
    grid = grid_of_map(changes, 20.0)
    for change in changes:
        assert np.abs(grid.beats[grid.downbeats] - change.start_seconds).min() < 1e-9
    between = np.diff(grid.beats)
    assert between.min() >= 0.5 - 0.25 - 1e-9  # the last beat before a change gives or takes half a beat
    assert (between > 0).all()
    inside = grid.beats[(grid.beats > 5.2 + 1e-6) & (grid.beats < 12.0)]
    assert np.diff(inside) == pytest.approx(60 / 90)
    assert [grid.metre_of(bar) for bar in range(len(grid.downbeats)) if 5.2 <= ones(grid)[bar] < 13.0] == [
        Metre.THREE_FOUR
    ] * 4
    assert grid.tempo_bpm == 90.0  # for 7.8 of 20 s


def test_a_ramp_moves_evenly_and_ends_on_a_beat() -> None:
    grid = grid_of_map((TempoChange(0.0, 90.0, ramp=True), TempoChange(20.0, 130.0)), 30.0)
    local = 60 / np.diff(grid.beats)
    ramp = local[grid.beats[:-1] < 19.9]
    assert ramp[0] == pytest.approx(90, rel=0.03)
    assert ramp[-1] == pytest.approx(130, rel=0.03)
    assert (np.diff(ramp) > 0).all()
    middles = (grid.beats[1:] + grid.beats[:-1])[: len(ramp)] / 2
    assert np.abs(np.polyval(np.polyfit(middles, ramp, 1), middles) - ramp).max() < 0.05
    assert np.abs(grid.beats - 20.0).min() < 1e-9


@pytest.mark.parametrize("shift", [-0.4, 0.3])
def test_a_shift_moves_the_whole_map(shift: float) -> None:
    changes = (TempoChange(1.0, 100.0), TempoChange(9.0, 80.0))
    plain, moved = grid_of_map(changes, 20.0), grid_of_map(changes, 20.0, shift)
    assert np.abs((plain.beats[3:-3] + shift)[:, None] - moved.beats).min(axis=1).max() < 1e-9


def test_changes_after_the_end_count_for_nothing() -> None:
    late = grid_of_map((TempoChange(0.0, 100.0), TempoChange(50.0, 60.0)), 10.0)
    assert late.beats == pytest.approx(np.arange(0.0, 10.0, 0.6))
    only_late = grid_of_map((TempoChange(50.1, 100.0),), 10.0)
    assert np.diff(only_late.beats) == pytest.approx(0.6)
    assert ((50.1 - only_late.beats) / 0.6) == pytest.approx(np.round((50.1 - only_late.beats) / 0.6), abs=1e-6)


def test_the_map_of_a_steady_grid_is_one_change() -> None:
    found = analyse(groover(104.0))
    grid = found.grid
    (change,) = tempo_map_of(grid)
    assert change == TempoChange(float(grid.beats[grid.downbeats[0]]), grid.tempo_bpm)
    assert grid_of_map((change,), found.seconds).beats == pytest.approx(grid.beats, abs=1e-6)


def test_a_map_of_several_tempi_comes_back() -> None:
    changes = (TempoChange(0.5, 120.0), TempoChange(8.5, 90.0, Metre.THREE_FOUR), TempoChange(16.5, 90.0))
    assert tempo_map_of(grid_of_map(changes, 30.0)) == changes


def test_uneven_beats_become_a_change_per_bar() -> None:
    beats = np.cumsum(0.5 + 0.02 * np.sin(np.arange(32)))
    grid = BeatGrid(beats, np.arange(1, 32, 4), 120.0, (), 1.0, 1.0)
    changes = tempo_map_of(grid)
    assert [change.start_seconds for change in changes] == ones(grid)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ([(5.0, 100.0), (1.0, 100.0)], "in time order"),
        ([(1.0, 60.0), (1.5, 120.0)], "at least a beat"),
        ([(2.0 * k, 100.0) for k in range(MAX_CHANGES + 1)], f"at most {MAX_CHANGES}"),
        ([(1.0, 1000.0)], "tempo is 1000.0 BPM"),
        ([(-1.0, 100.0)], "start of a tempo is -1.0 s"),
        ([(float("nan"), 100.0)], "start of a tempo"),
    ],
)
def test_maps_that_cannot_be_are_refused(changes: list[tuple[float, float]], sentence: str) -> None:
    with pytest.raises(RequestError, match=sentence):
        require_tempo_map(tuple(TempoChange(*change) for change in changes))
