"""Beats of movement, against a count by hand and on movement whose beats are known."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from kinescore.evaluation.clips.clip import FileSpan
from kinescore.evaluation.clips.loading import load_motion
from kinescore.evaluation.observers.motion_beats import braking_ranks, kinematic_beats, observe_motion
from kinescore.motion.keypoints import Keypoints
from kinescore.motion.readers import read_motion_file
from tests.evaluation.made_clips import bounce, write_motion


def counted(keypoints: Keypoints) -> list[float]:
    """The published definition in plain loops: strictly slower than the ten frames before and after."""
    positions = keypoints.positions.astype(float)
    speed = [0.0]
    for before, now in pairwise(positions):
        speed.append(sum(float(np.hypot(*(b - a))) for a, b in zip(before, now, strict=True)))
    found = []
    for frame in range(1, len(speed) - 1):
        others = speed[max(0, frame - 10) : frame] + speed[frame + 1 : frame + 11]
        if all(speed[frame] < other for other in others):
            found.append(frame / 60)
    return found


def test_kinematic_beats_are_as_aist_counts_them() -> None:
    generator = np.random.default_rng(1)
    walk = np.cumsum(generator.normal(size=(400, 17, 2)), axis=0)
    keypoints = Keypoints(500 + 5 * walk, np.ones((400, 17)), 60.0, (1000, 1000))
    assert len(counted(keypoints)) > 10
    np.testing.assert_allclose(kinematic_beats(keypoints), counted(keypoints))


def test_real_dance_has_the_published_beats(shared_motion: Path) -> None:
    """At 30 fps the count sees the same movement at 60 fps."""
    from kinescore.motion.resampling import resample

    keypoints = read_motion_file(next(iter(sorted(shared_motion.glob("aist/*.npz")))))
    np.testing.assert_allclose(kinematic_beats(keypoints), counted(resample(keypoints, 60.0)))


@pytest.mark.parametrize("fps", [60.0, 30.0, 24.0])
def test_a_turning_point_is_a_beat(fps: float) -> None:
    found = kinematic_beats(bounce(100, fps=fps))
    turns = np.arange(0.3, 5.12, 0.6)
    nearest = np.abs(found[:, None] - turns).min(axis=1)
    assert len(found) >= len(turns) - 1
    assert (nearest < 1.1 / 60).all()


def test_frames_that_tie_are_one_beat_between_them() -> None:
    """Turning exactly on a frame, as movement made by computers does: both frames around it are equally slow."""
    time = np.arange(120) / 60
    swing = np.abs((time * 60 + 30) % 60 - 30) ** 2  # slowest around frames 0, 60; fastest at 30
    positions = np.zeros((120, 17, 2)) + swing[:, None, None]
    found = kinematic_beats(Keypoints(positions, np.ones((120, 17)), 60.0, (1000, 1000)))
    np.testing.assert_allclose(found, [60.5 / 60])


def test_a_standstill_has_no_beats() -> None:
    still = Keypoints(np.full((200, 17, 2), 300.0), np.ones((200, 17)), 60.0, (1000, 1000))
    assert kinematic_beats(still).shape == (0,)


def test_a_part_is_observed_from_its_own_start(tmp_path: Path) -> None:
    path = write_motion(tmp_path / "dance.npz", 100)
    whole, part = (observe_motion(load_motion(span)) for span in (FileSpan(path), FileSpan(path, 1.2, 3.0)))
    assert part.seconds == pytest.approx(3.0)
    assert part.fps == 60
    shifted = whole.kinematic_beats - 1.2
    inside = shifted[(shifted > 0.2) & (shifted < 2.8)]
    np.testing.assert_allclose(
        part.kinematic_beats[(part.kinematic_beats > 0.2) & (part.kinematic_beats < 2.8)], inside, atol=1e-9
    )
    assert whole.tempo_bpm == pytest.approx(100, rel=0.02)
    assert len(whole.hits) == len(whole.hit_weights) > 0


@pytest.mark.parametrize("fps", [60.0, 30.0, 24.0])
def test_a_body_that_stops_on_the_beat_brakes_there_and_hardly_between(fps: float) -> None:
    """It goes for 0.3 s at even speed and stands for 0.3 s, in turns."""
    time = np.arange(round(12 * fps)) / fps
    way = 200 * (np.floor(time / 0.6) * 0.3 + np.minimum(time % 0.6, 0.3))
    positions = np.stack([way, np.zeros_like(way)], axis=1)[:, None] + np.arange(17)[:, None] * [20.0, 10.0]
    keypoints = Keypoints(positions, np.ones((len(time), 17)), fps, (4000, 1000))
    ranks = braking_ranks(keypoints)
    stops = np.round(np.arange(0.9, 11.0, 0.6) * 60).astype(int)
    assert ranks.mean() == pytest.approx(0.5)
    assert ranks[stops].mean() > 0.8
    assert ranks[stops + 18].mean() < 0.5


def test_what_does_not_brake_has_no_better_moments() -> None:
    still = Keypoints(np.zeros((90, 17, 2)), np.ones((90, 17)), 30.0, (100, 100))
    assert set(braking_ranks(still)) == {0.5}
