"""Tempo, beats and confidence on figures whose pulse is known, and on movement that has none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinescore.dance.analysis import DanceAnalysis, analyse
from kinescore.dance.beat_grid import BeatGrid, even_beats
from kinescore.dance.movement import body_size
from kinescore.dance.timing import Timing
from kinescore.errors import RequestError
from kinescore.motion.keypoints import Keypoints
from tests.dance.made_dancer import FRAME_RATES, groover, hopper, seen, standing, stepper


def worst_error(grid: BeatGrid, tempo_bpm: float, beat_seconds: float, seconds: float) -> float:
    """Largest distance from a true beat inside the piece to the nearest found one."""
    period = 60 / tempo_bpm
    true = np.arange(beat_seconds % period, seconds - period, period)
    return float(np.abs(true[:, None] - grid.beats[None]).min(axis=1).max())


def assert_sound(analysis: DanceAnalysis, keypoints: Keypoints) -> None:
    """What holds for every motion."""
    grid = analysis.grid
    assert len(analysis.energy) == len(keypoints)
    assert np.isfinite(analysis.energy).all()
    assert analysis.energy.min() >= 0
    assert analysis.energy.max() <= 1
    assert len(grid.beats) >= 1
    assert np.isfinite(grid.beats).all()
    assert (np.diff(grid.beats) > 0).all()
    assert grid.beats[0] >= 0
    assert grid.beats[-1] < keypoints.seconds
    assert 40 <= grid.tempo_bpm <= 240
    assert 0 <= grid.beat_confidence <= grid.tempo_confidence <= 1
    assert grid.downbeats.dtype == np.int64
    assert all(0 <= one < len(grid.beats) for one in grid.downbeats)
    assert all(np.diff(grid.downbeats) == grid.metre.beats)
    times = [hit.time_s for hit in analysis.hits]
    assert times == sorted(times)
    assert all(0 <= time < keypoints.seconds for time in times)
    assert all(0 <= hit.weight <= 1 for hit in analysis.hits)


@pytest.mark.parametrize("tempo", [72.0, 80.0, 93.7, 104.0, 117.3, 128.0])
@pytest.mark.parametrize("dancer", [groover, stepper])
def test_tempo_and_every_beat_of_a_steady_dancer(dancer, tempo: float) -> None:
    keypoints = dancer(tempo)
    analysis = analyse(keypoints)
    assert_sound(analysis, keypoints)
    assert analysis.grid.tempo_bpm == pytest.approx(tempo, rel=0.002)
    assert worst_error(analysis.grid, tempo, 0.2, keypoints.seconds) < 0.06
    assert analysis.grid.tempo_confidence > 0.8


@pytest.mark.parametrize("fps", FRAME_RATES)
def test_frame_rate_does_not_matter(fps: float) -> None:
    grid = analyse(groover(104.0, beat_seconds=0.31, fps=fps)).grid
    assert grid.tempo_bpm == pytest.approx(104.0, rel=0.002)
    assert worst_error(grid, 104.0, 0.31, 30.0) < 0.03


@pytest.mark.parametrize("beat_seconds", [0.0, 0.13, 0.29, 0.47])
def test_phase_follows_the_beat(beat_seconds: float) -> None:
    grid = analyse(groover(100.0, beat_seconds=beat_seconds)).grid
    assert worst_error(grid, 100.0, beat_seconds, 30.0) < 0.03


@pytest.mark.parametrize("off_beat", [0.3, 0.8])
def test_a_weaker_bounce_between_the_beats_does_not_pull_the_beat_away(off_beat: float) -> None:
    grid = analyse(groover(96.0, off_beat=off_beat)).grid
    assert grid.tempo_bpm == pytest.approx(96.0, rel=0.002)
    assert worst_error(grid, 96.0, 0.2, 30.0) < 0.05


@pytest.mark.parametrize("tempo", [84.0, 100.0, 124.0])
def test_half_and_double_time_are_settled_and_offered(tempo: float) -> None:
    grid = analyse(groover(tempo, off_beat=0.5, every_other=0.5)).grid
    assert grid.tempo_bpm == pytest.approx(tempo, rel=0.002)
    octaves = [octave for octave in (tempo / 2, tempo * 2) if 40 <= octave <= 240]
    for octave in octaves:
        assert any(other == pytest.approx(octave, rel=0.01) for other in grid.alternatives_bpm)


def test_a_given_tempo_is_kept_and_its_beats_are_placed() -> None:
    grid = analyse(groover(104.0, beat_seconds=0.33), Timing(tempo_bpm=104.0)).grid
    assert grid.tempo_bpm == 104.0
    assert worst_error(grid, 104.0, 0.33, 30.0) < 0.03
    assert grid.beat_confidence > 0.8


def test_a_given_tempo_that_the_movement_does_not_have_is_kept_without_confidence() -> None:
    grid = analyse(groover(104.0), Timing(tempo_bpm=88.0)).grid
    assert grid.tempo_bpm == 88.0
    assert grid.beat_confidence < 0.2
    assert np.diff(grid.beats) == pytest.approx(60 / 88)


@pytest.mark.parametrize("tempo", [45.0, 208.0])
def test_every_tempo_that_may_be_asked_for_is_placed_by_the_movement(tempo: float) -> None:
    """Lags are learned as parts of a period, so a slow beat is less sharp in seconds."""
    grid = analyse(groover(tempo, beat_seconds=0.25), Timing(tempo_bpm=tempo)).grid
    assert worst_error(grid, tempo, 0.25, 30.0) < max(0.03, 0.05 * 60 / tempo)
    assert grid.beat_confidence > 0.5


@pytest.mark.parametrize("tempo", [float("nan"), float("inf"), 0.0, -100.0, 39.9, 241.0])
def test_an_impossible_tempo_is_refused(tempo: float) -> None:
    with pytest.raises(RequestError, match="between 40 and 240 BPM"):
        analyse(groover(104.0, seconds=5.0), Timing(tempo_bpm=tempo))


def test_picture_place_size_and_camera_scale_do_not_matter() -> None:
    keypoints = groover(104.0, noise_px=0.0)
    moved = Keypoints(keypoints.positions * 0.5 + [300, 40], keypoints.confidence, keypoints.fps, (4000, 3000))
    first, second = analyse(keypoints), analyse(moved)
    assert second.grid.tempo_bpm == pytest.approx(first.grid.tempo_bpm, rel=1e-4)
    assert second.grid.beats == pytest.approx(first.grid.beats, abs=1e-3)
    assert second.energy == pytest.approx(first.energy, abs=1e-3)
    assert [hit.time_s for hit in second.hits] == pytest.approx([hit.time_s for hit in first.hits], abs=1e-3)


def test_same_motion_same_analysis() -> None:
    first, second = analyse(groover(104.0)), analyse(groover(104.0))
    assert first.grid.beats.tobytes() == second.grid.beats.tobytes()
    assert first.energy.tobytes() == second.energy.tobytes()
    assert first.hits == second.hits
    assert first.grid.tempo_bpm == second.grid.tempo_bpm


@pytest.mark.parametrize("px", [1.0, 3.0])
@pytest.mark.parametrize("seed", range(5))
def test_tracking_noise_has_no_pulse_and_no_hits(px: float, seed: int) -> None:
    positions, _ = standing(20.0, 30.0)
    noisy = seen(positions + np.random.default_rng(seed).normal(0.0, px, positions.shape), 30.0)
    analysis = analyse(noisy)
    assert_sound(analysis, noisy)
    assert analysis.grid.tempo_confidence < 0.15
    assert len(analysis.hits) <= 2


@pytest.mark.parametrize("seed", range(5))
def test_idling_has_no_pulse(seed: int) -> None:
    """Breathing and shifting weight, at no steady rate."""
    rng = np.random.default_rng(seed)
    positions, times = standing(30.0, 30.0)
    knots = np.arange(0.0, 32.0, 1.3)
    for joints in (range(0, 5), range(5, 11), range(11, 17)):
        for axis in range(2):
            drift = np.interp(times, knots, rng.normal(0.0, 5.0, len(knots)))
            positions[:, list(joints), axis] += drift[:, None]
    analysis = analyse(seen(positions, 30.0, noise_px=0.5))
    assert analysis.grid.tempo_confidence < 0.25


def test_a_body_that_never_moves_gets_a_default_tempo_without_confidence() -> None:
    positions, _ = standing(10.0, 30.0)
    keypoints = seen(positions, 30.0)
    analysis = analyse(keypoints)
    assert_sound(analysis, keypoints)
    assert analysis.grid.tempo_confidence == 0.0
    assert analysis.grid.tempo_bpm == pytest.approx(110.0, rel=0.01)
    assert analysis.hits == ()
    assert analysis.energy.max() == 0.0


@pytest.mark.parametrize("fps", FRAME_RATES)
def test_a_single_jump_lands_on_a_beat(fps: float) -> None:
    analysis = analyse(hopper(1.3, 1.9, fps=fps))
    assert analysis.grid.tempo_confidence == 0.0
    assert np.abs(analysis.grid.beats - 1.9).min() < 0.1


def test_two_landings_without_a_pulse_both_land_on_beats() -> None:
    first, second = hopper(1.0, 1.5, seconds=8.0).positions, hopper(5.0, 5.6, seconds=8.0).positions
    rest, _ = standing(8.0, 30.0)
    analysis = analyse(seen(first + second - rest, 30.0))
    for landing in (1.5, 5.6):
        assert np.abs(analysis.grid.beats - landing).min() < 0.1


@pytest.mark.parametrize("frames", [2, 3, 4, 5, 6, 7, 8, 12, 30, 60])
@pytest.mark.parametrize("moving", [False, True])
def test_very_short_motion_is_defined(frames: int, moving: bool) -> None:
    keypoints = groover(104.0, seconds=frames / 30.0) if moving else seen(standing(frames / 30.0, 30.0)[0], 30.0)
    analysis = analyse(keypoints)
    assert_sound(analysis, keypoints)
    assert analysis.grid.tempo_confidence == 0.0


def test_a_character_in_one_point_is_measured_against_the_picture() -> None:
    dot = Keypoints(np.full((90, 17, 2), 100.0), np.ones((90, 17)), 30.0, (640, 480))
    assert body_size(dot) == pytest.approx(0.02 * 800)
    assert_sound(analyse(dot), dot)


def test_joints_that_were_never_seen_have_no_say() -> None:
    """Legs filled in with a wild pulse of their own at another tempo, but never seen."""
    keypoints = groover(104.0, noise_px=0.3)
    positions, confidence = keypoints.positions.copy(), keypoints.confidence.copy()
    times = np.arange(len(positions)) / 30.0
    positions[:, 13:, 0] += (80 * np.sin(2 * np.pi * 131 / 60 * times))[:, None]
    confidence[:, 13:] = 0.0
    grid = analyse(Keypoints(positions, confidence, 30.0, keypoints.size)).grid
    assert grid.tempo_bpm == pytest.approx(104.0, rel=0.005)
    assert worst_error(grid, 104.0, 0.2, 30.0) < 0.06


@settings(max_examples=200, deadline=None)
@given(first=st.floats(-10, 10), tempo=st.floats(40, 240), seconds=st.floats(0.02, 100, exclude_min=True))
def test_even_beats_fill_the_piece(first: float, tempo: float, seconds: float) -> None:
    beats = even_beats(first, tempo, seconds)
    period = 60 / tempo
    assert len(beats) >= 1
    assert beats[0] >= 0
    assert beats[-1] < seconds
    assert np.diff(beats[1:]) == pytest.approx(period)
    assert seconds - beats[-1] <= period + 0.05 or len(beats) == 1
    assert beats[0] <= period
