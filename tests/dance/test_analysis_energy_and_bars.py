"""Energy curve and downbeats on figures whose liveliness and bars are known."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.dance.analysis import analyse
from kinescore.dance.downbeats import first_downbeat
from kinescore.dance.movement import RATE_HZ, movement_of, moving_mean
from tests.dance.made_dancer import FRAME_RATES, UPPER_BODY, groover, seen, standing


def test_energy_follows_the_movement() -> None:
    positions, times = standing(12.0, 30.0)
    loud = ((times > 4) & (times < 8)).astype(float)
    positions[:, UPPER_BODY, 0] += (60 * np.sin(2 * np.pi * 1.5 * times) * loud)[:, None]
    energy = analyse(seen(positions, 30.0)).energy
    assert energy.dtype == np.float32
    assert energy[(times > 5) & (times < 7)].min() > 0.7
    assert energy[(times < 3) | (times > 9)].max() < 0.02


@pytest.mark.parametrize("fps", FRAME_RATES)
def test_energy_is_the_same_at_every_frame_rate(fps: float) -> None:
    reference = analyse(groover(100.0, seconds=8.0, fps=60.0, noise_px=0.0))
    other = analyse(groover(100.0, seconds=8.0, fps=fps, noise_px=0.0))
    times = np.arange(len(other.energy)) / fps
    expected = np.interp(times, np.arange(len(reference.energy)) / 60.0, reference.energy)
    inside = (times > 0.5) & (times < 7.5)
    assert other.energy[inside] == pytest.approx(expected[inside], abs=0.05)


def test_a_calm_piece_stays_low() -> None:
    positions, times = standing(8.0, 30.0)
    positions[..., 0] += (3 * np.sin(2 * np.pi * 0.3 * times))[:, None]
    assert analyse(seen(positions, 30.0)).energy.max() < 0.2


@pytest.mark.parametrize("one", [0, 1, 2, 3])
def test_a_new_posture_on_every_fourth_beat_marks_the_one(one: int) -> None:
    tempo, first = 100.0, 0.2
    keypoints = groover(tempo, beat_seconds=first, seconds=40.0)
    positions = keypoints.positions.astype(np.float64)
    beat_of_frame = (np.arange(len(positions)) / 30.0 - first) * tempo / 60
    bar = np.floor((beat_of_frame - one + 0.25) / 4).astype(int)
    arms = np.random.default_rng(2).uniform(-80, 80, (bar.max() - bar.min() + 1, 4, 2))
    positions[:, 7:11] += arms[bar - bar.min()]
    beats = first + np.arange(64) * 60 / tempo
    assert first_downbeat(movement_of(seen(positions, 30.0)), beats) == one


@pytest.mark.parametrize("one", [0, 1, 2, 3])
def test_a_bar_that_closes_calmly_and_goes_on_after_the_one_still_begins_there(one: int) -> None:
    """As dancers do it: livelier still from the one to the second beat, and calm before the next one."""
    tempo, first, way_px = 100.0, 0.2, np.array([60.0, 70.0, 40.0, 5.0])
    positions, times = standing(24.0, 30.0)
    count = int(24.0 * tempo / 60) + 2
    sides = np.where(np.random.default_rng(3).random(count) < 0.5, -1.0, 1.0)
    places = np.cumsum(sides * way_px[(np.arange(count) - one) % 4])
    positions[:, UPPER_BODY, 0] += np.interp((times - first) * tempo / 60, np.arange(count), places)[:, None]
    beats = first + np.arange(int((24.0 - first) * tempo / 60)) * 60 / tempo
    assert first_downbeat(movement_of(seen(positions, 30.0)), beats) == one


def test_moving_mean_against_a_plain_loop() -> None:
    values = np.random.default_rng(0).normal(size=(50, 3))
    half = round(0.2 * RATE_HZ / 2)
    plain = np.array([values[max(0, n - half) : n + half + 1].mean(axis=0) for n in range(50)])
    assert moving_mean(values, 0.2) == pytest.approx(plain)
