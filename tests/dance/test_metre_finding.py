"""Bars of three are found where a body clearly moves in threes, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.dances import FOLDER, load_dances
from kinescore.dance.analysis import analyse
from kinescore.dance.ensemble import analyse_together
from kinescore.dance.metre import Metre
from kinescore.dance.timing import Timing
from kinescore.motion.keypoints import Keypoints, Layout
from kinescore.motion.mover import Mover
from tests.dance.made_dancer import KNEES, UPPER_BODY, groover, seen, standing, stepper

DANCES = load_dances()


def in_bars_of(beats: int, tempo: float = 90.0, seconds: float = 20.0) -> Keypoints:
    """Bounces on every beat, deepest on the one, and leans over the whole bar."""
    positions, times = standing(seconds, 30.0)
    turns = (times - 0.2) * tempo / 60
    bounce = (8 + 8 * np.cos(2 * np.pi * turns / beats)) * np.cos(2 * np.pi * turns)
    positions[:, UPPER_BODY, 1] += bounce[:, None]
    positions[:, KNEES, 1] += 0.5 * bounce[:, None]
    positions[:, UPPER_BODY, 0] += 30 * np.cos(2 * np.pi * turns / beats)[:, None]
    return seen(positions, 30.0, 0.5)


@pytest.mark.parametrize(("beats", "metre"), [(2, Metre.FOUR_FOUR), (3, Metre.THREE_FOUR), (4, Metre.FOUR_FOUR)])
def test_what_comes_back_after_three_beats_is_in_three(beats: int, metre: Metre) -> None:
    grid = analyse(in_bars_of(beats), Timing(tempo_bpm=90.0)).grid
    assert grid.metres == (metre,)
    assert set(np.diff(grid.downbeats)) == {metre.beats}


def test_ten_seconds_are_too_short_to_tell() -> None:
    assert analyse(in_bars_of(3, seconds=10.0), Timing(tempo_bpm=90.0)).grid.metre is Metre.FOUR_FOUR


def test_the_artists_metre_wins() -> None:
    timing = Timing(tempo_bpm=90.0, metre=Metre.TWO_FOUR)
    assert analyse(in_bars_of(3), timing).grid.metres == (Metre.TWO_FOUR,)


@pytest.mark.parametrize("keypoints", [groover(104.0), stepper(96.0), groover(84.0, every_other=0.6)])
def test_even_steps_are_in_four(keypoints: Keypoints) -> None:
    assert analyse(keypoints).grid.metres == (Metre.FOUR_FOUR,)


def test_what_is_no_body_is_in_four() -> None:
    dancer = in_bars_of(3)
    points = Keypoints(dancer.positions, dancer.confidence, dancer.fps, dancer.size, layout=Layout.POINTS)
    assert analyse(points, Timing(tempo_bpm=90.0)).grid.metre is Metre.FOUR_FOUR


def test_two_who_waltz_are_in_three() -> None:
    couple = [Mover(in_bars_of(3), name=name) for name in ("lead", "follow")]
    grid = analyse_together(couple, Timing(tempo_bpm=90.0)).grid
    assert grid.metres == (Metre.THREE_FOUR,)
    assert set(np.diff(grid.downbeats)) == {3}


@pytest.mark.skipif(not DANCES, reason=f"no dances in {FOLDER}")
@pytest.mark.parametrize("dance", DANCES, ids=lambda dance: dance.name)
def test_no_street_dance_is_a_waltz(dance) -> None:
    assert analyse(dance.keypoints).grid.metre is Metre.FOUR_FOUR
    assert analyse(dance.keypoints, Timing(tempo_bpm=dance.tempo_bpm)).grid.metre is Metre.FOUR_FOUR
