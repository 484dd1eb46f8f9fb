"""Sections on the beats: beside a downbeat on it, elsewhere exactly where they were set."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.dance.mapped_beats import grid_of_map
from kinescore.dance.metre import Metre
from kinescore.dance.tempo_map import TempoChange
from kinescore.form.form import SectionStart
from kinescore.form.section_grid import with_sections
from tests.groovebox.made_dances import made_dance

GRID = made_dance(seconds=40.0, tempo_bpm=120.0, first_beat_s=0.0).grid
"""A beat every half second, a downbeat every two."""


def test_within_a_beat_of_a_downbeat_it_goes_there_and_that_is_told() -> None:
    grid, (section,), notes = with_sections(GRID, [SectionStart(12.4, "chorus")], 40.0)
    assert section == SectionStart(12.0, "chorus")
    assert notes == ("The section 'chorus' at 12.40 s starts on the downbeat beside it, at 12.00 s.",)
    np.testing.assert_array_equal(grid.beats, GRID.beats)
    np.testing.assert_array_equal(grid.downbeats, GRID.downbeats)


def test_elsewhere_it_starts_exactly_at_its_time_with_a_bar() -> None:
    grid, (section,), notes = with_sections(GRID, [SectionStart(13.1)], 40.0)
    assert section.start_seconds == 13.1
    assert notes == ()
    starts = grid.beats[grid.downbeats]
    assert 13.1 in starts
    assert 15.0 in starts  # and bars go on from it, on the movement's own beats
    assert 14.0 not in starts
    moved = grid.beats != GRID.beats
    assert moved.sum() == 1
    assert np.diff(grid.beats).min() > 0.3


def test_the_first_frame_and_what_cannot_be() -> None:
    grid, sections, notes = with_sections(GRID, [SectionStart(0.0, "a"), SectionStart(41.0, "late")], 40.0)
    assert sections == (SectionStart(0.0, "a"),)
    assert notes == ("The section 'late' at 41.00 s was left out: the music ends before it.",)
    np.testing.assert_array_equal(grid.beats, GRID.beats)


def test_two_beside_one_downbeat_both_start() -> None:
    _, sections, _ = with_sections(GRID, [SectionStart(11.7), SectionStart(12.4)], 40.0)
    assert sections[0].start_seconds == 12.0 or sections[0].start_seconds == 11.7
    assert len(sections) == 2
    assert sections[1].start_seconds > sections[0].start_seconds


def test_music_that_goes_on_after_the_movement_has_sections_too() -> None:
    grid, (section,), _ = with_sections(GRID, [SectionStart(50.0)], 60.0)
    assert section.start_seconds == pytest.approx(50.0, abs=0.5)
    assert grid.beats[-1] > 50.0


@pytest.mark.parametrize("seed", range(20))
def test_beats_always_rise_and_sections_are_downbeats(seed: int) -> None:
    rng = np.random.default_rng(seed)
    tempo = float(rng.uniform(40, 240))
    grid = made_dance(seconds=30.0, tempo_bpm=tempo, first_beat_s=float(rng.uniform(0, 0.2))).grid
    times = np.cumsum(rng.uniform(0.5, 4.0, 8))
    moved, sections, notes = with_sections(grid, [SectionStart(float(t)) for t in times], 30.0)
    assert (np.diff(moved.beats) > 0).all()
    downbeats = moved.beats[moved.downbeats]
    assert all(np.abs(downbeats - section.start_seconds).min() < 1e-4 for section in sections)
    assert len(sections) + sum("left out" in note for note in notes) == len(times)


def test_metres_that_change_stay_with_their_bars() -> None:
    changes = (TempoChange(0.0, 120.0, Metre.THREE_FOUR), TempoChange(12.0, 120.0, Metre.FOUR_FOUR))
    mapped = grid_of_map(changes, 24.0)
    grid, (section,), _ = with_sections(mapped, [SectionStart(17.1)], 24.0)
    assert section.start_seconds == 17.1
    starts = grid.beats[grid.downbeats]
    assert len(grid.metres) == len(starts)
    assert {grid.metre_of(bar) for bar in np.flatnonzero(starts < 11.9)} == {Metre.THREE_FOUR}
    assert {grid.metre_of(bar) for bar in np.flatnonzero(starts > 11.9)} == {Metre.FOUR_FOUR}
