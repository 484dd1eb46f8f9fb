"""Filling unseen joints, and changing the frame rate."""

from __future__ import annotations

import numpy as np
import pytest

from kinescore.errors import MotionError
from kinescore.motion.gaps import fill_gaps
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.resampling import resample
from tests.dance.made_motion import seen, wandering


def test_a_gap_is_crossed_on_a_straight_line_and_marked_unseen() -> None:
    positions = np.zeros((10, 17, 2))
    positions[:, 4] = np.arange(10)[:, None] * [2.0, -1.0]
    wanted = positions.copy()
    positions[3:7, 4] = np.nan
    positions[5, 4, 0] = 99.0  # half a position is none
    filled, confidence = fill_gaps(positions, np.full((10, 17), 0.9))
    np.testing.assert_allclose(filled, wanted)
    assert (confidence[3:7, 4] == 0).all()
    assert (np.delete(confidence, 4, axis=1) == np.float32(0.9)).all()


def test_low_confidence_counts_as_a_gap_and_ends_hold_still() -> None:
    positions = wandering(3, frames=20).astype(np.float64)
    confidence = np.ones((20, 17))
    confidence[:5, 0] = 0.1
    confidence[15:, 0] = np.nan
    filled, marked = fill_gaps(positions, confidence)
    assert (filled[:5, 0] == positions[5, 0]).all()
    assert (filled[15:, 0] == positions[14, 0]).all()
    assert (filled[:, 1:] == positions[:, 1:]).all()
    assert (np.flatnonzero(marked[:, 0] == 0) == [0, 1, 2, 3, 4, 15, 16, 17, 18, 19]).all()


def test_a_joint_never_seen_goes_with_the_middle_of_the_others() -> None:
    positions = wandering(4, frames=6).astype(np.float64)
    positions[:, 16] = np.inf
    filled, confidence = fill_gaps(positions, np.ones((6, 17)))
    np.testing.assert_allclose(filled[:, 16], positions[:, :16].mean(axis=1))
    assert (confidence[:, 16] == 0).all()


def test_what_fill_gaps_returns_is_valid_keypoints() -> None:
    rng = np.random.default_rng(0)
    positions = wandering(5, frames=50).astype(np.float64)
    positions[rng.random((50, 17)) < 0.6] = np.nan
    Keypoints(*fill_gaps(positions, rng.random((50, 17)) * 3), 30.0, (640, 480))


def test_nothing_seen_at_all_is_refused() -> None:
    with pytest.raises(MotionError, match="No joint is visible"):
        fill_gaps(np.full((5, 17, 2), np.nan), np.ones((5, 17)))
    with pytest.raises(MotionError, match="do not fit"):
        fill_gaps(np.zeros((5, 17, 2)), np.ones((5, 16)))


def swaying(hertz: float, fps: float, seconds: float) -> np.ndarray:
    times = np.arange(round(seconds * fps)) / fps
    return np.broadcast_to(300 + 100 * np.sin(2 * np.pi * hertz * times)[:, None, None], (len(times), 17, 2))


@pytest.mark.parametrize(("fps", "other"), [(30, 60), (60, 30), (120, 60), (24000 / 1001, 60), (120, 24), (25, 24)])
def test_movement_is_at_the_same_time_at_every_rate(fps: float, other: float) -> None:
    source = seen(swaying(1.0, fps, 10), fps)
    result = resample(source, other)
    assert result.seconds == pytest.approx(source.seconds, abs=0.5 / other)
    wanted = swaying(1.0, other, len(result) / other)
    inside = slice(len(wanted) // 10, -len(wanted) // 10)
    np.testing.assert_allclose(result.positions[inside], wanted[inside], atol=0.6)  # of a 200 px sway


@pytest.mark.parametrize(("fps", "other"), [(30, 60), (120, 30), (59.94, 24)])
def test_steady_movement_stays_steady(fps: float, other: float) -> None:
    source = np.broadcast_to(np.arange(90.0)[:, None, None] / fps * 50, (90, 17, 2))
    result = resample(seen(source, fps), other)
    times = np.minimum(np.arange(len(result)) / other, 89 / fps)  # the pose holds after the last frame
    np.testing.assert_allclose(result.positions[:, 3, 0], times * 50, atol=1e-3)


def test_movement_too_fast_for_the_new_rate_is_filtered_not_folded() -> None:
    """A 50 Hz tremor on a 120 fps capture would show as 10 Hz at 60 fps."""
    result = resample(seen(swaying(50.0, 120, 4), 120), 60).positions[20:-20]
    assert np.ptp(result) < 0.02 * 200


def test_same_rate_changes_nothing() -> None:
    keypoints = seen(wandering(1))
    assert resample(keypoints, 60.0) is keypoints


def test_gaps_stay_marked() -> None:
    keypoints = seen(wandering(1, frames=30), 30.0)
    keypoints.confidence[10:20, 2] = 0
    confidence = resample(keypoints, 60.0).confidence
    assert (confidence[20:39, 2] == 0).all()
    assert (confidence[:, 3] == 1).all()


@pytest.mark.parametrize("fps", [0.0, -30.0, float("nan"), float("inf"), 1e9])
def test_impossible_rates_are_refused(fps: float) -> None:
    with pytest.raises(MotionError, match="frame rate"):
        resample(seen(wandering(1)), fps)


def test_two_frames_are_enough() -> None:
    assert len(resample(seen(wandering(1, frames=2), 10.0), 60.0)) == 12
    assert len(resample(seen(wandering(1, frames=4), 60.0), 30.0)) == 2
